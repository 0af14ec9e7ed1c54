"""Names by wording: which of them are one and the same person, company or work."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.files import stamp
from pipeline.lexicon.lexicon import DATA, read_glossary


@dataclass(frozen=True, slots=True)
class Name:
    """One wording of the name of ``zh``."""

    zh: str
    text: str


def names(glossaries: tuple[str, ...] = ()) -> Mapping[str, Name]:
    """The names of several wordings, by wording: of people those that ship, and every row of ``glossaries`` that is a name."""
    return _names(glossaries, tuple(map(stamp, glossaries)))


@functools.lru_cache(maxsize=4)
def _names(glossaries: tuple[str, ...], _: object) -> Mapping[str, Name]:
    found: dict[str, Name] = {}
    # Every article with a leftover asks: rows of one wording, nine in ten, are not made into terms.
    with open(DATA / "people.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["pos"] == "name" and row["also"]:
                _add(found, row["zh"], (row["en"], *row["also"].split("|")))
    for path in glossaries:
        for term in read_glossary(path)[0].terms():
            if term.pos == "name" and term.also:
                _add(found, term.zh, (term.en, *term.also))
    return found


def _add(found: dict[str, Name], zh: str, wordings: Iterable[str]) -> None:
    found.update((text, Name(zh, text)) for text in wordings if " " in text)
