"""What is left beside an English verb: its complement, ``sit下来`` -> "sit down", or a verb that says nothing itself, ``must be 加以 solved`` -> "must be solved"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.english.sentence.tagger import tag
from pipeline.english.vocabulary import words
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
    """A complement only right behind an English verb, or behind an adjective that it is glued to; a verb without a meaning only between a helper and its verb."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


# Verbs that lead to another one, which says alone what is done.
_LIGHT = ("加以", "予以", "给予", "进行", "作出", "做出", "来", "去")


def _light(doc: Document, found: Surroundings, span: Span) -> Iterator[Candidate]:
    """ "will 予以 punish", "must be 加以 solved", "to 进行 inspect": it goes, with the blank behind it."""
    left, right = found.sides(span)
    before, after = tag(left)[-1:], tag(f"to {right}" if tag(left)[-1:] and tag(left)[-1].tag in "MTO" else right)
    after = after[1:] if after[:1] and after[0].tag == "T" else after
    if not before or not after or not right.startswith(" "):
        return
    first = after[0].lower
    bare = before[0].tag in ("M", "T", "O") and words.known_verb(first) and after[0].tag == "v" and after[1:2] != [] and after[1].tag in tuple("DXRnNj#")
    done = before[0].tag in ("B", "H") and "p" in words.guess(first) and first not in ("need", "set")
    if bare or done:
        yield Candidate(Span(span.start, span.end + (doc.source[span.end : span.end + 1] == " ")), "", Origin("rule", "light-verb"), ("complement:silent",), 1.1)


def _proposed(doc: Document, _: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    if zh in _LIGHT:
        yield from _light(doc, found, span)
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
