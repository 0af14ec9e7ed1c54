"""What stands around a word on both sides: 以音乐为主题 "with music as its theme", 离学校很近 "close to the school"."""

from __future__ import annotations

from pipeline.english.inflection import forms
from pipeline.lexicon.termbase import Term

_TAKEN_AS = {"为中心": "centered", "为核心": "centered", "为基础": "based", "为导向": "oriented", "为主导": "led"}


def taken_as(taken: Term, what: Term) -> Term:
    """以客户为中心: "centered on customers", "customer-centered"."""
    as_kind = _TAKEN_AS.get(what.zh)
    one_word = forms.singular(taken.en)
    return Term("", what.en.format(taken.en), "pp", slots=(("attr", f"{one_word}-{as_kind}"),) if as_kind and one_word.isalpha() else ())


def as_its(_: Term, what: Term) -> str:
    """为主题: "with ... as its theme"."""
    return f"with {{}} as its {what.en}"


def takes_as(taken: Term, what: Term) -> str:
    """以音乐为主题: "take music as its theme"."""
    said = what.en.format(taken.en)
    first, _, rest = said.partition(" ")
    return f"take {rest}" if first == "with" else f"{forms.bare(first)} {rest}" if first in ("taking", "making") else f"be {said}"


# 离学校很近 "close to the school".
_DISTANCES = {"near": "close to", "close": "close to", "nearby": "close to", "far": "far from", "distant": "far from"}


def distant(where: Term, how: Term) -> str:
    """离学校很近: "close to the school"."""
    return f"{_DISTANCES.get(how.en.rpartition(' ')[2], how.en + ' from')} {where.en}"


def away(_: Term, n: Term) -> str:
    """What something is away from."""
    return n.en if n.pos != "noun" or n.countable in ("no", "plural") else f"the {n.en}"
