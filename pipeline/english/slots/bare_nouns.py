"""A noun that stands without a determiner: where it is one of its kind and takes "a", where there is but one, where it takes none."""

from __future__ import annotations

from pipeline.english.sentence.place import Place
from pipeline.english.sentence.tagger import Token

_IN_HAND = frozenset("hand mind tow mouth".split())
_NOMINAL = frozenset("nNjpg#")
# Of these there is one that everybody knows.
THE_ONE = frozenset((*"public seaside countryside sky sun moon universe internet police elderly poor rich unemployed majority outskirts suburbs truth opposite beach coast past future horizon underworld military".split(), "general public", "outside world", "police station", "post office"))
# Behind a preposition they are named as they are: "in winter", "after breakfast", "in prison".
NAMED_BARE = frozenset("winter summer spring autumn breakfast lunch dinner supper prison jail court church bed school college university class home noon midnight dawn daybreak dusk nightfall sunset sunrise birth death war peace".split())
# Though it is counted now and then, there is of it rather than one of it.
OF_A_MASS = frozenset("space room time hope need interest demand life light trouble pressure competition resistance potential support love fire tension silence talent progress land".split())
# What is played has its article.
INSTRUMENTS = frozenset("piano violin guitar cello flute drums drum harp saxophone trumpet lute zither erhu pipa guzheng clarinet accordion organ viola ukulele".split())


def is_bare(place: Place) -> bool:
    """True where the noun itself would begin its phrase."""
    return place.before(0).tag not in ("n", "N", "j", "p", "g", "#", "D", "X")


def is_one_of_its_kind(place: Place) -> bool:
    """ "There is ... with the valve", "a comb, ... and two shirts", "As ..., she earns little", "with ... in hand": a noun that is counted takes "a"."""
    here, nxt = place.before(0), place.after(0)
    if not is_bare(place) or nxt.tag in ("n", "N", "g", "j"):
        return False
    if place.there_is:
        return here.lower in ("is", "was")
    if here.lower == "as" and len(place.left) == 1 and nxt.text == ",":
        return place.after(1).lower in ("he", "she", "i", "it") or place.after(1).tag in ("D", "X") and place.after(2).tag == "n"
    if here.lower == "with" and nxt.tag == "P":
        return place.after(1).lower in _IN_HAND or place.after(1).tag == "X" and nxt.lower in ("in", "on", "over", "around", "under")
    if here.text == "," or here.tag == "C" and here.lower in ("and", "or"):
        return _begins_with_a(place.left[1:]) and (nxt.tag != "v" and not place.verb_follows or here.text != ",")
    if (nxt.text == "," or nxt.lower in ("and", "or")) and place.after(1).lower in ("a", "an") and place.before(0).tag in ("v", "z", "d", "p", "g", "P"):
        return not any(t.tag in "zdMBH" and t.tag for t in place.right[2:10])
    return False


def _begins_with_a(left: tuple[Token, ...]) -> bool:
    """True where the noun phrase that ends there is "a comb", "an old table"."""
    if left and left[0].text == ",":
        left = left[1:]
    size = next((n for n, t in enumerate(left[:5]) if t.tag not in _NOMINAL), 0)
    return size > 0 and left[0].tag == "n" and left[size].lower in ("a", "an")
