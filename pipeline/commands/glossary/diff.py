"""``hanmend glossary diff``: what a change of the glossary would alter, before it lands."""

from __future__ import annotations

import json
import pathlib
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins
from pipeline.commands.glossary.reading import Articles
from pipeline.commands.options import FieldOption, Given, KeepOption, RecipeOption, WorkersOption
from pipeline.errors import TermbaseError

if TYPE_CHECKING:
    from pipeline.terminology.comparing import Difference


def diff(
    old: Annotated[str, typer.Argument(help="The glossary as it is, or as it was.", show_default=False)],
    new: Annotated[str, typer.Argument(help="The glossary as it would be.", show_default=False)],
    paths: Annotated[list[str], typer.Argument(help="Articles or folders of articles.", show_default=False)],
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    field: FieldOption = None,
    workers: WorkersOption = 0,
) -> int:
    """List every place that would be repaired in another way: status 0 for none, 1 for some, 2 where an article cannot be read.

    Other glossaries of the recipe hold as they are; OLD or NEW among them is the one that changes.
    """
    plugins.require(form, ("text", "json"), "format", "--format")
    for file in (old, new):
        if not pathlib.Path(file).is_file():
            raise TermbaseError(f"{file}: there is no such glossary; of an older one git makes a file: git show REV:{file} > old.csv")
    from pipeline.terminology.comparing import differences

    articles = Articles.of(paths, Given("", None, keep, recipe, field), workers)
    before, after = (_with(articles, file, (old, new)) for file in (old, new))
    found = [one for (path, a), (_, b) in zip(before, after, strict=True) for one in differences(path, a, b)]
    print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1) if form == "json" else "\n".join([*map(_line, found), _summary(found)]))
    return max(before.status, int(bool(found)))


def _with(articles: Articles, file: str, both: tuple[str, str]) -> Articles:
    """The same articles with ``file`` where the recipe names one of the two, or before all that it names."""
    changing = {pathlib.Path(name).resolve() for name in both}
    named = articles.options.glossaries
    place = next((at for at, name in enumerate(named) if pathlib.Path(name).resolve() in changing), 0)
    others = [name for name in named if pathlib.Path(name).resolve() not in changing]
    return replace(articles, options=replace(articles.options, glossaries=(*others[:place], file, *others[place:])))


def _line(one: Difference) -> str:
    written = [repr(text) if text else f"({safety})" for text, safety in ((one.old, one.old_safety), (one.new, one.new_safety))]
    safety = f" [{one.old_safety} -> {one.new_safety}]" if one.old and one.new and one.old_safety != one.new_safety else ""
    return f"{one.path}:{one.line}:{one.column}: {one.before}: {written[0]} -> {written[1]}{safety}"


def _summary(found: list[Difference]) -> str:
    return f"{len(found)} places in {len({one.path for one in found})} articles"
