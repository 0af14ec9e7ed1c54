"""``hanmend check``: what is left over in articles, for a terminal or CI."""

from __future__ import annotations

import pathlib
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.options import Apply, FieldOption, GlossaryOption, KeepOption, Paths, RecipeOption, made, stdin_alone
from pipeline.errors import RecipeError

if TYPE_CHECKING:
    from pipeline.runners.local import Result

LEVELS = ("leftover", "review", "unresolved", "never")


def check(
    paths: Paths,
    fail_on: Annotated[str, typer.Option("--fail-on", help="What makes status 1: leftover (any), review (what is not certain), unresolved (what has no proposal), never.")] = "leftover",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    field: FieldOption = None,
    apply: Apply = "",
) -> int:
    """List leftovers: status 0 for none, 1 for some, 2 where an article could not be checked."""
    if fail_on not in LEVELS:
        raise RecipeError(f"unknown level '{fail_on}' for --fail-on; known are {', '.join(LEVELS)}")
    from pipeline.files import Input, inputs
    from pipeline.formats import SUFFIXES
    from pipeline.runners.local import run, run_bytes

    rules = made(paths, apply, glossary, keep, recipe, field)
    if stdin_alone(paths):
        results = iter([run_bytes(Input("-", pathlib.Path("-.txt")), sys.stdin.buffer.read(), rules)])
    else:
        results = run(inputs(paths, SUFFIXES), rules)
    failed = found = False
    for result in results:
        failed |= bool(result.error)
        found |= _listed(result, fail_on)
    return 2 if failed else int(found)


def _listed(result: Result, fail_on: str) -> bool:
    from pipeline.reports.findings import counted, listed

    found = False
    for doc in (outcome.doc for outcome in result.outcomes):
        if doc.error:
            print(f"hanmend: {doc.id}: {doc.error}", file=sys.stderr)
            continue
        for line in listed(doc):
            print(line)
        found |= counted(doc, fail_on) > 0
    return found
