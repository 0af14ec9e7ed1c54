"""What a command says while and after it asks backends: progress, failures, what was spent; and what asking would cost."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.recipe import Recipe

if TYPE_CHECKING:
    from pipeline.backends.asking import Progress
    from pipeline.model import Document
    from pipeline.stages.propose_translation import ProposeTranslation

_SHOWN_FAILURES = 200
_EVERY = 0.2


def watch_progress(recipe: Recipe) -> None:
    """Show how far asking is, where standard error is a terminal."""
    if not recipe.takes_batches:
        return
    from pipeline.backends import session

    shown = [0.0]

    def show(progress: Progress) -> None:
        now, ended = time.monotonic(), progress.done == progress.total
        if now - shown[0] >= _EVERY or ended:
            shown[0] = now
            text = f"{progress.backend}: {progress.done} of {progress.total}, {progress.rate:.1f} a second, {progress.left:.0f} s left"
            sys.stderr.write(f"\r{text:<70}" + ("\n" if ended else ""))
            sys.stderr.flush()

    session.watch(show if sys.stderr.isatty() else None)


def missing_answers(entries: Iterable[dict[str, Any]], recipe: Recipe) -> int:
    """The exit status that asking comes to: 2 where an answer is missing or could not be kept, else 0. Says what and why."""
    missing = _print_failures(row for entry in entries for row in entry.get("asked", ()))
    return 2 if print_spent(recipe) or missing else 0


def _print_failures(rows: Iterable[dict[str, Any]]) -> bool:
    """Each answer that was asked for and is missing, a line each on standard error; True where there is one."""
    from pipeline.reports.asked import failure_line

    failed = [row for row in rows if row["kind"]]
    for row in failed[:_SHOWN_FAILURES]:
        print(f"hanmend: {failure_line(row)}", file=sys.stderr)
    if failed:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(Counter(row["kind"] for row in failed).items()))
        print(f"hanmend: {len(failed)} answers are missing ({kinds}); those places stay as they would be without a backend", file=sys.stderr)
    return bool(failed)


def print_spent(recipe: Recipe) -> bool:
    """What the run asked and spent; True where the memory could not be written."""
    stage = asking_stage(recipe)
    if not stage:
        return False
    askers = stage.askers()
    askers[0].memory.flush()
    budget, remembered = askers[0].budget, sum(a.remembered for a in askers)
    money = f", {budget.cost:.4f} of money" if budget.cost else ""
    print(f"backends: {budget.requests} requests, {budget.characters} characters{money}; {remembered} answers from the memory", file=sys.stderr)
    troubles = {text for a in askers for text in a.troubles}
    for text in sorted(troubles):
        print(f"hanmend: {text}", file=sys.stderr)
    return bool(troubles)


def asking_stage(recipe: Recipe) -> ProposeTranslation | None:
    """The stage that asks, where it has somebody to ask."""
    if not recipe.backends:
        return None
    from pipeline.stages.propose_translation import ProposeTranslation

    return next((stage for stage in recipe.stages if isinstance(stage, ProposeTranslation) and stage.backends), None)


def print_estimate(paths: Sequence[str], recipe: Recipe) -> int:
    """Print what asking about the articles at ``paths`` would send and cost; nothing is sent. Status 2 where one cannot be read."""
    stage = asking_stage(recipe)
    if not stage:
        print("nothing would be asked: name a backend with --backend NAME")
        return 0
    docs = list(_proposed(paths, recipe))
    requests = [request for doc in docs for _, request in stage.questions(doc)]
    for asker in stage.askers():
        batches = asker.unanswered(requests)
        costs = [asker.cost(batch) for batch in batches]
        price = f"{sum(cost for _, cost in costs):.4f} of money" if asker.spec.capabilities.price else "no price given"
        print(f"{asker.spec.entry}: {len(requests)} fragments, {sum(map(len, batches))} of them new: "
              f"{len(batches)} requests, {sum(size for size, _ in costs)} characters, {price}")  # fmt: skip
    failed = [doc for doc in docs if doc.error]
    for doc in failed:
        print(f"hanmend: {doc.id}: {doc.error}", file=sys.stderr)
    return 2 if failed else 0


def _proposed(paths: Sequence[str], recipe: Recipe) -> Iterator[Document]:
    """The articles as they are before anybody is asked."""
    from pipeline.files import Input, inputs
    from pipeline.formats import SUFFIXES
    from pipeline.runners.local import run, run_bytes

    until = recipe.until("propose_translation")
    if list(paths) == ["-"]:
        results = iter([run_bytes(Input("-", "-.txt"), sys.stdin.buffer.read(), until)])
    else:
        results = run(inputs(paths, SUFFIXES, apart=True, fields=recipe.fields), until)
    return (outcome.doc for result in results for outcome in result.outcomes)
