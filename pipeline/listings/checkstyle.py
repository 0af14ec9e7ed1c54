"""Checkstyle XML: a ``file`` element an article, an ``error`` element a problem; columns count code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.listings.xml import HEAD, attributes
from pipeline.problems.problem import Checked, Problem, Run, Tally

_SEVERITY = {"error": "error", "warning": "warning", "note": "info"}


class Checkstyle:
    """Articles without a problem are not listed."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """The document, a file as soon as it is done."""
        yield f"{HEAD}<checkstyle{attributes(version='8.0')}>\n"
        for one in checked:
            if one.problems:
                yield f"<file{attributes(name=one.path)}>\n{''.join(map(_error, one.problems))}</file>\n"
        yield "</checkstyle>\n"


def _error(problem: Problem) -> str:
    place = attributes(line=problem.start.line, column=problem.start.column) if problem.start else attributes(line=1)
    return f"<error{place}{attributes(severity=_SEVERITY[problem.level], message=problem.message, source=f'hanmend.{problem.rule}')}/>\n"
