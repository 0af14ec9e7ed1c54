"""The concepts of a TBX document, whatever its version and style: a Chinese term, English terms, what is said of each."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pipeline.errors import InputError
from pipeline.exchange.xml import LINE, local, parsed

POS = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb", "name": "properNoun"}
STATUS = {"preferred": "preferredTerm-admn-sts", "admitted": "admittedTerm-admn-sts", "deprecated": "deprecatedTerm-admn-sts"}
_POS = {theirs: ours for ours, theirs in POS.items()}
_STATUS = {theirs: ours for ours, theirs in STATUS.items()} | {"supersededTerm-admn-sts": "deprecated"}
_STATUS |= {theirs.removesuffix("-admn-sts"): ours for theirs, ours in _STATUS.items()}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def concept_rows(data: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """A row for each pair of a Chinese and an English term of one concept. Raises InputError ``name:line`` for what is no TBX."""
    root = parsed(data, name)
    if local(root) not in ("tbx", "martif"):
        raise InputError(f"{name}:{root.get(LINE)}: no TBX: the outermost element is <{local(root)}>, not <tbx> or <martif>")
    for concept in root.iter():
        if local(concept) in ("conceptEntry", "termEntry"):
            yield from _rows(concept)


def _rows(concept: Element) -> Iterator[tuple[int, dict[str, str]]]:
    sections: dict[str, list[dict[str, str]]] = {"zh": [], "en": []}
    domain = ""
    for section in concept:
        if not domain and (section.get("type") or local(section)) == "subjectField":
            domain = " ".join("".join(section.itertext()).split())
        language = section.get(_LANGUAGE, section.get("lang", "")).lower().replace("_", "-").split("-")[0]
        if local(section) in ("langSec", "langSet") and language in sections:
            sections[language] += [_said(term) for term in section if local(term) in ("termSec", "tig", "ntig")]
    for zh in sections["zh"]:
        for en in sections["en"]:
            pos, status = _POS.get(en["partOfSpeech"] or zh["partOfSpeech"], ""), _STATUS.get(en["administrativeStatus"], "")
            yield int(en["line"]), {"zh": zh["term"], "en": en["term"], "pos": pos, "status": status, "note": en["note"], "domain": domain}


def _said(section: Element) -> dict[str, str]:
    """The term and its properties: in DCA the name stands in ``type``, in DCT it is that of the element."""
    said = {"term": "", "partOfSpeech": "", "administrativeStatus": "", "note": "", "line": section.get(LINE, "1")}
    for element in section.iter():
        property = element.get("type") or local(element)
        if property in said and property != "line" and not said[property]:
            said[property] = " ".join("".join(element.itertext()).split())
            if property == "term":
                said["line"] = element.get(LINE, "1")
    return said
