"""Stretches of a run that say together what none of their words says: until when (聊到天亮), how many times as much (增长了两倍), how often one after the other (连输三场), not even (连头都没抬)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.chinese.numbers.clock import times_in
from pipeline.chinese.numbers.value import value, written
from pipeline.english.inflection import forms
from pipeline.lexicon.termbase import Term

_OVER, _WITH_OBJECT = ("tense", "past"), ("object", "yes")
_UNTIL = {
    "深夜": "late at night", "半夜": "the middle of the night", "凌晨": "the early hours", "天亮": "dawn", "清晨": "early morning", "黎明": "dawn", "中午": "noon", "正午": "noon", "傍晚": "evening", "晚上": "the evening", "天黑": "dark", "下午": "the afternoon",
    "早上": "the morning", "早晨": "the morning", "第二天": "the next day", "今天": "today", "明天": "tomorrow", "现在": "now", "最后": "the end", "最后一刻": "the last minute", "明年": "next year", "年底": "the end of the year", "月底": "the end of the month",
    "周末": "the weekend", "下周": "next week", "下个月": "next month", "后半夜": "the small hours", "日落": "sunset", "日出": "sunrise", "大半夜": "the middle of the night", "次日": "the next day", "深更半夜": "the middle of the night", "很晚": "late", "老": "old age",
}  # fmt: skip


def till(run: str) -> Iterator[tuple[int, int, Term]]:
    """到天亮 behind a verb: where it starts and ends, and "until dawn"."""
    clock = {start: (end, when) for start, end, when in times_in(run)}
    for at in (n for n, sign in enumerate(run) if sign in "到至" and n):
        if at + 1 in clock:
            end, when = clock[at + 1]
            yield at, end, Term(run[at:end], f"until {when.en.removeprefix('at ')}", "till")
        for end in range(at + 2, min(len(run), at + 5) + 1):
            if said := _UNTIL.get(run[at + 1 : end]):
                yield at, end, Term(run[at:end], f"until {said}", "till")


_TIMES_MORE = re.compile(r"(?:增加|增长|上涨|涨|上升|提高|提升|扩大|暴涨|飙升|激增|猛增|增|翻|膨胀)(?P<over>了|到了)?(?P<how>近|约|将近|超过|逾|大约|几乎|足足)?(?P<n>[一二两三四五六七八九十]+|\d+)倍(?P<more>多)?")
_HOW = {"近": "nearly", "将近": "nearly", "几乎": "almost", "约": "roughly", "大约": "roughly", "超过": "more than", "逾": "more than"}
_BY_TIMES = {1: "double", 2: "triple"}


def times_more(run: str) -> Iterator[tuple[int, int, Term]]:
    """增长了两倍 "triple", 涨了近一倍 "nearly double": where it starts and ends, and the verb."""
    for found in _TIMES_MORE.finditer(run):
        number = value(found["n"])
        verb = _BY_TIMES.get(int(number), "") if number is not None else ""
        if not verb:
            continue
        how = "more than " if found["more"] else f"{_HOW[found['how']]} " if found["how"] in _HOW else ""
        own = tuple((name, f"{how}{make(verb)}") for name, make in (("s3", forms.third_person), ("past", forms.past), ("done", forms.participle), ("ing", forms.gerund)))
        yield found.start(), found.end(), Term(found.group(), f"{how}{verb}", "verb", forms=(*own, *((_OVER,) if found["over"] else ())))


_IN_A_ROW = re.compile(r"连续?(?P<verb>[输胜赢败涨跌夺进丢丧])(?P<n>[二两三四五六七八九十]+|\d+)(?P<of>[场局盘天日年周轮冠球城])")
_WON = {"输": "lose", "胜": "win", "赢": "win", "败": "lose", "涨": "rise", "跌": "fall", "夺": "win", "进": "score", "丢": "concede", "丧": "lose"}
_OF_TIME = {"天": "days", "日": "days", "年": "years", "周": "weeks"}
_OF_GAMES = {"冠": " titles", "球": " goals"}


def in_a_row(run: str) -> Iterator[tuple[int, int, Term]]:
    """连输三场 "lose three in a row", 连跌五天 "fall for five days in a row": where it starts and ends, and the verb."""
    for found in _IN_A_ROW.finditer(run):
        verb, number = _WON[found["verb"]], value(found["n"])
        if number is None:
            continue
        many = written(number, True)
        rest = f"for {many} {_OF_TIME[found['of']]} in a row" if found["of"] in _OF_TIME else f"{many}{_OF_GAMES.get(found['of'], '')} in a row"
        if verb in ("rise", "fall") and found["of"] not in _OF_TIME:
            continue
        own = tuple((name, f"{make(verb)} {rest}") for name, make in (("s3", forms.third_person), ("past", forms.past), ("done", forms.participle), ("ing", forms.gerund)))
        yield found.start(), found.end(), Term(found.group(), f"{verb} {rest}", "verb", forms=(*own, _WITH_OBJECT, _OVER))


_OF_ONE = re.compile(r"(?P<verb>[^\W\d_]了|[写喝买吃找开租点做养打穿换想读看唱讲拍画倒要来])(?P<one>[束杯碗瓶盒袋张条件本支根块双份辆把顶只间套台部封首幅])(?P<what>[^\W\d_]{1,4})")


def with_one(run: str) -> str:
    """买了一束花 of 买了束花, 写一封信 of 写封信: without its number a measure word counts one; any other run as it is."""
    found = _OF_ONE.fullmatch(run)
    return f"{found['verb']}一{found['one']}{found['what']}" if found else run


_NOT_EVEN = re.compile(r"连(?P<what>.{1,5})[都也](?P<no>没有|没|不|未)(?P<verb>.{1,4})")
_CANNOT_EVEN = re.compile(r"连(?P<what>.{1,5})[都也](?P<verb>.)不(?P<result>[了起到清出完上见动好下])")


def even_that(run: str) -> tuple[str, bool] | None:
    """The verb with its object of 连头都没抬, 抬头, and whether it is over that it was not done; 吃不起饭 of 连饭都吃不起."""
    if found := _CANNOT_EVEN.fullmatch(run):
        return f"{found['verb']}不{found['result']}{found['what']}", False
    if not (found := _NOT_EVEN.fullmatch(run)):
        return None
    return found["verb"] + ("" if found["what"] == found["verb"] else found["what"]), found["no"] != "不"


def not_even(verb: Term, over: bool) -> Term:
    """ "does not even look up", "cannot even afford a meal"."""
    if verb.en.startswith("cannot "):
        rest = verb.en.removeprefix("cannot ")
        said = {"s3": f"cannot even {rest}", "plain": f"cannot even {rest}", "past": f"could not even {rest}", "done": f"not even been able to {rest}", "ing": f"not even being able to {rest}"}
        return Term("", f"cannot even {rest}", "verb", forms=(*said.items(), _WITH_OBJECT))
    doing = dict(verb.forms).get("ing") or forms.gerund(verb.en)
    said = {"s3": f"does not even {verb.en}", "plain": f"do not even {verb.en}", "past": f"did not even {verb.en}", "done": f"not even {dict(verb.forms).get('done') or forms.participle(verb.en)}", "ing": f"not even {doing}"}
    return Term("", f"not even {verb.en}", "verb", slots=(("adv", f"without even {doing}"),), forms=(*said.items(), _WITH_OBJECT, *((_OVER,) if over else ())))
