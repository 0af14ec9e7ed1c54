"""Names of people with their titles and forms of address: 王先生 -> Mr. Wang, 记者周润健 -> reporter Zhou Runjian."""

from __future__ import annotations

import functools
import pathlib

from pipeline.chinese.names.persons import is_spelled_surname, is_surname, looks_like_person, person, pinyin, surname_reading
from pipeline.lexicon.tables import shipped_rows
from pipeline.once import once

TABLE = pathlib.Path(__file__).parent.parent.parent / "data" / "names" / "titles.csv"
# Behind a surname in Latin letters these are other words: Wang总 is a part of 总共 as often as a title.
_NO_ADDRESS = ("某", "某某", "氏", "总", "队", "工", "导", "少", "老")
# A lady of the palace is called by a virtue: 淑妃.
_OF_CONSORTS, _HONOURED = ("妃", "贵妃", "嫔"), frozenset("淑德贤惠华丽容敬庄静端柔宸懿慧怡婉昭仪祺纯愉瑾玫嘉令颖庆舒舍曦宜荣熹")
_NICKNAMES = {"老": "Lao", "小": "Xiao", "阿": "Ah"}


@functools.cache
def _table(*where: str) -> dict[str, str]:
    """Titles at these places with their English."""
    return {row["zh"]: row["en"] for row in sorted(shipped_rows(TABLE), key=lambda row: row["zh"]) if row["where"] in where}


@functools.cache
def _lengths(*where: str) -> tuple[int, ...]:
    """How long the titles at these places are, the longest first."""
    return tuple(sorted({len(title) for title in _table(*where)}, reverse=True))


@once(1 << 12)
def titled(han: str) -> tuple[str, ...]:
    """Surname with a title or form of address: 王先生 -> Mr. Wang, 老李 -> Lao Li."""
    if len(han) == 2 and han[0] in _NICKNAMES and (is_surname(han[1]) or han[0] == "阿"):
        return (_NICKNAMES[han[0]] + " " + (surname_reading(han[1]) or pinyin(han[1])),)
    titles = _table("behind", "surname")
    if han[:1] in _HONOURED and han[1:] in _OF_CONSORTS:
        return (titles[han[1:]].format(pinyin(han[0])), pinyin(han[0]))
    for size in _lengths("behind", "surname"):
        name, title = han[:-size], han[-size:]
        if name and title in titles and (is_surname(name) or looks_like_person(name) and len(title) > 1 and title not in _table("surname")):
            read = (person(name) or (surname_reading(name) or "",))[0]
            return (titles[title].format(read), read) if read else ()
    return ()


def addressed(latin: str, title: str) -> str:
    """A surname in Latin letters with the title that stands behind it: Wang, 先生 -> Mr. Wang; nothing for no title."""
    en = _table("behind").get(title)
    return en.format(latin) if en and title not in _NO_ADDRESS and is_spelled_surname(latin) else ""


@once(1 << 12)
def led(han: str) -> tuple[str, ...]:
    """A name behind its title: 记者周润健 -> reporter Zhou Runjian."""
    titles = _table("before")
    for size in _lengths("before"):
        title, name = han[:size], han[size:]
        if len(name) >= 2 and title in titles and looks_like_person(name):
            return tuple(f"{titles[title]} {read}" for read in person(name))
    return ()
