"""What the words before a noun say of it: that it is counted, that it is what somebody is."""

from __future__ import annotations

from typing import Literal

from pipeline.english.inflection.verb_forms import bare
from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words

_COUNTING = frozenset("a an another each every either neither several many few various these those two three four five six seven eight nine ten dozens hundreds thousands".split())
# What is said "as" of a person is what they do.
_OCCUPIED = frozenset("work works worked working serve serves served serving career job trained hired employed".split())


def is_counted(place: Place) -> bool:
    """ "an unforgettable ...", "each ...", "two heavy ...", "... show that"."""
    if place.clause.agreement is True and place.after(0).tag == "v" and place.before(0).lower not in ("and", "or", ","):
        return True
    first = next((t for t in place.left[:5] if t.tag not in ("j", "p", "g", "r") or t.lower in _COUNTING), None)
    return first is not None and first.lower in _COUNTING


def is_occupation(place: Place) -> bool:
    """ "worked as a ...", "works as ... at the embassy"."""
    if place.before(0).lower == "as":
        return place.before(1).lower in _OCCUPIED and not place.before(1).lower.startswith("serv") and not place.noun_follows
    at = next((n for n, t in enumerate(place.left[:5]) if t.lower == "as"), 0)
    return at > 0 and place.before(at - 1).lower in ("a", "an", "the") and place.before(at + 1).lower in _OCCUPIED


# What something is used, seen or named as is one thing.
_NAMED_AS = frozenset("imagine picture portray depict denounce condemn dismiss regard serve treat describe act know view recognize recognise designate list function classify define identify see use consider double pose rate celebrate hail praise perceive brand label".split())


def named_as(place: Place) -> Literal["one", "many", ""]:
    """Whether one thing "serves as ..." it, "was regarded as ...", or several do; "" where it is not that."""
    if place.before(0).lower != "as" or place.noun_follows or place.ended and place.after(0).tag == "C":
        return ""
    at = next((n for n, t in enumerate(place.left[1:6], 1) if words.lemma(t.lower) in _NAMED_AS or bare(t.lower) in _NAMED_AS), 0)
    if not at:
        return ""
    between = place.left[1:at]
    helped = next((t for t in place.left[at + 1 :] if t.tag != "r"), place.before(at + 1))
    bare_verb = place.before(at).tag == "v" and helped.tag in ("N", "R") and helped.lower not in ("it", "he", "she")
    if bare_verb and not between or helped.lower in ("are", "were") or any(t.lower in ("them", "us", "both", "these", "those") for t in between):
        return "many"
    return "" if helped.lower in ("have", "been") or any(t.tag == "N" for t in between) else "one"


def is_some(place: Place) -> bool:
    """ "gave me some ..."; what stands behind a preposition, "for some reason", is rather one, unless it is where: "in some countries"."""
    at = next((n for n, t in enumerate(place.left[:4]) if t.tag not in ("j", "p", "g", "r") or t.lower == "some"), 0)
    return place.before(at).lower == "some" and (place.before(at + 1).tag not in ("P", "T") or place.before(at + 1).lower == "in")
