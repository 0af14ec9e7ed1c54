"""An answerer that knows the gold articles: what a careful translator would say to each question about them."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator

from pipeline.evaluation.gold import Place, read_gold
from pipeline.files import read_document
from pipeline.model import Span
from pipeline.recipe import Recipe
from pipeline.stages.propose_translation import ProposeTranslation

# A full-width mark beside the fragment is not asked for: another stage writes the plain one.
_MARKS = str.maketrans("，。！？：；（）", ",.!?:;()")


def answer_key(folder: pathlib.Path, recipe: Recipe) -> dict[str, str]:
    """The answer to every question that ``recipe`` could ask about ``folder``, by the marked sentence."""
    stage = next(s for s in recipe.stages if isinstance(s, ProposeTranslation))
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.txt")):
        source, places = read_gold(file.read_text("utf-8"))
        doc = recipe.until("propose_translation")(read_document(source.encode(), file.name, "text"))
        for asked, request in stage.questions(doc):
            for answer in _answers(source, places, asked.span):
                found.setdefault(f"{request.left}⟦{request.fragment}⟧{request.right}", answer)
    return found


def _answers(source: str, places: list[Place], span: Span) -> Iterator[str]:
    """What an editor accepts for the very fragment, where the place reaches beyond it."""
    for place in places:
        if place.span.covers(span) and not place.keep:
            left, right = (part.translate(_MARKS) for part in (source[place.span.start : span.start], source[span.end : place.span.end]))
            for text in place.accepted:
                if text.startswith(left) and text.endswith(right) and text[len(left) : len(text) - len(right)].strip():
                    yield text[len(left) : len(text) - len(right)].strip()
