"""What may stand behind a conjunction: mostly what stands on its other side."""

from __future__ import annotations

from itertools import pairwise

from pipeline.english.inflection.irregular import ALIKE_IN_PAST
from pipeline.english.sentence.place import Place, Wants
from pipeline.english.slots.after_comma import after_comma
from pipeline.english.slots.patterns import is_order, joins_verbs, parallel
from pipeline.english.vocabulary import governors, words
from pipeline.english.vocabulary.times import LASTING


def is_joined(place: Place) -> bool:
    """True right behind "and", "or", "&"."""
    return place.before(0).tag == "C" or place.before(0).text in ("&", "/")


def after_joint(place: Place) -> Wants:
    """Coordinated with what stands on the other side of the conjunction."""
    other = place.before(1)
    if place.before(0).lower in ("and", "then") and (place.ended or place.after(0).lower in ("before", "after", "until", "while", "when")) and is_order(place):
        return {"verb": 1.0, "noun": 0.8, "adv": 0.4, "adj": 0.3, "ing": 0.3}
    if other.tag in ("p", "d") and not place.noun_follows and not place.object_follows and _is_series_of_participles(place):
        # "shall be planned, built and ... together".
        return {"done": 1.0, "adj": 0.6, "noun": 0.4, "adv": 0.4, "finite": 0.2}
    if place.after(0).lower in ("he", "she", "it", "they", "we", "i", "you") and (place.after(1).tag in tuple("zdBMHv") or place.after(1).tag == "r" and place.after(2).tag in tuple("zdBMHv")):
        # "and ... she broke a glass".
        return {"adv": 1.0, "conj": 0.8, "noun": 0.1}
    if place.before(0).lower == "and" and place.after(0).lower == "for" and any(t.lower in LASTING for t in place.right[1:5]) and any(t.tag in "zd" for t in place.left[1:16] if t.tag):
        # "put down the letter and ... for a moment": what goes on so long is done.
        return {parallel(place): 1.0, "adj": 0.3, "noun": 0.3, "adv": 0.3}
    if place.after(0).tag == "g" and place.after(0).lower not in governors.NOUNS_IN_ING and place.after(1).tag in ("P", "D", "X", "R", "#", "T") and any(t.tag in "vzd" for t in place.left[1:16]):
        # "go to bed early and ... looking at phones".
        return {parallel(place): 1.0, "adv": 0.7, "adj": 0.3, "noun": 0.2, "ing": 0.3}
    if place.before(0).lower == "but" and other.lower == "nothing":
        # "does nothing but ...".
        return {"verb": 1.0, "noun": 0.9, "ing": 0.4, "adj": 0.3}
    if place.before(0).lower in ("but", "yet", "or") and other.tag == "v" and place.ended and place.clause.verb_left is False and any(t.tag in ("M", "T") for t in place.left[2:5]):
        # "can still talk but no longer ...".
        return {"verb": 1.0, "noun": 0.5, "adj": 0.4, "adv": 0.4, "ing": 0.3}
    if place.before(0).lower in ("but", "yet") and (place.after(0).tag == "$" or place.after(0).text in ".,;:!?"):
        # "understandable, but ...": what is set against it is a predicate too.
        if other.tag in ("n", "N", "g") and any(t.lower in ("not", "longer", "isn't", "wasn't", "never") for t in place.left[2:7]):
            # "is no longer growth but ...".
            return {"noun": 1.0, "ing": 1.03 if other.tag == "g" else 0.95, "adj": 0.5, "inf": 0.5, "adv": 0.3}
        if not any(t.tag == "B" or t.lower in governors.LINKING for t in place.left[1:]) and any(t.tag in "zdv" for t in place.left[1:]):
            return {"adv": 1.0, "adj": 0.8, "noun": 0.6, "clause": 0.6, "done": 0.4, "ing": 0.3}
        return {"adj": 1.0, "noun": 0.6, "clause": 0.6, "adv": 0.5, "done": 0.4, "ing": 0.3}
    if place.after(0).tag == "T" and place.before(0).lower in ("and", "or", "but") and place.after(1).tag != "#":
        # "cannot make a profit and ... to leave".
        return {parallel(place): 1.0, "adj": 0.5, "done": 0.5, "noun": 0.4, "ing": 0.3}
    if place.after(0).lower in ("out", "off", "away", "into", "onto", "back") and place.before(0).lower == "and" and parallel(place) in ("finite", "done"):
        # "dissolved in water and ... out of it again".
        return {parallel(place): 1.0, "noun": 0.6, "adj": 0.3, "ing": 0.3, "adv": 0.3}
    if other.text == "," and place.before(0).lower in ("and", "or") and (place.object_follows or place.noun_follows) and any(t.tag in "vzdg" for t in place.left[2:16]):
        # "simplify the process, and ... green channels".
        return {**after_comma(place), parallel(place): 1.0}
    if other.text == "," and place.before(0).lower == "and" and place.ended and place.before(2).tag in ("d", "z") and place.before(3).tag in ("R", "n") and place.before(4).text in (",", "", '"', "”"):
        # "Probably," she said, and ....
        return {"finite": 1.0, "clause": 0.8, "noun": 0.5, "adv": 0.4, "ing": 0.3}
    if place.before(0).lower == "and" and place.ended and _is_last_of_deeds(place):
        # "She folded the letter, put it into her pocket and ...".
        return {"finite": 1.0, "noun": 0.55, "adv": 0.3, "adj": 0.3, "ing": 0.3}
    if other.text == ",":
        return after_comma(place)
    if "j" in words.tags(other.lower) and place.before(2).tag in ("D", "X") and "n" in words.tags(place.after(0).lower) and place.after(1).tag not in ("n", "N"):
        # "a long and ... journey".
        return {"attr": 1.0, "adj": 0.95, "noun": 0.2, "done": 0.3}
    if place.verb_follows and other.tag in "nN":
        if place.after(0).tag == "d" and any(t.tag == "d" for t in place.left[1:12]):
            # "lost her way and ... ran out": when or how, or who else did.
            return {"noun": 0.9, "ing": 0.4, "adv": 0.95}
        return {"noun": 1.0, "ing": 0.4, "adv": 0.6}
    if place.after(0).tag in ("z", "d", "v") and other.tag in ("z", "d", "j", "r") or place.after(0).tag == "v" and place.after(1).tag in ("D", "X", "R", "n", "N"):
        # "drew with Shandong and temporarily lead", "looked up and politely asked".
        return {"adv": 1.0, "conj": 0.3, "noun": 0.1}
    if other.lower in governors.PARTICLES and (place.before(2).tag in ("d", "z", "v") or place.ended and place.before(2).tag in ("n", "N", "R") and any(t.tag in ("d", "z") for t in place.left[3:6])) or (other.tag == "d" or other.tag == "z" and place.before(0).lower == "but") and not place.noun_follows:
        # "sat down and sighed", "she said and frowned".
        return {parallel(place): 1.0, "adv": 0.5, "noun": 0.4, "ing": 0.3}
    if other.tag == "j" and other.lower.endswith("er") and place.after(0).tag in ("D", "X") and place.before(0).lower in ("and", "but") and any(t.tag in ("z", "d") for t in place.left[2:8]):
        # "makes the soup thicker but ... the taste".
        return {parallel(place): 1.0, "adj": 0.5, "adv": 0.4, "prep": 0.3}
    if other.tag == "j":
        attributive = 0.9 if place.noun_follows else 0.4
        return {"adj": 1.0 if not place.noun_follows else 0.8, "attr": attributive, "noun": 0.4, "finite": 0.3, "adv": 0.15, "done": 0.3}
    if other.lower in ("once", "twice", "again", "together") and place.ended and parallel(place) == "finite":
        # "read it twice and ...".
        return {"finite": 1.0, "adv": 0.6, "noun": 0.3, "adj": 0.3}
    if other.tag == "r":
        return {"adv": 1.0, "adj": 0.4, "verb": 0.3, "finite": 0.3, "noun": 0.3}
    if other.tag == "v":
        return {"verb": 1.0, "noun": 0.6, "attr": 0.4}
    if other.tag == "g" and "j" in words.tags(other.lower) and place.before(2).tag == "B" and place.ended:
        # "is touching and ...".
        return {"adj": 1.0, "ing": 0.8, "noun": 0.3, "adv": 0.3}
    if other.tag == "g":
        return {"ing": 0.9, "noun": 0.8, "attr": 0.5}
    if place.object_follows or place.after(0).lower in ("that", "whether", "how", "what", "why"):
        return {"verb": 0.6, "finite": 0.6, "ing": 0.5, "prep": 0.4, "adv": 0.3, "done": 0.4, "noun": 0.2, parallel(place): 1.0}
    if place.noun_follows:
        # "must deepen reform and ... local trade": as likely another verb as another modifier.
        return {"attr": 0.9, "noun": 0.4, "finite": 0.35, "verb": 0.35, "adj": 0.4, "ing": 0.35, "adv": 0.2, parallel(place): 1.0 if joins_verbs(place) else 0.75}
    if place.after(0).tag == "P" and parallel(place) == "done" and place.before(2).tag == "P":
        # "are charged at noon and ... in the evening".
        return {"done": 1.0, "noun": 0.8, "adj": 0.3, "adv": 0.3, "ing": 0.3}
    wants = {"noun": 1.0, "adj": 0.3, "finite": 0.35, "verb": 0.35, "ing": 0.35, "clause": 0.3, "adv": 0.25, "num": 0.5, "done": 0.2}
    # "won the title and ... in 2020": what is a verb by itself joins the verb, what is a noun joins the noun.
    return {**wants, parallel(place): 0.95} if place.clause.verb_left or any(t.tag in "zd" for t in place.left[1:8]) or any(t.tag == "v" and (lead.tag in ("T", "M") or place.ended and lead.tag in ("N", "R")) for t, lead in pairwise(place.left[1:8])) else wants


def _is_last_of_deeds(place: Place) -> bool:
    """Two things that somebody did stand before, the second right behind a comma and with its object: another comes."""
    comma = next((n for n, t in enumerate(place.left) if t.text == ","), 0)
    if comma < 3:
        return False
    second, first = place.before(comma - 1), next((t for t in place.left[comma + 1 :] if t.tag in ("d", "z")), None)
    if first is None or place.before(comma - 2).tag not in ("D", "X", "R", "P", "r"):
        return False
    return second.tag == first.tag or first.tag == "d" and second.tag in ("v", "p") and (second.lower in ALIKE_IN_PAST or "d" in words.tags(second.lower))


def _is_series_of_participles(place: Place) -> bool:
    helper = next((n for n, t in enumerate(place.left[1:8], 1) if t.tag not in ("p", "d", ",", "C")), 0)
    return helper > 1 and place.before(helper).tag == "B" or helper > 2 and place.before(helper).tag == "r" and place.before(helper + 1).tag == "B"
