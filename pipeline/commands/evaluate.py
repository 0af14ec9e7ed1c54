"""``hanmend evaluate``: how many places of gold articles are repaired as an editor would."""

from __future__ import annotations

import json
import pathlib
from typing import Annotated

import typer

from pipeline.commands.options import Apply, GlossaryOption, KeepOption, RecipeOption, made
from pipeline.errors import RecipeError


def evaluate(
    gold: Annotated[str, typer.Argument(help="A folder of gold articles.", show_default=False)],
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List every place that is wrong.")] = False,
    confidence: Annotated[str, typer.Option(help="Also write the table of measured confidence to this CSV.")] = "",
    apply: Apply = "",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
) -> int:
    """Repair gold articles and compare; status 0 whatever the figures are."""
    if form not in ("text", "json"):
        raise RecipeError(f"unknown format '{form}' for --format; known are text, json")
    from pipeline.evaluation import counts, figures, judge

    judged = judge(pathlib.Path(gold), made([gold], apply, glossary, keep, recipe))
    if confidence:
        from pipeline.files import write_atomic

        rows = [f"{kind},{place},{right},{seen}\n" for (kind, place), (right, seen) in counts(judged).items()]
        write_atomic(pathlib.Path(confidence), ("kind,bucket,right,seen\n" + "".join(rows)).encode())
    for j in judged if verbose else ():
        if not j.right:
            print(f"{j.article}: {j.place.before!r} [{j.place.category}] got {j.got!r}, accepted {list(j.place.accepted[:4])}")
    found = figures(judged)
    if form == "json":
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, value in found.items():
            print(f"{name:18} {value if not isinstance(value, dict) else ''}")
            for category, (right, seen) in value.items() if isinstance(value, dict) else ():
                print(f"  {category:16} {right:4d} of {seen:4d}")
    return 0
