"""What keeps a worker's death from costing more than the document that caused it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.model import Document, Outcome
from pipeline.recipe import Recipe

WHY = "the worker process died each time at this one; it is left as it is"


@dataclass(slots=True)
class Watch:
    """Counts the steps of a job: a file read, a document repaired. After a death each step is announced before it is taken."""

    skip: frozenset[int] = frozenset()
    announce: Callable[[int], None] | None = None
    steps: int = 0

    def step(self) -> bool:
        """True where the next step may be taken."""
        number = self.steps
        self.steps += 1
        if number in self.skip:
            return False
        if self.announce:
            self.announce(number)
        return True

    def repaired(self, recipe: Recipe, docs: Sequence[Document]) -> list[Outcome]:
        """The outcomes of ``docs``: as one batch, or after a death one by one."""
        if not self.announce:
            self.steps += len(docs)
            return recipe.repair_many(docs)
        return [recipe.repair(doc) if self.step() else Outcome(doc.failing(WHY), doc.source, recipe.apply) for doc in docs]
