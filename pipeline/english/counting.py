"""What the words before a noun say of it: that it is counted, that it is what somebody is."""

from __future__ import annotations

from pipeline.english import governors, words
from pipeline.english.place import Place
from pipeline.english.tagger import STAND_INS, Token, finite

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
    """ "worked as a ..."."""
    at = next((n for n, t in enumerate(place.left[:5]) if t.lower == "as"), 0)
    return at > 0 and place.before(at - 1).lower in ("a", "an", "the") and place.before(at + 1).lower in _OCCUPIED


def is_some(place: Place) -> bool:
    """ "gave me some ..."; what stands behind a preposition, "for some reason", is rather one."""
    at = next((n for n, t in enumerate(place.left[:4]) if t.tag not in ("j", "p", "g", "r") or t.lower == "some"), 0)
    return place.before(at).lower == "some" and place.before(at + 1).tag not in ("P", "T")


def told_by_next(right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "... hunt in packs.": where the sentence has no other verb, the word behind its first one is the verb that it can be."""
    if not right or right[0].tag != "n" or "v" not in words.tags(right[0].lower) or right[1:2] and not right[1].tag.isalpha() or right[-1].text != ".":
        return right
    if any(finite(t) or t.tag in ("v", "p", "g", "S", "W") or t.text in STAND_INS or t.text in ",;:" for t in right[1:]):
        return right
    return (right[0]._replace(tag="v"), *right[1:])


# Plurals that stand before a noun: "sales strategy".
KINDS_IN_S = frozenset("sales sports savings operations communications services arms games rights systems parts earnings assets trades works standards".split())


# What needs no object as often as not, so that how it is done may follow.
_OF_ITSELF = governors.BEFORE_ING | frozenset("open close turn".split())
_SPANS = frozenset("day night morning afternoon evening week month year summer winter spring autumn".split())


def after_when(left: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "One day ..." as "One day, ...": what begins by saying when is no determiner of what follows."""
    if len(left) == 2 and left[0].lower in _SPANS and left[1].lower in ("one", "that", "last", "next"):
        return (left[0]._replace(text=",", tag=",", lower=","), *left)
    return left


def told_by_last(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The new rules limit ...": behind several the bare word is their verb where there is no other; no plural stands before a noun of its own phrase."""
    if len(left) < 2 or left[0].tag != "n" or "v" not in words.tags(left[0].lower) or left[1].tag != "N" or left[1].lower in KINDS_IN_S or left[1].text[:1].isupper() and len(left) > 2:
        return left
    if left[0].lower in _OF_ITSELF or any(finite(t) or t.tag == "v" for t in left[1:]) or any(finite(t) or t.tag == "v" for t in right[:12]) or right and right[0].tag in ("n", "N"):
        return left
    return (left[0]._replace(tag="v"), *left[1:])
