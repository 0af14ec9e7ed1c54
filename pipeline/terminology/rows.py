"""The rows of a glossary file, right or wrong, each with its line: what lint looks at."""

from __future__ import annotations

import csv
import io
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import TermbaseError
from pipeline.lexicon.additions import text_of
from pipeline.lexicon.termbase import COLUMNS, Term, term_of


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file at ``line``: its term, or what is wrong with it. ``first`` is the place of an earlier row of the same sense."""

    path: str
    line: int
    term: Term | None = None
    fault: str = ""
    first: str = ""


def read_rows(file: pathlib.Path) -> Iterator[Row]:
    """Every row of ``file``; one that is wrong does not hide the next. Raises TermbaseError where the file as a whole cannot be read."""
    rows = csv.reader(io.StringIO(text_of(file), newline=""), strict=True)
    header = [h.strip() for h in next(rows, [])]
    faults = _faults_of(header)
    if faults:
        yield Row(str(file), 1, fault=faults)
        return
    seen: dict[tuple[str, str, tuple[str, ...]], int] = {}
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield _row(cells, header, str(file), rows.line_num, seen)
    except csv.Error as error:
        yield Row(str(file), rows.line_num, fault=f"not valid CSV: {error}")


def _faults_of(header: list[str]) -> str:
    unknown = [h for h in header if h not in COLUMNS]
    if unknown:
        return f"unknown column '{unknown[0]}'; known are {', '.join(COLUMNS)}"
    missing = [h for h in ("zh", "en") if h not in header]
    return f"no column '{missing[0]}'; a glossary needs at least 'zh,en'" if missing else ""


def _row(cells: list[str], header: list[str], path: str, line: int, seen: dict[tuple[str, str, tuple[str, ...]], int]) -> Row:
    if len(cells) != len(header):
        return Row(path, line, fault=f"{len(cells)} cells where the header has {len(header)}; quote a cell that holds a comma")
    try:
        term = term_of({h: cell.strip() for h, cell in zip(header, cells, strict=True)}, "")
    except TermbaseError as error:
        return Row(path, line, fault=str(error).removeprefix(": "))
    first = seen.setdefault((term.zh, term.pos, term.when), line)
    return Row(path, line, term, first=f"{path}:{first}" if first != line else "")
