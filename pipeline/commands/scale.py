"""The options of a large run: how many processes, which engine, what was done before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline import plugins
from pipeline.errors import RecipeError

_ENGINES = ("local", "ray")


@dataclass(frozen=True, slots=True)
class Scale:
    """As given."""

    workers: int = 0
    engine: str = "local"
    address: str = ""
    incremental: bool = False

    def placed(self) -> Any:
        """The engine that places shards, None for processes of this machine. Raises RecipeError for an unknown name."""
        plugins.require(self.engine, _ENGINES, "engine", "--engine")
        if self.engine == "local":
            if self.address:
                raise RecipeError("--address is for --engine ray")
            return None
        from pipeline.runners.cluster import RayEngine

        return RayEngine(self.address, self.workers)
