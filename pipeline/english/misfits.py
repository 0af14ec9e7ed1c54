"""What no verb can be beside the English around it, however well its form fits: "leading to users to lose", "lets me nervous"."""

from __future__ import annotations

from pipeline.english.slots import Slot

_MUCH = ("significantly", "markedly", "considerably", "substantially", "noticeably", "sharply")
_LETTING = ("let", "allow", "enable", "permit")
# What somebody or something goes; all else it goes somehow.
_GONE = frozenset("crazy mad wild wrong bad blind deaf bald bankrupt viral public live missing cold dark quiet silent pale red white green hungry unnoticed astray broke insane native numb limp online offline extinct rotten sour stale".split())


def beside_verbs(en: str, text: str, want: str, pos: str, slot: Slot) -> float:
    """What is left, in [0, 1], of the fit of ``text``, a form of ``en``, where ``slot`` has verbs around it."""
    if slot.unhelped and want == "adv" and pos == "adv" and text == en:
        # "The plan apparently work" cannot be.
        return 0.8
    if slot.plainly and en in _MUCH and want == "adv":
        # "was significantly tired" says how plainly rather than by how much.
        return 0.6
    if slot.becomes_so and en in _LETTING:
        # "lets me nervous" cannot be.
        return 0.5
    if slot.caused and pos == "verb" and en.endswith((" to", " in")):
        # "leading to users to lose" cannot be.
        return 0.6
    if slot.light == "go" and want == "adj":
        # "went smooth", "went shopped" cannot be, "went bankrupt" can.
        return 1.0 if text in _GONE else 0.5
    return 1.0
