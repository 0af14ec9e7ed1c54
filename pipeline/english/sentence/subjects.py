"""What is said of a subject before its verb comes: how old he is, what it is."""

from __future__ import annotations

from pipeline.english.sentence.people import names_person
from pipeline.english.sentence.place import Place
from pipeline.english.sentence.tagger import finite


def is_so_old(place: Place) -> bool:
    """ "A man of 78 ... his wife"."""
    return place.before(0).tag == "#" and place.before(1).lower == "of" and names_person(place.before(2).lower) and place.object_follows and not place.clause.verb_left


def is_told_beside(place: Place) -> bool:
    """ "The method, a trick ... among cooks, is old": a name for the subject stands between commas, and what is told of it has no helper."""
    if place.after(0).tag != "P" or place.before(0).tag not in ("n", "N"):
        return False
    comma = next((n for n, t in enumerate(place.left[:6]) if t.text == ","), 0)
    named = place.left[:comma]
    if not named or named[-1].tag not in ("D", "X") or any(t.tag not in ("D", "X", "j", "n", "N") for t in named):
        return False
    closing = next((n for n, t in enumerate(place.right[:14]) if t.text == ","), 0)
    behind = place.after(closing + 1)
    behind = place.after(closing + 2) if behind.tag == "r" else behind
    return closing > 1 and finite(behind) and not any(finite(t) for t in place.right[:closing]) and not any(finite(t) or t.tag == "v" for t in place.left[comma + 1 : comma + 12])


_PARTS_OF = frozenset("each all most many some several both none one half few neither two three four five".split())


def is_told_of_part(place: Place) -> bool:
    """ "four ducks, each of which ... a bag": the clause behind "which" has its subject and no verb."""
    return place.before(0).lower in ("which", "whom") and place.before(1).lower == "of" and (place.before(2).lower in _PARTS_OF or place.before(2).tag == "#") and not place.verb_follows


def names_part(place: Place) -> bool:
    """ ", most of them ...": who or what they are, without a verb."""
    return place.before(0).lower == "them" and place.before(1).lower == "of" and place.before(2).lower not in ("one", "each") and (place.before(2).lower in _PARTS_OF or place.before(2).tag == "#") and place.before(3).text == "," and not place.object_follows and not place.verb_follows


_SAID_BY_MANY = frozenset("estimate say believe argue agree think suggest claim report note warn admit fear hope insist predict".split())


def is_said_aside(place: Place) -> bool:
    """ "And yet, ... estimate, every third bowl": who says so, between commas."""
    return place.before(0).text == "," and place.after(0).lower in _SAID_BY_MANY and place.after(1).text == ","
