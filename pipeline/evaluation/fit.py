"""Fits the weights of the confidence on judged gold articles, and says how well it would have done on articles it had not seen."""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.edits import term
from pipeline.evaluation.judge import JudgedArticle
from pipeline.lexicon.confidence import features, features_once_read

FOLDS = 5
_ROUNDS = 400
_RATE = 0.5
# Strong enough that a feature seen a few times moves nothing by itself.
_PENALTY = 3.0


@dataclass(frozen=True, slots=True)
class Example:
    """One edit of a gold article: what held for it, and whether an editor lets it pass."""

    article: str
    features: tuple[str, ...]
    right: bool


def examples(articles: Iterable[JudgedArticle], read: bool = False) -> list[Example]:
    """One for each edit at a marked place, or for each that a language model ``read``; an edit of Chinese that should have been kept is wrong."""
    rows = [
        Example(article.name, features_once_read(edit.notes, edit.origin, term(edit.before)) if read else features(edit.notes, edit.origin, term(edit.before)), j.right and not j.place.keep)
        for article in articles
        for j in article.places
        for edit in j.edits
    ]
    return [row for row in rows if row.features]


def fitted(rows: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic model with an L2 penalty, by gradient descent with a step of its own for each weight; deterministic."""
    weights: dict[str, float] = defaultdict(float)
    speed: dict[str, float] = defaultdict(float)
    for _ in range(_ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for row in rows:
            miss = _chance(weights, row.features) - row.right
            for name in row.features:
                slope[name] += miss
        for name, value in slope.items():
            step = value + _PENALTY * weights[name] * (name != "")
            speed[name] += step * step
            weights[name] -= _RATE * step / math.sqrt(speed[name] + 1e-9)
    return {name: round(weight, 4) for name, weight in sorted(weights.items()) if abs(weight) >= 0.001 or name.startswith("kind=")}


def held_out(rows: Sequence[Example]) -> list[tuple[float, bool]]:
    """The chance that each row gets from weights fitted on the articles of the other folds, and what was true."""
    found: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fitted([row for row in rows if _fold(row.article) != fold])
        found += [(_chance(weights, row.features), row.right) for row in rows if _fold(row.article) == fold]
    return found


def _chance(weights: dict[str, float], names: Sequence[str]) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in names)))


def _fold(article: str) -> int:
    return zlib.crc32(article.encode()) % FOLDS
