"""Lets a language model weigh the wordings of a place in its sentence: "helps against 时差" is jet lag, no time difference.

Only with ``language-model`` in the recipe. It proposes nothing of its own; a wording that reads better goes before the one that fits best.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.edits import term
from pipeline.english.fluency import likelihoods
from pipeline.lexicon.confidence import value
from pipeline.model import Candidate, Document, Edit, Safety
from pipeline.stages.choose import MOVED, Choose

# Fitted on the development articles: what a unit of log-likelihood counts beside the logarithm of the fit.
WEIGHT = 0.3
# What the model reads on both sides, in characters: a sentence or two before, the next few words.
_LEFT, _RIGHT = 160, 45
# It wins by a hair, so that the confidence, which was fitted without it, counts it as contested.
_AHEAD = 1.02
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class WeighFluency:
    """``model``: the folder of a causal language model as ``english.fluency`` reads it; without one nothing happens."""

    model: str = ""

    def __call__(self, doc: Document) -> Document:
        if not self.model or not doc.open():
            return doc
        edits = sorted(Choose()(doc).edits, key=lambda e: e.span)
        decided = {edit.span for edit in doc.decided}
        weighed: dict[str, list[_Weighed]] = defaultdict(list)
        for at, edit in enumerate(edits):
            if edit.span not in decided and _is_open(edit):
                weighed[term(edit.before)].append(self._weighed(doc.source, edits, at))
        return doc.proposing(c for places in weighed.values() for c in _better(places))

    def _weighed(self, source: str, edits: Sequence[Edit], at: int) -> _Weighed:
        edit = replace(edits[at], alternatives=tuple(c for c in edits[at].alternatives if _may_replace(c, edits[at])))
        left, right = _around(source, edits, at)
        texts = (edit.after, *(c.text for c in edit.alternatives))
        fits = (_fit(edit), *(c.fit for c in edit.alternatives))
        likely = likelihoods(self.model, [left + text + right for text in texts])
        return _Weighed(edit, [math.log(max(fit, _LEAST)) + WEIGHT * one for fit, one in zip(fits, likely, strict=True)])


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An edit as it would be made without the model, and the score of its wording and of each alternative, in their order."""

    edit: Edit
    scores: Sequence[float]

    def bases(self) -> dict[str, int]:
        """For each uninflected wording its best form, as its number."""
        best: dict[str, int] = {}
        for number, evidence in enumerate((self.edit.notes, *(c.evidence for c in self.edit.alternatives))):
            base = value(evidence, "term") or f"#{number}"
            if base not in best or self.scores[number] > self.scores[best[base]]:
                best[base] = number
        return best


def _is_open(edit: Edit) -> bool:
    """Not what is certain, what people approved, or a quantity, which an article writes in one way."""
    return bool(edit.alternatives) and edit.safety < Safety.AUTO and edit.origin.tier != "memory" and not value(edit.notes, "number")


def _may_replace(candidate: Candidate, edit: Edit) -> bool:
    """Before a term of the user's own nothing goes but its other wordings and forms."""
    return value(edit.notes, "rank") != "0" or value(candidate.evidence, "rank") == "0"


def _better(places: Sequence[_Weighed]) -> Iterator[Candidate]:
    """Of the places of one term the wording that reads best over all of them, ahead of what was best, where it is another."""
    bases = [place.bases() for place in places]
    least = min(min(place.scores) for place in places)
    sums = {base: sum(place.scores[own[base]] if base in own else least for place, own in zip(places, bases, strict=True)) for own in bases for base in own}
    best = max(sorted(sums), key=lambda base: sums[base])
    for place, own in zip(places, bases, strict=True):
        number = own.get(best, 0)
        if number:
            chosen = place.edit.alternatives[number - 1]
            yield replace(chosen, fit=round(_fit(place.edit) * _AHEAD, 4), evidence=(*chosen.evidence, MOVED))


def _fit(edit: Edit) -> float:
    return float(value(edit.notes, "fit") or 0.0)


def _around(source: str, edits: Sequence[Edit], at: int) -> tuple[str, str]:
    """What stands before and after a place, with the wordings of the places beside it as they are so far."""
    left = _written(source, edits[:at], 0, edits[at].span.start, edits[at].span.start - 2 * _LEFT)[-_LEFT:]
    right = _written(source, edits[at + 1 :], edits[at].span.end, min(len(source), edits[at].span.end + 2 * _RIGHT), 0)[:_RIGHT]
    # No cut-off words.
    return (left[left.find(" ") + 1 :] if len(left) == _LEFT else left), (right[: right.rfind(" ")] if len(right) == _RIGHT and " " in right else right)


def _written(source: str, edits: Sequence[Edit], start: int, end: int, since: int) -> str:
    start = max(start, since)
    parts: list[str] = []
    for edit in edits:
        if start <= edit.span.start and edit.span.end <= end:
            parts += (source[start : edit.span.start], edit.after)
            start = edit.span.end
    return "".join((*parts, source[start:end]))
