"""Documents that are hostile to patterns: each is read, repaired and written within bounds, and loses nothing."""

from __future__ import annotations

import pytest

from pipeline.files import document_bytes, read_document
from pipeline.lexicon.lexicon import load
from pipeline.model import Span
from pipeline.recipe import Options, build
from pipeline.stages.surroundings import Surroundings

RECIPE = build(Options())
SIZE = 1 << 20
UNITS = {
    "one Han character": "红", "parentheses": "(", "brackets": "[", "stars": "*", "backticks": "`", "less than": "<", "combining marks": "e\u0301\u0301\u0301", "ampersands": "&",
    "Han and Latin": "红a", "full-width commas": "，", "quotes": "“",
}  # fmt: skip


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_of_one_thing_ends_and_stays(unit: str, form: str) -> None:
    text = UNITS[unit] * (SIZE // len(UNITS[unit].encode()))
    doc = read_document(f"{text}\n\n".encode(), "x", form)
    assert "".join(region.span.of(doc.source) for region in doc.regions) == doc.source
    outcome = RECIPE.repair(doc)
    assert not outcome.doc.error
    at = 0
    for edit in outcome.done():
        assert doc.source[edit.span.start : edit.span.end] == edit.before and edit.span.start >= at
        at = edit.span.end
    if not outcome.done():
        assert document_bytes(doc, outcome.text) == f"{text}\n\n".encode()


def test_a_fragment_of_an_endless_line_reads_its_neighbourhood_only() -> None:
    """Each read the whole line: a text of one line cost the square of its length."""
    line = "As the 红利 of traffic fades, " * 3000
    doc = RECIPE.stages[0](read_document(line.encode(), "x", "text"))
    views = Surroundings(doc, load())
    for start in (line.index("红"), line.index("红", len(line) // 2), line.rindex("红")):
        block = views.block(Span(start, start + 2))
        assert block.start <= start < block.end and len(block) < 10_000


def test_an_endless_line_is_repaired_everywhere_alike() -> None:
    outcome = RECIPE.repair(read_document(("As the 红利 of traffic fades, " * 700).encode(), "x", "text"))
    assert outcome.text == "As the dividend of traffic fades, " * 700
