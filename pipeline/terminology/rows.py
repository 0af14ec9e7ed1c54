"""The rows of a glossary file, right or wrong, each with its line: what lint looks at."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import TermbaseError
from pipeline.lexicon.termbase import SenseKey, Term, read_rows, text_of


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file at ``line``: its term, or what is wrong with it. ``first`` is the place of an earlier row of the same sense."""

    path: str
    line: int
    term: Term | None = None
    fault: str = ""
    first: str = ""


def read(file: pathlib.Path) -> Iterator[Row]:
    """Every row of ``file``. Raises TermbaseError where the file as a whole cannot be read."""
    path = str(file)
    seen: dict[SenseKey, int] = {}
    for line, term in read_rows(text_of(file), path):
        if isinstance(term, TermbaseError):
            yield Row(path, line, fault=str(term).removeprefix(f"{path}:{line}: "))
            continue
        first = seen.setdefault(term.sense, line)
        yield Row(path, line, term, first=f"{path}:{first}" if first != line else "")
