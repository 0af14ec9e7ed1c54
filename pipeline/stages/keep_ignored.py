"""Leaves what an ignore comment covers: ``Shops call it 摆摊 too. <!-- hanmend: ignore -->`` stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.formats.directives import Directive, directives
from pipeline.model import Document, Kept, Span

WHY = "ignored by the comment in line"


@dataclass(frozen=True, slots=True)
class KeepIgnored:
    """Goes last of the keep stages: a comment over Chinese that stays anyway is one that is not needed, and is reported."""

    def __call__(self, doc: Document) -> Document:
        if doc.settings.ignored:
            return doc.keeping(Kept(finding.span, "ignored by the front matter") for finding in doc.open())
        found = directives(doc)
        if not found:
            return doc
        kept = []
        for finding in doc.open():
            if any(d.place.covers(finding.span) for d in found):
                kept.append(Kept(finding.span, "part of an ignore comment"))
            elif (by := next((d for d in found if _covers(d, finding.span, doc.source)), None)) is not None:
                kept.append(Kept(finding.span, _why(by)))
        return doc.keeping(kept)


def unused(doc: Document) -> Sequence[Directive]:
    """The comments of a finished document that quieted nothing or are at fault."""
    whys = {k.why for k in doc.kept}
    return [d for d in directives(doc) if d.fault or d.word != "ignore-end" and _why(d) not in whys]


def _why(directive: Directive) -> str:
    return f"{WHY} {directive.line}{': ' if directive.reason else ''}{directive.reason}"


def _covers(directive: Directive, span: Span, source: str) -> bool:
    if not directive.covers or not directive.covers.covers(span):
        return False
    if not directive.terms:
        return True
    pattern = "|".join(re.escape(term) for term in sorted(directive.terms, key=len, reverse=True))
    return any(Span(m.start(), m.end()).covers(span) for m in re.compile(pattern).finditer(source, directive.covers.start, directive.covers.end))
