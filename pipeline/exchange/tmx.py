"""TMX 1.4b as a glossary: a translation unit for each pair of a term and a wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from pipeline.errors import InputError
from pipeline.exchange.rows import canonical, terms_of, wordings
from pipeline.exchange.xml import LINE, local, parsed
from pipeline.lexicon.termbase import POS, STATUS, Term
from pipeline.version import VERSION

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters that XML 1.0 cannot hold in any way of writing.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The content of these stands for formatting in other tools; that of <hi> is text.
_INLINE_CODES = ("bpt", "ept", "it", "ph", "ut", "sub")
_PROPERTIES = {"x-hanmend-pos": ("pos", POS), "x-hanmend-status": ("status", STATUS)}


class Tmx:
    """Reads every unit with Chinese and English in it; writes one for each wording, the part of speech and the status as properties."""

    CANNOT_HOLD: tuple[str, ...] = ("slots", "forms", "countable", "when", "unless", "domain", "also of a term to avoid")

    def read(self, data: bytes, name: str) -> list[Term]:
        """The terms of the document. Raises TermbaseError or InputError ``name:line``."""
        root = parsed(data, name)
        if local(root) != "tmx":
            raise InputError(f"{name}:{root.get(LINE)}: no TMX: the outermost element is <{local(root)}>")
        return terms_of((row for unit in root.iter("tu") for row in _rows(unit)), name)

    def write(self, terms: Iterable[Term]) -> str:
        """The whole document, in canonical order."""
        ordered = [self.held(t) for t in canonical(t for t in terms if t.en)]
        return "".join((head(), *(line for term in ordered for line in _units(term)), FOOT))

    def held(self, term: Term) -> Term:
        """The term as it comes back."""
        return replace(Term(term.zh, term.en, term.pos), also=wordings(term), status=term.status, note=term.note)


def head() -> str:
    """The start of a document from Chinese."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'<header creationtool="hanmend" creationtoolversion="{VERSION}" segtype="phrase" o-tmf="hanmend" adminlang="en" srclang="zh" datatype="plaintext"/>\n<body>\n'
    )


FOOT = "</body>\n</tmx>\n"


def variant(language: str, text: str) -> str:
    """A text of a unit in its language."""
    return f'<tuv xml:lang="{language}"><seg>{written(text)}</seg></tuv>\n'


def written(text: str) -> str:
    """``text`` as XML holds it; what it cannot hold is a replacement character."""
    return escape(NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def segment_text(segment: Element) -> str:
    """The text of a segment, what stands for formatting in other tools left out."""
    parts = [segment.text or ""]
    for inner in segment:
        parts += ("" if local(inner) in _INLINE_CODES else segment_text(inner), inner.tail or "")
    return "".join(parts)


def texts_of(unit: Element) -> dict[str, tuple[str, str]]:
    """The first text of each language, by its primary subtag, with the attribute ``LINE`` of its variant."""
    texts: dict[str, tuple[str, str]] = {}
    for found in unit.iter("tuv"):
        language = (found.get(LANGUAGE) or found.get("lang") or "").lower().replace("_", "-").split("-")[0]
        segment = found.find("seg")
        if segment is not None:
            texts.setdefault(language, (segment_text(segment), found.get(LINE, "1")))
    return texts


def _units(term: Term) -> Iterator[str]:
    for wording in (term.en, *term.also):
        first = wording == term.en
        said = {"x-hanmend-pos": term.pos, "x-hanmend-status": term.status if first else ""}
        yield "<tu>\n"
        yield f"<note>{written(term.note)}</note>\n" if first and term.note else ""
        yield from (f'<prop type="{kind}">{value}</prop>\n' for kind, value in said.items() if value)
        yield f"{variant('zh', term.zh)}{variant('en', wording)}</tu>\n"


def _rows(unit: Element) -> Iterator[tuple[int, dict[str, str]]]:
    texts = texts_of(unit)
    if "zh" not in texts or "en" not in texts:
        return
    cells = {"zh": texts["zh"][0], "en": texts["en"][0], "note": " ".join(unit.findtext("note", "").split())}
    for prop in unit.findall("prop"):
        column, known = _PROPERTIES.get(prop.get("type", ""), ("", ()))
        if column and prop.text in known:
            cells[column] = prop.text or ""
    yield int(texts["en"][1]), cells
