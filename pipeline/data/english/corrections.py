"""Hand corrections to the table that make_words.py writes."""

from __future__ import annotations

_BY_TAGS: dict[str, str] = {"n": "traffic"}
CORRECTIONS = {word: tags for tags, forms in _BY_TAGS.items() for word in forms.split()}
NOT_VERBS = frozenset("people man woman time year day way thing".split())
NOT_NOUNS = frozenset("go get say see come know give tell let become make take do be have".split())
