"""A leftover with its English behind it is replaced by that English: ``山门 (Mountain Gate)`` -> "Mountain Gate"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.english import forms
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

_GLOSS = re.compile(r"\s?[(（]\s*([A-Za-z][A-Za-z0-9 ,.'’&/-]{0,58}?)\s*[)）]")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}s?$")
_NOT_A_GLOSS = re.compile(r"^(?:see|also|e\.g|i\.e|such as|including|for example|from|in|about|which|now|then|formerly|left|right|the (?:latter|former))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProposeGlosses:
    """Chinese first, English in brackets. An acronym in brackets is no translation: ``人工智能 (AI)`` keeps its brackets."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, _: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    match = _GLOSS.match(doc.source, span.end)
    if not match or _NOT_A_GLOSS.match(match[1]) or _ACRONYM.match(match[1]) or len(match[1].split()) > max(6, len(span) * 2):
        return
    place = Span(span.start, match.end())
    slot = found.slot(place)
    text = match[1]
    if slot.capital:
        text = forms.capitalize(text)
    yield seamed(place, text, doc.source, Origin("article", "gloss"), ("gloss",), 1.9)
