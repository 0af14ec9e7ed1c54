"""The leftovers of a document as problems."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import edits
from pipeline.formats.directives import SIGN
from pipeline.model import Document, Edit, Safety, Span
from pipeline.problems.located import located
from pipeline.problems.points import Point
from pipeline.problems.problem import Level, Problem
from pipeline.reports.remarks import sentence
from pipeline.spans import SpanIndex

_NAMES = {Safety.AUTO: "auto", Safety.REVIEW: "review", Safety.LEAVE: "unresolved"}
_COUNTS_BELOW = {"leftover": Safety.AUTO + 1, "review": int(Safety.AUTO), "unresolved": int(Safety.REVIEW), "never": 0}
# What a terminal or a log would act on instead of showing it.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_SHOWN_ALTERNATIVES = 3


def problems_of(doc: Document, path: str, fail_on: str, data: bytes = b"") -> list[Problem]:
    """Every leftover of ``doc`` in order of place; one that counts at ``fail_on`` is an error.

    ``data`` is the file that it was read from: there a record has its place. ``fail_on`` is leftover (any), review (what is not certain), unresolved (what has no proposal) or never.
    """
    if doc.error:
        return [Problem(path, "failed", "error", printable(doc.error), *_line_of_record(doc))]
    if not doc.source:
        return []
    found = places(doc)
    spans = [span for span, _ in found]
    at, quote = located(doc, data, {offset for span in spans for offset in (span.start, span.end)})
    findings = SpanIndex(doc.findings, lambda f: f.span)
    # An id is made of what was found there, not of how far the proposal reaches: that depends on the glossary.
    cores = [_core(span, [f.span for f in findings.overlapping(span)]) for span, _ in found]
    named = edits.places_of(doc.source)
    made = []
    for (span, edit), core in zip(found, cores, strict=True):
        safety = edit.safety if edit else Safety.LEAVE
        left, right = named.surroundings(core)
        made.append(Problem(
            path, "mark" if edit and edit.kind == "punctuation" else "leftover", level_of(safety, fail_on), message(doc, span, edit),
            at[span.start], at[span.end], named.id_of(core), span.of(doc.source), edit.after if edit and safety else None, _NAMES[safety],
            edit.confidence if edit else 0.0, edit.origin.tier if edit else "none", _alternatives(edit), left, right,
            quote(edit.after) if edit and safety and quote else None,
        ))  # fmt: skip
    return sorted((*made, *_unanswered(doc, path, data), *_unused_comments(doc, path, data), *_remarks(doc, path, data)), key=lambda p: p.start or Point(0, 0, 0, 0))


def _unanswered(doc: Document, path: str, data: bytes) -> list[Problem]:
    """What a backend was asked for and did not answer."""
    failed = [asked for asked in doc.asked if asked.kind]
    if not failed:
        return []
    at, _ = located(doc, data, {offset for a in failed for offset in (a.span.start, a.span.end)})
    said = ((a, printable(f"{a.span.of(doc.source)}: {a.backend}: {a.kind}: {a.why}")) for a in failed)
    return [Problem(path, "unanswered", "error", message, at[a.span.start], at[a.span.end]) for a, message in said]


def _unused_comments(doc: Document, path: str, data: bytes) -> list[Problem]:
    """Ignore comments that quiet nothing, or that are not understood: always a warning, never an error."""
    if SIGN not in doc.source:
        return []
    from pipeline.stages.keep_ignored import unused

    found = unused(doc)
    at, _ = located(doc, data, {offset for d in found for offset in (d.place.start, d.place.end)})
    said = ((d, printable(f"'hanmend: {d.word}' {d.fault or 'quiets nothing; remove it'}")) for d in found)
    return [Problem(path, "ignore", "warning", message, at[d.place.start], at[d.place.end]) for d, message in said]


def _remarks(doc: Document, path: str, data: bytes) -> list[Problem]:
    """What was remarked on the English: a warning for two wordings, a note for a calque, never an error."""
    if not doc.remarks:
        return []
    at, _ = located(doc, data, {offset for r in doc.remarks for offset in (r.span.start, r.span.end)})
    return [Problem(path, r.kind, "note" if r.kind == "calque" else "warning", printable(sentence(r.says, r.suggested)), at[r.span.start], at[r.span.end],
                    before=r.span.of(doc.source), alternatives=r.suggested) for r in doc.remarks]  # fmt: skip


def counts_at(safety: Safety, fail_on: str) -> bool:
    """True where a leftover of this safety makes status 1 at ``fail_on``."""
    return safety < _COUNTS_BELOW[fail_on]


def level_of(safety: Safety, fail_on: str) -> Level:
    """``error`` for what counts at ``fail_on``; otherwise ``note`` for what is certain and ``warning`` for the rest."""
    if counts_at(safety, fail_on):
        return "error"
    return "note" if safety is Safety.AUTO else "warning"


def printable(text: str) -> str:
    """``text`` in one line, with control characters and invisible ones shown as escapes."""
    return _UNPRINTABLE.sub(lambda m: m.group().encode("unicode_escape").decode(), text)


def _line_of_record(doc: Document) -> tuple[Point, Point] | tuple[()]:
    if not doc.record:
        return ()
    point = Point(doc.record.number, 1, 1, 1)
    return point, point


def places(doc: Document) -> list[tuple[Span, Edit | None]]:
    """Every leftover of ``doc`` in order, with its edit where there is one."""
    found: list[tuple[Span, Edit | None]] = [(e.span, e) for e in doc.edits]
    answered = SpanIndex(doc.edits, lambda e: e.span)
    found += [(f.span, None) for f in doc.open() if not answered.overlapping(f.span)]
    return sorted(found, key=lambda row: row[0])


def _core(span: Span, found: Sequence[Span]) -> Span:
    if not found:
        return span
    return Span(max(span.start, found[0].start), min(span.end, max(f.end for f in found)))


def message(doc: Document, span: Span, edit: Edit | None) -> str:
    """What is said of a leftover in one line: what is proposed, how sure that is, and what else there is."""
    before = printable(span.of(doc.source))
    field = f" in the field {printable(doc.record.field)}" if doc.record and doc.record.field else ""
    if not edit or not edit.safety:
        why = f": {edit.notes[-1]}" if edit and edit.notes else ""
        return f"{before} (nothing proposed{printable(why)}){field}"
    others = ", ".join(repr(text) for text in _alternatives(edit)[:_SHOWN_ALTERNATIVES])
    return f"{before} -> {printable(repr(edit.after))} ({edit.safety.name.lower()}, {edit.confidence:.2f}{'; or ' if others else ''}{printable(others)}){field}"


def _alternatives(edit: Edit | None) -> tuple[str, ...]:
    return tuple(c.text for c in edit.alternatives) if edit else ()
