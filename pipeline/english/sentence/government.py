"""Which preposition a word asks for behind it: "responsible for", "aimed at", "his attitude toward", "provide them with"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.english.inflection import forms
from pipeline.english.sentence.tagger import Token
from pipeline.english.vocabulary import words

# Verbs by their bare form, nouns in the singular; participles only where they have a preposition of their own.
_GOVERNED = {
    "for": "responsible famous suitable necessary ready sorry late eligible qualified grateful responsibility search request respect passion preference market blame praise thank apologize apology wait pay vote fight prepare "
    "care hope wish essential convenient demand need reason support plan gift present suited fit unfit useful useless account buy cook opportunity chance room space requirement rule standard guideline "
    "incentive subsidy forecast target tool platform model bid candidate excuse price cure treatment medicine remedy concern recipe home bad good warning enthusiasm known",
    "to": "belong contribute lead adapt adjust amount attach cater commit conform correspond expose limit listen object owe refer relate reply respond return stick subject submit yield access approach answer barrier challenge "
    "contribution damage devotion exception harm key reaction response resistance solution threat visit similar close equal loyal harmful sensitive vulnerable accustomed addicted allergic beneficial comparable crucial due exposed immune "
    "inferior superior married opposed parallel prior related relevant resistant attractive friendly hostile indifferent important apply opposition objection commitment send sell lend give offer teach explain introduce report deliver "
    "extend grow rise fall drop increase decrease turn switch transfer move hand recommend adjacent next contrary preferable unique common obvious clear familiarize devote dedicate pledge announce donate donation export speech letter message "
    "invitation apologize complain say speak talk bow propose lose loss surrender unfair fair cruel kind rude polite alternative risk",
    "on": "depend rely focus concentrate insist base impose spend count bet comment congratulate decide reflect impact effect influence ban attack dependence emphasis pressure research restriction view dependent keen burden tariff curb "
    "crackdown consensus tax limit book article lecture paper advice debate vote ruling decision judgment stance position agree inform strike embargo sanction reliance study data",
    "at": "aim arrive laugh look stare glance shout surprised skilled adept target point wave smile angry gaze yell scream direct",
    "in": "interested invest participate specialize result succeed believe engage interest confidence belief experience involved rich fluent located born stake investment trust expertise progress faith disappear live appear occur happen rooted confident",
    "with": "compare comply cooperate deal cope associate combine connect equip fill provide supply compete communicate familiar unfamiliar satisfied dissatisfied popular consistent compatible pleased disappointed busy covered equipped faced cooperation "
    "contact relationship competition comparison contrast angry meet agree agreement talk conflict link tie relation border clash quarrel dialogue dialog partnership deal contract conversation disagree share interact keep identical patient "
    "strict impatient happy gap merger marriage quarrel feud rivalry dissatisfaction satisfaction familiarity help coincide overlap match",
    "of": "aware afraid capable full proud tired fond short ashamed jealous sick typical independent knowledge understanding fear control awareness use analysis love criticism assessment evaluation protection consist think dream remind accuse "
    "suspect opponent supporter composed critical supportive suspicious convinced intolerant worthy guilty innocent supervision management perception expectation review definition interpretation judge hatred appreciation rid part member advantage",
    "from": "differ suffer benefit come derive recover prevent separate protect different absent far away isolate exempt graduate retire escape originate stem hear import translate learn borrow emerge shift withdraw release resign return "
    "depart flee remove extract collect buy distinguish range arise distance free",
    "about": "worried anxious concerned excited curious optimistic pessimistic cautious nervous serious doubtful enthusiastic worry question information doubt story rumor complaint opinion complain know talk care uneasy confused positive negative "
    "crazy passionate skeptical certain sure sad news detail idea",
    "against": "discriminate protest campaign lawsuit prejudice evidence charge allegation measure fight defend discrimination sue accusation offensive guard",
    "toward": "attitude hostility hostile friendly move lean feeling behavior attitude head tilt march drift",
    "over": "dispute advantage control concern worry disagreement power",
    "as": "regard serve treat describe act known view recognize designate list appoint function classify define identify",
    "into": "transform convert divide translate turn integrate break split merge incorporate inquiry investigation research develop grow build cut",
    "than": "less more rather",
    "by": "surround follow accompany cause lead drive write own run replace fund affect",
}  # fmt: skip


def _of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for preposition, governors in _GOVERNED.items():
        for word in governors.split():
            found.setdefault(word, []).append(preposition)
    return {word: tuple(own) for word, own in found.items()}


_OF_WORD = _of_words()
_FAR = 9


def governed(left: Sequence[Token], allowed: Collection[str]) -> tuple[str, Token] | None:
    """The first of ``allowed`` that a word on the left (nearest first) asks for, and that word.

    A verb reaches over its object, a noun over its "of": "provide residents", "the impact of drought".
    """
    for n, token in enumerate(left[:_FAR]):
        if not token.text[:1].isalpha() or token.tag in ("S", "W", "M", "C", "T"):
            return None
        then = left[n - 1] if n else None
        heads = then is None or then.lower == "of" or then.tag == "r" or token.tag in ("v", "z", "d", "g") or token.tag == "p" and then.tag not in ("n", "N", "j")
        if heads:
            own = _own(token)
            found = next((p for p in allowed if p in own), None)
            if found:
                return found, token
        if token.tag in ("v", "z", "d", "B", "H", "O") or token.tag == "P" and token.lower != "of":
            return None
    return None


def _own(token: Token) -> tuple[str, ...]:
    return _OF_WORD.get(token.lower) or _OF_WORD.get(words.lemma(token.lower)) or _OF_WORD.get(forms.singular(token.lower)) or ()


_ON_DAY = re.compile(r"(?:(?:the )?(?:morning|afternoon|evening|night|day|eve|weekend) (?:of|before|after)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b(?!\d)"
                     r"|(?:the )?\d{1,2}(?:st|nd|rd|th)\b(?! century)|the (?:first|second|third|last|same|next|final) day\b|that day\b|weekends\b|weekdays\b|Christmas Eve\b)", re.IGNORECASE)  # fmt: skip
_IN_TIME = re.compile(r"(?:(?:early|late|mid)[- ]|(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:1[5-9]|20)\d\d\b|the (?:1[5-9]|20)\d0s|the (?:\w+ )?(?:morning|afternoon|evening|summer|autumn|fall|winter|spring|century|past|future)\b"
                      r"|the (?:\w+ )?(?:half|quarter) of\b|the (?:first|second|third|fourth|last) (?:half|quarter|week|month)\b|(?:spring|summer|autumn|winter)\b)", re.IGNORECASE)  # fmt: skip
_AT_TIME = re.compile(r"(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\d{1,2}:\d\d|noon\b|midnight\b|dawn\b|dusk\b|night\b|(?:the|that|this) (?:very )?(?:end|beginning|start|age|moment|turn|same time)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock)", re.IGNORECASE)  # fmt: skip
_ON_PLACES = frozenset("internet market stage wall roof floor beach island coast ground road street farm campus sale way bus train platform website screen list agenda media television tv phone board earth foot page average basis side balcony shelf bench sofa bed horse ship deck surface web app border plateau continent planet moon court bridge river".split())
_AT_PLACES = frozenset("home work school college airport station party meeting conference ceremony door gate entrance top bottom edge corner core risk price speed cost rate dinner lunch breakfast forum summit event site scene temperature exhibition expo fair stage table exit level intersection crossroads counter desk window university stop institute hotel theater clinic wedding funeral festival championship olympics".split())


def time_preposition(right: str) -> str:
    """What leads to the time that ``right`` begins with: "on" a day, "in" a month, "at" noon; "" for what is no time."""
    return "on" if _ON_DAY.match(right) else "at" if _AT_TIME.match(right) else "in" if _IN_TIME.match(right) else ""


def place_preposition(right: Sequence[Token]) -> str:
    """What leads to the place that the noun phrase on the right names: "on" the wall, "at" the airport, else "in"."""
    head = ""
    for token in right[:6]:
        if token.tag in ("n", "N", "g"):
            head = token.lower
        elif head or token.tag not in ("D", "X", "j", "#"):
            break
    head = forms.singular(head)
    if head in _ON_PLACES:
        return "on"
    return "at" if head in _AT_PLACES else "in"
