"""The English of ``A 的 B``: whose it is, what it is of, what is done and to whom."""

from __future__ import annotations

from pipeline.chinese.phrases import clauses
from pipeline.chinese.phrases.leading_nouns import led_to
from pipeline.chinese.phrases.noun_phrases import attribute, bare_plural, several
from pipeline.chinese.phrases.rendering import form
from pipeline.chinese.phrases.rendering import whom as known_whom
from pipeline.chinese.phrases.verb_chains import is_modal
from pipeline.english.inflection import forms
from pipeline.english.sentence.people import WOMEN, names_person
from pipeline.english.slots.possessors import possessed as possessed_by
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.compounds import is_quality
from pipeline.english.vocabulary.events import is_event, is_momentary
from pipeline.english.vocabulary.governors import INTRANSITIVE
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.vocabulary.times import PARTS_OF_A_DAY, SEASONS, is_time
from pipeline.english.vocabulary.transitivity import has_object, is_intransitive
from pipeline.english.wording.articles import is_one_thing, the
from pipeline.english.wording.noun_number import PERSONS, is_gerund
from pipeline.english.wording.realise import OBJECTS
from pipeline.english.wording.verb_wordings import WITH_OBJECT
from pipeline.lexicon.termbase import Term

# What a noun behind 的 belongs to without "of": 早上的空气 "morning air".
_OF_A_DAY_OR_YEAR = PARTS_OF_A_DAY | SEASONS | {"weekend"}
_POSSESSIVE = {"i": "my", "you": "your", "he": "his", "she": "her", "it": "its", "we": "our", "they": "their"}
# Whose father he is, the sentence tells.
_KIN = frozenset("父亲 母亲 爸爸 妈妈 爷爷 奶奶 妻子 丈夫 老公 老婆 儿子 女儿 哥哥 姐姐 弟弟 妹妹 父母 祖父 祖母 外婆 外公".split())
# How Chinese ends that names somebody, or a body that acts as one: what they have is theirs.
_SOMEBODY = ("者", "员", "师", "长", "民", "众", "工人", "工", "导演", "教练", "老板", "司机", "经理", "总统", "总理", "主席", "部长", "皇帝", "国王", "公主", "王子", "作家", "画家", "专家", "玩家", "买家", "卖家", "商家", "老人", "男人", "女人",
             "女孩", "男孩", "孩子", "孩子们", "人们", "学生", "医生", "先生", "女士", "小姐", "律师", "用户", "客户", "顾客", "游客", "乘客", "病人", "粉丝", "朋友", "主角", "男子", "女子", "凶手", "公司", "企业", "政府", "球队", "俱乐部",
             "集团", "银行", "团队", "学校", "大学", "医院", "品牌", "部门", "平台", "厂商", "邻居", "同事", "同学", "对手", "敌人", "家人", "亲戚", "球迷", "选手", "歌手", "明星", "士兵", "警方", "校方", "官方", "患者", "居民", "被告", "原告", "证人", "嫌疑人", "发言人", "候选人", "主持人", "投资人", "敌人", "客人")  # fmt: skip
# What there is but one of, or none in particular.
_AS_SUCH = frozenset("life technology language society art culture history nature literature education industry business".split())
# Of them and of others one mostly means more than one.
_MOSTLY_MANY, _PEOPLE_MANY, _OWNED_MANY, _SEVERAL_HAVE = 0.0, -0.25, 0.2, -0.1
# What changes is said with "in".
_CHANGES = frozenset("change increase decrease decline drop reduction improvement surge slump jump plunge slowdown fluctuation difference shift hike adjustment".split())
_MOVES = frozenset("growth rise fall recovery rebound gain progress".split())
# "with the help of teachers", "under the guidance of experts".
_LENT = frozenset("help support guidance leadership supervision influence encouragement".split())
_QUANTITIES = frozenset("price rate cost income sale sales demand supply revenue profit number output production temperature value consumption investment spending wage salary confidence share yield turnover volume inflation export import traffic".split())
_COUNTED_ALWAYS = frozenset("price rate cost wage salary sale profit export import".split())
# 对 X 的 N: which preposition N takes; "to" for what is not here.
_TOWARDS = {
    "on": "impact influence effect attack pressure research tax emphasis reliance dependence dependency ban restriction crackdown focus limit tariff opinion view constraint burden insistence investigation",
    "in": "confidence trust interest investment belief participation faith",
    "of": "understanding knowledge awareness control evaluation assessment use criticism review analysis perception recognition treatment protection study supervision regulation oversight management judgment abuse expectation exploration "
    "love fear pursuit description definition interpretation mastery memory impression prediction forecast",
    "for": "demand support respect desire need request preference responsibility passion enthusiasm care hope requirement longing thirst penalty punishment sanction reward",
    "about": "concern worry anxiety doubt question",
    "toward": "attitude",
    "with": "satisfaction dissatisfaction disappointment sympathy",
    "over": "regret",
}
_TOWARDS_OF = {noun: preposition for preposition, nouns in _TOWARDS.items() for noun in nouns.split()}


