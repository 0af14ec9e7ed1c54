"""Who settles the leftovers of each article: the glossaries of the house, the lexicon that ships, rules, the memory, or nobody yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.lexicon.confidence import value
from pipeline.model import Document, Edit, Safety
from pipeline.problems.found import places

# In the order of columns: a glossary of the house, what people decided or approved, what ships, and what is left.
BY = ("glossary", "decided", "memory", "shipped", "dictionary", "rule", "translated", "nobody")


@dataclass(slots=True)
class Coverage:
    """Counts while articles pass by: by article, by glossary, and the terms of the glossaries that were used."""

    articles: dict[str, Counter[str]] = field(default_factory=dict)
    glossaries: Counter[str] = field(default_factory=Counter)
    used: Counter[tuple[str, str]] = field(default_factory=Counter)
    certain: Counter[str] = field(default_factory=Counter)

    def add(self, path: str, doc: Document) -> None:
        """Take one article, or one record of a file, in."""
        own = self.articles.setdefault(path, Counter())
        for _, edit in places(doc):
            by = settled_by(edit)
            own[by] += 1
            self.certain[by] += edit is not None and edit.safety is Safety.AUTO
            if edit and by == "glossary":
                self.glossaries[edit.origin.entry] += 1
                self.used[(edit.origin.entry, value(edit.notes, "zh"))] += 1

    def unused(self, glossary: str, terms: Sequence[str]) -> list[str]:
        """The terms of a glossary that settled nothing, in their order."""
        return [zh for zh in dict.fromkeys(terms) if not self.used[(glossary, zh)]]

    def total(self) -> Counter[str]:
        """Over all articles."""
        return sum(self.articles.values(), Counter())


def settled_by(edit: Edit | None) -> str:
    """One of ``BY``."""
    if edit is None or edit.safety is Safety.LEAVE:
        return "nobody"
    if edit.origin.entry == "decision":
        return "decided"
    tier = edit.origin.tier
    if tier == "glossary":
        return "glossary" if value(edit.notes, "rank") == "0" else "shipped"
    return {"mt": "translated", "model": "translated", "memory": "memory", "article": "memory", "dictionary": "dictionary"}.get(tier, "rule")
