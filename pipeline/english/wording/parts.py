"""The part of speech of a wording."""

from __future__ import annotations

from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import AFTER_HEAD
from pipeline.lexicon.termbase import Term
from pipeline.once import once


def part_of_speech(term: Term, en: str) -> str:
    """As the termbase says, else by the last word of ``en``: a dictionary tells verbs only."""
    return term.pos or _guessed(en)


@once(1 << 13)
def _guessed(en: str) -> str:
    if en[:1].isupper() and en[1:2].islower():
        return "name"
    if en.split(" ")[0] in ("a", "an", "the", "this", "that", "last", "next", "every", "each"):
        return "np"
    first, _, then = en.partition(" ")
    if first.endswith("ing") and words.guess(then.split(" ")[0])[:1] in tuple("PDXR"):
        # "varying from person to person", "biding one's time": said of somebody, and never counted.
        return "pp"
    head = AFTER_HEAD.split(en, maxsplit=1)[0] or en if " " in en else en
    last = words.guess(head.rsplit(" ", 1)[-1])[:1]
    if " " in en and words.guess(en.split(" ")[0])[:1] == "P":
        return "pp"
    return {"j": "adj", "r": "adv", "P": "prep", "C": "conj", "S": "conj", "p": "adj", "g": "noun", "R": "pron", "v": "noun"}.get(last, "noun")
