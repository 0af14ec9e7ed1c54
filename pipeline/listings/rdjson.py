"""Reviewdog's diagnostic format: columns are UTF-8 bytes, the end is exclusive, proposals become one-click suggestions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.problems.points import Point
from pipeline.problems.problem import Checked, Problem, Run, Tally

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


class Rdjson:
    """One ``DiagnosticResult``."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """The document, a diagnostic a line."""
        yield '{"source": {"name": "hanmend"}, "diagnostics": ['
        separator = "\n"
        for one in checked:
            for problem in one.problems:
                yield separator + json.dumps(_diagnostic(problem), ensure_ascii=False)
                separator = ",\n"
        yield "\n]}\n"


def _diagnostic(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"path": problem.path}
    made: dict[str, Any] = {"message": problem.message, "location": location, "severity": _SEVERITY[problem.level], "code": {"value": problem.rule}}
    if problem.start and problem.end:
        location["range"] = {"start": _position(problem.start), "end": _position(problem.end)}
        if problem.fix is not None:
            made["suggestions"] = [{"range": location["range"], "text": problem.fix}]
    return made


def _position(point: Point) -> dict[str, int]:
    return {"line": point.line, "column": point.utf8}
