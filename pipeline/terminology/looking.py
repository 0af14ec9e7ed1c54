"""A look over glossaries, alone and against articles, as a run that every listing can write."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

from pipeline.problems.problem import Checked, Problem, Run, Tally
from pipeline.terminology.lint import RULES, lint
from pipeline.terminology.rows import Row, read
from pipeline.terminology.usage import Usage, usage_problems
from pipeline.version import VERSION


def looked_over(paths: Sequence[pathlib.Path], articles: Sequence[str] = ()) -> tuple[Run, list[Checked], Tally]:
    """The problems of the glossaries ``paths``, in order of precedence; with ``articles`` also what these make of them.

    Raises TermbaseError or InputError for what cannot be read.
    """
    rows = [list(read(path)) for path in paths]
    found = list(lint(rows))
    if articles:
        found += _against(rows, paths, articles)
    by_file = {str(path): [p for p in found if p.path == str(path)] for path in paths}
    checked = [Checked(path, tuple(sorted(own, key=lambda p: p.start.line if p.start else 0))) for path, own in by_file.items()]
    return Run(VERSION, "", RULES), checked, Tally()


def _against(rows: Sequence[Sequence[Row]], paths: Sequence[pathlib.Path], articles: Sequence[str]) -> Iterator[Problem]:
    from pipeline.files import inputs
    from pipeline.formats import SUFFIXES
    from pipeline.recipe import Options, build
    from pipeline.runners.local import run

    every = [row for own in rows for row in own]
    if any(row.fault or row.first for row in every):
        return
    usage = Usage.of(every)
    for result in run(inputs(articles, SUFFIXES), build(Options(glossaries=tuple(map(str, paths))))):
        for outcome in result.outcomes:
            usage.add(outcome.doc)
    for own in rows:
        yield from usage_problems(own, usage)


def counts_at(tally: Tally, level: str) -> bool:
    """True where something of ``level`` or worse was found."""
    counts = {"never": 0, "error": tally.errors, "warning": tally.errors + tally.warnings, "note": tally.errors + tally.warnings + tally.notes}
    return counts[level] > 0
