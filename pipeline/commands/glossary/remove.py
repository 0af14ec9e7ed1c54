"""``hanmend glossary remove``: one term or one wording less."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.commands.glossary.own import GlossaryFile, PosOption, own_glossary


def remove(
    zh: Annotated[str, typer.Argument(help="The Chinese term.", show_default=False)],
    en: Annotated[str, typer.Argument(help="Only this wording.", show_default=False)] = "",
    pos: PosOption = "",
    glossary: GlossaryFile = "",
) -> int:
    """Take a term out of the glossary, or one of its wordings, and say what stood there."""
    from pipeline.lexicon.additions import remove_term

    file = own_glossary(glossary)
    for term in remove_term(file, zh.strip(), en.strip(), pos):
        print(f"{file}: removed {zh} = {en or ' | '.join((term.en, *term.also))}{f' ({term.pos})' if term.pos else ''}")
    return 0
