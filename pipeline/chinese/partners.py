"""Half of a pair of conjunctions whose other half stands in English: "Although ..., 但是很安全" needs no "but", "would rather ..., 也不愿借钱" is "than"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Core(NamedTuple):
    """What is left to say: the English that leads to it, and the Chinese without what the partner says already."""

    before: str
    zh: str


_PAIRS: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...] = tuple(
    (re.compile(rf"^(?:{opening})\b[^.!?;]*,\s*$"), leading, inner)
    for opening, leading, inner in (
        ("although|though|even though|while|despite|in spite of", ("但是", "但", "可是", "不过", "然而", "却"), ("却", "但")),
        ("because|since|as|due to|given|owing to|thanks to", ("所以", "因此", "因而", "于是"), ("就", "便")),
        ("if|unless|when|whenever|once|as soon as|as long as|provided|every time|the moment|after|in case|only if", ("那么", "那", "则", "就", "便"), ("就", "便", "则")),
        ("even if|even though|even when|no matter|whatever|however|whoever|wherever|regardless|whether", ("也", "都", "还是"), ("也", "都", "还是")),
        (r"the (?:more|less|\w+er|better|worse)", ("那么", "就"), ("就",)),
    )
)
_COMPARATIVE = re.compile(r"^the (?:more|less|\w+er|better|worse)\b[^.!?;]*,\s*$")
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely)\b")
_INVERTED = re.compile(r"\bnot (?:only|just|merely) (?:did|does|do|has|have|had|is|are|was|were|will|can|could|would) (he|she|it|they|we|you|i)\b")
_RATHER = re.compile(r"\b(?:would|'d) rather\b|\bprefer(?:s|red)? to\b")
# "must 不得接受": the modal verb stands in English.
_MODAL = re.compile(r"\b(?:must|should|may|shall|can|could|will|would|might)\s*$")
_REFUSED = ("不得", "不能", "不可以", "不可", "不应该", "不应", "不许", "不准", "不会", "不要")
_HELPERS = ("必须", "应该", "应当", "可以", "能够", "可能会", "可能", "能", "会", "将会", "将", "应")
_SO, _TOO = re.compile(r"\bso (?:\w+ly )?\w+\s*$"), re.compile(r"\btoo (?:\w+ly )?\w+\s*$")
_SO_THAT = ("以至于", "以致于", "以至", "以致")
_ALSO = ("而且还", "而且也", "而且", "并且还", "并且", "还", "也", "更")
_NOT_RATHER = ("也不愿意", "也不愿", "也不想", "也不肯", "而不愿", "而不是去", "而不是", "也不")
_ALL = re.compile(r"\b(?:both|all|every|each|even|neither)\b[^.,!?;]*$")
_UNABLE = ("不能", "无法", "没法")
# Of a modal verb they are no part of a word: 就会 "will".
_MODALS = "会能可要得必应"


def core_of(zh: str, left: str, is_word: Callable[[str], bool]) -> Core | None:
    """``zh`` without what its partner in ``left``, the sentence before it in lower case, says; None where it has none."""
    if _NOT_ONLY.search(left):
        lead = next((sign for sign in _ALSO if zh.startswith(sign) and len(zh) > len(sign) + 1 and not is_word(zh[: len(sign) + 1])), "")
        if not lead:
            return None
        inverted = _INVERTED.search(left)
        if inverted:
            return Core(f"but {'I' if inverted[1] == 'i' else inverted[1]} also", zh[len(lead) :])
        return Core("also" if left.rstrip().endswith(" but") else "" if left.rstrip().endswith("also") else "but also", zh[len(lead) :])
    if _RATHER.search(left) and (lead := next((sign for sign in _NOT_RATHER if zh.startswith(sign) and len(zh) > len(sign) + 1), "")):
        return Core("than", zh[len(lead) :])
    if _MODAL.search(left):
        if refused := next((sign for sign in _REFUSED if zh.startswith(sign) and len(zh) > len(sign) + 1), ""):
            return Core("not", zh[len(refused) :])
        if helper := next((sign for sign in _HELPERS if zh.startswith(sign) and len(zh) > len(sign) + 1 and not is_word(zh[: len(sign) + 1])), ""):
            return Core("", zh[len(helper) :])
    if lead := next((sign for sign in _SO_THAT if zh.startswith(sign)), ""):
        rest = zh[len(lead) :]
        if _TOO.search(left):
            unable = next((sign for sign in _UNABLE if rest.startswith(sign)), "")
            return Core("to", rest[len(unable) :]) if unable else None
        return Core("that", rest) if _SO.search(left) and rest else None
    if zh.endswith("都") and _ALL.search(left):
        return Core("", zh[:-1])
    if _COMPARATIVE.match(left) and zh.lstrip("就那么").startswith("越"):
        # The subject is left out: "the easier it becomes".
        return Core("", "它" + zh.lstrip("就那么"))
    for opening, leading, inner in _PAIRS:
        if opening.match(left):
            if lead := next((sign for sign in leading if zh.startswith(sign) and len(zh) > len(sign) + 1 and not is_word(zh[: len(sign) + 1])), ""):
                return Core("", zh[len(lead) :])
            for sign in inner:
                at = zh.find(sign, 1, 8)
                if 0 < at < len(zh) - len(sign) and not is_word(zh[at - 1 : at + 1]) and (zh[at + len(sign)] in _MODALS or not is_word(zh[at : at + len(sign) + 1])):
                    return Core("", zh[:at] + zh[at + len(sign) :])
    return None
