"""Words whose English depends on the one beside them: 开 a truck is drive, 开 a meeting hold, 严重 losses are heavy; one table of our own.

A verb and an adjective stand with the noun that says what they are, a noun with the verb or the noun that governs it.
"""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipeline.english.inflection import forms
from pipeline.english.vocabulary.heads import head_of
from pipeline.lexicon.tables import shipped_rows
from pipeline.lexicon.termbase import Term
from pipeline.once import once

TABLE = pathlib.Path(__file__).parent.parent / "data" / "senses" / "beside.csv"

# "the" before several, "follow the rules"; one without any article, "enjoy life".
ALL, BARE = "all", "bare"
# What one has, "lose one's job"; and several, "perform one's duties".
OWN, OWN_SEVERAL = "own", "owns"
# They go with so many nouns that they tell none from another.
_LIGHT = frozenset("make have give get do provide offer see use take put create bring".split())


class Sense(NamedTuple):
    """One English wording, and the words beside which it is meant, in the singular, each with the article that it has as an object: "a", "the", ALL, BARE, OWN, OWN_SEVERAL or ""."""

    term: Term
    beside: Mapping[str, str]


@functools.cache
def _table() -> dict[tuple[str, str], tuple[Sense, ...]]:
    found: dict[tuple[str, str], list[Sense]] = {}
    for row in shipped_rows(TABLE):
        several = "plural" if row["pos"] == "noun" and forms.is_plural(row["en"]) else ""
        term = Term(row["zh"], row["en"], row["pos"], tuple(filter(None, row["also"].split("|"))), countable=several)
        beside = {word: article for word, _, article in (item.partition(":") for item in row["beside"].split())}
        found.setdefault((row["zh"], row["pos"]), []).append(Sense(term, beside))
    return {own: tuple(senses) for own, senses in found.items()}


@functools.cache
def _objects() -> dict[str, dict[str, str]]:
    """The nouns that go with an English verb, whatever the Chinese for it is, with their articles."""
    found: dict[str, dict[str, str]] = {}
    for (_, pos), senses in _table().items():
        for sense in senses if pos == "verb" else ():
            for verb in (en for en in (sense.term.en, *sense.term.also) if en not in _LIGHT):
                found.setdefault(verb, {}).update(sense.beside)
    return found


def senses_of(zh: str, pos: str) -> tuple[Sense, ...]:
    """What the table has for ``zh`` as a ``pos``: a verb, an adjective or a noun."""
    return _table().get((zh, pos), ())


def sense_beside(zh: str, pos: str, words: Iterable[str]) -> tuple[Sense, str] | None:
    """What ``zh`` is beside the first of ``words``, in the singular, that the table knows it with; and that word."""
    own = senses_of(zh, pos)
    for word in words if own else ():
        for sense in own:
            if word in sense.beside:
                return sense, word
    return None


def article_with(verb: str, noun: str) -> str | None:
    """The article of ``noun`` as the object of an English verb that takes it, "bare" for "lose interest"; None where it does not, as far as is known."""
    return _objects().get(verb, {}).get(noun)


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for own in _objects().values() for noun in own)


def is_object(noun: str) -> bool:
    """True where the table has ``noun`` as the object of some English verb."""
    return noun in _nouns()


@once(4096)
def known_as(en: str) -> tuple[str, ...]:
    """The names under which the table may have a noun phrase: "gas prices" is gas-price and price."""
    head = forms.singular(head_of(en)).lower()
    phrase = en.lower().split(" ")
    return (f"{phrase[-2]}-{head}", head) if len(phrase) > 1 and phrase[-1] == head_of(en) else (head,)
