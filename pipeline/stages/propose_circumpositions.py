"""Chinese that stands on both sides of English: ``当 X 时`` -> "when X,", ``6.x 之前`` -> "before 6.x"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.english.inflection import forms
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.script import HAN
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

# (opening, closing) -> the English conjunction or preposition that says both.
_PAIRS = {
    ("当", "时"): "when", ("在", "时"): "when", ("为", "时"): "when", ("当", "的时候"): "when", ("在", "的时候"): "when", ("在", "之后"): "after", ("在", "后"): "after",
    ("在", "之前"): "before", ("在", "前"): "before", ("如果", "时"): "if", ("如果", "的话"): "if", ("如果", "则"): "if", ("在", "期间"): "during", ("除了", "之外"): "apart from",
    ("除了", "以外"): "apart from", ("在", "中"): "in", ("在", "里"): "in", ("在", "上"): "on", ("在", "下"): "under", ("从", "开始"): "from", ("从", "起"): "from",
    ("深受", "喜爱"): "much loved by", ("深受", "欢迎"): "very popular with", ("深受", "好评"): "highly praised by", ("备受", "喜爱"): "much loved by", ("备受", "关注"): "closely watched by",
    ("受到", "欢迎"): "popular with", ("受", "欢迎"): "popular with", ("受", "喜爱"): "loved by",
}  # fmt: skip
_OPENING = re.compile(f"(?<![{HAN}])({'|'.join(sorted({a for a, _ in _PAIRS}, key=len, reverse=True))})[ ]?(?=[A-Za-z0-9`\"'_.$-])")
_CLOSING = re.compile(f"({'|'.join(sorted({b for _, b in _PAIRS}, key=len, reverse=True))})(是)?(?![{HAN}])")
_INSIDE = re.compile(f"[^{HAN}。！？.!?;；，\\n|]{{1,60}}")
# A version or a date with the Chinese preposition behind it.
_POSTPOSED = {"之前": "before", "以前": "before", "之后": "after", "以后": "after", "开始": "starting with", "起": "from"}
_VERSION = re.compile(r"(?<![\w.])(v?\d[\w.]*) ?\Z")


@dataclass(frozen=True, slots=True)
class ProposeCircumpositions:
    """Only where nothing but English, code or figures stands between the two halves."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, _: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    yield from _opened(doc.source, found, span, zh)
    yield from _closed(doc.source, span, zh)
    version = _VERSION.search(doc.source[max(0, span.start - 16) : span.start])
    if version and zh in _POSTPOSED:
        place = Span(span.start - len(version[0]), span.end)
        yield seamed(place, f"{_POSTPOSED[zh]} {version[1]}", doc.source, Origin("rule", "postposition"), ("circumposition",), 1.3)


def _opened(source: str, found: Surroundings, span: Span, zh: str) -> Iterator[Candidate]:
    inside = _INSIDE.match(source, span.end)
    closing = _CLOSING.match(source, inside.end()) if inside else None
    english = _PAIRS.get((zh, closing[1])) if closing else None
    if english:
        english = forms.capitalize(english) if found.slot(span).capital else english
        yield seamed(span, english, source, Origin("rule", "circumposition"), ("circumposition",), 1.3)


def _closed(source: str, span: Span, zh: str) -> Iterator[Candidate]:
    """The closing half becomes a comma where a clause goes on, else it goes."""
    closing = _CLOSING.fullmatch(zh)
    if not closing:
        return
    before = source[max(0, span.start - 66) : span.start]
    opening = next((m for m in reversed(list(_OPENING.finditer(before))) if _INSIDE.fullmatch(before, m.end())), None)
    english = _PAIRS.get((opening[1], closing[1])) if opening else None
    if not english:
        return
    start = span.start - (before[-1:] == " ")
    follows = re.match(r" ?[\w\"'`]", source[span.end : span.end + 2])
    comma = "," if follows and english in ("when", "if", "after", "before", "apart from") else ""
    yield Candidate(Span(start, span.end), comma, Origin("rule", "circumposition"), ("circumposition",), 1.3)
