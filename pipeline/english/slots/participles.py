"""Participles before their noun: a widely held view, a rapidly growing town."""

from __future__ import annotations

from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words

# "a seriously flawed plan", "a highly educated public".
_BY_DEGREE = frozenset("flawed polluted injured wounded damaged limited restricted educated populated qualified skilled paid specialized automated indebted divided disabled talented gifted motivated".split())


def is_shaped(place: Place) -> bool:
    """True where the word that follows is the participle of the noun behind it, and no verb: "is a ... held view", "a ... held view is"."""
    here, noun = place.after(0), place.after(1)
    if here.tag not in ("d", "p", "g") and here.lower not in _BY_DEGREE or here.lower not in _BY_DEGREE and not set(words.tags(here.lower)) & {"p", "g"} or noun.tag not in ("n", "N"):
        return False
    if place.after(2).tag in ("z", "d", "H", "B", "M") or place.after(2).lower in ("is", "are", "was", "were", "has", "have", "had", "will", "can"):
        return True
    return place.before(1).tag in ("z", "d", "v", "P", "T", "B", "H", "g") and place.before(0).lower in ("a", "an", "its", "his", "her", "their", "our", "the")
