"""Leaves Chinese that explains the English before it: ``guanxi (关系)``, ``Tang Jie 唐杰``, ``surnamed Gu (顾)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.chinese.key import key
from pipeline.chinese.names import persons
from pipeline.lexicon.lexicon import Lexicon, load
from pipeline.model import Document, Finding, Kept
from pipeline.spans import with_title_marks

# English, an opening bracket, perhaps "Chinese:" or a lead in quotes, the Chinese alone, a closing bracket.
_BEFORE = re.compile(r"[A-Za-z0-9.”\"'’»*_]\s?[(（\[]\s*(?:(?:in )?(?:Simplified |Traditional )?(?:Chinese|Mandarin|Hanzi|Cantonese|zh)[:：]?\s*|lit\. )?[“\"'‘《「]*$")
_AFTER = re.compile(r"^[”\"'’》」]*\s*(?:[,，;:：/]\s*[^()（）]{0,60})?(?:[)）]|\](?!\())")
# A by-line or a remark in brackets translates nothing before it.
_REMARK = re.compile(r"(?:本报|本刊)?(?:记者|通讯员|编辑|责编|作者|摄影|文字|图片|来源|译者|校对|突然|甚至|因为|如果|比如|例如|包括|以及)")
_SPELLED = re.compile(r"([A-Za-z][A-Za-z '’-]{1,40})[*_\"”]*,?(?: or| i\.e\.)? $")
# What may stand behind a reading, and what it can end in ("or" and "i.e." among that): for other words nothing has to be read.
_BEHIND_READING = " ,*_\"”'’-"
_PINYIN_ENDS = frozenset("aeiourngmv.")
_LONGEST_READING = 56
_APPOSITION_LEFT = re.compile(r"((?:[A-Z][\w.&’'-]*)(?:[ -](?:[A-Z][\w.&’'-]*|of|and|the))*),? $")


@dataclass(frozen=True, slots=True)
class KeepGlossed:
    """Order decides: English first means a deliberate gloss; Chinese first is a leftover with its translation behind it."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        kept = []
        for finding in doc.open():
            why = _reason(doc, finding, self) if finding.kind == "han" else ""
            if why:
                kept.append(Kept(with_title_marks(doc.source, finding.span), why))
        return doc.keeping(kept)


def _reason(doc: Document, finding: Finding, stage: KeepGlossed) -> str:
    left, right = doc.source[max(0, finding.span.start - 90) : finding.span.start], doc.source[finding.span.end : finding.span.end + 90]
    if any(bracket in left for bracket in "(（[") and _BEFORE.search(left) and _AFTER.match(right) and not _REMARK.match(finding.span.of(doc.source)):
        return "gloss after its English"
    if _is_spelled(left, finding.span.of(doc.source)):
        return "characters after their pinyin"
    zh = finding.span.of(doc.source)
    named = _APPOSITION_LEFT.search(left) if left.endswith(" ") else None
    if named and (_is_apposition(named[1], zh) or _is_set_off(left, named[1], right) and not _is_ordinary(zh, load(stage.glossaries, stage.dictionary))):
        return "name in characters after its English"
    return ""


def _is_spelled(left: str, zh: str) -> bool:
    """``*guanxi* 关系``, ``mianzi 面子``, ``mapo doufu, or 麻婆豆腐``: the reading stands right before."""
    if len(zh) < 2 or left[-1:] != " " or left.rstrip(_BEHIND_READING)[-1:].lower() not in _PINYIN_ENDS:
        return False
    read = re.sub(r"[^a-z]", "", persons.pinyin(zh, capital=False))
    # "or" and "i.e." may stand between them; else the last letters are the same.
    if not left.endswith((" or ", " i.e. ")) and left.rstrip(_BEHIND_READING)[-1:].lower() != read[-1:]:
        return False
    lead = _SPELLED.search(left[-_LONGEST_READING:])
    if not lead:
        return False
    letters = re.sub(r"[^a-z]", "", lead[1].lower())
    return bool(read) and letters.endswith(read) and re.search(rf"(?<![a-z]){read[:2]}", lead[1].lower()) is not None


def _is_apposition(before: str, zh: str) -> bool:
    """``Longyang Energy 隆阳能源,``: the capitalised name directly before reads like it."""
    read = persons.pinyin(zh).lower()
    spelled = re.sub(r"[^a-z]", "", before.lower())
    starts = re.sub(r"[^a-z]", "", persons.pinyin(zh[:2]).lower())
    return bool(read) and (re.sub(r"[^a-z]", "", read) == spelled or len(starts) > 3 and starts in spelled)


def _is_set_off(left: str, name: str, right: str) -> bool:
    """``Harbor Light Shipping, 港光航运,``: between commas, behind a name of two or more words."""
    return left.endswith(", ") and " " in name and re.match(r"[,，]", right) is not None


def _is_ordinary(zh: str, lexicon: Lexicon) -> bool:
    """A word of the language and no name: ``Zhang Yi, 一如既往, does most of it`` is a leftover."""
    senses = [s.term for s in lexicon.senses(key(zh))]
    return bool(senses) and not any(t.pos == "name" or t.en[:1].isupper() for t in senses)
