"""One process: inputs in order, one outcome each; a file that fails is an outcome too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.files import Input, read_bytes, read_document
from pipeline.formats import SUFFIXES
from pipeline.model import Document, Outcome
from pipeline.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Result:
    """One input with its bytes as they were (empty where it could not be read) and its outcome."""

    source: Input
    data: bytes
    outcome: Outcome

    @property
    def error(self) -> str:
        """Why it failed, or nothing."""
        return self.outcome.doc.error


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
    try:
        doc = read_document(data, source.id, SUFFIXES.get(source.path.suffix.lower(), "text"))
    except InputError as error:
        return _failed(source, data, str(error), recipe)
    return Result(source, data, recipe.repair(doc))


def _failed(source: Input, data: bytes, why: str, recipe: Recipe) -> Result:
    doc = Document(source.id, "").failing(why)
    return Result(source, data, Outcome(doc, "", recipe.apply))
