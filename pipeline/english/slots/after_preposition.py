"""What may stand behind a preposition: a noun, its modifier, or what is done."""

from __future__ import annotations

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.tagger import finite
from pipeline.english.slots.complement_patterns import asks_for_doing
from pipeline.english.vocabulary import governors, words

_ALSO_ADVERBS = frozenset("over down up off out along around by past through on".split())


def is_preposition(place: Place) -> bool:
    """Right behind a preposition."""
    return place.before(0).tag == "P"


def after_preposition(place: Place) -> Wants:
    """A noun or what is done, by the preposition and by what follows."""
    nxt, here = place.after(0), place.before(0).lower
    if (nxt.lower in governors.INDEFINITE or nxt.lower in ("nobody", "he", "she", "we", "they", "i")) and finite(place.after(1)):
        # "Without ... nobody may enter".
        return {"noun": 1.0, "ing": 0.6, "num": 0.6, "adv": 0.2}
    if here in _ALSO_ADVERBS and place.ended and place.before(1).tag in ("d", "z", "v", "g") and words.lemma(place.before(1).lower) in governors.INTRANSITIVE:
        # "The flags fell over ...": how, or over what.
        return {"noun": 1.0, "adv": 0.9, "ing": 0.3, "num": 0.6}
    gerund = 0.3 if nxt.lower == "by" and place.after(1).tag != "#" else 1.05 if here in governors.ONLY_GERUND or asks_for_doing(place) else 0.75 if here in governors.BEFORE_GERUND else 0.4
    if nxt.tag == "v" and words.tags(nxt.lower)[:1] == "v" and place.after(1).tag in ("D", "X", "R", "P", "r", "n", "N"):
        return {"conj": 1.0, "adv": 1.0, "noun": 0.6, "attr": 0.3, "ing": 0.4}
    if nxt.tag == "#" and place.after(1).lower == "times":
        # "pays on ... three times a year".
        return {"noun": 1.0, "ing": 0.6, "attr": 0.2, "adv": 0.3}
    if nxt.tag == "#" and nxt.lower not in ("one", "first", "last") and not place.time_follows and here not in ("on", "with", "as", "like") and place.after(1).lower != "times":
        # "for ... five quarters", "to ... two million".
        return {"attr": 1.0, "adv": 0.95, "prep": 0.6, "ing": 0.6, "adj": 0.5, "noun": 0.3}
    if place.object_follows and not place.time_follows:
        return {"ing": 1.0, "adv": 0.4, "noun": 0.3, "prep": 0.3, "attr": 0.1}
    if nxt.tag in "nN" and nxt.tag:
        return {"attr": 1.0, "ing": gerund, "noun": 0.3, "adj": 0.8, "num": 0.8}
    if nxt.tag == "j":
        return {"attr": 0.9, "adj": 0.8, "adv": 0.7, "ing": gerund, "noun": 0.3}
    adjective = 0.6 if here == "as" else 0.1
    return {"noun": 1.0, "ing": gerund, "num": 1.0, "adj": adjective, "attr": 0.1, "adv": 0.1, "clause": 0.1}
