"""The verb that goes with the English noun beside it: ``He 开 a truck`` -> "drives", ``they 开 a meeting`` -> "hold"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.collocations import has_senses, term_beside
from pipeline.chinese.key import key
from pipeline.english.tagger import ANY, tag
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import candidates, each_run
from pipeline.stages.surroundings import Surroundings

# Above what the termbase has for the word alone, below the glossary of a user.
_WEIGHT = 1.35
_WINDOW = 120
_ASPECTS = "了过着"


@dataclass(frozen=True, slots=True)
class ProposeCollocations:
    """Only for verbs of the table, and only where one of its nouns stands beside them."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    if not has_senses(zh):
        zh = zh.rstrip(_ASPECTS)
        if not has_senses(zh):
            return
    before, after = found.sides(span)
    beside = term_beside(zh, tag(before[-_WINDOW:])[::-1], tag(f"{ANY} {after[:_WINDOW].lstrip()}")[1:])
    if beside:
        term, noun = beside
        yield from candidates(term, Origin("glossary", "beside"), _WEIGHT, span, found.slot(span), doc.source, ("rank:1", f"zh:{zh}", f"beside:{noun}"))
