"""What the judged places add up to: shares, the reliability of confidence, consistency of terms, residual runs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipeline.edits import term
from pipeline.evaluation.judge import Judged, JudgedArticle
from pipeline.lexicon.confidence import value
from pipeline.model import Safety
from pipeline.script import HAN_RUN

# Lower ends of the bins of the reliability curve.
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def figures(articles: Sequence[JudgedArticle]) -> dict[str, object]:
    """Shares in [0, 1] of the repairable places, counts by category ``[right, all]``, runs per 10,000 words of input.

    ``reliability`` has a row ``[lower end of the bin, places, mean confidence, share right]`` for each bin that is not empty.
    """
    judged = [j for a in articles for j in a.places]
    repairs, keeps = [j for j in judged if not j.place.keep], [j for j in judged if j.place.keep]
    auto = [j for j in repairs if j.edits and all(e.safety is Safety.AUTO for e in j.edits)]
    total, good = Counter(j.place.category for j in judged), Counter(j.place.category for j in judged if j.right)
    before, after = residual(articles)
    return {
        "articles": len(articles),
        "places": len(judged),
        "accepted": _share(j.right for j in repairs),
        "kept": _share(j.right for j in keeps),
        "precision_at_auto": _share(j.right for j in auto),
        "coverage_of_auto": round(len(auto) / max(1, len(repairs)), 4),
        "top_five": _share(j.in_top(5) for j in repairs),
        "consistency": consistency(articles),
        "residual_before": before,
        "residual_after": after,
        "reliability": reliability(repairs),
        "by_category": {c: [good[c], total[c]] for c in sorted(total)},
    }


def reliability(judged: Iterable[Judged]) -> list[list[float]]:
    """How often places are right, by the confidence that was given: the lowest of the edits at the place."""
    return curve([(min(e.confidence for e in j.edits), j.right) for j in judged if j.edits])


def curve(rows: Iterable[tuple[float, bool]], bins: Sequence[float] = BINS) -> list[list[float]]:
    """``[lower end of the bin, rows, mean chance, share right]`` for each bin that is not empty, from ``(chance, right)``."""
    filled: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    for chance, right in rows:
        filled[max(low for low in bins if chance >= low)].append((chance, right))
    return [[low, len(own), round(sum(c for c, _ in own) / len(own), 3), _share(right for _, right in own)] for low, own in sorted(filled.items())]


def consistency(articles: Iterable[JudgedArticle]) -> float:
    """Of the terms that stand at several places of one article, the share that got one wording (whatever its forms); 1 where none does."""
    same: list[bool] = []
    for article in articles:
        wordings: dict[str, list[str]] = defaultdict(list)
        for edit in {e.span: e for j in article.places for e in j.edits}.values():
            base = value(edit.notes, "term")
            if base:
                wordings[term(edit.before)].append(base)
        same += [len(set(bases)) == 1 for bases in wordings.values() if len(bases) > 1]
    return _share(same) if same else 1.0


def residual(articles: Sequence[JudgedArticle]) -> tuple[float, float]:
    """Repairable runs of Chinese per 10,000 words, before and after."""
    words = max(1, sum(a.words for a in articles))
    repairs = [j for a in articles for j in a.places if not j.place.keep]
    return tuple(round(10_000 * sum(len(HAN_RUN.findall(text)) for text in texts) / words, 1) for texts in ([j.place.before for j in repairs], [j.got for j in repairs]))  # type: ignore[return-value]


def _share(marks: Iterable[bool]) -> float:
    rows = list(marks)
    return round(sum(rows) / max(1, len(rows)), 4)
