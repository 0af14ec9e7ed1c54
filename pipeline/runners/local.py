"""One process: inputs in order, one result each; a file that fails is a result too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.errors import HanmendError, InputError
from pipeline.files import Input, format_of, opened, read_article
from pipeline.formats import SUFFIXES
from pipeline.model import Document, Format, Outcome
from pipeline.recipe import Recipe
from pipeline.runners.watch import Watch

# Enough questions to keep every connection busy, few enough documents to hold in memory.
CHUNK = 64


@dataclass(frozen=True, slots=True)
class Result:
    """One input, or a part of a file of records: its bytes as they were (empty where it could not be read) and the outcomes of its documents, at least one."""

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

    @property
    def content(self) -> bytes:
        """The bytes that places of records count from: what a compressed file holds."""
        form: Any = self.form
        return bytes(form.unpacked(self.data, self.source.id)) if self.data and hasattr(form, "unpacked") else self.data

    def written(self) -> bytes:
        """The bytes of the output. Raises OutputError where the encoding has no place for a character."""
        return self.form.write(self.data, self.outcomes)


def run(sources: Iterable[Input], recipe: Recipe) -> Iterator[Result]:
    """Each input read and repaired, in the order given. Never raises for one input: its document fails instead.

    Where the recipe asks a backend, many documents go through it at once: their questions then share calls and connections.
    """
    if not recipe.takes_batches:
        yield from (run_one(source, recipe) for source in sources)
        return
    for chunk in _chunks(sources, recipe):
        yield from _run_chunk(chunk, recipe)


def _run_chunk(read: Sequence[Result | _Read], recipe: Recipe) -> Iterator[Result]:
    outcomes = iter(recipe.repair_many([doc for one in read if isinstance(one, _Read) for doc in one.docs]))
    for one in read:
        yield one.done([next(outcomes) for _ in one.docs], recipe) if isinstance(one, _Read) else one


def _chunks(sources: Iterable[Input], recipe: Recipe) -> Iterator[list[Result | _Read]]:
    """Files that were read, as many as hold CHUNK documents together."""
    chunk: list[Result | _Read] = []
    for source in sources:
        chunk.append(_read(source, recipe))
        if sum(len(one.docs) for one in chunk if isinstance(one, _Read)) >= CHUNK:
            yield chunk
            chunk = []
    yield chunk


@dataclass(frozen=True, slots=True)
class _Read:
    """An input that was read and is not yet repaired."""

    source: Input
    data: bytes
    docs: tuple[Document, ...]
    form: Format

    def done(self, outcomes: Sequence[Outcome], recipe: Recipe) -> Result:
        return Result(self.source, self.data, tuple(outcomes) or nothing(self.source, recipe), self.form)


def _read(source: Input, recipe: Recipe) -> Result | _Read:
    data = b""
    form = format_for(source, recipe)
    try:
        data = read_article(source.file)
        return _Read(source, data, tuple(_documents(form, data, source)), form)
    except HanmendError as error:
        return failed(source, data, str(error), recipe)


def _documents(form: Format, data: bytes, source: Input) -> Iterator[Document]:
    return (replace(doc, file=source.file) for doc in form.read(data, source.id))


def run_one(source: Input, recipe: Recipe) -> Result:
    """One input read and repaired."""
    try:
        data = read_article(source.file)
    except InputError as error:
        return failed(source, b"", str(error), recipe)
    return run_bytes(source, data, recipe)


def run_bytes(source: Input, data: bytes, recipe: Recipe, watch: Watch | None = None) -> Result:
    """The bytes of one input repaired."""
    form = format_for(source, recipe)
    try:
        docs = list(_documents(form, data, source))
    except HanmendError as error:
        return failed(source, data, str(error), recipe)
    return Result(source, data, tuple((watch or Watch()).repaired(recipe, docs)) or nothing(source, recipe), form)


def format_for(source: Input, recipe: Recipe) -> Format:
    """The format of a file, by its suffix."""
    return opened(SUFFIXES.get(format_of(source.file, SUFFIXES), "text"), recipe.fields)


def nothing(source: Input, recipe: Recipe) -> tuple[Outcome, ...]:
    """Of a file in which there is nothing to repair."""
    return (Outcome(Document(source.id, ""), "", recipe.apply),)


def failed(source: Input, data: bytes, why: str, recipe: Recipe) -> Result:
    """Of a file that cannot be read."""
    doc = Document(source.id, "").failing(why)
    return Result(source, data, (Outcome(doc, "", recipe.apply),), opened("text"))
