"""A Chinese verb and another one behind it: 希望改善 "hope to improve", 停止销售 "stop selling", 走路上班 "walk to work"."""

from __future__ import annotations

import re

from pipeline.chinese.closed_classes import MODAL
from pipeline.chinese.phrases.rendering import form
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import NOUNS_WITH_TO, PARTICLES, TAKE_TO
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.vocabulary.transitivity import has_object, is_intransitive
from pipeline.english.wording.modal_phrases import MODALS
from pipeline.english.wording.verb_wordings import WITH_OBJECT
from pipeline.lexicon.termbase import Term

# What stands before a "to" that a bare verb follows; behind any other, "belong to", comes a noun, and one agrees to a plan as well.
_TO_DO = TAKE_TO - {"agree"} | {"prefer"} | frozenset(
    "able unable willing unwilling reluctant ready eager happy afraid glad likely unlikely bound sure destined certain expected forced required obliged supposed allowed about used easy hard "
    "difficult impossible possible enough insufficient late time dare bother rush vie scramble compete race hurry jostle clamor flock have heart way right opportunity chance far".split()
)


def is_modal(term: Term) -> bool:
    """True for a verb whose English a bare verb follows: "can", "will not", "be unable to"."""
    if term.pos not in ("verb", MODAL):
        return False
    before, to, rest = term.en.rpartition(" to")
    return term.pos == MODAL or term.en in MODALS or term.en.endswith(" not") or bool(to) and not rest and (before.rpartition(" ")[2] in _TO_DO or before.endswith("so far as"))


# What a modal verb is behind another verb: 希望能够改善 "hope to be able to improve".
_AS_BARE = {"can": "be able to", "could": "be able to", "must": "have to", "cannot": "be unable to", "will": ""}
_TAKE_TO = TAKE_TO | {"allow", "enable"}
_TAKE_GERUND = frozenset("ban prohibit forbid oppose resist quit involve recommend suggest avoid consider stop finish keep risk support prevent enjoy practice delay postpone".split()) | {"take turns", "be busy"}


# What one has learned one can do: 会弹钢琴.
_SKILLS = ("走路", "说话", "飞", "弹", "唱", "跳舞", "游泳", "开车", "骑", "做饭", "做菜", "说英", "说汉", "说中", "说法", "说日", "说多", "下棋", "画画", "写字", "吹", "拉小", "打字", "滑")


def _bare(verb: Term) -> str:
    first, _, rest = verb.en.partition(" ")
    return f"{_AS_BARE.get(first, first)} {rest}".strip()


# How one is while one does something else.
GOING_ON_SO = {
    "站着": "standing up", "坐着": "sitting down", "躺着": "lying down", "跪着": "on one's knees", "蹲着": "squatting", "笑着": "with a smile", "哭着": "in tears", "微笑着": "with a smile", "走着": "on foot", "跑着": "at a run", "颤抖着": "trembling", "流着泪": "in tears",
    "光着脚": "barefoot", "低着头": "with one's head bowed", "睁着眼": "with one's eyes open", "闭着眼": "with one's eyes closed", "空着手": "empty-handed", "饿着肚子": "on an empty stomach", "喘着气": "out of breath",
}  # fmt: skip
_HOW_ONE_IS = {"低头": "with one's head bowed", "睁眼": "with one's eyes open", "闭眼": "with one's eyes closed", "光脚": "barefoot", "流泪": "in tears", "喘气": "out of breath", "排队": "in line", "皱眉": "with a frown", "红脸": "blushing"}
# How one gets there: 走路上班 "walk to work".
_TRIPS = {"上班": "to work", "上学": "to school", "回家": "home", "去上班": "to work", "去上学": "to school"}


_TRAVELLING = ("走路", "步行", "开车", "骑车", "骑自行车", "坐车", "坐地铁", "坐公交", "乘地铁", "打车", "跑步")


def is_trip(a: Term, b: Term) -> bool:
    """True for how one gets to work, to school or home."""
    return b.zh in _TRIPS and a.zh in _TRAVELLING


_EXPECTED = ("预计", "预期", "有望", "料", "预料")
# What is done to do something else.
_IN_ORDER = ("排队", "熬夜", "停下来", "停下", "赶来", "赶去", "赶到", "回来", "回去", "回家", "出门", "出去", "打电话", "写信", "花钱", "花时间", "联手", "联合起来", "报名", "站出来", "聚在一起", "齐聚", "返回", "动手", "出手", "出资", "致电", "挺身而出", "加班加点")
# 实现了扭亏为盈: what is achieved is done.
_ACHIEVED = ("实现", "做到", "得以", "达到")
_ONE_OF_IT = frozenset("achieve see experience record make suffer undergo mark trigger spark cause".split())


# Whom or what it is done to is taken there for it.
_TAKEN = ("带走", "带回", "召回", "送医", "停业", "停职", "停机", "停产", "停课", "拘留", "住院", "入院", "送往医院", "关闭", "扣押", "隔离", "封存", "送检", "留置", "下架", "传唤", "停牌")
_POSTURES = frozenset("sit stand lie kneel squat crouch stay wake get".split())
_ON_THE_WAY = frozenset("go come return drive fly run rush head travel hurry".split())
_WHITHER = frozenset("down up out in back home over away abroad outside here there upstairs downstairs".split()) | {"up late"}
_LEADING = frozenset("about of with for to".split())