# What is always of something, so that what stands before 的 is no quality of it.
_OF_SOMETHING = frozenset(
    "影响 来源 起源 价格 成本 质量 数量 规模 作用 价值 意义 未来 历史 颜色 结构 水平 过程 名字 名称 地位 角色 需求 原因 结果 目的 目标 关键 核心 基础 象征 本质 特点 部分 开始 结束 中心 利润 收入 股价 内容 细节 安全 背景 状态 权利 权益 利益 责任 决心 "
    "勇气 声音 大小 尺寸 温度 速度 长度 面积 范围 边缘 顶部 底部 入口 主人 创始人 负责人 作者 儿子 女儿 一员 代表 灵魂 后果 阶段 职责 尊严 命运 前景 趋势".split()
)


# Of these there are some, and none that one knows.
_SOME = frozenset("迹象 征兆 例子 案例 照片 图片 痕迹 传闻 谣言 症状".split())


def is_of_something(n: Term) -> bool:
    """True for 重要性, 价格: what stands before 的 is what it is of."""
    return n.zh in _OF_SOMETHING or len(n.zh) > 2 and n.zh.endswith(("性", "率", "度", "量", "感"))


def says_what_kind(a: Term) -> bool:
    """True for a noun that has an adjective of its kind: 科学 "scientific", but not 问题 "problematic"."""
    own = dict(a.slots)
    adjective = own.get("attr") or own.get("adj") or a.en
    return adjective != a.en and words.guess(adjective)[:1] == "j" and not is_quality(adjective)


def nominal(v: Term) -> str:
    """What is done, as a noun: "growth", "cooperation", "breaking"."""
    return (dict(v.slots).get("noun") or form(v, "ing")) if v.pos == "verb" else v.en


def possessive(owner: str) -> str:
    """ "the bank's", "workers'"."""
    return f"{owner}'" if owner.endswith("s") and forms.is_plural(owner) else f"{owner}'s"


# How much there is of a thing is said of all of them: "sales of new energy vehicles".
_OF_ALL = frozenset("sales demand supply output production consumption popularity shortage export exports import imports number proportion variety cultivation".split())


_AS_A_WHOLE = frozenset("sales production consumption exports imports cultivation".split())


def owner(a: Term, of: str = "") -> str:
    """The A of ``A 的 B``, ``of`` being the head of B: a known one, several, or a mass."""
    if a.zh in _KIN:
        return f"one's {a.en}"
    if a.pos != "noun" or a.countable == "plural" or forms.is_plural(a.en):
        return a.en
    if a.en in _AS_SUCH:
        return a.en
    bare = bare_plural(a)
    if bare == a.en or of in _OF_ALL and words.zipf(forms.plural(head_of(a.en))) - words.zipf(head_of(a.en)) > -0.6 or bare.startswith("the ") or a.zh.endswith("们"):
        return bare
    last = a.en.rpartition(" ")[2]
    more = words.zipf(forms.plural(last)) - words.zipf(last)
    return bare if more >= (_PEOPLE_MANY if a.zh.endswith(_SOMEBODY) else _MOSTLY_MANY) or last in _COUNTED_ALWAYS else the(a.en)


# Of these there are results rather than one.
_STUDIED = frozenset("research study survey test experiment exam examination election investigation analysis poll inspection audit".split())


# What is there is named by it.
_POSITIONS = {"corner": "in", "side": "on", "top": "at", "bottom": "at", "middle": "in", "page": "on", "screen": "on"}
_ROOMS = frozenset("kitchen bathroom bedroom office classroom garage garden hotel hospital library car train house restaurant".split()) | {"living room", "dining room"}
# What it is a risk or a feeling of, is any.
_SUCH = frozenset("risk danger possibility fear sense feeling fault pain pleasure joy threat likelihood probability lack shortage trend source form kind sort art science".split())
_WITH_CHILDREN = ("家庭", "夫妻", "夫妇", "家长", "家")


