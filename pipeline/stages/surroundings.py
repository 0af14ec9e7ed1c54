"""The English around a fragment: its block and sentence, with other fragments, code and links replaced by stand-ins."""

from __future__ import annotations

import bisect
import functools
import html
import re
from dataclasses import replace

from pipeline.chinese.key import key
from pipeline.english.sentence.frame import Frame, read_frame
from pipeline.english.sentence.rereading import PlaceKind
from pipeline.english.sentence.speech import Reporting, reporting_in
from pipeline.english.sentence.tagger import ANY, LINK, Token, tag
from pipeline.english.slots.reading import read_slot
from pipeline.english.slots.slot import Slot
from pipeline.english.wording.parts import part_of_speech
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Document, Span
from pipeline.script import english_of
from pipeline.spans import SpanIndex

_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# A block without an end for so long is cut there: each of its fragments would read all of it, and a text of one line would cost the square of its length.
_FAR = 4000
# A line that is wrapped is at least so long.
_WRAPS_AT = 46
_MARKDOWN_LEAD = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?)*")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|~~")
_BREAK = re.compile(r"[\n\r]+")
_LAST_END, _FIRST_END = re.compile(r".*[.!?。！？]\s", re.DOTALL), re.compile(r"[.!?。！？](?:\s|$)")
# What no heading ends or begins with.
_CLOSING, _LISTED = tuple(".!?:;,。！？：；，\"”’|)"), ("-", "*", ">", "|", '"', "“")
# How many characters beside a place are read for the words that go with what it says.
_BESIDE = 120
# How far back narration is read for its tense.
_PARAGRAPH = 300
_STAND_IN_OF = {"verb": "\ue001", "adj": "\ue002", "pp": "\ue002", "adv": "\ue003", "num": "\ue004"}


class Surroundings:
    """Views of one document for its fragments; they depend on its text, regions and findings, on nothing that stages add."""

    def __init__(self, doc: Document, lexicon: Lexicon) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._opaque = {r.span for r in doc.regions if r.kind in ("code", "link")}
        self._frames: dict[Span, Frame] = {}
        self._blocks: dict[Span, Span] = {}
        self._slots: dict[Span, Slot] = {}
        self._before: dict[Span, tuple[Token, ...]] = {}
        self._after: dict[Span, tuple[Token, ...]] = {}
        self._sentences: dict[Span, str] = {}
        self._stand_ins: dict[Span, str] = {}
        self._markup = {r.span for r in doc.regions if r.kind == "markup"}
        self._hidden = SpanIndex([*(f.span for f in doc.findings if f.kind == "han"), *self._opaque, *self._markup], lambda span: span)

    def slot(self, span: Span) -> Slot:
        """What the English around ``span`` asks for."""
        if span not in self._slots:
            frame = self._frame(span)
            modifier = self._doc.source[span.end - 1 : span.end] == "的"
            self._slots[span] = read_slot(frame.left, frame.right, frame.kind, frame.title, self._told(span, frame), _STAND_IN_OF["adj"] if modifier else ANY, self._kind(span), self._reporting)
        return self._slots[span]

    def slot_within(self, span: Span, before: str, after: str) -> Slot:
        """The slot of the middle of ``span``, where its ends are the English ``before`` and ``after``."""
        frame = self._frame(span)
        return read_slot(_joined(frame.left, before), _joined(after, frame.right), frame.kind, frame.title, self._told(span, frame), reporting=self._reporting)

    def _told(self, span: Span, frame: Frame) -> str:
        """The end of the narration before the block, for the first sentences of a paragraph."""
        start = self.block(span).start
        return "" if frame.kind or len(frame.left) > _PARAGRAPH else self._doc.source[max(0, start - _PARAGRAPH) : start]

    @functools.cached_property
    def _reporting(self) -> Reporting:
        """How the article reports what is said in it."""
        return reporting_in(self._doc.source)

    def _frame(self, span: Span) -> Frame:
        if span not in self._frames:
            block = self.block(span)
            left, right = self._shown(Span(block.start, span.start)), self._shown(Span(span.end, block.end))
            frame = read_frame(left, right)
            if not frame.kind and self._is_heading(span):
                frame = replace(frame, kind="heading")
            # Plain text, too, has lists, tables and emphasis.
            self._frames[span] = Frame(frame.kind, _plain(_without_lead(frame.left)).replace("[", ""), _plain(frame.right), frame.title)
        return self._frames[span]

    def sides(self, span: Span) -> tuple[str, str]:
        """The text of the block before and after ``span``, marks of emphasis left out."""
        frame = self._frame(span)
        return frame.left, frame.right

    def words_before(self, span: Span) -> tuple[Token, ...]:
        """The words right before ``span``, nearest first."""
        if span not in self._before:
            self._before[span] = tuple(tag(self._frame(span).left[-_BESIDE:])[::-1])
        return self._before[span]

    def words_after(self, span: Span) -> tuple[Token, ...]:
        """The words right behind ``span``, nearest first."""
        if span not in self._after:
            self._after[span] = tuple(tag(f"{ANY} {self._frame(span).right[:_BESIDE].lstrip()}")[1:])
        return self._after[span]

    def block(self, span: Span) -> Span:
        """The line that ``span`` stands in, joined with the lines that it was wrapped over."""
        if span not in self._blocks:
            self._blocks[span] = self._block(span)
        return self._blocks[span]

    def _block(self, span: Span) -> Span:
        starts, ends = self._breaks
        size = len(self._doc.source)
        before, after = bisect.bisect_right(ends, span.start) - 1, bisect.bisect_left(starts, span.end)
        start = ends[before] if before >= 0 and starts[before] >= span.start - _FAR else max(0, span.start - _FAR)
        end = starts[after] if after < len(starts) and ends[after] <= min(size, span.end + _FAR) else min(size, span.end + _FAR)
        return Span(start, end)

    @functools.cached_property
    def _breaks(self) -> tuple[list[int], list[int]]:
        """Where the ends of blocks start and end; found once, not for each fragment."""
        source = self._doc.source
        ends = (Span(m.start(), m.end()) for m in _LINE_END.finditer(source) if not _wrapped(source, m.start(), m.end()))
        said = SpanIndex((r.span for r in self._doc.regions if r.kind in ("markup", "break")), lambda span: span)
        rows = sorted((*(end for end in ends if not said.overlapping(end)), *(r.span for r in self._doc.regions if r.kind == "break")))
        return [row.start for row in rows], [row.end for row in rows]

    def sentence(self, span: Span) -> str:
        """The sentence around ``span``, lower case: what conditions of the termbase are looked for in."""
        if span not in self._sentences:
            left, right = self.sides(span)
            begun, ended = _LAST_END.match(left), _FIRST_END.search(right)
            self._sentences[span] = f"{left[begun.end() :] if begun else left} {right[: ended.start()] if ended else right}".lower()
        return self._sentences[span]

    @functools.cached_property
    def english(self) -> str:
        """The English of the whole article, lower case."""
        return english_of(self._doc.source)

    def _is_heading(self, span: Span) -> bool:
        line = self.block(span).of(self._doc.source).strip()
        if line.startswith("#"):
            return True
        return len(line) < 90 and not line.endswith(_CLOSING) and not line.startswith(_LISTED)

    def _shown(self, part: Span) -> str:
        """The text of ``part`` with stand-ins: one letter for each other fragment, code or link."""
        pieces: list[str] = []
        at = part.start
        for span in self._hidden.within(part):
            if span.start >= at:
                if span not in self._stand_ins:
                    self._stand_ins[span] = self._stand_in(span)
                pieces += (self._doc.source[at : span.start], self._stand_ins[span])
                at = span.end
        pieces.append(self._doc.source[at : part.end])
        text = "".join(pieces)
        return _BREAK.sub(" ", text) if "\n" in text or "\r" in text else text

    def _kind(self, span: Span) -> PlaceKind:
        """What the lexicon has it as, where that is one thing: a verb and nothing else, a verb and its noun, a noun, an adjective with or without its adverb, or a phrase of several words that ends in one."""
        zh = key(span.of(self._doc.source))
        parts = {sense.term.pos for sense in self._lexicon.senses(zh) if sense.rank < 2}
        if not parts and len(zh) > 3:
            parts = {sense.term.pos for sense in self._lexicon.senses(zh[-2:]) if sense.rank < 2}
        if "adj" in parts and parts <= {"adj", "adv"}:
            return "adj"
        if parts == {"verb", "noun"}:
            return "deed"
        return "verb" if parts == {"verb"} else "noun" if parts and parts <= {"noun", "np", "name", "num"} else ""

    def _stand_in(self, span: Span) -> str:
        if span in self._opaque:
            return LINK
        if span in self._markup:
            return _as_read(span.of(self._doc.source))
        senses = self._lexicon.senses(key(span.of(self._doc.source)))
        if not senses:
            return f" {ANY} "
        return f" {_STAND_IN_OF.get(part_of_speech(senses[0].term, senses[0].term.en), ANY)} "


