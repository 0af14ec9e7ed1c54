"""A memory as TMX 1.4b, for other translation tools: pairs of segments, with our own record beside them as a property."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import IO
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape, quoteattr

from pipeline.chinese.key import key
from pipeline.errors import InputError
from pipeline.exchange.tmx import FOOT, NOT_XML, head, texts_of, variant
from pipeline.memory.jsonl import record_of
from pipeline.memory.store import Recorded, Unit

_PROPERTY = "x-hanmend-record"


def write_tmx(records: Iterable[Recorded | Unit]) -> Iterator[str]:
    """The parts of the document, in order."""
    yield head()
    for record in records:
        yield _unit(record)
    yield FOOT


def _unit(record: Recorded | Unit) -> str:
    kind = "unit" if isinstance(record, Unit) else "answer"
    whole = json.dumps({"kind": kind, **asdict(record)}, ensure_ascii=True, sort_keys=True)
    head = "<tu>" if isinstance(record, Unit) else f"<tu tuid={quoteattr(NOT_XML.sub('', record.key))}>"
    return f'{head}\n<prop type="{_PROPERTY}">{escape(whole)}</prop>\n{variant("zh", record.zh)}{variant("en", _english(record))}</tu>\n'


def _english(record: Recorded | Unit) -> str:
    return record.en if isinstance(record, Unit) else record.text


def read_tmx(file: IO[bytes], name: str) -> Iterator[Recorded | Unit]:
    """The records of a TMX document, as a stream. What another tool wrote or changed counts as approved.

    Raises InputError with ``name``: no XML, entities (which could blow it up), no TMX, a unit that cannot be understood.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    number = 0
    try:
        for event, element in iterparse(file, events=("start", "end")):
            if event == "start" and number == 0 and element.tag == "tmx":
                number = 1
            elif event == "start" and number == 0:
                raise InputError(f"{name}: no TMX: the outermost element is <{element.tag}>")
            elif event == "end" and element.tag == "tu":
                yield from _read(element, f"{name}: unit {number}", name)
                number += 1
                element.clear()
    except ParseError as error:
        raise InputError(f"{name}: not well-formed XML: {error}") from None
    except DefusedXmlException:
        raise InputError(f"{name}: declares XML entities, which are not read; save it without them") from None


def _read(unit: Element, place: str, name: str) -> Iterator[Recorded | Unit]:
    texts = {language: text for language, (text, _) in texts_of(unit).items()}
    own = next((p.text for p in unit.findall("prop") if p.get("type") == _PROPERTY and p.text), None)
    if own:
        try:
            record = record_of(json.loads(own), place)
        except ValueError as error:
            raise InputError(f"{place}: its property {_PROPERTY} is not JSON: {error}") from None
        if NOT_XML.sub("\ufffd", _english(record)) == texts.get("en"):
            yield record
            return
    zh, en = key(texts.get("zh", "")), texts.get("en", "").strip()
    if zh and en:
        yield Unit(zh, en, origin=f"tmx:{name.rsplit('/', 1)[-1]}")

