"""What backends were asked, and what of it failed: rows for ``report.json`` and lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from pipeline.model import Document
from pipeline.reports.place import Lines


class Named(Protocol):
    """A backend under the name that the user gave it."""

    @property
    def name(self) -> str: ...

    @property
    def entry(self) -> str: ...


def asked_rows(doc: Document) -> list[dict[str, Any]]:
    """One row for each time that a backend was asked about ``doc``, in order of place; ``kind`` is empty where it answered."""
    if not doc.asked:
        return []
    lines = Lines.of(doc.source)
    rows = []
    for asked in sorted(doc.asked, key=lambda a: (a.span, a.backend)):
        line, column = lines.place(asked.span.start)
        rows.append({"article": doc.id, "span": [asked.span.start, asked.span.end], "line": line, "column": column, "fragment": asked.span.of(doc.source),
                     "backend": asked.backend, "kind": asked.kind, "why": asked.why})  # fmt: skip
    return rows


def asked_summary(backends: Sequence[Named], rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each backend how many fragments it was asked for, how many it answered, and each failure. Nothing here depends on the memory."""
    rows = list(rows)
    made = []
    for backend in backends:
        own = [row for row in rows if row["backend"] == backend.name]
        failed = [{k: v for k, v in row.items() if k != "backend"} for row in own if row["kind"]]
        made.append({"name": backend.name, "model": backend.entry.partition("/")[2], "asked": len(own), "answered": len(own) - len(failed), "failed": failed})
    return made


def failure_line(row: dict[str, Any]) -> str:
    """A failure for the terminal: ``x.txt:3:14: 红利: openai: timeout: no answer within 30 s``."""
    return f"{row['article']}:{row['line']}:{row['column']}: {row['fragment']}: {row['backend']}: {row['kind']}: {row['why']}"
