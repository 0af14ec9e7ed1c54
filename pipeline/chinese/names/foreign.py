"""Foreign names that Chinese writes by their sound: 约翰·史密斯 -> John Smith, 穆罕默德本萨勒曼 -> Mohammed bin Salman."""

from __future__ import annotations

import functools
import pathlib
import re

from pipeline.lexicon.tables import shipped_rows
from pipeline.once import once
from pipeline.script import HAN_RUN

TABLE = pathlib.Path(__file__).parent.parent.parent / "data" / "names" / "foreign.csv"
_TRANSCRIBED = frozenset("克斯尔特德尼拉姆森逊普朗里茨伯格贝索乔布盖奥巴希泽连默马龙扎亚历丹凯莱恩治亨利露西爱丽丝梅迪维奇夫卡诺弗洛伊科罗杰迈保彼雷哈兰费勒纳达托什基娜莎戴琳妮蒂菲萨瓦")
# Further characters that transcribe; a run of three and more of nothing else is a foreign name.
_TRANSCRIBES = _TRANSCRIBED | frozenset(
    "阿艾安本比波伯布查达德丁杜多恩法盖格戈古哈海赫胡怀吉加坎康考库奎莱劳列林卢鲁路伦洛曼门蒙米密摩莫穆南内涅宁纽诺努欧帕潘佩彭皮珀齐切琴让荣塞桑瑟沙尚舍施史什思"
    "蓬苏泰坦汤滕提廷图脱万威韦温沃乌伍武西夏谢辛雅扬耶叶因英尤约泽詹兹宗朱佐赛罕砂越"
)
_PARTING = re.compile(r"[·•‧]")
# 本 and 梅 are words of their own: a part of a name only beside longer ones.
_SHORTEST_ALONE = 2


@functools.cache
def _known() -> dict[str, str]:
    return {row["zh"]: row["en"] for row in shipped_rows(TABLE)}


def looks_foreign(han: str) -> bool:
    """A transcription: parts joined by a dot, known parts that follow each other, or three and more characters that mostly transcribe."""
    if _PARTING.search(han) or len(han) >= _SHORTEST_ALONE and _joined(han):
        return True
    return len(set(han)) >= 2 and len(han) >= 3 and HAN_RUN.fullmatch(han) is not None and (sum(c in _TRANSCRIBED for c in han) / len(han) >= 0.75 or looks_transcribed(han))


def looks_transcribed(han: str) -> bool:
    """True where every character is one that transcribes foreign names."""
    return all(c in _TRANSCRIBES for c in han)


def foreign(han: str) -> tuple[str, ...]:
    """The original of a transcribed name where all its parts are known; else nothing."""
    parts = [part for part in _PARTING.split(han) if part]
    if not parts or len(parts) == 1 and len(han) < _SHORTEST_ALONE:
        return ()
    known = [part_of(part, number > 0) for number, part in enumerate(parts)]
    return (" ".join(known),) if all(known) else ()


def part_of(han: str, inside: bool = False) -> str:
    """The original of one part between dots, nothing where it is not known; ``inside`` where others stand before it: 本 is Ben, or bin."""
    return "bin" if inside and han == "本" else _known().get(han) or _joined(han)


@once(1 << 12)
def _joined(han: str) -> str:
    """``han`` as known parts, the fewest that there are; nothing where some of it is none of them."""
    known = _known()
    best: list[list[str] | None] = [[], *([None] * len(han))]
    for end in range(1, len(han) + 1):
        for start in range(max(0, end - 7), end):
            before, part = best[start], known.get(han[start:end])
            if before is not None and part and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = [*before, part]
    found = best[-1] or []
    found = [*found[:1], *("bin" if part == "Ben" else part for part in found[1:])]
    # 李雷 and 让汗 are no foreigners: most of the name has to be known in pieces of some length.
    return " ".join(found) if found and len(han) >= 2 * len(found) else ""
