"""What may stand behind a noun or a pronoun: the verb of it, or what else the clause wants."""

from __future__ import annotations

from pipeline.english.sentence.place import Place, Wants
from pipeline.english.sentence.subjects import is_told_beside
from pipeline.english.slots.patterns import (
    has_it_done,
    is_complement,
    is_made,
    is_order,
    is_said_of_object,
    is_told,
    is_told_to_be,
    is_with,
    says_who,
)
from pipeline.english.vocabulary import governors, words
from pipeline.english.vocabulary.times import LASTING

_WHENEVER = frozenset("time moment day night year instant minute week morning way".split())


def after_subject(place: Place) -> Wants:
    """By what follows, and by whether the clause has its verb already."""
    here, nxt = place.before(0), place.after(0)
    if (place.verb_follows or place.ended) and is_said_of_object(place):
        # "data that one office ... should not be asked for": the verb that follows is that of the sentence.
        return {"finite": 1.0, "adv": 0.5, "noun": 0.4}
    if is_told_beside(place):
        return {"done": 1.0, "adj": 0.95, "ing": 0.8, "adv": 0.5, "noun": 0.2}
    if is_told_to_be(place):
        # "Analysts said the market ... in May".
        return {"finite": 1.0, "adv": 0.6, "noun": 0.5, "attr": 0.4 if place.noun_follows else 0.1}
    if is_order(place) and here.tag in ("n", "N") and (nxt.tag in ("D", "X", "#") or nxt.tag in ("n", "N", "v") and place.after(1).text in (".", ":", "")):
        # "Restart the service ... the script", "Install the package ... pip".
        return {"prep": 1.0, "ing": 0.9, "attr": 0.1 if nxt.tag in ("D", "X") else 0.8, "noun": 0.3, "adv": 0.4, "conj": 0.5, "num": 0.3}
    if here.lower in governors.INDEFINITE and (place.ended or nxt.tag in ("P", "T", "C")) and (place.clause.verb_left or is_order(place) or any(t.tag == "v" for t in place.left[1:4])):
        # "something ..., such as milk".
        return {"adj": 1.0, "adv": 0.5, "noun": 0.2, "inf": 0.5}
    if here.lower in ("o'clock", "a.m", "p.m") or here.text.lower() in ("am", "pm") and place.before(1).tag == "#":
        # "at nine o'clock ...".
        return {"adv": 1.0, "pp": 0.9, "noun": 0.2}
    if here.tag == "N" and place.before(1).tag == "#" and place.ended and place.clause.verb_left:
        # "a belt two fingers ...": which way it measures that much.
        return {"adj": 1.0, "adv": 0.95, "noun": 0.9, "prep": 0.3, "finite": 0.2}
    if here.tag == "R" and here.lower in ("they", "he", "she", "we", "i") and place.before(1).tag in ("n", "N") and not place.verb_follows and place.after(0).tag != "v":
        # "the chances they ... in the first half".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.05}
    if here.tag == "R" and here.lower in ("they", "he", "she", "we", "i", "it") and place.before(1).lower in _WHENEVER and place.before(2).lower in ("each", "every", "the", "any", "last", "first", "next") and not place.verb_follows and place.after(0).tag != "v":
        # "each time it ... a button".
        return {"finite": 1.0, "adv": 0.4, "noun": 0.05}
    if has_it_done(place):
        return {"done": 1.0, "noun": 0.8, "adv": 0.7, "pp": 0.7, "conj": 0.5, "prep": 0.5}
    if says_who(place) and not place.verb_follows:
        # "The judge said he ... in May".
        return {"finite": 1.0, "adv": 0.5, "noun": 0.05}
    if place.verb_follows and place.left[-1].lower == "what" and place.before(1).tag in ("D", "X") and not place.clause.verb_left and nxt.tag == "B":
        # "What the fans ... is a win".
        return {"finite": 1.0, "adv": 0.3, "noun": 0.2}
    if is_made(place):
        return {"adj": 1.0, "verb": 0.95, "noun": 0.3, "adv": 0.3}
    if here.tag == "R" and place.before(1).lower in ("what", "which", "that", "how", "where", "when", "why", "whatever"):
        if place.verb_follows and place.before(1).lower in ("why", "how", "where", "when"):
            # "why he ... left is not known".
            return {"adv": 1.0, "finite": 0.5, "noun": 0.05}
        return {"finite": 1.0, "adv": 0.4, "noun": 0.05}
    if place.several_follow:
        # "Traders ... orders": what follows is no verb of theirs.
        return {"finite": 1.0, "attr": 0.6, "adv": 0.4, "noun": 0.3, "conj": 0.3, "prep": 0.3}
    if here.lower in ("he", "she", "they", "we", "i") and nxt.tag == "d" and nxt.lower.endswith("ed") and "p" in words.guess(nxt.lower) and place.after(1).tag in ("n", "N") and not place.clause.verb_left:
        # "They ... customized services".
        return {"finite": 1.0, "adv": 0.9, "noun": 0.0}
    if place.verb_follows or (nxt.tag == "v" and place.clause.verb_left is False):
        compound = 0.6 if here.tag == "n" else 0.2
        if here.tag == "n" and place.before(1).tag == "^" and words.countable(here.lower) is True and here.text[1:].islower() and not place.right[0].text[:1].isupper():
            # "User ... is the key": one thing that can be counted begins no sentence bare, unless it is a name.
            compound = 1.0
        # "He ... refused": between a pronoun and its verb stands no conjunction.
        conjunction = 0.3 if here.lower in ("he", "she", "they", "we", "i") else 0.75
        return {"adv": 1.0, "conj": conjunction, "noun": 0.0 if here.tag == "R" else compound, "finite": 0.1, "done": 0.1}
    if here.tag == "R" and place.before(1).tag in ("M", "O"):
        return {"verb": 1.0, "adv": 0.4, "noun": 0.05}
    is_object = here.lower in ("him", "her", "me", "them", "us", "it") and place.before(1).tag in tuple("vzdg")
    if is_object and place.ended and is_complement(place):
        # "we call it ...".
        return {"noun": 1.0, "adj": 1.0, "attr": 0.3, "adv": 0.4, "done": 0.4, "ing": 0.2}
    if here.tag == "R" and not place.clause.verb_left and not is_object:
        return {"finite": 1.0, "adv": 0.5, "noun": 0.05, "attr": 0.05}
    if place.object_follows is False and place.noun_follows and here.tag in ("n", "N") and (at := next((n for n, t in enumerate(place.left[1:4], 1) if t.tag not in ("D", "X", "j", "#")), 0)) and place.before(at).lower in _GIVING and words.tags(here.lower)[:1] in ("n", "N"):
        # "give pupils ... meals".
        return {"attr": 1.0, "noun": 0.4, "adj": 0.5, "adv": 0.4, "num": 0.8}
    if (place.object_follows or place.noun_follows) and here.tag in ("n", "N") and (at := next((n for n, t in enumerate(place.left[1:5], 1) if t.tag not in ("D", "X", "j", "#", "n")), 0)) and place.before(at).lower in ("use", "uses", "used", "using") and place.before(at - 1).tag in ("D", "X", "j", "n") and (place.clause.verb_left or place.before(at).tag in ("v", "z", "d", "g")):
        # "use the tool ... homework".
        return {"inf": 0.97, "attr": 0.9 if place.noun_follows and place.before(at - 1).tag not in ("D", "X") else 0.3, "prep": 1.0, "ing": 0.5, "noun": 0.3, "adv": 0.3}
    if is_with(place) and place.ended:
        # "With the windows ..., the room was hot": how it is meanwhile.
        return {"ing": 1.0, "adj": 1.0, "done": 0.97, "adv": 0.3, "noun": 0.4}
    if place.ended and here.lower.removesuffix("s") in LASTING and place.clause.verb_left and (at := next((n for n, t in enumerate(place.left[1:4], 1) if t.tag not in ("D", "#", "j")), 0)) and place.before(at).lower == "for":
        # "switched off their phones for a day ...".
        return {"adv": 1.0, "pp": 0.95, "inf": 0.95, "ing": 0.9, "adj": 0.4, "noun": 0.3}
    if is_with(place):
        # "with Europe ... 40%": what goes along with it.
        return {"ing": 1.0, "adj": 0.2, "done": 0.5, "noun": 0.5, "adv": 0.3, "prep": 0.3}
    if is_told(place) and here.tag == "n" and place.before(1).tag == "n" and place.before(2).lower in ("a", "an") and place.ended:
        # "expect a market ...": what it is rather than what it is to do.
        return {"noun": 1.0, "inf": 0.9, "adv": 0.4}
    if is_told(place) and here.tag == "n" and place.before(1).lower in ("a", "an") and place.ended:
        return {"noun": 1.0, "inf": 0.9, "adv": 0.4}
    if is_told(place):
        return {"inf": 1.0, "noun": 0.5 if place.ended else 0.25, "adv": 0.5, "prep": 0.5, "conj": 0.4, "adj": 0.2}
    if is_complement(place):
        return {"adj": 1.0, "noun": 0.6, "attr": 0.3, "adv": 0.5, "done": 0.4, "ing": 0.2}
    if here.lower in ("him", "her", "me", "them", "us", "it") and place.ended and (place.clause.verb_left or is_object) and not place.clause.helping:
        # "looked at him ...": how, where or when.
        return {"adv": 1.0, "pp": 0.95, "ing": 0.6, "adj": 0.5, "inf": 0.4, "noun": 0.35, "done": 0.4, "verb": 0.2}
    if place.clause.helping and here.tag != "^":
        return {"verb": 1.0, "noun": 0.5, "adj": 0.5, "adv": 0.3, "attr": 0.3}
    if not place.clause.verb_left and not is_order(place):
        noun = 0.55 if here.tag == "n" and here.text not in "" else 0.25
        attr = 0.5 if place.noun_follows and here.tag == "n" else 0.1
        if nxt.tag == "R" and place.after(1).tag in "zdMBHO" and nxt.lower not in ("me", "him", "them", "us"):
            # "if the data ... it is safe": what is said.
            return {"finite": 1.0, "conj": 0.8, "adv": 0.3, "noun": 0.2, "prep": 0.2}
        if here.lower == "people" and place.before(1).tag in ("#", "D", "j", "^") and place.clause.verb_right and nxt.tag in ("D", "X"):
            # "Most people ... the rule is fair".
            return {"finite": 1.0, "conj": 0.5, "ing": 0.4, "adv": 0.4}
        if nxt.lower in ("every", "each", "any") and place.after(1).lower in ("time", "day", "night", "morning"):
            # "The neighbor ... every time it rains".
            return {"finite": 1.0, "adv": 0.4, "noun": 0.3}
        if here.tag == "N" and nxt.tag in ("D", "X") and place.clause.verb_right and place.before(1).tag in ("^", "j", "#", "S"):
            # "Experts ... the worst is over".
            return {"finite": 1.0, "ing": 0.5, "prep": 0.4, "conj": 0.4, "adv": 0.4}
        if nxt.tag in ("D", "X") and _looks_like_verb(place):
            # "the app ... the download charts in fifty countries".
            return {"finite": 1.0, "ing": 0.9, "prep": 0.85, "conj": 0.4, "adv": 0.4, "noun": 0.2}
        if place.clause.verb_right and (nxt.tag in ("D", "X") or nxt.tag == "#" and nxt.lower not in ("one", "first", "last")):
            # "a letter ... the order came".
            return {"ing": 1.0, "prep": 0.9, "conj": 0.5, "finite": 0.5, "adv": 0.4, "noun": 0.3}
        if place.clause.verb_right and nxt.tag == "P" and nxt.lower not in ("of", "for", "than") and (place.before(1).tag in ("D", "X") or here.tag == "N"):
            # "The money ... by banks has doubled": what is done to it, or what it is.
            by_whom = nxt.lower == "by" or here.tag == "N"
            return {"done": 1.0 if by_whom else 0.8, "noun": 0.88 if by_whom else 1.0, "ing": 0.9, "adj": 0.9, "pp": 0.7, "adv": 0.4, "finite": 0.35}
        if place.clause.verb_right:
            return {"noun": 1.0 if not place.noun_follows else 0.4, "attr": 1.0 if place.noun_follows else 0.2, "adv": 0.4, "finite": 0.6 if nxt.tag == "N" and place.after(1).tag in ("z", "d") else 0.35, "adj": 0.3}
        return {"finite": 1.0, "noun": noun, "adv": 1.0 if (place.ended or nxt.tag in ("S", "W") or nxt.tag == "P" and nxt.lower != "of") and here.tag == "N" and "z" in words.tags(here.lower) and place.before(1).tag == "n" else 0.95 if nxt.tag == "N" and place.after(1).text in (".", "") and words.known_verb(words.lemma(nxt.lower) or "") or here.tag == "N" and nxt.tag == "n" and words.known_verb(nxt.lower) and place.after(1).text in (".", "", ",") else 0.5, "attr": attr, "adj": 0.3, "conj": 0.5, "clause": 0.2, "prep": 0.3}
    if here.tag == "R" and place.object_follows:
        # "gave it ... him".
        return {"prep": 1.0, "adv": 0.5, "conj": 0.5, "ing": 0.4, "noun": 0.1, "num": 0.3}
    if here.tag in ("n", "N") and nxt.tag in ("D", "X") and place.clause.verb_left and not place.clause.verb_right and nxt.lower not in ("this", "that", "all", "each", "every", "another"):
        # "won the match ... a late penalty".
        return {"prep": 1.0, "ing": 0.9, "adv": 0.5, "conj": 0.6, "noun": 0.3, "done": 0.4, "num": 0.3, "attr": 0.1, "verb": 0.2, "finite": 0.2}
    if here.tag == "N":
        return {"adv": 0.9, "conj": 0.8, "prep": 0.8, "noun": 0.3, "attr": 0.4 if place.noun_follows else 0.1, "ing": 0.5, "done": 0.5, "finite": 0.3, "adj": 0.4, "verb": 0.2, "num": 0.4, "pp": 0.9 if place.ended else 0.1}
    return {"pp": 0.9 if place.ended else 0.1, "noun": 1.0 if not place.noun_follows else 0.4, "attr": 0.9 if place.noun_follows else 0.1, "adv": 0.7 if place.ended else 0.5,
            "conj": 0.55, "prep": 0.5, "finite": 0.3, "ing": 0.3, "done": 0.3, "adj": 0.3, "num": 0.4}  # fmt: skip


_GIVING = frozenset("give gives gave giving offer offers offered offering".split())


def _looks_like_verb(place: Place) -> bool:
    """The one verb that follows may as well be a plural behind its noun: "the download charts"."""
    at = next((n for n, t in enumerate(place.right[:7]) if t.tag in tuple("zdMBHO")), 0)
    verb, then = place.after(at), place.after(at + 1)
    return at > 1 and verb.tag == "z" and "N" in words.tags(verb.lower) and place.after(at - 1).tag == "n" and then.tag not in ("D", "X", "R", "r", "S") and not any(t.tag in tuple("zdMBHO") for t in place.right[at + 1 : at + 9])
