"""``hanmend evaluate``: how many places of gold articles are repaired as an editor would."""

from __future__ import annotations

import json
import pathlib
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline import plugins
from pipeline.commands.asking import print_spent
from pipeline.commands.options import (
    Apply,
    Asking,
    BackendAllOption,
    BackendOption,
    BudgetOption,
    Given,
    GlossaryOption,
    KeepOption,
    LanguageModelOption,
    MemoryFileOption,
    MemoryOption,
    RecipeOption,
    made,
)
from pipeline.errors import RecipeError

if TYPE_CHECKING:
    from pipeline.evaluation.judge import JudgedArticle


def evaluate(
    gold: Annotated[list[str], typer.Argument(help="Folders of gold articles.", show_default=False)],
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List every place that is wrong.")] = False,
    fit: Annotated[str, typer.Option(help="Fit the confidence on these articles and write its weights to this CSV.")] = "",
    fit_forms: Annotated[str, typer.Option(help="Count how often the form of a right wording is right and write it to this CSV.", show_default=False)] = "",
    apply: Apply = "",
    glossary: GlossaryOption = None,
    keep: KeepOption = None,
    recipe: RecipeOption = None,
    language_model: LanguageModelOption = "",
    backend: BackendOption = None,
    backend_all: BackendAllOption = False,
    memory: MemoryOption = "",
    memory_file: MemoryFileOption = "",
    budget: BudgetOption = "",
    calibration: Annotated[str, typer.Option(help="Write how often each backend is right to this CSV, for 'calibration' in a recipe.", show_default=False)] = "",
) -> int:
    """Repair gold articles and compare; status 0 whatever the figures are, 2 where a backend that was asked gave no answer."""
    plugins.require(form, ("text", "json"), "format", "--format")
    from pipeline.evaluation.figures import figures
    from pipeline.evaluation.judge import judge

    if calibration and not (backend or recipe):
        raise RecipeError("--calibration measures backends; name one with --backend NAME")
    rules = made(gold, Given(apply, glossary, keep, recipe, asking=Asking(backend, backend_all, memory, memory_file, budget), language_model=language_model))
    articles = [article for folder in gold for article in judge(pathlib.Path(folder), rules)]
    if verbose:
        _list_wrong(articles)
    found = figures(articles)
    if fit:
        found["held_out"] = _fit(articles, fit)
    if fit_forms:
        _fit_forms(articles, fit_forms)
    if rules.backends:
        found["backends"] = _backends(articles, calibration)
    print(json.dumps(found, ensure_ascii=False) if form == "json" else _table(found))
    return 2 if print_spent(rules) or any(o.kind for a in articles for o in a.opinions) else 0


def _backends(articles: Sequence[JudgedArticle], place: str) -> dict[str, object]:
    """For each backend ``right`` of ``answered``, and its failures by kind; the table is written to ``place``."""
    from pipeline.backends.calibration import table
    from pipeline.evaluation.backends import calibration
    from pipeline.files import write_atomic

    opinions = [opinion for article in articles for opinion in article.opinions]
    counts = calibration(opinions)
    if place:
        write_atomic(pathlib.Path(place), table(counts).encode())
    kinds = Counter(f"{o.backend} {o.kind}" for o in opinions if o.kind)
    return {name: f"{right} of {seen} right" for name, (right, seen) in counts.items()} | dict(sorted(kinds.items()))


def _list_wrong(articles: Sequence[JudgedArticle]) -> None:
    for j in (j for article in articles for j in article.places if not j.right):
        sure = f" {min(e.confidence for e in j.edits):.2f}" if j.edits else ""
        print(f"{j.article}: {j.place.before!r} [{j.place.category}]{sure} got {j.got!r}, accepted {list(j.place.accepted[:4])}")


def _fit(articles: Sequence[JudgedArticle], place: str) -> dict[str, object]:
    """Weights written to ``place``; how they do on folds that they were not fitted on is the honest figure."""
    from pipeline.evaluation.figures import curve
    from pipeline.evaluation.fit import examples, fitted, held_out
    from pipeline.files import write_atomic
    from pipeline.stages.choose import FITTED_AUTO_FROM
    from pipeline.stages.weigh_fluency import READ_AUTO_FROM

    # Where a language model read, its readings are what is to be measured.
    read = examples(articles, read=True)
    rows = read or examples(articles)
    lines = [f'"{name}",{weight}\n' for name, weight in fitted(rows).items()]
    write_atomic(pathlib.Path(place), ("feature,weight\n" + "".join(lines)).encode())
    unseen = held_out(rows)
    sure = [right for chance, right in unseen if chance >= (READ_AUTO_FROM if read else FITTED_AUTO_FROM)]
    return {"edits": len(rows), "precision_at_auto": round(sum(sure) / max(1, len(sure)), 4), "coverage_of_auto": round(len(sure) / max(1, len(rows)), 4),
            "reliability": curve(unseen)}  # fmt: skip


def _fit_forms(articles: Sequence[JudgedArticle], place: str) -> None:
    from pipeline.evaluation.forms import counted
    from pipeline.files import write_atomic

    rows = counted(form for article in articles for form in article.forms)
    write_atomic(pathlib.Path(place), ("slot,sure,right,all\n" + "".join(f"{slot},{'yes' if sure else 'no'},{right},{seen}\n" for (slot, sure), (right, seen) in rows.items())).encode())


def _table(found: dict[str, Any], indent: str = "") -> str:
    """One figure a line; the reliability curve and the categories as rows below their name."""
    lines = []
    for name, value in found.items():
        if isinstance(value, dict):
            rows = _table(value, indent + "  ") if name != "by_category" else "\n".join(f"{indent}  {c:16} {right:4d} of {seen:4d}" for c, (right, seen) in value.items())
            lines.append(f"{indent}{name}\n{rows}")
        elif isinstance(value, list):
            rows = "\n".join(f"{indent}  from {low:4.2f}  {n:4d} places  mean confidence {mean:5.3f}  right {right:6.4f}" for low, n, mean, right in value)
            lines.append(f"{indent}{name}\n{rows}")
        else:
            lines.append(f"{indent}{name:20} {value}")
    return "\n".join(lines)
