"""Chinese without quotation marks that an author shows to readers: what stands before it, what stands after it, and why it stays."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from pipeline.script import HAN

# Nothing is asked of the side before the Chinese.
_ANY = re.compile("")
GLOSSED, LABEL, TITLE, _AS_WRITTEN = "a word named as a word, its meaning follows", "a word or label that is quoted as it is", "original title", "Chinese that is shown as it is written"


class _Behind(NamedTuple):
    """What is asked where only blanks and stops are between the last word and the Chinese: that it is one of ``words``, which is soon seen; ``follows`` is asked everywhere."""

    words: frozenset[str]
    follows: re.Pattern[str]


def _behind(words: str, follows: re.Pattern[str] = _ANY) -> _Behind:
    return _Behind(frozenset(words.split()), follows)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _lead(text: str) -> re.Pattern[str]:
    """A pattern for the side before, which is read in lower case: three times as fast as one that ignores case."""
    return re.compile(text)


_CHINESE = "chinese|mandarin|cantonese|hokkien|shanghainese|sichuanese|(?:(?:the|this|local|their|her|his) )?(?:dialect|slang|jargon)"
_WRITTEN_ON = "banner|sign|poster|plaque|screen|label|sticker|board|slip|note|card|stamp|seal|inscription|headline"
_GIVEN = r"[,.:;–—] ?(?:(?:which|it|this|that|they) )?(?:roughly |literally )?(?:means?|meant|meaning|stands for|translates as)(?: literally| roughly| something like)? [\"“'‘]?[a-z]"
# The marks that set a label off.
_SET_OFF, _SET_BACK = r"(?:\*\*|__|\[|【|`)", r"(?:\*\*|__|\]|】|`)"
# Chinese without quotation marks: what stands before it, what stands after it, and why it stays.
_BARE = (
    # "the word 停电: power cut", "they call me 少东家, the young master", "used in Chinese as 磕CP, "to get high"".
    (_lead(r"\b(?:words?|terms?|phrases?|characters?|slogan|call(?:s|ed|ing)?(?: (?:me|him|her|it|them|us|you|this|that))?|(?:used|known)(?: [a-z]+){0,3} as|titled?) ?$"),
     re.compile(r"^ ?(?:, (?:(?:a|an|the|which|meaning|literally)\b|\"|“)|[:–—] ?[\"“A-Za-z]|, ?[\"“])"), GLOSSED),
    # "(未完待续 – to be continued)": the bracket gives both.
    (re.compile(r"\($"), re.compile(r"^ ?[–—:,=-] ?[\"“]?[A-Za-z][^()\n]*\)"), GLOSSED),
    # "the characters 福 and 寿", "the surname 沈", "the word 内卷 has a career".
    (_lead(rf"\b(?:the|this|that|these|a|single|two|three|four|chinese) (?:words?|terms?|characters?|phrase|idiom|surname) (?:[{HAN}]+(?:,| and|, and) ){{0,4}}$"), _behind("word words term terms character characters phrase idiom surname and"), LABEL),
    # "two characters, 家味, which mean", "one character on it, 忍.": what is counted in characters is shown.
    (_lead(r"\b(?:a|one|two|three|four|five|six|eight|single|few|only|large|big|huge|red|golden|same) characters?(?: [^,.:;!?\n]{1,45})?[,:] $"), re.compile(r"^[,.;!?)]"), _AS_WRITTEN),
    # "an old saying, 东方不亮西方亮, meaning that", "a single word below it: 慢. It means".
    (_lead(r"\b(?:words?|phrase|saying|sayings|proverb|idiom|motto|slogan|expression)(?: [^,.:;!?\n]{1,45})?[,:] $"), _pattern(rf"^(?:{_GIVEN}|[^.!?\n]{{0,40}}\. It (?:means|meant) )"), GLOSSED),
    # "there was a word for the smell of the first fires, 煤腥, which".
    (_lead(r"\ba (?:[a-z]+ )?(?:word|name|term|phrase|expression) for [^,.:;!?\n]{1,45}[,:] $"), re.compile(r"^[,.]"), GLOSSED),
    # "福, which means "good fortune"".
    (_ANY, _pattern(r"^,? ?(?:which )?(?:means|meant|meaning|mean)(?: literally)? [\"“'‘]|^,? (?:which )?(?:means )?literally [\"“'‘a-z]|^\. It (?:means|meant) [\"“'‘]"), GLOSSED),
    # "the enamel sign 染整车间 has been left".
    (_lead(r"\b(?:sign|signboard|plaque|inscription|characters|letters) $"), _pattern(r"^ (?:has|have|had|is|was|were|are|still|hangs?|hung|can|could) "), _AS_WRITTEN),
    # "on whose cover stands 作业本," "On the bibs stood 加油, which".
    (_lead(r"\bon (?:the|a|an|its|his|her|their|whose)(?: [a-z-]+)? (?:covers?|bibs?|badges?|labels?|stickers?|envelopes?|t-shirts?|jerseys?|banners?|plaques?|signboards?|stamps?|tickets?|posters?|screens?)\b[^.!?,\n]{0,30}\b(?:stands?|stood|is|was|are|were|appear|appears|appeared)(?: [a-z]+)? $"),
     re.compile(r"^[,.]"), _AS_WRITTEN),
    # "the name of the bridge was carved, 望归桥, the Bridge of".
    (_lead(r"\bname\b[^.!?\n]{0,40}[,:] $"), re.compile(r"^, the [A-Z]"), GLOSSED),
    # "the stele at the gate reads 永乐三年, which", "the screen shows 系统繁忙.".
    (_lead(rf"\b(?:{_WRITTEN_ON}|display|menu|ticket|stele|tombstone|gravestone|tablet|tattoo|scroll|lantern|notice|placard|error message|commit message|placeholder|placeholder text|button|toast|pop-up|dialog|alert|window title|title bar|heading|error)"
              r"(?: (?:on|over|in|at|above|under|behind) [^.,:;!?\n]{1,25})? (?:then |now |simply |only )?(?:reads?|says|said|shows|showed) $|\b(?:error message|commit message|placeholder|placeholder text|headline) (?:is|was) $"), _behind("read reads says said shows showed is was", re.compile(r"^(?:[,.;!?]|$)")), _AS_WRITTEN),
    # "written 龍 in traditional characters", "the switch is labelled 省电模式.", "type 天气 in the box".
    (_lead(r"\b(?:written|spelt|spelled) $"), _pattern(r"^ in (?:traditional|simplified|chinese)\b"), _AS_WRITTEN),
    (_lead(r"\b(?:labell?ed|captioned|entitled) $"), _behind("labelled labeled captioned entitled", re.compile("^(?:[.,;)]|$)")), LABEL),
    (_lead(r"\b(?:type|types|typed|typing) $"), _behind("type types typed typing", re.compile("^ (?:in|into|and press) ")), _AS_WRITTEN),
    # "he pronounces 四 and", "鱼 sounds like".
    (_lead(r"\b(?:pronounce|pronounces|pronounced|pronouncing) $"), _behind("pronounce pronounces pronounced pronouncing"), LABEL),
    (_ANY, re.compile(r"^ (?:sounds|rhymes|is pronounced|is written|is spelt|is spelled) (?:like|as|with|the same)\b"), LABEL),
    # "the greeting 吃了吗", "the particle 了".
    (_lead(r"\b(?:the|this|that) (?:greeting|exclamation|interjection|particle|suffix|prefix|radical|syllable|homophone|ideogram|hashtag) $"), _behind("greeting exclamation interjection particle suffix prefix radical syllable homophone ideogram hashtag"), LABEL),
    # "the word for it is 缘分".
    (_lead(r"\b(?:word|name|term|phrase|expression|slang|jargon|shorthand|nickname|code) for (?:it|this|that|them|such [a-z]+) (?:is|was) $"), _behind("is was"), LABEL),
    # "the team name, 飞虎, means".
    (_lead(r"\b(?:name|nickname|title|word|term|phrase|saying|greeting), $"), re.compile(r"^,? (?:which )?(?:means|meant)\b"), GLOSSED),
    # "年度报告.docx".
    (_ANY, _pattern(r"^[\w-]{0,20}\.(?:docx?|xlsx?|pptx?|pdf|txt|md|csv|json|ya?ml|html?|py|js|ts|png|jpe?g|gif|svg|mp[34]|zip|exe|log)\b"), "name of a file"),
    # "the original title 《河》".
    (_lead(r"\b(?:titles?|titled|name|called)[,:]? [《「『]$"), re.compile("[》」』]"), TITLE),
    # "in Chinese it is 缘分,", "缘分 in Chinese".
    (_lead(r"\bin (?:chinese|mandarin|cantonese)(?:,|:|,? it is|,? it's|,? that is| as| is| means?|,? called)(?: called)? $"), _behind("chinese mandarin cantonese is as mean means called"), LABEL),
    # "the Chinese title is 长河", "the original name was 长河".
    (_lead(r"\b(?:chinese|original) (?:title|name|word|term|phrase)(?: of [^.,\n]{1,40}| for [^.,\n]{1,40})? (?:is|was|reads) (?:[\"“'‘《「])?$"), _behind("is was reads"), LABEL),
    # "the Chinese word for them, 回头客,".
    (_lead(r"\bchinese (?:word|term|name|phrase|expression) for [^.,\n]{1,40}, $"), re.compile("^[,，]"), GLOSSED),
    # "two characters were engraved: 诛仙".
    (_lead(r"\b(?:characters?|words?) (?:is|are|was|were) [a-z]+(?: [a-z]+){0,4}: $"), _behind(""), _AS_WRITTEN),
    (_ANY, re.compile(r"^[*_]* in (?:Chinese|Mandarin|Cantonese)\b(?! [a-z]+s\b)"), LABEL),
    # "click **保存**", "press [确定]": the label of a control that is set off.
    (_lead(r"\b(?:click|clicks|press|tap|choose|select|hit|open)(?: on| the)?(?: [a-z]+)?\s(?:\*\*|\*|_|\[|【|`)$"), re.compile(r"^(?:\*\*|\*|_|\]|】|`)"), LABEL),
    # "Tap 确定 to go on": a label without quotation marks; a thing would have its article.
    (_lead(r"\b(?<!the )(?<!a )(?:click|clicks|clicking|press|tap|taps|tapping|tick|untick)(?: on)? $"), _behind("click clicks clicking press tap taps tapping tick untick on", _pattern(r"^(?:[.,;:!?)]|$| (?:to|and|in|on|at|again|twice|once|then|first|or|when|until|if|at the)\b)")), LABEL),
    # "Choose 设置 > 通用 > 关于".
    (_lead(r"\b(?:choose|select|open|go to|under|in|via|menu) ?$"), re.compile(rf"^ ?[>→›»] ?[{HAN}]"), LABEL),
    # The whole path or nothing of it: what is kept for its left side must not depend on Chinese that is written anew.
    (_lead(rf"\b(?:choose|select|open|go to|under|in|via|menu) ?[{HAN}]+(?: ?[>→›»] ?[{HAN}]+){{0,8}} ?[>→›»] ?$"), _behind(""), LABEL),
    # "the banner reads 欢迎回家 in white letters".
    (_lead(rf"\b(?:{_WRITTEN_ON}) (?:that )?(?:reads?|reading|says|saying|said|is marked) $"), _behind("read reads reading says saying said marked"), _AS_WRITTEN),
    # "the account 山中人 on Weibo", "his WeChat name is 山中人".
    (_lead(r"\b(?:(?<!no )(?<!on )(?<!into )(?<!bank )account|(?:weibo|wechat|douyin|tiktok|zhihu|bilibili|xiaohongshu|douban|online) user|username|nickname|screen name|wechat name|handle|channel)(?: is| called| named)? $"), _behind("account user username nickname name handle channel is called named"), "name of an account"),
    # "the original title: 黄昏的河", "its legal name is 明辉电子".
    (_lead(r"\b(?:chinese|original) (?:titles?|names?): $"), _behind(""), LABEL),
    (_lead(r"\b(?:legal|registered) name (?:is|was) $"), _behind("is was"), LABEL),
    # "in Mandarin the word for crisis is 危机", "in the dialect, 耍 means to play".
    (_lead(rf"\bin (?:{_CHINESE}),? [^.\n]{{0,40}}\b(?:word|name|term|phrase|expression) for [^.,\n]{{1,30}} (?:is|was) $"), _behind("is was"), LABEL),
    (_lead(rf"\bin (?:{_CHINESE}),? $"), _pattern("^ (?:means|meant|is used|can mean) "), LABEL),
    # "it is spelled 馄饨 in the north", "her surname is written 覃, not 秦".
    (_lead(r"\b(?:spelt|spelled) $"), _behind("spelt spelled", _pattern(r"^(?:[,.;]| in | with | there| here)")), _AS_WRITTEN),
    (_lead(r"\b(?:is|was|are|were) written(?: as)? $"), _pattern(rf"^, not [{HAN}]"), _AS_WRITTEN),
    (_lead(rf"\b(?:is|was|are|were) written(?: as)? [{HAN}]+, not $"), _behind("not"), _AS_WRITTEN),
    # "the box marked 付款", "on the lid is stamped 中国制造".
    (_lead(r"\b(?:code|box|key|button|door|lever|switch|crate|bottle|jar|bag|drawer|gate|lane|exit|entrance|window|folder|envelope|parcel|stop|platform|tap|valve) marked $"), _behind("marked"), LABEL),
    (_lead(r"\b(?:stamped|engraved|inscribed|embroidered|tattooed|etched|scrawled|chalked|daubed)(?: (?:on|in|across|over|into|onto) (?:the|a|an|his|her|its|their) [a-z]+)? $"), re.compile(r"^[.,;]"), _AS_WRITTEN),
    (_lead(r"\b(?:handwriting|calligraphy|inscription|tattoo|graffiti|motto|couplet|shop sign|signboard)(?: (?:on|over|above|in) [^.,\n]{1,25})?, $"), re.compile("^,"), _AS_WRITTEN),
    (_lead(r"\bname (?:on|over|above|inside) [^.,\n]{1,30} (?:is|was|reads?) $"), _behind("is was read reads", re.compile("^[.,;]")), _AS_WRITTEN),
    # "the letter ended with 此致敬礼".
    (_lead(r"\b(?:e-?mail|letter|postcard|text message)(?: [a-z]+){0,3} (?:ended|ends|began|begins|opened|opens|closed|closes|signed off|started|starts) with $"), _behind("with"), _AS_WRITTEN),
    # "it is on the menu as 夫妻肺片", "you may know it as 双减, the".
    (_lead(r"\bon the (?:menu|map|label|sign|ticket|bill|invoice|receipt) as $"), _behind("as"), LABEL),
    (_lead(r"\bknow(?:s|n)? (?:it|them|this|him|her) as $"), re.compile("^, (?:the|a|an|or) [\"“a-z]"), GLOSSED),
    # "search for 外卖 on Meituan", "grep the log for 超时".
    (_lead(r"\bsearch(?:es|ed|ing)? for $"), _pattern(r"^ (?:on|in) (?:baidu|taobao|weibo|wechat|douyin|tiktok|xiaohongshu|rednote|meituan|zhihu|bilibili|google|youtube|github|jd|amap|any map|the app|the search (?:bar|box))\b"), LABEL),
    (_lead(r"\bgrep\b[^.\n]{0,30} for $"), _behind("for"), _AS_WRITTEN),
    # "the street name 解放路 appears", "the column header 数量 must".
    (_lead(r"\bthe (?:street|place|brand|family|given|pen|stage|trade|domain|maiden|column|field|file) (?:name|header) $"), _pattern(r"^ (?:is|was|has|had|must|may|can|cannot|appears?|appeared|comes?|came|means?|meant|goes|stands?|stays?|changed) "), LABEL),
    # "no exact English for 缘分", "the Chinese version says 不得转让", "the two syllables of 沙发".
    (_lead(r"\b(?:no|any|the nearest|the closest) (?:[a-z]+ )?(?:english|translation|equivalent|counterpart|rendering)(?: [a-z]+)? (?:for|of) $"), _behind("for of"), LABEL),
    (_lead(r"\b(?:chinese|original|mandarin) (?:version|text|original|edition|wording|clause|script|caption|subtitle|headline)s? (?:of [^.,\n]{1,30} )?(?:says?|said|reads?|uses?|used) $"), _behind("say says said read reads use uses used"), _AS_WRITTEN),
    (_lead(r"\b(?:syllables?|strokes|pinyin|etymology|pronunciation) (?:of|in|for) $"), _behind("of in for"), LABEL),
    # "the Cantonese say 饮茶", "the plate bears the mark 大清", "the dialog asks 是否继续".
    (_lead(r"\b(?:cantonese|hakka|locals|beijingers|shanghainese|sichuanese|northerners|southerners)(?: people)? (?:say|call it|call this|call them) $"), _behind("say it this them", re.compile("^(?:[.,;]| for | when | instead)")), LABEL),
    (_lead(r"\b(?:bears?|bore|bearing|carries|carried) the (?:mark|inscription|words?|characters?|legend|seal|stamp) $"), _behind("mark inscription word words character characters legend seal stamp"), _AS_WRITTEN),
    (_lead(r"\b(?:dialog|prompt|installer|wizard|pop-up) asks,? $"), _behind("ask asks"), _AS_WRITTEN),
    (_lead(r"\b(?:contains?|contained|prints?|printed|logs?|logged|returns?|returned|shows?|showed) the (?:line|string|text|value|message|entry) $"), _behind("line string text value message entry"), _AS_WRITTEN),
    # "choose 刷新 from the menu".
    (_lead(r"\b(?:choose|select|pick|tick|check|uncheck) $"), _pattern(r"^ (?:from|in|under|on) (?:the|its) (?:[a-z-]+ )?(?:menu|toolbar|sidebar|dialog|settings|drop-?down|tab|panel|list)\b"), LABEL),
    # "he introduced himself as 王大夫, Doctor Wang".
    (_lead(r"\b(?:himself|herself|themselves|myself) as $"), re.compile("^, [A-Z][a-z]+ [A-Z]"), GLOSSED),
    # "a folder called 新建文件夹".
    (_lead(r"\b(?:file|folder|directory|branch|column|sheet|table|group|tag|key)(?:s)? (?:called|named|labell?ed) $"), _behind("called named labelled labeled"), _AS_WRITTEN),
    # "it said 谢谢您等我, "thank you for waiting"", "known as 仅退款 or "refund only"".
    (_lead(r"\b(?:it|card|note|that|which|sign|board|banner|poster|letter|label|ticket|screen|paper|stone) (?:said|says|read|reads|goes) $|\b(?:inscription|sign|signboard|banner|poster|plaque|note|title|legend|nickname|name) $"), re.compile(r"^, [\"“][a-z]"), GLOSSED),
    (_ANY, re.compile(r"^,? or [\"“][a-z][^\"”\n]{1,60}[\"”]"), GLOSSED),
    # "the old form of the character for umbrella, 傘, contains", "the second character, 海, stands for".
    (_lead(r"\b(?:characters?|ideogram|syllable) for [^.,;:!?\n]{1,40}, $|\b(?:first|second|third|fourth|last|other|same|middle) (?:character|syllable|stroke)(?: of [^,.\n]{1,30})?, $"), re.compile("^,"), GLOSSED),
    # "the Chinese call such people 实干家, those who".
    (_lead(r"\bcall(?:s|ed)? (?:(?:such|these|those|their|his|her|our|a|an) )?(?:[a-z]+s|people|person|men|man|women|woman|thing|place) $"),
     re.compile(r"^, (?:a|an|the|those|people|someone|somebody|things?|places?|or|that is|which means|literally|[a-z]+ (?:that|who|which|where)) [\"“a-z]"), GLOSSED),
    # "the old saying 富不过三代, wealth does not".
    (_lead(r"\b(?:saying|proverb|adage|maxim|idiom|motto) $"), _behind("saying proverb adage maxim idiom motto", re.compile(r"^(?:[,:;.!?]| (?:goes|has it|says|means|is|was|comes|puts|holds|applies)\b)")), LABEL),
    # "a dish called 回锅肉, twice-cooked pork.".
    (_lead(r"\b(?:is|are|was|were|dish|soup|cake|bread|tea|dance|game|festival|style|technique|method|custom|instrument) called $"),
     re.compile(r"^, (?:literally |or |that is,? )?(?!(?:and|but|or|so|who|which|because|when|while|if|as|yet|nor|for|in|on|at|by|from|with|to|he|she|it|they|we|i|you|this|that|there|then|although|though|where|after|before|since|until|not)\b)[a-z\"“][^,.;!?\n]{2,50}[,.;!?]"), GLOSSED),
    # "the Chinese for crisis is written 危机".
    (_lead(r"\b(?:chinese|mandarin|cantonese) for [^.\n]{1,40} (?:is|was)(?: written)?(?: as)? $"), _behind("is was written as"), LABEL),
    # "open **设置** > **网络**".
    (_lead(rf"\b(?:choose|select|open|go to|under|in|via|menu) {_SET_OFF}[{HAN}]+{_SET_BACK}(?: ?[>→›»] ?{_SET_OFF}[{HAN}]+{_SET_BACK}){{0,8}} ?[>→›»] ?{_SET_OFF}$"), re.compile(rf"^{_SET_BACK}"), LABEL),
    (_lead(r"\b(?:registered|incorporated) as $"), re.compile(r"^ ?\([A-Z]"), GLOSSED),
    # "two buttons, 确定 and 取消": what is listed is on the screen.
    (_lead(rf"\b(?:buttons|labels|tabs|menu items|checkboxes|fields|columns|characters)(?: [a-z]+)?[,:] (?:[{HAN}]+(?:,| and|, and| or) ){{0,4}}$"), re.compile(rf"^(?:,? (?:and |or )?[{HAN}]|[.;)]|$)"), LABEL),
    # "the column 金额 holds the amount".
    (_lead(r"\bthe (?:column|field|checkbox|tab|menu item) $"), _behind("column field checkbox tab item", re.compile(r"^ (?:holds?|contains?|must|shows?|lists?|names?|takes?)\b")), LABEL),
    # "on Douyin she goes by 阿牛在乡下".
    (_lead(r"\b(?:online|on [a-z]+),? (?:he|she|it) goes by(?: the name(?: of)?)? $"), _behind("by name of"), "name of an account"),
    # "the red character 药".
    (_lead(r"\b(?:the|a|one|single) (?:(?:red|black|white|golden|chinese|big|large|huge|simple|single) ){1,2}characters? $"), _behind("character characters", re.compile(r"^(?:[,.;:!?)]| (?:on|in|above|over|is|was|and|hangs?|means?)\b|$)")), _AS_WRITTEN),
    # "the old name of the city, 汴梁, is still".
    (_lead(r"\b(?:old|former|ancient|original|chinese|local|full|courtesy|literary|official) names?(?: (?:of|for) [^,.\n]{1,30})?, $|\b(?:officially|formally|locally) $"), re.compile("^,"), LABEL),
    # "the child learned to write 人, 口 and 手".
    (_lead(rf"\b(?:to|could|can|cannot) (?:write|spell|pronounce) (?:[{HAN}]+(?:,| and|, and| or) ){{0,4}}$"), re.compile(rf"^,? (?:and |or )?[{HAN}]"), LABEL),
    (_lead(rf"\b(?:to|could|can|cannot) (?:write|spell|pronounce) (?:[{HAN}]+(?:,| and|, and| or) ){{1,4}}$"), re.compile("^[.,;!?]"), LABEL),
    # "labelled 人民广场 (People's Square)".
    (_lead(r"\b(?:labell?ed|signposted|captioned) $"), re.compile(r"^ ?\([A-Z]"), GLOSSED),
    # "his favourite saying is 难得糊涂".
    (_lead(r"\b(?:saying|proverb|mantra|username|password) (?:is|was) $"), _behind("is was", re.compile(r"^[.,;!]")), LABEL),
)


# The last word, whatever stands before it, and the marks behind it.
_LAST = re.compile(r"(?<![A-Za-z'])([A-Za-z']+)([^A-Za-z']*)$")
# Whether any of the rules that hold behind every word could hold: one match instead of one for each of them.
_FOLLOWED = re.compile("|".join(f"(?{'i' if after.flags & re.IGNORECASE else '-i'}:{after.pattern})" for _, after, _ in _BARE if not isinstance(after, _Behind)))


def why_shown(left: str, right: str) -> str:
    """Why Chinese between ``left`` and ``right`` stays, nothing where it does not."""
    # What stands behind is a match at one place, what stands before a search: that comes second.
    followed, lower = _FOLLOWED.match(right) is not None, left.lower()
    return next((why for before, after, why in _rules(_last_word(left), followed) if after.match(right) and before.search(lower)), "")


@functools.lru_cache(maxsize=1 << 12)
def _rules(last: str, followed: bool) -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    """The rules that can hold behind the word ``last``, "" where any may be meant, in their order."""
    rules = []
    for before, after, why in _BARE:
        if not isinstance(after, _Behind):
            rules += [(before, after, why)] if followed else []
        elif not last or last in after.words:
            rules.append((before, after.follows, why))
    return tuple(rules)


def _last_word(left: str) -> str:
    """The last word of ``left`` where nothing but blanks and stops stand behind it, lower case; "" where any word may be meant, a hyphen where the Chinese is glued to it."""
    last = _LAST.search(left[-30:])
    if last is None or last[1].lower().endswith("'s") or last[2].strip(" ,.;!?)"):
        return ""
    return last[1].lower() if last[2] else "-"
