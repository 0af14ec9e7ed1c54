"""The last lines of a run: what was found, what was written, what to do next."""

from __future__ import annotations

import itertools
import pathlib
import shlex
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from pipeline.commands.terminal import Screen
from pipeline.reports.columns import padded, visible, width
from pipeline.reports.json import Counts

_NUMBER, _ROWS = 11, 30
_DECIDED = ("accepted", "edited", "rejected")


def print_summary(entries: Collection[dict[str, Any]], folder: pathlib.Path) -> None:
    """A table of the files with something to say, the counts of the run, what was written, what to do next: 80 columns."""
    screen = Screen.standard()
    counts, told, failed = Counts(), dict[str, Counter[str]](), set[str]()
    for entry in entries:
        counts.counting(entry)
        path = entry["article"]["path"]
        if "error" in entry["article"]:
            failed.add(path)
        if entry["edits"] or path in failed:
            told.setdefault(path, Counter()).update(_states(entry["edits"]))
    for line in _table(told, failed, screen.columns):
        print(line)
    made = counts.summary()
    print(f"{made['articles']} articles ({max(0, made['articles'] - len(told))} clean): {made['written']} of {made['edits']} places repaired, {made['failed']} failed")
    print(f"written to {folder}: articles, NAME.diff, report.json, report.md, report.html")
    for label, command in _next(made, folder):
        print(screen.dim(f"{label}: {command}"))


def _states(edits: Sequence[dict[str, Any]]) -> Iterator[str]:
    for edit in edits:
        if edit["text"] is not None:
            yield "written"
        yield "decided" if edit["status"] in _DECIDED else edit["status"]


def _next(counts: dict[str, int], folder: pathlib.Path) -> list[tuple[str, str]]:
    open_ = counts["pending"] + counts["unresolved"]
    found = [(f"next, {open_} to review", f"hanmend review {shlex.quote(str(folder))}")] if open_ else []
    if not open_ and counts["auto"]:
        found.append(("next, a spot check", f"hanmend review {shlex.quote(str(folder))} --sample {min(20, counts['auto'])}"))
    return [*found, ("to take it back", f"hanmend undo {shlex.quote(str(folder))}")] if counts["written"] else found


def _table(told: dict[str, Counter[str]], failed: Collection[str], columns: int) -> Iterator[str]:
    """A row a file, at most as many as a screen holds; the others are in the report."""
    if not told:
        return
    names = max(8, min(columns - 4 * _NUMBER, max(width(path) for path in told)))
    yield padded("article", names) + "".join(f"{name:>{_NUMBER}}" for name in ("repaired", "to review", "unresolved", "decided"))
    for path, own in itertools.islice(told.items(), _ROWS):
        numbers = (own["written"], own["pending"], own["unresolved"], own["decided"])
        yield padded(visible(path), names) + ("  FAILED, written unchanged" if path in failed and not own else "".join(f"{n:>{_NUMBER}}" for n in numbers))
    if len(told) > _ROWS:
        yield f"... and {len(told) - _ROWS} more: see report.md"


def status(entries: Iterable[dict[str, Any]], fail_on: str) -> int:
    """The exit status of a run of clean: 2 where an article failed, 1 where an edit counts at ``fail_on``, else 0.

    leftover counts every place, review what an editor has not settled, unresolved what still stands in the output.
    """
    found = 0
    for entry in entries:
        if "error" in entry["article"]:
            return 2
        found = found or int(any(_counts(edit, fail_on) for edit in entry["edits"]))
    return found


def _counts(edit: dict[str, Any], fail_on: str) -> bool:
    if fail_on == "unresolved":
        return edit["text"] is None and edit["status"] != "rejected"
    return fail_on == "leftover" or fail_on == "review" and edit["status"] in ("pending", "unresolved")
