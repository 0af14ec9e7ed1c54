"""``hanmend undo``: the input again, byte for byte, from the output and its report."""

from __future__ import annotations

import json
import pathlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import InputError, OutputError

if TYPE_CHECKING:
    from pipeline.model import Undone


def undo(
    run: Annotated[str, typer.Argument(help="The folder that clean wrote to, or its report.json.", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", help="Where to write the articles; without it they are written over.")] = "",
) -> int:
    """Take a run back. Nothing is written unless every article can be restored and its digest agrees."""
    from pipeline.files import write_atomic

    folder, report = _read(pathlib.Path(run))
    written: dict[str, list[dict[str, Any]]] = {}
    for edit in report["edits"]:
        written.setdefault(edit["article"], []).append(edit)
    parts: dict[str, list[dict[str, Any]]] = {}
    for article in report["articles"]:
        parts.setdefault(article["path"], []).append(article)
    restored = [(path, _restored(folder, own, written)) for path, own in parts.items() if "error" not in own[0]]
    for path, data in restored:
        write_atomic(pathlib.Path(output or folder) / path, data)
    print(f"{len(restored)} articles restored in {output or folder}")
    return 0


def _read(run: pathlib.Path) -> tuple[pathlib.Path, dict[str, Any]]:
    file = run / "report.json" if run.is_dir() else run
    try:
        report = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{file}: cannot read: {error.strerror}; name the folder that clean wrote to") from None
    except ValueError as error:
        raise InputError(f"{file}: not a report: {error}") from None
    if not isinstance(report, dict) or report.get("schema") != "report/1":
        raise InputError(f"{file}: not a report of schema report/1")
    return file.parent, report


def _restored(folder: pathlib.Path, articles: list[dict[str, Any]], edits: dict[str, list[dict[str, Any]]]) -> bytes:
    """The bytes of one input: ``articles`` are the file, or the file and its records."""
    from pipeline.errors import EditError
    from pipeline.files import digest, format_of, opened, read_bytes
    from pipeline.formats import SUFFIXES

    article = articles[0]
    path = folder / article["path"]
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(f"{article['path']}: lies outside {folder}; this report was tampered with")
    data = read_bytes(path)
    if f"sha256:{digest(data)}" == article["sha256"]:
        return data
    if f"sha256:{digest(data)}" != article["output_sha256"]:
        raise OutputError(f"{path}: was changed since it was written; undo would lose that; nothing was restored")
    form = opened(SUFFIXES.get(format_of(path.name), "text"))
    try:
        restored = form.restore(data, [_undone(a, edits.get(a["id"], [])) for a in articles if len(articles) == 1 or "record" in a])
    except EditError as error:
        raise OutputError(f"{path}: {error}; nothing was restored") from None
    if f"sha256:{digest(restored)}" != article["sha256"]:
        raise OutputError(f"{path}: what was restored is not what was read; nothing was restored")
    return restored


def _undone(article: dict[str, Any], edits: list[dict[str, Any]]) -> Undone:
    from pipeline.model import Record, Span, Undone

    done = tuple((Span(*e["span"]), e["before"], e["text"]) for e in edits if e["text"] is not None)
    return Undone(done, Record(**article["record"]) if "record" in article else None, article["encoding"], article.get("raw", ""))
