"""What a command writes on: colour only for a terminal that wants it, lines no longer than it is wide."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass

from pipeline.reports.columns import clipped

_MARKED = re.compile(r"(\[-.*?-\])?(\{\+.*?\+\})|(\[-.*?-\])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Screen:
    """``columns`` wide; ``colour`` adds colour to what reads the same without it."""

    columns: int = 80
    colour: bool = False

    @classmethod
    def standard(cls) -> Screen:
        """Standard output: 80 columns and no colour where it is no terminal; no colour where NO_COLOR is set to anything."""
        if not sys.stdout.isatty():
            return cls()
        colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(max(40, shutil.get_terminal_size().columns), colour)

    def dim(self, text: str) -> str:
        """What is not read first."""
        return self._in("2", text)

    def bold(self, text: str) -> str:
        """What is read first."""
        return self._in("1", text)

    def styled(self, kind: str, text: str) -> str:
        """A line of a word diff by its kind: names bold, places and details dim and no longer than the screen, text marked."""
        if kind == "text":
            return self.marked(text)
        return self.bold(text) if kind == "name" else self.dim(clipped(text, self.columns) if kind == "detail" else text)

    def marked(self, text: str) -> str:
        """A word diff: ``[-before-]`` red, ``{+after+}`` blue, told apart by their marks where colours are not."""
        if not self.colour:
            return text
        return _MARKED.sub(lambda m: (self._in("31", m[1] or m[3]) if m[1] or m[3] else "") + (self._in("1;34", m[2]) if m[2] else ""), text)

    def _in(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour else text
