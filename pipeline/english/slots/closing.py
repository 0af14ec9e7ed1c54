"""The end of a clause that has its verb and its object: what comes there says when or where."""

from __future__ import annotations

from pipeline.english.sentence.place import Place
from pipeline.english.sentence.tagger import Token, finite
from pipeline.english.slots.patterns import is_order
from pipeline.english.vocabulary import governors, words
from pipeline.english.vocabulary.times import PERIODS

_WHERE = frozenset("end beginning start top bottom middle side sides left right back front center centre edge corner spot scene home abroad".split())
_WHEN_OR_WHERE = PERIODS | _WHERE | {"weekends", "holidays"}
_LEADS = ("on", "at", "in", "over", "by", "during", "within", "around", "near", "before", "after", "late", "early")


_SUBORDINATE = frozenset("when if because although though as since while after before once unless until whenever where whether despite by".split())


def is_clause(left: tuple[Token, ...]) -> bool:
    """True where what stands before a comma, nearest first, is a clause of its own: "The camera is good"."""
    return bool(left) and any(finite(t) for t in left[:14]) and left[-1].lower not in _SUBORDINATE and not any(t.lower in _SUBORDINATE or t.text == "," for t in left[:14])


def is_closing(place: Place) -> bool:
    """ "opens its shop only ...", "forget the comma ... in the file": verb and object stand before, and nothing follows that they could want."""
    here = place.before(1) if place.before(0).tag == "r" else place.before(0)
    if here.tag not in ("n", "N") or not (place.ended or place.after(0).tag in ("P", "C", "S", "T")):
        return False
    behind = 2 if here is place.before(1) else 1
    if (here.tag == "N" or words.countable(here.lower) is False) and place.before(behind).tag in ("v", "z", "d", "p", "g") and place.before(behind).lower not in governors.LINKING:
        # "had earned money ... for ten years".
        return True
    at = next((n for n, t in enumerate(place.left[:8]) if t.tag in ("D", "X", "P")), None)
    return at is not None and at > 0 and place.before(at).tag in ("D", "X") and (is_order(place) or place.clause.verb_left and any(t.tag in tuple("vzdgp") for t in place.left[at + 1 : at + 6]))


def says_when_or_where(adverb: str) -> bool:
    """True for "on weekends", "at the end"."""
    first, _, rest = adverb.partition(" ")
    return first in _LEADS and rest.rpartition(" ")[2] in _WHEN_OR_WHERE
