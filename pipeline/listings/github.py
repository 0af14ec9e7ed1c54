"""Annotations of GitHub Actions: ``::error file=...,line=...,col=...::message``, at most ten a level are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.listings.text import line_of
from pipeline.problems.problem import Checked, Problem, Run, Tally

# GitHub shows ten annotations a level a step and drops the rest without a word: nine, and one that says how many more.
SHOWN = 9
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


class Github:
    """Nine annotations a level, the others as plain lines of the log, and how many those are. Columns count code points."""

    def render(self, run: Run, checked: Iterable[Checked], tally: Tally) -> Iterator[str]:
        """Commands for the runner, a line each."""
        seen: Counter[str] = Counter()
        for one in checked:
            for problem in one.problems:
                seen[problem.level] += 1
                yield _annotation(problem) if seen[problem.level] <= SHOWN else f"{inert(line_of(problem))}\n"
        for level, count in seen.items():
            if count > SHOWN:
                yield f"::{_COMMANDS[level]} title=hanmend::{count - SHOWN} more of this level: see the log of this step\n"


def _annotation(problem: Problem) -> str:
    place = {"file": problem.path, "title": f"hanmend {problem.rule}"}
    if problem.start and problem.end:
        place |= {"line": str(problem.start.line), "endLine": str(problem.end.line)}
        if problem.start.line == problem.end.line:
            # The last column is the last one that belongs to it; GitHub takes columns only within one line.
            place |= {"col": str(problem.start.column), "endColumn": str(max(problem.start.column, problem.end.column - 1))}
    return f"::{_COMMANDS[problem.level]} {','.join(f'{name}={_property(value)}' for name, value in place.items())}::{_data(problem.message)}\n"


def inert(line: str) -> str:
    """``line`` so that the runner does not take it for a command: neither ``::`` at its start nor ``##[`` anywhere."""
    return f"- {line}".replace("##[", "# #[")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
