"""``hanmend explain``: what a stage does, what is known of a Chinese term, or what happens at a place of an article."""

from __future__ import annotations

import inspect
import pathlib
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins
from pipeline.errors import InputError
from pipeline.script import has_han
from pipeline.stages import STAGES

if TYPE_CHECKING:
    from pipeline.chinese.contexts import Context


def explain(name: Annotated[str, typer.Argument(help="A stage, a Chinese term, or a place FILE:LINE.", show_default=False)]) -> int:
    """Say what a stage does, list the senses of a Chinese term with the place that each comes from, or tell what is done on a line and why."""
    place = re.fullmatch(r"(.+?):(\d+)(?::\d+)?", name)
    if place and not has_han(place[1]) and not pathlib.Path(place[1]).is_file():
        raise InputError(f"{place[1]}: no such file; a place is written FILE:LINE")
    if place and pathlib.Path(place[1]).is_file():
        print("\n".join(_line(place[1], int(place[2]))) or f"{name}: no Chinese and no full-width mark on this line")
    else:
        print(_term(name) if has_han(name) else _stage(name))
    return 0


def _line(path: str, number: int) -> Iterator[str]:
    """What becomes of each place on the line: the repair with its origin, evidence and rivals, or why it is left."""
    from pipeline.commands.options import Given, made
    from pipeline.files import Input
    from pipeline.reports.place import Lines
    from pipeline.runners.local import run

    result = next(run([Input(path, path)], made([path], Given())))
    if result.error:
        raise InputError(result.error)
    for doc in (outcome.doc for outcome in result.outcomes):
        lines = Lines.of(doc.source)
        for kept in doc.kept:
            if lines.place(kept.span.start)[0] == number:
                yield f"{kept.span.of(doc.source)}  stays: {kept.why}"
        for edit in doc.edits:
            if lines.place(edit.span.start)[0] == number:
                yield f"{edit.before.strip()} -> {edit.after.strip()}  ({edit.safety.name.lower()}, {edit.confidence:.2f}; {edit.origin.tier} {edit.origin.entry})"
                yield f"    because {', '.join(edit.notes)}"
                yield f"    rather than {', '.join(c.text.strip() for c in edit.alternatives) or 'nothing else'}"


def _stage(name: str) -> str:
    stage = plugins.load(STAGES, name, "stage")
    return f"{name}: {(sys.modules[stage.__module__].__doc__ or '').strip()}\n\n{inspect.getdoc(stage)}"


def _term(zh: str) -> str:
    from pipeline.chinese.contexts import contexts_of
    from pipeline.chinese.key import key
    from pipeline.lexicon.lexicon import load

    sources = ("house glossary", "shipped termbase", "CC-CEDICT")
    rows = [
        f"  {s.term.en}  [{s.term.pos or '?'}]  {', '.join(s.term.also)}  ({sources[s.rank]}{'; when ' + '|'.join(s.term.when) if s.term.when else ''})"
        for s in load().senses(key(zh))
    ]
    rows += (f"  {c.term.en}  [{c.term.pos}]  {', '.join(c.term.also)}  ({'; '.join(_conditions(c))})" for c in contexts_of(key(zh)))
    return f"{zh} (looked up as {key(zh)})\n" + ("\n".join(rows) or "  not in the termbase and not in the dictionary")


def _conditions(context: Context) -> Iterator[str]:
    """Where a sense is meant, each of which is enough: ``a`` before the name of a kind of thing tells it from the word."""
    beside = (*sorted(context.beside), *(f"a {kind}" for kind in sorted(context.kinds)))
    subjects = (*sorted(context.subjects), *(f"a {kind}" for kind in sorted(context.subject_kinds)))
    for says, what in (("beside", beside), ("behind", subjects), ("in a sentence with", context.words), ("in an article about", sorted(context.topics))):
        if what:
            yield f"{says} {', '.join(what)}"
