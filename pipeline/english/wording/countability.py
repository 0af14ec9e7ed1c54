"""Whether a wording is counted: of one row "device" is and "equipment" is not, and what is not is counted in pieces."""

from __future__ import annotations

from functools import lru_cache

from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.wording.noun_number import is_gerund
from pipeline.lexicon.termbase import Term

# Counted of things, not of what one does: 作品 are works, 工作 is work.
_OF_ONE_SENSE = {
    "work": ("工作", "活", "活儿", "劳动", "功课", "作业", "家务", "事"),
    "exercise": ("锻炼", "健身", "运动"),
    "trade": ("贸易", "外贸"),
    "glass": ("玻璃",),
    "experience": ("经验",),
    "proof": ("证据",),
}
# Of what is not counted there are pieces.
_IN_PIECES = frozenset("furniture luggage baggage equipment advice evidence information news clothing music jewellery jewelry software research legislation machinery footage fruit".split())


def countable_of(term: Term, en: str) -> str:
    """``countable`` of the row for its first wording; for another one what English says of it, where that is known."""
    if en == term.en:
        return term.countable
    known = words.countable(head_of(en))
    if term.countable == "no" and known is True or term.countable in ("yes", "plural") and known is False:
        return ""
    return term.countable


def is_mass(term: Term, en: str) -> bool:
    """True for what is never counted: "equipment", "staying up late"."""
    return _is_mass(term.zh, en, countable_of(term, en))


@lru_cache(maxsize=1 << 13)
def _is_mass(zh: str, en: str, countable: str) -> bool:
    if countable == "" and zh.endswith(_OF_ONE_SENSE.get(head_of(en), ("-",))):
        return True
    return countable == "no" or countable == "" and (words.countable(head_of(en)) is False or is_gerund(en))


def in_pieces(term: Term, en: str, plural: bool) -> tuple[str, float]:
    """ "pieces of luggage", and how well it serves where another wording of the row may be counted itself; "" for what has no pieces."""
    if head_of(en) not in _IN_PIECES:
        return "", 0.0
    fit = 0.7 if any(words.countable(head_of(other)) is True and not is_mass(term, other) for other in (term.en, *term.also)) else 0.9
    return f"{'pieces' if plural else 'piece'} of {forms.singular(en)}", fit
