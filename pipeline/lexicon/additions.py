"""One term more or less in a glossary file: the file stays canonical, and is written whole or not at all."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from dataclasses import replace

from pipeline.errors import TermbaseError
from pipeline.files import write_atomic
from pipeline.lexicon.termbase import POS, Term, read_terms, text_of, write_terms


def add_term(file: pathlib.Path, zh: str, en: str, pos: str = "", domain: str = "") -> bool:
    """Add ``zh`` with ``en`` to the glossary ``file``, which is made where there is none; False where it says so already.

    Where ``zh`` is listed with other English, ``en`` comes first and the old wording goes to ``also``; ``pos`` says which
    row is meant where there are several, and is the part of speech of a new one; ``domain`` where it counts. Of a row to avoid the wordings go to the
    note, never among the wanted ones, and ``en`` may be none of them. Raises TermbaseError with ``file:line``
    for a wrong glossary, for several rows without ``pos``, and for a row that would make it wrong; nothing is written then.
    """
    if pos and pos not in POS:
        raise TermbaseError(f"unknown part of speech '{pos}'; known are {', '.join(POS)}")
    terms = terms_in(file) if file.exists() else []
    same = _meant([t for t in terms if t.domain == domain], zh, pos, file)
    if "|" in en:
        raise TermbaseError(f"'{en}' holds '|', which separates wordings in the column 'also'; add them one by one")
    if same and same.refused and en in (same.en, *same.also):
        raise TermbaseError(f"{file}: '{en}' is {same.status} for '{zh}'; remove that row first, if it is wanted now")
    if same and same.en == en:
        return False
    if same and same.refused:
        terms[terms.index(same)] = refusing(Term(zh, en, pos or same.pos, when=same.when, unless=same.unless, note=same.note, domain=domain), same)
    elif same:
        others = tuple(w for w in dict.fromkeys((same.en, *same.also)) if w != en)
        # Slots and forms belong to the old wording.
        terms[terms.index(same)] = replace(same, en=en, pos=pos or same.pos, also=others, slots=(), forms=())
    else:
        terms.append(Term(zh, en, pos, domain=domain))
    _write(file, terms, f"'{zh}' with '{en}' cannot be added")
    return True


def remove_term(file: pathlib.Path, zh: str, en: str = "", pos: str = "") -> list[Term]:
    """Take ``zh`` out of the glossary ``file`` and return the rows as they were: all of them, or those of ``pos``.

    With ``en`` only that wording goes, and the next one of ``also`` takes its place. Raises TermbaseError where the file is
    wrong or nothing in it is meant; nothing is written then.
    """
    terms = terms_in(file)
    meant = [t for t in terms if t.zh == zh and pos in ("", t.pos) and (not en or en in (t.en, *t.also))]
    if not meant:
        raise TermbaseError(f"{file}: no row for '{zh}'{f' with {en!r}' if en else ''}{f' as {pos}' if pos else ''}{_there(terms, zh)}")
    kept = [t for t in terms if t not in meant] + [left for t in meant if (left := _without(t, en)) is not None]
    _write(file, kept, f"'{zh}' cannot be removed")
    return meant


def refusing(term: Term, refused: Term) -> Term:
    """``term`` with every wording of ``refused``, a row to avoid, in its note, each once."""
    said = [f"{refused.status}: {wording}" for wording in (refused.en, *refused.also)]
    return replace(term, note="; ".join(filter(None, (term.note, *(one for one in said if one not in term.note.split("; "))))))


def terms_in(file: pathlib.Path) -> list[Term]:
    """The terms of ``file``, in its order. Raises TermbaseError with the place for what cannot be read."""
    return [term for _, term in read_terms(text_of(file), str(file))]


def _meant(terms: Sequence[Term], zh: str, pos: str, file: pathlib.Path) -> Term | None:
    """The row that a new wording is for: one without a condition, of this part of speech if one is named."""
    rows = [t for t in terms if t.zh == zh and not t.when]
    if pos:
        # A row that names no part of speech takes the one that is named now.
        rows = [t for t in rows if t.pos == pos] or [t for t in rows if not t.pos]
    elif len(rows) > 1:
        listed = ", ".join(f"{t.pos or 'none'}: {t.en}" for t in rows)
        raise TermbaseError(f"{file}: '{zh}' has several rows ({listed}); say which one with --pos")
    return rows[0] if rows else None


def _without(term: Term, en: str) -> Term | None:
    """``term`` without the wording ``en``; None where nothing is left of it."""
    if not en or (en == term.en and not term.also):
        return None
    if en != term.en:
        return replace(term, also=tuple(w for w in term.also if w != en))
    return replace(term, en=term.also[0], also=term.also[1:], slots=(), forms=())


def _there(terms: Sequence[Term], zh: str) -> str:
    """What the glossary has instead: other rows of ``zh``, or a term that is spelled nearly so."""
    own = [f"'{wording}'" for t in terms if t.zh == zh for wording in (t.en, *t.also)]
    return f"; it has {', '.join(own)}" if own else _near(terms, zh)


def _near(terms: Sequence[Term], zh: str) -> str:
    from pipeline.plugins import suggestion

    return suggestion(zh, {t.zh for t in terms})


def _write(file: pathlib.Path, terms: Sequence[Term], why: str) -> None:
    text = write_terms(terms)
    try:
        list(read_terms(text, str(file)))
    except TermbaseError as error:
        raise TermbaseError(f"{why}: {error}") from None
    write_atomic(file, text.encode("utf-8"))
