"""Offsets of a text as positions of the language server protocol, and back."""

from __future__ import annotations

import bisect
import re

from pipeline.model import Span

# The protocol ends lines at LF, CR LF and CR, and nowhere else: U+2028 is a character of a line.
_LINE_END = re.compile(r"\r\n|\n|\r")
_UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Positions:
    """The lines of one text, counted in the units that client and server agreed on: utf-8, utf-16 or utf-32."""

    def __init__(self, source: str, encoding: str) -> None:
        self._source, self._encoding = source, encoding
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> tuple[int, int]:
        """``(line, character)``, both from 0."""
        line = bisect.bisect_right(self._starts, offset) - 1
        return line, self._length(self._source[self._starts[line] : offset])

    def offset(self, line: int, character: int) -> int:
        """The offset of a position; one behind the end of a line is its end, one behind the last line the end of the text."""
        if line >= len(self._starts):
            return len(self._source)
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._source)
        text = self._source[self._starts[line] : end].rstrip("\r\n")
        units = text.encode(_UNITS[self._encoding], "surrogatepass")[: character * _WIDTH[self._encoding]]
        return self._starts[line] + len(units.decode(_UNITS[self._encoding], "ignore"))

    def line_end(self, offset: int) -> int:
        """The offset where the line of ``offset`` ends, its line end not included."""
        match = _LINE_END.search(self._source, offset)
        return match.start() if match else len(self._source)

    def span(self, start: tuple[int, int], end: tuple[int, int]) -> Span:
        """The span between two positions."""
        return Span(self.offset(*start), self.offset(*end))

    def _length(self, text: str) -> int:
        return len(text.encode(_UNITS[self._encoding], "surrogatepass")) // _WIDTH[self._encoding]
