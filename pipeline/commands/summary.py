"""The last lines of a run: what was found, what was written, what to do next."""

from __future__ import annotations

import itertools
import pathlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from pipeline.commands.terminal import Screen
from pipeline.reports.columns import padded, visible, width
from pipeline.reports.json import summary

_NUMBER, _ROWS = 11, 30
_DECIDED = ("accepted", "edited", "rejected")


def print_summary(articles: Sequence[dict[str, Any]], edits: Sequence[dict[str, Any]], folder: pathlib.Path) -> None:
    """A table of the files with something to say, the counts of the run, what was written, what to do next: 80 columns."""
    screen = Screen.standard()
    by_article: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        by_article.setdefault(edit["article"], []).append(edit)
    by_file: dict[str, list[dict[str, Any]]] = {}
    for article in articles:
        by_file.setdefault(article["path"], []).extend(by_article.get(article["id"], ()))
    failed = {a["path"] for a in articles if "error" in a}
    told = {path: own for path, own in by_file.items() if own or path in failed}
    for line in _table(told, failed, screen.columns):
        print(line)
    counts = summary(articles, edits)
    print(f"{counts['articles']} articles ({len(by_file) - len(told)} clean): {counts['written']} of {counts['edits']} places repaired, {counts['failed']} failed")
    print(f"written to {folder}: articles, NAME.diff, report.json, report.md, report.html")
    for label, command in _next(counts, folder):
        print(screen.dim(f"{label}: {command}"))


def _next(counts: dict[str, int], folder: pathlib.Path) -> list[tuple[str, str]]:
    open_ = counts["pending"] + counts["unresolved"]
    found = [(f"next, {open_} to review", f"hanmend review {folder}")] if open_ else []
    if not open_ and counts["auto"]:
        found.append(("next, a spot check", f"hanmend review {folder} --sample {min(20, counts['auto'])}"))
    return [*found, ("to take it back", f"hanmend undo {folder}")] if counts["written"] else found


def _table(told: dict[str, list[dict[str, Any]]], failed: Collection[str], columns: int) -> Iterator[str]:
    """A row a file, at most as many as a screen holds; the others are in the report."""
    if not told:
        return
    names = max(8, min(columns - 4 * _NUMBER, max(width(path) for path in told)))
    yield padded("article", names) + "".join(f"{name:>{_NUMBER}}" for name in ("repaired", "to review", "unresolved", "decided"))
    for path, own in itertools.islice(told.items(), _ROWS):
        states = [e["status"] for e in own]
        numbers = (sum(e["text"] is not None for e in own), states.count("pending"), states.count("unresolved"), sum(s in _DECIDED for s in states))
        yield padded(visible(path), names) + ("  FAILED, written unchanged" if path in failed and not own else "".join(f"{n:>{_NUMBER}}" for n in numbers))
    if len(told) > _ROWS:
        yield f"... and {len(told) - _ROWS} more: see report.md"


def status(entries: Sequence[dict[str, Any]], fail_on: str) -> int:
    """The exit status of a run of clean: 2 where an article failed, 1 where an edit counts at ``fail_on``, else 0.

    leftover counts every place, review what an editor has not settled, unresolved what still stands in the output.
    """
    if any("error" in entry["article"] for entry in entries):
        return 2
    return int(any(_counts(edit, fail_on) for entry in entries for edit in entry["edits"]))


def _counts(edit: dict[str, Any], fail_on: str) -> bool:
    if fail_on == "unresolved":
        return edit["text"] is None and edit["status"] != "rejected"
    return fail_on == "leftover" or fail_on == "review" and edit["status"] in ("pending", "unresolved")
