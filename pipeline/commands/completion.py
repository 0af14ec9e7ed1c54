"""``hanmend completion``: the script that lets a shell complete commands, options and their values."""

from __future__ import annotations

import importlib
from typing import Annotated

import typer

from pipeline import plugins
from pipeline.errors import RecipeError

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_HANMEND_COMPLETE"


def completion(shell: Annotated[str, typer.Argument(help="bash, zsh or fish.", show_default=False, autocompletion=lambda: list(SHELLS))]) -> int:
    """Print the completion script of a shell, for its start-up file."""
    if shell not in SHELLS:
        raise RecipeError(f"unknown shell '{shell}'{plugins.suggestion(shell, SHELLS)}; known are {', '.join(SHELLS)}")
    from typer._completion_shared import get_completion_script

    print(get_completion_script(prog_name="hanmend", complete_var=VARIABLE, shell=shell))
    return 0


def complete() -> int:
    """Answer a shell that asks, through the variable of the script: only then are all commands imported."""
    from pipeline.commands import COMMANDS, GROUPS

    app = typer.Typer(rich_markup_mode=None)
    for name in COMMANDS:
        app.command(name)(plugins.load(COMMANDS, name, "command"))
    for group in GROUPS:
        actions = importlib.import_module(GROUPS[group]).ACTIONS
        inner = typer.Typer()
        for name in actions:
            inner.command(name)(plugins.load(actions, name, "action"))
        app.add_typer(inner, name=group)
    try:
        app(prog_name="hanmend")
    except SystemExit as end:
        return int(end.code or 0)
    return 0