_SPANS = ("时段", "高峰期", "旺季", "淡季", "假期", "期间", "黄金周", "雨季", "战争时期", "赛季")


_OF_THEM = frozenset("number amount quantity proportion percentage majority ratio".split())
_POINTS = ("门口", "入口", "出口", "路口", "车站", "机场", "现场", "校门口", "地铁口", "村口", "巷口", "胡同口", "街口", "街角", "楼梯口", "电梯口", "码头", "车站旁", "转角")
# The reason for it, the key to it; of everything else it is "of".
_LEADING_TO = {"reason": "for", "opportunity": "for", "room": "for", "chance": "for", "demand": "for", "need": "for", "solution": "to", "key": "to", "answer": "to", "threat": "to", "damage": "to", "entrance": "to", "ban": "on"}


def _is_somebody(a: Term) -> bool:
    return a.zh in _KIN or a.zh.endswith(_SOMEBODY)


def _owned_number(n: Term, several: bool) -> str:
    """What is mostly many is many; of several owners each has one."""
    if n.countable in ("no", "plural") or forms.is_plural(n.en) or words.countable(head_of(n.en)) is False:
        return n.en
    head = head_of(n.en)
    if n.en.startswith(("average ", "total ", "overall ", "per capita ", "mean ")):
        return n.en
    more = words.zipf(forms.plural(head)) - words.zipf(head)
    return bare_plural(n) if more >= _OWNED_MANY or several and words.countable(head) is True and more > -1.0 else n.en


def noun_of(a: Term, n: Term) -> str:
    """A 的 B: "the boss's son", "the price of the product"."""
    if a.en in _OF_A_DAY_OR_YEAR:
        return f"{a.en} {n.en}"
    if between := _between(a, n):
        return f"the {between}"
    if a.en in _ROOMS and " " not in n.en and not is_of_something(n) and words.countable(n.en) is not False and n.pos == "noun":
        # 厨房的灯: "the kitchen light".
        return f"the {a.en} {n.en}"
    if (where := _POSITIONS.get(head_of(a.en))) and not is_of_something(n):
        # 右上角的按钮: "the button in the upper right corner".
        return f"the {n.en} {where} {the(a.en)}"
    if head_of(n.en) in _SUCH and is_one_thing(a) and not _is_somebody(a):
        # 失败的风险: "the risk of failure".
        return f"the {n.en} of {bare_plural(a) if words.zipf(forms.plural(head_of(a.en))) - words.zipf(head_of(a.en)) > -0.6 else a.en}"
    whose = owner(a, head_of(n.en))
    if head_of(n.en) in _OF_THEM:
        # 参与者的数量: "the number of participants".
        return f"the {n.en} of {bare_plural(a) if words.zipf(forms.plural(head_of(a.en))) - words.zipf(head_of(a.en)) > -0.6 else whose}"
    if a.zh.endswith(_POINTS):
        # 门口的保安: "the security guard at the door".
        return f"the {n.en} at {the(a.en)}"
    if _is_somebody(a) and " and " in whose:
        # 消费者和商家的利益: "the interests of consumers and merchants".
        return f"the {_owned_number(n, True)} of {whose}"
    if _is_somebody(a):
        return f"{possessive(whose)} {_owned_number(n, forms.is_plural(whose))}"
    if head_of(n.en) in _AS_A_WHOLE and n.countable in ("no", "plural", "") and whose != the(a.en):
        return f"{n.en} of {whose}"
    if n.zh in _SOME:
        return f"{bare_plural(n)} of {whose}"
    if a.zh.endswith(_SPANS):
        # 高峰时段的车流量: "traffic volume during peak hours".
        return f"{n.en if n.countable == 'no' else the(n.en)} during {a.en if a.countable == 'plural' else the(a.en)}"
    if n.en == "result" and head_of(a.en) in _STUDIED:
        return f"the results of {whose}"
    return f"the {_owned_number(n, False)} {'in' if n.en in _CHANGES else _LEADING_TO.get(head_of(n.en), 'of')} {whose}"


def of_name(a: Term, n: Term) -> str:
    """特朗普的胜利: "Trump's victory"."""
    return f"{possessive(a.en)} {_owned_number(n, False) if n.pos == 'noun' else n.en}"


