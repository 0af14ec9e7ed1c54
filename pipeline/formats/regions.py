"""Regions from marks: whatever is not marked is prose, line ends are off, and the whole text is covered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.model import Region, RegionKind, Span
from pipeline.script import HAN

LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# A bar ends a table cell and a bracket that was not opened inside the URL belongs to the sentence around it.
_IN_URL = "^\\s<>\"'“”‘’（），。；、《》|()"
# The lookbehind keeps the local part of an address from being tried at each letter of a long word, which is quadratic.
# A handle or hashtag may hold Chinese: @小红书, #双十一#, and so may the path of a URL.
LINK = re.compile(
    rf"(?:https?://|ftp://|www\.)(?:[{_IN_URL}]|\([{_IN_URL}]*\))+"
    r"|(?:(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+)?@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w/])@[\w{HAN}·-]+|#[^\s#，。]{{1,30}}#|(?<![\w&#/])#(?=[^\W\d_])[\w{HAN}-]+"
)
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")

Mark = tuple[int, int, RegionKind]


def regions(source: str, marks: Iterable[Mark]) -> tuple[Region, ...]:
    """Regions covering ``source`` in order: the marks and the line ends, where two overlap the one that starts first, and prose between them."""
    return covering(source, (*marks, *((m.start(), m.end(), "off") for m in LINE_END.finditer(source))))


def covering(source: str, marks: Iterable[Mark]) -> tuple[Region, ...]:
    """The same where line ends are no matter of course: the marks say what they are."""
    made: list[Region] = []
    at = 0
    for start, end, kind in sorted(marks):
        start = max(start, at)
        if start >= end:
            continue
        if start > at:
            made.append(Region(Span(at, start), "prose"))
        made.append(Region(Span(start, end), kind))
        at = end
    if at < len(source):
        made.append(Region(Span(at, len(source)), "prose"))
    return tuple(made)


def links(source: str, start: int = 0, end: int | None = None) -> Iterable[Mark]:
    """URLs, e-mail addresses, handles and hashtags."""
    end = len(source) if end is None else end
    # Each has one of these signs, and most texts have none: the pattern is slow. Looked for in the part alone, of which a page has thousands.
    if all(source.find(sign, start, end) < 0 for sign in ("://", "www.", "@", "#")):
        return ()
    return ((m.start(), m.end(), "link") for m in LINK.finditer(source, start, end))


def lines(source: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line, without its line end."""
    for match in _LINE.finditer(source):
        yield match.span(1)
        if match.end() == len(source):
            return
