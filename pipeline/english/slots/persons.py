"""Where somebody stands rather than something: before a name, as the subject of what only people do."""

from __future__ import annotations

from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words

_QUOTES = tuple("\"“‘")
_OF_PEOPLE = frozenset(
    "say talk think believe shout smile laugh nod ask tell reply answer whisper cry weep sigh frown agree decide hope wish complain argue praise criticize criticise explain joke sit sleep wear walk cheer applaud sing "
    "admit insist promise warn retire resign marry apologize apologise thank forget remember notice hesitate speak quip scream yell mutter grin".split()
)


def is_personal(place: Place) -> bool:
    """ "... Zhao Min tells", "the ... were already talking"."""
    nxt = place.after(0)
    if nxt.text[:1].isupper() and nxt.text[1:].islower() and nxt.tag == "n" and (place.after(1).text[:1].isupper() and place.after(1).text[1:].islower() or place.after(1).text in _QUOTES):
        return True
    verb = next((t for t in place.right[:5] if t.tag not in ("r", "B", "H", "M")), None)
    if verb is None or verb.tag not in tuple("zdvgp") or verb.tag == "g" and place.after(0).tag != "B" and place.after(0).tag != "r":
        return False
    return verb.tag != "p" and (words.lemma(verb.lower) or verb.lower) in _OF_PEOPLE
