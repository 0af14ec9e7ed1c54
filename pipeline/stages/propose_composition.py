"""Puts a run of several words together: ``its 巨大功能和意义`` -> "huge functions and significance"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.grammar import Phrase, compose
from pipeline.chinese.key import key
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import candidates, each_run, fitting
from pipeline.stages.surroundings import Surroundings

_WEIGHTS = (0.8, 0.62, 0.33)
# What every further word of a phrase takes from its worth: more words, more that can be wrong.
_PER_COST = 0.93


@dataclass(frozen=True, slots=True)
class ProposeComposition:
    """Options as of ``propose_terms``. A run is covered whole or not at all."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, self.dictionary, _proposed)


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh, sentence = key(span.of(doc.source)), found.sentence(span)
    if any(sense.rank < 2 for sense in lexicon.senses(zh)):
        return
    slot = found.slot(span)
    for phrase in compose(zh, lexicon, lambda senses: fitting(senses, sentence, found.english)):
        yield from candidates(phrase.term, _origin(phrase), _weight(phrase), span, slot, doc.source, (f"parts:{'+'.join(phrase.parts)}", f"rank:{phrase.rank}", f"zh:{zh}"))


def _weight(phrase: Phrase) -> float:
    return _WEIGHTS[phrase.rank] * float(_PER_COST ** max(0.0, phrase.cost))


def _origin(phrase: Phrase) -> Origin:
    return Origin("dictionary" if phrase.rank > 1 else "rule", "composition")
