"""Which article a noun phrase has: none where it is determined, "the" where there is but one or the reader knows which, "a" for one of several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.english.inflection import forms
from pipeline.english.sentence.people import names_person
from pipeline.english.slots.bare_nouns import INSTRUMENTS, OF_A_MASS, THE_ONE
from pipeline.english.slots.scene import as_told
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import POSSESSIVES
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.wording.countability import is_mass
from pipeline.english.wording.noun_number import IN_PAIRS, PERSONS, SEVERAL
from pipeline.lexicon.termbase import Term

_DETERMINERS = POSSESSIVES | frozenset("a an the this that these those one's each every some any no another both either neither many several".split())
# "this year's plan", "yesterday's meeting": when it is tells which.
_OF_A_TIME = re.compile(r"(?:(?:this|last|next|that) \w+|today|yesterday|tomorrow|tonight)['’]s ", re.IGNORECASE)
# "China's first supermarket".
_OF_A_PLACE = re.compile(r"(?:the [a-z]+(?: [a-z]+)?|[A-Z][\w .]*?)(?:['’]s|s['’]) ")
# Of whom there is mostly one: 司机, 老板, 教练, but not 志愿者, 学生.
_ACTORS = (*"师员家长官匠夫王将机板练裁理医警", "医生", "先生")
# Lips and teeth come in pairs.
_IN_PAIRS = ("eye", "lip", "tooth", "ear", "eyebrow")
# Where one works or trades: of those that are named by what they deal in there is one.
_LINES = frozenset("industry sector market field department entrance exit lobby gate rooftop doorway".split())
_WHOLE = frozenset("domestic medical automotive private public global entire whole aerospace academic".split())
# Where only somebody can stand: that wording of a row which names a person rather than an action.
_PERSON = 1.25
# It is known what was done.
_TO_BLAME = frozenset("culprit ringleader mastermind perpetrator murderer".split())
# What one has one of.
_HAD = frozenset("effect impact influence result problem idea plan chance right reason purpose advantage reputation family job dream habit secret question request solution".split())
_BY_HOW_MUCH = frozenset("increase decrease drop fall rise decline gain loss profit deficit surplus surge jump reduction cut discount premium deposit fine salary budget bonus margin".split())
# How much rarer the plural is of what there is one of: "a permit", but "windows".
_RATHER_ONE = -0.3
# Of whom a thing has one.
SOLE = frozenset("founder author owner creator inventor winner architect designer editor host boss hero heroine protagonist leader instigator mastermind successor heir son daughter wife husband father mother".split())
# What is named with its number and no article: "won first prize".
PLACES_WON = frozenset("prize place class half quarter lady grade chapter season".split())
_KNOWN, _FITS = 1.04, 1.02


def is_determined(en: str) -> bool:
    """True where ``en`` has its article already, or a word that takes the place of one."""
    first, blank, _ = en.partition(" ")
    if not blank or "'" not in en and "’" not in en:
        return first.lower() in _DETERMINERS
    return first.lower() in _DETERMINERS or _OF_A_TIME.match(en) is not None or (whose := _OF_A_PLACE.match(en)) is not None and is_first(en[whose.end() :])


def the(en: str) -> str:
    """``en`` as the one that is known."""
    return en if is_determined(en) else f"the {en}"


def one(en: str) -> str:
    """``en`` as one of several."""
    return en if is_determined(en) else f"{forms.article(en)} {en}"


def is_one_thing(n: Term) -> bool:
    """True for a noun in the singular that is counted, so that it never stands without a determiner."""
    return n.pos == "noun" and n.countable not in ("no", "plural") and not forms.is_plural(n.en) and words.countable(head_of(n.en)) is not False


_FIRST = frozenset("first second third fourth fifth last latest newest oldest best worst most largest biggest highest lowest smallest greatest longest shortest fastest strongest earliest nearest remaining".split())


def is_the_one(zh: str, en: str) -> bool:
    """True for 第一个客户, 首批用户, 最新消息: of what comes first, or is the most, there is one."""
    whose = _OF_A_PLACE.match(en)
    return is_first(en[whose.end() :]) if whose else zh.startswith(("第", "首", "最", "末", "剩", "其余")) and is_first(en)


def is_first(en: str) -> bool:
    """True for "first customer", "longest bridge"."""
    first, _, rest = en.partition(" ")
    return bool(rest) and (first in _FIRST or first.endswith("est") and words.guess(first)[:1] == "j")


# Of these a thing has one, larger or smaller.
_MEASURED = frozenset("capacity size speed range weight width height depth length volume resolution diameter temperature lifespan screen impact influence role appetite share budget population presence say deal pace voice tone".split())
_GRADED = re.compile(r"(?:[a-z]+er|more [a-z]+|better|worse|less [a-z]+) (?!than)")


def is_line(en: str) -> bool:
    """True for "housing market", "medical field": one that is named by what it deals in."""
    before, _, head = en.rpartition(" ")
    last = before.rpartition(" ")[2]
    return head in _LINES and bool(last) and before != "government" and (words.guess(last)[:1] == "n" or last in _WHOLE or last.isupper())


def _is_person(term: Term) -> bool:
    return any(names_person(text) for text in (term.en, *term.also))


def with_article(term: Term, en: str, many: str, slot: Slot) -> Iterator[tuple[str, float]]:
    """``en``, or ``many`` of it, with the article that the place gives it, and how well that fits; nothing where it stands as it is."""
    if is_determined(en):
        return
    if slot.told and not term.countable and (known := as_told(many if en in _IN_PAIRS else en)):
        # "walked into the room", "shook his head".
        yield known, 1.03
    if en in slot.mentioned and term.countable != "no":
        yield the(en), _KNOWN
    if slot.determined:
        return
    if is_the_one(term.zh, en) and not slot.hyphen and not slot.title:
        yield the(many if (slot.agreed or slot.plural and not slot.start) and not slot.led else en), _KNOWN
    if slot.as_one and is_one_thing(term) and en.islower() and words.countable(head_of(en)) is not False:
        # "serves as a warehouse".
        yield one(en), _KNOWN
    if (slot.one_of_its_kind and not (slot.beside and _is_person(term) != names_person(slot.beside)) or slot.without and words.zipf(forms.plural(en)) - words.zipf(en) <= _RATHER_ONE) and not slot.hyphen and not forms.is_plural(en) and en.islower() and (words.countable(head_of(en)) is True or term.zh.endswith(PERSONS) and names_person(en)) and not is_mass(term, en) and en not in OF_A_MASS and head_of(en) not in IN_PAIRS:
        # "packed a toothbrush, a towel and a comb", "without a permit".
        yield one(en), 1.08
    if slot.bare and not slot.hyphen and not slot.said_of and not slot.terse and en in THE_ONE:
        # "is open to the public".
        yield the(en), 1.1
    if slot.bare and not slot.hyphen and not slot.title and not slot.article and head_of(en) in _TO_BLAME:
        # "consider the machines to be the culprits".
        yield the(many if slot.plural else en), 1.1
    if slot.out_of and slot.bare and not slot.hyphen and en.islower():
        # "most of the employees", "one of the reasons".
        yield the(en if is_mass(term, en) or words.countable(head_of(en)) is False or en in OF_A_MASS else many), 1.1
    if slot.played and en in INSTRUMENTS:
        yield the(en), 1.3
    if slot.of_quantity and slot.plural is None and not slot.hyphen and not slot.start and en in _BY_HOW_MUCH:
        # "reports an increase of six percent".
        yield one(en), 1.1
    if en == "job" and slot.bare and slot.plural is None and not (slot.subject_plural or slot.start or slot.hyphen or slot.led):
        # "She found a job".
        yield one(en), 1.06
    if slot.having and not term.countable and en in _HAD:
        # "have an effect".
        yield one(en), 1.2
    single = words.countable(head_of(en))
    person = _PERSON if slot.personal and not slot.hyphen and names_person(en) and not names_person(term.en) else 1.0
    if slot.one and not term.countable and (single is True or term.zh.endswith(PERSONS) and single is None) and not forms.is_plural(en):
        # "that the gap remains": one thing has its article.
        yield the(en), _FITS * person
    if slot.acts and not term.countable and (term.zh.endswith(_ACTORS) and not term.zh.endswith("专家") or slot.plural is False and single is True) and single is not False and en.islower():
        # "The driver stopped the car": somebody who is there.
        yield the(en), _FITS * person
    if slot.acts and slot.plural and term.zh in SEVERAL:
        # "The guests looked round".
        yield the(many), _FITS
    if slot.plural is None and not slot.hyphen and not slot.title and not slot.start and head_of(en) in _MEASURED and _GRADED.match(en):
        # "has a larger capacity".
        yield one(en), _FITS
    if slot.plural is not True and not slot.hyphen and is_line(en) and not is_mass(term, en):
        yield the(en), _FITS
