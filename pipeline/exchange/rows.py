"""What every foreign glossary comes down to: rows of one source and one target, put together into terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.errors import InputError, TermbaseError
from pipeline.lexicon.termbase import SenseKey, Term, term_of


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, with or without a byte order mark. Raises InputError ``name:line`` where it is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}:{line}: byte {error.start} is not UTF-8; save the file as UTF-8") from None


def canonical(terms: Iterable[Term]) -> list[Term]:
    """In canonical order; of one term the row without a condition comes first, which stays the first wording where a format joins them."""
    return sorted(terms, key=lambda t: (t.zh, t.pos, t.when, t.en))


def terms_of(rows: Iterable[tuple[int, dict[str, str]]], name: str) -> list[Term]:
    """One term for each source and part of speech, in order of first mention.

    Of several targets the preferred one, else the first, is ``en``, the others are ``also``; those to avoid go into the note,
    never among the wordings. Raises TermbaseError ``name:line`` for the first row that is no term, for one with the bar
    that separates wordings, and for none at all.
    """
    senses: dict[SenseKey, list[Term]] = {}
    for line, cells in rows:
        if "|" in cells["en"]:
            raise TermbaseError(f"{name}:{line}: '{cells['en']}' holds '|', which separates wordings in a glossary; take it out")
        term = term_of({column: " ".join(cell.split()) for column, cell in cells.items()}, f"{name}:{line}")
        senses.setdefault(term.sense, []).append(term)
    if not senses:
        raise TermbaseError(f"{name}:1: no term in it with Chinese and English")
    return [_joined(terms) for terms in senses.values()]


def _joined(terms: list[Term]) -> Term:
    order = {"preferred": 0, "": 1, "admitted": 1, "deprecated": 2, "forbidden": 3}
    first, *others = sorted(terms, key=lambda term: order[term.status])
    also = dict.fromkeys(t.en for t in others if not t.refused and t.en != first.en)
    avoided = dict.fromkeys(f"{t.status}: {t.en}" for t in others if t.refused and t.en != first.en)
    notes = dict.fromkeys(t.note for t in (first, *others) if t.note)
    return replace(first, also=tuple(also), note="; ".join([*notes, *avoided]))


def wordings(term: Term) -> tuple[str, ...]:
    """What of ``also`` a row of its own can hold: none for a term to avoid, which a row without a status would precede."""
    return () if term.refused else tuple(w for w in dict.fromkeys(term.also) if w != term.en)
