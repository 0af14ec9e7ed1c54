"""The preposition that the English around a Chinese one asks for: ``responsible 对 the safety`` -> "responsible for the safety"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.chinese.prepositions import english_for
from pipeline.english import forms
from pipeline.english.tagger import ANY, Token, finite, tag
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

# Above what the termbase proposes for the word alone, below the glossary of a user.
_FIT = 1.25
# What a preposition can lead to.
_OBJECTS = ("D", "X", "R", "#", "n", "N", "j", "g")
_WINDOW = 120
# Before a verb they do something: no preposition leads to them.
_SUBJECTS = ("he", "she", "they", "we", "i")
_BREAKS = (",", ".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class ProposePrepositions:
    """Only where a noun phrase follows."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, lexicon: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    kinds = {sense.term.pos for sense in lexicon.senses(zh) if sense.rank < 2}
    if len(zh) > 2 or "prep" not in kinds:
        return
    before, after = found.sides(span)
    right = tag(f"{ANY} {after[:_WINDOW].lstrip()}")[1:]
    if not right or right[0].tag not in _OBJECTS and not right[0].text.startswith(('"', "“", "`")):
        return
    if right[0].lower in _SUBJECTS or "conj" in kinds and _is_clause(right):
        return
    text = english_for(zh, tag(before[-_WINDOW:])[::-1], right, before, after.lstrip())
    if text:
        shown = forms.capitalize(text) if found.slot(span).capital else text
        yield seamed(span, shown, doc.source, Origin("rule", "preposition"), ("preposition", f"zh:{zh}"), _FIT)


def _is_clause(right: Sequence[Token]) -> bool:
    """True where what follows has a verb of its own: "it was raining"."""
    end = next((n for n, t in enumerate(right) if t.text in _BREAKS or t.tag in ("W", "S", "C")), len(right))
    return any(finite(t) for t in right[1:end])
