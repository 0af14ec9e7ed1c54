"""By how much something is more: ``便宜三成`` "30% cheaper", ``快两倍`` "twice as fast", ``大三岁`` "three years older"."""

from __future__ import annotations

from pipeline.chinese.numbers.quantity import Quantity
from pipeline.chinese.numbers.value import spelled
from pipeline.english.inflection import forms

_QUALITIES = {
    "高": "high", "高出": "high", "低": "low", "快": "fast", "慢": "slow", "贵": "expensive", "便宜": "cheap", "大": "large", "小": "small", "重": "heavy", "轻": "light", "长": "long", "短": "short",
    "宽": "wide", "窄": "narrow", "深": "deep", "浅": "shallow", "厚": "thick", "薄": "thin", "早": "early", "晚": "late", "远": "far", "近": "near", "强": "strong", "弱": "weak", "冷": "cold", "热": "warm",
}  # fmt: skip
_MUCH = {"多": "more", "多出": "more", "少": "less", "远": "farther", "晚": "later"}
_OF_AGE = {"大": "older", "年长": "older", "小": "younger", "年轻": "younger"}
_TIMES = {"twice": "twice", "two times": "twice", "one times": "twice"}


# 深两米: how deep it is, where nothing is compared.
_SIZES = {"高": "high", "长": "long", "宽": "wide", "深": "deep", "厚": "thick"}
_LENGTHS = ("米", "厘米", "毫米", "公里", "千米", "英寸", "尺", "丈", "公分", "英尺")


def by_how_much(zh: str, quantity: Quantity, than: bool) -> str:
    """The comparative of the quality ``zh`` with ``quantity`` before it; "" where it is no such quality, or nothing is measured. ``than`` what follows."""
    amount = quantity.renderings[0]
    if quantity.unit == "岁":
        years = amount.removesuffix(" old")
        if years[:2].strip().isdigit() and years[0] != "0" and int(years.split(" ")[0]) < 10:
            years = f"{spelled(int(years[0]))}{years[1:]}"
        return f"{years} {_OF_AGE[zh]}" if zh in _OF_AGE and amount.endswith(" old") else ""
    if zh not in _QUALITIES and zh not in _MUCH or quantity.kind not in ("percent", "fraction", "measure", "money", "range", "approximate") or not (quantity.unit or quantity.kind in ("percent", "fraction", "money")):
        return ""
    if quantity.unit in _LENGTHS and zh in _SIZES and not than:
        return f"{amount} {_SIZES[zh]}"
    if quantity.unit == "倍":
        so_much = _TIMES.get(amount, amount)
        return f"{so_much} as {_QUALITIES[zh]}" if zh in _QUALITIES else f"{so_much} as much"
    more = _MUCH.get(zh) or forms.comparative(_QUALITIES[zh])
    return f"{amount} {more}"