def happening_of(a: Term, v: Term) -> str:
    """房价的上涨: "the rise in housing prices"."""
    what, whose = nominal(v), owner(a)
    if what in _CHANGES or what in _MOVES and (head_of(a.en) in _QUANTITIES or a.zh.endswith(_SOMEBODY)):
        return f"the {what} in {whose}"
    if _is_somebody(a) and not is_gerund(what) and what not in _LENT:
        # 邻居的投诉: "the neighbors' complaints".
        many = words.zipf(forms.plural(what)) - words.zipf(what) >= (_SEVERAL_HAVE if forms.is_plural(whose) else _OWNED_MANY) and words.countable(what) is True
        return f"{possessive(whose)} {forms.plural(what) if many else what}"
    return f"the {what} of {whose}"


def done_by(a: Term, v: Term) -> str:
    """供应商提供的: "provided by the supplier"."""
    return f"{form(v, 'done')} by {owner(a)}"


def done_by_name(a: Term, v: Term) -> str:
    """中国的发展: "China's development"."""
    return f"{possessive(a.en)} {nominal(v)}"


def of_phrase(a: Term, n: Term) -> str:
    """这座城市的象征: "the symbol of this city", 双方的关系 "the relationship between the two sides"."""
    if between := _between(a, n):
        return f"the {between}"
    if n.zh in _WITH_CHILDREN and a.zh[-1:] in ("子", "女", "娃", "儿"):
        # 三个孩子的家庭: "families with three children".
        return f"{bare_plural(n)} with {a.en}"
    if a.zh.endswith("方面"):
        # 这方面的经验: "experience in this regard".
        return f"{bare_plural(n) if n.pos == 'noun' else nominal(n)} in {a.en}"
    if n.en == "result" and n.pos == "noun" and head_of(a.en) in _STUDIED:
        return f"the results of {a.en}"
    return f"the {nominal(n)} {'in' if n.pos == 'verb' and nominal(n) in _CHANGES else 'of'} {a.en}"


def such_a(a: Term, n: Term) -> str:
    """精彩的一场比赛 "an exciting match"; of the most exciting one the article is for the whole to say."""
    first, _, rest = n.en.partition(" ")
    if first not in ("a", "an"):
        return f"{a.en} {n.en}" if first not in ("the", "this", "that") else f"{first} {a.en} {rest}"
    return f"the {a.en} {rest}" if a.zh.startswith(("最", "第", "唯一")) else f"{forms.article(a.en)} {a.en} {rest}"


# What there is between two.
_BETWEEN = frozenset("friendship relation relations relationship tie ties cooperation trade talks border dispute conflict difference agreement exchange exchanges war gap tension tensions dialogue rivalry competition contact contacts".split())


def of_several(a: Term, n: Term) -> str:
    """两国关系 "relations between the two countries", 两国人民 "the two countries' people"."""
    if not a.zh.startswith(_TWO) or not forms.is_plural(a.en):
        return f"{a.en} {n.en}"
    said = bare_plural(n)
    return f"{said} between {a.en}" if n.en in _BETWEEN or said in _BETWEEN else f"{possessive(a.en)} {said}"


_TWO = ("两", "双", "二者")


def _between(a: Term, n: Term) -> str:
    """Of 双方, 两国: "relationship between the two sides"; "" of what is not between them."""
    if not a.zh.startswith(_TWO) or not forms.is_plural(a.en) or n.pos != "noun" or n.en not in _BETWEEN and forms.plural(n.en) not in _BETWEEN:
        return ""
    return f"{n.en} between the two {a.en.removeprefix('both ').removeprefix('the ').removeprefix('two ')}"


def towards_what(a: Term, n: Term) -> str:
    """对市场的影响: "impact on the market"."""
    what = nominal(n)
    head = forms.singular(what.rpartition(" ")[2])
    return f"{what} {_TOWARDS_OF.get(head, 'to')} {a.en}"


def expressed(_: Term, felt: Term) -> str:
    """表示满意: "express satisfaction"."""
    return f"express {nominal(felt) if felt.pos == 'verb' else dict(felt.slots).get('noun') or felt.en}"


def expressed_towards(a: Term, said: Term) -> str:
    """对结果表示满意: "express satisfaction with the result"."""
    return f"express {towards_what(a, Term(said.zh, said.en.removeprefix('express '), 'noun'))}"


