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

    def accepts(self, source: str, span: Span, text: str) -> bool:
        """True where an editor lets ``text`` at ``span`` of ``source`` pass as the repair of this place; never of one to be kept."""
        start, end = min(self.span.start, span.start), max(self.span.end, span.end)
        got = squeezed(source[start : span.start] + text + source[span.end : end])
        return not self.keep and got in {squeezed(source[start : self.span.start] + a + source[self.span.end : end]) for a in self.accepted}


def squeezed(text: str) -> str:
    """``text`` with each run of white space as one blank."""
    return " ".join(text.split())


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
