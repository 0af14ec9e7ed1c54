"""``hanmend glossary coverage``: who settles the leftovers."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins
from pipeline.commands.glossary.reading import Articles
from pipeline.commands.options import DecisionsOption, FieldOption, Given, GlossaryOption, KeepOption, Paths, RecipeOption, WorkersOption
from pipeline.lexicon.additions import terms_in
from pipeline.terminology.coverage import BY

if TYPE_CHECKING:
    from pipeline.terminology.coverage import Coverage

_SHOWN = 8


def coverage(
    paths: Paths,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    field: FieldOption = None,
    decisions: DecisionsOption = None,
    workers: WorkersOption = 0,
) -> int:
    """Count, for each article and glossary, how many leftovers the glossary settles, how many others do, and what is left."""
    plugins.require(form, ("text", "json"), "format", "--format")
    from pipeline.terminology.coverage import Coverage

    found = Coverage()
    articles = Articles.of(paths, Given("", glossary, keep, recipe, field, decisions), workers)
    for path, doc in articles:
        found.add(path, doc)
    named = {file: [term.zh for term in terms_in(pathlib.Path(file))] for file in articles.options.glossaries}
    print(json.dumps(_data(found, named), ensure_ascii=False, indent=1) if form == "json" else "\n".join(_lines(found, named)))
    return articles.status


def _data(found: Coverage, named: Mapping[str, list[str]]) -> dict[str, object]:
    glossaries = [{"file": file, "places": found.glossaries[file], "terms": len(set(terms)), "unused": found.unused(file, terms)} for file, terms in named.items()]
    articles = [{"article": path, **{by: own[by] for by in BY}} for path, own in found.articles.items() if own]
    total, certain = found.total(), found.certain
    return {"total": {by: total[by] for by in BY}, "certain": {by: certain[by] for by in BY}, "clean": sum(not own for own in found.articles.values()),
            "articles": articles, "glossaries": glossaries}  # fmt: skip


def _lines(found: Coverage, named: Mapping[str, list[str]]) -> Iterator[str]:
    total = found.total()
    columns = [by for by in BY if total[by]] or ["nobody"]
    width = max((len(path) for path, own in found.articles.items() if own), default=7)
    yield "  ".join(("article".ljust(width), *columns, "leftovers"))
    for path, own in (*((p, o) for p, o in found.articles.items() if o), ("all", total)):
        yield "  ".join((path.ljust(width), *(str(own[by]).rjust(len(by)) for by in columns), str(own.total()).rjust(len("leftovers"))))
    yield f"{sum(not own for own in found.articles.values())} articles have none"
    for file, terms in named.items():
        unused = found.unused(file, terms)
        shown = f": {', '.join(unused[:_SHOWN])}{' ...' if len(unused) > _SHOWN else ''}" if unused else ""
        yield f"{file}: settles {found.glossaries[file]} places; {len(unused)} of {len(set(terms))} terms unused{shown}"
