"""The helper before its subject: "Not once did the child ...", "Never had the market ..."."""

from __future__ import annotations

from pipeline.english.sentence.place import Place, Wants

_TURNING = frozenset("never once sooner only hardly rarely seldom scarcely nor neither little until when after nowhere".split())
_SUBJECT = frozenset("DXRnNj#")


def _helper(place: Place) -> int:
    """Where the helper stands, 0 where none has been put before its subject."""
    at = next((n for n, t in enumerate(place.left[:6]) if t.tag not in _SUBJECT), 0)
    if not at or place.before(0).tag not in ("n", "N", "R") or place.before(at).tag not in ("O", "H", "M") or place.left[at - 1].tag not in ("D", "X", "R", "N", "n"):
        return 0
    before = place.left[at + 1 : at + 9]
    turned = len(before) > 0 and (before[0].lower in _TURNING or before[0].text == "," and before[-1].lower in ("only", "not") or any(t.lower in ("only", "not", "until") for t in before) and before[0].tag in ("n", "N", "d", "p", "r"))
    return at if turned and not place.noun_follows else 0


def is_turned(place: Place) -> bool:
    """True where the verb of the helper before the subject is still to come."""
    return _helper(place) > 0 and not place.verb_follows


def after_turned(place: Place) -> Wants:
    """A bare verb behind "did" and "can", a participle behind "had"."""
    helper = place.before(_helper(place))
    return {"done" if helper.tag == "H" else "verb": 1.0, "adv": 0.4, "noun": 0.05}


_LIES = frozenset("sat sits stood stands lay lies hung hangs lived lives came comes knelt waited".split())
_PLACES = frozenset("on in at behind beside next under above before between opposite near inside around from below".split())


def is_located(place: Place) -> bool:
    """ "On it sat ...", "Behind the counter stood ...": who did so is still to come."""
    phrase = place.left[1:]
    return (
        1 < len(phrase) < 7 and place.before(0).lower in _LIES and phrase[-1].lower in _PLACES and phrase[0].tag in ("n", "N", "R")
        and all(t.tag in tuple("DXRnNjp#") for t in phrase[:-1]) and place.ended
    )  # fmt: skip


def after_located(place: Place) -> Wants:
    """Somebody or something."""
    return {"noun": 1.0, "adv": 0.3, "attr": 0.2}


FRAMES = ((is_located, after_located), (is_turned, after_turned),)
