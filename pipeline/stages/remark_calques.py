"""Remarks on English that says Chinese word by word: ``the era of stock`` -> perhaps "mature-market era". Off unless asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.lexicon.calques import Calque, shipped
from pipeline.model import Document, Remark, Span

_WORD = re.compile(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*")
_LINE_END = re.compile(r"[ \t]*\r?\n?[ \t]*")
# As far as this on both sides, inside the sentence, a word of ``unless`` says that the words mean what they say.
_REACH = 80
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class RemarkCalques:
    """Looks the words of the article up in the table that ships."""

    def __call__(self, doc: Document) -> Document:
        return doc.remarking(remark for part in _paragraphs(doc) for remark in _in_prose(doc, part))


def _paragraphs(doc: Document) -> Iterator[Span]:
    """The prose of ``doc``, lines that one line end parts taken together: a phrase may go over it."""
    start = end = -1
    for part in doc.prose():
        if end >= 0 and _LINE_END.fullmatch(doc.source, end, part.start):
            end = part.end
            continue
        if end >= 0:
            yield Span(start, end)
        start, end = part.start, part.end
    if end >= 0:
        yield Span(start, end)


def _in_prose(doc: Document, part: Span) -> Iterator[Remark]:
    table = shipped()
    words = [(m.start(), m.end(), m[0].lower().replace("’", "'")) for m in _WORD.finditer(doc.source, part.start, part.end)]
    taken = part.start
    for place, (start, _, word) in enumerate(words):
        if start < taken:
            continue
        for calque in table.get(word, ()):
            size = len(calque.words)
            if tuple(w for _, _, w in words[place : place + size]) != calque.words:
                continue
            span = Span(start, words[place + size - 1][1])
            if _together(span.of(doc.source)) and not _means_it(doc.source, span, part, calque):
                yield Remark(span, "calque", f"'{' '.join(span.of(doc.source).split())}' is {calque.zh} word by word", calque.better)
                taken = span.end
                break


def _together(text: str) -> bool:
    """True where only blanks and at most one line end part the words: over a comma they are no phrase."""
    return re.fullmatch(r"[\w'’-]+(?:[ \t]*\r?\n?[ \t]*[\w'’-]+)*", text) is not None


def _means_it(source: str, span: Span, part: Span, calque: Calque) -> bool:
    if not calque.unless:
        return False
    before = source[max(part.start, span.start - _REACH) : span.start]
    after = source[span.end : min(part.end, span.end + _REACH)]
    ends = [m.end() for m in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(after)
    near = {w.lower() for w in _WORD.findall(before[ends[-1] if ends else 0 :] + " " + after[: stop.start() if stop else len(after)])}
    return not near.isdisjoint(calque.unless)
