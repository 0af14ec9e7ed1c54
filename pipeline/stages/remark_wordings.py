"""Remarks on a term that stands in one article in two wordings: ``刘强东`` -> Liu Qiangdong where the English says Richard Liu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline import edits
from pipeline.lexicon.confidence import value
from pipeline.lexicon.lexicon import load
from pipeline.lexicon.namesakes import Name, names
from pipeline.model import Document, Edit, Remark, Safety, Span
from pipeline.script import HAN_CHARACTER

# Two or more words with capitals, as a name is written; a particle or an initial may stand between them.
_NAME = re.compile(r"\b[A-Z][\w'’-]*(?:[ \u00a0](?:[A-Z][\w'’-]*|de|da|van|von))*")
# Where one name is given right beside the other, the article explains it: Richard Liu (Liu Qiangdong), Jack Ma, also known as Ma Yun.
_EXPLAINS = re.compile(r"[\s,(（“\"'’]*(?:(?:also|formerly|better|otherwise)?\s*(?:known as|called|aka|a\.k\.a\.|or|born|né)?)[\s:“\"'‘]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RemarkWordings:
    """Of what was repaired, the same Chinese in two wordings; of people and of names in a glossary, two names for one in the English."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        if not (doc.edits or doc.findings):
            return doc
        return doc.remarking((*_of_repairs(doc), *_of_names(doc, self.glossaries), *_of_refused(doc, self.glossaries, self.dictionary)))


def _of_repairs(doc: Document) -> Iterator[Remark]:
    """The same Chinese with another wording than where it stood first, for the same place in a sentence."""
    first: dict[tuple[str, str], tuple[str, Edit]] = {}
    for edit in doc.edits:
        zh, base, slot = edits.term(edit.before), value(edit.notes, "term"), value(edit.notes, "slot")
        if edit.safety is Safety.LEAVE or not (zh and base):
            continue
        wording, earlier = first.setdefault((zh, slot), (base, edit))
        if wording.casefold() != base.casefold():
            yield Remark(edit.span, "wording", f"{zh} is '{base}' here and '{wording}' on line {_line(doc, earlier.span)}", (wording,))


def _of_names(doc: Document, glossaries: tuple[str, ...]) -> Iterator[Remark]:
    """Every name that is another one's than the article uses most, once each, unless the article says that both are one."""
    known = names(glossaries)
    used: dict[str, dict[str, list[Span]]] = {}
    for span, name in _names_in(doc, known):
        used.setdefault(name.zh, {}).setdefault(name.text, []).append(span)
    for zh, wordings in used.items():
        if len(wordings) < 2:
            continue
        most, *others = sorted(wordings, key=lambda text: (-len(wordings[text]), wordings[text][0]))
        for other in others:
            if not _explained(doc, wordings[most], wordings[other]):
                place = wordings[other][0]
                yield Remark(place, "wording", f"{zh} is '{other}' here and '{most}' on line {_line(doc, wordings[most][0])}", (most,))


def _names_in(doc: Document, known: Mapping[str, Name]) -> Iterator[tuple[Span, Name]]:
    """The known names of the article as it will read, each at the place in the source where it stands or will stand."""
    for edit in doc.edits:
        if edit.safety > Safety.LEAVE and edit.after.strip() in known:
            yield edit.span, known[edit.after.strip()]
    for part in doc.prose():
        for m in _NAME.finditer(doc.source, part.start, part.end):
            yield from ((Span(m.start() + a, m.start() + b), known[text]) for a, b, text in _parts(m[0]) if text in known)


def _parts(text: str) -> Iterator[tuple[int, int, str]]:
    """``text`` and what is left of it without words at its ends: a name may stand behind a title or at the start of a headline."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + 4)):
            start, end = words[first][0], words[last][1]
            yield start, end, re.sub(r"['’]s$", "", text[start:end]).replace("\u00a0", " ")


def _explained(doc: Document, one: list[Span], other: list[Span]) -> bool:
    return any(_beside(doc.source, min(a, b), max(a, b)) for a in one for b in other)


def _beside(source: str, first: Span, second: Span) -> bool:
    between = source[first.end : second.start]
    return len(between) < 30 and _EXPLAINS.fullmatch(between) is not None


def _of_refused(doc: Document, glossaries: tuple[str, ...], dictionary: bool) -> Iterator[Remark]:
    """The article's own English where it uses a wording that the glossary of the house refuses for a term of the article."""
    if not (glossaries or doc.settings.glossaries):
        return
    lexicon = load(glossaries, dictionary, doc.settings)
    for zh in dict.fromkeys(edits.term(e.before) for e in doc.edits):
        own = [s.term for s in lexicon.senses(zh) if s.rank == 0] if zh else []
        better = tuple(t.en for t in own if not t.refused)
        for refused in (t.en for t in own if t.refused):
            for span in _standing(doc, refused):
                yield Remark(span, "wording", f"the glossary refuses '{refused}' for {zh}", better)


def _standing(doc: Document, wording: str) -> Iterator[Span]:
    pattern = re.compile(rf"(?<!\w){re.escape(wording)}(?!\w)", re.IGNORECASE)
    for part in doc.prose():
        yield from (Span(m.start(), m.end()) for m in pattern.finditer(doc.source, part.start, part.end) if not HAN_CHARACTER.search(m[0]))


def _line(doc: Document, span: Span) -> int:
    return doc.source.count("\n", 0, span.start) + 1
