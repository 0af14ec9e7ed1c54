"""``hanmend glossary suggest``: what to define next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins
from pipeline.commands.glossary.reading import Articles
from pipeline.commands.options import DecisionsOption, FieldOption, Given, GlossaryOption, KeepOption, Paths, RecipeOption, WorkersOption

if TYPE_CHECKING:
    from pipeline.terminology.suggesting import Suggestions

FORMATS = ("text", "json", "csv")


def suggest(
    paths: Paths,
    top: Annotated[int, typer.Option("--top", min=0, help="How many terms; 0 for all.")] = 30,
    form: Annotated[str, typer.Option("--format", help="text, json, or csv: rows to look over and then to import.")] = "text",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    field: FieldOption = None,
    decisions: DecisionsOption = None,
    workers: WorkersOption = 0,
) -> int:
    """Rank the terms of articles that are unknown or in doubt, by how many articles a row for each would settle."""
    plugins.require(form, FORMATS, "format", "--format")
    from pipeline.lexicon.termbase import write_terms
    from pipeline.terminology.suggesting import Suggestions

    found = Suggestions()
    articles = Articles.of(paths, Given("", glossary, keep, recipe, field, decisions), workers)
    for _, doc in articles:
        found.add(doc)
    if form == "csv":
        print(write_terms(one.row() for one in found.ranked(top) if one.proposals), end="")
    elif form == "json":
        rows = [
            {"zh": w.zh, "places": w.places, "articles": w.articles, "settles": w.settles, "unknown": w.unknown, "doubt": round(w.doubt, 3),
             "proposals": [text for text, _ in w.proposals.most_common(4)], "contexts": w.contexts}
            for w in found.ranked(top)
        ]  # fmt: skip
        print(json.dumps({"articles": found.articles, "doubtful": found.doubtful, "terms": rows}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(found, top)))
    return articles.status


def _lines(found: Suggestions, top: int) -> Iterator[str]:
    """For a reader: a block a term."""
    yield f"{found.articles} articles, {found.doubtful} with something in doubt, {len(found.wanted)} terms to define"
    for one in found.ranked(top):
        row = one.row()
        wordings = " | ".join(filter(None, (row.en, *row.also))) or "(nothing proposed)"
        settles = f", alone settles {one.settles}" if one.settles else ""
        yield f"{one.zh}  {one.places} places in {one.articles} articles{settles}  {wordings}"
        yield from (f"    {context}" for context in one.contexts)
    if found.long:
        yield f"{found.long} runs are longer than a term: they are text that was never translated"
