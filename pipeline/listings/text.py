"""Lines for a terminal and for grep: ``seeds/x.txt:12:5: error leftover 红利 -> 'dividend' (review, 0.81)``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.problems.found import printable
from pipeline.problems.problem import Checked, Problem, Run, Tally


class Text:
    """One line a problem, as soon as its article is done, never wrapped; columns count code points."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """A line a problem; nothing where there is none."""
        for one in checked:
            yield from (f"{line_of(problem)}\n" for problem in one.problems)


def line_of(problem: Problem) -> str:
    """``path:line:column: level rule message``, or ``path: ...`` for a file as a whole."""
    place = f":{problem.start.line}:{problem.start.column}" if problem.start else ""
    return f"{printable(problem.path)}{place}: {problem.level} {problem.rule} {problem.message}"
