"""Leaves a word that is named as a word, a quoted label, a motto: ``the word "带货" (literally ...)``, ``click "保存"``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Kept, Span

_NAMES = (
    r"words?|terms?|phrases?|expressions?|characters?|slogans?|mottos?|idioms?|proverbs?|sayings?|button|label|tab|menu|option|field|column|"
    r"box|checkbox|icon|entry|hashtag|tag|keywords?|sign|signs|called|named|reads?|reading|read|says|said|marked|labell?ed|written|inscribed|"
    r"inscription|banner|couplet|click|clicks|clicking|select|selects|choose|press|tap|tapping|enter|type|types|search|searching|"
    r"nicknamed|dubbed|pronounced|homophone|pun|stands for|transliteration|abbreviation|short for|from|as"
)
_WEAK = ("from", "as", "called", "named", "said", "says", "dubbed", "nicknamed")
_LEAD = re.compile(rf"\b({_NAMES})\b[^.!?\"“”\n]{{0,24}}[\"“‘'「『《]$", re.IGNORECASE)
_CLOSE = re.compile(r"[\"”’'」』》]")
_GLOSS_AFTER = re.compile(
    r"^[\"”’'」』》]\s*(?:[(（]\s*[A-Za-z\"“'‘]|,? ?(?:a |the )?(?:which )?(?:literally|meaning|means|meant|translated|transliteration|or \"|i\.e\.|that is)|, [a-z ]{0,30}(?:transliteration|pinyin|homophone|character))",
    re.IGNORECASE,
)
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
                    kept.append(Kept(finding.span, why))
        return doc.keeping(kept)


def _reason(source: str, span: Span) -> str:
    left, right = source[max(0, span.start - 60) : span.start], source[span.end : span.end + 60]
    quoted = re.search(r"[\"“‘'「『《]$", left) and _CLOSE.match(right)
    if not quoted:
        return ""
    if _GLOSS_AFTER.match(right):
        return "a word named as a word, its meaning follows"
    lead = _LEAD.search(left)
    if _MEANING_BEFORE.search(left) or lead and lead[1].lower() not in _WEAK:
        return "a word or label that is quoted as it is"
    return ""
