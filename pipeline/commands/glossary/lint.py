"""``hanmend glossary lint``: what is wrong or doubtful in glossaries."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins
from pipeline.commands.glossary.own import own_glossary
from pipeline.commands.glossary.reading import Articles
from pipeline.commands.options import Given
from pipeline.listings import LISTINGS
from pipeline.version import VERSION

if TYPE_CHECKING:
    from pipeline.problems.problem import Tally

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
    from pipeline.problems.problem import Run, Tally
    from pipeline.terminology.lint import RULES
    from pipeline.terminology.looking import looked_over
    from pipeline.terminology.rows import read

    paths = [pathlib.Path(file) for file in files or ()] or [own_glossary()]
    if fix:
        _mend(paths)
    glossaries = [list(read(path)) for path in paths]
    sound = not any(row.fault or row.first for own in glossaries for row in own)
    # A glossary with such a row repairs nothing: first that is mended.
    held = _articles(articles, paths) if articles and sound else None
    checked, tally = looked_over(glossaries, (doc for _, doc in held) if held else None), Tally()
    for piece in plugins.load(LISTINGS, form, "format")().render(Run(VERSION, fail_on, RULES), tally.counting(checked), tally):
        sys.stdout.write(piece)
    print(f"hanmend: {tally.errors} errors, {tally.warnings} warnings, {tally.notes} notes in {len(paths)} glossaries", file=sys.stderr)
    return max(held.status if held else 0, int(_counts_at(tally, fail_on)))


def _mend(paths: Sequence[pathlib.Path]) -> None:
    from pipeline.files import write_atomic
    from pipeline.terminology.mending import mended
    from pipeline.terminology.rows import read

    for path in paths:
        text = mended(list(read(path))).encode()
        if text != path.read_bytes():
            write_atomic(path, text)
            print(f"hanmend: {path} mended", file=sys.stderr)


def _articles(paths: list[str], glossaries: Sequence[pathlib.Path]) -> Articles:
    """As ``clean`` repairs them with these glossaries and no other."""
    articles = Articles.of(paths, Given(), 0)
    return replace(articles, options=replace(articles.options, glossaries=tuple(map(str, glossaries))))


def _counts_at(tally: Tally, level: str) -> bool:
    """True where something of ``level`` or worse was found."""
    counts = {"never": 0, "error": tally.errors, "warning": tally.errors + tally.warnings, "note": tally.errors + tally.warnings + tally.notes}
    return counts[level] > 0
