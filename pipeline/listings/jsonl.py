"""JSON Lines: a problem a line as soon as its article is done, and the counts as the last line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from pipeline.problems.problem import Checked, Problem, Run, Tally


class Jsonl:
    """Objects of the same shape as in ``json``; the last line holds ``summary`` instead of ``path``."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """A line a problem, then the summary."""
        for one in checked:
            yield from (json.dumps(row(problem), ensure_ascii=False) + "\n" for problem in one.problems)
        yield json.dumps({"summary": summary(tally)}, ensure_ascii=False) + "\n"


def row(problem: Problem) -> dict[str, Any]:
    """A problem as data; the columns count code points from 1, ``end_column`` is the first one behind it."""
    made: dict[str, Any] = {"path": problem.path, "rule": problem.rule, "level": problem.level, "message": problem.message}
    if problem.start and problem.end:
        made |= {"line": problem.start.line, "column": problem.start.column, "end_line": problem.end.line, "end_column": problem.end.column}
    if problem.id:
        made |= {"id": problem.id, "before": problem.before, "after": problem.after, "safety": problem.safety, "confidence": problem.confidence,
                 "tier": problem.tier, "alternatives": list(problem.alternatives)}  # fmt: skip
    return made


def summary(tally: Tally) -> dict[str, Any]:
    """The counts of the run, with the exit status."""
    counts = {f.name: getattr(tally, f.name) for f in fields(tally)}
    return {**counts, "rules": dict(sorted(tally.rules.items())), "status": tally.status}
