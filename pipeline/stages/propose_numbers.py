"""Writes Chinese quantities and dates in English: ``3.5亿 users`` -> "350 million users", ``10月24日`` -> "October 24"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.chinese.numerals import Quantity, quantities
from pipeline.english import forms, words
from pipeline.english.realise import realise
from pipeline.english.slots import Slot
from pipeline.lexicon.lexicon import Lexicon, load
from pipeline.lexicon.termbase import Term
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN_CHARACTER
from pipeline.spans import SpanIndex
from pipeline.stages.senses import fitting, seamed
from pipeline.stages.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class ProposeNumbers:
    """A quantity may take in digits and currency around the Chinese; the noun that it counts may follow in Chinese."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        spans = [f.span for f in doc.open() if f.kind == "han"]
        if not spans:
            return doc
        lexicon = load(self.glossaries, self.dictionary)
        found = Surroundings(doc, lexicon)
        blocks = sorted({found.block(span) for span in spans})
        read = [(Span(block.start + q.start, block.start + q.end), q) for block in blocks for q in quantities(block.of(doc.source))]
        prose = SpanIndex(doc.prose(), lambda span: span)
        editable = SpanIndex([row for row in read if prose.covering(row[0])], lambda row: row[0])
        return doc.proposing(c for span in spans for c in _proposed(doc, lexicon, found, span, editable))


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span, read: SpanIndex[tuple[Span, Quantity]]) -> Iterator[Candidate]:
    for place, quantity in read.overlapping(span):
        slot = found.slot(Span(min(place.start, span.start), max(place.end, span.end)))
        if place.covers(span):
            # 一位 and 第一次 are words of the termbase: "a", "for the first time".
            known = place == span and any(s.rank < 2 for s in lexicon.senses(key(span.of(doc.source))))
            yield from _whole(doc, place, quantity, slot, 0.7 if known else 1.6)
        elif place.start <= span.start and place.end < span.end:
            yield from _counted(doc, lexicon, found, place, span, quantity)
        elif place.end >= span.end:
            yield from _led(doc, lexicon, found, place, span, quantity)


def _whole(doc: Document, place: Span, quantity: Quantity, slot: Slot, weight: float) -> Iterator[Candidate]:
    for number, text in enumerate(quantity.renderings):
        text = text.removeprefix("the ") if slot.determined else text
        text = forms.capitalize(text) if slot.capital else text
        yield seamed(place, text, doc.source, Origin("rule", "number"), (f"number:{quantity.kind}",), weight * 0.95**number)


def _counted(doc: Document, lexicon: Lexicon, found: Surroundings, place: Span, span: Span, quantity: Quantity) -> Iterator[Candidate]:
    """``40多个国家``: a quantity and the noun that it counts."""
    rest = Span(place.end, span.end)
    slot = found.slot(Span(place.start, span.end))
    for order, sense in enumerate(fitting(lexicon.senses(key(rest.of(doc.source))), found.sentence(span), found.english)[:4]):
        term = sense.term
        if term.pos not in ("noun", "name", ""):
            continue
        text = f"{quantity.renderings[0]} {_counted_noun(term, quantity.plural)}"
        yield seamed(Span(place.start, span.end), forms.capitalize(text) if slot.capital else text, doc.source,
                     Origin("rule", "number"), ("number:counted", f"rank:{sense.rank}"), 1.1 - 0.35 * (sense.rank > 1) - 0.05 * order)  # fmt: skip


def _counted_noun(term: Term, plural: bool) -> str:
    if not plural or term.countable in ("no", "plural") or words.countable(term.en.rsplit(" ", 1)[-1]) is False:
        return term.en
    return dict(term.forms).get("plural") or forms.plural(term.en)


def _led(doc: Document, lexicon: Lexicon, found: Surroundings, place: Span, span: Span, quantity: Quantity) -> Iterator[Candidate]:
    """``突破1万家``, ``每亩3000元``: a word that leads to the quantity."""
    lead = Span(span.start, place.start)
    if not HAN_CHARACTER.search(lead.of(doc.source)):
        return
    whole = Span(span.start, place.end)
    slot = found.slot(whole)
    for sense in fitting(lexicon.senses(key(lead.of(doc.source))), found.sentence(span), found.english)[:4]:
        for wording in realise(sense.term, sense.term.en, slot)[:2]:
            if wording.want in ("verb", "finite", "done", "ing", "prep", "adv"):
                text = f"{wording.text} {quantity.renderings[0]}"
                fit = wording.fit * (1.3 if sense.rank < 2 else 0.7)
                yield seamed(whole, text, doc.source, Origin("rule", "number"), ("number:led", f"rank:{sense.rank}"), fit)

