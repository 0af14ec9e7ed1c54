"""What a Chinese word is in English where its first wording would be wrong: by the words beside it, by its sentence, by what the article is about."""

from __future__ import annotations

import functools
import pathlib
from typing import NamedTuple

import marisa_trie

from pipeline.lexicon.store import open_compiled
from pipeline.lexicon.tables import shipped_rows
from pipeline.lexicon.termbase import Term

TABLE = pathlib.Path(__file__).parent.parent / "data" / "senses" / "contexts.csv"
# Changes when the encoding of a row below does.
_LAYOUT = "1"
_COLUMNS = ("pos", "en", "also", "slots", "beside", "when")
_CELL = "\x1f"


class Context(NamedTuple):
    """One sense, and where it is meant: ``beside`` these words or kinds of thing, behind these as its ``subjects``, in a sentence that has one of ``words``, in an article about one of ``topics``."""

    term: Term
    beside: frozenset[str]
    kinds: frozenset[str]
    subjects: frozenset[str]
    subject_kinds: frozenset[str]
    words: tuple[str, ...]
    topics: frozenset[str]


@functools.cache
def _trie() -> marisa_trie.BytesTrie:
    return open_compiled(f"contexts-{_LAYOUT}", [TABLE], _compiled)


def _compiled() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie((row["zh"], _CELL.join((f"{number:06d}", *(row[name] for name in _COLUMNS))).encode()) for number, row in enumerate(shipped_rows(TABLE)))


@functools.lru_cache(maxsize=1 << 11)
def contexts_of(zh: str) -> tuple[Context, ...]:
    """The senses of ``zh`` that depend on where it stands, in the order of the table."""
    return tuple(_context(zh, row) for row in sorted(_trie().get(zh, ())))


def _context(zh: str, row: bytes) -> Context:
    _, pos, en, also, slots, beside, when = row.decode().split(_CELL)
    term = Term(zh, en, pos, tuple(filter(None, also.split("|"))), slots=tuple((name, said) for name, _, said in (item.partition("=") for item in slots.split(";") if item)))
    near = [item for item in beside.split(" ") if item and item[0] != "<"]
    subjects = [item[1:] for item in beside.split(" ") if item[:1] == "<"]
    asked = [item for item in when.split("|") if item]
    return Context(
        term,
        _words(near),
        _kinds(near),
        _words(subjects),
        _kinds(subjects),
        tuple(item for item in asked if item[0] != "@"),
        _kinds(asked),
    )


def _words(items: list[str]) -> frozenset[str]:
    return frozenset(item for item in items if item[0] != "@")


def _kinds(items: list[str]) -> frozenset[str]:
    return frozenset(item[1:] for item in items if item[0] == "@")
