"""What a check needs of its inputs: in order, in this process or spread over several; what cannot hold a leftover is never decoded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from pipeline.errors import HanmendError, InputError
from pipeline.files import Input, read_article
from pipeline.recipe import Recipe
from pipeline.runners.local import Result, failed, format_for, run, run_bytes
from pipeline.runners.shards import Shard, plan, worth_sharing
from pipeline.runners.watch import WHY, Watch

T = TypeVar("T")


class View(Protocol[T]):
    """What is wanted of a result. It is made in the process that has the result, so that nothing else travels between processes."""

    def of(self, result: Result) -> T | None:
        """What ``result`` shows; None where that is nothing."""
        ...

    def after(self, shown: T, records: int) -> T:
        """The same, where ``records`` others stand in the file before the part that was read."""
        ...


def examine(sources: Iterable[Input], recipe: Recipe, view: View[T], workers: int = 0) -> Iterator[tuple[Input, T | None]]:
    """Each source with what ``view`` shows of it, in order: of a file of records part by part; what cannot hold a leftover is not read.

    ``workers`` are processes, 0 for as many as pay.
    """
    if recipe.takes_batches:
        # Who asks a backend has its questions in one process, where they share calls, connections and the budget.
        yield from ((result.source, view.of(result)) for result in run(sources, recipe))
        return
    sources = list(sources)
    shards = list(plan(sources))
    number = worth_sharing(shards, workers)
    answers: Iterator[tuple[int, Iterable[tuple[int, T | None]]]]
    examiner = Examiner(recipe, view)
    if number > 1:
        from pipeline.runners.pool import ordered

        answers = ordered(shards, examiner, number, lambda shard, why: (0, [(at, view.of(failed(s, b"", why, recipe))) for at, s in enumerate(shard.sources)]))
    else:
        # A file in one piece: nobody has to know how many records stand before a range of it.
        shards = list(plan(sources, ranges=False))
        answers = ((0, examiner.shown(shard, Watch(), [])) for shard in shards)
    base = 0
    for shard, (records, shown) in zip(shards, answers, strict=True):
        base = base if shard.start else 0
        for at, one in shown:
            yield shard.sources[at], view.after(one, base) if one and base else one
        base += records


@dataclass(frozen=True, slots=True)
class Examiner(Generic[T]):
    """The work of a process: a shard examined."""

    recipe: Recipe
    view: View[T]

    def __call__(self, shard: Shard, watch: Watch) -> tuple[int, list[tuple[int, T | None]]]:
        """The records of ``shard``, and what is shown of each of its files, which are told by their numbers."""
        counted: list[int] = []
        shown = list(self.shown(shard, watch, counted))
        return sum(counted), shown

    def shown(self, shard: Shard, watch: Watch, counted: list[int]) -> Iterator[tuple[int, T | None]]:
        """The same, one after the other; the records of each part are appended to ``counted``."""
        for at, source in enumerate(shard.sources):
            yield from ((at, self.view.of(result) if result else None) for result in _results(source, shard, self.recipe, watch, counted))


@dataclass(frozen=True, slots=True)
class Lean:
    """A view: the result itself, without the candidates, which only the stages need."""

    def of(self, result: Result) -> Result | None:
        """None where there is nothing to say."""
        if not any(o.doc.findings or o.doc.error or o.doc.edits or o.doc.remarks or o.doc.asked for o in result.outcomes):
            return None
        return replace(result, outcomes=tuple(replace(o, doc=replace(o.doc, candidates=())) for o in result.outcomes))

    def after(self, shown: Result, records: int) -> Result:
        """With the numbers of the records."""
        return replace(shown, outcomes=tuple(replace(o, doc=o.doc.after(records)) for o in shown.outcomes))


def _results(source: Input, shard: Shard, recipe: Recipe, watch: Watch, counted: list[int]) -> Iterator[Result | None]:
    """The results of ``source``, one at least; None for what cannot hold a leftover."""
    form = format_for(source, recipe)
    if not watch.step():
        yield failed(source, b"", WHY, recipe)
    elif hasattr(form, "parts"):
        yield from _parts(source, form, shard, recipe, watch, counted)
    else:
        yield _whole(source, form, recipe, watch)


def _whole(source: Input, form: Any, recipe: Recipe, watch: Watch) -> Result | None:
    try:
        data = read_article(source.path)
    except InputError as error:
        return failed(source, b"", str(error), recipe)
    if not (recipe.reads_english or form.may_hold(data)):
        return None
    return run_bytes(source, data, recipe, watch)


def _parts(source: Input, form: Any, shard: Shard, recipe: Recipe, watch: Watch, counted: list[int]) -> Iterator[Result | None]:
    try:
        with open(source.path, "rb") as file:
            for part in form.parts(file, source.id, shard.start, shard.end):
                counted.append(part.records)
                docs = list(form.scan(part, source.id))
                outcomes = watch.repaired(recipe, docs)
                if outcomes:
                    yield Result(source, part.data, tuple(outcomes), form)
    except OSError as error:
        yield failed(source, b"", f"{source.path}: cannot read: {error.strerror}", recipe)
    except HanmendError as error:
        yield failed(source, b"", str(error), recipe)
    else:
        yield None
