"""Line and column of an offset, and the words around an edit."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

# As git, GitHub and grep count lines; U+2028, U+0085 and the like are characters of a line.
_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The line starts of a text, for many lookups."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Lines as git and GitHub count them."""
        return cls((0, *(m.end() for m in _LINE_END.finditer(text))))

    def place(self, offset: int) -> tuple[int, int]:
        """``(line, column)``, both from 1, the column in code points."""
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def newline_kind(text: str) -> str:
    """``lf``, ``crlf`` or ``mixed``."""
    crlf = text.count("\r\n")
    if crlf == 0 and "\r" not in text:
        return "lf"
    return "crlf" if crlf == text.count("\n") == text.count("\r") else "mixed"
