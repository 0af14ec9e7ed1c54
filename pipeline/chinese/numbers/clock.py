"""When something is done, inside of a phrase: 每天早上六点 "at six every morning", 未来五年内 "the next five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.chinese.numbers.dates import dates
from pipeline.chinese.numbers.units import numbered
from pipeline.chinese.numbers.value import value, written
from pipeline.english.slots.measured import led_by
from pipeline.lexicon.termbase import Term

_DAYS = {"每天": "every", "每日": "every", "明天": "tomorrow", "昨天": "yesterday", "今天": "this", "": "the"}
_PARTS = {"早上": "morning", "清晨": "morning", "早晨": "morning", "上午": "morning", "中午": "noon", "下午": "afternoon", "傍晚": "evening", "晚上": "evening", "夜里": "night", "凌晨": "morning"}
_CLOCK = re.compile(rf"(?P<day>每天|每日|明天|昨天|今天)?(?P<part>{'|'.join(_PARTS)})?(?P<hour>[一二两三四五六七八九十]{{1,2}})点(?P<half>半)?(?:钟|整)?")
_DATED = "未今接过最此近月年代周星礼"
# What makes it another time: 五月份以来, 三月后.
_AFTER_DATE = frozenset("以来前后之内间里度")
_OPEN_DATE = re.compile(r"[第每\d一二三四五六七八九十]$")
_OF_KIND = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d{4}s?")
_CENTURY = re.compile(r"(?<![个\d一二三四五六七八九十])(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})世纪(?P<part>初期?|中叶|中期|早期|末期?|末叶|晚期|后期)?")
_OF_THAT = re.compile(r"(?P<which>上个?月|下个?月|本月|这个月|去年|明年|今年)年?(?P<part>底|初|末)")
# 以三比一击败: by which score; 分两步实施: in how many steps.
_SCORE = re.compile(r"以(?P<a>[一二两三四五六七八九十零]{1,3}|\d{1,3})比(?P<b>[一二两三四五六七八九十零]{1,3}|\d{1,3})(?:的(?:总?比分|成绩|优势))?")
_STEPPED = {"步": "steps", "个步骤": "steps", "个阶段": "stages", "阶段": "stages", "批": "batches", "期": "installments", "类": "categories", "个层次": "levels", "部分": "parts", "个部分": "parts"}
_STEPS = re.compile(rf"分(?:成|为)?(?P<n>[两二三四五六几多])(?P<what>{'|'.join(sorted(_STEPPED, key=len, reverse=True))})")
_NONE = Decimal(0)
_STRETCHES = ("the next ", "the past ", "the previous ", "the last ")


def times_in(run: str) -> Iterator[tuple[int, int, Term]]:
    """Where in ``run`` a time of day or a stretch of time is told, and its English."""
    if "点" in run:
        for m in _CLOCK.finditer(run):
            hour = value(m["hour"])
            if hour is None or not 0 < hour < 25 or not m["day"] and not m["part"] and m["hour"] == "一":
                # 慢一点: it is rather "a little".
                continue
            yield m.start(), m.end(), Term(m.group(), _said(m["day"] or "", m["part"] or "", f"{'half past ' if m['half'] else ''}{written(hour, True)}"), "adv")
    for start, end, said in dates(run) if any(sign in run for sign in _DATED) else ():
        if end - start == len(run):
            continue
        if said[0].startswith(_STRETCHES):
            yield start, end, Term(run[start:end], said[0], "np")
        elif run[end : end + 1] not in _AFTER_DATE and not _OPEN_DATE.search(run[:start]) and (day := led_by(said[0])):
            yield start, end, Term(run[start:end], f"{day} {said[0]}", "adv")
            yield start, end, Term(run[start:end], said[0], "name")
            if _OF_KIND.fullmatch(said[0].removeprefix("the ")):
                # 五月销量 "May sales", 九十年代的歌 "1990s songs".
                yield start, end, Term(run[start:end], said[0].removeprefix("the "), "adj")
    for m in _SCORE.finditer(run) if "比" in run else ():
        yield m.start(), m.end(), Term(m.group(), f"{written(value(m['a']) or _NONE)}-{written(value(m['b']) or _NONE)}", "adv")
    for m in _STEPS.finditer(run) if "分" in run else ():
        yield m.start(), m.end(), Term(m.group(), f"in {'several' if m['n'] in '几多' else written(value(m['n']) or _NONE, True)} {_STEPPED[m['what']]}", "adv")
    for m in _CENTURY.finditer(run) if "世纪" in run else ():
        number = int(value(m["n"]) or 0)
        if len(m.group()) < len(run) and 1 < number <= 30:
            when = "" if not m["part"] else "early " if m["part"][0] in "初早" else "mid-" if m["part"][0] == "中" else "late "
            yield m.start(), m.end(), Term(m.group(), f"{when}{numbered(number)}-century", "adj")
            yield m.start(), m.end(), Term(m.group(), f"in the {when}{numbered(number)} century", "adv")
            yield m.start(), m.end(), Term(m.group(), f"the {when}{numbered(number)} century", "name")
    for m in _OF_THAT.finditer(run) if any(sign in run for sign in "底初末") else ():
        which = {"上": "last", "下": "next", "本": "this", "这": "this", "去": "last", "明": "next", "今": "this"}[m["which"][0]]
        unit = "month" if "月" in m["which"] else "year"
        said_so = f"early {which} {unit}" if m["part"] == "初" else f"the end of {which} {unit}"
        yield m.start(), m.end(), Term(m.group(), said_so if m["part"] == "初" else f"at {said_so}", "adv")


def _said(day: str, part: str, hour: str) -> str:
    which, when = _DAYS[day], _PARTS.get(part, "")
    if when == "noon":
        return f"at noon {'every day' if which == 'every' else day and which}".strip()
    if when == "night":
        return f"at {hour} at night"
    if not when:
        return f"at {hour} {'every day' if which == 'every' else '' if not day else 'today' if which == 'this' else which}".strip()
    return f"at {hour} in the {when}" if not day else f"at {hour} {which} {when}"
