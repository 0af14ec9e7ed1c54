"""Whether a place asks for one thing or for several, by the words before it and by its verb."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.english.sentence.person_names import is_person
from pipeline.english.sentence.place import Place
from pipeline.english.sentence.rereading import KINDS_IN_S
from pipeline.english.sentence.subjects import is_said_aside, names_part
from pipeline.english.sentence.tagger import Token, nounish
from pipeline.english.slots.after_frames import is_which
from pipeline.english.slots.counting import named_as
from pipeline.english.vocabulary import governors, words

_CODE_NAME = re.compile(r"[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|\w+[_/]\w[\w/.]*")

_GIVING = frozenset("give gives gave given giving offer offers offered offering grant granted grants deny denied denies hand handed lend lent owe owed promise promised bring brought buy bought teach taught tell told".split())


def asked_number(place: Place) -> tuple[bool | None, bool, str]:
    """Plural or not, whether a determiner stands before, and the a/an right before the fragment."""
    article = place.before(0).lower if place.before(0).lower in ("a", "an") else ""
    if place.before(0).lower == "the" and place.verb_follows and any(t.lower in ("each", "one") and u.lower in ("other", "another") for t, u in pairwise(place.right[:6])):
        # "The ... looked at each other".
        return True, True, article
    if is_said_aside(place) or names_part(place) and place.before(2).lower != "neither":
        return True, False, article
    if _is_one_of_many(place):
        return True, True, article
    if place.before(0).lower == "her" and place.before(1).lower in _GIVING and place.ended and place.before(2).tag in ("n", "N", "R", "T", "M", "H", "r"):
        # "gave her ...": whom, and not whose.
        return None, False, article
    if place.before(0).lower == "of" and place.before(1).lower == "one" and place.before(2).tag not in ("D", "X", "j") and place.ended:
        # "is one of ...": the one of several.
        return True, False, article
    if place.before(0).lower == "of" and place.before(1).lower in _PORTIONS:
        # "this kind of ...", "a bit of ...".
        return False, False, article
    if place.before(0).lower == "of" and place.before(1).lower in _SEVERAL_OF:
        # "the number of ... has doubled": it is counted.
        return True, False, article
    if place.before(0).tag in ("D", "X") and place.before(1).lower == "among" or place.before(0).lower == "among":
        # "among the ...": one of many.
        return True, place.before(0).lower != "among", article
    if place.before(0).lower == "by" and place.before(1).lower in _TRAVELLING:
        # "travelled by ...".
        return False, False, article
    if place.before(0).lower in ("much", "little") and (place.before(0).lower == "much" or place.before(1).tag not in ("D", "X")):
        return False, True, article
    if place.before(0).lower in ("both", "either", "as") and place.after(0).lower in ("and", "or") and _is_one(place.after(1)) and place.after(2).tag not in ("n", "N") and place.clause.agreement is not True:
        # "both ... and producer": one beside one.
        return False, False, article
    if named_as(place) == "many":
        return True, False, article
    if place.there_is and place.before(0).lower in ("is", "was", "are", "were"):
        return place.before(0).lower in ("are", "were"), False, article
    if is_which(place):
        # "which bank was involved": it has no article.
        return place.clause.agreement or False, True, article
    if len(place.left) > 2 and place.before(0).text == "," and is_person(place.before(2), place.before(1)) and not place.verb_follows:
        # "said Wei Jianhua, ... of the department".
        return False, False, article
    if place.before(0).lower == "whose":
        # "at whose funeral", "whose engine had failed".
        return place.clause.agreement or False, True, article
    if place.before(0).lower == "per":
        return False, True, article
    if place.before(0).lower in ("and", "or") and place.before(1).tag == "n" and any(t.lower in ("every", "each", "either", "neither") for t in place.left[2:4]):
        # "every hotel and ...".
        return False, True, article
    if place.before(0).tag == "N" and "z" in words.tags(place.before(0).lower) and place.before(0).lower not in KINDS_IN_S:
        # "The website lists ...": no plural stands before a noun of its own phrase.
        return place.clause.agreement, False, article
    if place.before(1).lower == "and" and place.before(2).lower in (*_ORDINALS, "first") and place.before(0).lower in ("last", "final", "only"):
        return False, True, article
    for position, token in enumerate(place.left[:5]):
        word = token.lower
        if word in ("most", "more", "least") and position and place.before(position - 1).tag in ("j", "p", "g", "r"):
            # "the most expensive ...": it grades the adjective and counts nothing.
            continue
        if word in ("more", "most"):
            # "more tourists came", "most of it": counted or not, as a noun that stands bare.
            return place.clause.agreement, False, article
        if word == "that" and not position and place.before(1).lower in governors.SAYING and (place.after(0).tag == "v" or place.verb_follows or place.clause.agreement is True):
            # "believe that ... need less sleep": it brings in what is said.
            break
        if word in governors.SINGULAR_DETERMINERS:
            if any(t.lower in _THOUSANDS for t in place.left[:position]):
                # "A hundred thousand ...".
                return True, True, article
            return False, True, article
        if word == "other" and place.before(position + 1).tag in ("D", "X"):
            continue
        if word in _ORDINALS and place.before(position + 1).tag in ("D", "X"):
            # "his third attempt".
            return False, True, article
        if word in governors.PLURAL_DETERMINERS or word in _MANY or (token.tag == "#" and not _is_part_of_word(place, position) and word not in ("1", "one") and not word.isalpha() and "%" not in word):
            return True, True, article
        if token.tag in ("D", "X") and place.before(position + 1).lower in ("all", "both") and place.clause.agreement is not False:
            # "all the ... in the test".
            return True, True, article
        if token.tag in ("D", "X"):
            return _agreed(place, position), True, article
        if not nounish(token) and token.tag not in ("p", "g", "r", "#"):
            break
    if place.clause.agreement is None and _is_predicate_of_many(place):
        return True, False, article
    if place.clause.agreement is None and _CODE_NAME.fullmatch(place.before(0).text):
        # "Field object", "keytab file": the name says which one.
        return False, False, article
    return _asked_by_verb(place), False, article


def _is_one(token: Token) -> bool:
    return token.tag == "n" and words.countable(token.lower) is True


def _asked_by_verb(place: Place) -> bool | None:
    """What the verb that follows says of the number, unless the phrase hangs on a preposition: "the role of ... is changing"."""
    at = next((n for n, t in enumerate(place.left) if t.tag not in ("n", "N", "j", "p", "g", "r", "#", "D", "X")), len(place.left))
    if place.clause.agreement is None and place.after(0).tag in ("p", "d") and place.after(1).tag == "P":
        # "The ... interviewed by the magazine were": behind what was done to them.
        verb = next((n for n, t in enumerate(place.right[:10]) if n > 2 and (t.lower in _ASKED or t.tag in ("C", "S", "W", ",", "z", "v", "M"))), 0)
        if verb and place.after(verb - 1).tag in ("n", "N"):
            return _ASKED.get(place.after(verb).lower)
    led = place.before(at).tag == "P" and at + 1 < len(place.left) and place.before(at + 1).tag in ("n", "N") and place.before(at).lower not in ("as", "than")
    return None if led else place.clause.agreement


def _is_predicate_of_many(place: Place) -> bool:
    """ "They were ...", "the brothers will be ..."."""
    if place.before(0).tag != "B" or place.before(0).lower in ("is", "was"):
        return False
    if place.before(0).lower == "be" and place.before(1).tag == "T" and place.before(2).tag == "N":
        # "found the drivers to be ...".
        return True
    subject = next((t for t in place.left if t.tag not in ("B", "M", "O", "H", "r")), place.before(0))
    return place.before(0).lower in ("are", "were") or subject.tag == "N" or subject.lower in ("they", "we")


_THOUSANDS = frozenset("hundred thousand million billion dozen few couple".split())
_ASKED = {"does": False, "is": False, "was": False, "has": False, "do": True, "are": True, "were": True, "have": True}
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_PORTIONS = frozenset("kind sort type form bit deal piece pieces slice slices lack amount".split())
_SEVERAL_OF = frozenset("group groups bunch gang row rows flock pile piles heap swarm string stack bundle number numbers range variety series dozens hundreds thousands millions scores majority couple pair pairs handful crowd crowds list generations network".split())
_TRAVELLING = frozenset("travel travels travelled traveled travelling traveling go goes went come came arrive arrived leave left there here home".split())
_MANY = frozenset("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens".split())


def _is_one_of_many(place: Place) -> bool:
    """ "None of the old customers", "one of its rivals": what is counted out of is many."""
    at = next((n for n, t in enumerate(place.left[:4]) if t.tag in ("D", "X")), None)
    if at is None or place.before(at + 1).lower != "of":
        return False
    out_of = place.before(at + 2).lower
    if out_of == "half":
        # "half of the ...": of one thing as well as of many.
        return False
    # "the oldest of the generals".
    return out_of in governors.OUT_OF or place.before(at + 3).lower == "the" and out_of.endswith("est") and place.before(at + 2).tag == "j"


def _is_part_of_word(place: Place, at: int) -> bool:
    """True for the 24 of "24-year-old" and the 800 of "800V"."""
    return at > 0 and place.left[at - 1].glued


def _agreed(place: Place, determiner: int) -> bool | None:
    """By the verb that follows, or by the one before a predicate: "those who deserve it are the 骑手"."""
    if determiner + 2 <= len(place.left) and (place.before(determiner + 2).lower in governors.QUESTIONS or place.before(determiner + 2).tag == "^") and place.before(determiner + 1).tag in ("O", "B", "H", "M"):
        # "Where does the ... come from": the helper that stands before it tells.
        return _ASKED.get(place.before(determiner + 1).lower)
    if place.after(0).tag == "v" and place.before(determiner).lower != "the" and place.before(determiner + 1).lower in (*governors.PERCEIVING, "watching", "let", "make", "made", "help", "helped"):
        # "see their ... rise": a bare verb there is of one as well as of many.
        return None
    if place.clause.agreement is None and determiner + 1 < len(place.left):
        verb = place.left[determiner + 1].lower
        return True if verb in ("are", "were") else False if verb in ("is", "was") else None
    return _asked_by_verb(place)
