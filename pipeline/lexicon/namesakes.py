"""Names by wording: which of them are one and the same person, company or work."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.files import stamp
from pipeline.lexicon.lexicon import DATA, read_glossary
from pipeline.lexicon.termbase import Term, read_terms


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
    people = (DATA / "people.csv").read_text("utf-8")
    _add(found, (term for _, term in read_terms(people, "people.csv")))
    for path in glossaries:
        _add(found, read_glossary(path)[0].terms())
    return found


def _add(found: dict[str, Name], terms: Iterable[Term]) -> None:
    for term in terms:
        if term.pos == "name" and term.also:
            found.update((text, Name(term.zh, text)) for text in (term.en, *term.also) if " " in text)
