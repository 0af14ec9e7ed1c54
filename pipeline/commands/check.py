"""``hanmend check``: what is left over in articles, for a terminal or CI."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins
from pipeline.commands.asking import print_spent, watch_progress
from pipeline.commands.options import (
    Apply,
    Asking,
    BackendAllOption,
    BackendOption,
    BudgetOption,
    CalquesOption,
    DecisionsOption,
    FailOn,
    FieldOption,
    Given,
    GlossaryOption,
    KeepOption,
    LanguageModelOption,
    MemoryFileOption,
    MemoryOption,
    Paths,
    QuickOption,
    RecipeOption,
    WorkersOption,
    made,
    require_level,
    stdin_alone,
)
from pipeline.errors import InputError, RecipeError
from pipeline.listings import LISTINGS
from pipeline.problems.problem import Tally
from pipeline.version import VERSION

if TYPE_CHECKING:
    from pipeline.checking import Check


def check(
    paths: Paths,
    form: Annotated[str, typer.Option("--format", help=f"How problems are written: {', '.join(LISTINGS)}.", autocompletion=lambda: list(LISTINGS))] = "text",
    to: Annotated[str, typer.Option("-o", help="Write them to this file instead of standard output; the exit status stays the same.")] = "",
    fail_on: FailOn = "leftover",
    baseline: Annotated[str, typer.Option(help="A file of known leftovers, which stay quiet.")] = "",
    update_baseline: Annotated[bool, typer.Option("--update-baseline", help="Write the leftovers of these articles to the baseline.")] = False,
    changed_since: Annotated[str, typer.Option(help="Only files and lines that git says changed since this revision.")] = "",
    output: Annotated[str, typer.Option("--output", help="Also fail where this folder is not what clean makes of the articles.")] = "",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    field: FieldOption = None,
    calques: CalquesOption = False,
    decisions: DecisionsOption = None,
    language_model: LanguageModelOption = "",
    backend: BackendOption = None,
    backend_all: BackendAllOption = False,
    memory: MemoryOption = "",
    memory_file: MemoryFileOption = "",
    budget: BudgetOption = "",
    workers: WorkersOption = 0,
    quick: QuickOption = False,
    apply: Apply = "",
) -> int:
    """List leftovers: status 0 for none, 1 for some, 2 where an article could not be checked."""
    require_level(fail_on)
    listing = plugins.load(LISTINGS, form, "format")()
    if update_baseline and not baseline:
        raise RecipeError("--update-baseline needs --baseline FILE, the file to write")
    if quick and output:
        raise RecipeError("--quick works out no repair that --output could be compared with; leave one of them out")
    from pipeline.problems.problem import Run

    rules = made(paths, Given(apply, glossary, keep, recipe, field, decisions, output, Asking(backend, backend_all, memory, memory_file, budget), calques, quick, language_model))
    asked = _asked(paths, fail_on, baseline, update_baseline, changed_since, output)
    tally = Tally()
    watch_progress(rules)
    if stdin_alone(paths):
        from pipeline.files import Input
        from pipeline.runners.local import run_bytes

        checked = asked.judged(run_bytes(Input("-", "-.txt"), sys.stdin.buffer.read(), rules), tally)
    else:
        from pipeline.files import inputs
        from pipeline.formats import SUFFIXES

        checked = asked.run(inputs(paths, SUFFIXES, apart=not output, fields=rules.fields), rules, tally, workers)
    told = tally.counting(checked)
    # What goes into the baseline is quiet from now on, and so is not listed as an error of a run that ends with status 0.
    _write(listing.render(Run(VERSION, fail_on), (one.failures() for one in told) if update_baseline else told, tally), to)
    if asked.baseline and update_baseline:
        return _updated(asked, baseline, tally)
    _say(tally)
    return 2 if print_spent(rules) else tally.status


def _asked(paths: list[str], fail_on: str, baseline: str, update: bool, changed_since: str, output: str) -> Check:
    from pipeline.checking import Check
    from pipeline.problems.stale import read_report

    if stdin_alone(paths) and (baseline or changed_since or output):
        raise InputError("'-' reads standard input, which has no history: --baseline, --changed-since and --output need files")
    known = changes = None
    if baseline:
        from pipeline.problems.baseline import Baseline, read_baseline

        file = pathlib.Path(baseline)
        known = Baseline(file, read_baseline(file) if file.exists() or not update else [])
    if changed_since:
        from pipeline.problems.changes import changes_since

        first = pathlib.Path(paths[0])
        changes = changes_since(changed_since, first if first.is_dir() else first.parent)
    if output:
        read_report(pathlib.Path(output))
    return Check(fail_on, known, changes, pathlib.Path(output) if output else None)


def _write(pieces: Iterable[str], to: str) -> None:
    """To standard output piece by piece, or to a file that is there whole or not at all; always UTF-8, always LF."""
    if to:
        from pipeline.files import write_atomic

        write_atomic(pathlib.Path(to), "".join(pieces).encode("utf-8", "replace"))
        return
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def _updated(asked: Check, baseline: str, tally: Tally) -> int:
    count = asked.baseline.update() if asked.baseline else 0
    print(f"hanmend: {baseline}: {count} known leftovers", file=sys.stderr)
    return 2 if tally.failed else 0


def _say(tally: Tally) -> None:
    """One line for the reader; the listing itself may be for a machine."""
    if tally.errors or tally.warnings or tally.notes or tally.failed or tally.quiet:
        counts = [f"{tally.errors} errors", f"{tally.warnings} warnings", f"{tally.notes} notes", f"{tally.failed} failed"]
        known = f"; the baseline knows {tally.quiet} more" if tally.quiet else ""
        print(f"hanmend: {', '.join(counts)} in {tally.articles} files{known}", file=sys.stderr)
