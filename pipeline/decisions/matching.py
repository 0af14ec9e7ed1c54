"""Finding the place of a decision again: by its id, or where that has changed by what stands around it; never by a guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline import edits
from pipeline.decisions.record import Decision
from pipeline.model import Span
from pipeline.script import has_han
from pipeline.spans import SpanIndex, Taken

How = Literal["exact", "relocated", "superseded", "orphaned"]
# Measured over random source edits: below this score, or this near to another place, a match begins to be a guess.
SCORE_FROM = 60.0
MARGIN = 8.0
# Where the article has the words once only, less is enough: of two places chosen at random 1 pair in 700 scores above it.
ALONE_FROM = 50.0
_SIDE, _PLACE = 45.0, 10.0
# What was decided is looked for in a wider stretch, since a sentence may have been put in between.
_WINDOW, _WIDE = 60, 180


@dataclass(frozen=True, slots=True)
class Match:
    """Where a decision belongs now: the span of its ``before``; none where it is orphaned, or where a later decision has its
    place, as when somebody confirmed what was carried over. ``score`` is out of 100."""

    decision: Decision
    how: How
    span: Span | None = None
    score: float = 0.0


def match(source: str, decisions: Iterable[Decision], places: Iterable[Span] | None = None) -> list[Match]:
    """One Match a decision, in order, which is that of their last lines. No place gets two decisions; of two that fit nobody knows which is meant.

    Only ``places``, where they are given, are looked at: the leftovers, not the code and the links of the article.
    """
    given = list(decisions)
    spots = _Spots(source, places)
    found = {number: Match(d, "exact", span, 100.0) for number, d in enumerate(given) if (span := spots.exact(d))}
    taken = Taken()
    for number in sorted(found):
        span = found[number].span
        if span is None or taken.clashes(span):
            del found[number]
        else:
            taken.take(span)
    rest = [number for number in range(len(given)) if number not in found]
    owners = {m.span: number for number, m in found.items()}
    for score, number, span in _relocated(spots, [(n, given[n]) for n in rest]):
        if not taken.clashes(span):
            taken.take(span)
            found[number] = Match(given[number], "relocated", span, round(score, 1))
        elif owners.get(span, -1) > number:
            found[number] = Match(given[number], "superseded", None, round(score, 1))
    return [found.get(number) or Match(d, "orphaned") for number, d in enumerate(given)]


def same_article(one: str, other: str) -> bool:
    """True where two names of articles can be the same file, named from different folders."""
    return one == other or one.endswith(f"/{other}") or other.endswith(f"/{one}")


class _Spots:
    """The places of one text where a decision could belong."""

    def __init__(self, source: str, places: Iterable[Span] | None) -> None:
        self.source = source
        self._allowed = None if places is None else SpanIndex(places, lambda span: span)
        self._places = edits.Places(source)
        self._found: dict[str, list[Span]] = {}
        self._sides: dict[Span, tuple[frozenset[str], frozenset[str]]] = {}

    def exact(self, decision: Decision) -> Span | None:
        """The place with the id of ``decision``; none where copies of it have come or gone, since ids number them."""
        for span in self.of(decision):
            if self._places.id_of(span) == decision.edit:
                return span if self._places.copies(span) == decision.context.copies else None
        return None

    def of(self, decision: Decision) -> list[Span]:
        """Where ``before`` stands, and whether more Chinese touches it is as it was."""
        if decision.before not in self._found:
            self._found[decision.before] = [s for s in _occurrences(self.source, decision.before) if self._is_allowed(s)]
        glued = has_han(decision.context.prefix[-1:]), has_han(decision.context.suffix[:1])
        return [s for s in self._found[decision.before] if (has_han(self.source[max(0, s.start - 1) : s.start]), has_han(self.source[s.end : s.end + 1])) == glued]

    def _is_allowed(self, span: Span) -> bool:
        return self._allowed is None or bool(self._allowed.overlapping(span))

    def score(self, decision: Decision, span: Span) -> float:
        """0 to 100: 45 for each side that reads the same, 10 for the same share of the article before it."""
        if span not in self._sides:
            self._sides[span] = _pieces(self.source[max(0, span.start - _WIDE) : span.start]), _pieces(self.source[span.end : span.end + _WIDE])
        left_side, right_side = self._sides[span]
        prefix, suffix = _pieces(decision.context.prefix[-_WINDOW:]), _pieces(decision.context.suffix[:_WINDOW])
        near = 0.5 if decision.context.place < 0 else 1 - min(1.0, 4 * abs(decision.context.place - span.start / max(1, len(self.source))))
        return _SIDE * _found_again(prefix, left_side) + _SIDE * _found_again(suffix, right_side) + _PLACE * near


def _relocated(spots: _Spots, rest: Sequence[tuple[int, Decision]]) -> list[tuple[float, int, Span]]:
    """``(score, number, span)``, best first, of the decisions whose best place is good and clearly the best one, and which
    are clearly the best decision for that place."""
    wanted: dict[Span, list[tuple[float, int]]] = {}
    for number, decision in rest:
        scored = sorted(((spots.score(decision, span), span) for span in spots.of(decision)), reverse=True)
        least = SCORE_FROM if len(scored) > 1 else ALONE_FROM
        if scored and scored[0][0] >= least and (len(scored) == 1 or scored[0][0] - scored[1][0] >= MARGIN):
            wanted.setdefault(scored[0][1], []).append((scored[0][0], number))
    clear = []
    for span, rivals in wanted.items():
        rivals.sort(reverse=True)
        if len(rivals) == 1 or rivals[0][0] - rivals[1][0] >= MARGIN:
            clear.append((*rivals[0], span))
    return sorted(clear, reverse=True)


def _occurrences(source: str, text: str) -> Iterable[Span]:
    at = source.find(text) if text else -1
    while at >= 0:
        yield Span(at, at + len(text))
        at = source.find(text, at + 1)


def _pieces(text: str) -> frozenset[str]:
    """Four characters at a time of what is left when case and marks are folded, the ends included."""
    bare = edits.folded(text)
    return frozenset(bare[n : n + 4] for n in range(max(1, len(bare) - 3))) if bare else frozenset()


def _found_again(was: frozenset[str], there: frozenset[str]) -> float:
    """The share of ``was`` that still stands ``there``; an end of the article is only like an end."""
    if not was or not there:
        return float(was == there)
    return len(was & there) / len(was)
