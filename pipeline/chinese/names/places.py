"""Places and institutions by what their names end in: 福田区 -> Futian District, 第三人民医院 -> No. 3 People's Hospital."""

from __future__ import annotations

import functools
import pathlib
import re

from pipeline.chinese.names.persons import PLACES, pinyin
from pipeline.chinese.numbers.value import value
from pipeline.lexicon.tables import shipped_rows
from pipeline.once import once
from pipeline.script import HAN

TABLE = pathlib.Path(__file__).parent.parent.parent / "data" / "names" / "kinds.csv"
_NOT_INSIDE = re.compile(r"^[在从到向于对把被由和与及为的某该各本这那多几两每]|[了着的是]")
# What counts or points, and is no name: 三所大学, 所在城市, 大医院.
_COUNTED = re.compile(r"第[一二三四五六七八九十百]+[家座条个所间处支]")
_NO_NAME = re.compile(r"^(?:[一二三四五六七八九十百千万\d]*[所家座条个间栋片处支名位]|大|小|新|老|旧|全|外|公|私|国|县|省|市|乡|校|总|分|有限|股份|上市|母|子)$")
_NUMBERED = re.compile(r"第([一二三四五六七八九十百\d]+)")
# 李家沟, 王各庄, 柳树屯: whose it is, or what stands there.
_OF_A_FAMILY = re.compile(rf"^[{HAN}][家各树头子店石]")
_LONGEST = 14


@functools.cache
def _kinds() -> dict[str, tuple[str, str]]:
    return {row["zh"]: (row["en"], row["sort"]) for row in shipped_rows(TABLE)}


@functools.cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(zh) for zh in _kinds()}, reverse=True))


@once(1 << 12)
def kind_of(han: str) -> str:
    """The longest ending of ``han`` that is a kind of place or institution; nothing where there is none or nothing stands before it."""
    kinds = _kinds()
    for size in _lengths():
        ending = han[-size:]
        if len(han) > size and kinds.get(ending, ("", "word"))[1] not in ("word", "naming"):
            return ending
    return ""


def sort_of(kind: str) -> str:
    """The column ``sort`` of a kind or word; nothing for what is not in the table."""
    return _kinds().get(kind, ("", ""))[1]


def looks_like_place(han: str) -> bool:
    """True where ``han`` ends in a kind of place and what stands before it can be a name: 福田区, 仁济医院; not 三所大学."""
    ending = kind_of(han)
    head = han[: -len(ending)]
    if not ending or len(han) > _LONGEST or _NOT_INSIDE.search(head) and not is_named_by_word(head) or _COUNTED.search(head):
        return False
    if sort_of(ending) == "hamlet":
        return len(han) == 3 and _OF_A_FAMILY.match(han) is not None
    return len(head) >= (1 if len(ending) == 1 and sort_of(ending) in ("area", "nature", "street", "site", "founded") and ending != "站" else 2) and not _NO_NAME.match(head)


def is_founded(han: str) -> bool:
    """True for a sect, a palace, a peak: named by common words, and still a name."""
    return len(han) == 3 and sort_of(han[-1]) == "founded"


def is_named_by_word(head: str) -> bool:
    """True for an ordinary word that is rather a name before a kind: 和平 of 和平公园, 第三人民 of 第三人民医院."""
    return sort_of(head) in ("naming", "word") or _NUMBERED.match(head) is not None


def place(han: str) -> tuple[str, ...]:
    """Its wordings, best first: 福田区 -> Futian District, 义乌市 -> Yiwu, 和平公园 -> Heping Park, Peace Park."""
    if han in PLACES:
        return (PLACES[han],)
    ending = kind_of(han)
    if not ending:
        return (pinyin(han),)
    head, (en, sort) = han[: -len(ending)], _kinds()[ending]
    if sort == "hamlet" or en == "zhou":
        return (pinyin(han),)
    if sort == "company":
        return (_company(han),)
    first = f"{_head(head)} {en}".strip()
    other = _kinds().get(head, ("", ""))[0]
    return tuple(dict.fromkeys(w for w in (first, f"{other} {en}" if other else "", pinyin(han) if len(ending) == 1 else "") if w))


def _head(head: str) -> str:
    """What stands before the kind: numbers and words of the table in English, everything else spelled."""
    parts: list[str] = []
    spelled = ""

    def spell() -> None:
        nonlocal spelled
        if spelled:
            parts.append(pinyin(spelled))
        spelled = ""

    at = 0
    while at < len(head):
        numbered = _NUMBERED.match(head, at)
        # 市 and 县 end a name of their own: 深圳市第三.
        word = next((head[at : at + size] for size in (3, 2) if sort_of(head[at : at + size]) == "word"), "")
        if numbered and (number := value(numbered[1])) is not None:
            spell()
            parts.append(f"No. {number:g}")
            at = numbered.end()
        elif word:
            spell()
            parts.append(_kinds()[word][0])
            at += len(word)
        else:
            area = head[at] in "市省县区" and len(spelled) >= 2
            if area:
                ending = _kinds()[head[at]][0]
                spell()
                parts.append(ending)
            else:
                spelled += head[at]
            at += 1
    spell()
    return " ".join(filter(None, parts))


def _company(han: str) -> str:
    """华隆电子集团有限公司 -> Hualong Electronics Group Co., Ltd.: each kind from the end on, then what is left as a name."""
    kinds: list[str] = []
    while (ending := _business(han) or (_inner(han) if kinds else "")) and len(han) - len(ending) >= 2:
        if not (kinds and ending == "股份"):
            kinds.append(_kinds()[ending][0])
        han = han[: -len(ending)]
    return " ".join((_head(han), *reversed(kinds)))


def _business(han: str) -> str:
    ending = kind_of(han)
    return ending if sort_of(ending) == "company" else ""


def _inner(han: str) -> str:
    """建设 of 华海建设有限公司: what a company does, said by a word that is a name elsewhere."""
    en, sort = _kinds().get(han[-2:], ("", ""))
    return han[-2:] if en and sort in ("word", "naming") else ""
