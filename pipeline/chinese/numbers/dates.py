"""Dates, years, decades, quarters and times of day: ``2023年10月24日`` -> "October 24, 2023"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.chinese.numbers.units import numbered
from pipeline.chinese.numbers.value import value

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_IN_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_YEAR = r"(?:\d{4}|[一二][〇零○一二三四五六七八九]{3})"
_DATE = re.compile(rf"(?:(?P<year>{_YEAR})\s?年\s?)?(?P<month>{_N})\s?月(?:份)?(?:\s?(?P<day>{_N})\s?[日号])?(?:\s?[至到\-—–~]\s?(?:(?P<month2>{_N})\s?月)?(?P<day2>{_N})\s?[日号])?(?P<end>底|初|中旬|上旬|下旬)?")
_YEARS = re.compile(rf"(?P<first>{_YEAR})\s?年?(?:\s?[至到\-—–~]\s?(?P<second>{_YEAR}))?\s?年(?P<part>上半年|下半年|底|初|中期|一季度|二季度|三季度|四季度|第[一二三四]季度|Q[1-4])?")
_QUARTER = re.compile(r"(?:第)?(?P<n>[一二三四1-4])季度|前(?P<first>[二两三]|\d)(?:个)?季度|(?P<half>上半年|下半年)")
_DECADE = re.compile(r"(?:(?:20世纪|二十世纪|上世纪|上个世纪)(?P<tens>[一二三四五六七八九]|\d)|(?<![一-龥\d])(?P<bare>[五六七八九5-9]))[十0]年代(?P<part>初期?|中期|早期|末期?|晚期|后期)?")
_CENTURY = re.compile(r"(?<![一-龥\d第个])(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})世纪(?P<part>初期?|中叶|中期|早期|末期?|末叶|晚期|后期|上半叶|前半叶|下半叶|后半叶)?(?![一-龥])")
_THIS_CENTURY = re.compile(r"(?P<which>上个?|本)世纪(?P<part>初|中叶|中期|末|末叶|上半叶|前半叶|下半叶|后半叶)(?![一-龥])")
_NAMED_DECADE = re.compile(r"(?<!\d)(?P<year>(?:1[89]|20)\d0|[一二][零〇九八][一二三四五六七八九][零〇])年代(?P<part>初期?|中期|早期|末期?|晚期|后期)?")
_MONTH_TO_MONTH = re.compile(rf"(?:(?P<year>{_YEAR})\s?年)?(?P<first>{_N})月份?(?:至|到|[-—–~])(?P<second>{_N})月份?(?![\d一二三四五六七八九十日号底初中上下])")
_THAT_MONTH = re.compile(r"(?P<which>上个?|本|这个|下个?)月(?P<part>初|上旬|中旬|中|下旬|底|末)(?![一-龥])")
_DAY_TO_DAY = re.compile(r"(?:每?周|星期|礼拜)(?P<first>[一二三四五六日天])(?:至|到|[-—–~])(?:周|星期|礼拜)?(?P<second>[一二三四五六日天])(?![一-龥])")
_GENERATION = re.compile(r"(?P<first>[5-9]0|[01]0)后|(?:(?P<a>[5-9]0)[、和](?P<b>[5-9]0|00))后")
_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_THAT_YEAR = {"今年": "this year", "去年": "last year", "明年": "next year", "前年": "the year before last", "后年": "the year after next", "当年": "that year", "同年": "the same year"}
_PARTS = {"上半年": "the first half of", "下半年": "the second half of", "底": "the end of", "年底": "the end of", "末": "the end of", "年末": "the end of", "初": "the beginning of",
          "年初": "the beginning of", "年中": "the middle of", "全年": "the whole of"}  # fmt: skip
_OF_YEAR = re.compile(rf"(?P<year>{'|'.join(_THAT_YEAR)})的?(?:(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})|第?(?P<quarter>[一二三四1-4])季度|(?P<month>{_N})月份?|(?P<season>[春夏秋冬])[天季])")
SPANS = {"年": "year", "个月": "month", "周": "week", "个星期": "week", "天": "day", "个季度": "quarter", "个小时": "hour", "十年": "decade", "个世纪": "century", "个交易日": "trading day"}
_AROUND_NOW = {"未来": "next", "今后": "next", "接下来": "next", "接下来的": "next", "未来的": "next", "过去": "past", "过去的": "past", "最近": "past", "近": "past", "此前": "previous", "头": "first", "这": "past", "那": "those"}
_STRETCH = re.compile(rf"(?P<when>{'|'.join(sorted(_AROUND_NOW, key=len, reverse=True))})(?P<n>\d+|[一二两三四五六七八九十几]{{1,3}})(?P<unit>{'|'.join(sorted(SPANS, key=len, reverse=True))})(?P<tail>里|内|中|间|来|以来)?")
WEEKDAYS = {"一": "Monday", "二": "Tuesday", "三": "Wednesday", "四": "Thursday", "五": "Friday", "六": "Saturday", "日": "Sunday", "天": "Sunday", "末": "weekend"}
_WEEKDAY = re.compile(r"(?P<which>上个?|本|这个?|下个?)(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])")
_DAY = re.compile(r"(?<![一-龥])(?:周|星期|礼拜)(?P<day>[一二三四五六日])(?![一-龥])|(?<=[在于定到至和])(?:周|星期|礼拜)(?P<inner>[一二三四五六日])")
_DAYPART = re.compile(r"(?P<day>今天|昨天|明天|后天|前天|当天|次日|第二天|[今昨明](?=[早晚]))(?P<part>早上|早晨|上午|中午|下午|傍晚|晚上|夜里|凌晨|早|晚)(?![点时一二三四五六七八九十0-9])")
_CLOCK = re.compile(rf"(?P<when>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)(?P<hour>{_N})\s?[点时](?:(?P<half>半)|(?P<minute>\d{{1,2}}|[一二三四五六七八九十]+)分)?")


def dates(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """``(start, end, renderings)`` of what ``text`` says about days, years and times in Chinese."""
    for signs, pattern, render in _PATTERNS:
        for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            renderings = render(match)
            if renderings:
                yield match.start(), match.end(), renderings


_WHICH = {"今": "this", "昨": "yesterday", "明": "tomorrow", "当": "that", "次": "the next", "第": "the next"}
_OF_DAY = {"早上": "morning", "早晨": "morning", "上午": "morning", "早": "morning", "中午": "noon", "下午": "afternoon", "傍晚": "evening", "晚上": "evening", "晚": "evening", "夜里": "night", "凌晨": "early morning"}


def _daypart(m: re.Match[str]) -> tuple[str, ...]:
    day, part = m["day"], _OF_DAY[m["part"]]
    if day[:1] in ("后", "前"):
        return (f"the {part} {'after' if day[0] == '后' else 'before'} {'tomorrow' if day[0] == '后' else 'last'}",) if part != "noon" else ()
    if m["part"] in ("晚上", "晚", "夜里") and day[0] in "今昨":
        return ("tonight", "this evening") if day[0] == "今" else ("last night", "yesterday evening")
    if part == "early morning":
        return (f"early {_WHICH[day[0]]} morning",)
    if part == "noon":
        return (f"{_WHICH[day[0]]} at noon" if day[0] in "昨明" else "at noon today" if day[0] == "今" else f"at noon {_WHICH[day[0]]} day",)
    return (f"{_WHICH[day[0]]} {part}",)


def _number(text: str | None) -> int:
    return int(value(text) or 0) if text else 0


def _date(m: re.Match[str]) -> tuple[str, ...]:
    month, day, year = _number(m["month"]), _number(m["day"]), _number(m["year"])
    if not 1 <= month <= 12 or day > 31 or (m["day2"] and not m["day"]):
        return ()
    name = _MONTHS[month - 1]
    if m["end"]:
        part = {"底": "the end of", "初": "early", "中旬": "mid-", "上旬": "early", "下旬": "late"}[m["end"]]
        return (f"{part}{'' if part == 'mid-' else ' '}{name}" + (f" {year}" if year else ""),)
    if m["day2"]:
        second = f"{_MONTHS[_number(m['month2']) - 1]} {_number(m['day2'])}" if m["month2"] else str(_number(m["day2"]))
        return (f"{name} {day} to {second}" + (f", {year}" if year else ""),)
    if day:
        return (f"{name} {day}" + (f", {year}" if year else ""),)
    return (name + (f" {year}" if year else ""),)


def _years(m: re.Match[str]) -> tuple[str, ...]:
    first, second = _number(m["first"]), _number(m["second"])
    if second:
        return (f"{first} to {second}", f"{first}-{second}")
    part = m["part"]
    if not part:
        return (str(first),)
    if part in ("底", "初", "中期"):
        return (f"{ {'底': 'the end of', '初': 'early', '中期': 'mid-'}[part] } {first}".replace("- ", "-").strip(),)
    if part in ("上半年", "下半年"):
        return (f"the {'first' if part[0] == '上' else 'second'} half of {first}",)
    n = "一二三四".find(part[-3]) + 1 if "季度" in part else int(part[1])
    return (f"the {('first', 'second', 'third', 'fourth')[n - 1]} quarter of {first}",)


def _quarter(m: re.Match[str]) -> tuple[str, ...]:
    if m["half"]:
        return (f"the {'first' if m['half'][0] == '上' else 'second'} half of the year",)
    if m["first"]:
        return (f"the first {('two', 'three')[0 if m['first'] in '二两2' else 1]} quarters",)
    n = "一二三四".find(m["n"]) + 1 or int(m["n"])
    return (f"the {('first', 'second', 'third', 'fourth')[n - 1]} quarter", f"Q{n}")


def _of_year(m: re.Match[str]) -> tuple[str, ...]:
    """今年上半年, 去年第三季度, 明年3月, 去年冬天."""
    year = _THAT_YEAR[m["year"]]
    if m["part"]:
        return (f"{_PARTS[m['part']]} {year}",)
    if m["quarter"]:
        n = "一二三四".find(m["quarter"]) + 1 or int(m["quarter"])
        return (f"the {('first', 'second', 'third', 'fourth')[n - 1]} quarter of {year}",)
    which = year.split(" ")[0] if year in ("this year", "last year", "next year") else ""
    if m["season"]:
        return (f"{which} {_SEASONS[m['season']]}" if which else f"the {_SEASONS[m['season']]} of {year}",)
    month = _number(m["month"])
    if not 1 <= month <= 12:
        return ()
    return (f"{_MONTHS[month - 1]} {year}" if which == "this" else f"{_MONTHS[month - 1]} of {year}",)


def _stretch(m: re.Match[str]) -> tuple[str, ...]:
    """未来五年 "the next five years", 近三年来 "the past three years"."""
    unit, which = SPANS[m["unit"]], _AROUND_NOW[m["when"]]
    if m["n"] == "几" and m["when"] not in ("这", "那"):
        return (f"the {which} few {unit}s", f"the {'coming' if which == 'next' else 'last'} few {unit}s")
    number = _number(m["n"])
    if not number or m["when"] == "近" and unit == "hour" and not m["tail"]:
        # 近三个小时 is nearly three hours.
        return ()
    if number == 1:
        return (f"the {which} {unit}",) if m["when"] not in ("这", "那") else ()
    other = {"next": "coming", "past": "last"}.get(which, which)
    if m["when"] in ("头", "这", "那") and unit == "hour":
        return ()
    written = _IN_WORDS[number] if number < len(_IN_WORDS) else str(number)
    if m["when"] == "那":
        return (f"those {written} {unit}s",)
    if m["when"] == "这":
        return (f"the past {written} {unit}s", f"these {written} {unit}s") if unit in ("year", "month") else (f"these {written} {unit}s", f"the past {written} {unit}s")
    return (f"the {which} {written} {unit}s", f"the {other} {written} {unit}s")


def _weekday(m: re.Match[str]) -> tuple[str, ...]:
    which = {"上": "last", "本": "this", "这": "this", "下": "next"}[m["which"][0]]
    return (f"{which} {WEEKDAYS[m['day']]}",)


def _day(m: re.Match[str]) -> tuple[str, ...]:
    return (WEEKDAYS[m["day"] or m["inner"]],)


def _decade(m: re.Match[str]) -> tuple[str, ...]:
    when = {"": "", "初": "early ", "早": "early ", "中": "mid-"}.get((m["part"] or "")[:1], "late ")
    return (f"the {when}19{_number(m['tens'] or m['bare'])}0s",)


def _century(m: re.Match[str]) -> tuple[str, ...]:
    """二十世纪初 "the early 20th century"."""
    number, part = _number(m["n"]), m["part"] or ""
    if not 1 <= number <= 30:
        return ()
    century = f"{numbered(number)} century"
    if part.endswith("半叶"):
        return (f"the {'first' if part[0] in '上前' else 'second'} half of the {century}",)
    when = {"": "", "初": "early ", "早": "early ", "中": "mid-"}.get(part[:1], "late ")
    return (f"the {when}{century}",)


def _that_month(m: re.Match[str]) -> tuple[str, ...]:
    """上个月中旬 "the middle of last month"."""
    which = {"上": "last", "本": "this", "这": "this", "下": "next"}[m["which"][0]]
    part = m["part"]
    return (f"{'early' if part in ('初', '上旬') else 'late'} {which} month",) if part in ("初", "上旬", "下旬") else (f"the {'end' if part in '底末' else 'middle'} of {which} month",)


def _day_to_day(m: re.Match[str]) -> tuple[str, ...]:
    """周一至周五 "Monday to Friday"."""
    return (f"{WEEKDAYS[m['first']]} to {WEEKDAYS[m['second']]}", f"from {WEEKDAYS[m['first']]} to {WEEKDAYS[m['second']]}")


def _this_century(m: re.Match[str]) -> tuple[str, ...]:
    """上世纪末 "the end of the last century"."""
    which, part = "the last" if m["which"][0] == "上" else "this", m["part"]
    when = "first half" if part in ("上半叶", "前半叶") else "second half" if part in ("下半叶", "后半叶") else {"初": "beginning", "中": "middle", "末": "end"}[part[0]]
    return (f"the {when} of {which} century",)


def _named_decade(m: re.Match[str]) -> tuple[str, ...]:
    """1960年代 "the 1960s"."""
    part = m["part"] or ""
    when = {"": "", "初": "early ", "早": "early ", "中": "mid-"}.get(part[:1], "late ")
    return (f"the {when}{_number(m['year'])}s",)


def _month_to_month(m: re.Match[str]) -> tuple[str, ...]:
    """三月到五月 "March to May"."""
    first, second = _number(m["first"]), _number(m["second"])
    if not (0 < first < 13 and 0 < second < 13):
        return ()
    return (f"{_MONTHS[first - 1]} to {_MONTHS[second - 1]}" + (f" {_number(m['year'])}" if m["year"] else ""),)


def _generation(m: re.Match[str]) -> tuple[str, ...]:
    if m["a"]:
        return (f"the post-{m['a']}s and post-{m['b']}s generations",)
    century = "20" if m["first"] in ("00", "10") else "19"
    return (f"the post-{m['first']}s generation", f"those born in the {century}{m['first']}s", f"post-{m['first']}s")


def _clock(m: re.Match[str]) -> tuple[str, ...]:
    hour = _number(m["hour"])
    minute = 30 if m["half"] else _number(m["minute"])
    if hour > 24 or minute > 59:
        return ()
    part = "a.m." if m["when"] in ("凌晨", "早上", "上午") else "p.m."
    return (f"{hour if hour <= 12 else hour - 12}{f':{minute:02d}' if minute else ''} {part}",)


# A character of which every match has one, the pattern, and what it says.
_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]], ...] = (
    ("年", _OF_YEAR, _of_year), ("来后去近前头这那", _STRETCH, _stretch), ("周星礼", _WEEKDAY, _weekday), ("周星礼", _DAY, _day), ("月", _DATE, _date), ("年", _YEARS, _years), ("季半", _QUARTER, _quarter), ("代", _DECADE, _decade), ("纪", _CENTURY, _century), ("纪", _THIS_CENTURY, _this_century), ("代", _NAMED_DECADE, _named_decade), ("月", _THAT_MONTH, _that_month), ("周星礼", _DAY_TO_DAY, _day_to_day), ("月", _MONTH_TO_MONTH, _month_to_month), ("后", _GENERATION, _generation), ("点时", _CLOCK, _clock), ("早午晚夜晨", _DAYPART, _daypart),
)  # fmt: skip
