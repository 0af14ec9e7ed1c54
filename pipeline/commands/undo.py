"""``hanmend undo``: the input again, byte for byte, from the output and its report."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer


def undo(
    run: Annotated[str, typer.Argument(help="The folder that clean wrote to, or its report.json.", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", help="Where to write the articles; without it they are written over.")] = "",
) -> int:
    """Take a run back. Nothing is written unless every article can be restored and its digest agrees."""
    from pipeline.errors import OutputError
    from pipeline.files import read_bytes, write_atomic
    from pipeline.reports.stored import edits_of, files_of, original, read_report

    folder, report = read_report(pathlib.Path(run))
    edits = edits_of(report)
    restored = [(path, original(folder, own, edits)) for path, own in files_of(report).items() if "error" not in own[0]]
    # What failed was written as it was: it is the input already.
    unchanged = [path for path, own in files_of(report).items() if "error" in own[0] and (folder / path).is_file()] if output else []
    for path, data in restored if output else ():
        target = pathlib.Path(output) / path
        if target.exists() and target.resolve() != (folder / path).resolve() and read_bytes(target) != data:
            raise OutputError(f"{target}: is there already and says something else, which would be lost; choose another folder; nothing was written")
    for path, data in restored:
        write_atomic(pathlib.Path(output or folder) / path, data)
    for path in unchanged:
        write_atomic(pathlib.Path(output) / path, read_bytes(folder / path))
    also = f", {len(unchanged)} more as they were: they had failed and were never changed" if unchanged else ""
    print(f"{len(restored)} articles restored in {output or folder}{also}")
    return 0
