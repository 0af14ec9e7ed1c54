"""What the words before a noun say of it: that it is counted, that it is what somebody is."""

from __future__ import annotations

from pipeline.english.place import Place

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
    """ "gave me some ..."; what stands behind a preposition, "for some reason", is rather one, unless it is where: "in some countries"."""
    at = next((n for n, t in enumerate(place.left[:4]) if t.tag not in ("j", "p", "g", "r") or t.lower == "some"), 0)
    return place.before(at).lower == "some" and (place.before(at + 1).tag not in ("P", "T") or place.before(at + 1).lower == "in")
