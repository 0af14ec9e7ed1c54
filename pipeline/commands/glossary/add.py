"""``hanmend glossary add``: one term more."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.commands.glossary.own import GlossaryFile, PosOption, own_glossary


def add(
    zh: Annotated[str, typer.Argument(help="The Chinese term.", show_default=False)],
    en: Annotated[str, typer.Argument(help="Its English: a noun in the singular, a verb without 'to'.", show_default=False)],
    pos: PosOption = "",
    domain: Annotated[str, typer.Option(help="Only where the recipe or an article switches this domain on.", show_default=False)] = "",
    glossary: GlossaryFile = "",
) -> int:
    """Add a term to the glossary; one that is there gets the new wording first and keeps the old one as another."""
    from pipeline.lexicon.additions import add_term

    file = own_glossary(glossary)
    print(f"{file}: {zh} = {en}" if add_term(file, zh.strip(), en.strip(), pos, domain.strip()) else f"{file}: says so already")
    return 0
