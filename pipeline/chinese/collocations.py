"""Verbs whose English depends on the thing: 开 a truck is drive, 开 a meeting hold; a table of our own, by the English noun beside them."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.english import forms
from pipeline.english.tagger import Token
from pipeline.lexicon.tables import shipped_rows
from pipeline.lexicon.termbase import Term

TABLE = pathlib.Path(__file__).parent.parent / "data" / "senses" / "beside.csv"
# What may stand before the head of a noun phrase, and between a verb and what it was done to: "the case has never been".
_BEFORE_HEAD = frozenset("DXRj#nNgprUA")
_BEFORE_VERB = frozenset("BHMrOXDPT")
_REACH = 7
_TOGETHER = ("of", "and", "or")


class Sense(NamedTuple):
    """One English verb and the nouns beside which it is meant, in the singular."""

    term: Term
    nouns: frozenset[str]


@functools.cache
def _table() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    for row in shipped_rows(TABLE):
        term = Term(row["zh"], row["en"], "verb", tuple(filter(None, row["also"].split("|"))))
        found.setdefault(row["zh"], []).append(Sense(term, frozenset(row["beside"].split())))
    return {zh: tuple(senses) for zh, senses in found.items()}


def has_senses(zh: str) -> bool:
    """False for the many words that the table does not have."""
    return zh in _table()


def term_beside(zh: str, left: Sequence[Token], right: Sequence[Token]) -> tuple[Term, str] | None:
    """The verb that ``zh`` is beside its object on the ``right``, or beside its subject on the ``left`` (nearest first), and the noun that says so."""
    own = _table().get(zh, ())
    behind = list(_object(right))
    for nouns in (behind, [] if behind and right[0].tag in "DX" else list(_subject(left))):
        for noun in nouns:
            for sense in own:
                if noun in sense.nouns:
                    return sense.term, noun
    return None


def _object(right: Sequence[Token]) -> Iterable[str]:
    """The nouns of the phrase that follows, its head first: "the old school bus" -> bus, school, old."""
    seen: list[str] = []
    for token in right[:_REACH]:
        # The first word, "salaries", may be read as a verb where nothing stands before it.
        if token.tag not in _BEFORE_HEAD and token.lower not in _TOGETHER and (seen or token.tag not in "zv") or not token.text[:1].isalnum():
            break
        seen.append(token.lower)
        if token.text[-1:] in ",.;:!?":
            break
    return _named(seen)


def _subject(left: Sequence[Token]) -> Iterable[str]:
    """The same of the phrase before, where only helpers and adverbs stand between: "the case has never been"."""
    seen: list[str] = []
    for token in left[:_REACH]:
        if token.text[-1:] in ".;:!?" or token.tag in ("v", "z", "d", "S") and seen:
            break
        if token.tag not in _BEFORE_VERB or seen:
            seen.append(token.lower)
    return _named(seen[::-1])


def _named(seen: Sequence[str]) -> Iterable[str]:
    """Each word and each two words together, from the last on, in the singular."""
    bare = [word.strip(",.;:!?\"'”’)") for word in seen]
    for n in range(len(bare) - 1, -1, -1):
        if n:
            yield f"{bare[n - 1]}-{forms.singular(bare[n])}"
        yield forms.singular(bare[n])
        yield bare[n]
