"""``hanmend glossary`` add, remove, import and export: nothing is lost, a damaged file changes nothing."""

from __future__ import annotations

import pathlib

import pytest

from pipeline.cli import main
from pipeline.exchange import EXCHANGES
from pipeline.lexicon.termbase import Term
from pipeline.terminology.exchanging import format_of, merged

ROWS = "zh,en,pos,also,when,note\n流量,traffic,noun,,,\n红利,dividend,noun,boon,,of growth\n红利,bonus,noun,,工资,\n"


@pytest.fixture
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def glossary(*arguments: str) -> int:
    return main(["glossary", *arguments])


def test_a_term_is_added_gets_a_new_wording_and_is_removed(folder: pathlib.Path) -> None:
    file = folder / "glossary.csv"
    assert glossary("add", "红利", "dividend", "--pos", "noun") == glossary("add", "红利", "bonus") == 0
    assert file.read_text("utf-8") == "zh,en,pos,also\n红利,bonus,noun,dividend\n"
    assert glossary("remove", "红利", "bonus") == 0
    assert file.read_text("utf-8") == "zh,en,pos\n红利,dividend,noun\n"
    assert glossary("remove", "红利") == 0
    assert file.read_text("utf-8") == "zh,en\n"


def test_the_glossary_of_the_recipe_is_meant(folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "hanmend.toml").write_text('glossary = ["terms/house.csv"]\n')
    (folder / "terms").mkdir()
    (folder / "articles").mkdir()
    monkeypatch.chdir(folder / "articles")
    assert glossary("add", "红利", "dividend") == 0
    assert (folder / "terms" / "house.csv").read_text("utf-8") == "zh,en\n红利,dividend\n"


def test_of_several_rows_one_has_to_be_named(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "glossary.csv").write_text("zh,en,pos\n提升,improvement,noun\n提升,improve,verb\n", "utf-8")
    assert glossary("add", "提升", "raise") == 2
    assert "'提升' has several rows (noun: improvement, verb: improve); say which one with --pos" in capsys.readouterr().err
    assert glossary("add", "提升", "raise", "--pos", "verb") == 0
    assert "提升,raise,verb,improve\n" in (folder / "glossary.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "arguments", "said"),
    [
        (b"zh,en\n\xe7\xba,a\n", ("add", "红", "red"), "glossary.csv: byte 6 is not UTF-8"),
        ("zh,en\n红,\n".encode(), ("add", "红利", "dividend"), "glossary.csv:2: '红' has no English"),
        ("zh,en\n红,red\n".encode(), ("add", "red", "红"), "'red' with '红' cannot be added"),
        ("zh,en\n红,red\n".encode(), ("add", "红", "red", "--pos", "nuon"), "unknown part of speech 'nuon'"),
        ("zh,en,pos,also\n红利,dividend,noun,bonus\n".encode(), ("remove", "红利", "gone"), "no row for '红利' with 'gone'; it has 'dividend', 'bonus'"),
        ("zh,en\n红,red\n".encode(), ("remove", "绿"), "glossary.csv: no row for '绿'"),
        ("zh,en\n红,red\n".encode(), ("import", "g.tbx"), "g.tbx:2: not well-formed XML"),
        ("zh,en\n红,red\n".encode(), ("import", "g.xls"), "g.xls: no glossary format is known by '.xls'"),
        ("zh,en\n红,red\n".encode(), ("import", "g.csv"), "g.csv:2: one cell where a source and a target are needed"),
        ("zh,en\n红,red\n".encode(), ("import", "bomb.tmx"), "bomb.tmx:1: declares XML entities"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place_and_nothing_changes(
    folder: pathlib.Path, capsys: pytest.CaptureFixture[str], given: bytes, arguments: tuple[str, ...], said: str
) -> None:
    (folder / "glossary.csv").write_bytes(given)
    (folder / "g.tbx").write_text("<tbx>\n</text>", "utf-8")
    (folder / "g.xls").write_text("x", "utf-8")
    (folder / "g.csv").write_text("流量,traffic\n红利\n", "utf-8")
    (folder / "bomb.tmx").write_text('<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<tmx>&b;</tmx>', "utf-8")
    assert glossary(*arguments) == 2
    assert said in capsys.readouterr().err
    assert (folder / "glossary.csv").read_bytes() == given


@pytest.mark.parametrize("name", EXCHANGES)
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_out_and_in_again_by_every_format(folder: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str, suffix: str) -> None:
    (folder / "glossary.csv").write_text(ROWS, "utf-8")
    assert glossary("export", f"out.{suffix}", "--format", name) == 0
    lost = capsys.readouterr().err
    assert ("when of 1 row" in lost) == (name != "csv")
    (folder / "glossary.csv").rename(folder / "before.csv")
    assert glossary("import", f"out.{suffix}", "--format", name) == 0
    back = (folder / "glossary.csv").read_text("utf-8")
    assert back == ROWS if name == "csv" else "traffic" in back and back.index("dividend") < back.find("bonus") % 1000
    assert glossary("import", f"out.{suffix}", "--format", name) == 0
    assert (folder / "glossary.csv").read_text("utf-8") == back


def test_rows_that_differ_in_their_condition_alone_are_not_lost_silently(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "glossary.csv").write_text(ROWS, "utf-8")
    assert glossary("export", "out.csv", "--format", "deepl") == 0
    assert "not held by deepl: 1 wording of terms with several rows: 红利 bonus" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.tbx", "", "tbx"),
        ("a.TMX", "", "tmx"),
        ("a.csv", "zh,en,pos\n", "csv"),
        ("a.tsv", "zh\ten\n", "csv"),
        ("a.csv", "source,target\n", "weblate"),
        ("a.csv", "en-US,zh-CN,de\n", "google"),
        ("a.csv", "流量,traffic\n", "deepl"),
        ("a.txt", "#UTX 1.11; zh/en\n", "utx"),
    ],
)
def test_the_format_is_seen_by_name_and_first_line(name: str, content: str, expected: str) -> None:
    assert format_of(pathlib.Path(name), "", content.encode()) == expected


OURS = [Term("红利", "dividend", "noun", ("boon",)), Term("流量", "traffic")]


@pytest.mark.parametrize(
    ("given", "theirs", "expected"),
    [
        (Term("红利", "bonus", "noun"), False, Term("红利", "dividend", "noun", ("boon", "bonus"))),
        (Term("红利", "bonus", "noun"), True, Term("红利", "bonus", "noun", ("dividend", "boon"))),
        (Term("红利", "boon"), False, OURS[0]),
        (Term("红利", "boon", "noun", status="forbidden"), False, Term("红利", "dividend", "noun", ("boon",), note="forbidden: boon")),
        (Term("红利", "perk", "noun", status="forbidden"), False, Term("红利", "dividend", "noun", ("boon",), note="forbidden: perk")),
        (Term("红利", "pay", "verb"), False, OURS[0]),
        (Term("红利", "bonus", "noun", when=("工资",)), False, OURS[0]),
    ],
)
def test_terms_of_two_glossaries_come_together(given: Term, theirs: bool, expected: Term) -> None:
    made = merged(OURS, [given], theirs)
    assert made.terms[0] == expected
    assert made.new + made.further + made.same + made.avoided == 1
    assert (given in made.terms) == bool(made.new)
