"""What fits at the start of a sentence: what follows decides, for nothing stands before."""

from __future__ import annotations

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.slots.relative_clauses import is_told_by_relative
from pipeline.english.vocabulary import words

# What is where, and comes behind its verb: "In the corner stood a piano".
_STANDING = frozenset("stands stood lies lay hangs hung sits sat lives lived grows grew comes came runs ran rises rose".split())


def at_start(place: Place) -> Wants:
    """By the words on the right: a subject before a verb, an order before a thing, what leads to the clause."""
    nxt = place.after(0)
    if nxt.lower == "as" and place.after(1).lower in ("it", "this", "that", "he", "she", "they") and place.after(2).lower in ("sounds", "may", "might", "seems", "is", "was", "sounded", "seemed", "are", "were", "looks"):
        # "... as it sounds, it is true".
        return {"adj": 1.05, "adv": 0.3, "noun": 0.1}
    if nxt.text == "," and place.after(1).lower in ("and", "then") and (place.after(2).tag == "v" or words.known_verb(place.after(2).lower) and place.after(3).tag in ("D", "X", "R", "#")):
        # "..., and check the status": an order goes on.
        return {"verb": 1.0, "adv": 0.7, "clause": 0.4, "noun": 0.3, "ing": 0.3}
    if nxt.text == "," and (place.after(1).tag == "v" or words.known_verb(place.after(1).lower) and place.after(2).tag in ("D", "X")) and place.after(2).tag in ("D", "X", "n", "N", "#", "R", "*", "`"):
        # "..., click the button".
        return {"verb": 1.0, "adv": 0.9, "prep": 0.2, "clause": 0.4, "noun": 0.3, "ing": 0.4}
    if nxt.text in (",", "，") and place.after(1).text in ('"', "”", "'", "’"):
        return {"clause": 1.0, "adj": 0.95, "noun": 0.7, "verb": 0.6, "adv": 0.5}
    aside = next((n for n, t in enumerate(place.right[1:8], 1) if t.text == ","), 0) if nxt.text == "," else 0
    if aside and place.after(aside + 1).tag in ("B", "z", "d", "M", "H"):
        # "..., it turns out, is the cheapest".
        return {"noun": 1.0, "ing": 0.6, "adv": 0.5, "clause": 0.2}
    if nxt.text in (",", "，"):
        return {"adv": 1.0, "clause": 0.5, "conj": 0.4, "prep": 0.3, "ing": 0.5, "noun": 0.35, "adj": 0.3, "verb": 0.2}
    if nxt.tag == "$" or nxt.text in ".!?:;。！？—":
        return {"clause": 1.0, "noun": 0.8, "adj": 0.5, "verb": 0.5, "ing": 0.5, "adv": 0.5}
    if nxt.lower in _STANDING and place.after(1).lower in ("a", "an", "another", "several", "many", "two", "three") and nxt.tag in ("z", "d"):
        # "... stands a statue".
        return {"adv": 1.0, "pp": 1.0, "adj": 0.6, "noun": 0.5, "prep": 0.3}
    if is_told_by_relative(place):
        return {"noun": 1.0, "ing": 0.3, "adv": 0.2, "clause": 0.2}
    if place.verb_follows:
        return {"noun": 1.0, "ing": 0.6, "adv": 0.3, "clause": 0.2}
    if place.person_follows and place.after(2).tag in tuple("zdBMH"):
        # "... Liu Min said": who somebody is, or what leads to the clause.
        return {"attr": 1.0, "conj": 0.95, "adv": 0.95, "prep": 0.3, "noun": 0.3, "verb": 0.2, "ing": 0.2}
    if nxt.tag == "g" and place.after(1).tag in tuple("zdBMH"):
        # "... warming is real".
        return {"attr": 1.0, "adj": 0.9, "adv": 0.5, "noun": 0.4}
    if leads := _leads_to_clause(place):
        return leads
    if place.identifier_follows:
        return {"verb": 1.0, "attr": 0.6, "prep": 0.75, "conj": 0.6, "adv": 0.35, "ing": 0.4, "noun": 0.5, "clause": 0.2}
    if nxt.lower == "there" and place.after(1).tag in ("B", "H", "M"):
        # "Inside the company there was doubt".
        return {"adv": 1.0, "pp": 1.0, "prep": 0.3, "conj": 0.6, "noun": 0.3, "clause": 0.3}
    if nxt.tag in ("D", "X") and _is_done_as_subject(place):
        # "... the phone altogether rarely works": the doing is what it is said of.
        return {"ing": 1.0, "attr": 0.3, "noun": 0.2, "verb": 0.1, "adv": 0.3}
    if nxt.tag in ("D", "X", "R", "#", "T"):
        return {"verb": 0.7, "conj": 0.8, "adv": 0.7, "prep": 0.7, "ing": 0.6, "noun": 0.25, "clause": 0.3, "finite": 0.2}
    if place.noun_follows and nxt.text[:1].isupper():
        return {"attr": 0.7, "verb": 0.85, "prep": 0.5, "conj": 0.5, "adv": 0.35, "ing": 0.5, "noun": 0.4, "clause": 0.2}
    if place.noun_follows:
        # A clause that is joined has another one behind it.
        joined = 0.4 if any(t.text == "," for t in place.right[:25]) or not place.clause.verb_right else 0.2
        return {"attr": 1.0, "verb": 0.5, "prep": 0.4, "conj": joined, "adv": 0.35, "ing": 0.4, "noun": 0.3, "clause": 0.2}
    if nxt.tag == "P":
        return {"noun": 1.0, "ing": 0.7, "verb": 0.4, "adv": 0.3, "prep": 0.3, "conj": 0.2}
    if nxt.tag == "C":
        return {"noun": 1.0, "attr": 0.6, "adj": 0.5, "adv": 0.4, "verb": 0.4, "ing": 0.4}
    return {"noun": 0.7, "adv": 0.7, "verb": 0.5, "attr": 0.5, "clause": 0.5, "conj": 0.5, "ing": 0.4}


