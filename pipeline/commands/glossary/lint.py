"""``hanmend glossary lint``: what is wrong or doubtful in glossaries."""

from __future__ import annotations

import pathlib
import sys
from typing import Annotated

import typer

from pipeline import plugins
from pipeline.commands.glossary.own import own_glossary
from pipeline.listings import LISTINGS

LEVELS = ("note", "warning", "error", "never")


def lint(
    files: Annotated[list[str] | None, typer.Argument(help="Glossaries in order of precedence; without any the one of the recipe.", show_default=False)] = None,
    articles: Annotated[list[str] | None, typer.Option("--articles", help="Articles to hold the glossary against: what is unused, never wins, is refused and used.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe, and write the files in canonical order.")] = False,
    form: Annotated[str, typer.Option("--format", help=f"How problems are written: {', '.join(LISTINGS)}.", autocompletion=lambda: list(LISTINGS))] = "text",
    fail_on: Annotated[str, typer.Option("--fail-on", help="What makes status 1: note, warning, error or never.")] = "warning",
) -> int:
    """Look a glossary over: status 0 where nothing counts at --fail-on, 1 where something does, 2 where a file cannot be read."""
    plugins.require(fail_on, LEVELS, "level", "--fail-on")
    from pipeline.files import write_atomic
    from pipeline.terminology.looking import counts_at, looked_over
    from pipeline.terminology.mending import mended
    from pipeline.terminology.rows import read

    paths = [pathlib.Path(file) for file in files or ()] or [own_glossary()]
    if fix:
        for path in paths:
            text = mended(list(read(path))).encode()
            if text != path.read_bytes():
                write_atomic(path, text)
                print(f"hanmend: {path} mended", file=sys.stderr)
    run, checked, tally = looked_over(paths, articles or ())
    for piece in plugins.load(LISTINGS, form, "format")().render(run, tally.counting(checked), tally):
        sys.stdout.write(piece)
    print(f"hanmend: {tally.errors} errors, {tally.warnings} warnings, {tally.notes} notes in {len(paths)} glossaries", file=sys.stderr)
    return int(counts_at(tally, fail_on))
