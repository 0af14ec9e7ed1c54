"""A look over glossaries, alone and against articles, as problems that every listing can write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.model import Document
from pipeline.problems.problem import Checked, Problem
from pipeline.terminology.lint import lint
from pipeline.terminology.rows import Row
from pipeline.terminology.usage import Usage, usage_problems


def looked_over(glossaries: Sequence[Sequence[Row]], docs: Iterable[Document] | None = None) -> list[Checked]:
    """The problems of glossaries, in order of precedence and of lines; with ``docs``, articles repaired with them, also what these make of the rows."""
    found = list(lint(glossaries))
    if docs is not None:
        usage = Usage.of(row for own in glossaries for row in own)
        for doc in docs:
            usage.add(doc)
        found += (problem for own in glossaries for problem in usage_problems(own, usage))
    by_file: dict[str, list[Problem]] = {own[0].path: [] for own in glossaries if own}
    for problem in found:
        by_file[problem.path].append(problem)
    return [Checked(path, tuple(sorted(own, key=lambda p: p.start.line if p.start else 0))) for path, own in by_file.items()]
