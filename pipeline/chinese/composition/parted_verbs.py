"""A verb that 了, 过 or 着 parts from how often or how long: 打了个电话 is 打电话, 睡了一觉 睡觉, 擦了擦汗 擦汗, 说过话 说话, 喊了一声 and 尝了一口 hardly more than the verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.english.inflection import forms
from pipeline.lexicon.termbase import Term

# How often, which English leaves out behind its verb: 喊了一声 "shouted".
_ONCE = ("一声", "一口", "一下", "一脚", "一拳", "一眼", "一刀", "一枪", "一顿", "一番", "一通", "下", "声")
_ONE = ("一个", "个", "一口", "口", "一")
_FOR_SO_LONG = {
    "片刻": "for a moment", "一会儿": "for a while", "一会": "for a while", "一阵": "for a while", "一阵子": "for a while", "好一会儿": "for quite a while", "半天": "for a long time", "半晌": "for a long while", "许久": "for a long time",
    "很久": "for a long time", "好久": "for a long time", "良久": "for a long time", "一夜": "all night", "一整夜": "all night", "一晚上": "all evening", "一天": "all day", "一整天": "all day",
}  # fmt: skip


# 喘着气: what goes on beside something else.
GOING_ON = "着"


# 等一会儿, without 了: it may still be to come.
_STILL = "~"


def parted(run: str, start: int, known: Callable[[str], bool]) -> list[tuple[int, str, str]]:
    """Where a parted verb ends that begins at ``start``, the verb in one, and for how long it goes on, ``GOING_ON`` where only that it does is said; ``known`` says what is a verb of the lexicon."""
    found: list[tuple[int, str, str]] = []
    for size in (1, 2):
        verb, rest = run[start : start + size], run[start + size + 1 :]
        if size == 1 and run[start + 1 : start + 2] == GOING_ON:
            found += [(start + 2 + length, verb + rest[:length], GOING_ON) for length in (1, 2) if len(rest) >= length and known(verb + rest[:length])]
        if size == 1 and run[start + 1 : start + 2] == "过":
            found += [(start + 2 + length, verb + rest[:length], "") for length in (1, 2) if len(rest) >= length and known(verb + rest[:length])]
        found += [(start + size + len(length), verb, _STILL + said) for length, said in _FOR_SO_LONG.items() if "一" in length and run.startswith(length, start + size) and known(verb)]
        if run[start + size : start + size + 1] != "了" or not rest:
            continue
        at = start + size + 1
        found += [(at + len(length), verb, said) for length, said in _FOR_SO_LONG.items() if rest.startswith(length) and known(verb)]
        if size == 1 and rest.startswith(verb):
            found += [(at + size, rest[:size], "") for size in (2, 3) if len(rest) >= size and known(rest[:size])]
        one = next((one for one in _ONE if rest.startswith(one)), "")
        for length in (1, 2, 3):
            what = rest[len(one) : len(one) + length]
            if one and len(what) == length and (whole := next((word for word in (verb + one[:1] + what, verb + what) if known(word)), "")):
                found.append((at + len(one) + length, whole, ""))
        found += [(at + len(once), verb, "") for once in _ONCE if rest.startswith(once) and rest[:2] not in ("下来", "下去") and not any(end >= at + len(once) for end, _, _ in found)]
    return found


def lasted(verb: Term, so_long: str) -> Term:
    """``verb`` as what is over, and how long it went on."""
    if so_long == GOING_ON:
        return replace(verb, slots=(("adv", dict(verb.forms).get("ing") or forms.gerund(verb.en)),))
    past = ("tense", "past")
    if not so_long:
        return replace(verb, forms=(*verb.forms, past))
    over = () if so_long.startswith(_STILL) else (past,)
    so_long = so_long.removeprefix(_STILL)
    if verb.en.endswith(" for"):
        verb = replace(verb, en=verb.en.removesuffix(" for"), forms=())
    own = dict(verb.forms)
    said = {name: f"{own.get(name) or make(verb.en)} {so_long}" for name, make in (("past", forms.past), ("done", forms.participle), ("ing", forms.gerund), ("s3", forms.third_person))}
    return replace(verb, en=f"{verb.en} {so_long}", also=(), slots=(), forms=(*said.items(), *over))
