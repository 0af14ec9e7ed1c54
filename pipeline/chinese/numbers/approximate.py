"""Shares and numbers that are not exact: ``十几万``, ``两三倍``, ``上百家``, ``三分之一``, ``七八成``, ``翻了一番``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.chinese.numbers import units
from pipeline.chinese.numbers.quantity import ARABIC, LEAD, PAIR, TAIL, UNIT, ZH, Quantity
from pipeline.chinese.numbers.value import value, written

_KEPT = "".join(sorted({*units.KEPT, *units.PARTITIVE}))
_VAGUE = re.compile(
    rf"(?P<lead>{LEAD})?(?P<vague>[二三四五六七八九]十[几多来余]|十[几多来余]|[一二两三四五六七八九]?[百千万]来(?![一-龥]{{0,2}}[到自])|几十|几百|几千|几万|几十万|几百万|几千万|几亿|几十亿|数十|数百|数千|数万|数十万|数百万|数千万|数亿|数十亿|"
    rf"上百|上千|上万|上百万|上千万|上亿|上十亿|上百亿|上千亿|[过破超逾近](?:百亿|千亿|十亿|百万|千万|亿|万|千|百)(?![{ZH}十])|成百上千|成千上万|几十|好几[十百千万]|好几|几(?=[{_KEPT}里斤吨封名款件台辆套座所支篇张份幅间棵艘架本首枚颗匹根栋幢页株盏]))(?P<size>万亿|[百千]?[万亿])?(?P<unit>{UNIT})?(?P<tail>{TAIL})?"
)
_WHOLES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10**4), "十万": Decimal(10**5), "百万": Decimal(10**6)}
# One of these is in all that it finds.
_VAGUELY = frozenset("几多来余数上过破超逾近成好")
_FRACTION = re.compile(rf"(?P<lead>{LEAD})?(?P<low>[{ZH}十千万]+|\d+)分之(?P<high>[{ZH}十百]+|{ARABIC})(?P<tail>以上|左右|多|强|弱)?")
_TENTHS = re.compile(rf"(?P<lead>{LEAD})?(?P<low>[一二三四五六七八])?(?P<tenths>[一二三四五六七八九两]|\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九](?![一-龥]))?(?P<tail>{TAIL})?")
_MULTIPLE = re.compile(r"翻了?(?P<times>[一两二三四]|\d)番|翻倍|翻番|翻了?(?P<nearly>近|将近|约|超过?)?(?P<fold>[一两二三四五六七八九十]|\d+)倍")

_TAIL_OF_SHARE = {"以上": "more than", "左右": "about", "多": "more than", "以下": "less than", "强": "just over", "弱": "just under"}


def vague(text: str) -> Iterator[Quantity]:
    for m in _VAGUE.finditer(text) if not _VAGUELY.isdisjoint(text) else ():
        size, unit = units.SIZES.get(m["size"] or "", 1), m["unit"] or ""
        heads = units.vague(m["vague"], size)
        if not heads:
            continue
        if unit in units.MONEY:
            heads = [w for head in heads for w in units.money(head, units.MONEY[unit])]
        elif unit in units.MEASURES:
            heads = [f"{head.removesuffix(' of')} {'of ' if head.endswith('s') else ''}{units.MEASURES[unit][1]}" for head in heads]
        if unit == "年" and m["vague"] in ("几十", "数十") and size == 1:
            # 几十年: rather decades than dozens of years.
            heads = ["decades", *heads]
        lead = units.LEADS.get(m["lead"] or "", "")
        tail = units.TAILS.get(m["tail"] or "", "")
        if tail in ("ago", "later"):
            heads = [f"{head} {tail}" for head in heads]
        elif tail == "within" and unit in units.MEASURES:
            heads = [f"within {head}" for head in heads]
        made = tuple(f"{lead} {h}".strip() for h in heads)
        before: tuple[str, ...] = ()
        if unit in units.COUNTED or not unit:
            before = tuple(f"{h} {units.COUNTED[unit]} of" if unit in units.KEPT else f"{h} of" if h.endswith("s") else h for h in made)
            noun = "times" if unit == "次" else units.COUNTED.get(unit, "")
            made = tuple(b.removesuffix(" of") if unit in units.KEPT else f"{b} {noun}" for b in before) if noun else made
        yield Quantity(m.start(), m.end(), made, "money" if unit in units.MONEY else "approximate", True, unit, before)


def pairs(text: str) -> Iterator[Quantity]:
    for m in PAIR.finditer(text):
        first, second = value(m["first"]), value(m["second"])
        if first is None or second is None or not (second - first == 1 or m["first"] + m["second"] in ("三五", "一两")) or not (m["size"] or m["unit"]):
            continue
        size = 1
        for c in m["size"]:
            size *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[c]
        unit = m["unit"] or ""
        low, high = written(first * size, True), written(second * size, True)
        if low.split(" ")[-1] == high.split(" ")[-1] and " " in low:
            low = low.rsplit(" ", 1)[0]
        heads = [f"{low} or {high}", f"{low} to {high}"] if size == 1 and second - first == 1 else [f"{low} to {high}", f"{low} or {high}"]
        if unit in units.MONEY:
            heads = [w for h in heads for w in units.money(h, units.MONEY[unit])]
        elif unit in units.MEASURES:
            heads = [f"{h} {units.MEASURES[unit][1]}" for h in heads]
        before = tuple(heads) if unit in units.COUNTED else ()
        if unit in units.COUNTED and units.COUNTED[unit]:
            heads = [f"{h} {units.COUNTED[unit]}" for h in heads]
            before = tuple(f"{h} of" for h in heads) if unit in units.KEPT else before
        yield Quantity(m.start(), m.end(), tuple(heads), "range", True, unit, before)


def fractions(text: str) -> Iterator[Quantity]:
    for m in _FRACTION.finditer(text) if "分之" in text else ():
        low, high = (_WHOLES.get(m["low"]) or value(m["low"])), value(m["high"])
        if not low or high is None:
            continue
        lead = units.LEADS.get(m["lead"] or "", "") or _TAIL_OF_SHARE.get(m["tail"] or "", "")
        words = f"{written(high * 100 / low)}%" if low in (100, 1000) else f"{written(high, True)} in {written(low)}" if low > 1000 else f"{written(high, True)} {units.fraction(int(low), high != 1)}"
        words = f"{lead} {words}".strip()
        yield Quantity(m.start(), m.end(), (words, words.replace(" ", "-")), "fraction", False)
    for m in re.finditer(r"百分之(?P<high>[零〇一二三四五六七八九十百]+|\d[\d.]*)(?:点(?P<low>[零〇一二三四五六七八九]+))?(?P<tail>以上|以下|左右|多)?", text):
        high = value(m["high"])
        if high is not None:
            head = f"{_TAIL_OF_SHARE.get(m['tail'] or '', '')} {written(high)}{'.' + ''.join(str(value(c)) for c in m['low']) if m['low'] else ''}%".lstrip()
            yield Quantity(m.start(), m.end(), (head,), "percent", False, attributive=(f"{head} of",))


def tenths(text: str) -> Iterator[Quantity]:
    for m in _TENTHS.finditer(text) if "成" in text else ():
        share = value(m["tenths"])
        if share is None or text[m.end() : m.end() + 1] in tuple("为立本果功长交员熟效就都"):
            continue
        head = f"{written(share * 10 + (5 if m['half'] == '半' else value(m['half'] or '') or 0))}%"
        low = value(m["low"]) if m["low"] else None
        if low is not None:
            head = f"{written(low * 10)}% to {head}"
        lead, tail = units.LEADS.get(m["lead"] or "", ""), units.TAILS.get(m["tail"] or "", "")
        if m["tail"] == "以上":
            # "fell by more than 20%".
            tail = "more than"
        follows = tail if tail.startswith("or ") else ""
        text = " ".join(filter(None, (lead or (tail if not follows else ""), head, follows)))
        yield Quantity(m.start(), m.end(), (text,), "percent", False, attributive=(f"{text} of",))


def multiples(text: str) -> Iterator[Quantity]:
    for m in _MULTIPLE.finditer(text) if "翻" in text else ():
        if m["fold"]:
            fold = int(value(m["fold"]) or 1)
            head = {1: "doubled", 2: "doubled", 3: "tripled", 4: "quadrupled"}.get(fold, f"increased {fold}-fold")
            yield Quantity(m.start(), m.end(), (" ".join(filter(None, (units.LEADS.get(m["nearly"] or "", ""), head))),), "multiple", False)
            continue
        times = int(value(m["times"]) or 1) if m["times"] else 1
        yield Quantity(m.start(), m.end(), ({1: "doubled", 2: "quadrupled"}.get(times, f"increased {2**times}-fold"),), "multiple", False)
