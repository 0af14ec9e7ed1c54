"""``hanmend undo``: the input again, byte for byte, from the output and its report."""

from __future__ import annotations

import json
import pathlib
from typing import Annotated, Any

import typer

from pipeline.errors import InputError, OutputError


def undo(
    run: Annotated[str, typer.Argument(help="The folder that clean wrote to, or its report.json.", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", help="Where to write the articles; without it they are written over.")] = "",
) -> int:
    """Take a run back. Nothing is written unless every article can be restored and its digest agrees."""
    from pipeline.files import write_atomic

    folder, report = _read(pathlib.Path(run))
    restored = [(article["path"], _restored(folder, article, report["edits"])) for article in report["articles"] if "error" not in article]
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


def _restored(folder: pathlib.Path, article: dict[str, Any], edits: list[dict[str, Any]]) -> bytes:
    from pipeline import edits as ledger
    from pipeline.encodings import decode, encode
    from pipeline.files import digest, read_bytes
    from pipeline.model import Span

    path = folder / article["path"]
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(f"{article['path']}: lies outside {folder}; this report was tampered with")
    data = read_bytes(path)
    if f"sha256:{digest(data)}" == article["sha256"]:
        return data
    if f"sha256:{digest(data)}" != article["output_sha256"]:
        raise OutputError(f"{path}: was changed since it was written; undo would lose that; nothing was restored")
    text, envelope = decode(data, str(path))
    done = [(Span(*e["span"]), e["before"], e["text"]) for e in edits if e["article"] == article["id"] and e["text"] is not None]
    restored = encode(ledger.undo(text, done), envelope)
    if f"sha256:{digest(restored)}" != article["sha256"]:
        raise OutputError(f"{path}: what was restored is not what was read; nothing was restored")
    return restored
