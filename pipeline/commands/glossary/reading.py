"""The articles of an action, repaired one after the other with the recipe that ``clean`` would take."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import recipe
from pipeline.commands.options import Given, options_for

if TYPE_CHECKING:
    from pipeline.model import Document
    from pipeline.recipe import Options, Recipe


@dataclass(slots=True)
class Articles:
    """The documents of ``paths`` in order, each with its path; ``status`` becomes 2 where one cannot be read. No backend is asked."""

    paths: list[str]
    options: Options
    workers: int = 0
    status: int = 0

    @classmethod
    def of(cls, paths: list[str], given: Given, workers: int) -> Articles:
        """With what the command line says."""
        return cls(paths, options_for(paths, given, backends=False), workers)

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        from pipeline.files import inputs
        from pipeline.formats import SUFFIXES
        from pipeline.model import Document
        from pipeline.runners.examine import Lean, examine

        for source, result in examine(inputs(self.paths, SUFFIXES, fields=self.options.fields), self.rules(), Lean(), self.workers):
            for doc in [outcome.doc for outcome in result.outcomes] if result else [Document(source.id, "")]:
                if doc.error:
                    print(f"hanmend: {doc.error}", file=sys.stderr)
                    self.status = 2
                else:
                    yield source.id, doc

    def rules(self) -> Recipe:
        """The recipe. Raises RecipeError or TermbaseError that names place and value."""
        return recipe.build(self.options)
