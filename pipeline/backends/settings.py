"""From ``--backend NAME[:ARGUMENT]`` and the table ``[backend.NAME]`` of a recipe to a backend with its limits."""

from __future__ import annotations

import dataclasses
import importlib.util
import shutil
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline import plugins
from pipeline.backends import BACKENDS
from pipeline.backends.contract import Backend, Capabilities
from pipeline.errors import RecipeError


@dataclass(frozen=True, slots=True)
class Limits:
    """How hard a backend is asked. 0 means: as the backend says. ``attempts`` calls at most for one batch; ``wait``: the longest
    pause between two attempts in seconds, a Retry-After included; ``price``: money for a million characters.
    """

    concurrency: int = 0
    rate: float = 0.0
    batch: int = 0
    attempts: int = 4
    wait: float = 60.0
    price: float = 0.0


@dataclass(frozen=True, slots=True)
class Spec:
    """A backend under the name that the user gave it; ``kind`` is its name in ``BACKENDS``. Hashable and picklable."""

    name: str
    kind: str
    backend: Backend
    limits: Limits = Limits()

    @property
    def entry(self) -> str:
        """What edits and tables of confidence call it, such as ``openai/gpt-4.1-mini``."""
        return f"{self.name}/{self.backend.model}"

    @property
    def capabilities(self) -> Capabilities:
        """The backend's, with the user's limits where there are some."""
        own = self.backend.capabilities
        given = {k: v for k in ("concurrency", "rate", "price") if (v := getattr(self.limits, k))}
        return dataclasses.replace(own, **given, batch=min(self.limits.batch or own.batch, own.batch))


@dataclass(frozen=True, slots=True)
class Allowance:
    """The most that a run may spend, over all backends; 0 is no limit."""

    requests: int = 0
    characters: int = 0
    cost: float = 0.0


def read_specs(names: Iterable[str], tables: Mapping[str, Any], place: str = "recipe") -> tuple[Spec, ...]:
    """The backends ``names``, each once. Raises RecipeError for an unknown name, key or value, or a package that is not installed."""
    for name, table in tables.items():
        if not isinstance(table, Mapping):
            raise RecipeError(f"{place}: [backend] holds '{name}' = {table!r}; write a table [backend.NAME]")
    return tuple({spec.name: spec for spec in (_spec(given, tables, place) for given in names)}.values())


def read_allowance(table: Mapping[str, Any], place: str = "recipe") -> Allowance:
    """The table ``[budget]``. Raises RecipeError."""
    return typing.cast(Allowance, _filled(Allowance, table, f"{place}: [budget]"))


def _spec(given: str, tables: Mapping[str, Any], place: str) -> Spec:
    name, colon, argument = given.partition(":")
    table = dict(tables.get(name, {}))
    kind = table.pop("kind", name)
    if kind not in BACKENDS:
        own = [n for n in tables if n != name]
        raise RecipeError(f"unknown backend '{kind}'{plugins.suggestion(kind, (*BACKENDS, *own))}; known are {', '.join(sorted({*BACKENDS, *own}))}")
    made = plugins.load(BACKENDS, kind, "backend")
    _check_installed(made, kind)
    if colon:
        table[made.argument] = argument
    where = f"{place}: [backend.{name}]"
    limits = {f.name: table.pop(f.name) for f in dataclasses.fields(Limits) if f.name in table}
    known = (*_names(made), *_names(Limits), "kind")
    for option in table:
        if option not in known:
            keys = "; keys are read from the environment only" if "key" in option or "token" in option else ""
            raise RecipeError(f"{where}: unknown key '{option}'{plugins.suggestion(option, known)}{keys}; known are {', '.join(sorted(known))}")
    return Spec(name, kind, _filled(made, table, where), typing.cast(Limits, _filled(Limits, limits, where)))


def _check_installed(made: Any, kind: str) -> None:
    missing = [m for m in getattr(made, "requires", ()) if importlib.util.find_spec(m) is None]
    if missing:
        raise RecipeError(f"backend '{kind}' needs {', '.join(missing)}; install it with: pip install 'hanmend[{kind}]'")


def _names(made: Any) -> list[str]:
    return [f.name for f in dataclasses.fields(made)]


def _filled(made: Any, table: Mapping[str, Any], where: str) -> Any:
    """An instance of the dataclass ``made``; every value checked against the type of its field."""
    hints = typing.get_type_hints(made)
    for name, value in table.items():
        if name not in _names(made):
            raise RecipeError(f"{where}: unknown key '{name}'{plugins.suggestion(name, _names(made))}; known are {', '.join(_names(made))}")
        if not _fits(value, hints[name]):
            raise RecipeError(f"{where}: '{name}' is {value!r}; write {_SHOWN.get(hints[name], 'a list of texts')}")
    values = {k: tuple(v) if isinstance(v, list) else float(v) if hints[k] is float else v for k, v in table.items()}
    made_one = made(**values)
    check = getattr(made_one, "check", None)
    if check:
        check(where)
    return made_one


_SHOWN = {str: "a text", int: "a whole number from 0", float: "a number from 0", bool: "true or false"}


def _fits(value: Any, hint: Any) -> bool:
    if hint is bool or isinstance(value, bool):
        return isinstance(value, bool) and hint is bool
    if hint is float:
        return isinstance(value, (int, float)) and value >= 0
    if hint is int:
        return isinstance(value, int) and value >= 0
    if hint is str:
        return isinstance(value, str)
    return isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value)


def program_there(program: str) -> bool:
    """True where ``program`` can be run."""
    return shutil.which(program) is not None
