"""Of whom or of what something is said with "be": somebody is surprised and argues, something is surprising and argued about."""

from __future__ import annotations

from typing import Literal

from pipeline.english.inflection import forms
from pipeline.english.sentence.people import names_person
from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words

_PEOPLE = frozenset("he she i we you who everyone everybody someone somebody anyone anybody nobody people police those others".split())
_THINGS = frozenset("it this that which everything something nothing anything what".split())
# Many act there as one.
_ORGANISATIONS = frozenset(
    "company firm bank ministry government team club army union court party committee council agency authority group startup airline board bureau department brand maker parliament congress crowd audience fund household youth "
    "jury crew staff public family couple side army navy opposition".split()
)
# Where many are: they act, and things are done to them.
_PLACES = frozenset("hospital school university industry community village town city country state province nation world market shop store factory plant restaurant hotel museum".split())
_FEELING = frozenset("face eye look voice smile expression gaze glance tone heart cry sigh silence laugh cheek mood".split())
# How something is that makes somebody feel so.
_FELT_OF = {
    "surprised": "surprising", "astonished": "astonishing", "amazed": "amazing", "disappointed": "disappointing", "excited": "exciting", "shocked": "shocking", "confused": "confusing", "worried": "worrying", "annoyed": "annoying",
    "moved": "moving", "touched": "touching", "bored": "boring", "satisfied": "satisfying", "frightened": "frightening", "embarrassed": "embarrassing", "frustrated": "frustrating", "exhausted": "exhausting", "tired": "tiring",
    "fascinated": "fascinating", "terrified": "terrifying", "relaxed": "relaxing", "encouraged": "encouraging", "puzzled": "puzzling", "alarmed": "alarming", "disturbed": "disturbing", "convinced": "convincing", "humiliated": "humiliating",
    "startled": "startling", "depressed": "depressing", "bewildered": "bewildering", "thrilled": "thrilling", "pleased": "pleasing", "distressed": "distressing", "horrified": "horrifying", "intrigued": "intriguing", "comforted": "comforting",
}  # fmt: skip


def told_of(place: Place) -> Literal["", "somebody", "something"]:
    """Who or what the fragment behind "be" is said of; "" where no "be" stands before it, or its subject does not tell."""
    at = next((n for n, t in enumerate(place.left) if t.tag not in ("r", "M", "O") and t.lower not in ("has", "have", "had") or t.lower == "there"), len(place.left))
    if place.before(at).tag != "B":
        return ""
    subject = [t for t in place.left[at:] if t.tag not in ("r", "M", "O", "B", "H")]
    if not subject:
        return ""
    if subject[0].lower in _PEOPLE or subject[0].tag not in ("n", "N"):
        return "somebody" if subject[0].lower in _PEOPLE else "something" if subject[0].lower in _THINGS else ""
    head = subject[0]
    for n, token in enumerate(subject[:8]):
        if token.tag in "vzdMBHOTSWC" or token.text in (",", ";", ":"):
            break
        if token.tag == "P" and n + 1 < len(subject) and subject[n + 1].tag in ("n", "N"):
            head = subject[n + 1]
    return _kind(head.text)


def noun_told_of(place: Place) -> str:
    """ "project" of "projects that were ...": the noun right before "be", with its "that" between them or not; "" where there is none."""
    at = next((n for n, t in enumerate(place.left[:5]) if t.tag not in ("r", "M", "O", "B", "H")), 0)
    if not at or not any(t.tag == "B" for t in place.left[:at]):
        return ""
    subject = place.before(at + 1) if place.before(at).lower in ("that", "which") else place.before(at)
    return forms.singular(subject.lower) if subject.tag in ("n", "N") else ""


def is_thing(head: str) -> bool:
    """True for the noun "result", of which "surprising" is said rather than "surprised"."""
    return _kind(head) == "something" and forms.singular(head) not in _FEELING


def is_somebody(noun: str) -> bool:
    """True for "company", "teacher", of which one says what they do."""
    return _kind(noun) == "somebody" or noun in _PLACES


def _kind(noun: str) -> Literal["", "somebody", "something"]:
    if not noun[:1].islower():
        # A name, or what begins the sentence: a known noun.
        if noun[1:].islower() and not words.countable(forms.singular(noun.lower())):
            return ""
        noun = noun.lower()
    one = forms.singular(noun)
    if names_person(one) or one in _ORGANISATIONS or noun in _PEOPLE or one.endswith("man"):
        return "somebody"
    return "something" if words.tags(noun)[:1] in ("n", "N") and one not in _FEELING and one not in _PLACES else ""


def as_felt(en: str) -> str:
    """ "surprising" for "surprised", "very disappointing" for "very disappointed"; "" where nobody feels so."""
    before, _, last = en.rpartition(" ")
    said = _FELT_OF.get(last, "")
    return f"{before} {said}".lstrip() if said else ""
