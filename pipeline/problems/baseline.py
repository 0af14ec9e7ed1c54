"""A baseline: leftovers that were there before anyone looked, kept quiet until their article is cared for."""

from __future__ import annotations

import json
import os
import pathlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline import edits
from pipeline.errors import InputError
from pipeline.files import write_atomic
from pipeline.problems.found import printable
from pipeline.problems.problem import Checked, Problem

SCHEMA = "baseline/1"
_FIELDS = ("article", "id", "text", "left", "right")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known leftover: its article as a path from the folder of the baseline, its content id, and what stood around it."""

    article: str
    id: str
    text: str
    left: str = ""
    right: str = ""


_Pool = dict[str, list[Entry]]


class Baseline:
    """The entries of a file; those that meet their leftover are used up, so that a second leftover of the kind is heard."""

    def __init__(self, file: pathlib.Path, entries: Iterable[Entry]) -> None:
        self._file = file
        self._before = list(entries)
        self._left: dict[str, _Pool] = defaultdict(lambda: defaultdict(list))
        for entry in self._before:
            self._left[entry.article][entry.id].append(entry)
        # An article that is gone may have been renamed: its entries speak for the same content elsewhere.
        self._gone = [article for article in self._left if not self._exists(article)]
        self._checked: dict[str, list[Entry]] = {}

    def quieting(self, path: str, problems: Sequence[Problem]) -> list[Problem]:
        """The problems of the article at ``path`` that the baseline does not know.

        First by content id, then by the same Chinese with the same words on one side of it: the other side was edited.
        Entries of the article itself come before those of articles that are gone.
        """
        article = self._named(path)
        self._checked[article] = [Entry(article, p.id, edits.term(p.before), p.left, p.right) for p in problems if p.id]
        pools = [self._left[article], *(self._left[gone] for gone in self._gone)]
        rest = [p for p in problems if not _known(pools, p)]
        return [p for p in rest if not (p.id and any(_beside(pool, p) for pool in pools))]

    def stale(self) -> list[Checked]:
        """The entries that met nothing, of articles that were checked and of those that are gone; one file with its problems."""
        unused = sorted(entry for article in {*self._checked, *self._gone} for own in self._left[article].values() for entry in own)
        return [Checked(str(self._file), tuple(_stale(str(self._file), entry) for entry in unused))] if unused else []

    def update(self) -> int:
        """Write what the checked articles hold now; entries of articles that were not checked but exist stay. Returns how many there are."""
        kept = [entry for entry in self._before if entry.article not in self._checked and self._exists(entry.article)]
        entries = sorted([*kept, *(entry for own in self._checked.values() for entry in own)])
        rows = ",\n".join(json.dumps({name: getattr(entry, name) for name in _FIELDS}, ensure_ascii=False) for entry in entries)
        write_atomic(self._file, f'{{"schema": "{SCHEMA}", "entries": [\n{rows}\n]}}\n'.encode())
        return len(entries)

    def _exists(self, article: str) -> bool:
        return (self._file.resolve().parent / article).exists()

    def _named(self, path: str) -> str:
        return pathlib.Path(os.path.relpath(pathlib.Path(path).resolve(), self._file.resolve().parent)).as_posix()


def read_baseline(file: pathlib.Path) -> list[Entry]:
    """The entries of a baseline file. Raises InputError that names it, where it is not there or not a baseline."""
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise InputError(f"{file}: no such baseline; write one with --update-baseline") from None
    except OSError as error:
        raise InputError(f"{file}: cannot read the baseline: {error.strerror}") from None
    except ValueError as error:
        raise InputError(f"{file}: not a baseline: {error}; write it anew with --update-baseline") from None
    rows = data.get("entries") if isinstance(data, dict) and data.get("schema") == SCHEMA else None
    if not isinstance(rows, list):
        raise InputError(f"{file}: not a baseline of schema {SCHEMA}; write it anew with --update-baseline")
    return [_entry(row, file, number) for number, row in enumerate(rows)]


def _entry(row: object, file: pathlib.Path, number: int) -> Entry:
    if isinstance(row, dict) and set(row) <= set(_FIELDS) and {"article", "id", "text"} <= set(row) and all(isinstance(v, str) for v in row.values()):
        return Entry(**row)
    # The first entry stands on the second line of the file that --update-baseline writes.
    raise InputError(f"{file}:{number + 2}: not an entry of a baseline: {json.dumps(row, ensure_ascii=False)[:80]}; write it anew with --update-baseline")


def _known(pools: Iterable[_Pool], problem: Problem) -> bool:
    """True where an entry has the id of ``problem``; the entry is used up. Equal records of a file have equal ids."""
    found = next((pool[problem.id] for pool in pools if pool.get(problem.id)), None) if problem.id else None
    return bool(found and found.pop())


def _beside(pool: _Pool, problem: Problem) -> bool:
    """True where an entry names the same Chinese with the same words on one side; the entry is used up."""
    text = edits.term(problem.before)
    for entries in pool.values():
        if entries and entries[0].text == text and (entries[0].left and entries[0].left == problem.left or entries[0].right and entries[0].right == problem.right):
            return bool(entries.pop())
    return False


def _stale(path: str, entry: Entry) -> Problem:
    return Problem(path, "baseline", "warning", printable(f"{entry.text} in {entry.article} is not there any more; --update-baseline removes it ({entry.id})"))
