"""The words of the English beside a place that say in which sense a word there is meant: its object, its subject, the noun that it describes, what governs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.english.inflection import forms
from pipeline.english.sentence.tagger import LINK, Token
from pipeline.english.vocabulary import words

# What may stand before the head of a noun phrase, and between a verb and what it was done to: "the case has never been".
_BEFORE_HEAD = frozenset("DXRj#nNgprUA")
_BEFORE_VERB = frozenset("BHMrOXDPT")
_WHEN = frozenset("last next this every each yesterday today tomorrow tonight recently earlier later".split())
_REACH = 7
_OF_PLACE = ("at", "on", "between", "about", "against", "to", "toward", "towards", "with", "from")
_TOGETHER = ("of", "and", "or")
_MARKS = ",.;:!?\"'”’)"
_QUANTIFIERS = ("some", "most", "many", "all", "any", "both", "few", "no", "little", "much")
_PARTICLES = ("up", "out", "on", "off", "down", "in", "to", "with", "for", "into", "under", "of", "about", "at", "over", "from")


def object_behind(right: Sequence[Token]) -> list[str]:
    """The nouns of the phrase that follows, its head first: "the old school bus" -> bus, school, old."""
    return list(_named(_phrase_behind(right)))


def object_head(right: Sequence[Token]) -> str:
    """The noun that the phrase behind is about, in the singular: "the prices of eggs" -> price; "" where none follows."""
    return _head(_phrase_behind(right))


def _phrase_behind(right: Sequence[Token]) -> list[str]:
    seen: list[str] = []
    for token in right[:_REACH]:
        if token.text == LINK or token.text in "'’`":
            # "the ... option" with a name of code, "families' worries".
            continue
        if seen and seen[-1] not in _TOGETHER and token.lower in _WHEN:
            # "her first grandchild last year".
            break
        # The first word, "salaries", may be read as a verb where nothing stands before it.
        if token.tag not in _BEFORE_HEAD and token.lower not in _TOGETHER and (seen or token.tag not in "zv") or not token.text[:1].isalnum():
            break
        seen.append(token.lower)
        if token.text[-1:] in ",.;:!?":
            break
    return seen


def subject_head(left: Sequence[Token]) -> str:
    """The noun that the phrase before is about, in the singular: "The price of eggs has" -> price; "" where none stands there."""
    return _head(_phrase_before(left))


def _head(seen: Sequence[str]) -> str:
    """ "the price of eggs" is about the price, "bread and milk" about milk."""
    own = seen[: seen.index("of")] if "of" in seen else seen
    return forms.singular(own[-1].strip(_MARKS)) if own else ""


def subject_before(left: Sequence[Token]) -> list[str]:
    """The same of the phrase before, nearest first, where only helpers and adverbs stand between: "the case has never been"."""
    found = list(_named(_phrase_before(left)))
    return found + _meant(left) if any(word in _STAND_FOR for word in found[:3]) else found


def _phrase_before(left: Sequence[Token]) -> list[str]:
    seen: list[str] = []
    for token in left[:_REACH]:
        if token.text[-1:] in ".;:!?" or token.tag in ("v", "z", "d", "S") and seen:
            break
        if token.tag not in _BEFORE_VERB or seen:
            seen.append(token.lower)
    return seen[::-1]


_STAND_FOR = ("it", "they", "them", "which", "that", "this", "these")


def _meant(left: Sequence[Token]) -> list[str]:
    """What "it", "they" or "which" may stand for: the nouns before it, nearest first: "If the file exists, it will not be"."""
    at = next((n for n, token in enumerate(left) if token.lower in _STAND_FOR), len(left))
    found: list[str] = []
    for token in left[at + 1 :]:
        if token.text == "." and len(found) > 6:
            break
        if token.tag in ("n", "N"):
            found.append(forms.singular(token.lower.strip(_MARKS)))
    return found[:12]


def noun_described(right: Sequence[Token], left: Sequence[Token]) -> list[str]:
    """The nouns of the phrase whose first word an adjective would be: "price competition among firms" -> competition, price-competition, price.

    Empty where what follows begins a phrase of its own, or may be the verb of the subject on the ``left``: "damage the car", "Prices ... rise".
    """
    if right and left and left[0].tag in ("n", "N", "R") and "v" in words.tags(right[0].lower):
        return []
    seen: list[str] = []
    for place, token in enumerate(right[:4]):
        if not token.text[:1].isalpha() or token.tag not in ("j", "n", "N", "g", "d", "A") and (seen and not token.lower.endswith("s") or token.tag not in "zv"):
            break
        then = right[place + 1] if place + 1 < len(right) else None
        if token.tag in "zv" and then is not None and then.tag in ("D", "X", "R", "O", "#"):
            break
        seen.append(token.lower)
        if token.text[-1:] in ",.;:!?" or token.tag in ("N", "z") or token.tag == "v":
            break
    return list(_named(seen))


def verb_modified(right: Sequence[Token], left: Sequence[Token]) -> list[str]:
    """The verb that an adverb here is said of, in its bare form: the one that follows, else the one right before."""
    then = next((token for token in right[:3] if token.tag != "r"), None)
    if then is not None and then.tag in ("z", "v", "d", "p", "g", "B", "H") and then.text.isalpha():
        return [forms.bare(then.lower)]
    return [forms.bare(left[0].lower)] if left and left[0].tag in ("z", "v", "d", "p", "g") and left[0].text.isalpha() else []


def governing(left: Sequence[Token], right: Sequence[Token]) -> list[str]:
    """What a noun belongs to: what stands before it in its phrase, what follows it as "of the loan" or as the noun that it says the kind of, then the verb or preposition before it all."""
    found: list[str] = []
    at = 0
    while at < min(len(left), 4) and left[at].tag in ("j", "n", "N", "g", "d", "D", "X", "R", "#", "r") and left[at].text[-1:] not in ",.;:!?":
        if left[at].tag not in ("D", "X", "R", "r") or left[at].lower in _QUANTIFIERS:
            found += (forms.singular(left[at].lower), left[at].lower)
        at += 1
    if right and right[0].lower in ("of", "in", "for"):
        found += object_behind(right[1:])
    elif right and right[0].tag in "nN" and right[0].text[:1].isalpha():
        found.append(forms.singular(right[0].lower.strip(_MARKS)))
    found += (verb.replace(" ", "-") for verb in verbs_before(left))
    if right and right[0].lower in _OF_PLACE:
        # "the line at the ticket office", "the gap between the two".
        found += (right[0].lower, *object_behind(right[1:]))
    return found


def verbs_before(left: Sequence[Token]) -> list[str]:
    """The verb that has a noun here as its object, in its bare form, and with its preposition: "talked about", talk; or the preposition alone."""
    at = 0
    while at < min(len(left), 5) and left[at].tag in ("j", "n", "N", "D", "X", "R", "#", "r", "g", "p", "d") and left[at].text[-1:] not in ",.;:!?" and not (left[at].tag in "gpd" and at and left[at - 1].tag in "DX"):
        if left[at].tag in "gpd" and at + 1 < len(left) and left[at + 1].tag not in "DXj":
            break
        at += 1
    if at >= len(left) or left[at].text[-1:] in ",.;:!?":
        return []
    word = left[at].lower
    if word in _PARTICLES:
        before = left[at + 1] if at + 1 < len(left) else None
        return [f"{forms.bare(before.lower)} {word}", word] if before is not None and before.text.isalpha() else [word]
    return [forms.bare(word)] if word.isalpha() else []


def _named(seen: Sequence[str]) -> Iterable[str]:
    """Each word and each two words together, from the last on, in the singular."""
    bare = [word.strip(_MARKS) for word in seen]
    for n in range(len(bare) - 1, -1, -1):
        if n:
            yield f"{bare[n - 1]}-{forms.singular(bare[n])}"
        yield forms.singular(bare[n])
        yield bare[n]
