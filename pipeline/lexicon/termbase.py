"""A termbase: rows of Chinese terms with their English, read from CSV and written back in canonical form."""

from __future__ import annotations

import csv
import io
import pathlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from pipeline.errors import TermbaseError
from pipeline.script import HAN_CHARACTER

POS = ("noun", "np", "verb", "adj", "adv", "pp", "prep", "conj", "pron", "det", "num", "measure", "name", "clause", "interj", "particle")
SLOTS = ("noun", "attr", "adj", "adv", "verb", "start")
FORMS = ("plural", "s3", "past", "done", "ing")
COUNTABLE = ("", "yes", "no", "plural")
STATUS = ("", "preferred", "admitted", "deprecated", "forbidden")

SenseKey = tuple[str, str, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Term:
    """One sense of one Chinese term, as a row of a glossary states it. See ``pipeline/data/lexicon/README.md``."""

    zh: str
    en: str
    pos: str = ""
    also: tuple[str, ...] = ()
    slots: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    countable: str = ""
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    status: str = ""
    note: str = ""
    domain: str = ""

    @property
    def sense(self) -> SenseKey:
        """What a glossary lists once: the Chinese, the part of speech, the condition and the domain."""
        return self.zh, self.pos, self.when, self.domain

    @property
    def refused(self) -> bool:
        """True for a wording that is known and must not be written: deprecated or forbidden."""
        return self.status in ("deprecated", "forbidden")


COLUMNS = tuple(f.name for f in fields(Term))
_LISTS = ("also", "when", "unless")
_PAIRS = {"slots": SLOTS, "forms": FORMS}
_CHOICES = {"pos": ("", *POS), "countable": COUNTABLE, "status": STATUS}
# What must never stand in English that is written into an article.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FOREIGN = re.compile(f"{HAN_CHARACTER.pattern}|[，。、；：？！（）【】《》\n\r\t]")


def text_of(file: str | pathlib.Path) -> str:
    """The text of a glossary, with its byte order mark if it has one. Raises TermbaseError where it cannot be read or is not UTF-8."""
    try:
        return pathlib.Path(file).read_bytes().decode("utf-8")
    except OSError as error:
        raise TermbaseError(f"{file}: cannot read the glossary: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise TermbaseError(f"{file}: byte {error.start} is not UTF-8; save the glossary as UTF-8") from None


def read_terms(text: str, name: str) -> Iterator[tuple[int, Term]]:
    """Yield ``(line, Term)`` for each row of a glossary CSV. ``name`` is the path shown in errors.

    Raises TermbaseError ``name:line: ...`` at the first row that cannot be understood: an unknown column, a source
    without Chinese, a target that holds Chinese, an unknown part of speech, the same sense listed twice.
    """
    seen: dict[SenseKey, int] = {}
    for line, term in read_rows(text, name):
        if isinstance(term, TermbaseError):
            raise term
        if term.sense in seen:
            raise TermbaseError(
                f"{name}:{line}: '{term.zh}' is listed twice with the same part of speech, context and domain "
                f"(first at line {seen[term.sense]}); put the second wording in the column 'also'"
            )
        seen[term.sense] = line
        yield line, term


def read_rows(text: str, name: str) -> Iterator[tuple[int, Term | TermbaseError]]:
    """``(line, Term)`` for each row, or what ``read_terms`` would raise there; a row that is wrong does not hide the next."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header = [h.strip() for h in next(rows, [])]
        _check_header(header, name)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, _term_or_fault(row, header, name, rows.line_num)
    except csv.Error as error:
        yield rows.line_num, TermbaseError(f"{name}:{rows.line_num}: not valid CSV: {error}")
    except TermbaseError as error:
        yield 1, error


def write_terms(terms: Iterable[Term]) -> str:
    """The canonical CSV of ``terms``: sorted by source, part of speech, context and domain, LF, quotes only where needed.

    Columns that no row uses are left out, except ``zh`` and ``en``.
    """
    ordered = sorted(terms, key=lambda t: (t.zh, t.pos, t.when, t.domain, t.en))
    used = [c for c in COLUMNS if c in ("zh", "en") or any(getattr(t, c) for t in ordered)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(used)
    writer.writerows([_cell(t, c) for c in used] for t in ordered)
    return out.getvalue()


def _check_header(header: list[str], name: str) -> None:
    if not header:
        raise TermbaseError(f"{name}:1: empty file; the first line must name the columns, at least 'zh,en'")
    unknown = [h for h in header if h not in COLUMNS]
    if unknown:
        raise TermbaseError(f"{name}:1: unknown column '{unknown[0]}'; known are {', '.join(COLUMNS)}")
    for needed in ("zh", "en"):
        if needed not in header:
            raise TermbaseError(f"{name}:1: no column '{needed}'; a glossary needs at least 'zh,en'")
    if len(set(header)) < len(header):
        raise TermbaseError(f"{name}:1: a column is named twice: {', '.join(header)}")


def _term_or_fault(row: list[str], header: list[str], name: str, line: int) -> Term | TermbaseError:
    place = f"{name}:{line}"
    if len(row) != len(header):
        return TermbaseError(f"{place}: {len(row)} cells where the header has {len(header)}; quote a cell that holds a comma")
    try:
        return term_of({h: cell.strip() for h, cell in zip(header, row, strict=True)}, place)
    except TermbaseError as error:
        return error


def term_of(cells: dict[str, str], place: str) -> Term:
    """The Term that ``cells``, by column, state; ``zh`` and ``en`` are there. Raises TermbaseError that starts with ``place``."""
    zh, en = cells["zh"], cells["en"]
    if broken := next((h for h, cell in cells.items() if _CONTROL.search(cell)), ""):
        raise TermbaseError(f"{place}: column {broken} holds a control character; the file is damaged there")
    if not HAN_CHARACTER.search(zh):
        raise TermbaseError(f"{place}: '{zh}' in column zh holds no Chinese")
    values: dict[str, object] = dict(cells)
    for column in _LISTS:
        values[column] = tuple(part.strip() for part in cells.get(column, "").split("|") if part.strip())
    for column, known in _PAIRS.items():
        values[column] = _pairs(cells.get(column, ""), known, column, place)
    for column, choices in _CHOICES.items():
        if cells.get(column, "") not in choices:
            raise TermbaseError(f"{place}: '{cells[column]}' is no {column}; known are {', '.join(filter(None, choices))}")
    term = Term(**values)  # type: ignore[arg-type]
    if not en and term.pos != "particle":
        raise TermbaseError(f"{place}: '{zh}' has no English; only a particle may have none")
    for wording in (en, *term.also, *(v for _, v in term.slots), *(v for _, v in term.forms)):
        if _FOREIGN.search(wording):
            raise TermbaseError(f"{place}: the English of '{zh}' holds Chinese: '{wording}'")
    return term


def _pairs(cell: str, known: tuple[str, ...], column: str, place: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for part in filter(None, (p.strip() for p in cell.split(";"))):
        key, equals, value = part.partition("=")
        if key not in known or not equals or not value:
            raise TermbaseError(f"{place}: '{part}' in column {column} is not one of {', '.join(f'{k}=...' for k in known)}")
        pairs.append((key, value))
    return tuple(pairs)


def _cell(term: Term, column: str) -> str:
    value = getattr(term, column)
    if column in _PAIRS:
        return ";".join(f"{k}={v}" for k, v in value)
    return "|".join(value) if column in _LISTS else value
