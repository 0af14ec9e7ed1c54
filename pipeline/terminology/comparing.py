"""What articles get from two glossaries: the places at which the repair differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Document, Edit, Safety, Span
from pipeline.problems.found import places
from pipeline.reports.place import Lines


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of an article: its Chinese, what was written with the one glossary and what with the other, empty where nothing is."""

    path: str
    line: int
    column: int
    before: str
    old: str
    new: str
    old_safety: str
    new_safety: str


def differences(path: str, old: Document, new: Document) -> Iterator[Difference]:
    """The places of one article, in order, at which the text or the safety differs."""
    ours, theirs = dict(_written(old)), dict(_written(new))
    lines = Lines.of(old.source)
    for span in sorted(ours.keys() | theirs.keys()):
        a, b = ours.get(span, ("", "")), theirs.get(span, ("", ""))
        if a != b:
            line, column = lines.place(span.start)
            yield Difference(path, line, column, span.of(old.source), a[0], b[0], a[1], b[1])


def _written(doc: Document) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Each leftover with what is written there and how safe that is; where a repair takes in a neighbour, under its own span."""
    for span, edit in places(doc):
        yield span, (edit.after, edit.safety.name.lower()) if _counts(edit) and edit else ("", "unresolved")
    for kept in doc.kept:
        yield kept.span, ("", "kept")


def _counts(edit: Edit | None) -> bool:
    return edit is not None and edit.safety > Safety.LEAVE
