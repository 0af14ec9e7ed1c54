"""What articles make of a glossary: the terms that no article holds, those that never win, the refused wordings that stand there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.chinese.key import key
from pipeline.lexicon.confidence import value
from pipeline.lexicon.lexicon import LONGEST_TERM
from pipeline.model import Document
from pipeline.problems.problem import Problem
from pipeline.terminology.lint import problem
from pipeline.terminology.rows import Row

_WORD = re.compile(r"[A-Za-z][\w'’-]*")


@dataclass(slots=True)
class Usage:
    """Counts over articles, kept while they pass by; grows with the glossary, not with the articles."""

    terms: frozenset[str]
    refused: dict[str, tuple[str, ...]]
    standing: Counter[str] = field(default_factory=Counter)
    winning: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Usage:
        """For the terms of these rows."""
        terms = [row.term for row in rows if row.term]
        refused = {" ".join(_WORD.findall(t.en.lower())): tuple(_WORD.findall(t.en.lower())) for t in terms if t.refused}
        return cls(frozenset(key(t.zh) for t in terms), {wording: parts for wording, parts in refused.items() if parts})

    def add(self, doc: Document) -> None:
        """Count one article."""
        for finding in doc.findings:
            text = key(finding.span.of(doc.source))
            places = (text[a:b] for a in range(len(text)) for b in range(a + 1, min(len(text), a + LONGEST_TERM) + 1))
            self.standing.update(self.terms.intersection(places))
        for edit in doc.edits:
            if edit.origin.tier == "glossary" and value(edit.notes, "rank") == "0":
                self.winning[value(edit.notes, "zh")] += 1
            self.winning.update(self.terms.intersection(value(edit.notes, "parts").split("+")))
        self._count_refused(doc)

    def _count_refused(self, doc: Document) -> None:
        if not self.refused:
            return
        starts: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for wording, parts in self.refused.items():
            starts.setdefault(parts[0], []).append((wording, parts))
        for part in doc.prose():
            said = [word.lower() for word in _WORD.findall(doc.source, part.start, part.end)]
            for at, word in enumerate(said):
                for wording, parts in starts.get(word, ()):
                    self.used[wording] += tuple(said[at : at + len(parts)]) == parts


def usage_problems(rows: Sequence[Row], usage: Usage) -> Iterator[Problem]:
    """What the counts say of each row."""
    for row in rows:
        term = row.term
        if not term:
            continue
        if term.refused:
            count = usage.used[" ".join(_WORD.findall(term.en.lower()))]
            if count:
                yield problem(row, "deprecated", "warning", f"'{term.en}', refused for '{term.zh}', stands in the articles {count} time{'s' * (count > 1)}")
        elif not usage.standing[key(term.zh)]:
            yield problem(row, "unused", "note", f"'{term.zh}' stands in no article")
        elif not usage.winning[key(term.zh)]:
            yield problem(row, "outvoted", "note", f"'{term.zh}' stands in the articles {usage.standing[key(term.zh)]} times and never wins")
