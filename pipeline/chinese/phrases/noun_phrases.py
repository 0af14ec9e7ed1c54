"""The English of a noun with what stands before it: what counts it, what kind it is, how many of it there are."""

from __future__ import annotations

from dataclasses import replace

from pipeline.chinese.phrases.changes import BECOMES, change_in
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.compounds import is_about, is_quality
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.wording.articles import is_first, is_one_thing, is_the_one, one, the
from pipeline.english.wording.countability import is_mass
from pipeline.english.wording.noun_number import PERSONS
from pipeline.lexicon.termbase import Term

# By how much the singular is written more often than the plural (powers of ten) where there is one of it rather than several.
_HARDLY_MANY = 1.0
# Of these everybody has the same one in mind.
_THE_ONE = frozenset("government economy future environment weather sun moon sky sea internet past countryside public world universe earth ground truth pandemic epidemic police".split())


# Whoever is told of, there is one: 老板很高兴 "the boss is happy".
WELL_KNOWN = ("老板", "司机", "教练", "裁判", "经理", "医生", "老师", "校长", "总统", "总理", "部长", "市长", "队长", "船长", "主席", "国王", "将军", "母亲", "父亲", "皇帝", "房东", "法官", "店主", "船员", "导演", "作者", "主人")
# One goes there without an article.
NO_ARTICLE = frozenset("school work bed church college home town class court jail prison sea land childhood birth dawn dusk noon midnight sunrise sunset morning night".split())


def bare_plural(term: Term) -> str:
    """A noun as it stands without a determiner: plural where it can be counted."""
    if term.en.startswith(("the ", "a ", "an ")):
        return term.en
    if term.en.rpartition(" ")[2] in _THE_ONE and term.pos == "noun":
        return f"the {term.en}"
    if term.pos != "noun" or term.countable in ("no", "plural") or forms.is_plural(term.en):
        return term.en
    if not term.countable and words.countable(term.en.rsplit(" ", 1)[-1]) is False:
        return term.en
    last = term.en.rsplit(" ", 1)[-1]
    if not term.countable and "plural" not in dict(term.forms) and not term.zh.endswith(PERSONS) and words.zipf(last) - words.zipf(forms.plural(last)) >= _HARDLY_MANY:
        # 压力, 发展: what is hardly ever written in the plural.
        return term.en
    return dict(term.forms).get("plural") or forms.plural(term.en)


def several(term: Term) -> str:
    """A noun that is counted: "three pressures", though of it alone one says "pressure"."""
    uncounted = term.pos != "noun" or term.countable in ("no", "plural") or forms.is_plural(term.en) or words.countable(head_of(term.en)) is False
    return term.en.removeprefix("the ") if uncounted else dict(term.forms).get("plural") or forms.plural(term.en)


def attribute(term: Term) -> str:
    """As it stands before a noun."""
    return dict(term.slots).get("attr", term.en)


_LENGTHS = frozenset("long short tall big small large little wide thick thin new old".split())
_COLOURS = frozenset("red white black blue green yellow grey gray brown purple pink orange golden silver".split())


def described(a: Term, n: Term) -> str:
    """大型设备 "large equipment"; 在建项目 "projects under construction"."""
    first, _, rest = a.en.partition(" ")
    led = rest.partition(" ")[0]
    if first == "worth" or " " in rest and a.pos in ("adj", "pp") and "attr" not in dict(a.slots) and words.guess(first)[:1] == "j" and words.guess(led)[:1] == "P":
        # 值得考虑的建议: "a suggestion worth considering".
        return f"{n.en} {a.en}"
    if rest.startswith("to ") and rest.count(" ") == 1 and words.guess(first)[:1] in ("j", "r") and "attr" not in dict(a.slots):
        # 难以拒绝的提议: "a hard-to-refuse proposal".
        return f"{a.en.replace(' ', '-')} {n.en}"
    if n.zh == "程度" and (quality := dict(a.slots).get("noun", "")):
        # 激烈程度: "intensity".
        return f"degree of {quality}" if a.zh.endswith("化") else quality
    if a.zh in _OF_THE_YEAR and is_first(n.en):
        # 年度最佳影片: "best film of the year".
        return f"{n.en} of the year"
    if first in ("only", "main", "sole") and words.guess(led)[:1] == "P":
        # 市场上唯一的选择: "the only choice on the market".
        return f"{first} {n.en} {rest}"
    if a.zh in ("涉事", "涉案") and a.en == "involved":
        # 涉事员工: "employees involved".
        return f"{n.en} involved"
    if a.zh == "准" and n.zh.endswith((*PERSONS, *"爸妈父母婿媳生娘")):
        # 准新娘: who is soon to be one.
        return f"future {n.en}"
    if n.en.startswith("the ") and " of " in n.en and "一" not in n.zh[:1]:
        # 海外收入占比: "the share of overseas income".
        lead, _, what = n.en.partition(" of ")
        return f"{lead} of {attribute(a)} {what.removeprefix('the ')}"
    if first == "so" and rest and " " not in rest and a.zh.startswith(("这么", "那么", "如此", "这样")):
        # 这么大的雨: "such heavy rain".
        return f"such {one(f'{rest} {n.en}') if is_one_thing(n) and not is_mass(n, n.en) else f'{rest} {n.en}'}"
    if n.en.startswith(f"{a.en} "):
        # 最佳 of 导演奖 "best director award": it says so itself.
        return n.en
    if a.zh in _OF_ALL_PLACES and is_first(n.en):
        return _first_anywhere(a, n)
    size, _, thing = n.en.partition(" ")
    if thing and size in _LENGTHS and a.en in _COLOURS:
        # 红色的长裙: "long red skirt".
        return f"{size} {a.en} {thing}"
    if a.en.endswith(" style") and a.zh.endswith("式"):
        return f"{a.en.replace(' style', '-style')} {n.en}"
    return f"{n.en} {a.en}" if rest and words.guess(first)[:1] == "P" and "attr" not in dict(a.slots) else f"{attribute(a)} {n.en}"


