"""TBX-Basic version 3 in the style DCT, where an element is named after what it says."""

from __future__ import annotations

from xml.sax.saxutils import escape

from pipeline.exchange.tbx import Tbx


class TbxDct(Tbx):
    """As TBX, with elements in the namespace of the module min."""

    HEAD = Tbx.HEAD.replace('style="dca"', 'style="dct"').replace(' xmlns="', ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns="')

    def _described(self, name: str, value: str) -> str:
        return f"<min:{name}>{escape(value)}</min:{name}>\n" if value else ""

    def _property(self, name: str, value: str) -> str:
        return f"<min:{name}>{value}</min:{name}>" if value else ""
