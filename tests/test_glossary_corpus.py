"""``hanmend glossary`` suggest, coverage and diff over articles: counts add up, and what is suggested settles what it says."""

from __future__ import annotations

import json
import pathlib

import pytest

from pipeline.cli import main

ARTICLES = {
    "a.md": "The 量力科 of traffic, and the 量力科 of rent. A 晴屿 boat.\n",
    "b.md": "Only the 量力科 fades.\n",
    "c.md": "Nothing to see.\n",
    "d.jsonl": '{"text": "A 晴屿 boat."}\n{"text": "clean"}\n{"text": "The 量力科 again."}\n',
}


@pytest.fixture(autouse=True)
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, "utf-8")
    return tmp_path


def glossary(*arguments: str) -> int:
    return main(["glossary", *arguments])


def test_suggest_counts_places_and_articles_and_ranks_what_settles_most(capsys: pytest.CaptureFixture[str]) -> None:
    assert glossary("suggest", "articles", "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    rows = {row["zh"]: row for row in said["terms"]}
    assert [row["zh"] for row in said["terms"]] == ["量力科", "晴屿"]
    assert (rows["量力科"]["places"], rows["量力科"]["articles"], rows["量力科"]["settles"]) == (4, 3, 2)
    assert (rows["晴屿"]["places"], rows["晴屿"]["articles"], rows["晴屿"]["settles"]) == (2, 2, 1)
    assert all("[晴屿] boat." in context for context in rows["晴屿"]["contexts"]) and len(rows["晴屿"]["contexts"]) == 2


def test_what_is_suggested_and_taken_over_is_settled(capsys: pytest.CaptureFixture[str], folder: pathlib.Path) -> None:
    assert glossary("suggest", "articles", "--format", "csv", "--top", "1") == 0
    (folder / "new.csv").write_text(capsys.readouterr().out, "utf-8")
    assert glossary("import", "new.csv") == 0
    assert glossary("add", "量力科", "pull") == 0
    capsys.readouterr()
    assert glossary("coverage", "articles", "--glossary", "glossary.csv", "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["total"]["glossary"] == 4
    assert said["glossaries"] == [{"file": "glossary.csv", "places": 4, "terms": 1, "unused": []}]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_coverage_adds_up_whatever_the_workers(capsys: pytest.CaptureFixture[str], folder: pathlib.Path, workers: str) -> None:
    (folder / "house.csv").write_text("zh,en,pos\n晴屿,Qingyu,name\n蜂巢,hive,noun\n", "utf-8")
    assert glossary("coverage", "articles", "--glossary", "house.csv", "--format", "json", "--workers", workers) == 0
    said = json.loads(capsys.readouterr().out)
    assert sum(said["total"].values()) == 6 == sum(sum(v for k, v in row.items() if k != "article") for row in said["articles"])
    assert said["total"]["glossary"] == 2
    assert said["glossaries"] == [{"file": "house.csv", "places": 2, "terms": 2, "unused": ["蜂巢"]}]
    assert said["clean"] == 1


def test_diff_lists_every_place_that_changes_and_nothing_else(capsys: pytest.CaptureFixture[str], folder: pathlib.Path) -> None:
    (folder / "old.csv").write_text("zh,en,pos\n量力科,pull,noun\n晴屿,Qingyu,name\n", "utf-8")
    (folder / "new.csv").write_text("zh,en,pos\n量力科,draw,noun\n晴屿,Qingyu,name\n", "utf-8")
    assert glossary("diff", "old.csv", "new.csv", "articles") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "a.md:1:5: 量力科: 'pull' -> 'draw'"
    assert lines[-1] == "4 places in 3 articles" and len(lines) == 5
    assert glossary("diff", "old.csv", "old.csv", "articles") == 0
    assert glossary("diff", "old.csv", "gone.csv", "articles") == 2
    assert "git show REV:gone.csv" in capsys.readouterr().err


def test_diff_changes_the_one_glossary_and_leaves_the_others_of_the_recipe(capsys: pytest.CaptureFixture[str], folder: pathlib.Path) -> None:
    (folder / "first.csv").write_text("zh,en,pos\n量力科,pull,noun\n", "utf-8")
    (folder / "second.csv").write_text("zh,en,pos\n量力科,grip,noun\n晴屿,Qingyu,name\n", "utf-8")
    (folder / "second-new.csv").write_text("zh,en,pos\n量力科,draw,noun\n晴屿,Sunny Isle,name\n", "utf-8")
    (folder / "hanmend.toml").write_text('glossary = ["first.csv", "second.csv"]\n', "utf-8")
    assert glossary("diff", "second.csv", "second-new.csv", "articles", "--format", "json") == 1
    assert {(row["before"], row["old"].strip(), row["new"].strip()) for row in json.loads(capsys.readouterr().out)} == {("晴屿", "Qingyu", "Sunny Isle")}


def test_tables_are_articles_where_a_column_is_chosen(capsys: pytest.CaptureFixture[str], folder: pathlib.Path) -> None:
    (folder / "articles" / "e.csv").write_text("text,n\nThe 量力科 of rent,1\n", "utf-8")
    assert glossary("suggest", "articles", "--field", "text", "--format", "json") == 0
    assert {row["zh"]: row["places"] for row in json.loads(capsys.readouterr().out)["terms"]}["量力科"] == 5


def test_an_article_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str], folder: pathlib.Path) -> None:
    (folder / "articles" / "bad.md").write_bytes(b"\xff\xfe\xff")
    assert glossary("suggest", "articles") == 2
    assert "bad.md" in capsys.readouterr().err
