"""The finite form of a verb that a slot asks for."""

from __future__ import annotations

from pipeline.english.inflection import forms
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary.events import is_act


def finite(en: str, slot: Slot) -> str:
    """ "does not know", "knew", "knows", "are about to"."""
    if en == "be" or en.startswith("be "):
        return be(slot) + en[2:]
    if slot.till_now:
        # "have risen since 2019".
        return f"{'has' if slot.tense == 's3' or slot.tense == 'past' and not slot.subject_plural else 'have'} {forms.participle(en)}"
    if slot.as_if and is_act("", en):
        # "looked as if he had seen a ghost".
        return f"had {forms.participle(en)}"
    if en.startswith("not ") and en != "not":
        helping = {"s3": "does", "past": "did", "plain": "do"}[slot.tense]
        return f"{helping} {en}"
    return {"s3": forms.third_person(en), "past": forms.past(en), "plain": en}[slot.tense]


def be(slot: Slot) -> str:
    """ "am", "was", "were", "is", "are"."""
    if slot.till_now:
        return "has been" if slot.tense == "s3" or slot.tense == "past" and not slot.subject_plural else "have been"
    if slot.speaker:
        return "was" if slot.tense == "past" else "am"
    if slot.tense == "past" and slot.subject_plural:
        return "were"
    return {"past": "was", "s3": "is", "plain": "are"}[slot.tense]
