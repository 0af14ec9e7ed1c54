"""Lets a language model weigh the wordings of a place in its sentence: "helps against 时差" is jet lag, no time difference.

Only with ``language-model`` in the recipe, behind the choice. It writes nothing of its own; a wording that reads better goes before the one
that fits best.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.edits import term
from pipeline.english.language_model.fluency import likelihoods, measured_chances
from pipeline.lexicon.confidence import LIKELY, MOVED, READS, UNREAD, chance_once_read, value
from pipeline.model import Candidate, Document, Edit, Safety

# Fitted on the calibration articles: what a unit of log-likelihood counts beside the logarithm of the fit, among the forms of one wording, which
# a model knows better than we do, and among wordings, where the one that is there has to be beaten.
_OF_FORMS, _OF_WORDINGS, _STAYS = 0.5, 0.3, 0.3
# Every character makes a text less likely: what one of them is given back.
_CHARACTER = 0.2
# On articles that its chances were not fitted on, 95 of 100 readings were right from here on.
READ_AUTO_FROM = 0.93
# What the model reads on both sides, in characters: a sentence or two before, the next few words.
_LEFT, _RIGHT = 160, 45
_LEAST = 0.02
# How far ahead a wording is that has no rival.
_ALONE = 5.0


@dataclass(frozen=True, slots=True)
class WeighFluency:
    """``model``: the folder of a causal language model as ``english.language_model.fluency`` reads it; without one nothing happens."""

    model: str = ""

    def __call__(self, doc: Document) -> Document:
        decided = {edit.span for edit in doc.decided}
        weighed: dict[str, list[_Weighed]] = defaultdict(list)
        for at, edit in enumerate(doc.edits if self.model else ()):
            if edit.span not in decided and _is_open(edit):
                weighed[term(edit.before)].append(self._weighed(doc.source, doc.edits, at))
        if not weighed:
            return doc
        chances = measured_chances(self.model)
        read = {edit.span: edit for places in weighed.values() for edit in _read(places, chances)}
        return doc.settling(read.get(edit.span, edit) for edit in doc.edits)

    def _weighed(self, source: str, edits: Sequence[Edit], at: int) -> _Weighed:
        left, right = _around(source, edits, at)
        wordings = _wordings(edits[at])
        likely = likelihoods(self.model, [left + c.text + right for c in wordings])
        return _Weighed(edits[at], wordings, [one + _CHARACTER * len(c.text) for c, one in zip(wordings, likely, strict=True)])


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An edit as it was chosen without the model, the wordings that may stand there, its own first, and how likely each is."""

    edit: Edit
    wordings: Sequence[Candidate]
    likely: Sequence[float]

    def forms(self) -> dict[str, int]:
        """For each uninflected wording the number of its best form."""
        best: dict[str, int] = {}
        for number, base in enumerate(self._bases()):
            if base not in best or self._score(number, _OF_FORMS) > self._score(best[base], _OF_FORMS):
                best[base] = number
        return best

    def scores(self) -> dict[str, float]:
        """For each uninflected wording how well its best form reads."""
        own = self._bases()[0]
        return {base: self._score(number, _OF_WORDINGS) + _STAYS * (base == own) for base, number in self.forms().items()}

    def read(self, base: str, chances: Mapping[str, float]) -> Edit:
        """The edit with that wording, or its own where it has no such, the others behind it as they read."""
        forms, scores, bases = self.forms(), self.scores(), self._bases()
        base = base if base in forms else bases[0]
        number = forms[base]
        chosen = self.wordings[number]
        ahead = scores[base] - max((score for other, score in scores.items() if other != base), default=scores[base] - _ALONE)
        likelier = self.likely[number] - max(one for n, one in enumerate(self.likely) if n != number)
        moved = (f"fit:{chosen.fit:.2f}", MOVED) if number else ()
        notes = (*chosen.evidence, *moved, f"{UNREAD}:{chosen.confidence:.3f}", f"{READS}:{ahead:.2f}", f"{LIKELY}:{likelier:.2f}")
        sure = chance_once_read(notes, chosen.origin, term(self.edit.before), chances) if chances else chosen.confidence
        others = sorted((n for n in range(len(self.wordings)) if n != number), key=lambda n: -self._score(n, _OF_WORDINGS))
        held = [c for c in self.edit.alternatives if c not in self.wordings]
        return replace(
            self.edit,
            after=chosen.text,
            origin=chosen.origin,
            confidence=sure,
            safety=Safety.AUTO if chances and sure >= READ_AUTO_FROM else Safety.REVIEW,
            alternatives=tuple(c._replace(confidence=min(c.confidence, sure)) for c in (*(self.wordings[n] for n in others), *held)),
            notes=notes,
        )

    def _bases(self) -> Sequence[str]:
        return [value(c.evidence, "term") or f"#{number}" for number, c in enumerate(self.wordings)]

    def _score(self, number: int, weight: float) -> float:
        return math.log(max(self.wordings[number].fit, _LEAST)) + weight * self.likely[number]


def _wordings(edit: Edit) -> Sequence[Candidate]:
    """What may stand there: the edit's own wording and what may go before it."""
    own = Candidate(edit.span, edit.after, edit.origin, edit.notes, float(value(edit.notes, "fit") or 0.0), edit.confidence)
    return (own, *(c for c in edit.alternatives if _may_replace(c, edit)))


def _is_open(edit: Edit) -> bool:
    """Not what is certain, what people approved, or a quantity, which an article writes in one way."""
    return len(_wordings(edit)) > 1 and edit.safety < Safety.AUTO and edit.origin.tier != "memory" and not value(edit.notes, "number")


def _may_replace(candidate: Candidate, edit: Edit) -> bool:
    """Before a term of the user's own nothing goes but its other wordings and forms."""
    return value(edit.notes, "rank") != "0" or value(candidate.evidence, "rank") == "0"


def _read(places: Sequence[_Weighed], chances: Mapping[str, float]) -> Iterator[Edit]:
    """The places of one term with the wording that reads best over all of them."""
    scores = [place.scores() for place in places]
    least = min(min(own.values()) for own in scores)
    sums = {base: sum(own.get(base, least) for own in scores) for each in scores for base in each}
    best = max(sorted(sums), key=lambda base: sums[base])
    for place in places:
        yield place.read(best, chances)


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
