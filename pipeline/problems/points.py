"""Line and column of an offset in the three units that tools count in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A place in a text, everything from 1: the column in code points, in UTF-16 code units and in UTF-8 bytes."""

    line: int
    column: int
    utf16: int
    utf8: int

    def below(self, lines: int) -> Point:
        """The same place, ``lines`` further down."""
        return replace(self, line=self.line + lines)


def points(source: str, offsets: Iterable[int], first: int = 1) -> dict[int, Point]:
    """The point of each of ``offsets``, which count code points of ``source``; its first line is number ``first``. Costs one walk over the text.

    Lines end at LF, as git, GitHub and grep count them: U+2028, U+0085 and VT are characters of a line, CR before LF is
    the last one. A byte order mark is no part of the text and not counted.
    """
    found: dict[int, Point] = {}
    line, start, at, utf16, utf8 = first, 0, 0, 1, 1
    for offset in sorted(set(offsets)):
        ends = source.count("\n", at, offset)
        if ends:
            line, start = line + ends, source.rindex("\n", at, offset) + 1
            at, utf16, utf8 = start, 1, 1
        passed = source[at:offset]
        utf16 += len(passed.encode("utf-16-le", "surrogatepass")) // 2
        utf8 += len(passed.encode("utf-8", "surrogatepass"))
        at = offset
        found[offset] = Point(line, offset - start + 1, utf16, utf8)
    return found
