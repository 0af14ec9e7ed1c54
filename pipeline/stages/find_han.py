"""Notes every run of Chinese in prose: ``the 红利 of traffic`` -> 红利, ``每单只赚8毛钱`` as one run."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Finding, Span
from pipeline.script import BAR, HAN

# Digits, Latin letters and Chinese marks belong to a run where Chinese stands on both sides; a blank ends it.
_CHARACTER = f"(?:(?!{BAR})[{HAN}])"
_RUN = re.compile(f"{_CHARACTER}+(?:(?:[A-Za-z0-9.%+]{{1,12}}|[，、；：·“”‘’])(?={_CHARACTER}){_CHARACTER}+)*")


@dataclass(frozen=True, slots=True)
class FindHan:
    """Finds Chinese of any plane, 〇 and 々 included; the bar 丨 is a mark, not Chinese."""

    def __call__(self, doc: Document) -> Document:
        return doc.noting(Finding(Span(m.start(), m.end()), "han") for part in doc.prose() for m in _RUN.finditer(doc.source, part.start, part.end))
