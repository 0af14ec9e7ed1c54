"""What every format promises, asked of one file: who has a generator of files asks it of all of them."""

from __future__ import annotations

from dataclasses import replace

from pipeline.errors import InputError, OutputError
from pipeline.files import opened
from pipeline.model import Document, Edit, Origin, Outcome, Safety, Span, Undone
from pipeline.recipe import Options, Recipe, build
from pipeline.script import HAN_RUN

RECIPE = build(Options())


def repaired(data: bytes, form: str, name: str = "x", fields: tuple[str, ...] = (), recipe: Recipe = RECIPE) -> tuple[bytes, list[Outcome]]:
    """The bytes that a run writes, and the outcomes."""
    made = opened(form, fields)
    outcomes = [recipe.repair(doc) for doc in made.read(data, name)]
    return made.write(data, outcomes), outcomes


def text_of(source: str, form: str, fields: tuple[str, ...] = ()) -> str:
    """``source`` repaired."""
    return repaired(source.encode(), form, fields=fields)[0].decode()


def prose(source: str, form: str) -> list[str]:
    """What may be edited of ``source``."""
    return [span.of(doc.source) for doc in opened(form).read(source.encode(), "x") for span in doc.prose()]


def outside(source: str, form: str) -> list[str]:
    """What stands between the texts of ``source``: a run must not change it."""
    (doc,) = opened(form).read(source.encode(), "x")
    return [r.span.of(doc.source) for r in doc.regions if r.kind != "prose"]


def marked(data: bytes, form: str, fields: tuple[str, ...] = (), wording: str = 'X & <"Y">, \'Z\'\t\\n') -> tuple[bytes, list[Outcome]]:
    """``data`` with every run of Chinese that may be edited replaced by ``wording``, which needs whatever escapes the format has."""
    made = opened(form, fields)
    outcomes = []
    for doc in made.read(data, "x"):
        spans = [Span(m.start(), m.end()) for part in doc.prose() for m in HAN_RUN.finditer(doc.source, part.start, part.end)]
        rows = [Edit(s, s.of(doc.source), made.quote(wording, doc.source, s), Origin("rule"), 1.0, Safety.AUTO) for s in spans]
        outcomes.append(RECIPE._written(replace(doc, edits=tuple(rows))))
    return made.write(data, outcomes), outcomes


def undone(outcomes: list[Outcome]) -> list[Undone]:
    """What the ledger knows of ``outcomes``."""
    return [
        Undone(tuple((e.span, e.before, e.after) for e in o.done()), o.doc.record, o.doc.envelope.encoding, o.doc.envelope.raw) for o in outcomes if o.done()
    ]


def keeps_its_promises(data: bytes, form: str, fields: tuple[str, ...] = ()) -> list[Document]:
    """Reading and writing ``data`` loses nothing, with no edit, with those of a run, and with hostile ones; undo brings it back. Returns the documents."""
    made = opened(form, fields)
    docs = list(made.read(data, "x"))
    assert made.write(data, []) == data
    assert made.write(data, [Outcome(doc, doc.source, Safety.REVIEW) for doc in docs]) == data
    for doc in docs:
        assert "".join(r.span.of(doc.source) for r in doc.regions) == doc.source
        assert all(len(r.span) for r in doc.regions)
    for written, outcomes in (repaired(data, form, fields=fields), marked(data, form, fields)):
        assert made.restore(written, undone(outcomes)) == data
        if not any(o.done() for o in outcomes):
            assert written == data
    return docs


def survives(data: bytes, form: str, fields: tuple[str, ...] = ()) -> None:
    """Whatever ``data`` is: read and kept, or refused by name."""
    try:
        keeps_its_promises(data, form, fields)
    except (InputError, OutputError) as error:
        assert str(error).startswith("x:"), error
