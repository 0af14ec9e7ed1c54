"""Remarks on the English: in every report, never applied, and the table of calques in order."""

from __future__ import annotations

import json
import pathlib

from pipeline.cli import main
from pipeline.lexicon import calques

ARTICLE = "# Notes\n\nThe 门店 opened in the era of stock. Jack Ma came, then Jack Ma left, said Ma Yun.\n"
CLEAN = "The fourth shop opened in the era of stock.\n"


def test_remarks_stand_in_every_report_and_change_nothing(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.md").write_text(CLEAN, "utf-8")
    out = tmp_path / "out"
    assert main(["clean", str(tmp_path / "a.md"), str(tmp_path / "b.md"), "--calques", "-o", str(out)]) == 0
    assert (out / "a.md").read_text("utf-8") == ARTICLE.replace("门店", "store")
    assert (out / "b.md").read_text("utf-8") == CLEAN
    rows = [(a["id"], r["line"], r["kind"], r["text"], r["suggested"][0]) for a in json.loads((out / "report.json").read_text("utf-8"))["articles"] for r in a["remarks"]]
    era = "era of slower growth"
    assert rows == [("a.md", 3, "calque", "era of stock", era), ("a.md", 3, "wording", "Ma Yun", "Jack Ma"), ("b.md", 1, "calque", "era of stock", era)]
    for name in ("report.md", "report.html"):
        assert era in (out / name).read_text("utf-8")


def test_a_check_lists_them_without_counting_them(tmp_path: pathlib.Path, capsys) -> None:
    (tmp_path / "b.md").write_text(CLEAN, "utf-8")
    assert main(["check", str(tmp_path / "b.md")]) == 0
    assert "calque" not in capsys.readouterr().out
    assert main(["check", str(tmp_path / "b.md"), "--calques", "--format", "jsonl"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (found["rule"], found["level"], found["line"], found["column"]) == ("calque", "note", 1, 31)


def test_the_recipe_asks_for_them_and_its_digest_says_so(tmp_path: pathlib.Path) -> None:
    from pipeline.recipe import Recipe

    (tmp_path / "with.toml").write_text("calques = true\n", "utf-8")
    (tmp_path / "without.toml").write_text("", "utf-8")
    asked, silent = Recipe.load(tmp_path / "with.toml"), Recipe.load(tmp_path / "without.toml")
    assert asked.reads_english and not silent.reads_english
    assert asked.digest != silent.digest


def test_what_the_glossary_refuses_is_remarked_on_in_the_english(tmp_path: pathlib.Path, capsys) -> None:
    (tmp_path / "glossary.csv").write_text("zh,en,pos,status\n红利,bonus,noun,deprecated\n红利,dividend,np,preferred\n", "utf-8")
    (tmp_path / "a.md").write_text("A bonus is paid. The 红利 of traffic fades.\n", "utf-8")
    main(["check", str(tmp_path / "a.md")])
    assert "a.md:1:3: warning wording the glossary refuses 'bonus' for 红利; perhaps 'dividend'" in capsys.readouterr().out


def test_the_table_of_calques_is_canonical() -> None:
    rows = calques.TABLE.read_text("utf-8").splitlines()
    assert rows[0] == "calque,better,unless,zh"
    keys = [row.split(",")[0] for row in rows[1:]]
    assert keys == sorted(set(keys))
    assert all(key == key.lower() for key in keys)
    for row in (one for own in calques.shipped().values() for one in own):
        assert row.better and row.zh and " ".join(row.words) not in row.better
