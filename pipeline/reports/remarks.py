"""Remarks on the article's own English: rows for ``report.json`` and a line of each for readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.model import Document
from pipeline.reports.place import Lines


def remark_rows(doc: Document) -> list[dict[str, Any]]:
    """One row for each remark on ``doc``, in order of place; spans in code points of the decoded input."""
    if not doc.remarks:
        return []
    lines = Lines.of(doc.source)
    rows = []
    for remark in doc.remarks:
        line, column = lines.place(remark.span.start)
        rows.append({"span": [remark.span.start, remark.span.end], "line": line, "column": column, "text": remark.span.of(doc.source),
                     "kind": remark.kind, "says": remark.says, "suggested": list(remark.suggested)})  # fmt: skip
    return rows


def sentence(says: str, suggested: Sequence[str]) -> str:
    """``says`` with the suggestions behind it, if there are any."""
    return f"{says}; perhaps {' or '.join(repr(text) for text in suggested)}" if suggested else says
