"""Leaves a word that is named as a word, a quoted label, a motto: ``the word "带货" (literally ...)``, ``click "保存"``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Kept, Span
from pipeline.spans import with_title_marks
from pipeline.stages.shown import GLOSSED, LABEL, TITLE, why_shown

_NAMES = (
    r"words?|terms?|phrases?|expressions?|characters?|slogans?|mottos?|idioms?|proverbs?|sayings?|button|label|tab|menu|option|field|column|"
    r"box|checkbox|icon|entry|hashtag|tag|keywords?|sign|signs|called|named|reads?|reading|read|says|said|marked|labell?ed|written|inscribed|"
    r"inscription|banner|couplet|click|clicks|clicking|select|selects|choose|press|tap|tapping|enter|type|types|search|searching|"
    r"nicknamed|nickname|dubbed|pronounced|homophone|pun|stands for|transliteration|abbreviation|short for|shouts?|shouted|shouting|chants?|chanted|chanting|"
    r"painted|printed|letters|error message|message|warning|notification|pop-up|toast|prompt|log line|string|account|channel|username|dial|say|from|as"
)
_WEAK = ("from", "as", "named", "said", "says", "dubbed", "nicknamed")
_LEAD = re.compile(rf"\b({_NAMES})\b[^.!?\"“”\n]{{0,24}}[\"“‘'「『《]$", re.IGNORECASE)
# "the poem begins: "床前明月光"", "the theme song, "长河", has".
_VERSE = re.compile(r"\b(?:poem|song|verse|lines?|couplet|lyrics?|chorus|rhyme|prayer|sutra|oath)\b[^.!?\"“”\n]{0,25}\b(?:begins?|began|goes|went|runs|ran|ends?|ended|opens?|opened)\b[^.!?\"“”\n]{0,10}[\"“「]$", re.IGNORECASE)
# "if the screen says "网络异常"", "the line "不识庐山真面目" is known", "the lyrics go: "大海啊"".
_SHOWN = re.compile(r"\b(?:screen|display|dialog|pop-up|error|app|installer|sign|label|sticker|board|slip|note|banner|poster|terminal)\b[^.!?\"“”\n]{0,12}\b(?:says?|said|reads?|shows?|showed)[^.!?\"“”\n]{0,6}[\"“]$|\b(?:line|verse|couplet|lyrics? (?:go|goes|run|runs|begin|begins):?) [\"“]$", re.IGNORECASE)
_WORK = re.compile(r"\b(?:song|album|single|ballad|poem|painting|film|novel|series|drama|opera|documentary|short story), [\"“「《]$", re.IGNORECASE)
_OPENING = tuple("\"“‘'「『《")
_CLOSE = re.compile(r"[\"”’'」』》]")
# What says that English with the meaning follows the quotation: a bracket, "literally", "or", an apposition with its article.
_GLOSS_AFTER = re.compile(
    r"^[\"”’'」』》]\s*(?:[(（]\s*[A-Za-z\"“'‘]|[,:–—-]?\s?(?:a |an |the )?(?:which )?(?:literally|meaning|means|meant|translated|transliteration|i\.e\.|that is)|"
    r",? ?or (?:a |an |the )?[\"“]?[A-Za-z]|, (?:a|an|the|which) [a-z]|[,:–—] ?[\"“][A-Za-z]|, [a-z ]{0,30}(?:transliteration|pinyin|homophone|character))",
    re.IGNORECASE,
)
_MEANING_BEFORE = re.compile(r"(?:\bin Chinese,? |\bChinese (?:word|term|for|name)\b[^.\"“]{0,30})[\"“‘']$", re.IGNORECASE)
# What other stages say of Chinese that the author shows to the reader.
_DELIBERATE = ("gloss after its English", "name in characters after its English", "characters after their pinyin")
_QUOTED = "quoted, in an article that shows Chinese to its readers"


@dataclass(frozen=True, slots=True)
class KeepNamed:
    """A quoted run is kept where the words before it name it as words, or its meaning follows in English.

    Where an article does that once, its other quotations in Chinese are taken to be deliberate too.
    """

    def __call__(self, doc: Document) -> Document:
        runs = [f.span for f in doc.open() if f.kind == "han"]
        reasons = {span: _reason(doc.source, span) for span in runs}
        shows_chinese = any(reasons.values()) or any(k.why in _DELIBERATE for k in doc.kept)
        if shows_chinese:
            reasons |= {span: _QUOTED for span in runs if not reasons[span] and _is_quoted_alone(doc.source, span)}
        return doc.keeping(Kept(with_title_marks(doc.source, span), why) for span, why in reasons.items() if why)


def _is_quoted_alone(source: str, span: Span) -> bool:
    """The run is all that is quoted; with a full stop inside it would be speech that was left behind."""
    return source[span.start - 1 : span.start] in ('"', "“", "「") and source[span.end : span.end + 1] in ('"', "”", "」")


def _reason(source: str, span: Span) -> str:
    left, right = source[max(0, span.start - 80) : span.start], source[span.end : span.end + 80]
    if not (left.removesuffix("\n").endswith(_OPENING) and _CLOSE.match(right)):
        return why_shown(left, right)
    if _GLOSS_AFTER.match(right):
        return GLOSSED
    lead = _LEAD.search(left)
    if left.endswith(("《", "「", "『")) and (bare := why_shown(left, right)):
        return bare
    if _WORK.search(left) and "," in right[:2]:
        return TITLE
    if _MEANING_BEFORE.search(left) or _VERSE.search(left) or _SHOWN.search(left) or lead and lead[1].lower() not in _WEAK:
        return LABEL
    return ""
