"""A word diff that reads like the article: ``the [-红利-]{+dividends+} of traffic``, one hunk a line that changed."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import edits
from pipeline.model import Document, Edit, Safety, Span
from pipeline.reports.place import Lines


def word_diff(doc: Document, level: Safety) -> str:
    """The lines of ``doc`` that have an edit at or above ``level``, the edits marked in place; empty where nothing changed.

    Made from the ledger, never by comparing texts. Greppable: ``[-before-]{+after+}`` and ``@@ line``.
    """
    done = edits.applied(doc, level)
    if not done:
        return ""
    lines = Lines.of(doc.source)
    hunks: dict[int, list[Edit]] = {}
    for edit in done:
        hunks.setdefault(lines.place(edit.span.start)[0], []).append(edit)
    parts = [f"--- {doc.id}\n+++ {doc.id}\n"]
    parts += [f"@@ {number} @@\n{_marked(doc.source, _line(doc.source, lines, group), group)}\n" for number, group in hunks.items()]
    return "".join(parts)


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
