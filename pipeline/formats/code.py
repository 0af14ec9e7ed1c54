"""Code in backticks and fences, in Markdown and in plain text that was written like it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.formats.regions import Mark

# Possessive: otherwise a divider such as ``- - - - -`` takes exponential time.
_FENCE_LINE = re.compile(r"(?P<indent>(?:[ \t]*+(?:>|[-*+]|\d+[.)]))*+[ \t]*+)(?P<fence>`{3,}|~{3,})(?P<info>[^\r\n]*)")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TICKS = re.compile(r"`+")


def fenced(source: str, start: int) -> Iterator[Mark]:
    """Fenced code, the fences included; an unclosed fence goes on to the end of its block quote or of the text."""
    if "```" not in source and "~~~" not in source:
        return
    opened: tuple[int, str, bool] | None = None
    for line in LINE.finditer(source, start):
        match = _FENCE_LINE.match(source, line.start(), line.end())
        if opened and opened[2] and not line.group().lstrip(" \t").startswith(">"):
            yield opened[0], line.start(), "code"
            opened = None
        if opened is None and match and not (match["fence"][0] == "`" and "`" in match["info"]):
            opened = (line.start(), match["fence"], ">" in match["indent"])
        elif opened and match and match["fence"].startswith(opened[1]) and not match["info"].strip():
            yield opened[0], line.end(), "code"
            opened = None
        if line.end() == len(source):
            break
    if opened:
        yield opened[0], len(source), "code"


def closed_fences(source: str) -> Iterator[Mark]:
    """Fenced code of plain text: three backticks and their end. A line of tildes is a divider there, never code."""
    if "```" not in source:
        return
    at = -1
    for line in LINE.finditer(source):
        match = _FENCE_LINE.match(source, line.start(), line.end())
        if match and match["fence"][0] == "`" and "`" not in match["info"]:
            if at >= 0 and not match["info"].strip():
                yield at, line.end(), "code"
                at = -1
            elif at < 0:
                at = line.start()
        if line.end() == len(source):
            break


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
