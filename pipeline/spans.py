"""Many spans asked about one: by bisection, so that an article with thousands of leftovers costs no more a leftover."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from pipeline.model import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Items by their spans. The spans may overlap; a lookup costs the items near to the span that is asked for."""

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self._rows = sorted((span_of(item), number, item) for number, item in enumerate(items))
        self._starts = [row[0].start for row in self._rows]
        self._longest = max((len(row[0]) for row in self._rows), default=0)

    def overlapping(self, span: Span) -> list[T]:
        """The items that share a code point with ``span``, in order of place."""
        first = bisect.bisect_left(self._starts, span.start - self._longest)
        last = bisect.bisect_left(self._starts, max(span.end, span.start + 1))
        return [item for at, _, item in self._rows[first:last] if at.overlaps(span)]

    def covering(self, span: Span) -> list[T]:
        """The items in whose span ``span`` lies wholly."""
        first = bisect.bisect_left(self._starts, span.end - self._longest)
        last = bisect.bisect_right(self._starts, span.start)
        return [item for at, _, item in self._rows[first:last] if at.covers(span)]

    def within(self, span: Span) -> list[T]:
        """The items that lie wholly inside ``span``, in order of place."""
        first = bisect.bisect_left(self._starts, span.start)
        last = bisect.bisect_right(self._starts, span.end)
        return [item for at, _, item in self._rows[first:last] if span.covers(at)]


class Taken:
    """Spans that are taken one by one and never overlap."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def clashes(self, span: Span) -> bool:
        """True where ``span`` overlaps one that was taken, or is the same empty place."""
        at = bisect.bisect_left(self._spans, span)
        near = self._spans[max(0, at - 1) : at + 1]
        return any(span.overlaps(other) or span == other for other in near)

    def covers(self, span: Span) -> bool:
        """True where ``span`` lies inside one that was taken."""
        at = bisect.bisect_right(self._spans, Span(span.start, 1 << 60))
        return any(other.covers(span) for other in self._spans[max(0, at - 1) : at])

    def take(self, span: Span) -> None:
        """Take ``span``, which clashes with none."""
        bisect.insort(self._spans, span)


def with_title_marks(source: str, span: Span) -> Span:
    """``span`` with the title marks round it: a title that is kept keeps them."""
    start, end = span.start, span.end
    if source[start - 1 : start] in ("《", "「", "『") and source[end : end + 1] in ("》", "」", "』"):
        return Span(start - 1, end + 1)
    return span

