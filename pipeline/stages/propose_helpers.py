"""Chinese that helps the English verb behind it, with the helper that the English lacks: ``The talks 仍在 going on`` -> "are still", ``The train 即将 depart`` -> "is about to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.english.sentence.tagger import Token, tag
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary import words
from pipeline.english.wording.conjugated import finite
from pipeline.lexicon.lexicon import Lexicon
from pipeline.model import Candidate, Document, Origin, Span
from pipeline.stages.senses import each_run, seamed
from pipeline.stages.surroundings import Surroundings

# What goes on, and the adverb that says how.
_GOING_ON = {"正在": "", "正": "", "在": "", "仍在": "still", "还在": "still", "仍然在": "still", "依然在": "still", "也在": "also", "也正在": "also", "都在": "all", "已在": "already", "已经在": "already", "不断在": "constantly"}
_EVER_SINCE = ("一直在", "一直")
_SOON = ("即将", "将要", "快要", "就要", "马上要", "马上就要", "即将要")
_ALREADY = {"已": "already", "已经": "already", "早已": "long", "均已": "all", "都已": "all", "都已经": "all", "也已": "also"}


@dataclass(frozen=True, slots=True)
class ProposeHelpers:
    """Only between a subject, or a form of "be", and the verb that it helps."""

    glossaries: tuple[str, ...] = ()

    def __call__(self, doc: Document) -> Document:
        return each_run(doc, self.glossaries, True, _proposed)


def _proposed(doc: Document, _: Lexicon, found: Surroundings, span: Span) -> Iterator[Candidate]:
    zh = key(span.of(doc.source))
    if zh not in _GOING_ON and zh not in _EVER_SINCE and zh not in _SOON and zh not in _ALREADY:
        return
    left, right = found.sides(span)
    before, after = tag(left)[-1:], tag(right)[:2]
    if not before or not after or not right.startswith(" "):
        return
    for text, fit in _helping(zh, before[0], after, found.slot(span)):
        yield seamed(span, text, doc.source, Origin("rule", "helper"), ("helper",), fit)


def _helping(zh: str, before: Token, after: list[Token], slot: Slot) -> Iterator[tuple[str, float]]:
    first, how = after[0], _GOING_ON.get(zh) or _ALREADY.get(zh, "")
    if slot.lacks_be and (how or first.lower == "being" or zh in ("在", "正", *_EVER_SINCE)) and (zh in _GOING_ON or zh in _EVER_SINCE):
        yield finite(f"be {how}".rstrip() if zh in _GOING_ON else "have been", slot), 1.3
    elif zh in _GOING_ON and how and before.tag == "B" and first.tag == "g":
        yield how, 1.2
    elif zh in _EVER_SINCE and before.tag in ("B", "H") and first.tag in ("g", "p", "d"):
        yield "been" if before.tag == "H" and first.tag == "g" else "steadily" if before.tag == "H" else "constantly", 1.0
    elif zh in _SOON and before.tag == "B" and before.lower != "be":
        # "is ... to open", "is ... published": what follows says how much of it is there.
        if first.tag == "T":
            yield "about", 1.3
        elif first.tag in ("p", "d") and first.tag != "g":
            yield "about to be", 1.2
    elif zh in _SOON and before.tag in ("n", "N", "R") and (first.lower == "be" or first.tag == "v" and (slot.leads or slot.unhelped) or first.tag == "j" and words.known_verb(first.lower) and after[1:] and after[1].tag in ("P", "T", "D")):
        yield finite("be about to", slot), 1.2
    elif zh in _ALREADY and before.tag == "M" and first.tag in ("p", "d") and not words.known_verb(first.lower):
        # "might ... left".
        yield f"have {how}", 1.2
    elif zh in _ALREADY and before.tag in ("n", "N", "R") and first.lower == "been":
        yield finite(f"have {how}", slot), 1.2
