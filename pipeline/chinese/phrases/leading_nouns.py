"""A verb before 的 and a noun that leads to it: 赚钱的机会 "the opportunity to make money", 降低成本的方法 "method of cutting costs"."""

from __future__ import annotations

from pipeline.chinese.phrases.noun_phrases import bare_plural
from pipeline.chinese.phrases.rendering import form
from pipeline.chinese.phrases.verb_chains import is_modal
from pipeline.english.inflection import forms
from pipeline.english.vocabulary.governors import INTRANSITIVE, NOUNS_WITH_TO
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.vocabulary.times import is_time
from pipeline.english.vocabulary.transitivity import has_object, leads_on
from pipeline.english.wording.verb_wordings import WITH_OBJECT
from pipeline.lexicon.termbase import Term

_TO_DO = NOUNS_WITH_TO | frozenset("task responsibility campaign proposal call measure step demand ban deadline resolve drive urge instinct license invitation bid".split())
# "a method of cutting costs", "the risk of losing money".
_OF_DOING = frozenset("method process risk cost goal aim purpose possibility danger habit experience task price act idea job dream practice form cycle speed custom hope difficulty memory feeling art strategy policy pace problem benefit advantage importance consequence crime offence offense business thought".split())
# There is one, and the sentence tells whose.
_THE_ONE = frozenset("opportunity chance ability right risk process cost goal need courage power task responsibility freedom strength price duty obligation capacity capability authority possibility danger aim purpose means speed pace habit importance".split())
# There are several of them.
_SEVERAL = frozenset("effort plan attempt measure step way".split())
# What is done to a chance or a right rather than with it.
DONE_TO_IT = ("失去", "错过", "放弃", "拥有", "给予", "获得", "得到", "享有", "提出", "制定", "公布", "浪费", "节省", "缺乏", "缺少", "剩下", "剩余", "提供", "创造", "带来", "付出", "做出", "作出", "面临", "承担", "增加", "减少", "提高", "改变", "需要", "所需", "给", "拿到", "赢得", "争取", "批准", "宣布", "规定", "实施", "执行", "采取", "取得", "遇到", "使用", "采用", "发生", "出现", "存在", "常见")

WAYS_TAKEN = ("采取", "使用", "采用", "提供", "改变", "找到", "发明", "有", "没有", "寻找", "想出", "学会", "选择", "是")


def led_to(v: Term, n: Term) -> str:
    """The phrase where ``n`` leads to what is done; "" where the verb says something of ``n``."""
    head = forms.singular(head_of(n.en))
    doing = WITH_OBJECT in v.forms or has_object(v.en) and not is_time(v.en.partition(" ")[2])
    first = v.en.partition(" ")[0]
    if n.pos != "noun" or n.zh.endswith("问题") and not doing or v.en.startswith(("be ", "have ", "not ", "cannot ")) or is_modal(v) or not doing and (v.zh.endswith(DONE_TO_IT) or leads_on(v.en)):
        return ""
    if head in _TO_DO and (doing or first in INTRANSITIVE or head in ("opportunity", "chance", "ability", "right", "time", "courage", "willingness", "desire", "freedom")):
        what = f"{bare_plural(n) if head in _SEVERAL else n.en} to {v.en}"
    elif head in _OF_DOING and (doing or first in INTRANSITIVE):
        what = f"{n.en} of {form(v, 'ing')}"
    else:
        return ""
    return f"the {what}" if head in _THE_ONE and not forms.is_plural(n.en) else what
