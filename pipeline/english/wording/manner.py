"""How something is done, made of what there is a wording for: "fluently", "very fluently"."""

from __future__ import annotations

from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.wording.wording import Form
from pipeline.once import once

# How one is while one does something, named.
FELT = frozenset("ease patience secrecy safety calm silence comfort care anger pride anonymity haste caution joy delight sadness grief happiness fear panic despair embarrassment enthusiasm courage dignity relief quiet fatigue excitement curiosity disappointment surprise indifference hesitation".split())
_DEGREES = ("very", "quite", "too", "so", "more", "most", "increasingly", "extremely", "relatively", "rather", "fairly", "highly", "much more", "even more", "more and more")


def adverb_of(en: str, pos: str, slots: dict[str, str]) -> str:
    """The adverb in -ly of an adjective or adverb, "" for every other word."""
    said = en if pos == "adv" else slots.get("adv", "") if "adv" in slots else forms.adverb(en) if pos == "adj" and en.isalpha() else ""
    return said if said.endswith("ly") and said.isalpha() else ""


@once(1 << 12)
def adverbial(adjective: str) -> Form:
    """ "fluently", "very fluently"; what nobody writes, "relaxedly", hardly fits."""
    degree, _, last = adjective.rpartition(" ")
    if adjective.endswith("-"):
        return (adjective, 0.2, "adv")
    if degree and (degree not in _DEGREES or not last.isalpha()):
        return (adjective, 0.3, "adv")
    made = forms.adverb(last)
    if last.endswith("ed") and (" " in made or words.zipf(made) == 0):
        # "came home empty-handed": said of who came, for want of an adverb.
        return (adjective, 0.8, "adv")
    return (f"{degree} {made}".strip(), 0.9 if words.zipf(made) > 0 or " " in made else 0.5, "adv")
