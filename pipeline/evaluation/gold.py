"""Gold articles: places marked ``⟦before⇒accepted|accepted⟧{category}`` and ``⟦=kept⟧`` in the text that is to be repaired."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Span

_MARK = re.compile(r"⟦(=?)(.*?)(?:⇒(.*?))?⟧(?:\{(\w+)\})?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """One marked place of a gold article: where it is in the input, what may stand there, and its category."""

    span: Span
    before: str
    accepted: tuple[str, ...]
    category: str
    keep: bool


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
