"""A modal verb with the verb that it leads: "can be reduced" of what is done to things, "is deep and cannot be crossed"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.english.inflection import forms
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary.governors import DONE_TO_THINGS, WITH_OBJECT_ONLY
from pipeline.english.wording.wording import Form

# Verbs that the bare verb follows, alike in every form.
MODALS = frozenset(("can", "could", "will", "would", "should", "must", "may", "might", "cannot", "will not", "would not", "should not", "must not", "do not", "did not"))


_WITH_PERFECT = frozenset(("should have", "ought to have", "could have", "would have", "might have"))


def with_perfect(en: str, slot: Slot) -> str:
    """ "should have" as what follows asks: "should have been good news", "should arrive"."""
    if en not in _WITH_PERFECT:
        return en
    if slot.leads:
        return en.removesuffix(" have")
    return f"{en} been" if slot.object or slot.head or slot.graded else en


def modal_forms(en: str, own: dict[str, str], slot: Slot) -> Iterator[Form]:
    """``(text, fit, want)`` of the passive where nothing follows that it is done to, and of the verb behind a predicate."""
    helper, _, helped = en.partition(" ")
    how, _, rest = helped.partition(" ")
    after = f" {how}" if how.endswith("ly") and rest else ""
    helped = rest if after else helped
    if helper not in MODALS or not helped:
        return
    passive = slot.ends and (helped in WITH_OBJECT_ONLY or helped in DONE_TO_THINGS)
    if passive and helper == "can" and slot.tense == "past":
        helper = "could"
    if passive:
        # "Costs can be reduced by sharing".
        yield f"{helper} be {forms.participle(helped)}{after}", 1.03, "finite"
    if slot.want("finite") >= 0.25 and slot.want("adj") >= 0.9:
        # Behind an adjective and "and" another verb may stand.
        said = f"{helper} be {forms.participle(helped)}{after}" if passive else own.get(slot.tense, en)
        yield said, 1.0, "adj"
