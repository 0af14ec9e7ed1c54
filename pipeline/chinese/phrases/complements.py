"""What stands behind a Chinese verb and says where it leads or what becomes of it: 跑出去 "run out", 暗下来 "grow dark", 聊起来 "start chatting"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.chinese.phrases.rendering import form
from pipeline.lexicon.termbase import Term

# Which way, behind a verb of motion; what ends in a preposition takes the place that follows: 流回 "flow back to".
_WHERE = {
    "起来": "up", "下来": "down", "下去": "down", "出来": "out", "出去": "out", "进来": "in", "进去": "in", "回来": "back", "回去": "back", "过来": "over", "过去": "over", "上来": "up", "上去": "up",
    "走": "away", "回": "back to", "进": "into", "出": "out of", "下": "down",
}  # fmt: skip
_MOTION = frozenset(
    "sit stand lie walk run come go jump climb fly swim crawl march rush hurry ride leap slide slip sink float roll flow pour dash drive sail squeeze sneak drift push pull drag carry throw toss send take bring move turn "
    "hand pass pick lift lead drop stride charge flee escape fall creep bounce hop step blow wash stroll spring burst".split()
)
# What has no end of its own, so that it is told that it begins or goes on.
_LASTING = frozenset(
    "chat talk speak discuss argue quarrel debate cry weep laugh giggle sing dance shout yell scream work play run clap applaud tremble shake shiver cough bark fight eat drink read write think worry search "
    "sob howl snore hum whisper panic complain study learn train practice practise search look knock burn boil rain snow smoke wonder ponder calculate count move live wait endure".split()
)
_BEGINS, _GOES_ON = ("起来",), ("下去",)
_BECOMES = ("起来", "下来", "下去")
# What they become is one word with its verb already.
_VERBS_OF_BECOMING = ("grow", "get", "turn")


def led(word: Term, complement: str) -> Term | None:
    """``word``, a verb or an adjective, with ``complement`` behind it; None where that says nothing more than the word."""
    past = complement.startswith("了") or complement.endswith("了")
    sign = complement.strip("了")
    made = _led(word, sign)
    if made is None or not past:
        return made
    return replace(made, zh=word.zh + complement, forms=(*made.forms, ("tense", "past")))


def _led(word: Term, sign: str) -> Term | None:
    zh = word.zh + sign
    if word.pos == "adj":
        if sign not in _BECOMES or " " in word.en:
            return None
        return Term(zh, f"become {word.en}", "verb", also=tuple(f"{verb} {word.en}" for verb in _VERBS_OF_BECOMING))
    if word.pos != "verb" or not word.en.isalpha():
        return None
    if sign in _BEGINS and word.en in _LASTING:
        return Term(zh, f"start {form(word, 'ing')}", "verb", also=(f"begin to {word.en}",))
    if sign in _GOES_ON and word.en in _LASTING and word.en not in ("eat", "drink"):
        return Term(zh, f"go on {form(word, 'ing')}", "verb", also=(f"continue to {word.en}", f"keep {form(word, 'ing')}"))
    if sign in _WHERE and word.en in _MOTION:
        where = _WHERE[sign]
        return Term(zh, f"{word.en} {where}", "verb", forms=tuple((name, f"{bent} {where}") for name, bent in word.forms if name in ("s3", "past", "done", "ing")))
    return None


def able(verb: Term) -> Term:
    """打得开: "can open"."""
    done = verb.en
    own = (("s3", f"can {done}"), ("plain", f"can {done}"), ("past", f"could {done}"), ("done", f"been able to {done}"), ("ing", f"being able to {done}"))
    return Term(verb.zh, f"can {done}", "verb", slots=(("adj", f"able to {done}"),), forms=own)


def unable(verb: Term, link: str = "") -> Term:
    """听不到: "cannot hear"."""
    own = (("s3", f"cannot {verb.en}"), ("plain", f"cannot {verb.en}"), ("past", f"could not {verb.en}"), ("done", f"been unable to {verb.en}"), ("ing", f"being unable to {verb.en}"))
    return Term(verb.zh + link, f"cannot {verb.en}", "verb", slots=(("adj", f"impossible to {verb.en}"),), forms=own)


def over(verb: Term) -> Term:
    """抬起了头: it is over."""
    return replace(verb, slots=(), forms=(*verb.forms, ("tense", "past")))


COMPLEMENTS_TOLD = frozenset((*(f"{before}{sign}{after}" for sign in _WHERE for before, after in (("", ""), ("了", ""), ("", "了")) if len(sign) > 1), "回", "进", "出", "走", "下"))


def without(run: str, particle: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of ``run`` that ``particle`` parts, each with what it is without it: 走了过来, 抬起了头, 打不开, 看得懂."""
    for at in (n for n, sign in enumerate(run) if sign == particle and 0 < n < len(run) - 1):
        for start in range(max(0, at - 3), at):
            for end in range(at + 2, min(len(run), at + 4) + 1):
                yield start, end, run[start:at] + run[at + 1 : end]
