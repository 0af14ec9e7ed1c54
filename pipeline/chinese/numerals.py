"""Quantities as they are left in English text: ``3.5亿``, ``1200万元``, ``十几万``, ``5.8%左右``, ``两三倍``, ``40多个``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.chinese import dates, units
from pipeline.chinese.key import simple
from pipeline.chinese.value import value, written
from pipeline.script import HAN_CHARACTER

_WIDE = re.compile(r"[^\x00-\x7f]")
_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_ZH = "零〇一二三四五六七八九两"
_NUMBER = rf"(?:{_ARABIC}\s?(?:[十百千]?万亿|[百千]亿|[十百千]?万|亿|千|百)?(?:\d+万)?|(?:[{_ZH}十百千][{_ZH}十百千万亿]*))"
_CURRENCY_LEFT = r"(?:人民币|美元|港元|港币|欧元|日元|英镑|US\$|HK\$|RMB\s?|[$¥￥€£])\s?"
_LEAD = "|".join(sorted(map(re.escape, units.LEADS), key=len, reverse=True))
_TAIL = "|".join(sorted(map(re.escape, units.TAILS), key=len, reverse=True))
_UNIT = "|".join(sorted(map(re.escape, (*units.MONEY, *units.MEASURES, *units.COUNTED)), key=len, reverse=True))
_PER = "|".join(sorted(map(re.escape, units.PER), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?P<run>连续)?(?:(?P<lead>{_LEAD})\s?)?(?P<left>{_CURRENCY_LEFT})?(?P<number>{_NUMBER})(?:\s?(?P<to>[-—–~～至到])\s?(?P<second>{_NUMBER}))?"
    rf"(?P<percent>\s?[%％])?(?P<more>[多余几])?(?P<size>万亿|[百千]?[万亿])?(?:\s?(?P<unit>{_UNIT}))?(?:[/／每](?P<per>{_PER}))?(?P<tail>{_TAIL})?"
)
_VAGUE = re.compile(
    rf"(?P<lead>{_LEAD})?(?P<vague>[二三四五六七八九]十[几多来余]|十[几多来余]|几十|几百|几千|几万|几十万|几百万|几千万|几亿|几十亿|数十|数百|数千|数万|数十万|数百万|数千万|数亿|数十亿|"
    rf"上百|上千|上万|上百万|上千万|上亿|上十亿|上百亿|上千亿|[过破超逾近](?:百亿|千亿|十亿|百万|千万|亿|万|千|百)(?![{_ZH}十])|成百上千|成千上万|几十|好几)(?P<size>万亿|[百千]?[万亿])?(?P<unit>{_UNIT})?(?P<tail>{_TAIL})?"
)
# What every quantity has: a numeral, or a digit with a character of Chinese near to it. Ten patterns need not read what lacks both.
_COUNTS = re.compile(
    rf"[{_ZH}○十百千万亿萬億兩幾几数數半第翻]|[今去明后]年|[上本这下]个?[周星礼]|{HAN_CHARACTER.pattern}[^A-Za-z]{{0,12}}[0-9０-９]|[0-9０-９][^A-Za-z]{{0,24}}{HAN_CHARACTER.pattern}"
    rf"|(?:trillion|billion|million)\s?{HAN_CHARACTER.pattern}|{HAN_CHARACTER.pattern}\s?(?:US\$|HK\$|RMB)"
)
_PAIR = re.compile(rf"(?P<first>[一二两三四五六七八])(?P<second>[二三四五六七八九])(?P<size>[十百千]?[万亿]?)(?P<unit>{_UNIT})?")
_FRACTION = re.compile(rf"(?P<low>[{_ZH}十]+|\d+)分之(?P<high>[{_ZH}十百]+|{_ARABIC})")
_TENTHS = re.compile(rf"(?P<lead>{_LEAD})?(?P<tenths>[一二三四五六七八九两]|\d(?:\.\d)?)成(?P<half>半)?(?P<tail>{_TAIL})?")
_ORDINAL = re.compile(rf"(?:连续)?第(?P<number>[{_ZH}十百千]+|\d+)(?P<unit>[届次个位名季期批代轮大])?(?P<noun>月|季度|年|周|天|分钟|小时|世纪)?")
_NUMBERED = re.compile(rf"第(?P<number>[{_ZH}十百千]+|\d+)(?P<noun>[条章节款卷集回期])(?![件约])")
_PARTS = {"条": "Article", "章": "Chapter", "节": "Section", "款": "Paragraph", "卷": "Volume", "集": "Episode", "回": "Chapter", "期": "Issue"}
_MULTIPLE = re.compile(r"翻了?(?P<times>[一两二三四]|\d)番|翻倍|翻番|翻了?(?P<nearly>近|将近|约|超过?)?(?P<fold>[一两二三四五六七八九十]|\d+)倍")
_CURRENCY_ENGLISH = re.compile(rf"(?P<zh>美元|人民币|港元|欧元|日元|英镑)\s?(?P<number>{_ARABIC})\s(?P<name>trillion|billion|million)|"
                               rf"(?P<number2>{_ARABIC})\s(?P<name2>trillion|billion|million)\s?(?P<zh2>美元|人民币|元|港元|欧元|日元|英镑)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in ``text[start:end]`` with its English, best first; ``plural`` of what it counts; ``needs_noun`` if that is missing.

    ``unit`` is the measure word, as it stands in Chinese.
    """

    start: int
    end: int
    renderings: tuple[str, ...]
    kind: str
    plural: bool = True
    needs_noun: bool = False
    unit: str = ""


