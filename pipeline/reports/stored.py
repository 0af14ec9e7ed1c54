"""A run as it lies in its folder: the report, and the files and articles as they were before the run."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Sequence
from typing import Any

from pipeline.errors import HanmendError, InputError, OutputError

_NEEDED = {
    "articles": ("id", "path", "sha256", "output_sha256"),
    "edits": ("id", "article", "kind", "span", "line", "column", "before", "term", "proposal", "alternatives", "context", "status", "text"),
    "kept": ("article", "span", "text", "why"),
}


def read_report(run: pathlib.Path) -> tuple[pathlib.Path, dict[str, Any]]:
    """The folder of a run and its ``report/1``; ``run`` is the folder or the file itself. Raises InputError that names the file."""
    file = run / "report.json" if run.is_dir() else run
    try:
        report = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{file}: cannot read: {error.strerror}; name the folder that clean wrote to") from None
    except ValueError as error:
        raise InputError(f"{file}: not a report: {error}") from None
    if not isinstance(report, dict) or report.get("schema") != "report/1":
        raise InputError(f"{file}: not a report of schema report/1")
    _check(report, file)
    return file.parent, report


def _check(report: dict[str, Any], file: pathlib.Path) -> None:
    """What every reader of a report relies on. Raises InputError that names the first thing that is missing."""
    for part, keys in _NEEDED.items():
        rows = report.get(part)
        if not isinstance(rows, list):
            raise InputError(f"{file}: '{part}' is no list; make the report anew with hanmend clean")
        for number, row in enumerate(rows, 1):
            missing = [key for key in keys if not isinstance(row, dict) or key not in row]
            if missing:
                raise InputError(f"{file}: {part} {number} has no '{missing[0]}'; make the report anew with hanmend clean")
    known = {article["id"] for article in report["articles"]}
    stray = next((edit for edit in report["edits"] if edit["article"] not in known), None)
    if stray is not None:
        raise InputError(f"{file}: edit {stray['id']} names the article '{stray['article']}', which is not in the report")


def files_of(report: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The articles of ``report`` by the file in which they stand: one, or the file and its records."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for article in report["articles"]:
        parts.setdefault(article["path"], []).append(article)
    return parts


def edits_of(report: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The edits of ``report`` by article id."""
    found: dict[str, list[dict[str, Any]]] = {}
    for edit in report["edits"]:
        found.setdefault(edit["article"], []).append(edit)
    return found


def entries_of(report: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries that ``report`` was made of, as ``reports.json.entry`` makes them; with the ``source`` where ``sources`` has it."""
    edits, sources = edits_of(report), report.get("sources", {})
    kept: dict[str, list[dict[str, Any]]] = {}
    for one in report["kept"]:
        kept.setdefault(one["article"], []).append(one)
    return [{"article": a, "edits": edits.get(a["id"], []), "kept": kept.get(a["id"], []), "source": sources.get(a["id"])} for a in report["articles"]]


def original(folder: pathlib.Path, articles: Sequence[dict[str, Any]], edits: dict[str, list[dict[str, Any]]]) -> bytes:
    """The bytes that a file had before the run, from what the run wrote and the edits; proven by digest.

    ``articles`` are the file, or the file and its records. Raises InputError where the path leads out of the folder,
    OutputError where the file was changed since.
    """
    from pipeline.files import digest_of, format_of, opened, read_bytes
    from pipeline.formats import SUFFIXES

    article = articles[0]
    path = folder / article["path"]
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(f"{article['path']}: lies outside {folder}; this report was tampered with")
    form: Any = opened(SUFFIXES.get(format_of(path.name), "text"))
    if not path.exists():
        raise OutputError(f"{path}: is not there any more; put it back under this name, or take its article out of report.json; nothing was done")
    raw = read_bytes(path)
    found = digest_of(form, raw, str(path))
    if f"sha256:{found}" == article["sha256"]:
        return raw
    if f"sha256:{found}" != article["output_sha256"]:
        raise OutputError(f"{path}: was changed since the run wrote it, which would be lost; put back what was written, or repair the articles again; nothing was done")
    return brought_back(form, raw, str(path), articles, edits)


def brought_back(form: Any, raw: bytes, name: str, articles: Sequence[dict[str, Any]], edits: dict[str, list[dict[str, Any]]]) -> bytes:
    """What a file was before the run that wrote ``raw``; proven by digest. Raises OutputError where it cannot be."""
    from pipeline.errors import EditError
    from pipeline.files import digest_of

    data = form.unpacked(raw, name) if hasattr(form, "unpacked") else raw
    try:
        restored = form.restore(data, [_undone(a, edits.get(a["id"], [])) for a in articles if len(articles) == 1 or "record" in a])
    except EditError as error:
        raise OutputError(f"{name}: {error}; nothing was restored") from None
    whole: bytes = form.packed(restored, raw) if hasattr(form, "packed") else restored
    if f"sha256:{digest_of(form, whole, name)}" != articles[0]["sha256"]:
        raise OutputError(f"{name}: what was restored is not what was read; nothing was restored")
    return whole


def with_sources(folder: pathlib.Path, report: dict[str, Any]) -> dict[str, Any]:
    """``report`` with ``sources``: article id -> text before the run, of every article that can be brought back from ``folder``."""
    edits = edits_of(report)
    sources: dict[str, str] = {}
    for path, articles in files_of(report).items():
        try:
            texts = _texts(path, original(folder, articles, edits), articles)
        except HanmendError:
            continue
        sources.update({a["id"]: texts[a["id"]] for a in articles if a["id"] in texts})
    return {**report, "sources": sources}


def _texts(path: str, data: bytes, articles: Sequence[dict[str, Any]]) -> dict[str, str]:
    from pipeline.files import format_of, opened
    from pipeline.formats import SUFFIXES

    fields = dict.fromkeys(a["record"]["field"] for a in articles if a.get("record", {}).get("field"))
    form = opened(SUFFIXES.get(format_of(path), "text"), tuple(fields))
    return {doc.id: doc.source for doc in form.read(data, path) if not doc.error}


def _undone(article: dict[str, Any], edits: Sequence[dict[str, Any]]) -> Any:
    from pipeline.model import Record, Span, Undone

    done = tuple((Span(*e["span"]), e["before"], e["text"]) for e in edits if e["text"] is not None)
    return Undone(done, Record(**article["record"]) if "record" in article else None, article["encoding"], article.get("raw", ""))
