"""Words beside a place read again by their sentence: what must be its verb where there is no other, what only says when."""

from __future__ import annotations

from typing import Literal

from pipeline.english.sentence.predicates import is_somebody
from pipeline.english.sentence.tagger import STAND_INS, Token, finite
from pipeline.english.vocabulary import governors, words
from pipeline.english.vocabulary.times import PERIODS

# What a place is known to be; a deed takes somebody who does it.
PlaceKind = Literal["", "verb", "deed", "noun", "adj"]
# Plurals that stand before a noun: "sales strategy".
KINDS_IN_S = frozenset("sales sports savings operations communications services arms games rights systems parts earnings assets trades works standards".split())
# What needs no object as often as not, so that how it is done may follow.
_OF_ITSELF = governors.BEFORE_ING | frozenset("open close turn".split())


def _told_by_next(right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "... hunt in packs.": where the sentence has no other verb, the word behind its first one is the verb that it can be."""
    if not right or right[0].tag != "n" or "v" not in words.tags(right[0].lower) or right[1:2] and not right[1].tag.isalpha() or right[-1].text != ".":
        return right
    if any(finite(t) or t.tag in ("v", "p", "g", "S", "W") or t.text in STAND_INS or t.text in ",;:" for t in right[1:]):
        return right
    return (right[0]._replace(tag="v"), *right[1:])


def _named_by_adjective(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "the return on a flat ... the interest": before a determiner an adjective that can be a noun is one, where the sentence still lacks its verb."""
    if len(left) > 2 and right[:1] and right[0].tag in ("D", "X") and left[0].tag == "j" and "n" in words.tags(left[0].lower) and left[1].tag in ("D", "X") and left[2].tag == "P" and not any(t.tag in tuple("zdBMH") for t in (*left[3:16], *right[1:9])):
        return (left[0]._replace(tag="n"), *left[1:])
    return left


def _without_name(left: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "A rider surnamed Peng ...": it is the rider that something is told of."""
    if len(left) > 2 and left[1].lower in ("surnamed", "nicknamed") and left[0].text[:1].isupper() and left[2].tag in ("n", "N"):
        return left[2:]
    return left


_COLOURS = frozenset("black white red grey gray green blue yellow brown purple pink".split())


def _told_in_question(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "show how the ... end, one by one": the bare word behind several is the verb of the question, which has no other."""
    if len(left) > 1 and left[0].tag in ("D", "X") and left[1].lower in ("how", "why", "when", "where", "whether") and right[:1] and right[0].tag == "n" and "v" in words.tags(right[0].lower) and (not right[1:] or right[1].tag in ("P", "T", "r", "$") or right[1].text in (",", ".", ";")) and not any(finite(t) for t in right[1:8]):
        return (right[0]._replace(tag="v"), *right[1:])
    return right


def _as_seen(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "watched the ... jump on the roof": what somebody sees is what is done."""
    if len(left) > 2 and left[0].tag in ("D", "X") and left[1].lower in ("watch", "watched", "watching", "saw", "see", "hear", "heard", "felt") and right[:1] and right[0].tag == "n" and "v" in words.tags(right[0].lower) and right[1:] and right[1].tag in ("P", "r"):
        return (right[0]._replace(tag="v"), *right[1:])
    return right


def _as_clothes(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The man in black ...": what he wears, where no noun of that colour follows."""
    if len(left) > 2 and left[0].lower in _COLOURS and left[1].lower == "in" and left[2].tag in ("n", "N", "R") and right[:1] and right[0].tag not in ("n", "N", "j", "g"):
        return (left[0]._replace(tag="n"), *left[1:])
    return left


def _by_degree(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "is a bit ...", "feels a little ..." as "is rather ...": it grades what follows, where no noun does."""
    if len(left) > 2 and left[0].lower in ("bit", "little", "tad") and left[1].lower == "a" and (left[2].tag == "B" or left[2].lower in governors.LINKING) and (left[0].lower != "little" or not right or right[0].tag not in ("n", "N", "j")) and right[:1] and right[0].lower != "of":
        return (left[1]._replace(text="rather", tag="r", lower="rather"), *left[2:])
    return left


_ORDINALS = frozenset("first second third fourth fifth sixth last latter former".split())


def _told_of_ordinal(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The third concerns ...": one of them has no plural behind it, where the sentence has no other verb; "the second half" is a noun."""
    if len(left) > 1 and left[0].lower == "half" and left[1].lower in (*_ORDINALS, "other") and not (right and right[0].tag in ("n", "N")):
        return (left[0]._replace(tag="n"), *left[1:])
    if len(left) == 3 and left[0].tag == "N" and "z" in words.tags(left[0].lower) and left[1].lower in _ORDINALS and left[2].lower == "the" and not any(finite(t) or t.tag == "v" for t in right[:12]):
        return (left[0]._replace(tag="z"), *left[1:])
    return left


def _after_when(left: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "One day ..." as "One day, ...": what begins by saying when is no determiner of what follows."""
    if len(left) == 2 and left[0].lower in PERIODS and left[1].lower in ("one", "that", "last", "next"):
        return (left[0]._replace(text=",", tag=",", lower=",", glued=False), *left)
    return left


_TAKING_MORE = frozenset("plans needs wants hopes orders calls".split())


def _told_by_company(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The company plans ... abroad", "The ministry reports ... of six percent": who acts has a verb behind it, where the sentence has no other and no object follows that the fragment could take."""
    if len(left) < 3 or left[0].tag != "N" or "z" not in words.tags(left[0].lower) or left[0].lower in KINDS_IN_S or left[1].tag != "n" or not is_somebody(left[1].lower) or left[2].tag not in ("D", "X"):
        return left
    if any(finite(t) or t.tag in ("v", "S", "W") for t in (*left[3:], *right[:12])):
        return left
    if left[0].lower in ("plans", "hopes", "wants", "needs") and right and right[0].tag in ("D", "X"):
        return (left[0]._replace(tag="z"), *left[1:])
    alone = not right or right[0].tag not in ("n", "N", "D", "X", "R", "j", "#", "g")
    return (left[0]._replace(tag="z"), *left[1:]) if alone and (left[0].lower in _TAKING_MORE or right[:1] and right[0].lower in ("of", "in", "at", "on")) else left


def _told_by_last(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The new rules limit ...": behind several the bare word is their verb where there is no other; no plural stands before a noun of its own phrase."""
    if len(left) < 2 or left[0].tag != "n" or "v" not in words.tags(left[0].lower) or left[1].tag != "N" or left[1].lower in KINDS_IN_S or left[1].text[:1].isupper() and len(left) > 2:
        return left
    if left[0].lower in _OF_ITSELF or any(finite(t) or t.tag == "v" for t in left[1:]) or any(finite(t) or t.tag == "v" for t in right[: next((n for n, t in enumerate(right[:12]) if t.text in (",", ";", ".")), 12)]) or right and right[0].tag in ("n", "N") and (left[0].lower.endswith("s") or len(left) > 2 and left[2].tag in ("n", "N", "P")):
        return left
    return (left[0]._replace(tag="v"), *left[1:])


_CLAUSE_TAKING = governors.SAYING | governors.LINKING | frozenset("show shows showed shown mean means meant find finds found ensure ensures ensured suggest suggests suggested indicate indicates indicated prove proves proved see sees".split())


def _as_object(left: tuple[Token, ...], right: tuple[Token, ...], described: bool = False) -> tuple[Token, ...]:
    """ "made ... changes to the text", "with ... waves in the bay": right behind a verb, and with no object of its own, a plural is no second verb.

    Behind one that may take a clause only where it is ``described``, the place being known to be an adjective.
    """
    if not right or right[0].tag != "z" or "N" not in words.tags(right[0].lower) or right[1:2] and right[1].tag in ("D", "X", "R", "#", "n", "N", "W", "S"):
        return right
    near = next((n for n, t in enumerate(left) if t.tag != "r"), len(left))
    if near == len(left):
        # "... changes in the weather are common": the verb is still to come.
        verb = right[1:2] != () and right[1].tag == "P" and _comes_to_verb(right[2:12])
    else:
        behind = left[near].lower not in _CLAUSE_TAKING or described and left[near].lower not in governors.LINKING
        verb = behind and (left[near].tag in ("z", "d", "v", "g") or left[near].tag == "P" and any(t.tag in ("z", "d", "v", "B") for t in left[near + 1 :]))
    return (right[0]._replace(tag="N"), *right[1:]) if verb else right


def _comes_to_verb(right: tuple[Token, ...]) -> bool:
    """True where a finite verb stands there that no other clause begins before."""
    for token in right:
        if finite(token):
            return True
        if token.tag in ("C", "W", "S") or token.text in ",;:.":
            return False
    return False


def _as_named(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "made a ... cut.", "Her ... acting moved": behind an article what can be a noun is one where the clause has another verb."""
    if not right or not left or left[0].tag not in ("D", "X"):
        return right
    then = right[1] if len(right) > 1 else None
    if right[0].tag == "g":
        named = left[0].tag == "X" or right[0].lower in governors.NOUNS_IN_ING
        return (right[0]._replace(tag="n"), *right[1:]) if named and then is not None and then.tag in ("z", "d", "B", "M") else right
    if right[0].tag not in ("d", "p") or "n" not in words.tags(right[0].lower) or then is not None and then.tag not in ("P", ".", ",", "C"):
        return right
    clause = left[1 : next((n for n, t in enumerate(left) if t.tag in ("W", "S", ",") or t.lower == "that"), len(left))]
    verb = next((t for t in clause if finite(t)), None)
    led = verb is not None and (verb.lower in governors.MAKING and left[0].lower in ("a", "an") or verb.lower not in governors.LETTING | governors.SAYING)
    return (right[0]._replace(tag="n"), *right[1:]) if led else right


# Verbs that look like several, but hardly are: "The price ... rises in May", "results in losses".
_NO_OBJECTS = frozenset("rises falls grows results leads lies works runs stands sits comes goes means needs stems begins ends starts drops jumps rallies".split())


def _as_object_of_one(left: tuple[Token, ...], right: tuple[Token, ...], named: bool) -> tuple[Token, ...]:
    """ "The ministry ... rules on parking", where the place is known to be a verb: what follows is what it is done to.

    Where it may be ``named`` as well, only what is more often several than a verb: "The union ... strikes in May".
    """
    if len(left) < 2 or left[0].tag != "n" or not right or right[0].lower in _NO_OBJECTS or named and (right[0].lower == "changes" or words.guess(right[0].lower)[:1] != "N"):
        return right
    kind = "N" if right[0].tag == "z" else "n" if right[0].tag == "v" else ""
    if not kind or kind not in words.tags(right[0].lower):
        return right
    lead = next((t for t in left[1:4] if t.tag not in ("n", "j")), None)
    # "loans to farmers", not "plans to build".
    towards = len(right) > 2 and right[1].tag == "T" and right[2].tag in ("n", "N", "D", "X")
    if lead is None or lead.tag not in ("D", "X") or right[1:2] and right[1].tag != "P" and right[1].text not in (".", ",") and not towards:
        return right
    return right if any(finite(t) for t in (*left[1:], *right[1:12])) else (right[0]._replace(tag=kind), *right[1:])


def _as_verb_of_one(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "The law sets ...", where the place is known to be a noun: what may be a plural is the verb of the sentence that has no other."""
    if len(left) < 3 or left[0].tag != "N" or "z" not in words.tags(left[0].lower) or left[1].tag != "n" or left[-1].tag not in ("D", "X") or not all(t.tag in ("n", "j") for t in left[1:-1]):
        return left
    if right and right[0].tag not in ("P", "C") and right[0].text not in (".", ",") or any(finite(t) for t in right[:12]):
        return left
    return (left[0]._replace(tag="z"), *left[1:])


def _as_verb_and_object(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """ "The museum displays ... works of art", where the place is known to be an adjective: what may be two plurals is the verb and what it is done to."""
    if not right or right[0].tag not in ("z", "N") or "N" not in words.tags(right[0].lower) or any(finite(t) for t in right[1:12]) or right[1:2] and right[1].tag not in ("P", "C", "T") and right[1].text not in (".", ","):
        return left, right
    told = _as_verb_of_one(left, (right[0]._replace(text=".", tag="."),))
    return (left, right) if told is left else (told, (right[0]._replace(tag="N"), *right[1:]))


_ADVERBIALS = frozenset((("at", "last"), ("at", "first"), ("at", "once"), ("of", "course"), ("in", "fact"), ("at", "least")))
_IN_BETWEEN = (("at", "the", "same", "time"), ("in", "the", "end"), ("as", "a", "result"), ("for", "example"), ("in", "this", "way"), ("in", "that", "way"), ("after", "that"), ("from", "then", "on"), ("at", "once"), ("in", "turn"), ("in", "fact"), ("at", "the", "time"), ("in", "some", "way"), ("in", "some", "ways"), ("in", "a", "way"), ("of", "course"), ("by", "then"), ("by", "now"), ("at", "first"), ("for", "years"), ("at", "last"), ("these", "days"), ("in", "a", "sense"), ("on", "the", "whole"), ("for", "once"))

_ENDING_SO = {last: [said for said in _IN_BETWEEN if said[-1] == last] for last in {said[-1] for said in _IN_BETWEEN}}


def _past_adverbial(left: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "they at last ...": what two words say as one adverb stands in nobody's way."""
    for said in _ENDING_SO.get(left[0].lower, ()) if left else ():
        size = len(said)
        if len(left) > size + 1 and (left[size].lower in ("and", "but", "then") or left[size].tag in ("B", "M")) and tuple(t.lower for t in left[size - 1 :: -1]) == said:
            # "must save the city and at the same time ...".
            return left[size:]
    if len(left) > 2 and left[0].lower in ("all", "both", "each") and left[1].tag == "M" and left[2].tag in ("R", "N"):
        # "We would all ...".
        return left[1:]
    if len(left) > 2 and (left[1].lower, left[0].lower) in _ADVERBIALS and left[2].tag in ("R", "n", "N", "B", "H", "M"):
        return left[2:]
    return left


def _measured(left: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "a 55-inch ...": a number with its unit modifies what follows."""
    if len(left) > 2 and left[1].text == "-" and left[2].tag == "#":
        return (left[0]._replace(tag="j", glued=False), *left[3:])
    return left


def _linked(left: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "the dish tastes ...": right before the fragment it is the verb that says how something is."""
    if len(left) > 1 and left[0].tag == "N" and left[0].lower in governors.SENSING and left[1].tag in ("n", "R"):
        return (left[0]._replace(tag="z"), *left[1:])
    if left and left[0].tag == "g" and left[0].lower in governors.NOUNS_IN_ING and (len(left) == 1 or left[1].tag in ("n", "j", "D", "X")):
        # "holiday spending ...": who or what does something.
        return (left[0]._replace(tag="n"), *left[1:])
    return left


def _compound(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Edit the ... file and restart it": behind the verb of the sentence and a determiner no bare verb stands, so that a word that can be a noun is one."""
    if right and right[0].tag == "d" and left[:1] and left[0].tag in ("M", "T") and words.known_verb(right[0].lower):
        # "may ... lay off": behind a modal or "to" what may be a past or a bare verb is bare.
        return (right[0]._replace(tag="v"), *right[1:])
    if right[:1] and right[0].tag == "z" and "N" in words.tags(right[0].lower) and left[:1] and left[0].tag in ("M", "T") and (not right[1:2] or right[1].tag in ("P", "C", "$") or right[1].text in (".", ",")):
        # "can use the money to ... lifts".
        return (right[0]._replace(tag="N"), *right[1:])
    if len(right) > 1 and right[0].tag == "z" and "N" in words.tags(right[0].lower) and right[1].lower in ("by", "of") and [t.tag for t in left[:2]] == ["n", "D"] and len(left) == 2:
        # "The museum ... works by forty artists": the verb is still to come.
        return (right[0]._replace(tag="N"), *right[1:])
    if len(right) > 2 and right[0].tag == "z" and words.tags(right[0].lower)[:1] == "N" and right[1].tag == "T" and right[2].tag == "v" and words.lemma(right[0].lower) not in governors.TAKE_TO and right[0].lower not in governors.TO_DO_OR_NOUN and left[:1] and left[0].tag in ("n", "N"):
        # "A shift in demand ... plants to close".
        return (right[0]._replace(tag="N"), *right[1:])
    if len(right) > 2 and right[0].tag == "z" and "N" in words.tags(right[0].lower) and (right[1].lower == "such" and right[2].lower == "as" or right[1].lower in ("like", "including")) and left[:1] and left[0].tag in ("P", "T"):
        # "moved into ... names such as banks".
        return (right[0]._replace(tag="N"), *right[1:])
    if right and right[0].lower in ("high", "low") and right[0].tag in ("j", "r") and (not right[1:2] or right[1].tag in ("P", "C", "S") or right[1].text in (".", ",")) and left[:1] and left[0].tag in ("D", "X", "j"):
        # "rose to a ... high against the dollar".
        return (right[0]._replace(tag="n"), *right[1:])
    if right[1:2] and right[0].lower == "all" and right[1].lower in ("over", "around", "across", "along", "through"):
        # "is celebrated all over the country".
        return right[1:]
    if right[1:2] and right[0].lower == "such" and right[1].lower == "as":
        # "covers ... such as safety".
        return (right[0]._replace(tag="P"), *right[1:])
    if right and right[0].tag == "v" and "n" in words.tags(right[0].lower) and len(left) > 1 and left[0].tag == "j" and (left[1].tag in tuple("vzdP") or words.known_verb(left[1].lower) and left[2:3] and left[2].tag in ("r", "R", "N")):
        # "face great ... pressure this year": a bare adjective and no subject of a verb.
        return (right[0]._replace(tag="n"), *right[1:])
    if not right or right[0].tag != "v" or "n" not in words.tags(right[0].lower) or right[1:2] and right[1].tag in ("D", "X", "R", "r"):
        return right
    at = next((n for n, t in enumerate(left[:4]) if t.tag not in ("n", "j")), None)
    if at is None or left[at].tag not in ("D", "X"):
        return right
    verb = next((t for t in left[at + 1 : at + 2] if t.tag in ("v", "z", "d", "g")), None)
    told = verb is not None and verb.lower not in governors.SAYING and verb.lower not in governors.PERCEIVING and verb.lower not in governors.TO_LET_DO and verb.lower not in (*governors.MAKING, "help", "helps", "helped", "let")
    return (right[0]._replace(tag="n"), *right[1:]) if told else right


# How the words before a place are read by themselves, and then by what follows, each after the one before it.
_BY_THEMSELVES = (_without_name, _past_adverbial, _linked, _measured)
_BY_WHAT_FOLLOWS = (_as_clothes, _by_degree, _told_of_ordinal, _told_by_company, _told_by_last)


def reread(left: tuple[Token, ...], right: tuple[Token, ...], kind: PlaceKind = "", opens: bool = False) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The words on both sides of a place as each other tell them, nearest first; the place is of that ``kind``, as far as is known, and ``opens`` a sentence."""
    for alone in _BY_THEMSELVES:
        left = alone(left)
    right = _as_named(left, _as_object(left, _compound(left, right), kind == "adj"))
    if kind in ("verb", "deed", ""):
        right = _as_object_of_one(left, right, kind != "verb")
    elif kind == "noun":
        left = _as_verb_of_one(left, right)
    elif kind == "adj":
        left, right = _as_verb_and_object(left, right)
    for beside in _BY_WHAT_FOLLOWS:
        left = beside(left, right)
    left = _to_further(_named_by_adjective(_after_when(left), right), right)
    right = _as_seen(left, _told_in_question(left, right))
    return left, _told_by_next(right) if opens else right


def _to_further(left: tuple[Token, ...], right: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "to further ... the market": how it is done rather than what is done."""
    if right[:1] and right[0].tag in ("D", "X") and left[1:2] and left[0].lower in ("further", "better") and left[1].tag == "T":
        return (left[0]._replace(tag="r"), *left[1:])
    return left
