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
    r"painted|printed|letters|error message|prompt|log line|string|dial|say|from|as"
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


_GIVEN = r"[,.:;–—] ?(?:(?:which|it|this|that|they) )?(?:roughly |literally )?(?:means?|meant|meaning|stands for|translates as)(?: literally| roughly| something like)? [\"“'‘]?[a-z]"
# Chinese without quotation marks: what stands before it, what stands after it, and why it stays.
_BARE = (
    # "the word 停电: power cut", "they call me 少东家, the young master", "used in Chinese as 磕CP, "to get high"".
    (_pattern(r"\b(?:words?|terms?|phrases?|characters?|slogan|call(?:s|ed|ing)?(?: (?:me|him|her|it|them|us|you|this|that))?|(?:used|known)(?: [a-z]+){0,3} as|titled?) ?$"),
     re.compile(r"^ ?(?:, (?:a|an|the|which|meaning|literally|\"|“)|[:–—] ?[\"“A-Za-z]|, ?[\"“])"), _GLOSSED),
    # "(未完待续 – to be continued)": the bracket gives both.
    (re.compile(r"\($"), re.compile(r"^ ?[–—:,=-] ?[\"“]?[A-Za-z][^()\n]*\)"), _GLOSSED),
    # "the characters 福 and 寿", "the surname 沈", "the word 内卷 has a career".
    (_pattern(rf"\b(?:the|this|that|these|a|single|two|three|four|chinese) (?:words?|terms?|characters?|phrase|idiom|surname) (?:[{HAN}]+(?:,| and|, and) ){{0,4}}$"), _ANY, _LABEL),
    # "two characters, 家味, which mean", "one character on it, 忍.": what is counted in characters is shown.
    (_pattern(r"\b(?:a|one|two|three|four|five|six|eight|single|few|only|large|big|huge|red|golden|same) characters?(?: [^,.:;!?\n]{1,45})?[,:] $"), re.compile(r"^[,.;!?)]"), _AS_WRITTEN),
    # "an old saying, 东方不亮西方亮, meaning that", "a single word below it: 慢. It means".
    (_pattern(r"\b(?:words?|phrase|saying|sayings|proverb|idiom|motto|slogan|expression)(?: [^,.:;!?\n]{1,45})?[,:] $"), _pattern(rf"^(?:{_GIVEN}|[^.!?\n]{{0,40}}\. It (?:means|meant) )"), _GLOSSED),
    # "there was a word for the smell of the first fires, 煤腥, which".
    (_pattern(r"\ba (?:[a-z]+ )?(?:word|name|term|phrase|expression) for [^,.:;!?\n]{1,45}[,:] $"), re.compile(r"^[,.]"), _GLOSSED),
    # "福, which means "good fortune"".
    (_ANY, _pattern(r"^,? ?(?:which )?(?:means|meant|meaning|mean)(?: literally)? [\"“'‘]|^,? (?:which )?(?:means )?literally [\"“'‘a-z]|^\. It (?:means|meant) [\"“'‘]"), _GLOSSED),
    # "the enamel sign 染整车间 has been left".
    (_pattern(r"\b(?:sign|signboard|plaque|inscription|characters|letters) $"), _pattern(r"^ (?:has|have|had|is|was|were|are|still|hangs?|hung|can|could) "), _AS_WRITTEN),
    # "on whose cover stands 作业本," "On the bibs stood 加油, which".
    (_pattern(r"\bon (?:the|a|an|its|his|her|their|whose)(?: [a-z-]+)? (?:covers?|bibs?|badges?|labels?|stickers?|envelopes?|t-shirts?|jerseys?|banners?|plaques?|signboards?|stamps?|tickets?|posters?|screens?)\b[^.!?,\n]{0,30}\b(?:stands?|stood|is|was|are|were|appear|appears|appeared)(?: [a-z]+)? $"),
     re.compile(r"^[,.]"), _AS_WRITTEN),
    # "the name of the bridge was carved, 望归桥, the Bridge of".
    (_pattern(r"\bname\b[^.!?\n]{0,40}[,:] $"), re.compile(r"^, the [A-Z]"), _GLOSSED),
    # "the stele at the gate reads 永乐三年, which", "the screen shows 系统繁忙.".
    (_pattern(r"\b(?:banner|sign|poster|plaque|screen|display|label|sticker|board|slip|note|card|stamp|seal|inscription|headline|menu|ticket|stele|tombstone|gravestone|tablet|tattoo|scroll|lantern|notice|placard|error message|commit message|placeholder|placeholder text)"
              r"(?: (?:on|over|in|at|above|under|behind) [^.,:;!?\n]{1,25})? (?:then |now |simply |only )?(?:reads?|says|said|shows|showed|is|was) $"), re.compile(r"^(?:[,.;!?]|$)"), _AS_WRITTEN),
    # "written 龍 in traditional characters", "the switch is labelled 省电模式.", "type 天气 in the box".
    (_pattern(r"\b(?:written|spelt|spelled) $"), _pattern("^ in (?:traditional|simplified|chinese)\\b"), _AS_WRITTEN),
    (_pattern(r"\b(?:labell?ed|captioned|entitled) $"), re.compile("^(?:[.,;)]|$)"), _LABEL),
    (_pattern(r"\b(?:type|types|typed|typing) $"), re.compile("^ (?:in|into|and press) "), _AS_WRITTEN),
    # "the account "老王说车"".
    (_pattern(r"\b(?:account|channel|username|handle)(?: is| called| named)? [\"“'‘]$"), _CLOSE, "name of an account"),
    # "he pronounces 四 and", "鱼 sounds like".
    (_pattern(r"\b(?:pronounce|pronounces|pronounced|pronouncing) $"), _ANY, _LABEL),
    (_ANY, re.compile("^ (?:sounds|rhymes|is pronounced|is written|is spelt|is spelled) (?:like|as|with|the same)\\b"), _LABEL),
    # "the greeting 吃了吗", "the particle 了".
    (_pattern(r"\b(?:the|this|that) (?:greeting|exclamation|interjection|particle|suffix|prefix|radical|syllable|homophone|ideogram|hashtag) $"), _ANY, _LABEL),
    # "the word for it is 缘分".
    (_pattern(r"\b(?:word|name|term|phrase|expression) for (?:it|this|that|them|such [a-z]+) (?:is|was) $"), _ANY, _LABEL),
    # "the team name, 飞虎, means".
    (_pattern(r"\b(?:name|nickname|title|word|term|phrase|saying|greeting), $"), re.compile("^,? (?:which )?(?:means|meant)\\b"), _GLOSSED),
    # "年度报告.docx".
    (_ANY, _pattern(r"^[\w-]{0,20}\.(?:docx?|xlsx?|pptx?|pdf|txt|md|csv|json|ya?ml|html?|py|js|ts|png|jpe?g|gif|svg|mp[34]|zip|exe|log)\b"), "name of a file"),
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
    # "Tap 确定 to go on": a label without quotation marks; a thing would have its article.
    (_pattern(r"\b(?<!the )(?<!a )(?:click|clicks|clicking|press|tap|taps|tapping|tick|untick)(?: on)? $"), _pattern(r"^(?:[.,;:!?)]|$| (?:to|and|in|on|at|again|twice|once|then|first|or|when|until|if|at the)\b)"), _LABEL),
    # "Choose 设置 > 通用 > 关于".
    (_pattern(rf"(?:\b(?:choose|select|open|go to|under|in|via|menu)|[{HAN}] ?[>→›»]) ?$"), re.compile(rf"^ ?[>→›»] ?[{HAN}]"), _LABEL),
    (_pattern(rf"[{HAN}] ?[>→›»] ?$"), _ANY, _LABEL),
    # "the banner reads 欢迎回家 in white letters".
    (_pattern(r"\b(?:banner|sign|poster|plaque|screen|label|sticker|board|slip|note|card|stamp|seal|inscription|headline) (?:that )?(?:reads?|reading|says|saying|said|is marked) $"), _ANY, _AS_WRITTEN),
    # "the account 山中人 on Weibo", "his WeChat name is 山中人".
    (_pattern(r"\b(?:account|user|username|nickname|screen name|wechat name|handle|channel)(?: is| called| named)? $"), _ANY, "name of an account"),
    # "a folder called 新建文件夹".
    (_pattern(r"\b(?:file|folder|directory|branch|column|sheet|table|group|tag|key)(?:s)? (?:called|named|labell?ed) $"), _ANY, _AS_WRITTEN),
)


# What a pattern that asks for nothing behind the Chinese ends with: where the last word is another one, none of them is tried.
_NAMING = frozenset(
    "word words term terms character characters phrase idiom surname and chinese mandarin cantonese is was means mean called named labelled labeled as reads read reading says saying said marked "
    "account user username nickname name handle channel pronounce pronounces pronounced pronouncing greeting exclamation interjection particle suffix prefix radical syllable homophone ideogram hashtag".split()
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
    left, right = source[max(0, span.start - 80) : span.start], source[span.end : span.end + 80]
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
    # What stands behind is a match at one place, what stands before a search: that comes second.
    naming = _may_name(left)
    return next((why for before, after, why in _BARE if (naming or after is not _ANY) and after.match(right) and before.search(left)), "")


def _may_name(left: str) -> bool:
    last = left.rstrip().rpartition(" ")[2].lower()
    return last in _NAMING or last.endswith(("'s", ":", ",", ">", "→", "›", "»"))
