"""Whose it is: "one's" and "oneself" of a wording as the sentence has it, "shook his head", "they shook their heads"."""

from __future__ import annotations

import re

from pipeline.english.inflection import forms
from pipeline.english.sentence.people import BODY, FAMILY, MEN, WOMEN
from pipeline.english.sentence.place import Place

_SELVES = {"his": "himself", "her": "herself", "their": "themselves", "my": "myself", "our": "ourselves", "your": "yourself", "its": "itself"}
# Everybody has one of their own: of several people they are several.
_OWN = frozenset("head hand face mind mouth nose neck heart back wife husband life tongue chest shoulder finger fist brow eyebrow arm leg chin job seat cup teacup glass phone hat cap coat jacket mask bag backpack umbrella wallet helmet passport belt".split())
# What only somebody has.
_OF_SOMEBODY = BODY | FAMILY | _OWN | frozenset("temper chopsticks glasses spectacles gloves shoes boots keys clothes pen cigarette pipe tie suitcase luggage spoon fork bowl apron scarf cane".split())
_OWNED = re.compile(r"\b(their|our) ((?:seat )?[a-z]+)\b(?! of)")
# Of whom nobody in particular is told.
ANYBODY = "one's"
_ONES = re.compile(r"\bone's\b")


def possessed(text: str, owner: str, several: bool) -> str:
    """``text`` with its "one's" said of ``owner``; of ``several`` what each of them has is plural; "" is somebody of whom nothing is known."""
    if "one's" not in text and "oneself" not in text:
        return text
    if owner == ANYBODY:
        return text
    if not owner:
        following = text.partition("one's ")[2].split(" ")
        owner = "his" if not several and ("oneself" in text or _OF_SOMEBODY & set(following[:3])) else "their"
    if owner == "its" and FAMILY & {word.removesuffix("'s") for word in text.partition("one's ")[2].split(" ")[:1]}:
        # "It was his father's decision": nobody's father is that of a thing.
        owner = "his"
    text = _ONES.sub(owner, text).replace("oneself", _SELVES[owner])
    return _OWNED.sub(lambda m: f"{m[1]} {forms.plural(m[2])}" if m[2].rpartition(" ")[2] in _OWN else m[0], text) if several and owner in ("their", "our") else text


def owner(place: Place, text: str) -> str:
    """Whose something would be that stands at ``place``, ``text`` before it: "his", "their", "" where nobody is named."""
    return _owner(place) or _owner_before(place, text)


_OWNERS = {"he": "his", "his": "his", "him": "his", "she": "her", "her": "her", "they": "their", "their": "their", "i": "my", "my": "my", "we": "our", "our": "our",
           "you": "your", "your": "your", "it": "its", "its": "its", "them": "their", "us": "our", "me": "my"}  # fmt: skip


# What is run by people, and is none of them.
_RUN = frozenset("café cafe restaurant bakery shop store hotel hospital school university factory bank ministry brand manufacturer platform startup airline government group maker supermarket chain plant bar cinema theatre theater carmaker retailer authority agency publisher".split())
_ASSEMBLED = frozenset("team crowd cinema hall country city company world class stadium audience village town nation firm club".split())


def _owner(place: Place) -> str:
    """Whose teeth are clenched: of those that stand right before, or by the nearest pronoun of the sentence."""
    if place.before(0).tag == "N":
        return "their"
    if place.before(0).lower in _ASSEMBLED:
        # "the whole hall ...": what it holds is its own breath.
        return "its"
    if place.before(0).tag == "T" and place.before(1).tag == "j" and any(t.lower == "it" and place.before(n - 1).tag == "B" for n, t in enumerate(place.left[2:6], 2)):
        # "It is hard to ...": for anybody.
        return ANYBODY
    if kin := next((t for n, t in enumerate(place.left[:10]) if (t.lower in MEN or t.lower in WOMEN) and place.before(n + 1).lower in _OWNERS and place.before(n + 2).tag not in tuple("vzdgpPTR") and (n == 0 or place.before(n - 1).tag in tuple("zdBHMOvr"))), None):
        # "His mother is in her sixties", "my brother shook his head".
        return "his" if kin.lower in MEN else "her"
    # "We did it ...": what a verb is done to owns nothing.
    if any(t.lower == "please" for t in place.left[-2:]):
        # "Please fasten your seat belts".
        return "your"
    owners = (t for n, t in enumerate(place.left) if not (t.lower in ("it", "you", "them", "us", "me", "him") and place.before(n + 1).tag in tuple("vzdgpPO")))
    return next((_OWNERS[t.lower] for t in (*owners, *place.right) if t.lower in _OWNERS), "")


# What lasts owns nothing: "three days without sleep".
_SPANS = frozenset("seconds minutes hours days nights weeks months years decades times".split())
# The last of them: what stands before it is gone over from the end.
_OF_ONE = re.compile(r".*\b(he|his|him|she|her)\b", re.DOTALL)


def _owner_before(place: Place, text: str) -> str:
    """Of whom the sentence says no pronoun: by the noun that names them, or by the last one somebody that was told of before."""
    for token in place.left[:12]:
        if token.lower in MEN:
            return "his"
        if token.lower in WOMEN:
            return "her"
        if token.tag == "N" and token.lower not in _SPANS:
            return "their"
        if token.lower in _RUN and token.tag == "n":
            return "its"
    if place.clause.subject_plural:
        return ""
    earlier = _OF_ONE.match(text.lower())
    return _OWNERS[earlier[1]] if earlier else ""
