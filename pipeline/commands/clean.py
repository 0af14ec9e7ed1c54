"""``hanmend clean``: repaired articles, a diff each, and the report of the run."""

from __future__ import annotations

import pathlib
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline import plugins
from pipeline.commands.asking import missing_answers, print_estimate, watch_progress
from pipeline.commands.options import (
    Apply,
    Asking,
    BackendAllOption,
    BackendOption,
    BudgetOption,
    DecisionsOption,
    FailOn,
    FieldOption,
    GlossaryOption,
    KeepOption,
    MemoryFileOption,
    MemoryOption,
    Paths,
    RecipeOption,
    made,
    require_level,
    stdin_alone,
)
from pipeline.commands.summary import print_summary, status
from pipeline.commands.terminal import Screen
from pipeline.errors import OutputError, RecipeError
from pipeline.model import Document
from pipeline.recipe import Recipe

if TYPE_CHECKING:
    from pipeline.runners.local import Result

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
    decisions: DecisionsOption = None,
    backend: BackendOption = None,
    backend_all: BackendAllOption = False,
    memory: MemoryOption = "",
    memory_file: MemoryFileOption = "",
    budget: BudgetOption = "",
    estimate: Annotated[bool, typer.Option("--estimate", help="Say what asking the backends would cost; nothing is sent or written.")] = False,
) -> int:
    """Repair articles: status 0 when they are written, 1 where something counts at --fail-on, 2 when an article failed or an answer is missing."""
    if diff not in DIFFS:
        raise RecipeError(f"unknown kind '{diff}' for --diff{plugins.suggestion(diff, DIFFS)}; known are {', '.join(DIFFS)}")
    require_level(fail_on)
    rules = made(paths, apply, glossary, keep, recipe, field, decisions, output, Asking(backend, backend_all, memory, memory_file, budget))
    if estimate:
        return print_estimate(paths, rules)
    watch_progress(rules)
    if stdin_alone(paths):
        return _filter(rules, diff, fail_on)
    if bool(output) == in_place:
        raise OutputError("say where to write: -o DIR, or --in-place")
    if not report:
        if not in_place:
            raise OutputError("--no-report is for --in-place; an output folder needs its report for undo")
        return _in_place(paths, rules, diff, fail_on)
    return _files(paths, output, rules, diff, fail_on)


def _filter(rules: Recipe, diff: str, fail_on: str) -> int:
    """Standard input to standard output; a text that fails goes through as it was."""
    from pipeline.files import Input, document_bytes
    from pipeline.reports.json import entry
    from pipeline.runners.local import run_bytes

    data = sys.stdin.buffer.read()
    result = run_bytes(Input("-", pathlib.Path("-.txt")), data, rules)
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


def _in_place(paths: list[str], rules: Recipe, diff: str, fail_on: str) -> int:
    """Articles written over, nothing beside them."""
    from pipeline.files import inputs
    from pipeline.formats import SUFFIXES
    from pipeline.runners.local import run

    entries = [entry for result in run(inputs(paths, SUFFIXES, apart=True), rules) for entry in _written(result, result.source.path, rules, None, diff)]
    return max(status(entries, fail_on), missing_answers(entries, rules))


def _files(paths: list[str], output: str, rules: Recipe, diff: str, fail_on: str) -> int:
    from pipeline.files import inputs, targets, write_atomic
    from pipeline.formats import SUFFIXES
    from pipeline.runners.local import run
    from pipeline.runners.products import reports

    sources = inputs(paths, SUFFIXES)
    places = targets(sources, paths, pathlib.Path(output)) if output else {s.id: s.path for s in sources}
    folder = pathlib.Path(output) if output else _common_folder(paths)
    entries = [entry for result in run(sources, rules) for entry in _written(result, places[result.source.id], rules, folder, diff)]
    for name, data in reports(entries, rules).items():
        write_atomic(folder / name, data)
    print_summary([e["article"] for e in entries], [e for entry in entries for e in entry["edits"]], folder)
    return max(status(entries, fail_on), missing_answers(entries, rules))


def _written(result: Result, place: pathlib.Path, rules: Recipe, folder: pathlib.Path | None, diff: str) -> list[dict[str, Any]]:
    """One input written, unchanged where it failed, with its diff beside it; returns its entries of the report."""
    from pipeline.files import write_atomic
    from pipeline.runners.products import product

    made = product(result, rules)
    for failed in made.failed():
        print(f"hanmend: {failed.id}: {failed.error}", file=sys.stderr)
    if not (made.doc.error and not result.data) and (place != result.source.path or made.data != result.data):
        write_atomic(place, made.data)
    beside = folder / f"{made.doc.path}.diff" if folder else None
    if beside and made.diff:
        write_atomic(beside, made.diff)
    elif beside and beside.exists():
        beside.unlink()
    if not made.doc.record:
        sys.stdout.flush()
        sys.stdout.buffer.write(_shown(diff, made.doc, rules, result.data, Screen.standard()))
    return made.entries


def _shown(kind: str, doc: Document, rules: Recipe, data: bytes, screen: Screen | None = None) -> bytes:
    """The diff of one article as ``screen`` shows it."""
    from pipeline import edits
    from pipeline.reports.diff import word_lines
    from pipeline.reports.unified import unified_diff

    if kind == "word":
        return "".join(f"{(screen or Screen()).styled(kind, text)}\n" for kind, text in word_lines(doc, rules.apply)).encode("utf-8", "replace")
    return unified_diff(doc, edits.applied(doc, rules.apply), data) if kind == "unified" else b""


def _common_folder(paths: list[str]) -> pathlib.Path:
    first = pathlib.Path(paths[0])
    return first if first.is_dir() else first.parent
