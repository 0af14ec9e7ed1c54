"""Which phrases are no more than guesses: single characters of a dictionary strung together."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.chinese.bound import AGENTS, HEADS, PLACES
from pipeline.chinese.closed_classes import AND, EVEN, EVEN_SO, OF, PASSIVE, PRONOUNS, WHAT

AGAIN = "又"
_GRAMMAR = frozenset("把将让使给对向从往跟")
# Words of one character that mean in a phrase what they mean alone.
_PLAIN = frozenset("写看说听吃喝买卖走跑问书鱼狗猫马树偷修停哭笑信钱酒茶药雨雪门灯店货")
# No part of a guess, whatever it is.
_KNOWN = frozenset((*AND, OF, PASSIVE, *_GRAMMAR, *HEADS, *PLACES, *AGENTS))
_MEANT = frozenset((*PRONOUNS, *WHAT, *EVEN_SO, EVEN, *_PLAIN))


def is_guesswork(parts: Sequence[str], rank: int) -> bool:
    """True for the sum of such ``parts``: 杯水车薪 is no "cup water car firewood"."""
    if len(parts) == 1 or AGAIN in parts or len(parts) == 2 and (parts[0] == PASSIVE or parts[1] in PRONOUNS):
        # 被骂, 骂我: who does it, or whom, is no guess.
        return False
    single = sum(len(part) == 1 and part not in _MEANT for part in parts if part not in _KNOWN)
    return rank > 1 and single * 3 > len(parts)