def quantities(text: str) -> list[Quantity]:
    """Every maximal quantity that holds a Chinese character or a full-width digit, left to right, apart from each other."""
    return _read(text) if _COUNTS.search(text) else []


def _read(text: str) -> list[Quantity]:
    folded = _folded(text)
    found = sorted((q for read in _READERS for q in read(folded)), key=lambda q: (q.start, -(q.end - q.start)))
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: -(q.end - q.start)):
        if not any(quantity.start < other.end and other.start < quantity.end for other in kept) and not _in_word(folded, quantity):
            kept.append(quantity)
    return sorted(kept, key=lambda q: q.start)


def _folded(text: str) -> str:
    """``text`` with Traditional numerals and full-width digits as the patterns know them, every character at its place."""
    simplified = simple(text)
    return _WIDE.sub(lambda m: plain if len(plain := unicodedata.normalize("NFKC", m.group())) == 1 else m.group(), simplified)


def _in_word(text: str, quantity: Quantity) -> bool:
    """True where the numeral belongs to a word that counts nothing: 一带一路, 万一, 三亚."""
    around = range(max(0, quantity.start - 3), quantity.start + 1)
    for at in around:
        for size in (4, 3, 2):
            word = text[at : at + size]
            if len(word) == size and word in units.NOT_NUMBERS and at + size > quantity.start:
                return True
    return False


def _plain(text: str) -> Iterator[Quantity]:
    for m in _QUANTITY.finditer(text):
        if not HAN_CHARACTER.search(m.group()) or _is_part_of_code(text, m):
            continue
        number = value(m["number"])
        zh_only = not m["number"][0].isdigit()
        if _PAIR.match(m["number"]) and m["number"][0] != m["number"][1]:
            continue
        if number is None or (zh_only and not (m["unit"] or m["size"] or m["percent"] or m["more"] or _has_large(m["number"]))):
            continue
        if zh_only and len(m["number"]) == 1 and m["number"] in "十百千" and m["unit"] in (None, *units.WEAK) and not (m["unit"] and (m["tail"] or m["number"] == "十" and m["unit"] in units.MEASURES)):
            continue
        yield from _quantity(m, number)


def _is_part_of_code(text: str, m: re.Match[str]) -> bool:
    """Digits right behind Latin belong to it (``A3纸``), but for a quantity that lost its blank: ``aside900亿元``."""
    start = m.start("number")
    if not (start and m["number"][0].isdigit() and text[start - 1].isascii() and text[start - 1].isalnum()):
        return False
    return not (re.fullmatch(r"[A-Za-z]{3}", text[max(0, start - 3) : start]) and (m["size"] or m["unit"] or _scale(m["number"]) > 1))


def _has_large(text: str) -> bool:
    return len(text) > 2 and any(c in "百千万亿" for c in text) or len(text) == 2 and text[0] in _ZH[3:] and text[1] in "百千万亿"


