"""What is said of a subject before its verb comes: how old he is, what it is."""

from __future__ import annotations

from pipeline.english.people import names_person
from pipeline.english.place import Place
from pipeline.english.tagger import finite


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
