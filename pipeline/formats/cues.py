"""The cues of subtitle files: what a viewer reads is prose, everything else stays; a sentence goes on over lines and cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from pipeline.errors import InputError
from pipeline.formats.regions import Mark, covering, links
from pipeline.formats.whole import Whole
from pipeline.model import Document, Region, RegionKind, Span

TIMING = re.compile(
    r"(?:^|(?<=\r))[ \t]*+(?:\d++:)?\d{1,3}:\d{2}(?:[.,:]\d{1,3})?[ \t]*+-->[ \t]*+(?:\d++:)?\d{1,3}:\d{2}(?:[.,:]\d{1,3})?(?=[ \t\r\n]|\Z)", re.MULTILINE
)
# Position, style and drawing of ASS, as players of SubRip know them; tags; entities; the end of a line that is no end of a cue.
_MARKUP = re.compile(r"\{\\[^{}\r\n]*\}|\\[Nnh]|</?[A-Za-z][^<>\r\n]*>|<\d[\d:.]*>|&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z0-9]*);|\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_DELIBERATE = re.compile(r"<(ruby|lang(?=[ .][^<>\r\n]*\b(?:zh|ja|ko)\b))\b[^<>]*>.*?(?:</\1>|\Z)", re.DOTALL)
_SPEAKER = re.compile(r"[ \t]*[-–—♪#>]")
_ENDED = re.compile(r"[.!?。！？:：♪…][\"'”’)\]）」』]*\Z")

Cue = tuple[int, int]


class Cues(Whole):
    """A format says where the text of its cues stands, what each of its files ``holds``, and what one without that is refused with."""

    __slots__ = ()
    holds: ClassVar[re.Pattern[str]]
    refusal: ClassVar[str]

    def cues(self, source: str) -> Iterator[Cue]:
        """Where the text of each cue stands, from its first character to its last, line ends between them included."""
        raise NotImplementedError

    def read(self, data: bytes, name: str) -> list[Document]:
        """The one document. Raises InputError where ``data`` is no text, or another kind of text."""
        docs = Whole.read(self, data, name)
        if docs[0].source.strip() and not self.holds.search(docs[0].source):
            raise InputError(f"{name}: {self.refusal}")
        return docs

    def regions(self, source: str) -> tuple[Region, ...]:
        """Regions that cover ``source``."""
        cues = [cue for cue in self.cues(source) if cue[1] > cue[0]]
        return covering(source, (*_between(source, cues), *(mark for cue in cues for mark in _within(source, *cue))))

    def quote(self, text: str, source: str, span: Span) -> str:
        """A cue ends at an empty line: what is written into it is one line."""
        return re.sub(r"\s*[\r\n]+\s*", " ", text).replace("-->", "->")


def trimmed(source: str, start: int, end: int) -> Cue:
    """Without the blanks and line ends around it."""
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _between(source: str, cues: Sequence[Cue]) -> Iterator[Mark]:
    """What stands before, between and after the cues. A sentence goes on where one cue ends in its middle and the next begins in lower case."""
    if not cues:
        yield 0, len(source), "off"
        return
    yield 0, cues[0][0], "break"
    for (start, end), (following, last) in zip(cues, cues[1:], strict=False):
        said, next_said = _MARKUP.sub(" ", source[start:end]).rstrip(), _MARKUP.sub(" ", source[following:last]).lstrip()
        goes_on = said and not _ENDED.search(said) and next_said[:1].islower()
        yield end, following, "markup" if goes_on else "break"
    yield cues[-1][1], len(source), "break"


def _within(source: str, start: int, end: int) -> Iterable[Mark]:
    for match in _DELIBERATE.finditer(source, start, end):
        yield match.start(), match.end(), "off"
    for match in _MARKUP.finditer(source, start, end):
        kind: RegionKind = "break" if match[0][0] in "\r\n" and _SPEAKER.match(source, match.end(), end) else "markup"
        yield match.start(), match.end(), kind
    yield from links(source, start, end)
