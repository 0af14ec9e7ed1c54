"""Each of several, another, one behind the other, and how long it has been so: ``每一辆``, ``另一种``, ``一辆一辆``, ``十六年来``, ``平均每天``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.chinese.numbers import units
from pipeline.chinese.numbers.dates import SPANS, WEEKDAYS
from pipeline.chinese.numbers.quantity import NUMBER, ZH, Quantity
from pipeline.chinese.numbers.value import value, written
from pipeline.english.inflection import forms

_UNITS = "名位家款项件台辆套部只条场座所支篇张份批间棵艘架本杯瓶封首枚颗匹根栋幢页笔块盏株粒"
_EACH = re.compile(rf"每一(?P<unit>[{_UNITS}个])(?![一-龥])")
_ANOTHER = re.compile(rf"另一(?P<unit>[{_UNITS}种类])(?![一-龥])")
_SAME = re.compile(rf"同一(?P<unit>[{_UNITS}种类批层句](?!人))")
_LEVEL = re.compile(rf"近?(?P<n>[{ZH}十]{{1,3}}|\d{{1,3}})(?P<unit>年|个月|周)(?:(?:以?来的?|的)?(?:历史)?(?:新|最)(?P<way>低|高)(?:点|位|水平|谷|峰)?|以?来的?(?P<way2>低|高)(?:点|位|水平|谷|峰))(?![一-龥])")
_FROM_LAST = re.compile(rf"倒数第(?P<n>[{ZH}十])(?:名|位|个)?(?![一-龥])")
_SPEED = re.compile(rf"时速(?P<lead>约|高达|超过|达到?|近|为|不到)?(?P<n>{NUMBER})(?P<unit>公里|千米|英里|海里)(?![一-龥])")
_ALTITUDE = re.compile(rf"海拔(?P<lead>约|近|超过|高达|逾|达)?(?P<n>{NUMBER})(?P<more>多|余)?米(?![一-龥])")
_AWAY = re.compile(rf"(?P<lead>约|近)?(?P<n>{NUMBER})(?P<more>多|余)?(?P<unit>公里|千米|米|英里|里)(?:之|开|以)?外(?![一-龥])")
_DEGREES = re.compile(rf"(?P<n>[{ZH}十]{{1,3}}|\d{{1,2}})度(?P<m>[{ZH}])(?![一-龥])")
_MONTHLY = re.compile(r"每个?月的?(?P<which>第[一二三四]个?|最后一个?)(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_HALF_YEARLY = re.compile(r"每(?:隔)?半(?P<unit>年|个月|天|个?小时)(?:一[次趟回班])?(?![一-龥])")
_HALVES = {"年": ("every six months", "twice a year"), "个月": ("every two weeks", "twice a month"), "天": ("twice a day", "every half day"), "小时": ("every half hour", "every thirty minutes")}
_SO_LONG = re.compile(rf"(?P<n>{NUMBER}|[几数])(?P<more>多|余)?(?P<unit>年|个月|天|周|个?小时|分钟|个世纪)(?:之久|的时间|时间)(?![一-龥])")
_ROW = re.compile(rf"(?P<n>[一两三])(?P<unit>[{_UNITS}个天年页层句字口户代步寸块片])(?P<next>接|又)?(?P=n)(?P=unit)地?(?![一-龥])")
_ONE_BY_ONE = {"天": "day by day", "年": "year by year", "页": "page by page", "层": "layer by layer", "句": "sentence by sentence", "字": "word by word", "口": "mouthful by mouthful",
               "户": "household by household", "代": "generation after generation", "步": "step by step", "寸": "inch by inch", "块": "piece by piece", "片": "piece by piece"}  # fmt: skip
_IN_TWOS = {"一": "one", "两": "two", "三": "three"}
_SO_FAR = re.compile(rf"(?P<n>\d{{1,3}}|[{ZH}十百]{{1,5}}|十几|几)(?P<more>多|余)?(?P<unit>年|个月|周|个星期|天|个世纪)(?:以)?来(?![自到说看了过访临回源])")
_SOME = {"几": "several", "十几": "more than ten"}
_MEAN = re.compile(r"平均(?:下来)?(?P<each>每)?(?P<one>一)?(?P<unit>天|日|周|星期|个?月|年|晚|小时|分钟|秒|人|户|次|家|个人)(?![一-龥])")
_PERIODS = {"天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "个月": "month", "年": "year", "晚": "night", "小时": "hour", "分钟": "minute", "秒": "second"}
_SHARERS = {"人": "person", "个人": "person", "户": "household", "次": "time", "家": "household"}
_RATE = re.compile(r"每(?P<unit>升|平方米|立方米|公斤|千克|吨|斤|公里|米|瓶|盒|箱|袋|杯|亩|公顷|小时|分钟|秒|度|股|张|件|个|只|人|晚|页|间|台|辆|桶|克|毫升|包)(?![一-龥\d])")
_PIECES = {"瓶": "bottle", "盒": "box", "箱": "box", "袋": "bag", "杯": "cup", "个": "piece", "页": "page", "间": "room", "包": "pack"}
_PORTION = re.compile(rf"[每一](?:(?P<week>周|个?星期)(?P<n>[{ZH}\d])(?P<unit>天|晚)|(?P<day>天|日)(?P<n2>[{ZH}十]{{1,3}}|\d{{1,2}})(?P<unit2>个?小时|分钟)|(?P<year>年)(?P<n3>[{ZH}十百]{{1,6}}|\d{{1,3}})(?P<unit3>天|周))(?![一-龥])")
_A_DAY = re.compile(rf"[每一](?P<per>天|日|周|个?星期|个?月|年|个?小时|晚)(?P<n>[{ZH}十百]{{1,4}}|\d{{1,4}})(?P<unit>[{_UNITS}个杯瓶碗盒单块袋])(?![一-龥])")
_ONCE_IN = re.compile(rf"(?P<n>[{ZH}十百千]{{1,3}}|\d{{1,4}})年(?:一遇|难遇|不遇)(?![一-龥])")
_MEN_AND_WOMEN = re.compile(rf"(?P<a>[{ZH}十])男(?P<b>[{ZH}十])女(?![一-龥])")
_HAD = re.compile(r"\b(?:have|has|had|born|raised|children|bore)\b[^.;]{0,30}$")
_AGO_TODAY = re.compile(rf"(?P<n>[{ZH}十百]{{1,4}}|\d{{1,3}})年(?P<way>前|后)的今天(?![一-龥])")
_TIMES_AS_MUCH = re.compile(r"(?P<n>[两二三四五六七八九十]|\d{1,2}|数|几)倍于(?![一-龥])")


def read(text: str) -> Iterator[Quantity]:
    """The phrases of ``text`` that go through several things one at a time."""
    for signs, pattern, render in _PATTERNS:
        for m in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            made = render(m)
            if made:
                yield replace(made, start=m.start(), end=m.end())


def _phrase(*renderings: str, attributive: tuple[str, ...] = (), adverbial: tuple[str, ...] = ()) -> Quantity:
    return Quantity(0, 0, renderings, "phrase", False, "", attributive, adverbial)


def _each(m: re.Match[str]) -> Quantity:
    return _phrase("each one", "every one", attributive=("each", "every"))


def _another(m: re.Match[str]) -> Quantity:
    alone = {"名": "another person", "位": "another person", "家": "another company", "种": "another kind", "类": "another kind"}.get(m["unit"], "another one")
    return _phrase(alone, attributive=("another",))


def _same(m: re.Match[str]) -> Quantity:
    return replace(_phrase("the same one", attributive=("the same",)), unit=m["unit"])


def _level(m: re.Match[str]) -> Quantity:
    """五年来的低点: "a five-year low"."""
    number, unit = written(value(m["n"]) or Decimal(0), True), SPANS[m["unit"]]
    return _phrase(f"{forms.article(number)} {number}-{unit} {'low' if (m['way'] or m['way2']) == '低' else 'high'}")


def _from_last(m: re.Match[str]) -> Quantity:
    number = int(value(m["n"]) or 1)
    return _phrase("last" if number == 1 else f"{units.ordinal(number)} from last", "bottom" if number == 1 else f"{units.ordinal(number)} to last")


def _speed(m: re.Match[str]) -> Quantity:
    one, many = units.MEASURES[m["unit"]]
    lead = units.LEADS.get((m["lead"] or "").removesuffix("到"), "") if m["lead"] != "为" else ""
    return _phrase(f"{lead} {written(value(m['n']) or Decimal(0))} {many} per hour".strip(), attributive=(f"{written(value(m['n']) or Decimal(0))}-{one}-per-hour",))


def _lead(m: re.Match[str]) -> str:
    return units.LEADS.get(m["lead"] or "", "") or ("more than" if m["more"] else "")


def _altitude(m: re.Match[str]) -> Quantity:
    high = f"{_lead(m)} {written(value(m['n']) or Decimal(0))} meters".strip()
    return _phrase(f"{high} above sea level", f"an altitude of {high}")


def _away(m: re.Match[str]) -> Quantity | None:
    one, many = units.MEASURES[m["unit"]]
    number = value(m["n"])
    if number is None:
        return None
    return _phrase(f"{_lead(m)} {written(number, True)} {one if number == 1 else many} away".strip())


def _degrees(m: re.Match[str]) -> Quantity:
    return _phrase(f"{written(value(m['n']) or Decimal(0))}.{int(value(m['m']) or 0)} degrees")


def _monthly(m: re.Match[str]) -> Quantity:
    which = "last" if m["which"].startswith("最后") else units.ordinal(int(value(m["which"].removeprefix("第").removesuffix("个")) or 1))
    return _phrase(f"on the {which} {WEEKDAYS[m['day']]} of every month", f"on the {which} {WEEKDAYS[m['day']]} of each month")


def _half_yearly(m: re.Match[str]) -> Quantity:
    """每半年一次: "every six months"."""
    return _phrase(*_HALVES["小时" if m["unit"] == "个小时" else m["unit"]])


def _so_long(m: re.Match[str]) -> Quantity | None:
    """三年之久: "three years"."""
    unit = "hour" if m["unit"].endswith("小时") else "minute" if m["unit"] == "分钟" else SPANS[m["unit"]]
    number = value(m["n"]) if m["n"] not in "几数" else Decimal(3)
    if not number:
        return None
    count = "several" if m["n"] in "几数" else written(number, True)
    many = unit if number == 1 else forms.plural(unit)
    return replace(_phrase(f"{'more than ' if m['more'] else ''}{count} {many}"), kind="measure", plural=number != 1)


def _row(m: re.Match[str]) -> Quantity:
    if m["n"] != "一":
        many = _IN_TWOS[m["n"]]
        return _phrase(f"{many} by {many}", f"{many} at a time")
    if m["next"]:
        return _phrase("one after another", "one by one")
    return _phrase(_ONE_BY_ONE[m["unit"]]) if m["unit"] in _ONE_BY_ONE else _phrase("one by one", "one at a time")


def _so_far(m: re.Match[str]) -> Quantity | None:
    unit = SPANS[m["unit"]]
    many = forms.plural(unit)
    number = value(m["n"])
    if m["n"] in _SOME:
        told = f"{_SOME[m['n']]} {many}"
    elif number is None or number < 1:
        return None
    elif number == 1:
        told = f"more than a {unit}" if m["more"] else f"the past {unit}"
        return _phrase(f"over {told}", f"for {told}") if not m["more"] else _phrase(f"for {told}")
    else:
        told = f"{'more than ' if m['more'] else ''}{written(number, True)} {many}"
    return _phrase(f"for {told}", f"for the past {told}", f"over the past {told}")


def _mean(m: re.Match[str]) -> Quantity | None:
    if m["unit"] in _SHARERS:
        return _phrase(f"per {_SHARERS[m['unit']]} on average", f"on average per {_SHARERS[m['unit']]}")
    if not m["each"] and not m["one"]:
        return None
    period = _PERIODS[m["unit"]]
    return _phrase(f"on average every {period}", f"on average each {period}", f"per {period} on average")


def _rate(m: re.Match[str]) -> Quantity:
    unit = _PIECES.get(m["unit"]) or units.PER.get(m["unit"]) or units.MEASURES[m["unit"]][0]
    return replace(_phrase(f"per {unit}", f"{forms.article(unit)} {unit}"), kind="rate")


def _portion(m: re.Match[str]) -> Quantity:
    """一周五天: "five days a week"."""
    number, unit = m["n"] or m["n2"] or m["n3"], (m["unit"] or m["unit2"] or m["unit3"]).removeprefix("个")
    one = {"天": "day", "晚": "night", "小时": "hour", "分钟": "minute", "周": "week"}[unit]
    count = written(value(number) or Decimal(0), True)
    whole = "week" if m["week"] else "day" if m["day"] else "year"
    return _phrase(f"{count} {one}{'' if count == 'one' else 's'} a {whole}")


def _a_day(m: re.Match[str]) -> Quantity | None:
    """一天两辆: "two a day"; 每天三杯: "three cups a day"."""
    number, noun = value(m["n"]) or Decimal(0), units.COUNTED.get(m["unit"], "")
    if not number:
        return None
    noun = "" if m["unit"] in "名位辆套份件台家本" else forms.singular(noun) if number == 1 and noun else noun
    period = _PERIODS[m["per"].removeprefix("个") if m["per"] not in _PERIODS else m["per"]]
    return _phrase(" ".join(filter(None, (written(number, True), noun, forms.article(period), period))))


def _once_in(m: re.Match[str]) -> Quantity:
    """百年一遇: "once in a century"."""
    number = value(m["n"]) or Decimal(0)
    span = {10: "a decade", 100: "a century", 1000: "a thousand years"}.get(int(number), f"{written(number, True)} years")
    return _phrase(f"once in {span}", attributive=(f"once-in-{span.replace(' ', '-')}",))


def _men_and_women(m: re.Match[str]) -> Quantity:
    """三男两女: "three men and two women", or boys and girls where somebody has them."""
    a, b = (value(m[side]) or Decimal(0) for side in "ab")
    had = _HAD.search(m.string[: m.start()]) is not None
    first, second = (("boy", "boys"), ("girl", "girls")) if had else (("man", "men"), ("woman", "women"))
    return _phrase(f"{written(a, True)} {first[a != 1]} and {written(b, True)} {second[b != 1]}")


def _ago_today(m: re.Match[str]) -> Quantity:
    count = written(value(m["n"]) or Decimal(0), True)
    return _phrase(f"{count} year{'' if count == 'one' else 's'} {'ago today' if m['way'] == '前' else 'later to the day'}")


def _times_as_much(m: re.Match[str]) -> Quantity:
    number = value(m["n"])
    if number is None:
        return _phrase("several times")
    return _phrase("twice" if number == 2 else f"{written(number, True)} times", "double" if number == 2 else f"{written(number, True)} times as much as")


# A character of which every match has one, the pattern, and what it says.
_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...] = (
    ("每", _EACH, _each), ("另", _ANOTHER, _another), ("同", _SAME, _same), ("低高", _LEVEL, _level), ("半", _HALF_YEARLY, _half_yearly), ("久间", _SO_LONG, _so_long), ("海", _ALTITUDE, _altitude), ("外", _AWAY, _away), ("度", _DEGREES, _degrees), ("每", _MONTHLY, _monthly), ("倒", _FROM_LAST, _from_last), ("速", _SPEED, _speed), ("一两三", _ROW, _row), ("每", _RATE, _rate), ("来", _SO_FAR, _so_far), ("均", _MEAN, _mean), ("每一", _A_DAY, _a_day), ("遇", _ONCE_IN, _once_in), ("男", _MEN_AND_WOMEN, _men_and_women), ("每一", _PORTION, _portion), ("前后", _AGO_TODAY, _ago_today), ("倍", _TIMES_AS_MUCH, _times_as_much),
)  # fmt: skip
