"""The table of calques: English that says Chinese word by word, and what English says instead."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.lexicon.tables import shipped_rows

TABLE = pathlib.Path(__file__).parent.parent / "data" / "calques" / "calques.csv"


@dataclass(frozen=True, slots=True)
class Calque:
    """Lower-case ``words``, what may stand ``better``, best first, the words near them which say that they are meant, and the Chinese behind them."""

    words: tuple[str, ...]
    better: tuple[str, ...]
    unless: frozenset[str]
    zh: str


@functools.cache
def shipped() -> Mapping[str, tuple[Calque, ...]]:
    """The calques by their first word, the longest first."""
    found: dict[str, list[Calque]] = {}
    for row in shipped_rows(TABLE):
        words = tuple(row["calque"].split())
        found.setdefault(words[0], []).append(Calque(words, _list(row["better"]), frozenset(_list(row["unless"])), row["zh"]))
    return {word: tuple(sorted(own, key=lambda c: -len(c.words))) for word, own in found.items()}


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))
