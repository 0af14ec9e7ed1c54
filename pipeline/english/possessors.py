"""Whose it is: "one's" and "oneself" of a wording as the sentence has it, "shook his head", "they shook their heads"."""

from __future__ import annotations

import re

from pipeline.english import forms

_SELVES = {"his": "himself", "her": "herself", "their": "themselves", "my": "myself", "our": "ourselves", "your": "yourself", "its": "itself"}
# Everybody has one of their own: of several people they are several.
_OWN = frozenset("head hand face mind mouth nose neck heart back wife husband life tongue chest shoulder finger fist brow eyebrow arm leg chin job seat".split())
# What only somebody has.
_BODY = frozenset("head heads hand hands face mind mouth nose neck heart back tongue chest breath shoulder shoulders finger fingers fist fists brow brows eyebrow eyebrows arm arms leg legs chin eye eyes lip lips tooth teeth ear ears tears voice feet foot knee knees sleeve sleeves wife husband throat temper".split())
_KIN = frozenset("father mother dad mom grandfather grandmother wife husband son daughter brother sister parents".split())
_OWNED = re.compile(r"\b(their|our) ([a-z]+)\b(?! of)")
_ONES = re.compile(r"\bone's\b")


def possessed(text: str, owner: str, several: bool) -> str:
    """``text`` with its "one's" said of ``owner``; of ``several`` what each of them has is plural; "" is somebody of whom nothing is known."""
    if "one's" not in text and "oneself" not in text:
        return text
    if not owner:
        following = text.partition("one's ")[2].split(" ")
        owner = "his" if not several and ("oneself" in text or _BODY & set(following[:3])) else "their"
    if owner == "its" and _KIN & {word.removesuffix("'s") for word in text.partition("one's ")[2].split(" ")[:1]}:
        # "It was his father's decision": nobody's father is that of a thing.
        owner = "his"
    text = _ONES.sub(owner, text).replace("oneself", _SELVES[owner])
    return _OWNED.sub(lambda m: f"{m[1]} {forms.plural(m[2])}" if m[2] in _OWN else m[0], text) if several and owner in ("their", "our") else text
