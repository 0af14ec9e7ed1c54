"""Writes Chinese quantities and dates in English: ``3.5亿 users`` -> "350 million users", ``10月24日`` -> "October 24"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.key import key
from pipeline.chinese.numbers.compared import by_how_much
from pipeline.chinese.numbers.numerals import quantities
from pipeline.chinese.numbers.quantity import OWNER, Quantity
from pipeline.chinese.numbers.units import KEPT, LIQUID, MEASURES, NOT_NUMBERS, PARTITIVE, PHYSICAL, WHOLE, numbered
from pipeline.chinese.numbers.value import spelled, value, written
from pipeline.english.inflection import forms, verb_forms
from pipeline.english.slots.measured import (
    DURATIONS,
    before_noun,
    counted_follows,
    goes_on,
    had_done,
    happens,
    is_mass,
    lasts,
    led_by,
    tells_size,
    without_repeated,
)
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.times import is_time
from pipeline.english.wording.articles import PLACES_WON, is_one_thing, one, the
from pipeline.english.wording.realise import realise
from pipeline.lexicon.lexicon import Lexicon, load
from pipeline.lexicon.termbase import Term
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN_CHARACTER
from pipeline.spans import SpanIndex
from pipeline.stages.senses import fitting, seamed
from pipeline.stages.surroundings import Surroundings, surroundings

_NUMERAL = re.compile("(?:[一二三四五六七八九两]?[十百千万亿]零?)+[一二三四五六七八九]?|[〇零一二三四五六七八九]+")
# Words that are numbered with a digit that is glued to them.
_NUMBERED_NOUN = re.compile(r"\b(?:tier|level|part|phase|step|stage|type|class|node|group|table|figure|version|day|week|case|case|line|plan|v|T|Q|No\.?)$|\b(?:room|flight|line|building|gate|No\.|page|floor|terminal|platform|season|route|bus|track|highway|unit) $", re.IGNORECASE)


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
    found_here = list(read.overlapping(span))
    if not found_here:
        return
    if len(span) > 2 and any(s.rank < 3 for s in lexicon.senses(key(span.of(doc.source)))) and not value(key(span.of(doc.source))) and not any(place == span or place.start < span.start for place, _ in found_here):
        # 二元论 is a word that begins with a numeral.
        return
    for place, quantity in found_here:
        slot = found.slot(Span(min(place.start, span.start), max(place.end, span.end)))
        if place.covers(span):
            # 一位 and 第一次 are words of the termbase: "a", "for the first time".
            senses = [s for s in lexicon.senses(key(span.of(doc.source))) if s.rank < 2] if place == span and quantity.kind != "phrase" else []
            # 一股 is written out with what it is of: "a surge of".
            known = bool(senses) and (any(s.term.pos == "det" for s in senses) or not _is_surely_counted(quantity, slot, doc.source[max(0, place.start - 60) : place.start], doc.source[place.end : place.end + 60]))
            yield from _whole(doc, place, quantity, slot, 0.7 if known else 1.6)
        elif place.start <= span.start and place.end + 1 == span.end and doc.source[place.end] == "的":
            # 五分之二的 shares, 三年的 contract.
            yield from _of(doc, Span(place.start, span.end), quantity, slot)
        elif place.start <= span.start and place.end + 1 == span.end and doc.source[place.end] == "了" and quantity.unit in _LASTING:
            # "has lived here 十年了".
            for text in quantity.renderings:
                yield seamed(Span(place.start, span.end), _begun(f"for {text}", slot, ""), doc.source, Origin("rule", "number"), (f"number:{quantity.kind}",), 1.5)
        elif span.start + 1 == place.start and place.end == span.end and quantity.kind == "date" and doc.source[span.start] in "在于" and (day := led_by(quantity.renderings[0])):
            # "was born 在1990年".
            yield seamed(span, _begun(f"{day} {quantity.renderings[0]}", slot, ""), doc.source, Origin("rule", "number"), ("number:date",), 1.6)
        elif span.start + 1 == place.start and place.end == span.end and doc.source[span.start] in "在于" and quantity.renderings[0].endswith((" later", " ago")):
            # "The ship sank 在三天后".
            yield from _whole(doc, span, quantity, slot, 1.6)
        elif span.start <= place.start and quantity.kind == "date" and (framed := _FRAMED.match(Span(span.start, place.start).of(doc.source))):
            yield from _happened(doc, lexicon, found, place, span, quantity, framed)
        elif place.start <= span.start and place.end < span.end:
            yield from _counted(doc, lexicon, found, place, span, quantity)
        elif place.end >= span.end:
            yield from _led(doc, lexicon, found, place, span, quantity)


def _is_surely_counted(quantity: Quantity, slot: Slot, left: str, right: str) -> bool:
    """True where a word of the same characters (两头 "both ends", 第三季度 "in the third quarter") says less than the quantity does."""
    if quantity.unit in MEASURES and before_noun(quantity.renderings[0], *MEASURES[quantity.unit], slot, left, right):
        return True
    if quantity.kind in ("measure", "approximate", "range") and lasts(quantity.renderings[0], slot, left):
        # "was out of order ...": for how long.
        return True
    if quantity.unit == "毛" and _COSTS.search(left):
        # "costs 五毛", and no word of the net.
        return True
    if quantity.kind == "date" and slot.ends and led_by(quantity.renderings[0]) and happens(left):
        # "They met ...": on which day, at the end of which year.
        return True
    return quantity.plural and bool(quantity.attributive) and (counted_follows(right) or quantity.unit == "大") or quantity.kind == "ordinal" and not quantity.unit or quantity.renderings[0].endswith(" quarter")


def _bare(doc: Document, span: Span) -> Iterator[Candidate]:
    """A numeral alone: ``tier三`` -> "tier3", ``the 二十五 items`` -> "the 25 items"."""
    zh = key(span.of(doc.source))
    number = value(zh) if _NUMERAL.fullmatch(zh) and zh not in NOT_NUMBERS else None
    if number is None:
        return
    if len(zh) > 1:
        after = doc.source[span.end : span.end + 3]
        text = written(number) if not re.match(r"(?:th|st|nd|rd)\b", after) else f"{number}"
        made = seamed(span, text, doc.source, Origin("rule", "number"), ("number:bare",), 0.9)
        yield made._replace(text=made.text.rstrip()) if after[:1].isalpha() and after[:2] in ("th", "st", "nd", "rd") else made
    elif _NUMBERED_NOUN.search(doc.source[max(0, span.start - 9) : span.start]):
        yield Candidate(span, f"{number}", Origin("rule", "number"), ("number:bare",), 1.4)


_OF_SO_MANY = {"次": "time", "届": "time", "层": "story", "页": "page", "集": "episode", "章": "chapter", "轮": "round", "人": "person", "口": "person", "局": "game", "句": "line"}
_ON_THE, _IN_HIS = re.compile(r"\b(?:on|to|from|at) the $"), re.compile(r"\bin (?:his|her|their|my|your|our) (?:early |late |mid-?)?$")
_TENS = {"20": "twenties", "30": "thirties", "40": "forties", "50": "fifties", "60": "sixties", "70": "seventies", "80": "eighties", "90": "nineties"}
_OUT_OF = re.compile(r"(?:^|[.!?\"“] ?)Of [^,.;]*\w, (?:only |about |just |some )?$")
_OF_THEM = re.compile(r" of (?:the|these|those|them|us|you|his|her|its|their|our|my|whom|which)\b")
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d\d|[a-z]+ o'clock")
_OF_PEOPLE = re.compile(r"\b(?:by|employ\w*|treat\w*|serv(?:e|ed|es|ing)|carr(?:y|ied|ies|ying)|train\w*|help\w*|benefit\w*|reach\w*|vaccinat\w*|examin\w*|attract\w*|draws?|drew|drawn)(?: more than| over| about| nearly| almost| some)? $")
_COMPARED = re.compile(r" (?:more|less|fewer|off|up|down|each|worse|better|(?!other|over|under|after|water|paper|power|number|labor|silver)[a-z]{3,}er)\b")
_COSTS = re.compile(r"\b(?:costs?|costing|pay|pays|paid|for|of|at|worth|only|by|to|charges?|charged) $")
_CLOCK_IS = re.compile(r"\b(?:it|time) (?:is|was|will be) (?:now |already |only |almost |nearly )?$", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion))%?(?: (?!of\b|the\b|and\b|in\b)[A-Za-z]+){0,2} $")
# Who has come so far says it without an article: "finished third".
_RANKED = re.compile(r"\b(?:com(?:e|es|ing)|came|finish(?:ed|es|ing)?|end(?:ed|s)?|plac(?:ed|es|ing)|rank(?:s|ed|ing)?|lies|lay|is|was|were|are|be|been|being|stands|stood|runs|ran|go|went|goes|every|first|a|and)(?: only| just| even)? $", re.IGNORECASE)
_ARTICLE = re.compile(r"^an? (?=\w+-)")
_ANOTHER = re.compile(r"^another\b")
# Behind these the article is a matter of what is counted: "won first place", "first-time voters".
_EVENTS = frozenset("次 届 名 季 期 轮 批 代 大".split())
_LAST_ONE = re.compile(r"\b(?:the|this|that|its|his|her|our|their|my|your) (?:last|first|next|final|same|whole|very) $", re.IGNORECASE)
_FROM, _TO_NUMBER = re.compile(r"\b(?:from|between) $", re.IGNORECASE), re.compile(r" (?:to|and) (?:\d|(?:just |only |about |nearly )?(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred)\b(?! [a-z]+s\b))")


def _whole(doc: Document, place: Span, quantity: Quantity, slot: Slot, weight: float) -> Iterator[Candidate]:
    left, right = doc.source[max(0, place.start - 60) : place.start], doc.source[place.end : place.end + 60]
    if quantity.kind == "rate" and not _AMOUNT.search(left):
        # "Every liter of it": only behind what so much costs or weighs it is "per liter".
        return
    for number, text in enumerate(dict.fromkeys(_placed(quantity, slot, left, right))):
        text = without_repeated(text, left).replace(OWNER, slot.owner or "their")
        text = text.removeprefix("the ") if slot.determined else text
        if quantity.kind == "ordinal" and quantity.unit not in _EVENTS and slot.head and slot.head not in PLACES_WON and not (slot.determined or slot.hyphen or slot.terse or slot.title or text.startswith("the ")):
            # "was the first woman to sail around the world".
            text = f"the {text}"
        if quantity.kind == "ordinal" and text in quantity.attributive and not (slot.head or slot.hyphen or slot.determined or slot.terse or slot.title or _RANKED.search(left) and not right.startswith(" to ")):
            # "came as the third".
            text = f"the {text}"
        if slot.determined and quantity.kind == "phrase":
            # "its ... low".
            text = _ARTICLE.sub("", text)
        if slot.determined:
            text = _ANOTHER.sub("other", text)
        if quantity.unit in KEPT and f" {left}".lower().endswith((" a ", " an ", " the ")):
            # "Add a 一勺 of honey".
            text = text.removeprefix("one ").removeprefix("a ")
        if _LAST_ONE.search(left):
            # "the last 一米".
            text = re.sub(r"^(?:1|one|a|an) (?=[a-z])", "", text)
        if text.endswith(" ago") and had_done(left):
            # "had arrived ...".
            text = f"{text[:-4]} earlier"
        if slot.article and text.startswith("post-"):
            # "He is a ...": one of them.
            text = f"member of the {text}"
        if text == "one" and left.lower().endswith((" a ", " an ")):
            # "read a 一本 book".
            text = "a"
        text = _begun(text, slot, right[:3])
        yield seamed(place, text, doc.source, Origin("rule", "number"), (f"number:{quantity.kind}",), weight * 0.95**number)


_DETERMINED = re.compile(r" (?:that|this|those|these|the|his|her|their|my|our|your|its) (?!day|night|morning|evening|afternoon|time|week|month|year)[a-z]")


def _placed(quantity: Quantity, slot: Slot, left: str, right: str) -> Iterator[str]:
    """The renderings of ``quantity`` between ``left`` and ``right``, the one that fits there first."""
    when = slot.want("adv") > max(slot.want("noun"), slot.want("attr")) or slot.start and (slot.clausal or counted_follows(right))
    counts = slot.want("attr") >= slot.want("noun") and not (quantity.unit in _TIMES and (slot.want("adv") > slot.want("attr") or not slot.head and not slot.graded)) or counted_follows(right)
    if quantity.kind in ("percent", "fraction") and _COMPARED.match(right):
        # "closed ... lower": by how much.
        counts = False
    counts = counts and not tells_size(right) or bool(_FROM.search(left) and _TO_NUMBER.match(right)) and quantity.unit not in PHYSICAL and quantity.kind not in ("percent", "fraction")
    if quantity.unit in KEPT and _DETERMINED.match(right):
        # "one thing: 一碗 that soup".
        yield from (text for text in quantity.attributive if text.endswith(" of"))
    if quantity.attributive and _OUT_OF.search(left):
        # "Of ten flats, ... stand empty": of what, stands there.
        yield quantity.head.removesuffix(" of")
    if quantity.attributive and _OF_THEM.match(right) and quantity.unit not in KEPT and quantity.kind != "ordinal":
        # "... of the workers".
        yield quantity.head
    if quantity.kind == "measure" and quantity.unit in _OF_SO_MANY and slot.determined and slot.head and not counted_follows(right) and (one := _OF_SO_MANY[quantity.unit]) and re.fullmatch(r"[\w,]+", quantity.head):
        # "the ... champion", "a ... building".
        yield f"{quantity.head}-{one}"
    if quantity.unit == "层" and _ON_THE.search(left) and (floor := value(quantity.head.replace(",", ""))):
        yield f"{numbered(int(floor))} floor"
    if quantity.unit == "岁" and _IN_HIS.search(left) and (tens := _TENS.get(quantity.renderings[0].partition(" ")[0])):
        yield tens
    if quantity.adverbial and (when or slot.ends and quantity.adverbial[0].startswith("for ") and goes_on(slot, left)):
        yield from quantity.adverbial
    if quantity.renderings[0].endswith(" above sea level") and left.endswith((" at ", " of ", " to ", " from ")):
        yield quantity.renderings[1] if not slot.determined else quantity.renderings[1].removeprefix("an ")
    if quantity.kind == "phrase" and slot.ends and _TIME_OF_DAY.fullmatch(quantity.renderings[0]) and happens(left):
        # "The bell rings ...".
        yield f"at {quantity.renderings[0]}"
    if quantity.unit == "人次" and _OF_PEOPLE.search(left):
        # "was seen by ...".
        yield from (text.replace("visits", "people") for text in quantity.renderings)
    if quantity.renderings[0].startswith(f"in {OWNER}") and left.endswith((" of ", " aged ", " at ", " around ", " about ")):
        # "a couple of ...": how old rather than in which years.
        yield quantity.renderings[-1]
    if quantity.attributive and counts and not (quantity.adverbial and when):
        partitive = _partitive_of(quantity)
        if partitive and not quantity.head.endswith(" of") and is_mass(right):
            yield f"{quantity.head} {partitive} of"
        yield from quantity.attributive
    if " consecutive " in quantity.renderings[0] and slot.want("adv") >= 0.9:
        # "she ... won the title": it says for how long.
        yield from (f"for {text}" for text in quantity.renderings)
    if quantity.kind in ("measure", "approximate") and quantity.unit in MEASURES and (quantity.unit not in _PEOPLE or quantity.unit in ("岁", "倍")):
        yield from before_noun(quantity.renderings[0], *MEASURES[quantity.unit], slot, left, right)
    if quantity.kind in ("measure", "approximate", "range", "phrase") and not quantity.adverbial and lasts(quantity.renderings[0], slot, left):
        yield f"for {quantity.renderings[0]}"
    if quantity.kind == "date" and slot.ends and not quantity.adverbial and quantity.renderings[0].endswith((" a.m.", " p.m.", " o'clock")) and not _GOVERNED.search(left) and re.search(r"[a-z] $", left) and not _CLOCK_IS.search(left):
        # "in his bedroom ...".
        yield f"at {quantity.renderings[0]}"
    if quantity.kind == "date" and slot.ends and not quantity.adverbial and (led := led_by(quantity.renderings[0])) and (when and not _GOVERNED.search(left) or happens(left)):
        yield f"{led} {quantity.renderings[0]}"
    yield from quantity.renderings
    yield from quantity.attributive


def _partitive_of(quantity: Quantity) -> str:
    noun = PARTITIVE.get(quantity.unit, "")
    return noun if quantity.plural else forms.singular(noun)


def _of(doc: Document, place: Span, quantity: Quantity, slot: Slot) -> Iterator[Candidate]:
    """A quantity that 的 ties to the noun behind it."""
    left, right = doc.source[max(0, place.start - 60) : place.start], doc.source[place.end : place.end + 60]
    if quantity.kind in ("percent", "fraction"):
        made: tuple[str, ...] = (f"{quantity.renderings[0]} of", f"{quantity.renderings[0]} of the")
    else:
        made = tuple(dict.fromkeys(_placed(quantity, slot, left, right)))
    if quantity.unit == "岁" and _NAMED.match(right):
        # 七十岁的 Mr Gao: "the 70-year-old Mr Gao".
        age = f"{quantity.renderings[0].partition(' ')[0]}-year-old"
        made = (age if slot.determined else f"the {age}", age)
    for number, text in enumerate(made):
        text = _begun(without_repeated(text, left).replace(OWNER, slot.owner or "their"), slot, right[:3])
        yield seamed(place, text, doc.source, Origin("rule", "number"), (f"number:{quantity.kind}",), 1.5 * 0.95**number)


_NAMED = re.compile(r" (?:Mr|Mrs|Ms|Dr|Professor|[A-Z][a-z]+)\b")
_FIGURES = re.compile(r"(\d\d?) (?=[a-z])(?!million|billion|trillion|yuan|km|kg|cm|mm)")


def _begun(text: str, slot: Slot, right: str) -> str:
    """``text`` as the place begins: a sentence that goes on begins with no figures."""
    if not slot.capital:
        return text
    figures = _FIGURES.match(text) if slot.start and re.match(r",? [a-z]", right) else None
    return forms.capitalize(f"{spelled(int(figures[1]))} {text[figures.end() :]}" if figures else text)


_FRAMED = re.compile(r"(?P<will>将|会)?(?P<at>于|在|自|从|定于)?$")
# What is said of the thing to which it is done: "the law will be implemented".
_DONE_TO = frozenset("implement hold convene release publish issue establish found set build complete sign pass adopt cancel abolish promulgate deliver introduce unveil enact enforce approve launch revise host".split())
_STARTING = re.compile(r"(?:起|开始|之后|后)?(?:正式|全面|同时|同步)?")


def _happened(doc: Document, lexicon: Lexicon, found: Surroundings, place: Span, span: Span, quantity: Quantity, framed: re.Match[str]) -> Iterator[Candidate]:
    """``将于7月1日起施行`` -> "will take effect on July 1": a date and what happens then."""
    begins = _STARTING.match(doc.source, place.end, span.end)
    rest = Span(begins.end() if begins else place.end, span.end)
    if not len(rest):
        return
    slot = found.slot(span)
    day = quantity.renderings[0]
    since = "" if day.startswith(("this ", "last ", "next ")) else "from" if framed["at"] in ("自", "从") and rest.start > place.end else led_by(day) or "in"
    if key(rest.of(doc.source)) == "以来" and framed["at"] in ("自", "从"):
        yield seamed(span, _begun(f"since {day}", slot, ""), doc.source, Origin("rule", "number"), ("number:date",), 1.5)
        return
    for sense in fitting(lexicon.senses(key(rest.of(doc.source))), found.sentence(span), found.english)[:3]:
        if sense.term.pos not in ("verb", ""):
            continue
        done_to = sense.term.en.split(" ")[0] in _DONE_TO
        will = "will " if framed["will"] and slot.want("verb") < 0.9 else ""
        told: Iterable[str]
        if done_to:
            be = "be " if will or slot.want("verb") >= 0.9 else "" if doc.source[: span.start].rstrip().endswith(",") else "was "
            told = (be + verb_forms.participle(sense.term.en),)
        else:
            made = realise(sense.term, sense.term.en, replace(slot, wants=(("verb", 1.0),)) if framed["will"] else slot)
            told = [text for text, _, want in made[:2] if want in ("verb", "finite", "done", "ing")]
        for text in told:
            yield seamed(span, " ".join(filter(None, (f"{will}{text}", since, day))), doc.source, Origin("rule", "number"), ("number:happened", f"rank:{sense.rank}"), 1.3 if sense.rank < 2 else 0.8)


def _counted(doc: Document, lexicon: Lexicon, found: Surroundings, place: Span, span: Span, quantity: Quantity) -> Iterator[Candidate]:
    """``40多个国家``, ``三分之一的用户``: a quantity and the noun that it counts."""
    if quantity.unit == "世纪":
        # 二十世纪的建筑 are of that century, and no twenty of them.
        return
    rest = Span(place.end + (doc.source[place.end : place.end + 1] == "的"), span.end)
    slot = found.slot(Span(place.start, span.end))
    if key(rest.of(doc.source)) == "口" and quantity.unit == "人":
        # 两千多万人口: "more than 20 million people".
        yield seamed(Span(place.start, span.end), _begun(quantity.renderings[0], slot, doc.source[span.end :][:3]), doc.source, Origin("rule", "number"), ("number:counted",), 1.3)
    if key(rest.of(doc.source)) == "时间" and quantity.unit in _LASTING:
        # 三天时间: "three days".
        yield seamed(Span(place.start, span.end), _begun(quantity.renderings[0], slot, doc.source[span.end :][:3]), doc.source, Origin("rule", "number"), ("number:counted",), 1.3)
    if key(rest.of(doc.source)) == "历史" and slot.said_of and quantity.unit == "年":
        # "is 两千年历史".
        yield seamed(Span(place.start, span.end), f"{quantity.renderings[0]} old", doc.source, Origin("rule", "number"), ("number:counted",), 1.3)
    if noun := _NOUN_OF.get((quantity.unit, key(rest.of(doc.source)))):
        yield seamed(Span(place.start, span.end), _begun(f"{quantity.head} {forms.plural(noun) if quantity.plural else noun}", slot, ""), doc.source, Origin("rule", "number"), ("number:counted",), 1.4)
    if key(rest.of(doc.source)) in ("前", "后", "内", "外"):
        return
    for order, sense in enumerate(fitting(lexicon.senses(key(rest.of(doc.source))), found.sentence(span), found.english)[:4]):
        term = sense.term
        if term.pos not in ("noun", "name", ""):
            continue
        for number, head in enumerate(_heads(quantity, term)):
            many = quantity.unit not in LIQUID and not _partitive(quantity, term) and not (quantity.kind == "measure" and quantity.unit in MEASURES and quantity.unit not in _PEOPLE) and (quantity.plural or head.endswith(" of"))
            if quantity.kind == "ordinal" and not slot.determined and not slot.hyphen and not slot.title:
                head = the(head)
            if head.endswith(" ago"):
                text = f"{'' if slot.determined else 'the '}{term.en} {head}"
            elif _COMPOUND.fullmatch(head) and not slot.determined and is_one_thing(term):
                text = one(f"{head} {term.en}")
            elif key(place.of(doc.source)).endswith("旬"):
                # 年近六旬的男子: "man nearly sixty".
                text = f"{_counted_noun(term, slot.plural is True)} {head}"
            else:
                text = f"{_counted_noun(term, True)} {head}" if head.startswith(_BOUNDS) and not quantity.unit else f"{head} {_counted_noun(term, many)}"
            yield seamed(Span(place.start, span.end), _begun(text, slot, doc.source[span.end :][:3]), doc.source,
                         Origin("rule", "number"), ("number:counted", f"rank:{sense.rank}"), 1.1 - 0.35 * (sense.rank > 1) - 0.05 * order - 0.05 * number)  # fmt: skip


# 七间房 are rooms, 三代人 generations.
_NOUN_OF = {("间", "房"): "room", ("间", "屋"): "room", ("间", "房子"): "room", ("代", "人"): "generation"}
# Of these there is so much time: "ten years of marriage".
_PAID = frozenset("rent salary wages pay income leave notice allowance tuition supply".split())
_GOES_ON = frozenset("marriage life war struggle history silence peace fight effort friendship work discussion negotiation debate conflict growth drought rain darkness".split())
# 三岁以下的儿童: "children under three".
_BOUNDS = ("under ", "over ", "aged ")


def _heads(quantity: Quantity, counted: Term) -> list[str]:
    """What stands before the counted noun: "two", "two bottles of", "70% of", "a" or "one"."""
    head = quantity.head
    if head.endswith(" of"):
        return [head]
    if quantity.kind == "ordinal" and quantity.unit == "轮":
        # 第三轮谈判: "the third round of talks".
        return [f"{head} round of"]
    if quantity.kind in ("percent", "fraction"):
        return [f"{head} of"]
    kept = _partitive(quantity, counted)
    if kept:
        return [f"{head} {kept} of"] if quantity.plural else [f"a {forms.singular(kept)} of"]
    if quantity.kind == "measure" and quantity.unit in MEASURES and quantity.unit not in _PEOPLE:
        number, _, measure = head.partition(" ")
        compound = f"{number}-{MEASURES[quantity.unit][0]}" if measure == MEASURES[quantity.unit][1] else head
        # 十年婚姻 "ten years of marriage", 百米蛙泳 "100-meter breaststroke".
        if head.endswith(" ago"):
            return [head]
        if counted.en.rpartition(" ")[2] in _PAID and quantity.unit in _LASTING:
            # 三个月的房租: "three months' rent".
            return [f"{head}'" if quantity.plural else f"{head}'s"]
        if quantity.unit in _AMOUNTS:
            # 两升水: "2 liters of water".
            return [f"{head} of", compound]
        return [compound] if quantity.unit in PHYSICAL or quantity.unit in _LASTING and is_one_thing(counted) and counted.en not in _GOES_ON else [f"{head} of", compound]
    if quantity.unit in PARTITIVE:
        head = head.partition(" ")[0]
    return [forms.article(counted.en), "one"] if head == "one" else [head]


_AMOUNTS = frozenset("升 毫升 斤 公斤 千克 克 吨 磅 毫克 立方米 桶".split())
_COMPOUND = re.compile(r"[\w.]+-(?:year|month|week|day|hour|minute)")


def _partitive(quantity: Quantity, counted: Term) -> str:
    return PARTITIVE.get(quantity.unit, "") if counted.zh not in WHOLE.get(quantity.unit, ()) else ""


_TIMES = ("次", "回", "遍", "趟")
_GOVERNED = re.compile(r"\b(?:by|in|on|at|from|until|till|since|before|after|through|to|of|for|the|this|that|next|last|around|about)\s*$", re.I)
_LASTING = ("年", "个月", "月", "周", "个星期", "星期", "天", "小时", "个小时", "分钟", "秒", "日", "世纪", "个世纪")
_PEOPLE = ("人", "人次", "户", "倍", "岁", "股", "级")


def _counted_noun(term: Term, plural: bool) -> str:
    if not plural or term.countable in ("no", "plural") or words.countable(term.en.rsplit(" ", 1)[-1]) is False:
        return term.en
    return dict(term.forms).get("plural") or forms.plural(term.en)


# What takes a time as its object: "spent three years".
_TAKES_TIME = frozenset("spend take last need save lose waste cost require exceed reach extend shorten postpone delay be".split())


def _led_by(verb: Term, quantity: Quantity, right: str) -> str:
    """What follows the verb: "an issue" of 提交一个 issue, "for 15 minutes" of 锁定十五分钟."""
    text = quantity.renderings[0]
    if quantity.unit == "岁" and verb.en.rpartition(" ")[2] in ("turn", "turned", "reach"):
        # 刚满十八岁: "just turned 18".
        return text.removesuffix(" years old")
    first = _FIRST_WORD.match(right)
    if quantity.head == "one" and first:
        return forms.article(first[1])
    timed = quantity.unit in MEASURES and MEASURES[quantity.unit][0] in DURATIONS
    return f"for {text}" if timed and verb.pos == "verb" and verb.en.split(" ")[0] not in _TAKES_TIME else text


_FIRST_WORD = re.compile(r" ?([A-Za-z][\w-]*)")


def _share_of(doc: Document, lexicon: Lexicon, found: Surroundings, lead: Span, whole: Span, quantity: Quantity, slot: Slot) -> Iterator[Candidate]:
    """``市场价的六成`` -> "60% of the market price", ``去年的两倍`` -> "twice that of last year", ``月薪8000元`` -> "a monthly salary of 8,000 yuan"."""
    zh = key(lead.of(doc.source))
    tied = zh.endswith("的")
    be = zh[:1] == "是" or zh[:1] == "为"
    if be and tied:
        # 是去年同期的两倍: behind a comma it is said of the number before.
        zh = zh[1:]
    said = "" if not be or slot.want("finite") < 0.5 else "was " if slot.tense == "past" else "is "
    for sense in fitting(lexicon.senses(zh.removesuffix("的")), found.sentence(whole), found.english)[:3]:
        term = sense.term
        if term.pos not in ("noun", "np", "adv", "name") or sense.rank > 1 or term.pos == "adv" and not (tied and (quantity.unit == "倍" or quantity.kind in ("percent", "fraction"))):
            continue
        the = "" if term.en.startswith("the ") or term.pos in ("adv", "name") or term.en[:1].isupper() else "the "
        if tied and is_time(term.en.removeprefix("in ")) and (quantity.unit == "倍" or quantity.kind in ("percent", "fraction")):
            text = f"{said}{quantity.renderings[0]} that of {term.en.removeprefix('in ')}"
            if quantity.unit == "倍":
                number = "many" if slot.subject_plural or re.search(r"\d[\d,]* (?:[a-z]+ )?[a-z]+s\b", doc.source[max(0, whole.start - 120) : whole.start]) else "much"
                yield seamed(whole, _begun(f"{said}{quantity.renderings[0]} as {number} as {term.en}", slot, ""), doc.source, Origin("rule", "number"), ("number:share", f"rank:{sense.rank}"), 1.25 if term.en.startswith("in ") else 1.1)
        elif tied and be:
            text = f"{said}{quantity.renderings[0]} {'' if quantity.unit == '倍' and term.en.rpartition(' ')[2] in _SO_LARGE else 'that of ' if quantity.unit == '倍' else 'of '}{the}{term.en}"
        elif tied and quantity.kind in ("percent", "fraction"):
            text = f"{quantity.renderings[0]} of {the}{term.en}"
        elif tied and quantity.unit == "倍":
            text = f"{quantity.renderings[0]} {'' if term.en.rpartition(' ')[2] in _SO_LARGE else 'that of '}{the}{term.en}"
        elif not tied and term.pos == "noun" and (quantity.kind in ("money", "percent") or zh in _IN_YUAN and not quantity.unit and quantity.kind in ("number", "range", "approximate")):
            # 月薪六千: in which money goes without saying.
            a = "" if slot.determined or term.countable in ("no", "plural") else f"{forms.article(term.en)} "
            text = f"{a}{term.en} of {quantity.renderings[0]}{' yuan' if quantity.kind not in ('money', 'percent') else ''}"
        else:
            continue
        yield seamed(whole, _begun(text, slot, doc.source[whole.end :][:3]), doc.source, Origin("rule", "number"), ("number:share", f"rank:{sense.rank}"), 1.2)


_DAYS = {"每天": "every day", "每日": "every day", "今天": "today", "明天": "tomorrow", "昨天": "yesterday", "每周一": "every Monday", "每周五": "every Friday", "每周日": "every Sunday", "次日": "the next day", "当天": "that day"}
# Of these so many times are told: "three times the annual income".
_SO_LARGE = frozenset("income price salary wage cost size weight average level value amount number rate speed height length area volume population capacity output turnover profit revenue budget distance sum rent total demand supply".split())
_IN_YUAN = ("月薪", "年薪", "时薪", "日薪", "底薪", "起薪", "月租", "月收入", "年收入")
_FURTHER = ("另外", "另", "其他", "其余", "其它")
_SO_LONG = re.compile(r"(?:second|minute|hour|day|week|month|year)s?$")
# How long ago it began.
_BEGAN = {"成立": "was founded", "创立": "was founded", "创办": "was founded", "创建": "was founded", "上市": "went public", "开业": "opened", "毕业": "graduated", "去世": "died", "上任": "took office", "入职": "joined", "上线": "was launched", "问世": "came out"}


def _led(doc: Document, lexicon: Lexicon, found: Surroundings, place: Span, span: Span, quantity: Quantity) -> Iterator[Candidate]:
    """``突破1万家``, ``每亩3000元``: a word that leads to the quantity."""
    lead = Span(span.start, place.start)
    if not HAN_CHARACTER.search(lead.of(doc.source)):
        return
    whole = Span(span.start, place.end)
    slot = found.slot(whole)
    if key(lead.of(doc.source)) in _FURTHER and quantity.plural and slot.want("attr") >= 0.5:
        # 另外两个 "another two", 其余三人 "the other three people".
        other = "another" if key(lead.of(doc.source))[0] == "另" else "other" if slot.determined else "the other"
        for number, text in enumerate(quantity.attributive or quantity.renderings):
            yield seamed(whole, _begun(f"{other} {text}", slot, ""), doc.source, Origin("rule", "number"), ("number:led",), 1.4 * 0.95**number)
    if key(lead.of(doc.source))[-1:] in ("前", "后") and _SO_LONG.search(quantity.renderings[0]):
        # 饭前半小时: "half an hour before meals".
        for sense in fitting(lexicon.senses(key(lead.of(doc.source))), found.sentence(span), found.english)[:3]:
            if sense.term.en.startswith(("before ", "after ")):
                yield seamed(whole, _begun(f"{quantity.renderings[0]} {sense.term.en}", slot, ""), doc.source, Origin("rule", "number"), ("number:led",), 1.4)
    if key(lead.of(doc.source)) in _BEGAN and quantity.unit in _LASTING and quantity.kind in ("measure", "approximate", "bound", "phrase") and slot.want("finite") >= 0.5:
        # 成立不到一年: "was founded less than a year ago".
        yield seamed(whole, f"{_BEGAN[key(lead.of(doc.source))]} {quantity.renderings[0]} ago", doc.source, Origin("rule", "number"), ("number:led",), 1.5)
    if key(lead.of(doc.source)) in _DAYS and _TIME_OF_DAY.fullmatch(quantity.renderings[0]):
        # 每天五点半: "at 5:30 every day".
        yield seamed(whole, _begun(f"at {quantity.renderings[0]} {_DAYS[key(lead.of(doc.source))]}", slot, ""), doc.source, Origin("rule", "number"), ("number:led",), 1.5)
    yield from _share_of(doc, lexicon, found, lead, whole, quantity, slot)
    if more := by_how_much(key(lead.of(doc.source)), quantity, doc.source[whole.end :].startswith(" than")):
        yield seamed(whole, _begun(more, slot, ""), doc.source, Origin("rule", "number"), ("number:compared",), 1.5)
    for sense in fitting(lexicon.senses(key(lead.of(doc.source))), found.sentence(span), found.english)[:4]:
        for text, suits, want in realise(sense.term, sense.term.en, slot)[:2]:
            if want in ("verb", "finite", "done", "ing", "prep", "adv", "adj"):
                text = f"{text} {_led_by(sense.term, quantity, doc.source[place.end :][:60])}"
                # "Wages start 从五千元": a quantity is what a preposition leads to.
                fit = (max(suits, 0.9) if sense.term.pos == "prep" else suits) * (1.3 if sense.rank < 2 else 0.7)
                yield seamed(whole, text, doc.source, Origin("rule", "number"), ("number:led", f"rank:{sense.rank}"), fit)

