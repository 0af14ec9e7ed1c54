"""How often each backend is right, whether its answer was written or not: what its confidence is calibrated with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.evaluation.gold import Place
from pipeline.lexicon.confidence import value
from pipeline.model import Candidate, Document, Span
from pipeline.spans import SpanIndex


@dataclass(frozen=True, slots=True)
class JudgedOpinion:
    """A backend that was asked for a fragment: ``kind`` is empty where it answered, ``right`` where an editor accepts the answer."""

    backend: str
    kind: str
    right: bool


def judged_opinions(doc: Document, places: Sequence[Place]) -> Iterator[JudgedOpinion]:
    """One for each time that a backend was asked for a fragment that a place covers alone; an answer to Chinese that stays is wrong."""
    if not doc.asked:
        return
    by_place, by_span = SpanIndex(places, lambda p: p.span), SpanIndex(doc.candidates, lambda c: c.span)
    shared = Counter(_place(by_place, asked.span) for asked in {(a.span, a.backend): a for a in doc.asked}.values())
    backends = len({a.backend for a in doc.asked})
    for asked in doc.asked:
        place = _place(by_place, asked.span)
        if place is None or shared[place] > backends:
            continue
        best = _best(by_span.covering(asked.span), asked.backend) if not asked.kind else None
        yield JudgedOpinion(value(best.evidence, "backend") if best else asked.backend, asked.kind, bool(best and place.accepts(doc.source, best.span, best.text)))


def calibration(opinions: Iterable[JudgedOpinion]) -> dict[str, tuple[int, int]]:
    """``backend/model -> (right, answered)``."""
    counts: Counter[tuple[str, bool]] = Counter((o.backend, o.right) for o in opinions if not o.kind)
    return {name: (counts[name, True], counts[name, True] + counts[name, False]) for name in sorted({name for name, _ in counts})}


def _place(by_place: SpanIndex[Place], span: Span) -> Place | None:
    return next((p for p in by_place.overlapping(span) if p.span.covers(span)), None)


def _best(candidates: Iterable[Candidate], backend: str) -> Candidate | None:
    """The form of the backend's first wording that fits best: the one that it would write."""
    own = [c for c in candidates if value(c.evidence, "backend").partition("/")[0] == backend and c.origin.tier in ("mt", "model")]
    return max(own, key=lambda c: (c.fit, c.text), default=None)


