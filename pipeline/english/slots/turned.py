"""What stands elsewhere than right before a place and still asks for its form: the "is" of a question, the verb before an aside."""

from __future__ import annotations

from dataclasses import replace

from pipeline.english.sentence.place import Place

_PRONOUNS = frozenset("it that this he she they you we these those everything everyone anything anyone".split())
# As many words an aside may have, "of course", "as he had always said".
_ASIDE = 7


def is_asked_how(place: Place) -> bool:
    """ "How is that ...?", "Is the new plan ...?": the subject stands behind its "be"."""
    if place.after(0).text != "?":
        return False
    at = next((n for n, t in enumerate(place.left[:6]) if t.tag not in ("D", "X", "R", "S", "n", "N", "j") and t.lower not in _PRONOUNS), 0)
    if not at or place.before(at).tag != "B" or place.before(0).tag == "X" or place.before(0).tag in ("D", "S", "j") and place.before(0).lower not in _PRONOUNS:
        return False
    behind = place.before(at + 1)
    return behind.tag in ("^", "S", "W") or not behind.text[:1].isalpha() or behind.lower in ("and", "but", "so", "how", "why", "when", "what")


def as_statement(place: Place) -> Place:
    """The place of a question as it stands in its statement: "that is ..."."""
    at = next(n for n, t in enumerate(place.left) if t.tag == "B")
    return replace(place, left=(place.left[at], *place.left[:at], *place.left[at + 1 :]))


def interrupted(place: Place) -> Place | None:
    """ "is, as always, ...", "can, of course, ...": the place without the aside, else None."""
    if place.before(0).text != ",":
        return None
    at = next((n for n, t in enumerate(place.left[1 : _ASIDE + 2], 1) if t.text == ","), 0)
    if at < 2 or not _waits(place, at) or any(t.tag in tuple("zdB") for t in place.left[1:at] if t.tag) and place.left[at - 1].tag not in ("S", "W", "P"):
        return None
    return replace(place, left=place.left[at + 1 :])


def _waits(place: Place, comma: int) -> bool:
    """True where a helper stands before the aside, or the subject alone: "The boss, as always, ..."."""
    before = place.left[comma + 1 :]
    if place.before(comma + 1).tag in ("B", "M", "H", "T"):
        return True
    alone = before and before[-1].tag in ("D", "X", "R", "n") and before[0].tag in ("n", "N", "R") and all(t.tag in ("D", "X", "R", "n", "N", "j") for t in before)
    return bool(alone) and place.left[comma - 1].lower in ("as", "of", "like", "however", "for") and not place.clause.verb_right
