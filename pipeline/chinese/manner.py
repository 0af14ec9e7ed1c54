"""How something is done, behind 得: 跑得很快 "run very fast", 睡得太晚 "sleep too late", 哭得很伤心 "cry very sadly"."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.english import forms
from pipeline.lexicon.termbase import Term

# 很 alone says hardly more than that an adverb follows.
_DEGREES = {
    "非常": "extremely", "特别": "particularly", "十分": "very", "相当": "quite", "比较": "fairly", "这么": "so", "那么": "so", "如此": "so", "有点": "a bit", "有些": "rather", "很": "very", "太": "too", "真": "really", "挺": "quite",
}  # fmt: skip
_MANNERS = {
    "快": "fast", "慢": "slowly", "好": "well", "晚": "late", "早": "early", "少": "little", "多": "much", "远": "far", "近": "close", "高": "high", "低": "low", "深": "deeply", "紧": "tightly", "重": "heavily", "轻": "lightly", "沉": "soundly",
    "香": "soundly", "熟": "soundly", "大声": "loudly", "小声": "quietly", "清楚": "clearly", "认真": "carefully", "仔细": "carefully", "开心": "happily", "高兴": "happily", "伤心": "sadly", "难过": "sadly", "差": "badly", "糟": "badly", "准": "accurately",
    "稳": "steadily", "辛苦": "hard", "努力": "hard", "厉害": "badly", "久": "long", "细": "finely", "薄": "thinly", "厚": "thickly", "直": "straight", "慌": "anxiously", "急": "hurriedly", "甜": "sweetly", "美": "beautifully", "漂亮": "beautifully",
}  # fmt: skip


# Without a degree these, too, say how: 卖得好 "sell well", though 看得清 is "can see".
_HOW_WELL = ("好", "快", "慢", "晚", "早", "差", "糟", "多", "少", "久", "认真", "辛苦", "漂亮")


def manner(text: str, adjective: Callable[[str], Term | None]) -> str:
    """The English of what stands behind 得, a degree and how it is done; "" for anything else. ``adjective`` looks one up."""
    degree = next((sign for sign in _DEGREES if text.startswith(sign)), "")
    how = text.removeprefix(degree)
    if not degree and how in _HOW_WELL:
        return _MANNERS[how]
    if not degree or not how:
        return ""
    if how in _MANNERS:
        return f"{_DEGREES[degree]} {_MANNERS[how]}"
    term = adjective(how)
    if term is None:
        return ""
    adverb = dict(term.slots).get("adv") or (forms.adverb(term.en) if term.en.isalpha() else "")
    return f"{_DEGREES[degree]} {adverb}" if adverb and " " not in adverb else ""
