"""What to define next: the terms of a corpus that are unknown or in doubt, by how many articles they would settle."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.chinese.key import key
from pipeline.edits import term
from pipeline.lexicon.confidence import value
from pipeline.lexicon.lexicon import LONGEST_TERM
from pipeline.lexicon.termbase import Term
from pipeline.model import Document, Edit, Safety
from pipeline.problems.found import places

_CONTEXTS, _REACH, _PROPOSALS = 2, 40, 4
_POS = {"noun": "noun", "attr": "noun", "verb": "verb", "finite": "verb", "done": "verb", "ing": "verb", "adj": "adj", "adv": "adv"}


@dataclass(slots=True)
class Wanted:
    """What is known of one doubtful term; ``doubt`` sums up how likely each of its places is to be wrong."""

    zh: str
    places: int = 0
    unknown: int = 0
    articles: int = 0
    settles: int = 0
    doubt: float = 0.0
    proposals: Counter[str] = field(default_factory=Counter)
    slots: Counter[str] = field(default_factory=Counter)
    contexts: list[str] = field(default_factory=list)

    def row(self) -> Term:
        """As a row of a glossary to look over: the likeliest wording, the others beside it, the counts as a note."""
        best, *others = [text for text, _ in self.proposals.most_common(_PROPOSALS)] or [""]
        slot = next((_POS[name] for name, _ in self.slots.most_common() if name in _POS), "")
        return Term(self.zh, best, slot, tuple(others), note=f"{self.places} places in {self.articles} articles")


@dataclass(slots=True)
class Suggestions:
    """The doubtful terms of articles that pass by; grows with the terms, not with the articles."""

    wanted: dict[str, Wanted] = field(default_factory=dict)
    articles: int = 0
    doubtful: int = 0
    long: int = 0

    def add(self, doc: Document) -> None:
        """Take one article in."""
        self.articles += 1
        met: set[str] = set()
        for span, edit in places(doc):
            if edit is not None and (edit.safety is Safety.AUTO or edit.kind != "han"):
                continue
            zh = key(term(span.of(doc.source)))
            if not zh or len(zh) > LONGEST_TERM:
                self.long += bool(zh)
                met.add("")
                continue
            met.add(zh)
            one = self.wanted.setdefault(zh, Wanted(zh))
            _count(one, edit)
            if len(one.contexts) < _CONTEXTS:
                one.contexts.append(_context(doc.source, span.start, span.end))
        self.doubtful += bool(met)
        for zh in met - {""}:
            self.wanted[zh].articles += 1
            self.wanted[zh].settles += len(met) == 1

    def ranked(self, top: int = 0) -> list[Wanted]:
        """The terms that would settle most first; ``top`` of them, or all."""
        ordered = sorted(self.wanted.values(), key=lambda w: (-w.settles - w.doubt, -w.articles, -w.places, w.zh))
        return ordered[:top] if top else ordered


def _count(one: Wanted, edit: Edit | None) -> None:
    one.places += 1
    if edit is None or edit.safety is Safety.LEAVE:
        one.unknown += 1
        one.doubt += 1.0
        return
    one.doubt += 1.0 - edit.confidence
    one.slots[value(edit.notes, "slot")] += 1
    base = value(edit.notes, "term") or edit.after.strip()
    for rank, wording in enumerate(dict.fromkeys((base, *(value(c.evidence, "term") or c.text.strip() for c in edit.alternatives)))):
        if wording and rank < _PROPOSALS:
            one.proposals[wording] += _PROPOSALS - rank


def _context(source: str, start: int, end: int) -> str:
    left, right = source[max(0, start - _REACH) : start], source[end : end + _REACH]
    return " ".join(f"{left.rpartition(chr(10))[2]}[{source[start:end]}]{right.partition(chr(10))[0]}".split())
