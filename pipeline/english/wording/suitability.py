"""How well a kind of word would serve a place: as its slot says, unless this wording serves it better or worse."""

from __future__ import annotations

from pipeline.english.slots.closing import says_when_or_where
from pipeline.english.slots.slot import Slot
from pipeline.english.vocabulary.events import is_over
from pipeline.english.vocabulary.governors import DONE_TO_THINGS, WITH_OBJECT_ONLY
from pipeline.english.vocabulary.times import names_time
from pipeline.english.vocabulary.transitivity import has_object, is_intransitive
from pipeline.lexicon.termbase import Term

# How well a preposition fits at least where a sentence is complete and a noun phrase follows.
LEADING = 0.9
_SUBORDINATE = 0.97
# The kinds of which no rule below speaks.
_AS_ASKED = frozenset(("attr", "inf", "done", "clause", "num", "measure"))
_MAYBE = 0.3
_DONE_TO_SOMETHING = WITH_OBJECT_ONLY | DONE_TO_THINGS | frozenset("support sponsor fund finance subsidize supervise guide assist help".split())
# What a clause follows without "that", said of a thing or of somebody.
_STATING = frozenset("show mean suggest prove say believe think hope indicate imply fear admit insist claim feel know realize".split())


def suitability(kind: str, term: Term, en: str, pos: str, slot: Slot) -> float:
    """How well ``en`` as a ``kind`` would fit: as the slot says, unless this wording serves it better or worse."""
    want = slot.want(kind)
    if kind in _AS_ASKED:
        return want
    if kind == "prep" and slot.nominal:
        # Between two nouns what can be "with" is rather "and".
        want = max(want, LEADING) if en != "with" or slot.objective else min(want, 0.95 * slot.want("conj"))
    elif kind == "finite":
        if want >= _MAYBE and slot.want("ing") < 0.5 and is_over(term, term.pos):
            # 创造了历史: it tells what happened, so that it is the verb of its clause wherever that may have one and nothing else is likelier.
            want = max(want, LEADING)
        if slot.states and en in _STATING:
            # "The change in tone shows a deal is near".
            want = max(want, 1.05)
        if slot.ends and not slot.start and pos == "verb" and (term.zh.endswith("了") or ("tense", "past") in term.forms) and max(slot.want("verb"), slot.want("done"), slot.want("adj")) < 0.9:
            # "the factory in which he worked 倒闭了, and": that it is over is told by the verb of a clause.
            want = max(want, LEADING)
    elif kind == "verb" and term.zh.endswith("了") and slot.want("finite") >= _MAYBE:
        # 制定了: what is over is no bare verb where the clause may have a finite one.
        want *= 0.6
    elif kind == "ing" and slot.led and slot.ends and en in _DONE_TO_SOMETHING:
        # "without supporting" leaves open whom: there it is the name of what is done.
        want *= 0.8
    elif kind == "adj" and slot.ends and pos == "prep":
        # "The hotel is close to" cannot be.
        want *= 0.3
    elif slot.closing and kind in ("adv", "noun") and _tells_when_or_where(term, en, pos):
        # "opens its shop only on weekends": no noun stands there.
        want = 1.0 if kind == "adv" else 0.6 * want
    elif slot.closing and kind in ("noun", "adv") and (pos in ("adj", "adv") or dict(term.slots).get("adv") and en in (term.en, *term.also)):
        # "read this guide completely", "fold the shirt neatly": no quality is named there.
        want = max(want, LEADING) if kind == "adv" else 0.5 * want
    elif kind == "adv" and (slot.ends or slot.start) and _is_subordinate(term):
        # "the building 只要你有通行证": when and why stands behind any clause.
        want = max(want, _SUBORDINATE)
    if slot.leads and kind in ("conj", "prep", "pp") and en.endswith(" to"):
        # "left early ... catch the train".
        want = max(want, LEADING)
    return want


def _tells_when_or_where(term: Term, en: str, pos: str) -> bool:
    return pos == "adv" and says_when_or_where(en) or pos == "noun" and (names_time(en) or any(name == "adv" and says_when_or_where(text) for name, text in term.slots))


def _is_subordinate(term: Term) -> bool:
    """True for a clause with its conjunction: "as long as you have a pass"."""
    return term.pos == "adv" and (term.en.startswith(("to ", "when ", "without ", "while ", "during ", "compared with ", "no matter ", "regardless of ", "in order ", "unlike ", "according to ", "due to ", "because of ")) and len(term.zh) > 2 or any(name == "past" for name, _ in term.forms))


def is_done_to_somebody(term: Term) -> bool:
    """True for a noun that names what is done to somebody: 嘲笑 "ridicule", and not 就业 "employment"."""
    return any(name == "verb" and not has_object(verb) and not is_intransitive(verb) for name, verb in term.slots)
