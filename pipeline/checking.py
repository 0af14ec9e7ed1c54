"""A check from articles to problems: what is found, less what the baseline knows and what did not change, and stale output."""

from __future__ import annotations

import itertools
import os
import pathlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.files import Input
from pipeline.model import Safety
from pipeline.problems.baseline import Baseline
from pipeline.problems.changes import Changes
from pipeline.problems.found import level_of, problems_of
from pipeline.problems.problem import Checked, Problem, Tally
from pipeline.problems.stale import stale_files
from pipeline.recipe import Recipe
from pipeline.runners.examine import examine
from pipeline.runners.local import Result, run
from pipeline.runners.products import Product, product, reports


@dataclass(frozen=True, slots=True)
class Check:
    """What is asked of a check: at which level a leftover is an error, and what it is compared with."""

    fail_on: str
    baseline: Baseline | None = None
    changes: Changes | None = None
    output: pathlib.Path | None = None

    def run(self, sources: Iterable[Input], rules: Recipe, tally: Tally, workers: int = 0) -> Iterator[Checked]:
        """The articles of ``sources`` in order, each with its problems, and what else is stale at the end."""
        # Committed output is that of all articles: then all of them run, and only what changed is listed.
        chosen = sources if self.output or not self.changes else [s for s in sources if self.changes.touch(s.path)]
        results = run(chosen, rules) if self.output else examine(chosen, rules, workers)
        yield from self.judged(results, rules, tally)

    def judged(self, results: Iterable[Result], rules: Recipe, tally: Tally) -> Iterator[Checked]:
        """The same for articles that were run already."""
        made: list[Product] = []
        # A file of records comes in parts, one after the other.
        for _, parts in itertools.groupby(results, lambda result: result.source):
            yield self._article(parts, made, rules, tally)
        if self.output:
            yield from stale_files(self.output, _expected(made, rules), level_of(Safety.LEAVE, self.fail_on))
        if self.baseline:
            yield from self.baseline.stale()

    def _article(self, results: Iterable[Result], made: list[Product], rules: Recipe, tally: Tally) -> Checked:
        path, problems, error = "", list[Problem](), ""
        for result in results:
            if self.output:
                made.append(product(result, rules))
            path = path or ("-" if result.source.id == "-" else shown_path(result.source.path))
            error = error or result.error
            data = result.content
            problems += (problem for o in result.outcomes for problem in problems_of(o.doc, path, self.fail_on, data))
        if self.baseline and not error:
            found = len(problems)
            problems = self.baseline.quieting(path, problems)
            tally.quiet += found - len(problems)
        if self.changes and not error:
            problems = self.changes.among(result.source.path, problems)
        return Checked(path, tuple(problems))


def shown_path(path: pathlib.Path) -> str:
    """``path`` as problems name it: from the working folder where it lies below that, with forward slashes."""
    here, below = os.path.abspath(path), os.path.join(os.getcwd(), "")
    return here.removeprefix(below).replace(os.sep, "/")


def _expected(made: Iterable[Product], rules: Recipe) -> dict[str, bytes]:
    entries: list[dict[str, Any]] = []
    files: dict[str, bytes] = {}
    for one in made:
        entries += one.entries
        files |= {one.doc.path: one.data, f"{one.doc.path}.diff": one.diff}
    return files | reports(entries, rules)
