"""What one run keeps in one process: the open memory, the budget, an Asker for each backend. Never pickled, never shared by a fork."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.backends.asking import Asker, Progress
from pipeline.backends.guard import Budget
from pipeline.backends.settings import Allowance, Spec
from pipeline.memory.store import Memory

_watch: list[Callable[[Progress], None]] = []


@dataclass(slots=True)
class Session:
    """The state behind one recipe in this process."""

    memory: Memory
    replay: bool
    budget: Budget
    askers: dict[Spec, Asker] = field(default_factory=dict)

    def asker(self, spec: Spec) -> Asker:
        """The one that asks ``spec`` in this session."""
        if spec not in self.askers:
            self.askers[spec] = Asker(spec, self.memory, self.replay, self.budget, _notify)
        return self.askers[spec]


def session(token: int, path: str, mode: str, allowance: Allowance) -> Session:
    """The session of a recipe, by its ``token``, in this process. Raises InputError for a memory that cannot be opened."""
    return _session(token, os.getpid(), path, mode, allowance)


@functools.lru_cache(maxsize=8)
def _session(token: int, pid: int, path: str, mode: str, allowance: Allowance) -> Session:
    memory = Memory("" if mode == "off" else path, readonly=mode == "replay")
    return Session(memory, mode == "replay", Budget(allowance))


def watch(callback: Callable[[Progress], None] | None) -> None:
    """Have ``callback`` told how far asking is, in this process; ``None`` ends that."""
    _watch[:] = [callback] if callback else []


def _notify(progress: Progress) -> None:
    for callback in _watch:
        callback(progress)
