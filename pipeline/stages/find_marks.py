"""Notes full-width punctuation, digits and letters in English prose: ``mere volume，so`` -> ，"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Finding, Span
from pipeline.script import WIDE_DIGITS, WIDE_LETTERS, WIDE_MARKS
from pipeline.spans import SpanIndex

# Marks apart from digits: what a number takes with it leaves the mark before it a place of its own.
_MARKS = re.compile(f"[{re.escape(WIDE_MARKS)}\u3000]+|[{WIDE_DIGITS}{WIDE_LETTERS}]+")
# A middle dot is English too, but not between the parts of a name: Jean·Paul.
_DOT = re.compile("(?<=[a-z])·(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class FindMarks:
    """Finds runs of marks that are not inside a run of Chinese. Goes after ``find_han``."""

    def __call__(self, doc: Document) -> Document:
        runs = SpanIndex([f.span for f in doc.findings if f.kind == "han"], lambda span: span)
        patterns = (_MARKS, _DOT) if "·" in doc.source else (_MARKS,)
        found = (Span(m.start(), m.end()) for part in doc.prose() for pattern in patterns for m in pattern.finditer(doc.source, part.start, part.end))
        return doc.noting(Finding(span, "punctuation") for span in found if not runs.overlapping(span))
