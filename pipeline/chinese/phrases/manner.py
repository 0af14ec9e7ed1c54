"""How something is done, behind 得: 跑得很快 "run very fast", 睡得太晚 "sleep too late", 哭得很伤心 "cry very sadly"."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.english.inflection import forms
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


# To what point something is so: 低得可怜.
_POINTS = {
    "可怜": "pitifully", "吓人": "frighteningly", "惊人": "astonishingly", "离谱": "ridiculously", "离奇": "bizarrely", "要命": "terribly", "要死": "terribly", "不得了": "extremely", "了不得": "extremely", "不行": "terribly", "厉害": "terribly", "可怕": "frighteningly",
    "出奇": "surprisingly", "过分": "excessively", "令人发指": "appallingly", "令人吃惊": "astonishingly", "让人吃惊": "astonishingly", "令人咋舌": "staggeringly", "让人咋舌": "staggeringly", "难以置信": "incredibly", "令人难以置信": "incredibly", "不可思议": "incredibly",
    "不可开交": "extremely", "一塌糊涂": "terribly", "令人发慌": "unbearably", "难以忍受": "unbearably", "让人心疼": "heartbreakingly", "令人心疼": "heartbreakingly", "荒唐": "absurdly", "荒谬": "absurdly", "恰到好处": "just right", "刚好": "just right", "正好": "just right",
}  # fmt: skip


def to_what_point(text: str, quality: str) -> str:
    """低得可怜 "pitifully low": ``quality`` with what stands behind 得; "" where that tells no point."""
    point = _POINTS.get(text, "")
    return "" if not point else f"{point} {quality}" if point.endswith("ly") else f"{point.removesuffix(' right')} as {quality} as it should be"


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
