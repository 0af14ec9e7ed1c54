"""How a quantity changes: 成本上升 "rising costs", 需求进一步萎缩 "a further contraction in demand", 比上月上涨两成 "rise 20% from last month"."""

from __future__ import annotations

from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import head_of
from pipeline.lexicon.termbase import Term

# What becomes of a quantity stands before it: "rising costs".
BECOMES = {
    "rise": "rising", "increase": "rising", "climb": "rising", "surge": "surging", "soar": "soaring", "fall": "falling", "decline": "falling", "drop": "falling", "decrease": "falling", "slide": "falling", "slow": "slowing",
    "slow down": "slowing", "shrink": "shrinking", "weaken": "weakening", "plunge": "plunging", "slump": "slumping", "narrow": "narrowing", "widen": "widening", "ease": "easing", "pick up": "rising",
}  # fmt: skip
# Of these it is told how they change; of others, 气候变暖, what the change is called.
_QUANTITIES = frozenset(
    "price cost sale profit revenue income earnings demand supply growth wage salary rate rent margin consumption spending investment export import output production traffic confidence birth unemployment inflation yield share fee "
    "expense turnover inventory premium interest pressure birthrate valuation fare tariff debt order return gap number temperature efficiency quality competitiveness population".split()
)
# How much more or less of it there is.
_TURNS = frozenset("increase decrease decline rise fall drop reduction slowdown growth surge slump jump plunge improvement rebound recovery contraction shrinkage expansion deterioration weakening tightening easing".split())


def _is_quantity(n: Term) -> bool:
    return n.pos == "noun" and forms.singular(head_of(n.en)) in _QUANTITIES


def changing(n: Term, verb: str, many: str) -> str:
    """ "rising costs", ``many`` being the costs; "" where ``n`` is no quantity or ``verb`` no change of one."""
    return f"{BECOMES[verb]} {many}" if verb in BECOMES and _is_quantity(n) else ""


def change_in(n: Term, named: str, many: str) -> str:
    """价格大幅上涨: "a sharp rise in prices" of "sharp rise" and ``many``, the prices; "" where that is no change, or ``n`` no quantity."""
    kind, _, change = named.rpartition(" ")
    if not kind or change not in _TURNS or not _is_quantity(n):
        return ""
    return f"{'' if words.countable(change) is False else forms.article(named) + ' '}{named} in {many}"


def changed_from(than: Term, v: Term) -> Term | str:
    """比上月上涨两成: "rise 20% from last month"."""
    said = f"{v.en} from {than.en.removeprefix('than ')}"
    return Term("", said, "verb", forms=(("tense", "past"),)) if v.en.partition(" ")[0] in BECOMES else said
