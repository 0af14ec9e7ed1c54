"""Looks at every edit again and demotes what must not be written: Chinese, markup, a line end, lost digits, lost length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Document, Edit, Safety
from pipeline.script import HAN_CHARACTER, KANA_OR_HANGUL, WIDE_DIGITS, WIDE_LETTERS, WIDE_MARKS

_FOREIGN = re.compile(f"{HAN_CHARACTER.pattern}|{KANA_OR_HANGUL.pattern}|[{re.escape(WIDE_MARKS)}{WIDE_DIGITS}{WIDE_LETTERS}\ufffd]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MARKUP = re.compile(r"[<>{}`\\]|\]\(|https?://")
# What engines and servers say instead of a translation. Whole phrases: 抱歉 is "sorry", 配额 is "quota", 翻译 is "translation".
_TALK = re.compile(
    r"\b(?:as an ai|i(?: a|')m sorry|sorry, (?:but )?i|i (?:cannot|can't|can not|am unable)|error:? \d{3}|\d{3} (?:error|forbidden|bad gateway)|internal server error|too many requests|quota exceeded"
    r"|(?:here is|here's) (?:the|a|your) translat|(?:the|this) (?:chinese )?(?:term|word|phrase|fragment|sentence|text) |translat(?:ion|ed|es) (?:is|as|to|of)\b|(?:refers|translates) to|means that|(?:ignore|disregard) (?:all|any|the|previous)|query length limit|mymemory)",
    re.IGNORECASE,
)
# Marks with which an explanation comes; an answer may hold those that the fragment holds.
_ASIDE = re.compile(r"[()\[\]:;\"“”=*_#|/~]|->|→")
_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万萬亿億两兩半双雙几幾]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class CheckGates:
    """Every tier passes these gates, a hostile backend too; what a person decided was checked when it was read."""

    def __call__(self, doc: Document) -> Document:
        decided = {e.span for e in doc.decided}
        for edit in doc.edits:
            left, right = doc.source[max(0, edit.span.start - 200) : edit.span.start], doc.source[edit.span.end : edit.span.end + 200]
            for why in () if edit.span in decided else objections(edit, left, right):
                doc = doc.demoting(next(e for e in doc.edits if e.span == edit.span), Safety.LEAVE, why)
        return doc


def objections(edit: Edit, left: str = "", right: str = "") -> Iterator[str]:
    """Why ``edit`` must not be written between ``left`` and ``right``; nothing where it may."""
    if _FOREIGN.search(edit.after):
        yield "still holds Chinese or full-width marks"
    if _CONTROL.search(edit.after):
        yield "holds a control character"
    if _MARKUP.search(edit.after) and not _MARKUP.search(edit.before):
        yield "holds markup"
    if len(edit.after) > _LONGEST * (len(edit.before) + 1):
        yield "too long for what it replaces"
    if edit.origin.tier in ("mt", "model"):
        yield from _of_an_engine(edit.before, edit.after, left, right)


def _of_an_engine(before: str, after: str, left: str, right: str) -> Iterator[str]:
    """What only an engine does: talk, explain, repeat the sentence, make up numbers, lose the text."""
    if _TALK.search(after):
        yield "reads like a message, not like a translation"
    if set(_ASIDE.findall(after)) - set(_ASIDE.findall(before)):
        yield "explains instead of translating"
    if not _WORD.search(after):
        yield "holds no word"
    if len(_WORD.findall(after)) > 3 * len(HAN_CHARACTER.findall(before)) + len(_WORD.findall(HAN_CHARACTER.sub(" ", before))) + 3:
        yield "too many words for what it replaces"
    if _repeats(after, left, right):
        yield "repeats the words around it"
    lost, new = set(re.findall(r"\d+", before)) - set(re.findall(r"\d+", after)), set(re.findall(r"\d+", after)) - set(re.findall(r"\d+", before))
    if lost or new and not _NUMERAL.search(before):
        yield "digits differ"


def _repeats(after: str, left: str, right: str) -> bool:
    """True for a rewritten sentence: it begins with the two words before the fragment, or ends with the two after it."""
    said, before, then = ([w.casefold() for w in _WORD.findall(text)] for text in (after, left, right))
    return len(said) > 2 and (len(before) > 1 and said[:2] == before[-2:] or len(then) > 1 and said[-2:] == then[:2])
