"""The preposition that the English around a Chinese one asks for: ``responsible 对 the safety`` -> "responsible for the safety"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.chinese.prepositions import english_for
from pipeline.english.inflection import forms
from pipeline.english.sentence.tagger import Token, finite
from pipeline.english.vocabulary import words
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

# Above what the termbase proposes for the word alone, below the glossary of a user.
_FIT = 1.25
# What they say before a clause: "在 I was young".
_JOINING = {"在": "when", "就在": "just as", "当": "when", "每当": "whenever", "正当": "just as", "以便": "so that", "以防": "in case", "自": "since", "自从": "since", "直到": "until", "直至": "until", "由于": "because", "因": "because", "为了": "so that", "随着": "as"}
_SO_THAT = ("以至于", "以至", "以致", "以致于")
# Before a clause they are no prepositions.
_ALSO_JOINING = ("因", "因为", "由于", "随着", "自", "自从", "除了", "除", "在", "为了", "直到", "到", "至")
_ONLY_CLAUSES = ("当", "每当", "正当")
# What a preposition can lead to.
_OBJECTS = ("D", "X", "R", "#", "n", "N", "j", "g")
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
    joint = _JOINING.get(zh)
    if zh in _SO_THAT and any(t.lower in ("so", "such") for t in found.words_before(span)[:7]):
        # "so loud 以至于 nobody could hear him".
        yield seamed(span, "that", doc.source, Origin("rule", "preposition"), ("preposition:clause", f"zh:{zh}"), _FIT)
        return
    if joint and (clause := found.words_after(span)) and (_begins_clause(clause) or zh in _ONLY_CLAUSES and clause[0].tag in _OBJECTS and _is_clause(clause)):
        shown = forms.capitalize(joint) if found.slot(span).capital else joint
        yield seamed(span, shown, doc.source, Origin("rule", "preposition"), ("preposition:clause", f"zh:{zh}"), _FIT)
        return
    kinds = {sense.term.pos for sense in lexicon.senses(zh) if sense.rank < 2}
    if len(zh) > 2 or "prep" not in kinds and zh != "每":
        return
    before, after = found.sides(span)
    right = found.words_after(span)
    if not right or right[0].tag not in _OBJECTS and "N" not in words.tags(right[0].lower) and not right[0].text.startswith(('"', "“", "`")):
        return
    if right[0].lower in _SUBJECTS or zh in _ALSO_JOINING and _is_clause(right):
        return
    text = english_for(zh, found.words_before(span), right, before, after.lstrip())
    if text:
        shown = forms.capitalize(text) if found.slot(span).capital else text
        yield seamed(span, shown, doc.source, Origin("rule", "preposition"), ("preposition", f"zh:{zh}"), _FIT)


def _begins_clause(right: Sequence[Token]) -> bool:
    """True where a pronoun follows that does something: "I was", "it rains"."""
    return len(right) > 1 and right[0].lower in (*_SUBJECTS, "it", "you", "there") and (finite(right[1]) or right[1].tag in ("v", "z", "d") or right[1].tag == "r" and len(right) > 2 and right[2].tag in tuple("vzdBMHO"))


def _is_clause(right: Sequence[Token]) -> bool:
    """True where what follows has a verb of its own: "it was raining"."""
    # A number takes the comma behind it along.
    end = next((n + (len(t.text) > 1) for n, t in enumerate(right) if t.text[-1:] in _BREAKS or t.tag in ("W", "S", "C")), len(right))
    return any(finite(t) for t in right[1:end]) or end > 1 and "z" in words.tags(right[end - 1].lower) and right[end - 2].tag == "n"
