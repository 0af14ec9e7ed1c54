"""Who is quoted "says" it all through an article, or "said" it: what follows a quotation is told as the article tells it elsewhere."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.english.sentence.tagger import Token, tag

# In which tense an article reports what is said in it; "" where it does not, or in both.
Reporting = Literal["", "now", "then"]

_NOW = "says adds explains recalls admits notes asks jokes insists argues warns complains remarks concludes remembers stresses points comments advises confesses sums replies answers laughs predicts writes"
_THEN = "said added explained recalled admitted noted asked joked insisted argued warned complained remarked concluded remembered stressed pointed commented advised confessed summed replied answered laughed predicted wrote"
# What somebody quoted says or said: right behind the quotation, or behind who it is.
_SAYS, _SAID = (re.compile(rf"[\"”](?: [\w’'.-]+){{0,4}}? (?:{verbs})\b|, (?:he|she|they) (?:{verbs})[,.]") for verbs in ("|".join(_NOW.split()), "|".join(_THEN.split())))
_QUOTED = re.compile(r"[,!?…—，！？][\"”]\s*((?:[\w’'.-]+ +){0,5})$")
_WHO = frozenset("nNjRDX")


def reporting_in(text: str) -> Reporting:
    """In which tense ``text`` reports what is said in it."""
    now, then = len(_SAYS.findall(text)), len(_SAID.findall(text))
    return "now" if now > 2 * then else "then" if then > 2 * now else ""


def is_behind_quotation(left: str) -> bool:
    """True right behind what is quoted, or behind that and who said it: '"It rained," the farmer ...'."""
    quoted = _QUOTED.search(left)
    if quoted is None or "”" not in left[quoted.start() :] and left[left.rfind("\n") + 1 :].count('"') % 2:
        return False
    return all(t.tag in _WHO for t in tag(quoted[1]))


def is_inserted(left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """ "On some evenings, the founder ..., more people talk there": who says so stands between commas."""
    size = next((n for n, t in enumerate(left[:5]) if t.tag not in _WHO), 0)
    return size > 0 and left[size].text == "," and (left[size - 1].tag in ("D", "X", "R") or left[size - 1].text[:1].isupper()) and right[:1] != () and right[0].text == "," and right[1:] != () and right[1].text not in (",", '"', "”") and left[-1].lower not in ("when", "if", "as", "while", "because", "although", "since") and any(t.tag in ("z", "d", "v", "B", "H", "M") for t in right[1:12])


def names_speaker(right: tuple[Token, ...]) -> bool:
    """True for "Wu Kai, who was the manager", "demographer Hou Bin.": who it is that says so, and no verb of theirs."""
    end = next((n for n, t in enumerate(right[:9]) if t.tag not in _WHO or t.lower in ("i", "it")), 9)
    return 0 < end < 9 and (right[end].text in (".", ",", ":", "") or right[end].tag in ("P", "$")) and right[end].tag != "C"
