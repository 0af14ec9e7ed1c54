"""Writes Chinese quantities and dates in English: ``3.5亿 users`` -> "350 million users", ``10月24日`` -> "October 24"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.key import key
from pipeline.chinese.numerals import Quantity, quantities
from pipeline.chinese.units import COUNTED, KEPT, LIQUID, MEASURES, PARTITIVE, PHYSICAL, WHOLE
from pipeline.chinese.value import spelled, value, written
from pipeline.english import forms, words
from pipeline.english.realise import realise
from pipeline.english.slots import Slot
from pipeline.lexicon.lexicon import Lexicon, load
from pipeline.lexicon.termbase import Term
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN_CHARACTER
from pipeline.spans import SpanIndex
from pipeline.stages.senses import fitting, seamed
from pipeline.stages.surroundings import Surroundings, surroundings

_NUMERAL = re.compile("(?:[一二三四五六七八九两]?[十百千万亿]零?)+[一二三四五六七八九]?|[〇零一二三四五六七八九]+")
# Words that are numbered with a digit that is glued to them.
_NUMBERED_NOUN = re.compile(r"\b(?:tier|level|part|phase|step|stage|type|class|node|group|table|figure|version|day|week|case|case|line|plan|v|T|Q|No\.?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProposeNumbers:
    """A quantity may take in digits and currency around the Chinese; the noun that it counts may follow in Chinese."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        spans = [f.span for f in doc.open() if f.kind == "han"]
        if not spans:
            return doc
        lexicon = load(self.glossaries, self.dictionary, doc.settings)
        found = surroundings(doc, lexicon)
        blocks = sorted({found.block(span) for span in spans})
        read = [(Span(block.start + q.start, block.start + q.end), q) for block in blocks for q in quantities(block.of(doc.source))]
        prose = SpanIndex(doc.prose(), lambda span: span)
        editable = SpanIndex([row for row in read if prose.covering(row[0])], lambda row: row[0])
        return doc.proposing(c for span in spans for c in _proposed(doc, lexicon, found, span, editable))


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span, read: SpanIndex[tuple[Span, Quantity]]) -> Iterator[Candidate]:
    yield from _bare(doc, span)
    if len(span) > 2 and any(s.rank < 3 for s in lexicon.senses(key(span.of(doc.source)))) and not value(key(span.of(doc.source))):
        # 二元论 is a word that begins with a numeral.
        return
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


def _bare(doc: Document, span: Span) -> Iterator[Candidate]:
    """A numeral alone: ``tier三`` -> "tier3", ``the 二十五 items`` -> "the 25 items"."""
    zh = key(span.of(doc.source))
    number = value(zh) if _NUMERAL.fullmatch(zh) else None
    if number is None:
        return
    if len(zh) > 1:
        after = doc.source[span.end : span.end + 3]
        text = written(number) if not re.match(r"(?:th|st|nd|rd)\b", after) else f"{number}"
        made = seamed(span, text, doc.source, Origin("rule", "number"), ("number:bare",), 0.9)
        yield replace(made, text=made.text.rstrip()) if after[:1].isalpha() and after[:2] in ("th", "st", "nd", "rd") else made
    elif _NUMBERED_NOUN.search(doc.source[max(0, span.start - 9) : span.start]):
        yield Candidate(span, f"{number}", Origin("rule", "number"), ("number:bare",), 1.4)


def _whole(doc: Document, place: Span, quantity: Quantity, slot: Slot, weight: float) -> Iterator[Candidate]:
    renderings = quantity.renderings
    if quantity.needs_noun and slot.want("attr") < slot.want("noun") or quantity.unit == "次" and slot.want("adv") > slot.want("attr"):
        # Nothing follows that is counted: "by two points".
        renderings = tuple(sorted(renderings, key=lambda text: -text.count(" ")))
    if " consecutive " in renderings[0] and slot.want("adv") >= 0.9:
        # "she ... won the title": it says for how long.
        renderings = tuple(f"for {text}" if " consecutive " in text else text for text in renderings)
    for number, text in enumerate(renderings):
        text = text.removeprefix("the ") if slot.determined else text
        text = _begun(text, slot, doc.source[place.end :][:2])
        yield seamed(place, text, doc.source, Origin("rule", "number"), (f"number:{quantity.kind}",), weight * 0.95**number)


_FIGURES = re.compile(r"(\d\d?) (?=[a-z])(?!million|billion|trillion|yuan|km|kg|cm|mm)")


def _begun(text: str, slot: Slot, right: str) -> str:
    """``text`` as the place begins: a sentence that goes on begins with no figures."""
    if not slot.capital:
        return text
    figures = _FIGURES.match(text) if slot.start and re.match(r" [a-z]", right) else None
    return forms.capitalize(f"{spelled(int(figures[1]))} {text[figures.end() :]}" if figures else text)


def _counted(doc: Document, lexicon: Lexicon, found: Surroundings, place: Span, span: Span, quantity: Quantity) -> Iterator[Candidate]:
    """``40多个国家``, ``三分之一的用户``: a quantity and the noun that it counts."""
    rest = Span(place.end + (doc.source[place.end : place.end + 1] == "的"), span.end)
    slot = found.slot(Span(place.start, span.end))
    for order, sense in enumerate(fitting(lexicon.senses(key(rest.of(doc.source))), found.sentence(span), found.english)[:4]):
        term = sense.term
        if term.pos not in ("noun", "name", ""):
            continue
        for number, head in enumerate(_heads(quantity, term)):
            many = quantity.unit not in LIQUID and not _partitive(quantity, term) and not (quantity.kind == "measure" and quantity.unit in MEASURES and quantity.unit not in _PEOPLE) and (quantity.plural or head.endswith(" of"))
            text = f"{head} {_counted_noun(term, many)}"
            yield seamed(Span(place.start, span.end), _begun(text, slot, doc.source[span.end :][:2]), doc.source,
                         Origin("rule", "number"), ("number:counted", f"rank:{sense.rank}"), 1.1 - 0.35 * (sense.rank > 1) - 0.05 * order - 0.05 * number)  # fmt: skip


def _heads(quantity: Quantity, counted: Term) -> list[str]:
    """What stands before the counted noun: "two", "two bottles of", "70% of", "a" or "one"."""
    head = quantity.renderings[0]
    if quantity.kind in ("percent", "fraction") or head.rpartition(" ")[2].endswith("s") and quantity.kind == "approximate":
        return [f"{head} of"]
    kept = COUNTED[quantity.unit] if quantity.unit in KEPT else _partitive(quantity, counted)
    if kept:
        return [f"{head} {kept} of"] if quantity.plural else [f"a {forms.singular(kept)} of"]
    if quantity.kind == "measure" and quantity.unit in MEASURES and quantity.unit not in _PEOPLE:
        number, _, measure = head.partition(" ")
        compound = f"{number}-{MEASURES[quantity.unit][0]}" if measure == MEASURES[quantity.unit][1] else head
        # 十年婚姻 "ten years of marriage", 百米蛙泳 "100-meter breaststroke".
        return [compound] if quantity.unit in PHYSICAL else [f"{head} of", compound]
    if quantity.unit in PARTITIVE:
        head = head.partition(" ")[0]
    return [forms.article(counted.en), "one"] if head == "one" else [head]


def _partitive(quantity: Quantity, counted: Term) -> str:
    return PARTITIVE.get(quantity.unit, "") if counted.zh not in WHOLE.get(quantity.unit, ()) else ""


_PEOPLE = ("人", "人次", "户", "倍", "岁", "股", "级")


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