def whose_towards_what(a: Term, n: Term) -> str:
    """运动对睡眠的影响: "the impact of exercise on sleep"; ``a`` is "exercise|sleep"."""
    whose, _, what = a.en.partition("|")
    said = towards_what(Term(a.zh, what, a.pos), n)
    if whose.startswith("'"):
        return f"{whose[1:]} {said}"
    noun = nominal(n)
    return f"the {noun} of {whose}{said.removeprefix(noun)}"


def between_them(a: Term, towards: Term) -> str:
    """运动 + 对睡眠: kept apart until it is known what the one is to the other."""
    if a.pos == "pron":
        return f"'{_POSSESSIVE.get(a.en.lower(), a.en)}|{towards.en}"
    return f"'{possessive(owner(a))}|{towards.en}" if a.pos == "name" or _is_somebody(a) else f"{owner(a)}|{towards.en}"


_DOCUMENTS = ("通知", "意见", "报告", "规定", "决定", "办法", "法律", "研究", "讨论", "公告", "文件", "论文", "声明", "指导意见", "谈判", "协议", "辩论", "争论", "公约", "条例", "政策", "演讲", "讲座", "禁令", "共识")


def concerning(a: Term, n: Term) -> str:
    """有关部门的, 对市场的: what a phrase with its preposition says of the noun."""
    if a.en.startswith("about ") and n.zh in _DOCUMENTS:
        # 关于食品安全的通知: "notice on food safety".
        return f"{nominal(n)} on {a.en.removeprefix('about ')}"
    return f"{nominal(n)} {a.en}"


def possessed(p: Term, n: Term) -> str:
    """我的: "my"."""
    if p.en in ("none", "nothing"):
        return f"no {n.en}"
    return f"{_POSSESSIVE.get(p.en.lower(), p.en)} {n.en}"


# What somebody or something does of itself.
BECOMING = frozenset("变化 增长 发展 上涨 下降 下滑 崛起 扩张 老化 萎缩 消失 成长 衰落 进步 恢复 反弹 升温 变暖 兴起".split())
_OF_ONESELF = ("熬夜", "失眠", "加班", "迟到", "早起", "久坐", "酗酒", "抽烟", "吸烟", "运动", "锻炼", "独居", "生活", "工作", "睡觉")
FIRST = ("最早", "最先", "率先", "首先", "首次", "第一个", "首个")


def verb_of(v: Term, n: Term) -> str | Term:
    """流失的用户 "lost users", 去年推出的产品 "products launched last year", 参加比赛的选手 "contestants taking part in the match"."""
    verb, _, what = v.en.partition(" ")
    if verb in ("have", "possess") and what and WITH_OBJECT in v.forms and not what.startswith(("no ", "to ")):
        # 具有增长潜力的企业: "companies with growth potential".
        return f"{n.en} with {what}"
    if WITH_OBJECT in v.forms and (is_event(v.zh, v.en) or is_momentary(v.en)) and n.pos == "noun" and names_person(n.en):
        # 失去记忆的侦探: "detective who lost his memory".
        done = form(v, "past")
        return Term("", f"{n.en} who {possessed_by(done, 'her' if head_of(n.en) in WOMEN else 'his', False)}", "noun", forms=(("plural", f"{bare_plural(n)} who {possessed_by(done, 'their', True)}"),))
    if v.zh in _DEAREST:
        # 最宠爱的妃子: "favorite concubine".
        return f"favorite {n.en}"
    if v.zh.startswith("最") and v.en.startswith("most ") and v.en.count(" ") == 1:
        # 最讨厌的科目: "most hated subject".
        return f"most {forms.participle(v.en.removeprefix('most '))} {n.en}"
    if v.zh.startswith(FIRST) and v.en.startswith(("first ", "earliest ", "be the first to ")):
        # 最早进入中国的公司: "first company to enter China".
        did = v.en.removeprefix("be the first to ").removeprefix("first ").removeprefix("earliest ")
        return f"first {bare_plural(n) if v.zh.startswith(FIRST[:3]) else n.en} to {did}"
    if n.zh == "人" and (WITH_OBJECT in v.forms or has_object(v.en) or " " in v.en and (is_intransitive(v.en) or v.en.partition(" ")[0] in INTRANSITIVE or has_object(v.en) or v.zh[-2:] in _OF_ONESELF)):
        # 目击事故的人: "people who witness the accident".
        return f"people who {v.en}"
    if v.en.startswith("have no "):
        return f"{n.en} with {v.en.removeprefix('have ')}"
    if v.en.startswith(_CAN):
        return _able_to(v, n)
    if v.en.startswith("be "):
        state = v.en.removeprefix("be ")
        return f"{n.en} {state}" if " " in state else f"{state} {n.en}"
    if led := led_to(v, n):
        return led
    # 去年推出的产品: "last year" is no object.
    holds_object = WITH_OBJECT in v.forms or has_object(v.en) and " one's " not in v.en and not is_time(v.en.partition(" ")[2])
    if v.en.startswith("cannot ") and v.en.count(" ") == 1:
        # 卖不出去的库存: "stock that cannot be sold".
        able = v.en.removeprefix("cannot ")
        return f"{n.en} that cannot {able if able in INTRANSITIVE else 'be ' + forms.participle(able)}"
    if v.en.startswith("come from "):
        # 来自全国各地的学生: "students from all over the country".
        return f"{n.en} {v.en.removeprefix('come ')}"
    first, *rest = v.en.split(" ")
    if rest and (said := dict(v.slots).get("attr", "")).endswith(("ed", "en")) and " " not in said:
        # 手写的招牌: "handwritten sign".
        return f"{said} {n.en}"
    adverb_first = words.tags(first)[:1] == "r"
    active = holds_object or (rest[0] if adverb_first and rest else first) in INTRANSITIVE or v.zh.endswith(tuple(BECOMING)) or is_modal(v)
    said = form(v, "ing" if active else "done")
    if "one's " in said and (whose := clauses.own_of(n)[1]):
        said = possessed_by(said, "its" if whose == "its" else "their", False)
    verb, _, how = said.partition(" ")
    if not holds_object and how.endswith("ly") and how.isalpha() and words.guess(how)[:1] == "r":
        # 快速发展的城市: "rapidly developing city".
        return f"{how} {verb} {n.en}"
    return f"{n.en} {said}" if holds_object or rest and not adverb_first else f"{said} {n.en}"


