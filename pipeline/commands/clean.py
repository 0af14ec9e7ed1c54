"""``hanmend clean``: repaired articles, a diff each, and the report of the run."""

from __future__ import annotations

import pathlib
import sys
from typing import Annotated, Any

import typer

from pipeline.commands.options import Apply, GlossaryOption, KeepOption, Paths, RecipeOption, made, stdin_alone
from pipeline.commands.summary import print_summary
from pipeline.errors import OutputError
from pipeline.recipe import Recipe


def clean(
    paths: Paths,
    output: Annotated[str, typer.Option("--output", "-o", help="The folder to write to.")] = "",
    in_place: Annotated[bool, typer.Option("--in-place", help="Write over the input; the report beside it can undo that.")] = False,
    apply: Apply = "",
    diff: Annotated[bool, typer.Option("--diff", help="Show the word diff as well.")] = False,
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
) -> int:
    """Repair articles: status 0 when all is done, 2 when an article failed."""
    rules = made(paths, apply, glossary, keep, recipe)
    if stdin_alone(paths):
        return _filter(rules, diff)
    if bool(output) == in_place:
        raise OutputError("say where to write: -o DIR, or --in-place")
    return _files(paths, output, rules, diff)


def _filter(rules: Recipe, diff: bool) -> int:
    """Standard input to standard output; a text that fails goes through as it was."""
    from pipeline.files import Input, document_bytes
    from pipeline.reports.diff import word_diff
    from pipeline.runners.local import run_bytes

    data = sys.stdin.buffer.read()
    result = run_bytes(Input("-", pathlib.Path("-.txt")), data, rules)
    outcome = result.outcome
    if result.error:
        sys.stdout.buffer.write(data)
        print(f"hanmend: {result.error}", file=sys.stderr)
        return 2
    sys.stdout.buffer.write(document_bytes(outcome.doc, outcome.text))
    if diff:
        sys.stderr.write(word_diff(outcome.doc, outcome.applied))
    return 0


def _files(paths: list[str], output: str, rules: Recipe, diff: bool) -> int:
    from pipeline.files import inputs, targets
    from pipeline.formats import SUFFIXES
    from pipeline.runners.local import run

    sources = inputs(paths, SUFFIXES)
    places = targets(sources, paths, pathlib.Path(output)) if output else {s.id: s.path for s in sources}
    folder = pathlib.Path(output) if output else _common_folder(paths)
    entries = [_written(result, places[result.source.id], rules, folder, diff) for result in run(sources, rules)]
    _report(entries, rules, folder)
    print_summary([e["article"] for e in entries], [e for entry in entries for e in entry["edits"]], folder)
    return 2 if any("error" in e["article"] for e in entries) else 0


def _written(result: Any, place: pathlib.Path, rules: Recipe, folder: pathlib.Path, diff: bool) -> dict[str, Any]:
    """One article written, unchanged where it failed, with its diff beside it; returns its entry of the report."""
    from pipeline.files import document_bytes, write_atomic
    from pipeline.reports.diff import word_diff
    from pipeline.reports.json import entry

    doc, data = result.outcome.doc, result.data
    try:
        repaired = data if doc.error else document_bytes(doc, result.outcome.text)
    except OutputError as error:
        doc, repaired = doc.failing(str(error)), data
    if doc.error:
        print(f"hanmend: {doc.id}: {doc.error}", file=sys.stderr)
    if not (doc.error and not data):
        write_atomic(place, repaired)
    shown = word_diff(doc, rules.apply)
    beside = folder / f"{doc.id}.diff"
    if shown:
        write_atomic(beside, shown.encode("utf-8", "replace"))
    elif beside.exists():
        beside.unlink()
    if diff:
        sys.stdout.write(shown)
    return entry(doc, data, repaired, rules.apply, doc.id)


def _report(entries: list[dict[str, Any]], rules: Recipe, folder: pathlib.Path) -> None:
    from importlib.metadata import version

    from pipeline import plugins
    from pipeline.files import write_atomic
    from pipeline.reports import REPORTS
    from pipeline.reports.json import run_header

    run = run_header(version("hanmend"), rules.digest, rules.apply, [e["article"]["sha256"] for e in entries])
    for name in REPORTS:
        report = plugins.load(REPORTS, name, "report")()
        write_atomic(folder / report.name, report.render(run, entries).encode("utf-8"))


def _common_folder(paths: list[str]) -> pathlib.Path:
    first = pathlib.Path(paths[0])
    return first if first.is_dir() else first.parent
