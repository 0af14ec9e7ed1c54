"""How a place joins what stands around it: what a word that links clauses, or weighs one, depends on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from pipeline.english.inflection import forms
from pipeline.english.sentence.place import Place
from pipeline.english.sentence.predicates import is_somebody
from pipeline.english.sentence.tagger import Token
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import CHANGING, QUESTIONS
from pipeline.english.vocabulary.kinds import kinds_of

_FINITE = tuple("zdBHMO")
_HELPING = tuple("BHMOr")
_NEGATIONS = frozenset("not never cannot no nobody nothing neither nor n't".split())
_CHANGES = CHANGING | frozenset("increase decrease reduce lower higher cut change differ outperform exceed lag drop decline shorten lengthen expand contract enhance boost strengthen ease recover raise up down more less better worse faster slower cheaper longer shorter fewer grow affect benefit speed contribute extend cool".split())
_SUPERLATIVES = frozenset("most least best worst first only".split())
_BREAKS = frozenset((",", ";", ":", "—", "–", ".", "!", "?"))


def read_joint(place: Place, start: bool) -> frozenset[str]:
    """The names of what holds at ``place``:

    ``start`` of the sentence; ``comma`` right before; ``aside`` between commas; ``ends`` a clause; ``complete``, a clause with its verb is on
    the left; ``acted``, some verb but a helper is; ``clause``, a subject and its verb follow; ``phrase``, something follows without a verb; ``verb``, ``bare`` or ``participle``, a
    finite or a bare verb does or a participle; ``have`` or "be" does; ``twice``, a verb and then another; ``verbless``, up to the next mark nothing is done; ``main``, a clause behind a comma; ``behind-question``, right behind "what" or the like; ``pronoun`` or ``helper``, ``be`` or ``than`` right before; ``number``, ``bare-noun``, ``infinitive`` or ``before-question`` (a clause with "who") right behind; ``to somebody``, a noun phrase of somebody follows, ``somebody to do`` with what they are to do; ``modal`` before, with adverbs or without; ``asked`` in a question; ``whether`` somewhere before;
    ``denying`` and ``denied``, a negation follows or stands before; ``since``, it lasts up to now or is the most so far; ``changes``, beside what gets more or less; ``singular`` subject.
    """
    return frozenset(_joints(place, start))


def _joints(place: Place, start: bool) -> Iterator[str]:
    here, nxt = place.before(0), place.after(0)
    if start:
        yield "start"
    elif here.text == ",":
        yield "aside" if nxt.text == "," else "comma"
    if place.clause.verb_left or any(t.tag in _FINITE for t in place.left):
        yield "complete"
    if place.ended:
        yield "ends"
    else:
        yield from _following(place, nxt)
    if any(t.text in ("?", "？") for t in place.right):
        yield "asked"
    if any(t.lower == "whether" for t in place.left):
        yield "whether"
    if here.lower in QUESTIONS:
        yield "behind-question"
    if any(t.tag in tuple("vzdpg") for t in place.left):
        yield "acted"
    if any(_denies(t) for t in place.right[:2]):
        yield "denying"
    if any(_denies(t) for t in place.left[:3]):
        yield "denied"
    if any(t.tag == "H" or t.lower in _SUPERLATIVES or t.tag == "j" and t.lower.endswith("est") for t in place.left):
        yield "since"
    if _is_beside_change(place):
        yield "changes"
    if _leads_to_somebody(place):
        yield "to somebody"
        phrase = list(takewhile(lambda t: t.tag in ("D", "X", "#", "j", "n", "N", "R"), place.right[:7]))
        if place.after(len(phrase)).tag == "T" and place.after(len(phrase) + 1).tag == "v":
            yield "somebody to do"
    if here.tag == "B":
        yield "be"
    if here.lower in ("than", "ever"):
        yield "than"
    if nxt.tag in ("n", "N") and here.tag not in ("D", "X", "j", "#"):
        yield "bare-noun"
    if nxt.lower in QUESTIONS:
        yield "before-question"
    if nxt.tag == "#":
        yield "number"
    if nxt.tag == "T" and place.after(1).tag == "v":
        yield "infinitive"
    if here.tag == "O":
        yield "helper"
    if next((t for t in place.left if t.tag != "r"), here).tag == "M":
        yield "modal"
    if here.tag == "R":
        yield "pronoun"
    if here.tag in ("n", "R") and here.lower not in ("i", "you", "they", "we") and not place.clause.subject_plural:
        yield "singular"


def _following(place: Place, nxt: Token) -> Iterator[str]:
    if nxt.tag in _FINITE and nxt.tag:
        yield "verb"
        if _verbs_behind(place.right[1:]):
            yield "twice"
        if nxt.lower in ("have", "be"):
            yield "have"
    elif nxt.tag == "v":
        yield "bare"
    elif nxt.tag in ("p", "g"):
        yield "participle"
    elif place.clause.verb_right or _tells(place.right):
        yield "clause"
    elif nxt.tag in tuple("DXR#nNj") and nxt.tag:
        yield "phrase"
    if not any(t.tag in _FINITE for t in takewhile(lambda t: t.text not in _BREAKS, place.right) if t.tag):
        yield "verbless"
    comma = next((n for n, t in enumerate(place.right) if t.text == ","), 0)
    if comma and any(t.tag in _FINITE for t in place.right[comma:]):
        yield "main"


def _tells(tokens: tuple[Token, ...]) -> bool:
    """ "the airline lost money, ...": behind who does it, and with an object, what may be a participle is a past."""
    phrase = tuple(takewhile(lambda t: t.text not in _BREAKS, tokens))
    return any(t.tag == "p" and "d" in words.tags(t.lower) and before.tag in ("n", "N", "R") and behind.tag in ("D", "X", "n", "N", "R", "#") for before, t, behind in zip(phrase, phrase[1:], phrase[2:], strict=False))


def _verbs_behind(tokens: tuple[Token, ...]) -> bool:
    """A finite verb before the next mark, which no conjunction or relative leads to."""
    for token in tokens:
        if token.text in _BREAKS or token.tag in ("S", "W", "C"):
            return False
        if token.tag in _FINITE:
            return True
    return False


def _leads_to_somebody(place: Place) -> bool:
    """ "you", "the victims", "a baker from Harbin": the noun phrase right behind is of somebody."""
    nxt = place.after(0)
    if nxt.tag == "R":
        return nxt.lower in ("me", "you", "him", "her", "us", "them", "everyone", "everybody", "nobody", "anyone")
    if nxt.tag not in ("D", "X", "#", "j", "n", "N"):
        return False
    phrase = list(takewhile(lambda t: t.tag in ("D", "X", "#", "j", "n", "N"), place.right[:6]))
    head = forms.singular(phrase[-1].lower)
    return place.person_follows or is_somebody(head) or "person" in kinds_of(head)


def _denies(token: Token) -> bool:
    return token.lower in _NEGATIONS or token.lower.endswith("n't")


def _is_beside_change(place: Place) -> bool:
    """ "has ... fallen", "rose ...", "is ... better": what gets more or less, or is compared."""
    behind = next((t for t in place.right[:4] if t.tag not in _HELPING), place.after(0))
    before = place.before(0)
    return any((words.lemma(t.lower) or t.lower) in _CHANGES or t.lower in _CHANGES or t.tag == "j" and t.lower.endswith("er") for t in (behind, before, place.before(1)))
