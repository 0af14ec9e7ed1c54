"""SubRip subtitles: the text of the cues is edited; numbers, timings, positions and tags are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.formats.cues import TIMING, Cue, Cues, trimmed
from pipeline.formats.regions import lines


@dataclass(frozen=True, slots=True)
class SubRip(Cues):
    """A cue goes on to the next timing line, as players read it: an empty line in a text does not end it."""

    name = "subrip"
    holds = TIMING
    refusal = "no timing line such as 00:00:01,000 --> 00:00:04,000: not SubRip subtitles"
    suffixes: tuple[str, ...] = (".srt",)

    def cues(self, source: str) -> Iterator[Cue]:
        """The text after each timing line, up to the number of the next cue."""
        begun = False
        # ``number`` is where the text ends if the last line is the number of the next cue.
        start = end = number = 0
        for first, last in lines(source):
            text = source[first:last]
            if TIMING.match(source, first):
                if begun:
                    yield trimmed(source, start, number)
                begun, start, end, number = True, last, last, last
            elif text.strip():
                number, end = (end if text.strip().isdecimal() else last), last
        if begun:
            yield trimmed(source, start, end)
