"""When something is done, inside of a phrase: 每天早上六点 "at six every morning", 未来五年内 "the next five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.chinese.dates import dates
from pipeline.chinese.value import value, written
from pipeline.lexicon.termbase import Term

_DAYS = {"每天": "every", "每日": "every", "明天": "tomorrow", "昨天": "yesterday", "今天": "this", "": "the"}
_PARTS = {"早上": "morning", "清晨": "morning", "早晨": "morning", "上午": "morning", "中午": "noon", "下午": "afternoon", "傍晚": "evening", "晚上": "evening", "夜里": "night", "凌晨": "morning"}
_CLOCK = re.compile(rf"(?P<day>每天|每日|明天|昨天|今天)?(?P<part>{'|'.join(_PARTS)})?(?P<hour>[一二两三四五六七八九十]{{1,2}})点(?P<half>半)?(?:钟|整)?")
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
    if any(sign in run for sign in "未今接过最此近"):
        for start, end, said in dates(run):
            if said[0].startswith(_STRETCHES) and end - start < len(run):
                yield start, end, Term(run[start:end], said[0], "np")


def _said(day: str, part: str, hour: str) -> str:
    which, when = _DAYS[day], _PARTS.get(part, "")
    if when == "noon":
        return f"at noon {'every day' if which == 'every' else day and which}".strip()
    if when == "night":
        return f"at {hour} at night"
    if not when:
        return f"at {hour} {'every day' if which == 'every' else '' if not day else 'today' if which == 'this' else which}".strip()
    return f"at {hour} in the {when}" if not day else f"at {hour} {which} {when}"
