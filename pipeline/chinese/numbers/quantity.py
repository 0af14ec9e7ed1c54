"""A quantity as it is read from Chinese, and what its patterns share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.chinese.numbers import units

ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
ZH = "零〇一二三四五六七八九两"
NUMBER = rf"(?:{ARABIC}\s?(?:[十百千]?万亿|[百千]亿|[十百千]?万|亿|千|百)?(?:\d+万)?|(?:[{ZH}十百千][{ZH}十百千万亿]*))"
LEAD = "|".join(sorted(map(re.escape, units.LEADS), key=len, reverse=True))
TAIL = "|".join(sorted(map(re.escape, units.TAILS), key=len, reverse=True))
UNIT = "|".join(sorted(map(re.escape, (*units.MONEY, *units.MEASURES, *units.COUNTED)), key=len, reverse=True))
PAIR = re.compile(rf"(?P<first>[一二两三四五六七八])(?P<second>[二两三四五六七八九])(?P<size>[十百千]?[万亿]?)(?P<unit>{UNIT})?")
MEASURE = "|".join(sorted(map(re.escape, units.MEASURES), key=len, reverse=True))
PER = "|".join(sorted(map(re.escape, units.PER), key=len, reverse=True))
# In a rendering: whose twenties they are.
OWNER = "{owner}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in ``text[start:end]`` with its English, best first; ``plural`` of what it counts.

    ``attributive`` is its English right before the noun that it counts or describes, where that differs ("a 30-minute ride"), ``adverbial`` where it
    says when or for how long. ``unit`` is the measure word, as it stands in Chinese. ``OWNER`` in it stands for his, her or their.
    """

    start: int
    end: int
    renderings: tuple[str, ...]
    kind: str
    plural: bool = True
    unit: str = ""
    attributive: tuple[str, ...] = ()
    adverbial: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """What stands before the noun that it counts."""
        return (self.attributive or self.renderings)[0]
