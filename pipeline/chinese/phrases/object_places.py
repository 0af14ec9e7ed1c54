"""Where an object stands beside a verb whose wording brings along how it is done: "complete the task ahead of schedule", "strictly control costs"."""

from __future__ import annotations

from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import INTRANSITIVE

# They stand behind the object.
_BEHIND = frozenset("together apart aside again anew well abroad online offline overseas separately early firsthand alone daily weekly monthly yearly annually equally seriously personally upside-down".split())
# A particle belongs to its verb: "shore up the market".
_MAKING = ("keep", "make", "hold", "leave", "set", "turn", "render")
_PARTICLES = frozenset("up out down back off away over around on in through along about forth by".split())
_HOW = ("ahead", "in", "at", "with", "by", "for", "from", "into", "as", "across", "without", "under", "through")
# What these lead to takes the object: "take part in it".
_OPEN = frozenset("to of in on at with for from into about against as over upon by than not".split())
# "fill in the form": in is no more than their particle.
_TAKE_IN = frozenset("fill rake lock bring hand take cash plug lay rein let put".split())
_ONLY = frozenset("only still not too enough".split())


def around_object(verb: str, what: str) -> str:
    """``verb`` with its object ``what`` where English has it."""
    first, _, rest = verb.partition(" ")
    if not rest or first in ("be", "have", "can", "cannot", "not") or first in _ONLY:
        return f"{verb} {what}"
    opening, _, last = rest.rpartition(" ")
    if not opening:
        if rest in _BEHIND or first in _MAKING and words.guess(rest)[:1] == "j":
            return f"{first} {what} {rest}"
        if (rest.endswith("ly") or rest == "further") and words.guess(rest)[:1] == "r" and words.guess(first)[:1] != "r":
            return f"{rest} {first} {what}"
        return f"{verb} {what}"
    lead = rest.partition(" ")[0]
    if lead == "in" and first in _TAKE_IN and not (first in ("take", "put") and last in ("place", "mind", "order", "charge")):
        return f"{verb} {what}"
    if lead in _HOW and last not in _OPEN and first not in INTRANSITIVE and " one's" not in rest and words.guess(first)[:1] != "r" and last not in _PARTICLES:
        return f"{first} {what} {rest}"
    return f"{verb} {what}"
