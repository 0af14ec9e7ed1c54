"""Who a sentence is about, as a pronoun: what a clause in Chinese leaves out is told by the clause that it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.english.inflection import forms
from pipeline.english.sentence.people import WOMEN, names_person
from pipeline.english.sentence.tagger import STAND_INS, Token, tag
from pipeline.english.vocabulary import words

_SUBJECTS = ("he", "she", "it", "they", "we", "i", "you")
_FINITE = tuple("zdMBHOv")
# "There", "this" and "which" are nobody.
_EMPTY = ("there", "this", "that", "which", "here", "what")


@lru_cache(maxsize=1 << 10)
def pronoun_of(left: str, right: str) -> str:
    """ "they" for "..., the guests left" and for "The guests left ..."; "" where it cannot be told."""
    if left.strip():
        return _subject(tag(left.rstrip())[-40:])
    if not right.lstrip().startswith((",", "，")):
        return ""
    return _subject(tag(right.lstrip()[1:])[:25])


def _subject(tokens: Sequence[Token]) -> str:
    """Of the clause that is last before the fragment, or first behind its comma: the first noun phrase with a finite verb."""
    phrase: list[Token] = []
    for n, token in enumerate(tokens):
        if token.text in STAND_INS:
            return ""
        if token.tag == "R" and token.lower in _SUBJECTS and (n == 0 or tokens[n - 1].tag not in ("P", "T")):
            return token.lower
        if token.lower in _EMPTY:
            return ""
        if phrase and token.tag in _FINITE and phrase[-1].tag in ("n", "N", "g", "#", "r"):
            return _pronoun(phrase)
        if token.text in ",;:" or token.tag in ("S", "C") and not phrase:
            phrase = []
            continue
        if token.tag != "r":
            phrase.append(token)
    return ""


def _pronoun(phrase: Sequence[Token]) -> str:
    """By the head of the noun phrase: what stands before its first preposition."""
    if phrase[0].tag in ("P", "T"):
        return ""
    head = phrase[: next((n for n, t in enumerate(phrase) if t.tag in ("P", "W", "T") and n), len(phrase))]
    last = head[-1]
    if any(t.lower == "and" for t in head) or last.tag == "N" or last.lower in ("people", "police", "everyone", "everybody", "crowd", "audience", "family", "couple", "crew", "staff", "public"):
        return "they"
    if last.tag != "n" or last.text[:1].isupper() and head[0].tag not in ("D", "X") and len(head) > 1 and head[0].text[:1].isupper():
        return ""
    noun = last.lower
    if forms.is_plural(noun):
        return "they"
    if not names_person(noun) or words.guess(noun)[:1] not in ("n", "N"):
        return "it"
    return "she" if noun in WOMEN else "he"
