"""Leaves a word that is named as a word, a quoted label, a motto: ``the word "带货" (literally ...)``, ``click "保存"``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Document, Kept, Span
from pipeline.script import HAN
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
_MEANING_BEFORE = re.compile(r"(?:\bin Chinese,? |\bChinese (?:word|term|for|name)\b[^.\"“]{0,30})[\"“‘']$", re.IGNORECASE)
# What other stages say of Chinese that the author shows to the reader.
_DELIBERATE = ("gloss after its English", "name in characters after its English", "characters after their pinyin")
_QUOTED = "quoted, in an article that shows Chinese to its readers"
_ANY = re.compile("")
_GLOSSED, _LABEL, _AS_WRITTEN = "a word named as a word, its meaning follows", "a word or label that is quoted as it is", "Chinese that is shown as it is written"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


# Chinese without quotation marks: what stands before it, what stands after it, and why it stays.
_BARE = (
    # "the word 停电: power cut", "they call me 少东家, the young master", "used in Chinese as 磕CP, "to get high"".
    (_pattern(r"\b(?:words?|terms?|phrases?|characters?|slogan|call(?:s|ed|ing)?(?: (?:me|him|her|it|them|us|you|this|that))?|(?:used|known)(?: [a-z]+){0,3} as|titled?) ?$"),
     re.compile(r"^ ?(?:, (?:a|an|the|which|meaning|literally|\"|“)|[:–—] ?[\"“A-Za-z]|, ?[\"“])"), _GLOSSED),
    # "(未完待续 – to be continued)": the bracket gives both.
    (re.compile(r"\($"), re.compile(r"^ ?[–—:,=-] ?[\"“]?[A-Za-z][^()\n]*\)"), _GLOSSED),
    # "the characters 福 and 寿", "the surname 沈", "the word 内卷 has a career".
    (_pattern(rf"\b(?:the|this|that|these|a|single|two|three|four|chinese) (?:words?|terms?|characters?|phrase|idiom|surname) (?:[{HAN}]+(?:,| and|, and) ){{0,4}}$"), _ANY, _LABEL),
    # "the original title 《河》".
    (_pattern(r"\b(?:titles?|titled|name|called) [《「『]$"), re.compile("[》」』]"), "original title"),
    # "in Chinese it is 缘分,", "缘分 in Chinese".
    (_pattern(r"\bin (?:chinese|mandarin|cantonese)(?:,|:|,? it is|,? it's|,? that is| as| is| means?|,? called)(?: called)? $"), _ANY, _LABEL),
    # "the Chinese title is 长河", "the original name was 长河".
    (_pattern(r"\b(?:chinese|original) (?:title|name|word|term|phrase)(?: of [^.,\n]{1,40}| for [^.,\n]{1,40})? (?:is|was|reads) (?:[\"“'‘])?$"), _ANY, _LABEL),
    # "the Chinese word for them, 回头客,".
    (_pattern(r"\bchinese (?:word|term|name|phrase|expression) for [^.,\n]{1,40}, $"), re.compile("^[,，]"), _GLOSSED),
    # "two characters were engraved: 诛仙".
    (_pattern(r"\b(?:characters?|words?) (?:is|are|was|were) [a-z]+(?: [a-z]+){0,4}: $"), _ANY, _AS_WRITTEN),
    (_ANY, re.compile(r"^[*_]* in (?:Chinese|Mandarin|Cantonese)\b(?! [a-z]+s\b)"), _LABEL),
    # "click **保存**", "press [确定]": the label of a control that is set off.
    (_pattern(r"\b(?:click|clicks|press|tap|choose|select|hit|open)(?: on| the)?(?: [a-z]+)?\s(?:\*\*|\*|_|\[|【|`)$"), re.compile(r"^(?:\*\*|\*|_|\]|】|`)"), _LABEL),
    # "the banner reads 欢迎回家 in white letters".
    (_pattern(r"\b(?:banner|sign|poster|plaque|screen|label|sticker|board|slip|note|card|stamp|seal|inscription|headline) (?:that )?(?:reads?|reading|says|saying|said|is marked) $"), _ANY, _AS_WRITTEN),
    # "the account 山中人 on Weibo", "his WeChat name is 山中人".
    (_pattern(r"\b(?:account|user|username|nickname|screen name|wechat name|handle|channel)(?: is| called| named)? $"), _ANY, "name of an account"),
    # "a folder called 新建文件夹".
    (_pattern(r"\b(?:file|folder|directory|branch|column|sheet|table|group|tag|key)(?:s)? (?:called|named|labell?ed) $"), _ANY, _AS_WRITTEN),
)


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
    left, right = source[max(0, span.start - 60) : span.start], source[span.end : span.end + 60]
    if not (re.search(r"[\"“‘'「『《]$", left) and _CLOSE.match(right)):
        return _bare_reason(left, right)
    if _GLOSS_AFTER.match(right):
        return _GLOSSED
    lead = _LEAD.search(left)
    if left.endswith(("《", "「", "『")) and (bare := _bare_reason(left, right)):
        return bare
    if _MEANING_BEFORE.search(left) or lead and lead[1].lower() not in _WEAK:
        return _LABEL
    return ""


def _bare_reason(left: str, right: str) -> str:
    return next((why for before, after, why in _BARE if before.search(left) and after.match(right)), "")
