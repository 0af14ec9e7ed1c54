"""Spells names of people and places: ``张建国 said`` -> "Zhang Jianguo", ``in 福田区`` -> "Futian District"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.chinese.names import foreign, persons, places, titles
from pipeline.english.vocabulary import words
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN_CHARACTER
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

_SYLLABLE = r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u))"
_HALF_NAME = re.compile(rf"\b(?=[A-Z])(?i:{_SYLLABLE}) (?=[A-Z])(?i:{_SYLLABLE})$")
# A capitalised word that the fragment touches.
_TOUCHED = re.compile(r"\b[A-Z][a-z]+$")
_SURNAME = re.compile(r"(?:^|[\s(\"“,])([A-Z][a-z]+)( ?)\Z")
_INITIAL = re.compile(r"\b([A-Z][a-z]+) ([A-Z])$")
# Surnames, but rather the English words.
_PRONOUNS = ("He", "She", "You", "An", "So", "Can")
_FOLLOWER = re.compile(r" ([a-z]+)")


@dataclass(frozen=True, slots=True)
class ProposeNames:
    """Only for what the termbase does not know; a run that looks like no name gets its pinyin, as the very last resort."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    half = _HALF_NAME.search(doc.source[max(0, span.start - 24) : span.start])
    if half and len(zh) <= 2 and not lexicon_is_sure(lexicon, zh):
        # "Zhu Lin靖": the rest of a name that was spelled already.
        yield Candidate(span, persons.pinyin(zh, capital=False), Origin("rule", "rest of a name"), ("name:rest",), 0.7)
    yield from _half_spelled(doc.source, lexicon, span, zh)
    if doc.source.endswith("surnamed ", 0, span.start) and len(zh) <= 2:
        yield Candidate(span, persons.pinyin(zh), Origin("rule", "surname"), ("name:surname",), 1.5)
    if not lexicon_is_sure(lexicon, zh):
        yield from _named_already(doc.source, span, zh)
    yield from _given(doc.source, lexicon, span, zh)
    yield from _spelled_once(doc.source, span, zh)
    yield from _addressed(doc.source, span, zh)
    known = bool(lexicon.senses(zh))
    slot = found.slot(span)
    nominal = max(slot.want("noun"), slot.want("attr"))
    yield from _dotted(doc.source, lexicon, span, zh)
    for rule, weight, wordings in _readings(zh, lexicon):
        for number, text in enumerate(wordings):
            fit = (0.85 if rule == "named by a word" else 0.3 if known else 1.0) * weight * (0.2 + 0.8 * nominal) * 0.93**number
            yield seamed(span, text, doc.source, Origin("rule", rule), (f"name:{rule}",), fit)


def _half_spelled(source: str, lexicon: Lexicon, span: Span, zh: str) -> Iterator[Candidate]:
    """``Qombe泽``: the rest of a foreign name that is no word of English."""
    word = _TOUCHED.search(source[max(0, span.start - 24) : span.start])
    if word and len(zh) <= 2 and not words.tags(word[0].lower()) and not persons.is_spelled_surname(word[0]) and foreign.looks_transcribed(zh) and not lexicon_is_sure(lexicon, zh):
        yield Candidate(span, persons.pinyin(zh, capital=False), Origin("rule", "rest of a name"), ("name:rest",), 0.7)


def _named_already(source: str, span: Span, zh: str) -> Iterator[Candidate]:
    """楚云 where "Chu Yun" stands somewhere in the English of the article."""
    for size in (1, 2):
        if size < len(zh) <= size + 2 and all(HAN_CHARACTER.match(c) for c in zh):
            name = f"{persons.pinyin(zh[:size])} {persons.pinyin(zh[size:])}"
            if name.replace(" ", "").isalpha() and name in source and re.search(rf"\b{re.escape(name)}\b", source):
                yield seamed(span, name, source, Origin("rule", "person"), ("name:known", "in-article"), 1.4)


def _given(source: str, lexicon: Lexicon, span: Span, zh: str) -> Iterator[Candidate]:
    """``Li 效良``, ``Lu乐``: a given name behind its surname in Latin letters."""
    surname = _SURNAME.search(source[max(0, span.start - 12) : span.start])
    if not surname or surname[1] in _PRONOUNS or len(zh) > 2 or not persons.is_spelled_surname(surname[1]) or len(zh) == 2 and lexicon_is_sure(lexicon, zh):
        return
    follower = _FOLLOWER.match(source, span.end)
    glued, whole = not surname[2] and not (follower and words.guess(follower[1])[:1] in ("n", "N")), len(zh) == 2 and not lexicon.senses(zh)
    if glued or whole:
        yield seamed(span, persons.pinyin(zh), source, Origin("rule", "given name"), ("name:given",), 0.75 if whole else 0.6)


