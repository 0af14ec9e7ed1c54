"""Which wording of a word that links, weighs or stresses a sentence asks for: 还是 is "or" in a question, "still" elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.english.slots.slot import Slot
from pipeline.english.wording.wording import Form
from pipeline.model import rounded

# What is asked for stands out clearly, and what is not is left behind.
_FOREMOST, _EACH_NEXT, _BEHIND = 1.3, 0.78, 0.6

# For a word the wordings, best first, of the first row of which all names hold; a name behind "-" must not (see english/slots/joints.py).
_ROWS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "还是": (("asked comma", ("or",)), ("asked complete phrase", ("or",)), ("whether -verb -ends", ("or",)), ("asked acted bare -pronoun", ("or",))),
    "因为": (("clause complete", ("because", "since", "as")), ("start clause main", ("because", "since", "as"))),
    "由于": (("clause complete", ("because", "since", "as")), ("start clause main", ("because", "since", "as"))),
    "哪怕": (("denied", ("even",)), ("phrase -start", ("even", "if only")), ("start -main", ("even",))),
    "即使": (("phrase -start", ("even",)), ("start -main", ("even",))),
    "即便": (("phrase -start", ("even",)), ("start -main", ("even",))),
    "就算": (("phrase -start", ("even",)), ("start -main", ("even",))),
    "尽管": (("clause", ("although", "though", "even though")), ("start phrase", ("despite", "in spite of"))),
    "随着": (("start clause main", ("as",)),),
    "鉴于": (("start clause main", ("given that", "since", "as")),),
    "只有": (("start clause -main", ("only",)), ("start verb", ("only",)), ("start phrase -main", ("only",))),
    "高达": (("be phrase", ("as high as", "as much as", "up to")), ("be verbless -ends", ("as high as", "as much as", "up to"))),
    "旨在": (("be bare", ("designed to", "intended to", "meant to")),),
    "应当": (("start bare", ("you should",)),),
    "应该": (("start bare", ("you should",)),),
    "必须": (("start bare", ("you must",)),),
    "可以": (("start bare", ("you can",)),),
    "切勿": (("start bare", ("do not", "never")),),
    "试着": (("start bare", ("try to",)),),
    "即将": (("bare singular", ("is about to",)),),
    "以前": (("than", ("before",)),),
    "不妨": (("start bare", ("why not",)), ("bare", ("might as well", "may as well"))),
    "何必": (("start bare", ("why", "why bother to")),),
    "以下": (("number", ("under", "below")),),
    "以上": (("number", ("over", "above")),),
    "总共": (("number", ("a total of", "in total")),),
    "不准": (("be infinitive", ("not allowed", "forbidden")),),
    "至多": (("number", ("at most", "up to")),),
    "至少": (("number", ("at least",)),),
    "海量": (("bare-noun -be", ("masses of", "vast amounts of")),),
    "无处": (("bare", ("nowhere to", "no place to")),),
    "更何况": (("start", ("what is more", "besides", "moreover")), ("clause", ("and besides", "especially as", "let alone"))),
    "何况": (("start", ("besides", "moreover")), ("clause", ("and besides", "especially as", "let alone")), ("phrase", ("let alone", "not to mention"))),
    "自": (("since phrase", ("since", "ever since")), ("since clause", ("since", "ever since"))),
    "谁": (("start verb twice -asked", ("whoever", "anyone who")),),
    "一边": (("clause -aside", ("while", "as")),),
    "其中": (("comma verbless", ("among them", "including")), ("aside", ("among them",))),
    "千万": (("helper denying", ("under any circumstances", "on any account")), ("denying", ("whatever you do", "under no circumstances")), ("denied", ("under any circumstances", "on any account")), ("start bare", ("be sure to", "make sure to"))),
    "到底": (("before-question", ("exactly", "actually", "really")), ("asked behind-question", ("on earth", "exactly", "really")), ("behind-question", ("exactly", "actually", "really")), ("asked", ("really", "on earth", "exactly")), ("ends", ("to the end", "to the last"))),
    "究竟": (("before-question", ("exactly", "actually", "really")), ("asked behind-question", ("on earth", "exactly", "really")), ("behind-question", ("exactly", "actually", "really"))),
    "倒": (("verb", ("actually", "on the contrary")),),
    "根本": (("denying", ("simply", "at all")), ("denied bare", ("at all", "really"))),
    "明显": (("verb -changes", ("clearly", "obviously", "evidently")), ("participle -changes", ("clearly", "obviously", "evidently"))),
    "似乎": (("singular have", ("seems to", "appears to")),),
    "为此": (("aside", ("for this reason", "therefore", "to this end")),),
}


def asked_by_sentence(zh: str, slot: Slot) -> tuple[str, ...]:
    """The wordings of ``zh`` that the sentence asks for at ``slot``, best first; none where it leaves that open."""
    rows = _ROWS.get(zh)
    if not rows:
        return ()
    joint = slot.joint
    return next((wordings for names, wordings in rows if all((name[1:] not in joint) if name[0] == "-" else name in joint for name in names.split())), ())


def as_asked(forms_of: dict[str, Form], en: str, asked: tuple[str, ...], pos: str, written: Callable[[str], str] | None) -> dict[str, Form]:
    """The forms of ``en``: it stands as it is where it is among those ``asked`` for, else behind them."""
    if en not in asked:
        return {text: (text, rounded(_BEHIND * fit), kind) for text, fit, kind in forms_of.values()}
    text = written(en) if written else en
    return {**forms_of, text: (text, _FOREMOST * _EACH_NEXT ** asked.index(en), "conj" if pos == "conj" else "adv")}
