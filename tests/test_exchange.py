"""Glossaries of other programs: round trips, files as those programs document them, damaged files with their place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import plugins
from pipeline.errors import HanmendError
from pipeline.exchange import EXCHANGES
from pipeline.lexicon.termbase import POS, STATUS, Term

words = st.text("abcXYZ <>&\"',.-#é", min_size=1, max_size=12).map(lambda s: " ".join(s.split())).filter(bool)
terms = st.builds(
    Term, zh=st.text("红利流量<&,\"严峻𠮷", min_size=1, max_size=5).map(lambda s: "经" + s), en=words, pos=st.sampled_from(("", *POS)),
    also=st.lists(words, max_size=3, unique=True).map(tuple), countable=st.sampled_from(("", "no")), status=st.sampled_from(STATUS), note=words | st.just(""),
)  # fmt: skip


def made(name: str):
    return plugins.load(EXCHANGES, name, "glossary format")()


@pytest.mark.parametrize("name", EXCHANGES)
@settings(max_examples=60, deadline=None)
@given(given_terms=st.lists(terms, min_size=1, max_size=6, unique_by=lambda t: t.zh))
def test_what_a_format_can_hold_comes_back(name: str, given_terms: list[Term]) -> None:
    form = made(name)
    text = form.write(given_terms)
    back = form.read(text.encode(), "x")
    assert sorted(back, key=lambda t: t.zh) == sorted(map(form.held, given_terms), key=lambda t: t.zh)
    assert form.write(back) == text == form.write(reversed(given_terms))


@pytest.mark.parametrize("name", EXCHANGES)
def test_what_is_lost_is_listed(name: str) -> None:
    form = made(name)
    whole = Term("红利", "dividend", "np", ("bonus",), (("attr", "bonus"),), (("plural", "dividends"),), "yes", ("流量",), ("股票",), "forbidden", "why", "web")
    lost = {field for field in ("pos", "also", "slots", "forms", "countable", "when", "unless", "status", "note", "domain") if getattr(form.held(whole), field) != getattr(whole, field)}
    assert lost <= {entry.split()[0] for entry in form.CANNOT_HOLD}


V2 = """<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body>
<termEntry id="1"><langSet xml:lang="en-US"><ntig><termGrp><term>traffic</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
<langSet xml:lang="zh-CN"><tig><term>流量</term></tig></langSet><langSet xml:lang="de"><tig><term>Verkehr</term></tig></langSet></termEntry></body></text></martif>"""
DCT = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="c1"><min:subjectField>web</min:subjectField><langSec xml:lang="zh"><termSec><term>流量</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>flow</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>traffic</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec></conceptEntry></body></text></tbx>"""
EXAMPLES = [
    ("tbx", V2, [Term("流量", "traffic", "noun")]),
    ("tbx", DCT, [Term("流量", "flow", status="deprecated", domain="web"), Term("流量", "traffic", "noun", domain="web")]),
    ("utx", "#UTX 1.11; zh/en\n#src\ttgt\tsrc:pos\tterm status\n流量\tflow\tnoun\tforbidden\n流量\ttraffic\tnoun\tapproved\n", [Term("流量", "traffic", "noun", status="preferred", note="forbidden: flow")]),
    ("deepl", "流量,traffic,zh,en\n", [Term("流量", "traffic")]),
    ("deepl", "\ufeff流量\ttraffic\r\n红利\tbonus, dividend\r\n", [Term("流量", "traffic"), Term("红利", "bonus, dividend")]),
    ("google", "en-US,de,zh-CN\ntraffic,Verkehr,流量\n", [Term("流量", "traffic")]),
    ("weblate", '"location","source","target","context"\n"","流量","traffic","noun"\n', [Term("流量", "traffic", "noun")]),
]


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES)
def test_files_as_other_programs_write_them(name: str, text: str, expected: list[Term]) -> None:
    assert made(name).read(text.encode(), "x") == expected


DAMAGED = [
    ("csv", b"zh,en\n\xe7,a\n", "g:2: byte 6 is not UTF-8"),
    ("deepl", "流量,traffic\n红利\n".encode(), "g:2: one cell"),
    ("deepl", "流量,Verkehr,zh,de\n".encode(), "g:1: from 'zh' to 'de'"),
    ("deepl", "流量,a|b\n".encode(), "g:1: 'a|b' holds '|'"),
    ("deepl", "流量,traffic\ntraffic,流量\n".encode(), "g:2: 'traffic' in column zh holds no Chinese"),
    ("google", "en,de\na,流量\n".encode(), "g:1: no column 'zh'"),
    ("weblate", b"source,context\n", "g:1: no column 'target'"),
    ("utx", "流量\ttraffic\n".encode(), "g:1: no UTX"),
    ("utx", "#UTX 1.11; zh/en\n流量\ttraffic\n".encode(), "g:2: a term before the line"),
    ("tbx", b"<html/>", "g:1: no TBX: the outermost element is <html>"),
    ("tbx", b"<tbx>\n<text>\n</tbx>", "g:3: not well-formed XML"),
    ("tbx", b"<tbx/>", "g:1: no term in it"),
    ("tbx", DCT.replace("traffic", "流量").encode(), "g:4: the English of '流量' holds Chinese"),
]


@pytest.mark.parametrize(("name", "data", "said"), DAMAGED)
def test_a_damaged_file_is_refused_with_its_place(name: str, data: bytes, said: str) -> None:
    with pytest.raises(HanmendError) as caught:
        made(name).read(data, "g")
    assert str(caught.value).startswith(said) and "\n" not in str(caught.value)


@pytest.mark.parametrize("entity", ['<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">', '<!ENTITY a SYSTEM "file:///etc/passwd">', '<!ENTITY % a SYSTEM "x.dtd">'])
@pytest.mark.parametrize("name", ["tbx", "tbx-dct", "tbx-v2", "tmx"])
def test_entities_are_refused_at_once(name: str, entity: str) -> None:
    started = time.monotonic()
    with pytest.raises(HanmendError, match=r"g:1: declares XML entities"):
        made(name).read(f"<!DOCTYPE tbx [{entity}]>\n<tbx>&a;</tbx>".encode(), "g")
    assert time.monotonic() - started < 1


TMX = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" segtype="sentence" adminlang="EN-US" srclang="ZH-CN" datatype="PlainText"/><body>
<tu tuid="1"><note>web</note><tuv xml:lang="ZH-CN"><seg>流量</seg></tuv><tuv xml:lang="EN-US"><seg><bpt i="1">&lt;b&gt;</bpt>traffic<ept i="1">&lt;/b&gt;</ept></seg></tuv></tu>
<tu><tuv lang="en"><seg>dividend</seg></tuv><tuv lang="zh"><seg>红利</seg></tuv><tuv lang="de"><seg>Dividende</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>nichts</seg></tuv></tu></body></tmx>"""


def test_a_tmx_of_another_program_is_read() -> None:
    assert made("tmx").read(TMX.encode(), "x") == [Term("流量", "traffic", note="web"), Term("红利", "dividend")]
