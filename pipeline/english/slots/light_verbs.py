"""A verb that stands before a fragment may be the first half of its wording: "took" of "take effect", "came into" of "come into force"."""

from __future__ import annotations

from pipeline.english.inflection.verb_forms import gerund, participle, past, third_person
from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words

_LIGHT = frozenset("take make have give pay play do go".split())
_INTO = frozenset("come go put enter bring".split())


def light_verb(place: Place) -> str:
    """ "take" behind "took", "into" behind "came into", else ""."""
    here = place.before(0).lower
    if here == "into":
        return here if _base(place.before(1).lower) in _INTO else ""
    verb = _base(here) if here else ""
    return verb if verb in _LIGHT else ""


def without_light_verb(en: str, light: str) -> str:
    """What "take effect" says beyond "take"; "" where it does not begin so."""
    first, _, rest = en.partition(" ")
    if light == "into":
        first, _, rest = en.partition(" into ")
        return rest if first in _INTO else ""
    return rest if first == light and rest and words.guess(rest.split(" ")[0])[:1] in ("n", "N", "j", "D", "X") else ""


_BASES = {form: verb for verb in (*_LIGHT, *_INTO) for form in (verb, third_person(verb), past(verb), participle(verb), gerund(verb))}


def _base(word: str) -> str:
    """The bare form of ``word``, "" where it is no form of a verb that matters here."""
    return _BASES.get(word, "")
