"""A Chinese preposition with what it leads to: ``在机场`` "at the airport", ``根据合同`` "according to the contract", ``用现金`` "in cash"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.chinese.phrases.noun_phrases import NO_ARTICLE, bare_plural
from pipeline.chinese.phrases.rendering import before_object, form, like, whom
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.governors import POSSESSIVES
from pipeline.english.wording.articles import is_one_thing, one
from pipeline.english.wording.noun_number import PERSONS
from pipeline.english.wording.realise import OBJECTS
from pipeline.lexicon.termbase import Term

# Where one is "at" rather than "in".
_POINTS = ("机场", "车站", "火车站", "码头", "门口", "入口", "出口", "路口", "现场", "终点", "起点", "顶部", "底部", "中心", "前台", "边境", "会议", "典礼", "仪式", "晚会", "聚会", "派对", "论坛", "峰会", "婚礼", "葬礼", "大会", "展会", "车展", "发布会")
_INSIDE_POINTS = ("市中心",)
_SURFACES = ("平台", "网站", "互联网", "舞台", "岛", "沙滩", "海滩", "屏幕", "墙", "屋顶", "阳台", "操场", "农场", "火车", "飞机", "公交车", "地铁", "船", "大街", "街道", "高速公路", "页面", "界面", "社交媒体", "校园", "地球", "月球", "草原", "高原")
# What something follows is one and known: 根据合同 "according to the contract".
_BY_WHAT = ("根据", "按照", "依照", "依据", "遵照", "鉴于", "沿", "沿着", "围绕", "绕着", "距", "距离", "离", "经过")
# What one pays, speaks or writes in.
_IN_WHICH = frozenset("cash yuan dollars euros pencil ink".split())
# How one gets in touch or travels: "by email".
_MEANS = frozenset("email e-mail mail phone telephone fax text radio satellite video train plane bus car taxi ship boat air sea rail subway bicycle bike express post courier".split())
# Of these there is but one around somebody: 在雨中 "in the rain".
_AROUND = frozenset("rain snow wind dark darkness sun sunshine sunlight moonlight water air fog mist shade mud sand sea sky storm distance crowd".split())
_SEVERAL_RULES = ("规定", "规则", "要求", "条件", "指示", "说明", "准则", "惯例", "新规")
_BECAUSE = ("由于", "因", "因为", "出于", "鉴于")


_WHITHER = {"in": "into", "on": "onto", "at": "to"}


def whither(p: Term, where: Term) -> str:
    """在楼上 "upstairs", 从树上 "from the tree", 向窗外 "out of the window": one preposition is enough."""
    if p.zh in ("在", "于"):
        return where.en
    first, _, rest = where.en.partition(" ")
    if p.zh in ("向", "往", "朝") and first == "outside" and rest:
        return f"out of {rest}"
    if p.zh in ("到", "至") and rest:
        # 到桌子下面 "under the table", 到水里 "into the water".
        return f"{_WHITHER.get(first, first)} {rest}"
    if p.zh in ("除", "除了") and first == "outside" and rest:
        # 除周一外: "except for Monday".
        return f"except for {rest}"
    return f"{p.en} {rest if first in ('in', 'on', 'at') and rest else where.en}"


def conjoined(c: Term, n: Term) -> str:
    """由于天气 "because of weather": before a noun "because" has its preposition."""
    c = replace(c, en="for") if c.en == "in order to" else c
    return _for_reasons(c, n) or before_object(replace(c, en="because of") if c.en == "because" else c, n)


def towards(p: Term, n: Term) -> str:
    """对市场 "to the market", 给孩子们 "to children": whom something is done to is known, and 在机场 "at the airport" where."""
    head = n.en.rpartition(" ")[2]
    counted = n.pos == "noun" and n.countable not in ("no", "plural") and words.countable(head) is not False and not forms.is_plural(n.en)
    if reasons := _for_reasons(p, n):
        return reasons
    if way := _by_way(p, n):
        return way
    if n.en.startswith("lacking "):
        return f"{p.en} a lack of {n.en.removeprefix('lacking ')}"
    if p.zh == "在" and counted:
        where = "in" if n.zh.endswith(_INSIDE_POINTS) else "at" if n.zh.endswith(_POINTS) else "on" if n.zh.endswith(_SURFACES) else p.en
        return f"{where} the {n.en}"
    if p.zh in ("通过", "用", "以", "乘", "坐") and head in _MEANS:
        return f"by {n.en}"
    if p.zh in ("用", "以") and head in _IN_WHICH:
        return f"in {n.en}"
    if counted and p.zh in ("作为", "用"):
        # 用刀 "with a knife".
        return f"{'as' if p.zh == '作为' else 'with'} {forms.article(n.en)} {n.en}"
    if counted and p.zh == "从" and n.zh.endswith(_OPENINGS):
        # 从后门跑了: "through the back door".
        return f"through the {n.en}"
    if counted and p.zh in ("到", "往", "朝", "从", "离") and not n.zh.endswith(PERSONS) and n.en not in NO_ARTICLE and n.en.islower():
        return f"{p.en} the {n.en}"
    if counted and p.zh in _BY_WHAT and n.zh.endswith(_SEVERAL_RULES):
        # 根据新规定: "according to the new rules".
        return f"{p.en} the {dict(n.forms).get('plural') or forms.plural(n.en)}"
    if p.zh == "对" and n.pos == "noun" and n.zh.endswith(_SEVERAL_PEOPLE):
        # 对学生免费: "for students".
        return f"{p.en} {bare_plural(n)}"
    if counted and (p.zh == "对" or p.zh in _BY_WHAT):
        return f"{p.en} the {n.en}"
    said = before_object(p, n)
    # 通过手机应用: "through a phone app".
    return f"{p.en} {one(n.en)}" if counted and p.zh in ("通过", "借助") and said == f"{p.en} {n.en}" and words.countable(head) is True and is_one_thing(n) and words.zipf(head) - words.zipf(forms.plural(head)) < 1.3 else said


_OPENINGS = ("门", "窗", "窗户", "窗口", "洞", "缝")
_CURRENCIES = ("yuan", "dollars", "euros", "pounds", "yen", "dollar")


def led(p: Term, n: Term) -> str:
    """以一百万元: "for one million yuan"."""
    return f"for {n.en}" if p.zh == "以" and n.en.endswith(_CURRENCIES) else f"{p.en} {n.en}"


_WAYS = {"方式": "through", "手段": "by means of", "渠道": "through", "途径": "through", "形式": "in the form of"}
_WAY_OF = ("way of ", "ways of ", "means of ", "method of ", "form of ", "channel of ")


def _by_way(p: Term, n: Term) -> str:
    """通过众筹方式: "through crowdfunding"; "" for what is no way of something."""
    how = next((said for zh, said in _WAYS.items() if n.zh.endswith(zh)), "") if p.zh in ("通过", "以", "用", "经由") else ""
    lead = next((lead for lead in _WAY_OF if n.en.startswith(lead)), "")
    if how and lead:
        return f"{how} {n.en.removeprefix(lead)}"
    before, _, last = n.en.rpartition(" ")
    if how and f"{forms.singular(last)} of " in _WAY_OF and words.guess(before.rpartition(" ")[2])[:1] == "n":
        # 通过分期方式: "through installments".
        return f"{how} {forms.plural(before) if words.countable(before.rpartition(' ')[2]) is True else before}"
    return ""


def _for_reasons(p: Term, n: Term) -> str:
    """由于天气原因: "for weather reasons"."""
    if p.zh in _BECAUSE and n.pos == "noun" and n.zh.endswith("原因") and n.en.endswith(" reason"):
        return f"for {bare_plural(n)}"
    return ""


# What helps, or is under way, rather than what lies above: 在他的帮助下 "with his help".
_WITH = ("帮助", "支持", "协助", "配合", "鼓励", "援助", "努力", "陪同", "陪伴", "见证", "助力", "加持", "推动")


_WHEN = ("底", "初", "末", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "天", "黑", "亮", "晚", "夜", "晨", "午", "月", "年", "季", "季度", "期", "期限", "节", "日", "赛", "考", "试", "班", "会", "市", "盘", "战", "会议", "饭", "餐", "课")
# Of these there is one set.
_ONE_SET = frozenset("stairs suburbs outskirts woods headquarters premises surroundings".split())
_ON = {"会": "at", "网": "on", "镇": "in", "县": "in", "村": "in", "赛": "at", "路": "on"}
# Behind these one may hide; of anything else 后 says when.
_HIDING = frozenset("门 树 大树 墙 窗帘 车 汽车 房子 桌子 柜子 柜台 屋 身 背 山 沙发 椅子 幕布 大楼 石头 岩石 帘子 屏风 栅栏 教堂 房门 吧台 讲台 方向盘 镜头 面具 玻璃 铁窗 云".split())
# Those among whom somebody is; in a 院子, a 手机 or a 国家 one is as in any place.
_SEVERAL_PEOPLE = ("人", "者", "员", "师", "孩子", "弟子", "女子", "男子", "学生", "医生", "专家", "作家", "球迷", "粉丝", "士兵", "朋友", "客", "工", "民", "众", "友")
_DETERMINED = POSSESSIVES | frozenset("a an the this that these those many all each every some".split())


def place(n: Term, where: Term) -> str:
    """店 + 里: "in the store"; 他的帮助 + 下: "with his help"."""
    preposition = _ON.get(n.zh[-1:], where.en) if where.zh == "上" else "behind" if where.zh == "后" and n.zh in _HIDING else where.en
    if where.zh == "前" and n.zh.endswith(_WHEN):
        # 年底前, 周五前: a time has nothing in front of it.
        preposition = "before"
    if where.zh == "上" and n.zh.endswith(_POINTS):
        preposition = "at"
    if where.zh in ("下", "之下") and n.zh.endswith(_WITH):
        preposition = "with"
    if where.zh in ("下", "之下") and n.pos == "noun" and n.zh.endswith(_SEVERAL_RULES):
        # 在新规则下: "under the new rules".
        return f"{preposition} the {dict(n.forms).get('plural') or forms.plural(n.en)}" if not forms.is_plural(n.en) else f"{preposition} the {n.en}"
    if preposition in ("between", "among") and n.pos == "noun" and n.countable not in ("no", "plural"):
        return f"{preposition} {dict(n.forms).get('plural') or forms.plural(n.en)}"
    if where.zh in ("中", "当中", "之中", "里") and n.pos == "noun" and n.zh.endswith(_SEVERAL_PEOPLE):
        # 在年轻人中: "among young people".
        return f"among {bare_plural(n)}"
    if n.en in _AROUND:
        return f"{preposition} the {n.en}"
    bare = n.pos == "name" or n.countable in ("no", "plural") and " of " not in n.en and n.en not in _ONE_SET
    return f"{preposition} {n.en}" if bare or n.en.partition(" ")[0] in _DETERMINED else f"{preposition} the {n.en}"


def done_where(v: Term, where: Term) -> str:
    """藏在床下 "hide under the bed": one preposition is enough."""
    first, _, last = v.en.rpartition(" ")
    return f"{first if first and last in ('in', 'at', 'on') and v.zh.endswith(('在', '于')) else v.en} {where.en}"


def beside(whom: Term, where: Term) -> str:
    """在他旁边: "beside him"."""
    return f"{where.en} {OBJECTS.get(whom.en.lower(), whom.en)}"


def equal(lead: Term, n: Term) -> str:
    """和足球场一样大: "as big as a soccer field"."""
    return like(lead, n).removeprefix("like ") if n.pos == "noun" else whom(lead, n)


def because(c: Term, v: Term) -> str:
    """由于缺乏资金 "due to a lack of funds"; another conjunction stands before its verb as it is."""
    if c.zh not in _BECAUSE:
        return f"{c.en} {v.en}"
    return f"due to a lack of {v.en.removeprefix('lack ')}" if v.en.startswith("lack ") else f"due to {form(v, 'ing')}"
