"""A check from articles to problems: what is found, less what the baseline knows and what did not change, and stale output."""

from __future__ import annotations

import functools
import os
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
        if self.output:
            yield from self._compared(chosen, rules, tally, self.output)
        else:
            told = examine(chosen, rules, Telling(self.fail_on), workers)
            yield from self._told(told, tally)
        if self.baseline:
            yield from self.baseline.stale()

    def judged(self, result: Result, tally: Tally) -> Iterator[Checked]:
        """The same for one article that was run already."""
        return self._told([(result.source, Telling(self.fail_on).of(result))], tally)

    def _compared(self, sources: Iterable[Input], rules: Recipe, tally: Tally, output: pathlib.Path) -> Iterator[Checked]:
        made: list[Product] = []
        telling = Telling(self.fail_on)

        def told() -> Iterator[tuple[Input, Told | None]]:
            for result in run(sources, rules):
                made.append(product(result, rules))
                yield result.source, telling.of(result)

        yield from self._told(told(), tally)
        yield from stale_files(output, _expected(made, rules), level_of(Safety.LEAVE, self.fail_on))

    def _told(self, told: Iterable[tuple[Input, Told | None]], tally: Tally) -> Iterator[Checked]:
        # A file of records comes in parts, one after the other.
        held, parts = None, list[Told]()
        for source, part in told:
            if source is not held and source != held:
                if held:
                    yield self._article(held, parts, tally)
                held, parts = source, []
            if part:
                parts.append(part)
        if held:
            yield self._article(held, parts, tally)

    def _article(self, source: Input, parts: Sequence[Told], tally: Tally) -> Checked:
        path, problems = _path(source), [problem for part in parts for problem in part.problems]
        if self.baseline and not any(part.failed for part in parts):
            found = len(problems)
            problems = self.baseline.quieting(path, problems)
            tally.quiet += found - len(problems)
        if self.changes and not any(part.failed for part in parts):
            problems = self.changes.among(source.path, problems)
        return Checked(path, tuple(problems))


@dataclass(frozen=True, slots=True)
class Told:
    """What a check has to say of an article or of a part of one; ``failed`` where some of it could not be checked."""

    problems: tuple[Problem, ...]
    failed: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """A view of results: their problems."""

    fail_on: str

    def of(self, result: Result) -> Told | None:
        """With the places in the file; None where there is no problem."""
        path, data = _path(result.source), result.content
        problems = tuple(problem for o in result.outcomes for problem in problems_of(o.doc, path, self.fail_on, data))
        return Told(problems, bool(result.error)) if problems else None

    def after(self, shown: Told, records: int) -> Told:
        """With the lines of the records."""
        return replace(shown, problems=tuple(problem.below(records) for problem in shown.problems))


def _path(source: Input) -> str:
    return "-" if source.id == "-" else shown_path(source.file)


def shown_path(path: pathlib.Path | str) -> str:
    """``path`` as problems name it: from the working folder where it lies below that, with forward slashes."""
    folder, sign, name = str(path).rpartition(os.sep)
    return _shown_folder(folder or sign, os.getcwd()) + name


@functools.lru_cache(maxsize=64)
def _shown_folder(folder: str, working: str) -> str:
    """Once a folder: for each of its files it would cost more than to read it."""
    here, below = os.path.join(os.path.abspath(folder), ""), os.path.join(working, "")
    return here.removeprefix(below).replace(os.sep, "/")


def _expected(made: Iterable[Product], rules: Recipe) -> dict[str, bytes]:
    entries: list[dict[str, Any]] = []
    files: dict[str, bytes] = {}
    for one in made:
        entries += one.entries
        files |= {one.doc.path: one.data, f"{one.doc.path}.diff": one.diff}
    return files | reports(entries, rules)
