"""What a check needs of its inputs: in order, in this process or spread over several; what cannot hold a leftover is never decoded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from pipeline.bounded import bounded
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
    shards = list(plan(sources, kept=False))
    number = worth_sharing(shards, workers)
    answers: Iterator[tuple[int, Iterable[tuple[int, T]]]]
    if number > 1:
        from pipeline.runners.pool import ordered

        examiner = Examiner(recipe, view, shards)
        answers = ordered(range(len(shards)), examiner, number, examiner.lost)
    else:
        # A file in one piece: nobody has to know how many records stand before a range of it.
        shards = list(plan(sources, ranges=False, kept=False)) if any(shard.end is not None for shard in shards) else shards
        alone = Examiner(recipe, view, shards)
        answers = ((0, alone.shown(shard, Watch(), [])) for shard in shards)
    base = 0
    for shard, (records, shown) in zip(shards, answers, strict=True):
        base = base if shard.start else 0
        due = 0
        for at, one in shown:
            yield from ((source, None) for source in shard.sources[due:at])
            yield shard.sources[at], view.after(one, base) if base else one
            due = at + 1
        yield from ((source, None) for source in shard.sources[due:])
        base += records


@dataclass(frozen=True, slots=True)
class Examiner(Generic[T]):
    """The work of a process: a shard examined. It has all of them, so that a job is a number: sending thousands of paths costs as much as reading the files."""

    recipe: Recipe
    view: View[T]
    shards: Sequence[Shard]

    def __call__(self, number: int, watch: Watch) -> tuple[int, list[tuple[int, T]]]:
        """The records of shard ``number``, and what there is to show of its files, which are told by their numbers."""
        counted: list[int] = []
        shown = list(self.shown(self.shards[number], watch, counted))
        return sum(counted), shown

    def lost(self, number: int, why: str) -> tuple[int, list[tuple[int, T]]]:
        """The same of a shard that kills its workers."""
        sources = self.shards[number].sources
        return 0, [(at, one) for at, source in enumerate(sources) if (one := self.view.of(failed(source, b"", why, self.recipe))) is not None]

    def shown(self, shard: Shard, watch: Watch, counted: list[int]) -> Iterator[tuple[int, T]]:
        """What there is to show, one after the other; the records of each part are appended to ``counted``."""
        for at, source in enumerate(shard.sources):
            for result in _results(source, shard, self.recipe, watch, counted):
                one = self.view.of(result)
                if one is not None:
                    yield at, one


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


def _results(source: Input, shard: Shard, recipe: Recipe, watch: Watch, counted: list[int]) -> Iterator[Result]:
    """The results of ``source``; none of what cannot hold a leftover."""
    form = format_for(source, recipe)
    if not watch.step():
        yield failed(source, b"", WHY, recipe)
    elif hasattr(form, "parts"):
        yield from _parts(source, form, shard, recipe, watch, counted)
    else:
        yield from _whole(source, form, recipe, watch)


def _whole(source: Input, form: Any, recipe: Recipe, watch: Watch) -> Iterator[Result]:
    try:
        data = read_article(source.file)
    except InputError as error:
        yield failed(source, b"", str(error), recipe)
        return
    if recipe.reads_english or form.may_hold(data):
        yield run_bytes(source, data, recipe, watch)


def _parts(source: Input, form: Any, shard: Shard, recipe: Recipe, watch: Watch, counted: list[int]) -> Iterator[Result]:
    try:
        with bounded(source.file, shard.length) as file:
            for part in form.parts(file, source.id, shard.start, shard.end):
                counted.append(part.records)
                docs = list(form.scan(part, source.id))
                outcomes = watch.repaired(recipe, docs)
                if outcomes:
                    yield Result(source, part.data, tuple(outcomes), form)
    except OSError as error:
        yield failed(source, b"", f"{source.file}: cannot read: {error.strerror}", recipe)
    except HanmendError as error:
        yield failed(source, b"", str(error), recipe)
