"""``hanmend watch``: articles cleaned again whenever they are saved."""

from __future__ import annotations

import contextlib
import pathlib
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.options import Apply, FieldOption, Given, GlossaryOption, KeepOption, Paths, RecipeOption, made
from pipeline.errors import HanmendError, InputError, RecipeError

if TYPE_CHECKING:
    from pipeline.following import Cleaned

# Editors write a file in several steps: what comes within this many milliseconds is one change.
_QUIET = 120


def watch(
    paths: Paths,
    output: Annotated[str, typer.Option("--output", "-o", help="The folder to write to.", show_default=False)],
    apply: Apply = "",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    field: FieldOption = None,
) -> int:
    """Clean articles, and again what is saved, until Ctrl-C. Needs the extra: pip install 'hanmend[watch]'."""
    try:
        from watchfiles import watch as changes
    except ModuleNotFoundError:
        raise RecipeError("watch needs watchfiles; install it with: pip install 'hanmend[watch]'") from None
    if "-" in paths:
        raise InputError("'-' is standard input, which is never saved; name articles or folders")
    from pipeline.following import Follower

    # Every save would ask a backend again, and some cost money.
    follower = Follower(paths, pathlib.Path(output), lambda: made(paths, Given(apply, glossary, keep, recipe, field, output=output), backends=False))
    _say(follower.all())
    print(f"watching {', '.join(paths)}; Ctrl-C ends it", flush=True)
    # Ctrl-C is the usual end, also while an article is being cleaned: files are written whole or not at all.
    with contextlib.suppress(KeyboardInterrupt):
        for found in changes(*_watched(paths, recipe, glossary, keep), debounce=_QUIET, step=30):
            try:
                _say(follower.changed(pathlib.Path(file) for _, file in found))
            except HanmendError as error:
                print(f"hanmend: {error}", file=sys.stderr, flush=True)
    return 0


def _watched(paths: Iterable[str], recipe: str | None, *lists: Iterable[str] | None) -> list[str]:
    """The folders in which the articles, their lists and their recipe lie."""
    named = [pathlib.Path(p) for p in (*paths, *filter(None, [recipe]), *(p for one in lists for p in one or ()))]
    folders = {p.resolve() if p.is_dir() else p.resolve().parent for p in named}
    return sorted(str(folder) for folder in folders if not any(other in folder.parents for other in folders))


def _say(cleaned: Iterable[Cleaned]) -> None:
    for one in cleaned:
        state = f"FAILED: {one.error}" if one.error else f"{one.repaired} repaired, {one.left} left"
        print(f"{one.id}: {state}", flush=True)