def _quantity(m: re.Match[str], number: Decimal) -> Iterator[Quantity]:
    size = Decimal(units.SIZES.get(m["size"] or "", 1))
    second = value(m["second"]) if m["second"] else None
    if m["second"] and second is None:
        return
    if second is not None and size == 1 and number < second and (scale := _scale(m["second"])) > 1 and _scale(m["number"]) == 1:
        number *= scale
    unit = m["unit"] or ""
    in_words = unit not in units.MONEY and not m["percent"] and not m["left"] and unit not in units.PHYSICAL and not m["size"]
    head = written(number * size, in_words)
    if not unit and size == 1 and m["number"].strip().replace(".", "", 1).isdigit() and second is not None and _scale(m["second"]) == 1 and not m["left"]:
        # A range of plain numbers, codes or years perhaps, is not written anew: only the word between them changes.
        head = f"{m['number'].strip()} to {m['second'].strip()}"
    elif second is not None:
        head = f"{head} to {written(second * size, in_words)}" if head.split(" ")[-1] != written(second * size).split(" ")[-1] or " " not in head else (
            f"{head.rsplit(' ', 1)[0]} to {written(second * size, in_words)}")  # fmt: skip
    yield _made(m, head, number * size, unit, "range" if second is not None else "number")


def _scale(text: str) -> Decimal:
    return next((Decimal(size) for name, size in units.SIZES.items() if name and text.endswith(name)), Decimal(1))


def _made(m: re.Match[str], head: str, number: Decimal, unit: str, kind: str) -> Quantity:
    groups = m.groupdict()
    lead, tail, more, left = (groups.get(name) or "" for name in ("lead", "tail", "more", "left"))
    if groups.get("percent"):
        head, kind = f"{head}%", "percent"
    renderings, needs_noun = [head], False
    left = left.strip()
    if left or unit in units.MONEY:
        renderings, kind = units.money(head, units.LEFT.get(left) or units.MONEY[unit or "元"]), "money"
    elif unit in units.MEASURES:
        one, many = units.MEASURES[unit]
        measured = one if number == 1 and kind != "range" else many
        renderings, kind = [f"{head} {measured}"], "measure"
        if groups.get("run"):
            renderings = [f"{head} consecutive {measured}", f"{head} {measured} in a row"]
    elif unit:
        needs_noun = True
        noun = units.COUNTED[unit]
        renderings = [head, f"{head} {noun}"] if noun else [head]
        kind = "measure"
    qualifier = units.LEADS.get(lead) or ("more than" if more else "")
    after = units.TAILS.get(tail, "")
    if after and after in ("around", "more than", "within", "fewer than", "up to", "from"):
        qualifier = qualifier or after
        after = ""
    per = f"per {units.PER[groups['per']]}" if groups.get("per") else ""
    full = [" ".join(filter(None, (qualifier, r, per, after))) for r in renderings]
    return Quantity(m.start(), m.end(), tuple(full), kind, number != 1, needs_noun, unit)


def _vague(text: str) -> Iterator[Quantity]:
    for m in _VAGUE.finditer(text):
        size, unit = units.SIZES.get(m["size"] or "", 1), m["unit"] or ""
        heads = units.vague(m["vague"], size)
        if not heads:
            continue
        if unit in units.MONEY:
            heads = [w for head in heads for w in units.money(head, units.MONEY[unit])]
        elif unit in units.MEASURES:
            heads = [f"{head.removesuffix(' of')} {'of ' if head.endswith('s') else ''}{units.MEASURES[unit][1]}" for head in heads]
        lead = units.LEADS.get(m["lead"] or "", "")
        yield Quantity(m.start(), m.end(), tuple(f"{lead} {h}".strip() for h in heads), "money" if unit in units.MONEY else "approximate", True, unit in units.COUNTED)