_OF_THE_YEAR = ("年度", "本年度", "全年")
# How large or old something is stands before what kind of thing it is.
_SIZES = frozenset("small large big little new old young huge tiny giant good bad famous".split())
# Before these stands no noun: "a way of life".
WAYS = ("way", "means", "manner", "form")


def _first_anywhere(a: Term, n: Term) -> str:
    return f"the {'country' if a.zh in ('国内', '全国') else 'world'}'s {n.en}"


_SEASONS = frozenset("summer winter spring autumn fall morning evening history".split())
_OF_ALL_PLACES = ("世界", "全球", "全国", "国内", "全世界")


_BURDENED = ("企业", "公司", "农民", "群众", "学生", "居民", "家庭", "商家", "患者", "员工", "消费者")
_SHARES = ("占比", "比重", "比例")
_HOW_MANY = ("数量", "总数", "次数")


def noun_noun(a: Term, n: Term) -> str:
    """The first says what kind: "traffic dividend"."""
    before = attribute(a)
    if before != a.en and (a.zh.endswith("化") and before.endswith("ed") or is_quality(before) and is_about(head_of(n.en))):
        # 城市化进程 "urbanization process", 风险管理 "risk management".
        before = a.en
    if a.zh in _OF_ALL_PLACES and is_first(n.en):
        # 世界最大的城市: "the world's largest city".
        return _first_anywhere(a, n)
    if (is_first(n.en) or n.en.startswith("most ")) and a.pos == "noun" and a.en.islower():
        # 公司最大的客户 "the company's largest customer", 夏季最受欢迎的饮料 "the most popular drink in summer".
        return f"{n.en} in {a.en}" if a.en.rpartition(" ")[2] in _SEASONS else f"{the(a.en)}'{'' if a.en.endswith('s') else 's'} {n.en}"
    if n.zh == "程度":
        # 商业化程度: "degree of commercialization".
        return f"degree of {a.en}"
    if a.zh in _OF_THE_YEAR and is_first(n.en):
        return f"{n.en} of the year"
    if before.endswith(" style") and a.zh.endswith("式"):
        # 中国式家长: "Chinese-style parent".
        before = before.replace(" style", "-style")
    size, _, thing = n.en.partition(" ")
    if thing and a.en.islower() and (size in _SIZES or "的" in n.zh and words.guess(size)[:1] == "j"):
        # 海边小镇: "small seaside town", 企业沉重的负担: "heavy corporate burden".
        return f"{size} {before} {thing}"
    if n.en == "burden" and a.zh.endswith(_BURDENED):
        # 企业负担: "the burden on businesses".
        return f"the burden on {bare_plural(a)}"
    if n.zh in _HOW_MANY and n.en in ("number", "quantity", "amount", "number of times", "times"):
        # 门店数量: "the number of stores".
        return f"the number of {bare_plural(a)}"
    becoming, _, rest = n.en.partition(" ")
    if rest and becoming in BECOMES.values():
        # 原材料成本上涨: "rising raw material costs".
        return f"{becoming} {before} {rest}"
    if change := change_in(a, n.en, bare_plural(a)):
        # 需求进一步萎缩: "a further contraction in demand".
        return change
    if n.en.startswith("the ") and " of " in n.en and before.islower():
        # 中国门店数量: "the number of Chinese stores".
        lead, _, what = n.en.partition(" of ")
        return f"{lead} of {before} {what.removeprefix('the ')}"
    if n.zh in _SHARES and n.en in ("share", "proportion", "percentage", "ratio"):
        # 海外收入占比: "the share of overseas income".
        return f"the {n.en} of {bare_plural(a)}"
    if head_of(n.en) in ("life", "lives") and a.zh.endswith(("者", "人", "民", "众", "工", "家庭")) and is_one_thing(a):
        # 消费者日常生活: "consumers' daily life".
        many = bare_plural(a)
        return f"{many}'{'' if many.endswith('s') else 's'} {n.en}"
    quality, _, kind = n.en.partition(" ")
    if kind and "-" in quality and quality.islower() and words.guess(quality)[:1] == "j" and a.en.islower():
        # 经济高质量发展: "high-quality economic development".
        return f"{quality} {before} {kind}"
    if n.en in WAYS:
        return f"{n.en} of {a.en}"
    if n.en == "doorway":
        return f"{before} entrance"
    if n.en == "person in charge":
        # 企业负责人: "company head".
        return f"{a.en} head"
    last = before.rpartition(" ")[2]
    if n.en == last:
        # 团建活动: "team-building activity".
        return before
    # 央行行长: "central bank president", not "central bank bank president".
    return f"{before} {n.en.removeprefix(last + ' ')}"


