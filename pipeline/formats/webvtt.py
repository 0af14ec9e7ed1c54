"""WebVTT subtitles: the text of the cues is edited; headers, identifiers, timings, settings, notes, styles and tags are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.formats.cues import TIMING, Cue, Cues, trimmed
from pipeline.formats.regions import lines
from pipeline.model import Span

_BARE = re.compile(r"&(?!#\d+;|#[xX][\da-fA-F]+;|[A-Za-z][A-Za-z0-9]*;)|[<>]")
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class WebVtt(Cues):
    """A cue is the lines after a timing line, up to an empty one."""

    name = "webvtt"
    holds = re.compile(r"\A\ufeff?WEBVTT(?:[ \t\r\n]|\Z)")
    refusal = "does not begin with WEBVTT: not WebVTT subtitles"
    suffixes: tuple[str, ...] = (".vtt",)

    def cues(self, source: str) -> Iterator[Cue]:
        """The text after each timing line; none where the header is missing, as for players."""
        if not self.holds.match(source):
            return
        start = -1
        for first, last in lines(source):
            text = source[first:last]
            if TIMING.match(source, first):
                start = last
            elif not text.strip() and start >= 0:
                yield trimmed(source, start, first)
                start = -1
        if start >= 0:
            yield trimmed(source, start, len(source))

    def quote(self, text: str, source: str, span: Span) -> str:
        """One line, and what would begin a tag or an entity as an entity."""
        own = span.of(source)
        return _BARE.sub(lambda m: m[0] if m[0] in own else _NAMES[m[0]], Cues.quote(self, text, source, span))
