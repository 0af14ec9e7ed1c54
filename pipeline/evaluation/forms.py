"""How often the form of a wording is right where the wording is: what the terms of a user's own glossary are trusted by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.evaluation.gold import Place
from pipeline.lexicon.confidence import is_sure_of_form, value
from pipeline.model import Candidate, Document
from pipeline.spans import SpanIndex


@dataclass(frozen=True, slots=True)
class JudgedForm:
    """The form that fits best of a wording that an editor accepts in some form: its slot, whether another comes near, whether it is accepted."""

    slot: str
    sure: bool
    right: bool


def judged_forms(doc: Document, places: Sequence[Place]) -> Iterator[JudgedForm]:
    """One for each wording of a whole run that could be right at a place."""
    by_place = SpanIndex([place for place in places if not place.keep], lambda place: place.span)
    wordings: dict[tuple[Place, str], list[Candidate]] = defaultdict(list)
    for candidate in doc.candidates:
        base = value(candidate.evidence, "term")
        if base and value(candidate.evidence, "rank") and not value(candidate.evidence, "parts"):
            for place in by_place.overlapping(candidate.span):
                wordings[place, base].append(candidate)
    for (place, _), own in wordings.items():
        if any(place.accepts(doc.source, c.span, c.text) for c in own):
            best = max(own, key=lambda c: (c.fit, c.text))
            yield JudgedForm(value(best.evidence, "slot"), is_sure_of_form(best, own), place.accepts(doc.source, best.span, best.text))


def counted(forms: Iterable[JudgedForm]) -> dict[tuple[str, bool], tuple[int, int]]:
    """``(slot, sure) -> (right, all)``, sorted."""
    counts = Counter((form.slot, form.sure, form.right) for form in forms)
    return {(slot, sure): (counts[slot, sure, True], counts[slot, sure, True] + counts[slot, sure, False]) for slot, sure in sorted({key[:2] for key in counts})}
