"""How good repairs are, measured on gold articles: places marked ``⟦before⇒accepted|accepted⟧{category}``, ``⟦=kept⟧``."""

from __future__ import annotations

import pathlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.files import read_document
from pipeline.lexicon.confidence import bucket
from pipeline.model import Edit, Outcome, Safety, Span
from pipeline.recipe import Recipe
from pipeline.spans import SpanIndex
from pipeline.stages.choose import kind_of, lead_of

_MARK = re.compile(r"⟦(=?)(.*?)(?:⇒(.*?))?⟧(?:\{(\w+)\})?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """One marked place of a gold article: where it is in the input, what may stand there, and its category."""

    span: Span
    before: str
    accepted: tuple[str, ...]
    category: str
    keep: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A place with what the repair wrote there, whether an editor accepts it, and the edits that wrote it."""

    article: str
    place: Place
    got: str
    right: bool
    edits: tuple[Edit, ...]


def read_gold(text: str) -> tuple[str, list[Place]]:
    """The input article of a gold text, and its places in order."""
    parts: list[str] = []
    places: list[Place] = []
    at = size = 0
    for match in _MARK.finditer(text):
        parts.append(text[at : match.start()])
        size += len(parts[-1])
        keep, before, after, category = match.groups()
        accepted = (before,) if keep else tuple(a.replace("¦", "|") for a in (after or "").split("|"))
        places.append(Place(Span(size, size + len(before)), before, accepted, category or ("keep" if keep else "other"), bool(keep)))
        parts.append(before)
        size += len(before)
        at = match.end()
    return "".join((*parts, text[at:])), places


def judge(folder: pathlib.Path, recipe: Recipe) -> list[Judged]:
    """Every place of the gold articles in ``folder`` (``*.txt``), repaired by ``recipe``. Raises InputError for an empty folder."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InputError(f"{folder}: no gold article (*.txt) there")
    return [judged for file in files for judged in _article(file, recipe)]


def _article(file: pathlib.Path, recipe: Recipe) -> Iterable[Judged]:
    source, places = read_gold(file.read_text("utf-8"))
    outcome = recipe.repair(read_document(source.encode("utf-8"), file.name, "text"))
    done = SpanIndex(outcome.done(), lambda e: e.span)
    for place in places:
        own = tuple(done.overlapping(place.span))
        got, wanted = _texts(outcome, place, own)
        yield Judged(file.name, place, got, got in wanted, own)


def _texts(outcome: Outcome, place: Place, own: Sequence[Edit]) -> tuple[str, set[str]]:
    """What stands at the place, and what may: both widened to the edits that reach beyond it."""
    source = outcome.doc.source
    start = min([place.span.start, *(e.span.start for e in own)])
    end = max([place.span.end, *(e.span.end for e in own)])
    parts: list[str] = []
    at = start
    for edit in own:
        parts += (source[at : edit.span.start], edit.after)
        at = edit.span.end
    got = "".join((*parts, source[at:end]))
    return _squeezed(got), {_squeezed(source[start : place.span.start] + a + source[place.span.end : end]) for a in place.accepted}


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def figures(judged: Sequence[Judged]) -> dict[str, object]:
    """Shares in [0, 1]: accepted, kept, precision and coverage of AUTO, top five; and counts by category."""
    repairs, keeps = [j for j in judged if not j.place.keep], [j for j in judged if j.place.keep]
    auto = [j for j in repairs if j.edits and all(e.safety is Safety.AUTO for e in j.edits)]
    total, good = Counter(j.place.category for j in judged), Counter(j.place.category for j in judged if j.right)
    return {
        "places": len(judged),
        "accepted": _share(repairs),
        "kept": _share(keeps),
        "precision_at_auto": _share(auto),
        "coverage_of_auto": round(len(auto) / max(1, len(repairs)), 4),
        "top_five": round(sum(_in_top_five(j) for j in repairs) / max(1, len(repairs)), 4),
        "by_category": {c: [good[c], total[c]] for c in sorted(total)},
    }


def _share(judged: Sequence[Judged]) -> float:
    return round(sum(j.right for j in judged) / max(1, len(judged)), 4)


def _in_top_five(judged: Judged) -> bool:
    """True where the accepted wording was written, or is among the four alternatives that are shown first."""
    if judged.right or len(judged.edits) == 0:
        return judged.right
    accepted = {_squeezed(a).casefold() for a in judged.place.accepted}
    main = max(judged.edits, key=lambda e: len(e.span))
    shown = [_squeezed(judged.got.replace(_squeezed(main.after), _squeezed(c.text))).casefold() for c in main.alternatives[:4]]
    return bool(accepted & set(shown))


def counts(judged: Sequence[Judged]) -> dict[tuple[str, str], tuple[int, int]]:
    """``(kind, bucket) -> (right, seen)`` over all edits, and ``(kind, "")`` for each kind whole: the table of confidence."""
    table: Counter[tuple[str, str, bool]] = Counter()
    for j in judged:
        for edit in j.edits:
            kind = kind_of(edit.notes, edit.origin)
            table[kind, bucket(*lead_of(edit.notes)), j.right and not j.place.keep] += 1
            table[kind, "", j.right and not j.place.keep] += 1
    keys = {(kind, place) for kind, place, _ in table}
    return {k: (table[(*k, True)], table[(*k, True)] + table[(*k, False)]) for k in sorted(keys)}
