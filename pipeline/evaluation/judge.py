"""Compares what a repair wrote at every place of the gold articles with what an editor accepts there."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.evaluation.backends import JudgedOpinion, judged_opinions
from pipeline.evaluation.forms import JudgedForm, judged_forms
from pipeline.evaluation.gold import Place, read_gold, squeezed
from pipeline.files import read_document
from pipeline.model import Edit, Outcome, Span
from pipeline.recipe import Recipe
from pipeline.spans import SpanIndex


@dataclass(frozen=True, slots=True)
class Judged:
    """A place with what the repair wrote there, whether an editor accepts it, and the edits that wrote it.

    ``shown`` are the wordings of the place with each alternative in turn, in the order in which a reviewer sees them.
    """

    article: str
    place: Place
    got: str
    right: bool
    edits: tuple[Edit, ...]
    shown: tuple[str, ...] = ()

    def in_top(self, number: int) -> bool:
        """True where an accepted wording was written, or is among the first ``number`` that a reviewer sees."""
        accepted = {squeezed(a).casefold() for a in self.place.accepted}
        return self.right or any(text.casefold() in accepted for text in self.shown[: number - 1])


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """One gold article: its words of English in the input, and its places as they were judged."""

    name: str
    words: int
    places: tuple[Judged, ...]
    opinions: tuple[JudgedOpinion, ...] = ()
    forms: tuple[JudgedForm, ...] = ()


def judge(folder: pathlib.Path, recipe: Recipe) -> list[JudgedArticle]:
    """The gold articles in ``folder`` (``*.txt``), repaired by ``recipe``. Raises InputError for an empty folder."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InputError(f"{folder}: no gold article (*.txt) there")
    golds = [read_gold(file.read_text("utf-8")) for file in files]
    outcomes = recipe.repair_many([read_document(source.encode("utf-8"), file.name, "text") for file, (source, _) in zip(files, golds, strict=True)])
    return [_article(file.name, outcome, places) for file, outcome, (_, places) in zip(files, outcomes, golds, strict=True)]


def _article(name: str, outcome: Outcome, places: Sequence[Place]) -> JudgedArticle:
    opinions = tuple(judged_opinions(outcome.doc, places))
    forms = tuple(judged_forms(outcome.doc, places))
    return JudgedArticle(name, len(outcome.doc.source.split()), tuple(_judged(name, outcome, places)), opinions, forms)


def _judged(article: str, outcome: Outcome, places: Sequence[Place]) -> Iterable[Judged]:
    done = SpanIndex(outcome.done(), lambda e: e.span)
    for place in places:
        own = tuple(done.overlapping(place.span))
        got, wanted = _texts(outcome, place, own)
        yield Judged(article, place, got, got in wanted, own, _shown(got, own))


def _texts(outcome: Outcome, place: Place, own: Sequence[Edit]) -> tuple[str, set[str]]:
    """What stands at the place, and what may: both widened to the edits that reach beyond it."""
    source = outcome.doc.source
    start = min([place.span.start, *(e.span.start for e in own)])
    end = max([place.span.end, *(e.span.end for e in own)])
    got = _written(source, Span(start, end), own)
    return squeezed(got), {squeezed(source[start : place.span.start] + a + source[place.span.end : end]) for a in place.accepted}


def _written(source: str, span: Span, own: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = span.start
    for edit in own:
        parts += (source[at : edit.span.start], edit.after)
        at = edit.span.end
    return "".join((*parts, source[at : span.end]))


def _shown(got: str, own: Sequence[Edit]) -> tuple[str, ...]:
    if not own:
        return ()
    main = max(own, key=lambda e: len(e.span))
    return tuple(squeezed(got.replace(squeezed(main.after), squeezed(c.text))) for c in main.alternatives)
