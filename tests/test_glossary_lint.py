"""``hanmend glossary lint``: every fault with its line, mended where that is safe, in every listing."""

from __future__ import annotations

import json
import pathlib
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.lexicon.termbase import POS, STATUS, Term, read_terms, write_terms
from pipeline.listings import LISTINGS
from pipeline.terminology.lint import RULES, lint
from pipeline.terminology.mending import mended
from pipeline.terminology.rows import Row, read

HEAD = "zh,en,pos,also,slots,forms,countable,when,status\n"
CASES = [
    ("row", "abc,x,noun,,,,,,", "'abc' in column zh holds no Chinese"),
    ("row", "赛道,track 赛,noun,,,,,,", "the English of '赛道' holds Chinese"),
    ("row", "赛道,track,nuon,,,,,,", "'nuon' is no pos"),
    ("row", "赛道,track", "2 cells where the header has 9"),
    ("duplicate", "流量,traffic,noun,,,,,,\n流量,flow,noun,,,,,,", "is listed with the same part of speech and context at g.csv:2"),
    ("conflict", "紅利,perk,noun,,,,,,\n红利,dividend,noun,,,,,,", "'红利' is looked up as '红利', as is '紅利', which is 'perk' at g.csv:2"),
    ("overlap", "流量,traffic,noun,,,,,,\n流量平权,flow equality,noun,,,,,,", "'流量平权' is 'flow equality', but '流量' in it is 'traffic'"),
    ("loop", "提升,improve,verb,,,,,,\n提升,improve,verb,,,,,质量,forbidden", "'improve' is wanted and refused for '提升'"),
    ("form", "流量,the traffic,noun,,,,,,", "begins with an article"),
    ("form", "提升,to improve,verb,,,,,,", "begins with 'to'"),
    ("form", "商家,merchants,noun,,,,,,", "is a plural; write 'merchant'"),
    ("form", "流量,traffic,noun,traffic,,,,,", "a wording is listed twice"),
    ("form", "商家,merchant,noun,,,plural=merchants,,,", "plural=merchants is what the rules make of it"),
    ("spelling", "流量,trafic,noun,,,,,,", "'trafic' is no known word; perhaps 'traffic'"),
    ("order", "赛道,track,noun,,,,,,\n流量,traffic,noun,,,,,,", "'流量' stands behind '赛道'"),
]
SOUND = [
    "财务,finances,noun,,,,plural,,",
    "梅,mei,noun,,,plural=mei,,,\n菌,bacterium,noun,,,,,,",
    "提升,improvement,noun,,,,,,\n提升,improve,verb,,noun=improvement,,,,",
    "红利,bonus,noun,,,,,,\n红利,dividend,noun,,,,,增长,",
    "流量,traffic,noun,visits,,,no,,\n流量红利,traffic bonus,noun,,,,,,",
    "刘强东,Liu Qiangdong,name,Richard Liu,,,,,",
    "流量,traffic,noun,,,,,,\n流量,flow,noun,,,,,水,forbidden",
]


def found(text: str, name: str = "g.csv") -> list[tuple[str, int, str]]:
    pathlib.Path(name).write_text(text, "utf-8")
    return [(p.rule, p.start.line if p.start else 0, p.message) for p in lint([list(read(pathlib.Path(name)))])]


@pytest.fixture(autouse=True)
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("rule", "rows", "said"), CASES, ids=[f"{rule}-{said[:20]}" for rule, _, said in CASES])
def test_a_fault_is_named_with_its_line(rule: str, rows: str, said: str) -> None:
    problems = found(HEAD + rows + "\n")
    assert any(r == rule and said in message and line >= 2 for r, line, message in problems)
    assert {r for r, _, _ in problems} == {rule}


@pytest.mark.parametrize("rows", SOUND)
def test_a_sound_glossary_is_quiet(rows: str) -> None:
    assert found(HEAD + rows + "\n") == []


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, _, _ in CASES} | {"shadowed", "unused", "outvoted", "deprecated"} == set(RULES)


def test_what_is_shipped_has_no_error() -> None:
    from pipeline.lexicon.lexicon import DATA

    files = [list(read(file)) for file in sorted(DATA.glob("*.csv"))]
    assert [p.message for p in lint(files) if p.level == "error"] == []


