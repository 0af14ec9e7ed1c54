"""TBX-Basic version 2, the martif that older tools read."""

from __future__ import annotations

from pipeline.exchange.tbx import Tbx


class TbxV2(Tbx):
    """As TBX, with the names of version 2."""

    HEAD = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n<martif type="TBX-Basic" xml:lang="en">\n'
        "<martifHeader><fileDesc><sourceDesc><p>Glossary written by hanmend</p></sourceDesc></fileDesc></martifHeader>\n<text><body>\n"
    )
    FOOT = "</body></text>\n</martif>\n"
    ENTRY, LANGUAGE, TERM = "termEntry", "langSet", "tig"
