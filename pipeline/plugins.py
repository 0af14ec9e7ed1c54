"""Plug-in tables: a name in a literal table is imported when it is used, not before."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pipeline.errors import RecipeError


def load(table: Mapping[str, str], name: str, kind: str) -> Any:
    """The class that ``table`` names as ``module:Class``. Raises RecipeError with a suggestion for an unknown name."""
    known(table, name, kind)
    module, _, attribute = table[name].partition(":")
    return getattr(importlib.import_module(module), attribute)


def known(table: Mapping[str, str], name: str, kind: str) -> None:
    """Nothing where ``table`` has ``name``; raises RecipeError with a suggestion where it has not."""
    if name not in table:
        raise RecipeError(f"unknown {kind} '{name}'{suggestion(name, table)}; known are {', '.join(sorted(table))}")


def require(value: str, choices: Collection[str], what: str, where: str) -> None:
    """Nothing where ``value`` is one of ``choices``; raises RecipeError that names it, ``where`` it was given and the choices in their order."""
    if value not in choices:
        raise RecipeError(f"unknown {what} '{value}' for {where}{suggestion(value, choices)}; known are {', '.join(choices)}")


def suggestion(name: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` where something known is near to ``name``, else nothing."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
