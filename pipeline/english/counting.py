"""What the words before a noun say of it: that it is counted, that it is what somebody is."""

from __future__ import annotations

from pipeline.english import words
from pipeline.english.place import Place
from pipeline.english.tagger import STAND_INS, Token, finite

_COUNTING = frozenset("a an another each every either neither several many few various these those two three four five six seven eight nine ten dozens hundreds thousands".split())
# What is said "as" of a person is what they do.
_OCCUPIED = frozenset("work works worked working serve serves served serving career job trained hired employed".split())


def is_counted(place: Place) -> bool:
    """ "an unforgettable ...", "each ...", "two heavy ..."."""
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
    if not right or right[0].tag != "n" or "v" not in words.tags(right[0].lower) or right[1:2] and right[1].tag not in ("P", "D", "X", "r", "T") or right[-1].text != ".":
        return right
    if any(finite(t) or t.tag in ("v", "p", "g", "S", "W") or t.text in STAND_INS or t.text in ",;:" for t in right[1:]):
        return right
    return (right[0]._replace(tag="v"), *right[1:])
