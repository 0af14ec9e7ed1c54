"""One process: inputs in order, one result each; a file that fails is a result too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.errors import HanmendError, InputError
from pipeline.files import Input, format_of, opened, read_bytes
from pipeline.formats import SUFFIXES
from pipeline.model import Document, Format, Outcome
from pipeline.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Result:
    """One input with its bytes as they were (empty where it could not be read) and the outcomes of its documents, at least one."""

    source: Input
    data: bytes
    outcomes: tuple[Outcome, ...]
    form: Format

    @property
    def outcome(self) -> Outcome:
        """Of the only document, or of the first."""
        return self.outcomes[0]

    @property
    def error(self) -> str:
        """Why it failed, or nothing."""
        return next((o.doc.error for o in self.outcomes if o.doc.error), "")

    def written(self) -> bytes:
        """The bytes of the output. Raises OutputError where the encoding has no place for a character."""
        return self.form.write(self.data, self.outcomes)


def run(sources: Iterable[Input], recipe: Recipe) -> Iterator[Result]:
    """Each input read and repaired, in the order given. Never raises for one input: its document fails instead."""
    for source in sources:
        yield run_one(source, recipe)


def run_one(source: Input, recipe: Recipe) -> Result:
    """One input read and repaired."""
    try:
        data = read_bytes(source.path)
    except InputError as error:
        return _failed(source, b"", str(error), recipe)
    return run_bytes(source, data, recipe)


def run_bytes(source: Input, data: bytes, recipe: Recipe) -> Result:
    """The bytes of one input repaired."""
    form = opened(SUFFIXES.get(format_of(source.path.name), "text"), recipe.fields)
    try:
        docs = list(form.read(data, source.id))
    except HanmendError as error:
        return _failed(source, data, str(error), recipe)
    return Result(source, data, tuple(recipe.repair_many(docs)) or (Outcome(Document(source.id, ""), "", recipe.apply),), form)


def _failed(source: Input, data: bytes, why: str, recipe: Recipe) -> Result:
    doc = Document(source.id, "").failing(why)
    return Result(source, data, (Outcome(doc, "", recipe.apply),), opened("text"))
