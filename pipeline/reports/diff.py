"""A word diff that reads like the article: ``the [-红利-]{+dividends+} of traffic``, one hunk a line that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline import edits
from pipeline.model import Document, Edit, Safety, Span
from pipeline.reports.columns import visible
from pipeline.reports.place import Lines

LineKind = Literal["name", "place", "text", "detail"]


def word_diff(doc: Document, level: Safety) -> str:
    """The lines of ``doc`` that have an edit at or above ``level``, the edits marked in place; empty where nothing changed.

    Made from the ledger, never by comparing texts. Greppable: ``[-before-]{+after+}`` and ``@@ line``. Below a line stand
    its edits, each with where the wording comes from, how sure it is, and what else it could have been.
    """
    return "".join(f"{text}\n" for _, text in word_lines(doc, level))


def word_lines(doc: Document, level: Safety) -> Iterator[tuple[LineKind, str]]:
    """The lines of ``word_diff`` with what each is, for a terminal that tells them apart; nothing in them steers it."""
    done = edits.applied(doc, level)
    lines = Lines.of(doc.source)
    hunks: dict[int, list[Edit]] = {}
    for edit in done:
        hunks.setdefault(lines.place(edit.span.start)[0], []).append(edit)
    if done:
        yield "name", f"--- {visible(doc.id)}"
        yield "name", f"+++ {visible(doc.id)}"
    for number, group in hunks.items():
        yield "place", f"@@ {number} @@"
        yield "text", visible(_marked(doc.source, _line(doc.source, lines, group), group))
        for edit in group:
            yield "detail", visible(_detail(edit))


def _detail(edit: Edit) -> str:
    others = ", ".join(dict.fromkeys(c.text.strip() for c in edit.alternatives[:4]))
    return f"    {edit.before.strip()}: {edit.origin.tier} {edit.confidence:.2f}" + (f"; or {others}" if others else "")


def _line(source: str, lines: Lines, group: Sequence[Edit]) -> Span:
    first, last = lines.place(group[0].span.start)[0], lines.place(max(group[-1].span.start, group[-1].span.end - 1))[0]
    end = lines.starts[last] if last < len(lines.starts) else len(source)
    return Span(lines.starts[first - 1], end)


def _marked(source: str, line: Span, group: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = line.start
    for edit in group:
        removed = f"[-{edit.before}-]"
        parts += (source[at : edit.span.start], removed, f"{{+{edit.after}+}}" if edit.after else "")
        at = edit.span.end
    return "".join((*parts, source[at : line.end])).rstrip("\r\n")
