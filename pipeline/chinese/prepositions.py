"""What a Chinese preposition can say in English, by the words around it: ``responsible 对 safety`` -> "for", ``born 于 May`` -> "in"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.english.sentence.government import governed, place_preposition, time_preposition
from pipeline.english.sentence.tagger import Token

_TO_WHAT = ("for", "on", "to", "of", "with", "in", "at", "about", "toward", "against", "over", "into")
_WHOM = ("with", "from", "to")
# What it may say where a word on the left asks for a preposition; the likeliest first.
_SAYS = {
    "对": _TO_WHAT, "对于": _TO_WHAT, "对着": ("at", "to", *_TO_WHAT), "针对": ("at", "on", "to", "for", "against", "toward"), "关于": ("about", "on", "of", "over", "for"), "有关": ("about", "on", "of"), "就": ("on", "about", "over"),
    "为": ("for", "as", "into", "to"), "为了": ("for",), "成": ("into",), "成为": ("into",), "作为": ("as",), "向": ("to", "from", "at", "toward", "for"), "往": ("to", "toward", "into"), "朝": ("at", "toward", "to"), "与": _WHOM, "跟": _WHOM, "和": ("with",), "同": _WHOM,
    "于": ("in", "on", "at", "to", "from", "for", "of", "by", "with", "than"), "从": ("from", "of"), "自": ("from",), "由": ("by", "of", "from"), "以": ("with", "for", "in", "at", "on"), "在": ("in", "on", "at"),
    "给": ("to", "for", "on"), "到": ("to", "at", "into", "on"), "至": ("to", "at", "into"), "因": ("for", "of", "from"), "因为": ("for", "from"), "由于": ("from", "by"), "比": ("than", "to"),
}  # fmt: skip
_LEADING_PLACE = ("于", "在")
_SINCE, _UNTIL = ("自", "从", "自从"), ("至", "到", "直到")
_PERFECT = re.compile(r"\b(?:has|have|had|'ve)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\b[^.;]*$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would|should|shall|had|has|have|expected|set|plans?)\b")
_EXCLUDES = re.compile(r"\b(?:all|every\w*|no|none|nothing|nobody|any\w*|whole|entire|only|each|closed|open|free|always|never|not)\b", re.IGNORECASE)
_ADDS = re.compile(r"\b(?:also|too|other|another|more|as well|further|additional)\b", re.IGNORECASE)
_AT_LEVEL = re.compile(r"(?:the|an?|this|that|its|such an?|[a-z]+) (?:[a-z-]+ ){0,2}(?:price|speed|rate|cost|profit|loss|discount|pace|temperature|angle|expense|level|valuation|premium)s?\b")
_IN_MANNER = re.compile(r"(?:the (?:form|name|shape|spirit|interest|hope)|an? (?:[a-z]+ )?(?:way|manner|tone|voice|style|fashion|position)|this way|English|Chinese|French|German|Japanese|Spanish|cash|silence|vain|part|full|batches|yuan|dollars|euros)\b")
_PER_UNIT = re.compile(r"(?:the (?:hour|day|week|month|year|kilo|kilogram|ton|meter|minute|piece|head)\b|(?!the |an? |its |his |their |our )[a-z-]+)")
_BY_METHOD = frozenset("sort rank pay charge vary calculate measure divide group count sell judge arrange classify order filter differ split bill organize sorted ranked paid charged calculated measured divided grouped sold arranged classified ordered listed split billed".split())


def english_for(zh: str, left: Sequence[Token], right: Sequence[Token], before: str, after: str) -> str:
    """The preposition for ``zh`` between the words ``left`` (nearest first) and ``right``, ``before`` and ``after`` being the text; "" where they do not tell."""
    when = time_preposition(after)
    if zh in _LEADING_PLACE and when:
        return when
    asked = governed(left, _SAYS[zh]) if zh in _SAYS else None
    if asked and not (zh in ("和", "与", "跟", "同") and _joins_alike(zh, asked[1], left, right)):
        return asked[0]
    if zh == "每" and right[0].lower in _UNITS and left and (left[0].tag == "#" or left[0].tag == "B" and len(left) > 1 and left[1].lower in _PRICED or left[0].lower in _PRICED or left[0].text[:1].isdigit()):
        return "per"
    if zh in ("如", "像", "比如", "例如", "诸如") and left and left[0].tag == "N" and right[0].tag in ("n", "N", "j", "D", "z"):
        # "fruits 如 apples".
        return "such as"
    if zh in ("除了", "除"):
        return _except(before, after)
    if zh in _SINCE and when:
        return "since" if _PERFECT.search(before) or not before.strip() and _PERFECT.search(after) else "from"
    if zh in _UNTIL and when:
        if _FROM.search(before):
            return "to"
        return "by" if not before.strip() and _WILL.search(after) else "until"
    if zh in _LEADING_PLACE:
        return place_preposition(right)
    if zh == "以":
        return "at" if _AT_LEVEL.match(after) else "in" if _IN_MANNER.match(after) else "by" if right and right[0].tag == "g" else "with"
    if zh in ("按", "按照") and left:
        return "by" if any(t.lower in _BY_METHOD for t in left[:4]) and _PER_UNIT.match(after) else ""
    return ""


def asked_of(zh: str, left: Sequence[Token]) -> str:
    """The preposition that a word on the left (nearest first) asks of ``zh``; "" where none does."""
    asked = governed(left, _SAYS[zh]) if zh in _SAYS else None
    return asked[0] if asked else ""


def _joins_alike(zh: str, governor: Token, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """ "trade 和 investment", "talks 与 visits": two nouns, one beside the other; 和 is "with" only right behind its verb."""
    if governor.tag not in ("n", "N"):
        return zh == "和" and (governor.tag == "j" or governor is not left[0])
    if governor.lower in _OF_TWO:
        return False
    return zh == "和" or not right or right[0].tag not in ("D", "X", "R") and not right[0].text[:1].isupper()


# Of these there is one between two, who are never named side by side with it.
_OF_TWO = frozenset("gap gaps merger marriage contact relationship quarrel feud rivalry conversation border".split())
_UNITS = frozenset("hour day week month year minute second kilo kilogram kilometer ton meter mile person head night liter unit share barrel mu capita page watt kilometre metre litre piece square".split())
_PRICED = frozenset("price cost rate rent fee wage salary charge pay yuan dollars euros kilometers km kg meters percent % speed times once twice".split())


def _except(before: str, after: str) -> str:
    clause = f"{before.rpartition('.')[2]} {after.partition('.')[0]}"
    if _ADDS.search(clause):
        return "besides"
    if not _EXCLUDES.search(clause):
        return ""
    return "except" if re.match(r"(?:on|in|at|for|during|when|that|by)\b", after) else "except for"
