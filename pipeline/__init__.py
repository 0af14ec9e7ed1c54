"""Repairs English that still has Chinese in it. ``repair``, ``check``, ``repair_batch``, ``Recipe``: loaded when they are used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.api import Result, arrow_batches, batches, check, repair, repair_batch
    from pipeline.recipe import Recipe

__all__ = ["Recipe", "Result", "arrow_batches", "batches", "check", "repair", "repair_batch"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'pipeline' has no attribute '{name}'")
    return getattr(importlib.import_module("pipeline.recipe" if name == "Recipe" else "pipeline.api"), name)
