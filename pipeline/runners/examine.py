"""What a check needs of its inputs: in order, in this process or spread over several; what cannot hold a leftover is never decoded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pipeline.errors import HanmendError, InputError
from pipeline.files import Input, read_article
from pipeline.recipe import Recipe
from pipeline.runners.local import Result, failed, format_for, nothing, run, run_bytes
from pipeline.runners.shards import Shard, plan, worth_sharing
from pipeline.runners.watch import WHY, Watch


def examine(sources: Iterable[Input], recipe: Recipe, workers: int = 0) -> Iterator[Result]:
    """The results of ``run`` that a check needs, in the same order: a file of records comes in parts, and what cannot hold a leftover unread.

    ``workers`` are processes, 0 for as many as pay.
    """
    if recipe.takes_batches:
        # Who asks a backend has its questions in one process, where they share calls, connections and the budget.
        yield from run(sources, recipe)
        return
    sources = list(sources)
    shards = list(plan(sources))
    number = worth_sharing(shards, workers)
    answers: Iterator[tuple[int, Iterable[Result | int]]]
    if number > 1:
        from pipeline.runners.pool import ordered

        answers = ordered(shards, Examiner(recipe), number, lambda shard, why: (0, [failed(s, b"", why, recipe) for s in shard.sources]))
    else:
        # A file in one piece: nobody has to know how many records stand before a range of it.
        shards = list(plan(sources, ranges=False))
        answers = ((0, _results(shard, recipe, Watch(), [])) for shard in shards)
    base = 0
    for shard, (records, results) in zip(shards, answers, strict=True):
        base = base if shard.start else 0
        for result in results:
            yield _nothing(shard.sources[result], format_for(shard.sources[result], recipe), recipe) if isinstance(result, int) else _after(result, base)
        base += records


@dataclass(frozen=True, slots=True)
class Examiner:
    """The work of a process: a shard examined. Of a file with nothing to say only its number among the files of the shard is sent back."""

    recipe: Recipe

    def __call__(self, shard: Shard, watch: Watch) -> tuple[int, list[Result | int]]:
        """The records of ``shard`` and its results."""
        counted: list[int] = []
        places = {source: place for place, source in enumerate(shard.sources)}
        results = [_lean(result) or places[result.source] for result in _results(shard, self.recipe, watch, counted)]
        return sum(counted), results


def _results(shard: Shard, recipe: Recipe, watch: Watch, counted: list[int]) -> Iterator[Result]:
    for source in shard.sources:
        form = format_for(source, recipe)
        if not watch.step():
            yield failed(source, b"", WHY, recipe)
        elif hasattr(form, "parts"):
            yield from _parts(source, form, shard, recipe, watch, counted)
        else:
            yield _whole(source, form, recipe, watch)


def _whole(source: Input, form: Any, recipe: Recipe, watch: Watch) -> Result:
    try:
        data = read_article(source.path)
    except InputError as error:
        return failed(source, b"", str(error), recipe)
    if not (recipe.reads_english or form.may_hold(data)):
        return _nothing(source, form, recipe)
    return run_bytes(source, data, recipe, watch)


def _parts(source: Input, form: Any, shard: Shard, recipe: Recipe, watch: Watch, counted: list[int]) -> Iterator[Result]:
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
        yield _nothing(source, form, recipe)


def _lean(result: Result) -> Result | None:
    """Without the candidates, which only the stages need; None where there is nothing to say."""
    if not any(o.doc.findings or o.doc.error or o.doc.edits or o.doc.remarks or o.doc.asked for o in result.outcomes):
        return None
    return replace(result, outcomes=tuple(replace(o, doc=replace(o.doc, candidates=())) for o in result.outcomes))


def _nothing(source: Input, form: Any, recipe: Recipe) -> Result:
    return Result(source, b"", nothing(source, recipe), form)


def _after(result: Result, records: int) -> Result:
    if not records:
        return result
    return replace(result, outcomes=tuple(replace(o, doc=o.doc.after(records)) for o in result.outcomes))
