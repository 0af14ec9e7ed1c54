"""``hanmend glossary export``: the glossary as another program reads it."""

from __future__ import annotations

import pathlib
import sys
from typing import Annotated

import typer

from pipeline.commands.glossary.own import ExchangeFormat, GlossaryFile, own_glossary


def exporting(
    file: Annotated[str, typer.Argument(help="NAME.tbx, .tmx, .utx, .csv or .tsv.", show_default=False)],
    form: ExchangeFormat = "",
    glossary: GlossaryFile = "",
) -> int:
    """Write the glossary for another program, and say what its format cannot hold."""
    from pipeline.files import write_atomic
    from pipeline.lexicon.additions import terms_in
    from pipeline.terminology.exchanging import format_of, lost, written_as

    target, source = pathlib.Path(file), own_glossary(glossary)
    terms, name = terms_in(source), format_of(target, form)
    write_atomic(target, written_as(terms, name, target).encode())
    print(f"{target}: {len(terms)} rows written as {name}")
    for line in lost(terms, name):
        print(f"not held by {name}: {line}", file=sys.stderr)
    return 0
