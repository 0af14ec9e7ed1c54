"""The stages of a recipe before anything needs them: an article that cannot hold a leftover is done without one being imported."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from pipeline import plugins
from pipeline.model import Stage
from pipeline.stages import STAGES


@dataclass(slots=True)
class Deferred(Sequence[Stage]):
    """The stages called ``names``, each made with what of ``given`` it has an option for, on first use; picklable.

    Raises RecipeError for an unknown name at once.
    """

    names: tuple[str, ...]
    given: Mapping[str, Any]
    _made: tuple[Stage, ...] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        for name in self.names:
            plugins.known(STAGES, name, "stage")

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Stage]:
        return iter(self._all())

    @overload
    def __getitem__(self, place: int) -> Stage: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Stage, ...]: ...

    def __getitem__(self, place: int | slice) -> Stage | tuple[Stage, ...]:
        return self._all()[place]

    def __getstate__(self) -> tuple[tuple[str, ...], Mapping[str, Any]]:
        return self.names, self.given

    def __setstate__(self, state: tuple[tuple[str, ...], Mapping[str, Any]]) -> None:
        self.names, self.given = state
        self._made = None

    def _all(self) -> tuple[Stage, ...]:
        if self._made is None:
            self._made = tuple(_stage(name, self.given) for name in self.names)
        return self._made


def _stage(name: str, given: Mapping[str, Any]) -> Stage:
    made = plugins.load(STAGES, name, "stage")
    known = {f.name for f in dataclasses.fields(made)}
    stage: Stage = made(**{k: v for k, v in given.items() if k in known})
    return stage