def _without_lead(text: str) -> str:
    """``text`` without the marks of a heading, a list or a quotation at its start."""
    lead = _MARKDOWN_LEAD.match(text)
    return text[lead.end() :] if lead else text


def _plain(text: str) -> str:
    """``text`` without marks of emphasis."""
    return _EMPHASIS.sub("", text) if "*" in text or "_" in text or "~~" in text else text


_KEPT = 64
_views: dict[int, tuple[Document, Lexicon, Surroundings]] = {}


def surroundings(doc: Document, lexicon: Lexicon) -> Surroundings:
    """The views of ``doc``, the same object for every stage that asks while its text, regions and findings are the same."""
    kept = _views.get(id(doc.findings))
    if kept and kept[0].findings is doc.findings and kept[0].regions is doc.regions and kept[0].source is doc.source and kept[1] is lexicon:
        return kept[2]
    if len(_views) >= _KEPT:
        _views.clear()
    made = Surroundings(doc, lexicon)
    _views[id(doc.findings)] = (doc, lexicon, made)
    return made


def _wrapped(source: str, start: int, end: int) -> bool:
    """A single line end inside a sentence: what follows is lower case, what stands before ends no sentence."""
    if source[start:end] not in ("\n", "\r\n", "\r") or end >= len(source) or start == 0:
        return False
    if not source[end].islower() or source[start - 1] in ".!?:;。！？" or start < _WRAPS_AT:
        return False
    # No further back than it matters: a text without any carriage return is long.
    line = source[start - _WRAPS_AT : start]
    return "\n" not in line and "\r" not in line


def _as_read(markup: str) -> str:
    """What a reader sees in the place of ``markup``: the character of an entity, a blank for a line end, nothing for a tag."""
    return html.unescape(markup) if markup.startswith("&") else " " if _LINE_END.search(markup) else ""


def _joined(left: str, right: str) -> str:
    return f"{left} {right}" if left and right and not left[-1].isspace() and right[0].isalnum() else left + right
