"""Puts a run of several words together: ``its 巨大功能和意义`` -> "huge functions and significance"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.closed_classes import LEADING, RELATED, TRAILING
from pipeline.chinese.composition.grammar import Phrase, compose
from pipeline.chinese.key import key
from pipeline.chinese.partners import core_of
from pipeline.chinese.prepositions import asked_of
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN
from pipeline.stages.clauses_in_place import in_place, led_by, needs_subject, of_whom, told_by, told_of, told_then
from pipeline.stages.senses import candidates, each_run, fitting, meant, seamed, worded
from pipeline.stages.surroundings import Surroundings

_NAMED_KIND = re.compile(f" ?([A-Za-z][\\w/.]*) ?[{HAN}]")
_CLAUSE = re.compile(r" ?(?:it|he|she|they|we|I|you|the|his|her|their|even|no|nobody|everyone|everybody|people)\b")
_LEADS = ("通过", "用", "以", "作为", "从", "到", "在", "由", "向", "按", "按照", "根据", "出于", "沿着", "经过")
_JOINS = ("和", "与", "同", "跟", "及")
_TAKEN_TOGETHER = ("相比", "一样", "不同", "相同", "有关", "无关", "相似", "类似", "合作", "见面", "结婚", "离婚", "比起来", "打交道", "相处", "沟通", "交流", "竞争", "对话", "谈判", "接触", "作斗争", "做斗争", "交谈", "聊天", "签约", "联系")
_SENTENCE = re.compile(r"[.!?;:]\s")
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
    known = lexicon.senses(zh)
    yield from _counted(doc, lexicon, found, span)
    if any(sense.rank < 2 for sense in known):
        return
    yield from _peeled(doc, lexicon, found, span)
    yield from _by_what(doc, lexicon, found, span)
    yield from _resulting(doc, lexicon, found, span)
    yield from _partnered(doc, lexicon, found, span)
    yield from _told_of(doc, lexicon, found, span)
    slot = found.slot(span)
    # What stands beside a word in its own run says which sense it has: 大型设备.
    beside = f"{sentence} {zh}"
    for phrase in compose(zh, lexicon, lambda senses: meant(senses, beside, found.english)):
        phrase = of_whom(_asked_for(_before_name(phrase, doc.source, span), found, span), found.sides(span))
        yield from _in_place(phrase, doc, found, span)
        # What the dictionary knows as one word is rarely the sum of a word and a character: 注射器 is a syringe.
        # 通过电子邮件 is rarely "pass emails", nor 用现金 "use cash".
        led = 1.1 if phrase.term.pos == "adv" and phrase.parts[-1] == "期间" else 1.15 if phrase.term.pos in ("pp", "adv") and phrase.parts[0] in _LEADS else 0.85 if phrase.term.pos in ("verb", "noun") and phrase.parts[0] in _LEADS else 1.0
        weight = _weight(phrase) * led * (0.5 if known and any(len(part) == 1 for part in phrase.parts) else 1.0)
        yield from candidates(phrase.term, _origin(phrase), weight, span, slot, doc.source, (f"parts:{'+'.join(phrase.parts)}", f"rank:{phrase.rank}", f"zh:{zh}"))


def _peeled(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """``和组织``, ``现代浏览器和``, ``的认可``: a conjunction or 的 at an end belongs to the English there."""
    zh, sentence = key(span.of(doc.source)), found.sentence(span)
    lead = next((zh[:n] for n in (2, 1) if zh[:n] in LEADING and len(zh) > n), "")
    tail = next((zh[-n:] for n in (2, 1) if zh[-n:] in TRAILING and len(zh) - len(lead) > n), "")
    if not lead and not tail:
        return
    if lead in _JOINS and (zh.endswith(_TAKEN_TOGETHER) or any(how in zh for how in RELATED)):
        # 与收益相比: "compared with the returns" joins nothing.
        return
    if len(lead) == 1 and not tail and any(sense.rank < 2 and sense.term.pos == "conj" for sense in lexicon.senses(zh[:2])):
        # 与其抱怨 is "rather than", not "and".
        return
    core = zh[len(lead) : len(zh) - len(tail)]
    before, after = LEADING.get(lead, ""), TRAILING.get(tail, "")
    if lead in _JOINS and found.slot(span).want("verb") >= 0.9:
        # "wants to 与高校合作": nothing stands before that it could join.
        return
    slot = found.slot_within(span, before, after)
    for phrase in _readings(core, lexicon, sentence, found):
        for wording, fit, said in worded(phrase.term, _weight(phrase), slot):
            text = " ".join(filter(None, (before, wording, after)))
            yield seamed(span, text, doc.source, _origin(phrase), (f"parts:{'+'.join(phrase.parts)}", f"rank:{phrase.rank}", f"zh:{zh}", *said), fit)


# Before a measure word that belongs to the noun behind it.
_COUNTING = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|each|every|this|that|another|a few|many) ?$", re.IGNORECASE)
_MEASURES = frozenset("本部款位名家条座项件支篇首枚辆台艘架棵匹张幅栋幢间只头块颗顶盏把")
_COUNTS_MORE = 2.0


def _counted(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """``three 本书``, ``each 位嘉宾``: the measure word of a noun that is counted in English goes."""
    zh = key(span.of(doc.source))
    if len(zh) < 2 or zh[0] not in _MEASURES or not _COUNTING.search(doc.source, max(0, span.start - 12), span.start):
        return
    whole = lexicon.senses(zh)
    if whole and not whole[0].term.en.startswith("this "):
        # 条款, 项目 and 部门 are words of their own.
        return
    slot = found.slot(span)
    for phrase in _readings(zh[1:], lexicon, found.sentence(span), found):
        if phrase.term.pos == "noun":
            yield from candidates(phrase.term, _origin(phrase), _COUNTS_MORE * _weight(phrase), span, slot, doc.source, (f"rank:{phrase.rank}", f"parts:{zh[0]}+{zh[1:]}", f"zh:{zh}"))


def _resulting(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """``平静得 it surprised her``: so much of it that something comes of it."""
    zh = key(span.of(doc.source))
    if len(zh) < 2 or zh[-1] != "得" or not _CLAUSE.match(doc.source, span.end):
        return
    adjectives = [s for s in fitting(lexicon.senses(zh[:-1]), found.sentence(span), found.english) if s.term.pos == "adj"]
    for order, sense in enumerate(adjectives[:3]):
        for number, en in enumerate((sense.term.en, *sense.term.also[:2])):
            yield seamed(span, f"so {en} that", doc.source, Origin("rule", "result"), (f"rank:{sense.rank}", "parts:得", f"zh:{zh}"), 1.2 * 0.95 ** (order + number))


_NAMED = re.compile(r"[A-Za-z][A-Za-z0-9]*-?$")
_DONE_BY = 1.3


def _by_what(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """``AI驱动的 platform``: what the English word that it touches has done to it, "AI-driven"."""
    zh = key(span.of(doc.source))
    if len(zh) < 3 or zh[-1] != "的" or not (touched := _NAMED.search(doc.source, max(0, span.start - 30), span.start)):
        return
    verbs = [s for s in fitting(lexicon.senses(zh[:-1]), found.sentence(span), found.english) if s.term.pos == "verb" and s.rank < 2]
    for order, sense in enumerate(verbs[:2]):
        for number, en in enumerate((sense.term.en, *sense.term.also[:2])):
            if en.isalpha():
                text = ("" if touched[0].endswith("-") else "-") + forms.participle(en)
                yield seamed(span, text, doc.source, Origin("rule", "composition"), (f"rank:{sense.rank}", f"parts:{zh[:-1]}+的", f"zh:{zh}"), _DONE_BY * 0.95 ** (order + number))


def _readings(core: str, lexicon: Lexicon, sentence: str, found: Surroundings) -> Iterator[Phrase]:
    senses = fitting(lexicon.senses(core), sentence, found.english)
    for order, sense in enumerate(senses[:4]):
        yield Phrase(sense.term, 1.0 + 0.3 * order, (core,), sense.rank)
    if not senses:
        beside = f"{sentence} {core}"
        yield from compose(core, lexicon, lambda senses: meant(senses, beside, found.english))


def _before_name(phrase: Phrase, source: str, span: Span) -> Phrase:
    """是否为 Field 对象 -> "whether it is a": what is named by the English that follows is counted."""
    name = _NAMED_KIND.match(source, span.end)
    if not name or not phrase.term.en.endswith(" is"):
        return phrase
    return replace(phrase, term=replace(phrase.term, en=f"{phrase.term.en} {forms.article(name[1])}"))


_TOWARDS = ("对", "对于", "以", "以其", "与", "跟", "向", "为")


def _asked_for(phrase: Phrase, found: Surroundings, span: Span) -> Phrase:
    """ "angry 对我", "famous 以其温泉": the preposition that the English before it governs."""
    lead = phrase.parts[0]
    if phrase.term.pos != "pp" or lead not in _TOWARDS:
        return phrase
    preposition = asked_of(lead[0], found.words_before(span))
    first, _, rest = phrase.term.en.partition(" ")
    if not preposition or not rest or words.guess(first)[:1] not in tuple("PT"):
        return phrase
    return replace(phrase, term=replace(phrase.term, en=f"{preposition} {rest}"))


def _in_place(phrase: Phrase, doc: Document, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """A clause with what joins it to its sentence."""
    left, right = found.sides(span)
    if phrase.term.pos != "clause" and (conjunction := needs_subject(left, right)):
        subject = led_by(phrase, conjunction, (left.rstrip()[: -len(conjunction)], right)).term
        if subject.pos == "clause":
            said = dict(subject.forms).get("past", subject.en) if found.slot(span).tense == "past" else subject.en
            yield seamed(span, said.removeprefix(conjunction).lstrip(), doc.source, _origin(phrase), _noted(phrase, span, doc), _weight(phrase))
    for text, fit in in_place(phrase.term, found.slot(span), left, right):
        yield seamed(span, text, doc.source, _origin(phrase), _noted(phrase, span, doc), fit * _weight(phrase))


def _noted(phrase: Phrase, span: Span, doc: Document) -> tuple[str, ...]:
    return (f"parts:{'+'.join(phrase.parts)}", f"rank:{phrase.rank}", "slot:clause", f"zh:{key(span.of(doc.source))}")


_TOLD = 1.15
_ORDERED = re.compile(r"(?:.*[.!?;:] )?(?:If|When|Before|After|Once|As soon as|In case)\b[^.!?;]*, $")


def _partnered(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """ "Although ..., 但是很安全": what the other half of the pair says in English is not said again."""
    zh, sentence = key(span.of(doc.source)), found.sentence(span)
    left, right = found.sides(span)
    core = core_of(zh, _SENTENCE.split(left)[-1].strip(" ").lower(), lambda word: any(sense.rank < 2 for sense in lexicon.senses(word)))
    if core is None or not core.zh:
        return
    slot = found.slot_within(span, core.before, "")
    for phrase in _readings(core.zh, lexicon, sentence, found):
        term = phrase.term
        weight, notes = _TOLD * _weight(phrase), _noted(phrase, span, doc)
        if term.pos in ("noun", "np") and not core.before and _ORDERED.match(left):
            # A main clause is no noun.
            continue
        if core.before in ("than", "to", "not") and term.pos == "verb":
            yield seamed(span, f"{core.before} {term.en}", doc.source, _origin(phrase), notes, weight)
        elif core.before == "that" and term.pos in ("verb", "adj"):
            led = led_by(phrase, "that", (left, right)).term
            yield seamed(span, dict(led.forms).get("past", led.en) if slot.tense == "past" else led.en, doc.source, _origin(phrase), notes, weight)
        elif not core.before and term.pos == "verb" and _ORDERED.match(left):
            # "If you need help, 就打电话": what to do then.
            yield seamed(span, term.en, doc.source, _origin(phrase), notes, weight)
        elif not core.before and term.pos == "clause":
            yield from (seamed(span, text, doc.source, _origin(phrase), notes, fit * weight) for text, fit in in_place(term, slot, left, right))
        elif not core.before and term.pos == "adj" and left.rstrip().endswith(","):
            subject = led_by(phrase, "", (left, right)).term
            yield seamed(span, (dict(subject.forms).get("past", subject.en) if slot.tense == "past" else subject.en).strip(), doc.source, _origin(phrase), notes, weight)
        elif core.before.startswith("but ") and core.before != "but also" and term.pos == "verb":
            who = core.before.split(" ")[1]
            told = told_by(who, term)
            yield seamed(span, core.before.removesuffix("also") + f"also {told.en if slot.tense != 'past' else dict(told.forms)['past']}", doc.source, _origin(phrase), notes, weight)
        else:
            for wording, fit, said in worded(term, weight, slot):
                yield seamed(span, f"{core.before} {wording}".lstrip(), doc.source, _origin(phrase), (*notes, *said), fit)


def _told_of(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """ "The place 他出生的地方 is now a hotel": what it tells of stands there already."""
    zh, sentence = key(span.of(doc.source)), found.sentence(span)
    told = told_of(zh, *found.sides(span))
    if told is None or len(told[0]) < 2:
        return
    slot = found.slot_within(span, "who" if told[1] == "who" else "that", "")
    for phrase in _readings(told[0], lexicon, sentence, found):
        term, notes = phrase.term, _noted(phrase, span, doc)
        if term.pos == "clause":
            yield seamed(span, told_then(term, slot, told[1]), doc.source, _origin(phrase), notes, _TOLD * _weight(phrase))
        elif term.pos == "verb" and told[1] in ("who", "that"):
            for wording, fit, said in worded(term, _TOLD * _weight(phrase), slot):
                yield seamed(span, f"{told[1]} {wording}", doc.source, _origin(phrase), (*notes, *said), fit)


def _weight(phrase: Phrase) -> float:
    return _WEIGHTS[phrase.rank] * float(_PER_COST ** max(0.0, phrase.cost))


def _origin(phrase: Phrase) -> Origin:
    return Origin("dictionary" if phrase.rank > 1 else "rule", "composition")
