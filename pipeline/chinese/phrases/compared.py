"""By how much: 长三百米 "300 meters longer", 大五岁 "five years older", 高一倍 "twice as high"."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.chinese.numbers import units
from pipeline.chinese.numbers.value import value, written
from pipeline.chinese.phrases.noun_phrases import bare_plural
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.wording.articles import is_first
from pipeline.english.wording.realise import OBJECTS
from pipeline.lexicon.termbase import Term

_QUALITIES = {
    "高": "high", "长": "long", "大": "big", "小": "small", "重": "heavy", "轻": "light", "宽": "wide", "窄": "narrow", "深": "deep", "厚": "thick", "薄": "thin", "快": "fast", "慢": "slow", "贵": "expensive",
    "便宜": "cheap", "早": "early", "晚": "late", "短": "short", "矮": "short", "低": "low", "远": "far", "近": "near", "多": "many", "少": "few", "强": "strong", "老": "old", "年轻": "young",
}  # fmt: skip
_UNITS = "|".join(sorted((*units.MEASURES, *units.MONEY), key=len, reverse=True))
_BY = re.compile(rf"(?P<how>{'|'.join(_QUALITIES)})(?:了|出|上)?(?P<number>[一二三四五六七八九十百千万两半]+)(?P<unit>{_UNITS})(?![多])")
_FOLD = {1: "twice", 2: "three times", 3: "four times", 4: "five times"}


def by_how_much(run: str, start: int) -> tuple[int, Term] | None:
    """Where it ends and what it says; of 高一倍 the English is "twice as high", with "as" still to come."""
    found = _BY.match(run, start)
    number = value(found["number"]) if found else None
    if found is None or number is None or found.end() < len(run) and run[found.end()] in "的左":
        return None
    how, unit = _QUALITIES[found["how"]], found["unit"]
    if unit == "倍":
        fold = _FOLD.get(int(number)) or f"{written(number + 1, True)} times"
        return found.end(), Term(found.group(), f"{fold} as {how if how not in ('many', 'few') else {'many': 'much', 'few': 'little'}[how]} as", "adj-by")
    if unit == "岁" and how in ("big", "small", "old", "young"):
        years = "year" if number == Decimal(1) else "years"
        return found.end(), Term(found.group(), f"{written(number, True)} {years} {'older' if how in ('big', 'old') else 'younger'}", "adj-by")
    said = units.money(written(number), units.MONEY[unit])[0] if unit in units.MONEY else f"{written(number, unit not in units.PHYSICAL)} {units.MEASURES[unit][number != 1]}"
    if how in ("many", "few"):
        return found.end(), Term(found.group(), f"{said} {'more' if how == 'many' else 'less'}", "adj-by")
    if how == "high" and unit in ("厘米", "公分"):
        how = "tall"
    return found.end(), Term(found.group(), f"{said} {forms.comparative(how)}", "adj-by")


# Of these one thing is meant.
_KNOWN = ("旧", "老", "新", "原", "上一", "前一", "后一")


def than(_: Term, n: Term) -> Term:
    """比教堂: "than churches", and where it is measured "than the church"."""
    one = n.pos == "noun" and n.countable not in ("no", "plural") and not forms.is_plural(n.en) and words.countable(n.en.rsplit(" ", 1)[-1]) is not False
    if n.en.startswith("for the "):
        # 比第一次: "than the first time".
        return Term("", f"than {n.en.removeprefix('for ')}", "than")
    if one and n.zh.startswith(_KNOWN):
        # 比旧路更快: "than the old road".
        return Term("", f"than the {n.en}", "than")
    return Term("", f"than {bare_plural(n)}", "than", forms=(("one", f"than the {n.en}"),) if one else ())


def related(whom: Term, how: Term) -> str:
    """与预期相符: "consistent with expectations"."""
    article, _, thing = whom.en.partition(" ")
    return f"{how.en} {forms.plural(thing) if article in ('a', 'an') else whom.en}"


def as_whom(lead: Term, n: Term) -> str:
    """不如上半场: "as the first half"."""
    if n.pos == "pron":
        return OBJECTS.get(n.en.lower(), n.en)
    known = dict(than(lead, n).forms).get("one", than(lead, n).en) if is_first(n.en) or n.en in ("first half", "second half") else than(lead, n).en
    return known.removeprefix("than ")


_WHOSE = {"my": "mine", "our": "ours", "your": "yours", "his": "his", "her": "hers", "their": "theirs"}


def than_whose(_: Term, whose: Term) -> str:
    """比我们的: "than ours"."""
    return f"than {_WHOSE.get(whose.en, whose.en)}"


def compared_by(than: Term, more: Term) -> str:
    """比旧桥长三百米: "300 meters longer than the old bridge"."""
    known = dict(than.forms).get("one", than.en)
    return f"{more.en} {known.removeprefix('than ')}" if more.en.endswith(" as") else f"{more.en} {known}"