def _is_done_as_subject(place: Place) -> bool:
    """One thing with its article, an adverb, and a verb of one thing: nothing else can be what the verb is said of."""
    at = next((n for n, t in enumerate(place.right[:9]) if t.tag in ("z", "B") or t.tag == "N" and place.after(n - 1).tag == "r" and "z" in words.tags(t.lower) or t.text in (",", ".") or t.tag in ("C", "S", "W", "M", "d")), 0)
    verb = place.after(at)
    if at < 3 or verb.tag not in ("z", "B", "N") or verb.lower in ("are", "were"):
        return False
    if any(t.lower in ("every", "each", "twice", "once") for t in place.right[1:at]) and verb.lower in ("is", "was", "helps", "makes", "keeps", "can"):
        return True
    return place.after(at - 1).tag == "r" and (place.after(at - 2).tag == "r" or any(t.tag == "P" for t in place.right[:at]))


def _leads_to_clause(place: Place) -> Wants | None:
    """ "... bad weather, the flight was cancelled", "... hard work he succeeded": what leads to a noun phrase before the clause, or to a clause."""
    end = next((n for n, t in enumerate(place.right[:10]) if t.text == ","), None)
    who = next((n for n, t in enumerate(place.right[:8]) if n and t.tag == "R" and t.lower in ("he", "she", "it", "they", "we", "i") and place.right[n - 1].tag in ("n", "N")), None)
    if end is None and who is None or place.after(0).tag not in ("D", "X", "j", "n", "N", "#", "g") or not place.after(0).text[:1].islower():
        return None
    if end is not None and _is_clause(place, end):
        # "... demand for batteries grows, prices climb".
        return {"conj": 1.0, "adv": 0.4, "verb": 0.3, "prep": 0.3, "attr": 0.6 if place.noun_follows else 0.1, "ing": 0.3, "noun": 0.1}
    then = place.after(end + 1) if end is not None else place.after(who or 0)
    if then.tag not in ("D", "X", "R", "n", "N") or end is not None and place.after(end + 2).tag == "$":
        return None
    if not any(t.tag in ("n", "N") for t in place.right[: end or who]):
        # "... young or old, everyone sings".
        return None
    if not place.clause.verb_right and not any(t.tag in "vzdBMH" for t in place.right[: end or who]):
        return {"prep": 1.0, "ing": 0.95, "verb": 0.5, "attr": 0.8 if place.noun_follows else 0.1, "adv": 0.5, "conj": 0.5, "noun": 0.2}
    return None


def _is_clause(place: Place, end: int) -> bool:
    """True where a clause with its own verb stands before the comma at ``end``, and another one behind it."""
    verb = next((n for n, t in enumerate(place.right[:end]) if t.tag in tuple("zBMHO") or t.tag == "d" and "p" not in words.tags(t.lower)), 0)
    return verb > 0 and not any(t.tag in ("W", "S") for t in place.right[:end]) and any(t.tag in tuple("zdBMHO") for t in place.right[end + 2 : end + 12])
