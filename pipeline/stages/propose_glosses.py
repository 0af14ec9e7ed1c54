"""A leftover with its English behind it is replaced by that English: ``山门 (Mountain Gate)`` -> "Mountain Gate"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.english.inflection import forms
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN_CHARACTER
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

_GLOSS = re.compile(r"[ \t\u00a0\u3000]?[(（][ \t\u00a0\u3000]*([A-Za-z][A-Za-z0-9 ,.'’&/-]{0,58}?)[ \t\u00a0\u3000]*[)）]")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}s?$")
# What a model says instead of its answer: "好失望"的英文翻译是 "I'm disappointed."
_TOLD = re.compile(
    r"[\"“](?P<said>[^\"”\n]*)[\"”]\s?的(?:英文|英语|中英文)?(?:翻译|译文|意思)(?:可以)?(?:如下|是|为)?\s?[:：]?\s*"
    r"(?P<open>[\"“]?)\s*(?P<english>[^\"”\n\u2e80-\u9fff]*[A-Za-z][^\"”\n\u2e80-\u9fff]*)(?P<close>[\"”]?)(?P<end>[。.]?)"
)
# One of these stands in all that is said about an answer.
_TELLING = ("翻译", "译文", "意思")
# What is said about an answer is not longer than that; without an end the rest of the article is searched for each run.
_FARTHEST = 400
_ANNOUNCED = re.compile(r"(?:The ?)?(?:这句话|该句|以上|上述|本句)的?(?:英文|英语)?(?:翻译|译文)(?:如下|是|为)\s?[:：]?\s*")
_ALTERNATIVE = re.compile(r"\s?(?:或者?|or)\s?[\"“]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_NOT_A_GLOSS = re.compile(r"^(?:see|also|e\.g|i\.e|such as|including|for example|from|in|about|which|now|then|formerly|left|right|the (?:latter|former))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProposeGlosses:
    """Chinese first, English in brackets. An acronym in brackets is no translation: ``人工智能 (AI)`` keeps its brackets."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, _: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    told = _told(doc, span)
    if told:
        yield told
        return
    match = _GLOSS.match(doc.source, span.end)
    if not match or _NOT_A_GLOSS.match(match[1]) or _ACRONYM.match(match[1]) or len(match[1].split()) > max(6, len(span) * 2):
        return
    place = Span(span.start, match.end())
    slot = found.slot(place)
    text = match[1]
    if slot.capital:
        text = forms.capitalize(text)
    made = seamed(place, text, doc.source, Origin("article", "gloss"), ("gloss",), 1.9)
    # The blank before what follows is written with it where that is Chinese too.
    yield made._replace(text=made.text.rstrip()) if HAN_CHARACTER.match(doc.source, match.end()) else made


def _told(doc: Document, span: Span) -> Candidate | None:
    """The answer alone, where a model talks about it; not where that would lose English of the question."""
    if not any(doc.source.find(word, max(0, span.start - _FARTHEST), span.end + _FARTHEST) >= 0 for word in _TELLING):
        return None
    start = max(doc.source.rfind("\n", max(0, span.start - _FARTHEST), span.start) + 1, span.start - _FARTHEST)
    for match in _TOLD.finditer(doc.source, start, span.end + _FARTHEST):
        if match.start() > span.start:
            break
        place = Span(match.start(), match.end())
        if place.covers(span) and bool(match["open"]) == bool(match["close"]) and _keeps_english(match["said"], match["english"]):
            quoted = _ALTERNATIVE.match(doc.source, match.end())
            text = f'"{match["english"].strip()}"' if quoted else _ended(match["english"].strip(), match["end"])
            return Candidate(place, text, Origin("article", "told"), ("told",), 1.9)
    announced = _ANNOUNCED.match(doc.source, start)
    if announced and Span(announced.start(), announced.end()).covers(span):
        return Candidate(Span(announced.start(), announced.end()), "", Origin("rule", "announced"), ("told",), 1.9)
    return None


def _keeps_english(said: str, english: str) -> bool:
    return {w.lower() for w in _LATIN.findall(said)} <= {w.lower() for w in _LATIN.findall(english)}


def _ended(english: str, end: str) -> str:
    return english if not end or english[-1:] in ".!?" else english + "."
