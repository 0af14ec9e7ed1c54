"""The tense of a verb that says itself whether it is over, where the sentence leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.english.slots.reports import is_reported
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary.events import is_act, is_event, is_momentary, is_state
from pipeline.english.wording.conjugated import finite
from pipeline.english.wording.wording import Form


def in_time(zh: str, en: str, slot: Slot) -> Slot:
    """``slot`` with the tense of the verb: what is done at a time is over, where nothing else tells; what is so is not, where what stands around tells both."""
    if slot.asked_who and slot.tense != "past":
        # "Who taught you to swim?"
        return slot if is_state(en) else replace(slot, tense="past")
    if slot.mixed and slot.tense == "past":
        return _in_present(slot) if is_state(en) else slot
    if slot.tense == "past":
        return slot
    once = slot.untold and (is_momentary(en) or slot.known and (slot.lasting or is_event(zh, en) or zh[:1] == "被" and len(zh) > 2) or is_reported(en, slot.reported))
    return replace(slot, tense="past") if once or slot.mixed and not slot.general and is_act(zh, en) else slot


def in_other_time(zh: str, en: str, slot: Slot) -> Iterator[Form]:
    """The tense that the verb itself spoke against: a reviewer sees both."""
    if slot.mixed and is_act(zh, en) != is_state(en):
        yield finite(en, _in_present(slot) if slot.tense == "past" else replace(slot, tense="past")), 0.75, "finite"


def _in_present(slot: Slot) -> Slot:
    return replace(slot, tense="plain" if slot.subject_plural or slot.speaker else "s3")
