"""Half a word in English: ``平静ly`` -> "calmly", ``监督ed`` -> "supervised", ``un可靠`` -> "unreliable"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.key import key
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Span
from pipeline.stages.propose_terms import WEIGHTS
from pipeline.stages.senses import candidates, each_run, fitting
from pipeline.stages.surroundings import Surroundings

_ENDING = re.compile(r"(?:ly|ed|led|ing|es|s|ness)(?![A-Za-z'’-])")
_BEGINNING = re.compile(r"(?<![A-Za-z'’-])(?:un|re|non|dis|in|im|over|under|mis|pre)$", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being)\s$")
# It says all that the ending says: nothing else is half as good.
_FIT = 1.7


@dataclass(frozen=True, slots=True)
class ProposeAffixes:
    """Only where the ending, or the beginning, touches the run; it is taken in. Options as of ``propose_terms``."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, self.dictionary, _proposed)


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    ending, beginning = _ENDING.match(doc.source, span.end), _BEGINNING.search(doc.source, max(0, span.start - 6), span.start)
    if ending and ending[0] == "led" and not _IS.search(doc.source, max(0, span.start - 8), span.start):
        # "the 团队led by": a verb of its own, whose space was lost.
        ending = None
    if not ending and not beginning:
        return
    zh = key(span.of(doc.source))
    whole = Span(beginning.start() if beginning else span.start, ending.end() if ending else span.end)
    slot = found.slot(whole)
    for order, sense in enumerate(fitting(lexicon.senses(zh), found.sentence(span), found.english)[:4]):
        weight = _FIT * WEIGHTS[sense.rank] * 0.95**order
        said = (f"rank:{sense.rank}", f"zh:{zh}")
        if ending:
            yield from candidates(sense.term, sense.origin, weight, whole, _asked(slot, ending[0]), doc.source, said)
        elif beginning and words.zipf(f"{beginning[0].lower()}{sense.term.en}") > 0:
            term = replace(sense.term, en=f"{beginning[0].lower()}{sense.term.en}", also=(), slots=(), forms=())
            yield from candidates(term, sense.origin, weight, whole, slot, doc.source, said)


def _asked(slot: Slot, ending: str) -> Slot:
    """``slot`` as what is left of the word tells it."""
    if ending == "ly":
        return replace(slot, wants=(("adv", 1.0),))
    if ending == "ing":
        return replace(slot, wants=(("ing", 1.0), ("noun", 0.5)))
    if ending == "ness":
        return replace(slot, wants=(("noun", 1.0),), plural=False)
    if ending in ("ed", "led"):
        done = max(slot.want("done"), slot.want("adj"))
        return replace(slot, wants=(("done", 1.0), ("finite", 0.9)) if done >= slot.want("finite") else (("finite", 1.0), ("done", 0.9)), tense="past")
    verbal = slot.want("finite") > slot.want("noun")
    return replace(slot, wants=(("finite", 1.0), ("noun", 0.9)) if verbal else (("noun", 1.0), ("finite", 0.6)), plural=True, tense="s3")
