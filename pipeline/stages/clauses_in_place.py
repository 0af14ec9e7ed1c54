"""A composed clause as its sentence needs it: joined with "and", with "that", behind the noun that it tells of, said of whom the English names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.chinese.composition.grammar import Phrase
from pipeline.chinese.phrases.clauses import OF_SEVERAL, OF_SEVERAL_PAST, by_nobody, told
from pipeline.english.sentence.main_subject import pronoun_of
from pipeline.english.sentence.tagger import Token, tag
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.events import is_event, is_momentary
from pipeline.english.vocabulary.governors import SAYING
from pipeline.english.wording.verb_wordings import NEED_OBJECT
from pipeline.lexicon.termbase import Term

# A clause that begins with one of these is joined already; behind one of the others it is the main clause.
_JOINED = frozenset("so but and or yet because if when while although though as since whether that unless until before after once even no who what which where how why".split())
_OPENED = frozenset("if when while although though as since unless until before after once because whenever whether even despite in on at by with for from to during without according instead rather compared given".split())
_ENDS = ("", ".", ";", "!", "?")
_CONTINUES = 1.1
_SENTENCE = re.compile(r"[.!?;:]\s")
# "the fact that he left", "it is clear that he left".
_QUOTED = re.compile(r"[,.!?…，。！？][\"”’]\s*$")
_SAYS = re.compile(r"(?:he|she|they|we|I|it|the \w+|\w+) (?:says?|asks?|answers?|replies|reply|whispers?|shouts?|murmurs?|mutters?|sighs?|thinks?)\b")
# What somebody has about them is told beside what they do: "his gaze icy".
_ABOUT = re.compile(r"the (gaze|eyes?|voice|face|tone|expression|hands?|smile|look|heart|mood) (?:was|were|is|are) (?=\w+( and \w+)?$)")
_THAT_NOUNS = frozenset("fact idea belief news claim doubt hope possibility evidence rumor rumour fear feeling conclusion view opinion impression complaint argument suggestion risk danger chance sign proof".split())
_THAT_STATES = frozenset("clear true likely unlikely possible obvious certain evident surprising strange important sad lucky good bad impossible essential necessary said believed reported thought known rumored rumoured expected".split())
# "The truth is that he left".
_THAT_PREDICATES = _THAT_NOUNS | frozenset("truth problem trouble point result reason difference advantage reality downside upside catch irony".split())
# Behind these a clause needs its subject.
_SUBJECTLESS = ("because", "although", "though", "since")


def of_whom(phrase: Phrase, sides: tuple[str, str]) -> Phrase:
    """ "..., we will have learned something": what 即使失败了 leaves out is "we"."""
    own = dict(phrase.term.forms)
    if OF_SEVERAL not in own:
        return phrase
    who = pronoun_of(*sides)
    if who in ("", "it"):
        return phrase
    present, past = (phrase.term.en, own.get("past", phrase.term.en)) if who in ("he", "she") else (own[OF_SEVERAL], own[OF_SEVERAL_PAST])
    if who == "i":
        present, past = present.replace(" they are", " I am", 1), past.replace(" they were", " I was", 1)
    said = "I" if who == "i" else who
    present, past = (text.replace(" it ", f" {said} ", 1) if who in ("he", "she") else text.replace(" they ", f" {said} ", 1) for text in (present, past))
    return replace(phrase, term=replace(phrase.term, en=present, forms=(("past", past),)))


def led_by(phrase: Phrase, conjunction: str, sides: tuple[str, str]) -> Phrase:
    """以至于睡着了 behind "so tired": "that she fell asleep"; of 正在维修 behind "because": "it is being repaired"."""
    term = phrase.term
    if term.pos not in ("verb", "adj"):
        return phrase
    verb = term if term.pos == "verb" else Term(term.zh, f"be {term.en}", "verb")
    return of_whom(replace(phrase, term=replace(by_nobody(Term("", conjunction, "conj"), verb), zh=term.zh, pos="clause")), sides)


def needs_subject(left: str, right: str) -> str:
    """The conjunction right before, "" where a verb alone may stand there."""
    last = left.rstrip().rpartition(" ")[2].lower()
    return last if last in _SUBJECTLESS and right.strip()[:1] in (*_ENDS, ",") else ""


def in_place(term: Term, slot: Slot, left: str, right: str) -> Iterator[tuple[str, float]]:
    """What a clause is in its sentence, and how well that fits."""
    past = dict(term.forms).get("past", "")
    if term.pos != "clause" or not past:
        return
    over = ("tense", "past") in term.forms
    said = past if slot.tense == "past" or over else term.en
    if _QUOTED.search(left) and re.match(_SAYS, term.en):
        # "You are late," he said coldly.
        yield past, _CONTINUES
        return
    sentence = _SENTENCE.split(left)[-1].strip()
    before = tag(sentence)
    if sentence.endswith(",") and slot.owner and (about := _ABOUT.match(said)):
        yield f"{slot.owner} {about[1]} {said[about.end() :]}", 1.3
    if right.strip()[:1] in _ENDS and sentence.endswith(",") and term.en.partition(" ")[0].lower() not in _JOINED and (how := _joined(before[:-1], term)) is not None:
        yield f"{how}{said}", _CONTINUES
    elif _takes_that(before) and term.en.partition(" ")[0].lower() not in _JOINED:
        yield f"that {said}", _CONTINUES


def _joined(before: list[Token], term: Term) -> str | None:
    """ "and " behind a whole sentence, "" behind what leads to one; None where neither is told."""
    if not before or before[0].lower == "not" or any(t.lower in SAYING for t in before[-2:]):
        return None
    if before[0].lower in _OPENED or before[0].lower == "the" and len(before) > 1 and (before[1].lower.endswith("er") or before[1].lower in ("more", "less", "moment", "better")):
        return ""
    whole = any(t.tag in tuple("zdBMH") for t in before) and not any(t.text == "," for t in before) and not term.en.startswith("the more")
    return "and " if whole else None


def _takes_that(before: list[Token]) -> bool:
    if len(before) < 2:
        return False
    last = before[-1].lower
    if last in _THAT_NOUNS:
        return before[-2].tag in ("D", "X") or before[-2].tag == "j"
    if last in ("is", "was") and before[-2].lower in _THAT_PREDICATES:
        return True
    it_is = [t.lower for t in before[-3:]]
    return last in _THAT_STATES and (it_is[-2] in ("is", "was", "seems", "became", "very", "quite")) and any(t.lower == "it" for t in before[-4:])


_OF_WHOM = frozenset("is was are were be been became become need needs needed want wants wanted know knows knew met meet meets find found hire hires hired seek seeks sought like likes love loves loved respect admire hate hates for".split())
_PERSONS = frozenset("anyone someone everyone anybody somebody everybody one those people man woman person men women boy girl child children student students worker workers player players".split())
_HEADS = {
    "人": _PERSONS, "地方": frozenset("place spot area city town house room".split()), "原因": frozenset(("reason", "cause")), "理由": frozenset(("reason",)), "方式": frozenset(("way", "manner")), "方法": frozenset(("way", "method")), "办法": frozenset(("way",)),
    "时候": frozenset("time day moment year night".split()), "时": frozenset("time day moment year night morning".split()), "那天": frozenset(("day",)), "东西": frozenset("thing things something anything everything".split()), "事": frozenset("thing things something anything everything".split()), "事情": frozenset("thing things something anything everything".split()),
}  # fmt: skip


def _is_predicate(tokens: list[Token]) -> bool:
    """ "He is a man", "we need someone": somebody of whom something is still to be told."""
    if len(tokens) < 3 or tokens[-1].lower not in _PERSONS or any(t.lower in ("who", "that", ",") for t in tokens):
        return False
    if tokens[-1].tag == "n" and tokens[-2].tag != "j" and tokens[-2].lower not in ("a", "an", "the", "of"):
        return False
    verb = next((t for t in reversed(tokens[:-1]) if t.tag in tuple("zdvBpg")), None)
    return verb is not None and verb.lower in _OF_WHOM


_TOLD_BEFORE = ("的", *_HEADS)


def told_of(zh: str, left: str, right: str) -> tuple[str, str] | None:
    """``The place 他出生的地方 is``: what is told of the noun before, and the word that leads to it; None where nothing is."""
    ended = right.strip()[:1] in _ENDS
    if not ended and not zh.endswith(_TOLD_BEFORE):
        return None
    tokens = tag(_SENTENCE.split(left)[-1])
    if ended and _is_predicate(tokens) and not zh.endswith(("人", "时", "时候")):
        # "He is a man 从来不说谎", "We need someone 会说法语的".
        return zh.removesuffix("的"), "who"
    if len(tokens) < 2 and not (tokens and tokens[0].lower in _PERSONS) or not tokens or tokens[-1].tag not in ("n", "N", "R", "#", "X", "D", "j") or tokens[-1].lower in ("it", "he", "she", "they", "we", "i", "you"):
        return None
    antecedent = tokens[-1].lower
    if zh.endswith("的"):
        following = tag(right)
        alone = not following or following[0].tag in tuple("zdBMHO") or following[0].tag in ("n", "N") and words.known_verb(following[0].lower) or right.strip()[:1] in (*_ENDS, ",")
        return (zh[:-1], "") if alone and tokens[-1].tag in ("n", "N") and len(tokens) > 1 else None
    for head, nouns in _HEADS.items():
        if antecedent in nouns and zh.endswith(head) and len(zh) > len(head) + 2:
            lead = "where" if head == "地方" else "who" if head == "人" else "that" if head in ("东西", "事", "事情") else ""
            return zh.removesuffix(head).removesuffix("的"), "when" if head in ("时", "时候", "那天") else lead
    return None


def told_then(term: Term, slot: Slot, lead: str) -> str:
    """A clause about something: what happened once is over though the sentence is of the present."""
    text = _told_then(term, slot)
    first, _, last = text.rpartition(" ")
    # "the day we arrived", "the place where he was born".
    return f"where {text}" if lead == "where" else first if lead == "when" and last in NEED_OBJECT else text


def _told_then(term: Term, slot: Slot) -> str:
    past = dict(term.forms).get("past", term.en)
    did = term.en.partition(" ")[2]
    return past if slot.tense == "past" or " born" in term.en or term.en.endswith(" grow up") or is_momentary(did) or is_event(term.zh, did) or ("tense", "past") in term.forms else term.en


def told_by(who: str, verb: Term) -> Term:
    """What ``who``, a pronoun, does, without the pronoun."""
    clause = told(Term("", who, "pron"), verb)
    return replace(clause, en=clause.en.removeprefix(f"{who} "), forms=tuple((name, text.removeprefix(f"{who} ")) for name, text in clause.forms))
