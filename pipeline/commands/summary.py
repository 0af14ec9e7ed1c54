"""The last lines of a run: what was found, what was written, what to do next."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from typing import Any

from pipeline.reports.json import summary


def print_summary(articles: Sequence[dict[str, Any]], edits: Sequence[dict[str, Any]], folder: pathlib.Path) -> None:
    """A table an article, the counts of the run, the files that were written."""
    width = min(40, max((len(a["path"]) for a in articles), default=10))
    for article in articles:
        own = [e for e in edits if e["article"] == article["id"]]
        if own or "error" in article:
            state = "FAILED, written unchanged" if "error" in article else _states(own)
            print(f"{article['path'][:width]:<{width}}  {state}")
    counts = summary(articles, edits)
    clean = counts["articles"] - len({e["article"] for e in edits}) - counts["failed"]
    print(f"{counts['articles']} articles ({clean} clean): {counts['written']} of {counts['edits']} places repaired, "
          f"{counts['pending']} to review, {counts['unresolved']} unresolved, {counts['failed']} failed")  # fmt: skip
    print(f"written to {folder}: articles, NAME.diff, report.json, report.md, report.html; 'hanmend undo {folder}' takes it back")


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


def _states(edits: Sequence[dict[str, Any]]) -> str:
    written = sum(e["text"] is not None for e in edits)
    return f"{written:4d} repaired  {len(edits) - written:4d} left"
