"""Of what kind the thing is that an English noun names: a mother is a person, a lorry a vehicle, a subsidy money."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

_NONE: frozenset[str] = frozenset()
_PRONOUNS = frozenset("he she i you we who whom him me us himself herself myself somebody someone everybody everyone anyone anybody nobody".split())
_PERSON = frozenset(("person",))


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    text = (files("pipeline") / "data" / "english" / "kinds.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines())


@lru_cache(maxsize=1 << 12)
def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of ``noun``, lower case and in the singular, or of the last word of a hyphened compound; none where it is not known."""
    if noun in _PRONOUNS:
        return _PERSON
    said = _table().get(noun) or _table().get(noun.rpartition("-")[2])
    return frozenset(said.split(" ")) if said else _NONE
