"""``hanmend report``: the report of a run again, in any of its formats."""

from __future__ import annotations

import pathlib
import sys
from typing import Annotated

import typer

_SHORT = {"md": "markdown"}


def report(
    run: Annotated[str, typer.Argument(help="The folder that clean wrote to, or its report.json.", show_default=False)],
    form: Annotated[str, typer.Option("--format", help="html, md, or another report that is known.")] = "html",
    output: Annotated[str, typer.Option("--output", "-o", help="The file to write; - is standard output; without it the file has its usual name in the run's folder.")] = "",
) -> int:
    """Render the report of a run from its report.json and its articles."""
    from pipeline import plugins
    from pipeline.files import write_atomic
    from pipeline.reports import REPORTS
    from pipeline.reports.stored import entries_of, read_report, with_sources

    made = plugins.load(REPORTS, _SHORT.get(form, form), "report")()
    folder, data = read_report(pathlib.Path(run))
    rendered = made.render(data["run"], entries_of(with_sources(folder, data))).encode("utf-8")
    if output == "-":
        sys.stdout.buffer.write(rendered)
        return 0
    place = pathlib.Path(output) if output else folder / made.name
    write_atomic(place, rendered)
    print(f"written to {place}")
    return 0
