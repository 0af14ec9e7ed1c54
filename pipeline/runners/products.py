"""What a run of clean leaves behind, as bytes: the same for clean, which writes it, and for check, which compares it."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from pipeline import edits, plugins
from pipeline.errors import OutputError
from pipeline.files import digest_of
from pipeline.model import Document, Safety
from pipeline.recipe import Recipe
from pipeline.reports.diff import word_lines
from pipeline.reports.json import entry, entry_of_file, entry_of_record
from pipeline.reports.unified import unified_diff
from pipeline.runners.local import Result


@dataclass(frozen=True, slots=True)
class Product:
    """One input: its first document (failed where it cannot be encoded) and the others, the bytes to write, the diff beside them, its entries of the report."""

    doc: Document
    others: tuple[Document, ...]
    data: bytes
    diff: bytes
    entries: list[dict[str, Any]]

    def failed(self) -> list[Document]:
        """The documents with an error."""
        return [doc for doc in (self.doc, *self.others) if doc.error]


def product(result: Result, rules: Recipe) -> Product:
    """What ``result`` leaves behind; the input's own bytes where it failed. A file of many records has no diff."""
    doc, data = result.outcome.doc, result.data
    try:
        written = result.written()
    except OutputError as error:
        doc, written = doc.failing(str(error)), data
    diff = b"" if doc.record else unified_diff(doc, edits.applied(doc, rules.apply), data)
    return Product(doc, tuple(o.doc for o in result.outcomes[1:]), written, diff, _entries(result, doc, written, rules))


def _entries(result: Result, doc: Document, written: bytes, rules: Recipe) -> list[dict[str, Any]]:
    data = result.data
    if not (doc.record or hasattr(result.form, "parts")):
        return [entry(doc, data, written, rules.apply, doc.id)]
    records = (entry_of_record(outcome) for outcome in result.outcomes)
    before, after = (digest_of(result.form, one, doc.path) for one in (data, written))
    return [entry_of_file(doc.path, before, after, _records(result)), *(r for r in records if r)]


def _records(result: Result) -> int:
    form: Any = result.form
    return sum(part.records for part in form.parts(io.BytesIO(result.data), result.source.id))


def diff_lines(kind: str, doc: Document, level: Safety, data: bytes) -> list[tuple[str, str]]:
    """The diff of one article for a reader, as ``(style, text)`` a line; ``unified`` is one text with its bytes as surrogates."""
    if kind == "word":
        return list(word_lines(doc, level))
    return [("unified", unified_diff(doc, edits.applied(doc, level), data).decode("utf-8", "surrogateescape"))]


def reports(entries: Collection[dict[str, Any]], rules: Recipe) -> dict[str, bytes]:
    """The reports of a run by file name, from the entries of its articles in order."""
    run = header(entries, rules)
    return {report.name: report.render(run, entries).encode("utf-8") for report in made_reports()}


def made_reports() -> list[Any]:
    """All reports."""
    from pipeline.reports import REPORTS

    return [plugins.load(REPORTS, name, "report")() for name in REPORTS]


def header(entries: Collection[dict[str, Any]], rules: Recipe) -> dict[str, Any]:
    """What the reports say of the run as a whole."""
    from pipeline.reports.asked import asked_summary
    from pipeline.reports.json import run_header
    from pipeline.version import VERSION

    run = run_header(VERSION, rules.digest, rules.apply, (e["article"]["sha256"] for e in entries))
    if rules.backends:
        run["backends"] = asked_summary(rules.backends, [row for e in entries for row in e.get("asked", ())])
    return run
