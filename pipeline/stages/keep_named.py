"""Leaves a word that is named as a word, a quoted label, a motto: ``the word "带货" (literally ...)``, ``click "保存"``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Kept, Span
from pipeline.spans import with_title_marks

_NAMES = (
    r"words?|terms?|phrases?|expressions?|characters?|slogans?|mottos?|idioms?|proverbs?|sayings?|button|label|tab|menu|option|field|column|"
    r"box|checkbox|icon|entry|hashtag|tag|keywords?|sign|signs|called|named|reads?|reading|read|says|said|marked|labell?ed|written|inscribed|"
    r"inscription|banner|couplet|click|clicks|clicking|select|selects|choose|press|tap|tapping|enter|type|types|search|searching|"
    r"nicknamed|nickname|dubbed|pronounced|homophone|pun|stands for|transliteration|abbreviation|short for|shouts?|shouted|shouting|chants?|chanted|chanting|"
    r"painted|printed|dial|say|from|as"
)
_WEAK = ("from", "as", "named", "said", "says", "dubbed", "nicknamed")
_LEAD = re.compile(rf"\b({_NAMES})\b[^.!?\"“”\n]{{0,24}}[\"“‘'「『《]$", re.IGNORECASE)
_CLOSE = re.compile(r"[\"”’'」』》]")
# What says that English with the meaning follows the quotation: a bracket, "literally", "or", an apposition with its article.
_GLOSS_AFTER = re.compile(
    r"^[\"”’'」』》]\s*(?:[(（]\s*[A-Za-z\"“'‘]|[,:–—-]?\s?(?:a |an |the )?(?:which )?(?:literally|meaning|means|meant|translated|transliteration|i\.e\.|that is)|"
    r",? ?or (?:a |an |the )?[\"“]?[A-Za-z]|, (?:a|an|the|which) [a-z]|[,:–—] ?[\"“][A-Za-z]|, [a-z ]{0,30}(?:transliteration|pinyin|homophone|character))",
    re.IGNORECASE,
)
# The same for Chinese that stands without quotation marks: "the word 停电: power cut", "they call me 少东家, the young master".
_BARE_LEAD = re.compile(r"\b(?:words?|terms?|phrases?|characters?|slogan|call(?:s|ed|ing)?(?: (?:me|him|her|it|them|us|you|this|that))?|(?:used|known)(?: [a-z]+){0,3} as|titled?) ?$", re.IGNORECASE)
_BARE_GLOSS = re.compile(r"^ ?(?:, (?:a|an|the|which|meaning|literally|\"|“)|[:–—] ?[\"“A-Za-z]|, ?[\"“])")
# "(未完待续 – to be continued)": the bracket gives both.
_BRACKETED = re.compile(r"^ ?[–—:,=-] ?[\"“]?[A-Za-z][^()\n]*\)")
_MEANING_BEFORE = re.compile(r"(?:\bin Chinese,? |\bChinese (?:word|term|for|name)\b[^.\"“]{0,30})[\"“‘']$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KeepNamed:
    """A quoted run is kept where the words before it name it as words, or its meaning follows in English."""

    def __call__(self, doc: Document) -> Document:
        kept = []
        for finding in doc.open():
            if finding.kind == "han":
                why = _reason(doc.source, finding.span)
                if why:
                    kept.append(Kept(with_title_marks(doc.source, finding.span), why))
        return doc.keeping(kept)


def _reason(source: str, span: Span) -> str:
    left, right = source[max(0, span.start - 60) : span.start], source[span.end : span.end + 60]
    if not (re.search(r"[\"“‘'「『《]$", left) and _CLOSE.match(right)):
        return _bare_reason(left, right)
    if _GLOSS_AFTER.match(right):
        return "a word named as a word, its meaning follows"
    lead = _LEAD.search(left)
    if _MEANING_BEFORE.search(left) or lead and lead[1].lower() not in _WEAK:
        return "a word or label that is quoted as it is"
    return ""


def _bare_reason(left: str, right: str) -> str:
    if _BARE_LEAD.search(left) and _BARE_GLOSS.match(right) or left.endswith("(") and _BRACKETED.match(right):
        return "a word named as a word, its meaning follows"
    return ""
