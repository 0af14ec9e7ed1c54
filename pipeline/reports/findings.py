"""Leftovers as lines of text: ``x.txt:12:5: 红利 -> dividends (review, 0.81)``."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Document, Edit, Safety, Span
from pipeline.reports.place import Lines
from pipeline.spans import SpanIndex


def listed(doc: Document) -> Iterator[str]:
    """One line for each leftover, in order of place."""
    lines = Lines.of(doc.source)
    for span, edit in _places(doc):
        line, column = lines.place(span.start)
        said = f"-> {edit.after!r} ({edit.safety.name.lower()}, {edit.confidence:.2f})" if edit and edit.safety else "(nothing proposed)"
        yield f"{doc.id}:{line}:{column}: {span.of(doc.source)} {said}"


def counted(doc: Document, level: str) -> int:
    """How many leftovers count at ``level``: leftover, review, unresolved or never."""
    safeties = [edit.safety if edit else Safety.LEAVE for _, edit in _places(doc)]
    below = {"leftover": Safety.AUTO + 1, "review": Safety.AUTO, "unresolved": Safety.REVIEW, "never": 0}[level]
    return sum(s < below for s in safeties)


def _places(doc: Document) -> list[tuple[Span, Edit | None]]:
    places: list[tuple[Span, Edit | None]] = [(e.span, e) for e in doc.edits]
    answered = SpanIndex(doc.edits, lambda e: e.span)
    places += [(f.span, None) for f in doc.open() if not answered.overlapping(f.span)]
    return sorted(places, key=lambda row: row[0])
