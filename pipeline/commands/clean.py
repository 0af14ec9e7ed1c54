"""``hanmend clean``: repaired articles, a diff each, and the report of the run."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from pipeline import plugins
from pipeline.commands.asking import missing_answers, print_estimate, watch_progress
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
    RecipeOption,
    WorkersOption,
    made,
    require_level,
    stdin_alone,
)
from pipeline.commands.progress import Progress
from pipeline.commands.scale import Scale
from pipeline.commands.summary import print_summary, status
from pipeline.commands.terminal import Screen
from pipeline.errors import OutputError
from pipeline.model import Document
from pipeline.recipe import Recipe

if TYPE_CHECKING:
    from pipeline.runners.cleaning import Cleaning

DIFFS = ("none", "word", "unified")


def clean(
    paths: Paths,
    output: Annotated[str, typer.Option("--output", "-o", help="The folder to write to.")] = "",
    in_place: Annotated[bool, typer.Option("--in-place", help="Write over the input; the report beside it can undo that.")] = False,
    report: Annotated[bool, typer.Option("--report/--no-report", help="With --in-place: write no report and no diffs; git is the undo.")] = True,
    fail_on: FailOn = "never",
    apply: Apply = "",
    diff: Annotated[str, typer.Option("--diff", help="Also show what changes: word, unified or none.")] = "none",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    field: FieldOption = None,
    calques: CalquesOption = False,
    workers: WorkersOption = 0,
    engine: Annotated[str, typer.Option(help="Where shards run: local, or ray (needs the extra of that name).")] = "local",
    address: Annotated[str, typer.Option(help="With --engine ray: the cluster to use; without it one on this machine.")] = "",
    incremental: Annotated[bool, typer.Option("--incremental", help="Keep what is needed to do only what changed, and do only that.")] = False,
    decisions: DecisionsOption = None,
    language_model: LanguageModelOption = "",
    backend: BackendOption = None,
    backend_all: BackendAllOption = False,
    memory: MemoryOption = "",
    memory_file: MemoryFileOption = "",
    budget: BudgetOption = "",
    estimate: Annotated[bool, typer.Option("--estimate", help="Say what asking the backends would cost; nothing is sent or written.")] = False,
) -> int:
    """Repair articles: status 0 when they are written, 1 where something counts at --fail-on, 2 when an article failed or an answer is missing."""
    plugins.require(diff, DIFFS, "kind", "--diff")
    require_level(fail_on)
    rules = made(paths, Given(apply, glossary, keep, recipe, field, decisions, output, Asking(backend, backend_all, memory, memory_file, budget), calques, language_model=language_model))
    if estimate:
        return print_estimate(paths, rules)
    watch_progress(rules)
    if stdin_alone(paths):
        if output or in_place:
            raise OutputError("standard input is repaired to standard output; leave -o and --in-place out, or name a file")
        return _filter(rules, diff, fail_on)
    if bool(output) == in_place:
        raise OutputError("say where to write: -o DIR, or --in-place")
    if not report:
        if not in_place:
            raise OutputError("--no-report is for --in-place; an output folder needs its report for undo")
        return _in_place(paths, rules, diff, fail_on, workers)
    return _files(paths, output, rules, diff, fail_on, Scale(workers, engine, address, incremental))


def _filter(rules: Recipe, diff: str, fail_on: str) -> int:
    """Standard input to standard output; a text that fails goes through as it was."""
    from pipeline.files import Input, document_bytes
    from pipeline.reports.json import entry
    from pipeline.runners.local import run_bytes

    data = sys.stdin.buffer.read()
    result = run_bytes(Input("-", "-.txt"), data, rules)
    outcome = result.outcome
    if result.error:
        sys.stdout.buffer.write(data)
        print(f"hanmend: {result.error}", file=sys.stderr)
        return 2
    sys.stdout.buffer.write(document_bytes(outcome.doc, outcome.text))
    sys.stderr.flush()
    sys.stderr.buffer.write(_shown(diff, outcome.doc, rules, data))
    entries = [entry(outcome.doc, data, data, rules.apply, "-")]
    return max(status(entries, fail_on), missing_answers(entries, rules))


def _in_place(paths: list[str], rules: Recipe, diff: str, fail_on: str, workers: int) -> int:
    """Articles written over, nothing beside them."""
    from pipeline.files import inputs, without_links
    from pipeline.formats import SUFFIXES
    from pipeline.runners.cleaning import Cleaning

    return _cleaned(Cleaning(without_links(inputs(paths, SUFFIXES, apart=True, fields=rules.fields)), rules, _common_folder(paths), reports=False, shown=diff, workers=workers), fail_on)


def _files(paths: list[str], output: str, rules: Recipe, diff: str, fail_on: str, scale: Scale) -> int:
    from pipeline.files import inputs, refuse_foreign_reports, refuse_names_of_reports, targets, without_links
    from pipeline.formats import SUFFIXES
    from pipeline.runners.cleaning import Cleaning

    sources = inputs(paths, SUFFIXES, fields=rules.fields)
    folder = pathlib.Path(output) if output else _common_folder(paths)
    if output:
        targets(sources, paths, pathlib.Path(output))
    else:
        sources = without_links(sources)
        refuse_names_of_reports(sources)
        refuse_foreign_reports(folder, sources)
    return _cleaned(Cleaning(sources, rules, folder, output, True, diff, scale.workers, scale.placed(), scale.incremental), fail_on)


def _cleaned(run: Cleaning, fail_on: str) -> int:
    """The run, said as it goes on: failures on standard error, diffs on standard output, at the end what was done."""
    progress, screen = Progress(), Screen.standard()
    for closed in run.run(progress.show):
        progress.clear()
        for name, why in closed.failures:
            print(f"hanmend: {why if why.startswith(f'{name}: ') else f'{name}: {why}'}", file=sys.stderr)
        if closed.note:
            print(f"hanmend: {closed.file}: {closed.note}", file=sys.stderr)
        _print_diff(closed.shown, screen)
    progress.clear()
    entries = run.entries()
    done = max(status(entries, fail_on), missing_answers(entries, run.recipe))
    # The reports first: who reads what is printed may go away, and undo lives on them.
    run.finish(entries)
    if run.reports:
        print_summary(entries, run.folder)
    return done


def _print_diff(lines: Sequence[Sequence[str]], screen: Screen) -> None:
    sys.stdout.flush()
    for kind, text in lines:
        shown = text.encode("utf-8", "surrogateescape") if kind == "unified" else f"{screen.styled(cast(Any, kind), text)}\n".encode("utf-8", "replace")
        sys.stdout.buffer.write(shown)


def _shown(kind: str, doc: Document, rules: Recipe, data: bytes) -> bytes:
    """The diff of one article."""
    from pipeline.runners.products import diff_lines

    lines = diff_lines(kind, doc, rules.apply, data) if kind != "none" else []
    return b"".join(text.encode("utf-8", "surrogateescape") if kind == "unified" else f"{text}\n".encode("utf-8", "replace") for _, text in lines)


def _common_folder(paths: list[str]) -> pathlib.Path:
    first = pathlib.Path(paths[0])
    return first if first.is_dir() else first.parent