_OF_ONE = ("one", "1", "this", "that", "the", "each", "every", "another", "a certain")


def number_noun(q: Term, n: Term) -> str:
    """So many of it."""
    if q.zh == "一对" and head_of(n.en) == "couple":
        # 一对年轻夫妇: "a young couple".
        return one(n.en)
    n = _counted(n) if q.zh[-1:] in (*_MEASURES, "名", "位") else n
    return f"{q.en} {n.en}" if q.en in _OF_ONE else f"{q.en} {bare_plural(n) if q.en.endswith((' of', ' the')) else several(n)}"


# Determiners that count more than one; so does what ends in "of", but for kinds.
_SEVERAL = frozenset("other all most several many multiple various numerous both some these those few more such".split())


def counts_several(determiner: str) -> bool:
    """True for "several", "other", "a series of": the noun behind it is plural where it can be."""
    last = determiner.rpartition(" ")[2]
    return last in _SEVERAL or determiner == "certain" or last == "of" and not determiner.endswith(("kind of", "type of", "part of", "piece of", "all of the"))


# Of these one speaks as somebody's: "most of his savings".
_OWNED = frozenset("savings salary wages life childhood fortune wealth career time energy money income inheritance".split())
# Measure words of single things, and determiners of several single ones.
_MEASURES = tuple("项份个条篇起场次门种")
_EACH_ONE = ("many", "several", "a few", "few", "various", "numerous", "these", "those", "both", "multiple")


# What several make up, by one of them.
_ONE_OF_THEM = {"audience": "spectator", "staff": "employee", "police": "police officer", "faculty": "faculty member", "crew": "crew member", "personnel": "worker", "public": "citizen"}


def _counted(n: Term) -> Term:
    """Of what is not counted another wording of the row that is: 一份工作 "a job", 三项研究 "three studies"."""
    if n.en in _ONE_OF_THEM and n.pos == "noun":
        # 上千名观众: "a thousand spectators".
        return replace(n, en=_ONE_OF_THEM[n.en], countable="", forms=(), slots=(), also=())
    if n.pos != "noun" or n.en.endswith("data") or not is_mass(n, n.en):
        return n
    counted = next((en for en in n.also if words.countable(head_of(en)) is True and not is_mass(n, en)), "")
    return replace(n, en=counted, countable="", forms=(), slots=()) if counted else n


def determined(d: Term, n: Term) -> str | Term:
    """A determiner with its noun; of what is not counted there are amounts."""
    if d.en == "such" and is_one_thing(n):
        # 这样的结果: "such a result", "such results".
        return Term("", f"such {one(n.en)}", "np", forms=(("plural", f"such {several(n)}"),))
    if d.en.endswith("own") and n.en.startswith("both "):
        # 自己的双手: "one's own hands".
        return f"{d.en} {n.en.removeprefix('both ')}"
    n = _counted(n) if d.zh[-1:] in _MEASURES or d.en in _EACH_ONE else n
    if d.en.endswith(("number of", "numbers of")) and is_mass(n, n.en):
        return f"{d.en.replace('number', 'amount')} {n.en}"
    if d.en in ("many", "quite a few", "a lot") and is_mass(n, n.en):
        # 喝了不少酒: "drink a lot of alcohol".
        return f"a lot of {n.en}"
    if d.en == "most" and head_of(n.en) in _OWNED:
        return f"most of one's {n.en}"
    noun = several(n) if counts_several(d.en) else n.en
    if d.en.endswith(" a"):
        # 半个苹果: "half an apple".
        return f"{d.en[:-2]} {forms.article(n.en)} {n.en}"
    return f"{forms.article(n.en) if d.en == 'a' else the(d.en) if is_the_one(d.zh, d.en) else d.en} {noun}"


# Of these the one that follows is shown; of others there are several.
_SHOWN = frozenset("command code example content figure table link address statement formula configuration picture text message output query script".split())


def following(d: Term, n: Term) -> str:
    """以下命令: "the following command"."""
    return f"{d.en} {n.en if n.en.rpartition(' ')[2] in _SHOWN else bare_plural(n)}"


def regarding(n: Term, _: Term) -> str:
    """用户体验方面: "in terms of user experience"."""
    many = bare_plural(n)
    return f"in terms of {many if words.zipf(head_of(many)) >= words.zipf(head_of(n.en)) else n.en}"
