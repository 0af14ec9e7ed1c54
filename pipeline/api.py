"""The library: ``import pipeline``. Texts and batches in, repaired texts and their edits out; nothing is written, nothing is downloaded."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.leftovers import may_hold
from pipeline.model import Document, Edit, Outcome, Span
from pipeline.recipe import Options, Recipe, build


@dataclass(frozen=True, slots=True)
class Result:
    """One text after its repair: ``text`` as it is now, the ``edits`` written in it, what is still ``open``, and the ``error`` that left it as it was."""

    text: str
    edits: tuple[Edit, ...] = ()
    open: tuple[Span, ...] = ()
    error: str = ""


def repair(text: str, recipe: Recipe | None = None, form: str = "text") -> Result:
    """``text`` repaired; ``form`` is the format, text or markdown. Never raises for a text: a failure is its ``error``."""
    return repair_batch([text], recipe, form)[0]


def repair_batch(texts: Sequence[str], recipe: Recipe | None = None, form: str = "text") -> list[Result]:
    """The same for many, in order; a text that cannot hold a leftover costs next to nothing."""
    rules = recipe or _default()
    suspects = {place: text for place, text in enumerate(texts) if may_hold(text.encode("utf-8", "replace"))}
    outcomes = rules.repair_many([_document(text, str(place), form) for place, text in suspects.items()])
    done = dict(zip(suspects, map(_result, outcomes), strict=True))
    return [done.get(place) or Result(text) for place, text in enumerate(texts)]


def check(text: str, recipe: Recipe | None = None, form: str = "text") -> list[Edit | Span]:
    """The leftovers of ``text``: an Edit where something is proposed, its Span where nothing is. Raises ValueError where the text cannot be checked."""
    doc = (recipe or _default())(_document(text, "text", form))
    if doc.error:
        raise ValueError(doc.error)
    return [*doc.edits, *_open(doc)]


def batches(field: str = "text", recipe: Recipe | None = None) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """A function for ``map_batches`` of Ray Data and its like: takes and returns a dict of columns, ``field`` repaired. It can be pickled."""
    return functools.partial(_columns, field=field, recipe=recipe)


def arrow_batches(field: str = "text", recipe: Recipe | None = None) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """A function for ``mapInArrow`` of Spark: pyarrow record batches in and out, schema and nulls kept, ``field`` repaired. It can be pickled."""
    return functools.partial(_arrow, field=field, recipe=recipe)


def _columns(columns: dict[str, Any], field: str, recipe: Recipe | None) -> dict[str, Any]:
    if field not in columns:
        raise ValueError(f"no column '{field}'; there are {', '.join(columns)}")
    texts = list(columns[field])
    fixed = _fixed(texts, recipe)
    if hasattr(columns[field], "dtype"):
        import numpy

        return {**columns, field: numpy.array(fixed, dtype=columns[field].dtype if columns[field].dtype == object else None)}
    return {**columns, field: fixed}


def _arrow(tables: Iterable[Any], field: str, recipe: Recipe | None) -> Iterator[Any]:
    for table in tables:
        place = table.schema.get_field_index(field)
        if place < 0:
            raise ValueError(f"no column '{field}', or several of that name; there are {', '.join(table.schema.names)}")
        values = table.column(place).to_pylist()
        fixed = _fixed(values, recipe)
        if fixed == values:
            yield table
            continue
        import pyarrow

        yield table.set_column(place, table.schema.field(place), pyarrow.array(fixed, table.schema.field(place).type))


def _fixed(texts: Sequence[str | None], recipe: Recipe | None) -> list[str | None]:
    results = iter(repair_batch([text for text in texts if text is not None], recipe))
    return [None if text is None else next(results).text for text in texts]


def _document(text: str, name: str, form: str) -> Document:
    from pipeline import plugins
    from pipeline.formats import FORMATS

    return Document(name, text, form, plugins.load(FORMATS, form, "format")().regions(text))


def _result(outcome: Outcome) -> Result:
    doc = outcome.doc
    return Result(outcome.text, tuple(outcome.done()), tuple(_open(doc)) if not doc.error else (), doc.error)


def _open(doc: Document) -> list[Span]:
    from pipeline.spans import SpanIndex

    answered = SpanIndex(doc.edits, lambda edit: edit.span)
    return [f.span for f in doc.open() if not answered.overlapping(f.span)]


@functools.cache
def _default() -> Recipe:
    return build(Options())