def _spelled_once(source: str, span: Span, zh: str) -> Iterator[Candidate]:
    """``Li X效良``: a surname, the first letter of the given name, and the given name itself."""
    initial = _INITIAL.search(source[max(0, span.start - 14) : span.start]) if len(zh) <= 2 and source[span.start - 1 : span.start].isupper() else None
    if initial and persons.is_spelled_surname(initial[1]) and persons.pinyin(zh)[:1] == initial[2]:
        yield seamed(Span(span.start - 1, span.end), persons.pinyin(zh), source, Origin("rule", "given name"), ("name:given",), 0.8)


def _addressed(source: str, span: Span, zh: str) -> Iterator[Candidate]:
    """``Wang先生``: the title goes before the surname."""
    surname = _SURNAME.search(source[max(0, span.start - 12) : span.start])
    text = titles.addressed(surname[1], zh) if surname else ""
    if surname and text:
        yield seamed(Span(span.start - len(surname[1] + surname[2]), span.end), text, source, Origin("rule", "title"), ("name:titled",), 1.2)


def _dotted(source: str, lexicon: Lexicon, span: Span, zh: str) -> Iterator[Candidate]:
    """``约瑟夫·史密斯``: each part by the table of names, else by a capitalised gloss, else by its reading."""
    parts = zh.split("·")
    if len(parts) > 1 and all(parts):
        known = [(*filter(None, [foreign.part_of(p, number > 0)]), *(s.term.en for s in lexicon.senses(p) if s.term.en[:1].isupper()), persons.pinyin(p))[0] for number, p in enumerate(parts)]
        yield seamed(span, " ".join(known), source, Origin("rule", "foreign"), ("name:foreign",), 0.9)


def _located(zh: str, lexicon: Lexicon) -> tuple[str, ...]:
    """江苏华海集团 -> Jiangsu Huahai Group: a place that is known, then a name that is not."""
    for size in (4, 3, 2):
        head, rest = zh[:size], zh[size:]
        if len(rest) > 3 and _is_known_name(head, lexicon) and places.looks_like_place(rest) and len(places.kind_of(rest)) > 1:
            inner = rest[: -len(places.kind_of(rest))]
            if places.is_named_by_word(inner) or not _is_common(inner, lexicon):
                where = next(s.term.en for s in lexicon.senses(head) if s.term.en[:1].isupper())
                return tuple(f"{where} {name}" for name in places.place(rest))
    return ()


def _is_known_name(head: str, lexicon: Lexicon) -> bool:
    """True for a name of the termbase."""
    return any(sense.rank < 2 and sense.term.pos == "name" and sense.term.en[:1].isupper() for sense in lexicon.senses(head))


_IN_NAMES = "峰海江山川林岭湖河洋泉岩波"


def _is_common(head: str, lexicon: Lexicon) -> bool:
    """True for 贫困 of 贫困村: a word that is no name makes no name of a place; a character alone only with 县."""
    senses = lexicon.senses(head)
    return bool(senses) and not any(sense.term.en[:1].isupper() for sense in senses)


def lexicon_is_sure(lexicon: Lexicon, zh: str) -> bool:
    """True where the termbase, not only the dictionary, has the run."""
    return any(sense.rank < 2 for sense in lexicon.senses(zh))


def _readings(zh: str, lexicon: Lexicon) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    yield "titled", 0.8, tuple(titles.titled(zh))
    yield "led", 0.8, titles.led(zh)
    if foreign.looks_foreign(zh):
        yield "foreign", 0.8, tuple(foreign.foreign(zh))
        yield "transcribed", 0.4, (persons.pinyin(zh),)
    if persons.looks_like_person(zh):
        # 应披露: a given name that is a verb is rarely one.
        verbal = any(sense.rank < 2 and sense.term.pos in ("verb", "adv") for sense in lexicon.senses(zh[1:]))
        yield "person", 0.25 if verbal else 0.45, tuple(persons.person(zh))
    kind = places.kind_of(zh)
    if not kind:
        return
    yield "located", 0.6, _located(zh, lexicon)
    if places.is_founded(zh) or places.looks_like_place(zh):
        head = zh[: -len(kind)]
        if places.is_named_by_word(head):
            yield "named by a word", 0.75, places.place(zh)
        elif _is_known_name(head, lexicon):
            # 黄冈中学 is one school, of that name.
            yield "place", 0.65, places.place(zh)
        elif places.is_founded(zh) or places.sort_of(kind) == "hamlet" or not _is_common(head, lexicon):
            # 李晓峰 is rather somebody than a peak, and 李家沟 is nobody.
            person = len(zh) == 3 and zh[-1] in _IN_NAMES and persons.looks_like_person(zh)
            yield "place", 0.55 if places.sort_of(kind) == "hamlet" else 0.3 if person else 0.5, places.place(zh)