def _pairs(text: str) -> Iterator[Quantity]:
    for m in _PAIR.finditer(text):
        first, second = value(m["first"]), value(m["second"])
        if first is None or second is None or second - first != 1 or not (m["size"] or m["unit"]):
            continue
        size = 1
        for c in m["size"]:
            size *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[c]
        unit = m["unit"] or ""
        low, high = written(first * size, True), written(second * size, True)
        if low.split(" ")[-1] == high.split(" ")[-1] and " " in low:
            low = low.rsplit(" ", 1)[0]
        heads = [f"{low} to {high}", f"{low} or {high}"]
        if unit in units.MONEY:
            heads = [w for h in heads for w in units.money(h, units.MONEY[unit])]
        elif unit in units.MEASURES:
            heads = [f"{h} {units.MEASURES[unit][1]}" for h in heads]
        yield Quantity(m.start(), m.end(), tuple(heads), "range", True, unit in units.COUNTED)


def _fractions(text: str) -> Iterator[Quantity]:
    for m in _FRACTION.finditer(text):
        low, high = (Decimal(100) if m["low"] == "百" else value(m["low"])), value(m["high"])
        if low is None or high is None:
            continue
        words = f"{written(high)}%" if low == 100 else f"{written(high, True)} {units.fraction(int(low), high != 1)}"
        yield Quantity(m.start(), m.end(), (words, words.replace(" ", "-")), "fraction", False)
    for m in re.finditer(r"百分之(?P<high>[零〇一二三四五六七八九十百]+|\d[\d.]*)", text):
        high = value(m["high"])
        if high is not None:
            yield Quantity(m.start(), m.end(), (f"{written(high)}%",), "percent", False)


def _tenths(text: str) -> Iterator[Quantity]:
    for m in _TENTHS.finditer(text):
        share = value(m["tenths"])
        if share is None or text[m.end() : m.end() + 1] in tuple("为立本果功长交员熟效就都"):
            continue
        head = f"{written(share * 10 + (5 if m['half'] else 0))}%"
        qualifier = units.LEADS.get(m["lead"] or "") or units.TAILS.get(m["tail"] or "", "")
        yield Quantity(m.start(), m.end(), (f"{qualifier} {head}".strip(),), "percent", False)


def _ordinals(text: str) -> Iterator[Quantity]:
    for m in _ORDINAL.finditer(text):
        number = value(m["number"])
        if number is None:
            continue
        word = units.ordinal(int(number))
        noun = {"月": "month", "季度": "quarter", "年": "year", "周": "week", "天": "day", "分钟": "minute", "小时": "hour", "世纪": "century"}.get(m["noun"] or "", "")
        consecutive = "consecutive" if m.group().startswith("连续") else ""
        yield Quantity(m.start(), m.end(), (" ".join(filter(None, (word, consecutive, noun))),), "ordinal", False, not noun)


def _numbered(text: str) -> Iterator[Quantity]:
    for m in _NUMBERED.finditer(text):
        number = value(m["number"])
        if number is not None:
            yield Quantity(m.start(), m.end(), (f"{_PARTS[m['noun']]} {number}",), "ordinal", False)


def _multiples(text: str) -> Iterator[Quantity]:
    for m in _MULTIPLE.finditer(text):
        if m["fold"]:
            fold = int(value(m["fold"]) or 1)
            head = {1: "doubled", 2: "doubled", 3: "tripled", 4: "quadrupled"}.get(fold, f"increased {fold}-fold")
            yield Quantity(m.start(), m.end(), (" ".join(filter(None, (units.LEADS.get(m["nearly"] or "", ""), head))),), "multiple", False)
            continue
        times = int(value(m["times"]) or 1) if m["times"] else 1
        yield Quantity(m.start(), m.end(), ({1: "doubled", 2: "quadrupled"}.get(times, f"increased {2**times}-fold"),), "multiple", False)


def _misplaced(text: str) -> Iterator[Quantity]:
    """Currency in Chinese beside an English number: ``美元 11 billion``."""
    for m in _CURRENCY_ENGLISH.finditer(text):
        zh, number, name = m["zh"] or m["zh2"], m["number"] or m["number2"], m["name"] or m["name2"]
        yield Quantity(m.start(), m.end(), tuple(units.money(f"{number} {name}", units.MONEY[zh])), "money")


def _dated(text: str) -> Iterator[Quantity]:
    for start, end, renderings in dates.dates(text):
        yield Quantity(start, end, renderings, "date", False)


_READERS: tuple[Callable[[str], Iterator[Quantity]], ...] = (_dated, _misplaced, _plain, _vague, _pairs, _fractions, _tenths, _numbered, _ordinals, _multiples)
