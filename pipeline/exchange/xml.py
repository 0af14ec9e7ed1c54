"""XML read without entities, every element with the line where it starts."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from pipeline.errors import InputError

LINE = "\0line"


def parsed(data: bytes, name: str) -> Element:
    """The outermost element; ``LINE`` is an attribute of each. Raises InputError ``name:line`` for no XML and for declared entities."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    builder = _Builder()
    parser = DefusedXMLParser(target=builder, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    builder.expat = parser.parser
    try:
        parser.feed(data)
        root: Element = parser.close()
        return root
    except ParseError as error:
        raise InputError(f"{name}:{error.position[0]}: not well-formed XML: {error}") from None
    except DefusedXmlException:
        raise InputError(f"{name}:{builder.expat.CurrentLineNumber}: declares XML entities, which are not read; save it without them") from None
    except (LookupError, ValueError) as error:
        raise InputError(f"{name}:1: not XML that can be read: {error}") from None


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


class _Builder(TreeBuilder):
    expat: Any = None

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        return super().start(tag, {**attrs, LINE: str(self.expat.CurrentLineNumber)})
