"""The last resort, a clause word by word: ``我已经重新下单`` -> "I already reorder". Never certain, always for review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.chinese.literal import literal, sentence
from pipeline.lexicon.lexicon import Lexicon, load
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.spans import SpanIndex
from pipeline.stages.senses import fitting, seamed
from pipeline.stages.surroundings import Surroundings, surroundings

_FIT = 0.05


@dataclass(frozen=True, slots=True)
class ProposeLiteral:
    """Only for runs that no other stage has proposed anything for. Options as of ``propose_terms``."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        proposed = {c.span for c in doc.candidates}
        spans = [f.span for f in doc.open() if f.kind == "han" and f.span not in proposed]
        if not spans:
            return doc
        wider = SpanIndex(doc.candidates, lambda c: c.span)
        spans = [span for span in spans if not wider.covering(span)]
        if not spans:
            return doc
        lexicon = load(self.glossaries, self.dictionary, doc.settings)
        found = surroundings(doc, lexicon)
        return doc.proposing(c for span in spans for c in _proposed(doc, lexicon, found, span))


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    near = found.sentence(span)
    text = literal(key(span.of(doc.source)), lexicon, lambda senses: fitting(senses, near, found.english))
    if text:
        text = sentence(text) if found.slot(span).capital else text
        yield seamed(span, text, doc.source, Origin("dictionary", "literal"), ("literal",), _FIT)
