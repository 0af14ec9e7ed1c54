"""Code in backticks and fences, in Markdown and in plain text that was written like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.formats.regions import Mark

_FENCE_LINE = re.compile(r"(?P<indent>(?:[ \t]*(?:>|[-*+]|\d+[.)])[ \t]*)*[ \t]*)(?P<fence>`{3,}|~{3,})(?P<info>[^\r\n]*)")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TICKS = re.compile(r"`+")


def fenced(source: str, start: int) -> Iterator[Mark]:
    """Fenced code, the fences included; an unclosed fence goes on to the end."""
    if "```" not in source and "~~~" not in source:
        return
    opened: tuple[int, str] | None = None
    for line in LINE.finditer(source, start):
        match = _FENCE_LINE.match(source, line.start(), line.end())
        if opened is None and match and not (match["fence"][0] == "`" and "`" in match["info"]):
            opened = (line.start(), match["fence"])
        elif opened and match and match["fence"].startswith(opened[1]) and not match["info"].strip():
            yield opened[0], line.end(), "code"
            opened = None
        if line.end() == len(source):
            break
    if opened:
        yield opened[0], len(source), "code"


def code_spans(source: str, start: int) -> Iterator[Mark]:
    """Backticks up to the next run of the same length within the paragraph."""
    for first in re.finditer(r"(?:[^\r\n]|\r?\n(?![ \t]*\r?\n))+", source[start:]) if "`" in source else ():
        runs = [(start + first.start() + m.start(), len(m.group())) for m in _TICKS.finditer(first.group())]
        later: dict[int, list[int]] = {}
        for place, length in reversed(runs):
            later.setdefault(length, []).append(place)
        at = -1
        for place, length in runs:
            ends = later[length]
            while ends and ends[-1] <= place:
                ends.pop()
            if place >= at and ends and source[place - 1 : place] != "\\":
                at = ends[-1] + length
                yield place, at, "code"
