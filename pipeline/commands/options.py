"""The options that clean and check share, and how they become a recipe."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins, recipe
from pipeline.errors import InputError
from pipeline.problems.problem import LEVELS
from pipeline.recipe import Options, Recipe

if TYPE_CHECKING:
    from pipeline.backends.plan import Plan

Paths = Annotated[list[str], typer.Argument(help="Articles, folders of articles, or - for standard input.", show_default=False)]
Apply = Annotated[str, typer.Option(help="From which safety edits are written: auto (only what is certain) or review (the best proposal for all).", show_default="review")]
GlossaryOption = Annotated[list[str] | None, typer.Option("--glossary", help="A glossary CSV (columns zh,en ...); may be given several times, the first wins.")]
KeepOption = Annotated[list[str] | None, typer.Option("--keep", help="A keep list CSV (columns zh,why); may be given several times.")]
DecisionsOption = Annotated[list[str] | None, typer.Option("--decisions", help="A decisions.jsonl of a review; may be given several times. Those beside the articles are read anyway.")]
RecipeOption = Annotated[str | None, typer.Option("--recipe", help="A recipe file; without it hanmend.toml or [tool.hanmend] is looked for upward.")]
FailOn = Annotated[str, typer.Option(help="What makes status 1: leftover (any), review (what is not certain), unresolved (what is not repaired), never.", autocompletion=lambda: list(LEVELS))]
CalquesOption = Annotated[bool, typer.Option("--calques", help="Also remark on English that says Chinese word by word; nothing of that is ever changed.")]
QuickOption = Annotated[bool, typer.Option("--quick", help="Only find and place what is left over; what would repair it is not worked out.")]
WorkersOption = Annotated[int, typer.Option("--workers", min=0, help="Processes; 0 for one a core where that pays. The result is the same.")]
FieldOption = Annotated[list[str] | None, typer.Option("--field", help="Files of records: a field whose text is repaired; may be given several times.", show_default="text")]

LanguageModelOption = Annotated[str, typer.Option("--language-model", help="The folder of a language model that weighs the wordings of a place in its sentence.", show_default=False)]
BackendOption = Annotated[list[str] | None, typer.Option("--backend", help="A translator to ask for what is unsettled, as NAME or NAME:MODEL; may be given several times.")]
BackendAllOption = Annotated[bool, typer.Option("--backend-all", help="Ask it for everything.")]
MemoryOption = Annotated[str, typer.Option("--memory", help="record (the default), replay (answers from the memory alone) or off.", show_default=False)]
MemoryFileOption = Annotated[str, typer.Option("--memory-file", help="The translation memory; what people approved in it counts too.", show_default=False)]
BudgetOption = Annotated[str, typer.Option("--budget", help="The most that a run may ask: requests=N,characters=N,cost=X.", show_default=False)]


@dataclass(frozen=True, slots=True)
class Asking:
    """The options about backends, as given."""

    names: Sequence[str] | None = None
    everything: bool = False
    memory: str = ""
    file: str = ""
    budget: str = ""

    def plan(self, plan: Plan | None) -> Plan | None:
        """``plan`` of the recipe with these options; None where nobody says anything about translation."""
        if not (plan or self.names or self.everything or self.memory or self.file or self.budget):
            return None
        from pipeline.backends.plan import Plan

        return (plan or Plan()).changed(self.names or (), self.everything, self.file, self.memory, self.budget)


@dataclass(frozen=True, slots=True)
class Given:
    """What a command line says of the recipe, as given; ``output`` is the folder where a review writes its decisions."""

    apply: str = ""
    glossary: Iterable[str] | None = None
    keep: Iterable[str] | None = None
    recipe: str | None = None
    fields: Iterable[str] | None = None
    decisions: Iterable[str] | None = None
    output: str = ""
    asking: Asking = Asking()
    calques: bool = False
    quick: bool = False
    language_model: str = ""


def made(paths: Sequence[str], given: Given, backends: bool = True) -> Recipe:
    """The recipe of a command, as ``options_for`` says. Raises RecipeError or TermbaseError that names place and value."""
    return recipe.build(options_for(paths, given, backends))


def options_for(paths: Sequence[str], given: Given, backends: bool = True) -> Options:
    """What is given, before the recipe file, before glossary.csv, keep.csv and decisions.jsonl beside the articles.

    Without ``backends`` none is asked, whatever the recipe file says.
    Decisions are also read from the folder ``given.output``. Of two lines about one place the last one holds, so what is
    named on the command line comes last.
    """
    start = next((pathlib.Path(p) for p in paths if p != "-"), pathlib.Path())
    options = _found(start if start.is_dir() else start.parent, given.recipe)
    folders = dict.fromkeys(p if p.is_dir() else p.parent for p in map(pathlib.Path, paths) if str(p) != "-")
    beside_output = map(pathlib.Path, filter(None, [given.output]))
    stages = recipe.with_calques(options.stages) if given.calques else options.stages
    return replace(
        options,
        apply=given.apply or options.apply,
        stages=recipe.finding_only(stages) if given.quick else stages,
        fields=tuple(given.fields or options.fields),
        glossaries=_lists((*(given.glossary or ()), *options.glossaries), folders, "glossary.csv"),
        keep_lists=_lists((*(given.keep or ()), *options.keep_lists), folders, "keep.csv"),
        decisions=_lists((*(given.decisions or ()), *options.decisions), [*beside_output, *folders], "decisions.jsonl")[::-1],
        plan=given.asking.plan(options.plan) if backends else None,
        language_model=given.language_model or options.language_model,
    )


def options_of(file: pathlib.Path) -> Options:
    """What holds for one file in an editor: the recipe found upward, the lists beside it. No backend is ever asked there."""
    options = _found(file.parent, None)
    beside = dict.fromkeys([file.parent])
    return replace(
        options,
        plan=None,
        language_model="",
        glossaries=_lists(options.glossaries, beside, "glossary.csv"),
        keep_lists=_lists(options.keep_lists, beside, "keep.csv"),
        decisions=_lists(options.decisions, beside, "decisions.jsonl")[::-1],
    )


def _found(folder: pathlib.Path, file: str | None) -> Options:
    found = pathlib.Path(file) if file else recipe.find_recipe(folder)
    return recipe.read_options(found) if found else Options()


def require_level(level: str) -> None:
    """Raises RecipeError for an unknown level of ``--fail-on``."""
    plugins.require(level, LEVELS, "level", "--fail-on")


def stdin_alone(paths: Sequence[str]) -> bool:
    """True for ``-``. Raises InputError where it is mixed with files."""
    if "-" in paths and len(paths) > 1:
        raise InputError("'-' reads one article from standard input; it cannot be mixed with files")
    return list(paths) == ["-"]


def _lists(named: Sequence[str], folders: Iterable[pathlib.Path], name: str) -> tuple[str, ...]:
    beside = [str(folder / name) for folder in folders if (folder / name).is_file()]
    unique = {pathlib.Path(p).resolve(): p for p in reversed((*named, *beside))}
    return tuple(reversed(list(unique.values())))
