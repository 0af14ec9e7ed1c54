"""What an article says of itself: the key ``hanmend`` of its front matter, in YAML (``---``) or TOML (``+++``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from pipeline import plugins
from pipeline.chinese.key import key
from pipeline.errors import InputError
from pipeline.lexicon.termbase import term_of
from pipeline.model import Document, Settings
from pipeline.script import HAN_CHARACTER

KEY = "hanmend"
_KEYS = ("domains", "glossary", "keep", "ignore")


def settings_of(doc: Document) -> Settings:
    """The settings in the front matter of ``doc``; empty where it says nothing. Raises InputError ``path:line`` that names key and value."""
    front = doc.regions[0].span.of(doc.source) if doc.regions and doc.regions[0].kind == "front-matter" else ""
    if KEY not in front:
        return Settings()
    said, line = _said(front.lstrip("\ufeff"), doc.path)
    return _settings(said, f"{doc.path}:{line}") if said is not None else Settings()


def _said(front: str, path: str) -> tuple[Any, int]:
    """The value of the key, and the line that it stands in; None where the key is not there."""
    inside = "\n".join(front.splitlines()[1:-1])
    if front.startswith("+++"):
        try:
            return tomllib.loads(inside).get(KEY), _line(front, f"[{KEY}")
        except tomllib.TOMLDecodeError as error:
            raise InputError(f"{path}:1: the front matter is not valid TOML: {error}") from None
    import yaml

    try:
        whole = yaml.safe_load(inside)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise InputError(f"{path}:{mark.line + 2 if mark else 1}: the front matter is not valid YAML: {getattr(error, 'problem', error)}") from None
    return (whole.get(KEY), _line(front, f"{KEY}:")) if isinstance(whole, dict) else (None, 1)


def _line(front: str, start: str) -> int:
    return next((number for number, line in enumerate(front.splitlines(), 1) if line.startswith(start)), 1)


def _settings(said: Any, place: str) -> Settings:
    if not isinstance(said, Mapping):
        raise InputError(f"{place}: '{KEY}' is {said!r}; write keys below it: {', '.join(_KEYS)}")
    for name in said:
        if name not in _KEYS:
            raise InputError(f"{place}: unknown key '{name}' below '{KEY}'{plugins.suggestion(str(name), _KEYS)}; known are {', '.join(_KEYS)}")
    ignore = said.get("ignore", False)
    if not isinstance(ignore, bool):
        raise InputError(f"{place}: 'ignore' is {ignore!r}; write true or false")
    keep = _texts(said, "keep", place)
    for zh in keep:
        if not HAN_CHARACTER.search(zh):
            raise InputError(f"{place}: '{zh}' in 'keep' holds no Chinese")
    return Settings(domains=_texts(said, "domains", place), terms=_terms(said.get("glossary", {}), place), keep=keep, ignored=ignore)


def _terms(glossary: Any, place: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(glossary, Mapping) or not all(isinstance(part, str) for pair in glossary.items() for part in pair):
        raise InputError(f"{place}: 'glossary' is {glossary!r}; write a line 'Chinese: English' for each term")
    for zh, en in glossary.items():
        term_of({"zh": zh, "en": en}, place)
    return tuple((key(zh), en) for zh, en in glossary.items())


def _texts(said: Mapping[str, Any], name: str, place: str) -> tuple[str, ...]:
    value = said.get(name, [])
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise InputError(f"{place}: '{name}' is {value!r}; write a list of texts")
    return tuple(value)
