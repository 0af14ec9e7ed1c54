"""Which backends a run asks and how: what a recipe says about translation, and what the command line changes of it."""

from __future__ import annotations

import itertools
import pathlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline import plugins
from pipeline.backends.calibration import measured
from pipeline.backends.settings import Allowance, read_allowance, read_specs
from pipeline.errors import RecipeError
from pipeline.files import digest, read_bytes

KEYS = ("backends", "backend-all", "backend", "memory", "budget", "calibration")
MODES = ("record", "replay", "off")
_tokens = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Plan:
    """``memory`` is the file that was named, or nothing; ``tables`` the tables ``[backend.NAME]``; ``place`` where they stand."""

    names: tuple[str, ...] = ()
    everything: bool = False
    memory: str = ""
    mode: str = "record"
    allowance: Allowance = Allowance()
    calibration: str = ""
    tables: Mapping[str, Any] = field(default_factory=dict)
    place: str = "recipe"

    def given(self) -> dict[str, Any]:
        """The options of the stages that ask and remember. Raises RecipeError or InputError before anything is asked."""
        plugins.require(self.mode, MODES, "mode", "--memory")
        specs = read_specs(self.names, self.tables, self.place)
        if (self.everything or self.allowance != Allowance()) and not specs:
            raise RecipeError("a budget and --backend-all say how to ask a backend; name one with --backend NAME")
        if self.calibration:
            measured(self.calibration)
        path = self.memory or own_memory()
        if specs:
            self._opened(path)
        units = self.memory if self.memory and self.mode != "off" and pathlib.Path(self.memory).exists() else ""
        return {"backends": specs, "everything": self.everything, "memory": path, "mode": self.mode, "allowance": self.allowance,
                "calibration": self.calibration, "session": next(_tokens), "units": units}  # fmt: skip

    def digest(self) -> str:
        """Of what the outcome depends on: which backends and models, how they are weighed, what people approved."""
        from pipeline.memory.store import Memory

        if not self.names and not self.memory:
            return ""
        entries = [(s.entry, s.backend.prompt, s.capabilities.sees) for s in read_specs(self.names, self.tables, self.place)]
        units = Memory(self.memory, readonly=True).digest() if self.memory and self.mode != "off" and pathlib.Path(self.memory).exists() else ""
        return repr((entries, self.everything, digest(read_bytes(pathlib.Path(self.calibration))) if self.calibration else "", units))

    def _opened(self, path: str) -> None:
        """Raises InputError where the memory cannot be used."""
        from pipeline.memory.store import Memory

        if self.mode != "off":
            Memory(path, readonly=self.mode == "replay").close()

    def changed(self, names: Iterable[str], everything: bool, memory: str, mode: str, budget: str) -> Plan:
        """This plan with what the command line says; what it does not say stays."""
        return replace(
            self,
            names=tuple(names) or self.names,
            everything=everything or self.everything,
            memory=memory or self.memory,
            mode=mode or self.mode,
            allowance=_budget(budget) if budget else self.allowance,
        )


def read_plan(table: Mapping[str, Any], path: pathlib.Path) -> Plan:
    """The plan of a recipe file. Raises RecipeError that names file and key."""
    names = table.get("backends", [])
    names = [names] if isinstance(names, str) else names
    for key, kind, value in (("backends", list, names), ("backend-all", bool, table.get("backend-all", False)), ("backend", dict, table.get("backend", {})),
                             ("memory", str, table.get("memory", "")), ("budget", dict, table.get("budget", {})), ("calibration", str, table.get("calibration", ""))):  # fmt: skip
        if not isinstance(value, kind):
            raise RecipeError(f"{path}: '{key}' is {value!r}; write {_SHOWN[kind]}")
    if not all(isinstance(n, str) for n in names):
        raise RecipeError(f"{path}: 'backends' is {names!r}; write a list of texts")
    return Plan(
        names=tuple(names),
        everything=table.get("backend-all", False),
        memory=str(path.parent / table["memory"]) if table.get("memory") else "",
        allowance=read_allowance(table.get("budget", {}), str(path)),
        calibration=str(path.parent / table["calibration"]) if table.get("calibration") else "",
        tables=table.get("backend", {}),
        place=str(path),
    )


_SHOWN: dict[type, str] = {list: "a list of texts", bool: "true or false", dict: "a table", str: "a text"}


def _budget(text: str) -> Allowance:
    """``requests=100,characters=20000,cost=2.5`` as an Allowance."""
    table: dict[str, Any] = {}
    for item in text.split(","):
        name, _, value = item.strip().partition("=")
        try:
            table[name] = float(value) if name == "cost" else int(value)
        except ValueError:
            raise RecipeError(f"--budget: '{item.strip()}'; write requests=N,characters=N,cost=X, or some of them") from None
    return read_allowance(table, "--budget")


def own_memory() -> str:
    """The memory of this user, where none is named."""
    from pipeline.lexicon.store import cache_folder

    return str(cache_folder() / "memory.sqlite")
