"""Reports of one event: what a court, a ministry, a firm or an index did once is told as over where nothing else tells when."""

from __future__ import annotations

from pipeline.english.sentence.place import Place
from pipeline.english.sentence.tagger import Token
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.times import MONTHS, PERIODS, USUALLY, WEEKDAYS

_WHO_ACTS = frozenset(
    "court ministry regulator watchdog board parliament council commission committee bank government company firm startup start-up carmaker automaker chipmaker drugmaker maker manufacturer retailer giant group operator authority authorities "
    "agency bureau department exchange senate congress union association airline lender judge tribunal cabinet president premier minister administration city sides parties court governments companies banks countries".split()
)
_WITH_AN_END = PERIODS | MONTHS | WEEKDAYS | {"half"}
_AS_A_RULE = USUALLY | frozenset("any today now currently these".split())
_TRADED = frozenset("index shares stock stocks futures yields yuan dollar euro yen pound composite nasdaq dow s&p ftse nikkei dax kospi cac hsi sensex".split())
_DONE_ONCE = frozenset(
    "launch issue approve sign buy introduce publish release open establish found sell suspend halt recall reach merge complete file receive obtain convene vote enter hand roll lay invest set adopt pass order impose raise cut lower reduce close end finish report unveil submit appoint strike seal hire delist acquire announce".split()
)
_MOVES = frozenset("close end finish open fall rise drop decline slide slip plunge tumble slump jump surge soar climb gain lose dip edge rally".split())

_CHANGES = _MOVES | frozenset("grow increase decrease double triple shrink expand contract advance edge account reach total".split())


def reports_event(place: Place) -> str:
    """ "traded" where shares or an index stand before and a figure follows, "acts" where an institution does and an object follows, "acted" where none does, "measured" where it is told how much something changed in a period; else ""."""
    subject: list[Token] = []
    for token in place.left:
        if token.tag in ("r",) and not subject:
            continue
        if token.tag not in ("n", "N", "D", "X", "j", "#", "p", "g") and token.lower != "of":
            break
        subject.append(token)
    if not subject or subject[0].tag in ("D", "X", "j", "p"):
        return ""
    if any(t.lower in _AS_A_RULE for t in (*place.left[:15], *place.right[:15])):
        return ""
    ofs = [i for i, t in enumerate(subject) if t.lower == "of"]
    head = subject[ofs[-1] + 1] if ofs and ofs[-1] + 1 < len(subject) else subject[0]
    nxt = place.after(0)
    if _told_of_a_period(place):
        return "measured"
    known = any(t.tag in ("D", "X") and t.lower not in ("a", "an", "any", "no", "all", "most", "some", "many") or t.tag == "#" for t in subject)
    if head.lower in _TRADED and (known or head.tag == "N"):
        return "traded" if nxt.tag == "#" or nxt.text[:1].isdigit() or nxt.lower in ("by", "at", "to", "as") else ""
    named = head.text[:1].isupper() and not words.guess(head.lower).strip("nNz") and not (len(subject) == 1 and words.known_verb(head.lower))
    if not (known and head.lower in _WHO_ACTS or named):
        return ""
    if nxt.tag in ("P", "T") or nxt.text in (",", "."):
        return "acted"
    return "acts" if nxt.tag in ("D", "X", "#") or nxt.text[:1].isdigit() else ""


def _told_of_a_period(place: Place) -> bool:
    """How much is told of a time that has an end: "by 12 percent in the first quarter"."""
    near = place.right[:8]
    much = any(t.text.endswith("%") or t.lower in ("percent", "percentage") for t in near[:4])
    return much and any(t.lower in _WITH_AN_END for t in near)


def is_reported(en: str, kind: str) -> bool:
    """True for what is done once: "launch" of a firm, "fall" of shares, "reach an agreement" where no object follows."""
    if kind == "acted":
        verb, _, rest = en.partition(" ")
        return verb in _DONE_ONCE and words.guess(rest.partition(" ")[0])[:1] in ("D", "n", "N", "j") and words.guess(rest.rpartition(" ")[2])[:1] in ("n", "N")
    return en.split(" ", 1)[0] in (_MOVES if kind == "traded" else _CHANGES if kind == "measured" else _DONE_ONCE if kind else ())
