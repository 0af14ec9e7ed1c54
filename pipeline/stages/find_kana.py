"""Notes kana and Hangul, which are not Chinese and are never repaired: ``the song さくら`` -> さくら"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Finding, Kept, Span
from pipeline.script import HANGUL, KANA

_RUN = re.compile(f"[{KANA}{HANGUL}]+")


@dataclass(frozen=True, slots=True)
class FindKana:
    """Finds Japanese and Korean letters, and keeps the Chinese characters that touch them: 食べ物 is a Japanese word."""

    def __call__(self, doc: Document) -> Document:
        spans = [Span(m.start(), m.end()) for part in doc.prose() for m in _RUN.finditer(doc.source, part.start, part.end)]
        if not spans:
            return doc
        ends = {s.start for s in spans} | {s.end for s in spans}
        touching = [f.span for f in doc.findings if f.kind == "han" and (f.span.start in ends or f.span.end in ends)]
        return doc.noting(Finding(s, "kana") for s in spans).keeping(Kept(s, "part of a word in kana or Hangul") for s in touching)
