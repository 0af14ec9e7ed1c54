"""The complement of a Chinese verb, left behind its English verb: ``sit下来`` -> "sit down", ``grew quiet下来`` -> "grew quiet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.english import words
from pipeline.english.tagger import tag
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

# Where it leads, as English says it behind a verb of motion or posture; behind another verb it says nothing.
_WHERE = {
    "下来": "down", "下": "down", "起来": "up", "起": "up", "出来": "out", "出": "out", "出去": "out", "进来": "in", "进去": "in", "进": "in", "回来": "back", "回去": "back", "过来": "over",
    "过去": "over", "上来": "up", "上去": "up", "下去": "down", "走": "away", "开": "apart", "掉": "off",
}  # fmt: skip
_SILENT = ("过", "完", "住", "完毕", "起来", "下来", "下去")
_MOVES = frozenset(
    "sit stand lie walk run come go get fall jump climb take put bring send carry pull push look turn set pick drop lay settle calm cool slow break hand pass throw move fly write draw step "
    "hold speed wake rise grow drive kneel crouch roll slide slip sink float pour shut lift tear cut wash blow swim crawl march rush hurry ride leap bend lean".split()
)
_VERB = re.compile(r"([A-Za-z]+)(\s?)$")


@dataclass(frozen=True, slots=True)
class ProposeComplements:
    """Only right behind an English verb, or behind an adjective where the complement is glued to it."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, _: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    if zh not in _WHERE and zh not in _SILENT:
        return
    left = found.sides(span)[0]
    verb = _VERB.search(left)
    last = tag(left)[-1:] if verb else []
    if not verb or last[0].tag not in ("v", "z", "d", "p", "g", "j"):
        return
    where = _WHERE.get(zh, "") if (words.lemma(verb[1]) or verb[1].lower()) in _MOVES and last[0].tag != "j" else ""
    following = re.match(r"\s?([A-Za-z]*)", doc.source[span.end : span.end + 20])
    if where and not (following and following[1].lower() == where):
        yield seamed(span, where, doc.source, Origin("rule", "complement"), ("complement:said",), 1.1)
    elif zh in _SILENT and not verb[2]:
        yield Candidate(span, " " if following and following[0][:1].isalnum() else "", Origin("rule", "complement"), ("complement:silent",), 1.1)