def test_a_later_glossary_is_shadowed_by_an_earlier_one(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("a.csv").write_text("zh,en,pos\n流量,traffic,noun\n", "utf-8")
    pathlib.Path("b.csv").write_text("zh,en,pos\n流量,flow,noun\n", "utf-8")
    assert main(["glossary", "lint", "a.csv", "b.csv"]) == 1
    assert "b.csv:2:1: warning shadowed '流量' never wins: a.csv:2 has the same sense" in capsys.readouterr().out


def test_held_against_articles(capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["流量,footfall,noun,,", "流量平权,traffic equality,noun,,", "红利,dividend,noun,,", "红利,windfall,noun,年终,forbidden", "门店,store,noun,,"]
    pathlib.Path("glossary.csv").write_text("zh,en,pos,when,status\n" + "\n".join(rows) + "\n", "utf-8")
    pathlib.Path("a.md").write_text("A windfall, and the 红利 of 流量平权.\n", "utf-8")
    assert main(["glossary", "lint", "--articles", "a.md", "--format", "jsonl", "--fail-on", "note"]) == 1
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()[:-1]]
    assert {(row["rule"], row["line"]) for row in said if row["rule"] != "overlap"} == {("outvoted", 2), ("deprecated", 5), ("unused", 6)}


def test_an_article_that_cannot_be_read_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("glossary.csv").write_text("zh,en\n红利,dividend\n", "utf-8")
    pathlib.Path("bad.md").write_bytes(b"\xff\xfe\xff")
    assert main(["glossary", "lint", "--articles", "bad.md"]) == 2
    assert "bad.md" in capsys.readouterr().err


def test_fix_mends_what_is_safe_and_then_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    file = pathlib.Path("glossary.csv")
    file.write_text("zh,en,pos,also,forms\n流量,the traffic,noun,,\n商家,merchant,noun,merchant|seller,plural=merchants\n流量,flow,noun,,\n提升,to improve,verb,,\n", "utf-8")
    assert main(["glossary", "lint", "--fix"]) == 0
    assert file.read_text("utf-8") == "zh,en,pos,also\n商家,merchant,noun,seller\n提升,improve,verb,\n流量,traffic,noun,flow\n"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("rows", ["zh,en\nabc,x\n红,the red\n", "zh,en,pos,forms\n流量,flow,noun,\n流量,gas,noun,plural=gases\n"])
def test_fix_changes_nothing_where_something_would_be_lost(rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = pathlib.Path("glossary.csv")
    file.write_text(rows, "utf-8")
    assert main(["glossary", "lint", "--fix"]) == 2
    assert "glossary.csv:" in capsys.readouterr().err
    assert file.read_text("utf-8") == rows


@pytest.mark.parametrize("form", LISTINGS)
def test_every_listing_writes_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path("glossary.csv").write_text("zh,en,pos\n流量,trafic,noun\n", "utf-8")
    assert main(["glossary", "lint", "--format", form]) == 1
    assert "trafic" in capsys.readouterr().out


WORDS = st.text("abct ", min_size=1, max_size=8).map(lambda s: " ".join(s.split())).filter(bool)
TERMS = st.builds(
    Term, zh=st.text("红利流量", min_size=1, max_size=3), en=WORDS, pos=st.sampled_from(("", *POS)), also=st.lists(WORDS, max_size=2).map(tuple), status=st.sampled_from(STATUS)
)  # fmt: skip


@example([Term(zh="利", en="a", pos="noun"), Term(zh="利", en="a a a", pos="noun")])
@settings(max_examples=80, deadline=None)
@given(st.lists(TERMS, max_size=8))
def test_what_is_mended_is_canonical_loses_no_wording_and_is_mended_once(terms: list[Term]) -> None:
    rows = [Row("g", n, t, first="") for n, t in enumerate(terms, 2)]
    text = mended(rows)
    back = [t for _, t in read_terms(text, "g")]
    assert write_terms(back) == text == mended([Row("g", n, t) for n, t in enumerate(back, 2)])
    bare = lambda w: re.sub(r"^(?:(?:to|an?|the) )+", "", w).strip()  # noqa: E731
    said = {(t.zh, bare(w)) for t in back for w in (t.en, *t.also, *t.note.replace("deprecated: ", "").replace("forbidden: ", "").split("; "))}
    assert {(t.zh, bare(t.en)) for t in terms} <= said
