"""Quantities as they are left in English text: ``3.5亿``, ``1200万元``, ``十几万``, ``5.8%左右``, ``两三倍``, ``40多个``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal

from pipeline.chinese.key import simple
from pipeline.chinese.numbers import approximate, dates, number_phrases, one_by_one, units
from pipeline.chinese.numbers.quantity import ARABIC, LEAD, NUMBER, PAIR, PER, TAIL, UNIT, ZH, Quantity
from pipeline.chinese.numbers.value import value, written
from pipeline.english.inflection import forms
from pipeline.script import HAN_CHARACTER

_WIDE = re.compile(r"[^\x00-\x7f]")
_CURRENCY_LEFT = r"(?:人民币|美元|港元|港币|欧元|日元|英镑|US\$|HK\$|RMB\s?|[$¥￥€£])\s?"
_QUANTITY = re.compile(
    rf"(?P<run>连续)?(?:(?P<lead>{LEAD})\s?)?(?P<left>{_CURRENCY_LEFT})?(?P<number>{NUMBER})(?:\s?(?P<to>[-—–~～至到])\s?(?P<second>{NUMBER}))?"
    rf"(?P<percent>\s?[%％])?(?P<more>[多余几])?(?P<size>万亿|[百千]?[万亿])?(?:\s?(?P<unit>{UNIT}))?(?:[/／每](?P<per>{PER}))?(?P<tail>{TAIL})?"
)
# What every quantity has: a numeral, or a digit with a character of Chinese near to it. Ten patterns need not read what lacks both.
_COUNTS = re.compile(
    rf"[{ZH}○十百千万亿萬億兩幾几数數半第翻]|[今去明后]年|[上本这下]个?[周星礼]|[今昨明后前当二]天[早上中下傍晚夜凌]|[今昨明次][日早晚]|周日|平均每|每[一-龥]|[一-龥]头|世纪[初中末上下前后]|同一|那[两几三]|倒数|时速|[上本这下]个?月[初中上下底末]|每半|每户|星期[日天]|礼拜[日天]|{HAN_CHARACTER.pattern}[^A-Za-z]{{0,12}}[0-9０-９]|[0-9０-９][^A-Za-z]{{0,24}}{HAN_CHARACTER.pattern}"
    rf"|(?:trillion|billion|million)\s?{HAN_CHARACTER.pattern}|{HAN_CHARACTER.pattern}\s?(?:US\$|HK\$|RMB)"
)
_ORDINAL = re.compile(rf"(?:连续)?第(?P<number>[{ZH}十百千]+|\d+)(?P<unit>大(?![道学街队])|部(?![分门队长])|[届次任份封杯瓶碗套棵艘笔道层辆盏颗枚根匹幅起遍趟个位名季期批代轮本家件场首篇张座项只支所间辆台])?(?P<noun>月|季度|年|周|天|分钟|小时|世纪)?")
_NUMBERED = re.compile(rf"第(?P<number>[{ZH}十百千]+|\d+)(?P<noun>[条章节款卷集回期])(?![件约])")
_CURRENCY_ENGLISH = re.compile(rf"(?P<zh>美元|人民币|港元|欧元|日元|英镑)\s?(?P<number>{ARABIC})\s(?P<name>trillion|billion|million)|"
                               rf"(?P<number2>{ARABIC})\s(?P<name2>trillion|billion|million)\s?(?P<zh2>美元|人民币|元|港元|欧元|日元|英镑)")  # fmt: skip
_PARTS = {"条": "Article", "章": "Chapter", "节": "Section", "款": "Paragraph", "卷": "Volume", "集": "Episode", "回": "Chapter", "期": "Issue"}


def quantities(text: str) -> list[Quantity]:
    """Every maximal quantity that holds a Chinese character or a full-width digit, left to right, apart from each other."""
    return _read(text) if _COUNTS.search(text) else []


def _read(text: str) -> list[Quantity]:
    folded = _folded(text)
    found = [q for read in _READERS for q in read(folded)]
    found = sorted((*found, *number_phrases.rates(folded, found)), key=lambda q: (q.start, -(q.end - q.start)))
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
            if len(word) == size and word in units.NOT_NUMBERS and at + size > quantity.start and not (word == "十分" and text[at + 2 : at + 3] == "钟"):
                return True
    return False


def _plain(text: str) -> Iterator[Quantity]:
    for m in _QUANTITY.finditer(text):
        if not HAN_CHARACTER.search(m.group()) or _is_part_of_code(text, m):
            continue
        number = value(m["number"])
        zh_only = not m["number"][0].isdigit()
        if PAIR.match(m["number"]) and m["number"][0] != m["number"][1]:
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
    return len(text) > 2 and any(c in "百千万亿" for c in text) or len(text) == 2 and text[0] in ZH[3:] and text[1] in "百千万亿"


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
    if not unit and size == 1 and second is None and m["number"].strip().isascii() and re.match(r"\s?[A-Za-z%°]", m.string[m.end() :]):
        # At least 1 GB: what is no Chinese stays as it is written.
        head = m["number"].strip()
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
    renderings: list[str] = [head]
    attributive: list[str] = []
    left = left.strip()
    if left or unit in units.MONEY:
        renderings, kind = units.money(head, units.LEFT.get(left) or units.MONEY[unit or "元"]), "money"
    elif unit in units.MEASURES:
        one, many = units.MEASURES[unit]
        measured = one if number == 1 and kind != "range" else many
        renderings, kind = [f"{head} {measured}"], "measure"
        if unit == "倍" and head == "two":
            renderings = ["twice", "two times"]
        if groups.get("run"):
            renderings = [f"{head} consecutive {measured}", f"{head} {measured} in a row"]
    elif unit:
        renderings, attributive = _counted(head, unit, number == 1 and kind != "range")
        kind = "measure"
    qualifier = units.LEADS.get(lead) or ("more than" if more else "")
    after = "more than" if tail == "以上" and kind == "percent" else units.TAILS.get(tail, "")
    if after and after in ("around", "more than", "within", "fewer than", "up to", "from"):
        qualifier = qualifier or after
        after = ""
    per = f"per {units.PER[groups['per']]}" if groups.get("per") else ""
    if qualifier == "a full" and kind == "measure":
        renderings = [r.removeprefix("one ") for r in renderings]
    made, before = ([" ".join(filter(None, (qualifier, r, per, after))) for r in rows] for rows in (renderings, attributive))
    return Quantity(m.start(), m.end(), tuple(made), kind, number != 1, unit, tuple(before))


def _counted(head: str, unit: str, one: bool) -> tuple[list[str], list[str]]:
    """What stands for ``head`` and its measure word alone, and before the noun that is counted."""
    noun = units.COUNTED[unit]
    if unit in ("次", "回", "遍", "趟"):
        return [{"one": "once", "two": "twice"}.get(head, f"{head} times"), f"{head} times"], [head]
    if unit == "批" and one:
        return ["a number", "a batch"], ["a number of", "a batch of"]
    if unit in units.KEPT:
        return [f"{head} {forms.singular(noun) if one else noun}"], [f"a {forms.singular(noun)} of" if one else f"{head} {noun} of", head]
    return [f"{head} {forms.singular(noun) if one else noun}", head] if noun else [head], [head]


def _ordinals(text: str) -> Iterator[Quantity]:
    for m in _ORDINAL.finditer(text) if "第" in text else ():
        number = value(m["number"])
        if number is None:
            continue
        word = units.ordinal(int(number))
        if m["unit"] == "大":
            # 第二大股东: "the second-largest shareholder".
            word = "largest" if number == 1 else f"{word}-largest"
        noun = {"月": "month", "季度": "quarter", "年": "year", "周": "week", "天": "day", "分钟": "minute", "小时": "hour", "世纪": "century"}.get(m["noun"] or "", "")
        noun = noun or {"次": "time", "名": "place", "位": "place", "轮": "round", "代": "generation", "批": "batch", "季": "season"}.get(m["unit"] or "", "")
        said = " ".join(filter(None, (word, "consecutive" if m.group().startswith("连续") else "")))
        told = (f"the {said} {noun}", f"{said} {noun}") if noun not in ("", "place") else (f"{said} {noun}",) if noun else (said,)
        yield Quantity(m.start(), m.end(), told, "ordinal", False, m["unit"] or "", (said,) if m["unit"] else ())


def _numbered(text: str) -> Iterator[Quantity]:
    for m in _NUMBERED.finditer(text) if "第" in text else ():
        number = value(m["number"])
        if number is not None:
            yield Quantity(m.start(), m.end(), (f"{_PARTS[m['noun']]} {number}",), "ordinal", False)


def _misplaced(text: str) -> Iterator[Quantity]:
    """Currency in Chinese beside an English number: ``美元 11 billion``."""
    for m in _CURRENCY_ENGLISH.finditer(text):
        zh, number, name = m["zh"] or m["zh2"], m["number"] or m["number2"], m["name"] or m["name2"]
        yield Quantity(m.start(), m.end(), tuple(units.money(f"{number} {name}", units.MONEY[zh])), "money")


# 七月一日起, 1990年以前.
_LED_BY = {"起": "from", "以来": "since", "之后": "after", "以后": "after", "后": "after", "之前": "before", "以前": "before", "前": "before"}
_THEN = re.compile(r"(起|以来|之后|以后|后|之前|以前|前)(?![一-龥])")


def _dated(text: str) -> Iterator[Quantity]:
    for start, end, renderings in dates.dates(text):
        # "the past five years": where it says when, it is "over" them.
        then = _THEN.match(text, end)
        if then:
            led = _LED_BY[then[1]]
            before = next((len(word) for word in ("自从", "自", "从", "于", "在") if text.endswith(word, 0, start)), 0)
            yield Quantity(start - before, then.end(), tuple(f"{led} {r}" for r in renderings[:1]) + (("starting " + renderings[0],) if led == "from" else ()), "phrase", False)
        spans = tuple(f"{'in' if r.startswith('the first ') else 'over'} {r}" for r in renderings if r.endswith("s") and r.startswith(("the past ", "the last ", "the next ", "the coming ", "the previous ", "the first ")) and " quarters" not in r)
        spans += tuple(f"in {r}" for r in renderings if r.startswith("those "))
        yield Quantity(start, end, renderings, "date", False, adverbial=spans)


_READERS: tuple[Callable[[str], Iterator[Quantity]], ...] = (
    one_by_one.read, number_phrases.read, _dated, _misplaced, _plain, approximate.vague, approximate.pairs, approximate.fractions, approximate.tenths, approximate.multiples, _numbered, _ordinals,
)  # fmt: skip