_DEAREST = frozenset("最宠爱 最喜欢 最喜爱 最爱 最疼爱 最钟爱 最偏爱 最心爱".split())
_CAN = ("can ", "could ", "must ", "should ", "be unable to ", "be able to ")


def _able_to(v: Term, n: Term) -> Term:
    """能够吃苦的人 "person who can endure hardship", 无法回避的问题 "problem that cannot be avoided"."""
    helper, done = "can", v.en.removeprefix("be able to ")
    if v.en.startswith("be unable to "):
        helper, done = "cannot", v.en.removeprefix("be unable to ")
    elif v.en.startswith(_CAN[:4]):
        helper, _, done = v.en.partition(" ")
    person = n.zh.endswith(PERSONS) or names_person(n.en)
    passive = not person and " " not in done and done not in INTRANSITIVE
    said = f"{'who' if person else 'that'} {helper} {'be ' + forms.participle(done) if passive else done}"
    return Term("", f"{n.en} {said}", "noun", forms=(("plural", f"{several(n)} {said}"),), countable=n.countable)


def adverb_of(a: Term, n: Term) -> str:
    """昨天的比赛, 店里的货 "goods in the store"."""
    if " " in a.en and words.guess(a.en.partition(" ")[0])[:1] == "P" and not is_time(a.en) and "attr" not in dict(a.slots):
        return f"{nominal(n)} {a.en}"
    return f"{attribute(a)} {nominal(n)}"


def whom(_: Term, n: Term) -> str:
    """Whom or what it is about: a known one."""
    return OBJECTS.get(n.en.lower(), n.en) if n.pos == "pron" else bare_plural(n) if n.zh.endswith((*_SOMEBODY, "行为")) else owner(n)


# What anything is made for: 适合全家观看 leaves it out.
_TAKEN_IN = frozenset("看 观看 玩 游玩 阅读 读 吃 食用 喝 饮用 使用 用 参加 学习 参观 穿 收听 入住 居住 旅游 骑 佩戴".split())


def fit_for(fit: Term, somebody: Term) -> str:
    """适合老人: "suitable for old people"."""
    return f"{fit.en} {the(somebody.en) if somebody.en.startswith(('whole ', 'entire ')) else known_whom(somebody, somebody)}"


def fit_to(fit: Term, verb: Term) -> str:
    """适合全家观看: "suitable for the whole family"."""
    return fit.en if verb.zh in _TAKEN_IN else f"{fit.en} to {verb.en}"
