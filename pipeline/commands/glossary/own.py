"""Which glossary is meant, and the options that the actions share."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer

from pipeline.exchange import EXCHANGES

GlossaryFile = Annotated[str, typer.Option("--glossary", help="The glossary; without it the first one of the recipe, else glossary.csv here.", show_default=False)]
PosOption = Annotated[str, typer.Option("--pos", help="Which row is meant where a term has several: noun, verb, adj ...; of a new term its part of speech.", show_default=False)]
ExchangeFormat = Annotated[str, typer.Option("--format", help=f"The format, where name and content do not say it: {', '.join(EXCHANGES)}.", show_default=False)]


def own_glossary(named: str = "") -> pathlib.Path:
    """``named``, or the first glossary of the recipe found upward from here, or ``glossary.csv``."""
    from pipeline.recipe import find_recipe, read_options

    if named:
        return pathlib.Path(named)
    recipe = find_recipe(pathlib.Path())
    listed = read_options(recipe).glossaries if recipe else ()
    return pathlib.Path(listed[0]) if listed else pathlib.Path("glossary.csv")