def is_taken(a: Term) -> bool:
    """True for what is done so that something else can be done: 带走, 停职."""
    return a.zh.startswith(_TAKEN)


def is_moved(a: Term) -> bool:
    """True for "sit down", "go home": what takes no object, and leads to what is done then."""
    first, _, rest = a.en.partition(" ")
    return a.pos == "verb" and a.en in ("turn around", "turn back") or a.pos == "verb" and first in _POSTURES | _ON_THE_WAY and rest in _WHITHER


def _alone(verb: str) -> str:
    """ "chat" of "chat about"."""
    first, _, last = verb.partition(" ")
    return first if last in _LEADING else verb


def verb_verb(a: Term, b: Term) -> str:
    """What the first verb asks of the second: "to", -ing, a noun, or "and"."""
    if is_modal(a):
        return f"{a.en.replace('will', 'can') if a.zh.endswith('会') and b.zh.startswith(_SKILLS) else a.en} {_bare(b)}"
    if is_trip(a, b):
        return f"{a.en} {_TRIPS[b.zh]}"
    if a.zh in _EXPECTED:
        # 预计将继续增长: "be expected to continue to grow".
        return f"be expected to {_bare(b)}"
    if (how := dict(a.slots).get("adv", "")) and how == form(a, "ing") and WITH_OBJECT not in a.forms and a.zh not in GOING_ON_SO and "着" not in b.zh:
        # 低着头走路: "walk with one's head bowed".
        return f"{_alone(b.en)} {_HOW_ONE_IS.get(a.zh, how)}"
    if a.zh in GOING_ON_SO:
        # 站着吃饭: "eat standing up".
        return f"{_alone(b.en)} {GOING_ON_SO[a.zh]}"
    if a.zh[:1] in "去来到回" and len(a.zh) > 1 and a.pos == "verb" and WITH_OBJECT in a.forms:
        # 去公园散步: "go to the park to take a walk".
        return f"{a.en} to {_bare(b)}"
    if a.zh in ("去", "来", "前来", "前去") and a.pos == "verb":
        return f"{'come' if '来' in a.zh else 'go'} to {_bare(b)}"
    if is_taken(a) and (named := dict(b.slots).get("noun")):
        # 带走调查: "take away for investigation".
        return f"{a.en} for {named}"
    if a.zh.startswith(_IN_ORDER):
        # 排队买票: "queue to buy tickets".
        return f"{a.en} to {_bare(b)}"
    if is_moved(a):
        # 坐下来聊天: "sit down and chat"; 出去散步: "go out to take a walk".
        return f"{a.en} {'to' if a.en.partition(' ')[0] in _ON_THE_WAY and not b.en.startswith('take a look') else 'and'} {_alone(_bare(b))}"
    if a.en in _TAKE_TO or " " in a.en and (a.en.rpartition(" ")[2] in NOUNS_WITH_TO or a.en.endswith((" mind", " best", " utmost"))):
        # 下定决心离开: "make up one's mind to leave".
        return f"{a.en} to {_bare(b)}"
    if a.en in _TAKE_GERUND or takes_verb(a) or " " in a.en and a.en.endswith(" to") and (" " in b.en or not dict(b.slots).get("noun")):
        # 期待与您合作: "look forward to cooperating with you".
        return f"{a.en} {form(b, 'ing')}"
    noun = dict(b.slots).get("noun")
    if "着" in a.zh[1:3] and WITH_OBJECT in a.forms:
        # 冒着大雨排队: "queue up braving heavy rain".
        return f"{b.en} {form(a, 'ing')}"
    if not noun and a.zh.startswith(_ACHIEVED):
        return b.en
    if noun and a.en in _ONE_OF_IT and words.countable(head_of(noun)) is True and not forms.is_plural(noun):
        # 实现了突破: "achieve a breakthrough".
        return f"{a.en} {forms.article(noun)} {noun}"
    if noun and (has_object(a.en) or is_intransitive(a.en) or WITH_OBJECT in a.forms or " " in a.en and words.guess(a.en.rpartition(" ")[2])[:1] in ("r", "j") and a.en.rpartition(" ")[2] not in PARTICLES):
        # 下棋聊天: "play chess and chat".
        noun = ""
    return f"{a.en} {noun}" if noun else f"{a.en} and {_alone(b.en)}"


def then(a: Term, b: Term) -> str:
    """唱歌还跳舞 "sing and also dance"; 不仅会唱歌还会跳舞 "can not only sing but also dance"."""
    if "not only " in a.en or _ALSO.match(b.en) and _SAME_HELPER.match(a.en):
        return f"{a.en} but {_ALSO.sub('also ', b.en)}"
    return f"{a.en} and {b.en}"


_ALSO = re.compile(r"(?:(?:can|will|must|may) )?(?:also|still|even) ")
_SAME_HELPER = re.compile(r"(?:can|will|must|may) not only ")


def takes_verb(a: Term) -> bool:
    """True for what another verb follows: "continue to", "avoid"."""
    last = a.en.rpartition(" ")[2]
    return a.en in _TAKE_TO or a.en in _TAKE_GERUND or last.endswith("ing") and forms.bare(last) in _TAKE_GERUND
