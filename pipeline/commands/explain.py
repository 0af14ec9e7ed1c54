"""``hanmend explain``: what a stage does, or what is known of a Chinese term."""

from __future__ import annotations

import inspect
import sys
from typing import Annotated

import typer

from pipeline import plugins
from pipeline.script import has_han
from pipeline.stages import STAGES


def explain(name: Annotated[str, typer.Argument(help="A stage, or a Chinese term.", show_default=False)]) -> int:
    """Say what a stage does, or list the senses of a Chinese term with the place that each comes from."""
    print(_term(name) if has_han(name) else _stage(name))
    return 0


def _stage(name: str) -> str:
    stage = plugins.load(STAGES, name, "stage")
    return f"{name}: {(sys.modules[stage.__module__].__doc__ or '').strip()}\n\n{inspect.getdoc(stage)}"


def _term(zh: str) -> str:
    from pipeline.chinese.key import key
    from pipeline.lexicon.lexicon import load

    sources = ("house glossary", "shipped termbase", "CC-CEDICT")
    rows = [
        f"  {s.term.en}  [{s.term.pos or '?'}]  {', '.join(s.term.also)}  ({sources[s.rank]}{'; when ' + '|'.join(s.term.when) if s.term.when else ''})"
        for s in load().senses(key(zh))
    ]
    return f"{zh} (looked up as {key(zh)})\n" + ("\n".join(rows) or "  not in the termbase and not in the dictionary")
