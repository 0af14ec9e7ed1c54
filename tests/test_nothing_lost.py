"""What somebody wrote is never lost behind their back: names that clash, links, hand-made changes, second runs, failures, odd decisions."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest
from test_format_docx import archive, body, paragraph, run

import pipeline
from pipeline.cli import main

LEFT, DONE = "They speak of the 红利 of traffic.\n", "They speak of the dividend of traffic.\n"


def report(folder: pathlib.Path) -> dict[str, Any]:
    return dict(json.loads((folder / "report.json").read_text("utf-8")))


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.csv.gz", "a.parquet", "a.jsonl"])
def test_a_second_run_in_place_remembers_the_first(tmp_path: pathlib.Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith(".parquet"):
        pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        pq.write_table(pa.table({"text": [LEFT, "clean"]}), path)
    else:
        row = (json.dumps({"text": LEFT}, ensure_ascii=False) + "\n").encode() if "jsonl" in name else b"text\n" + json.dumps(LEFT.strip(), ensure_ascii=False).encode() + b"\n"
        path.write_bytes(gzip.compress(row, mtime=0) if name.endswith(".gz") else row)
    before = path.read_bytes()
    arguments = ["clean", "--in-place", str(path), "--field", "text"]
    assert main(arguments) == 0
    first = report(tmp_path)
    assert len(first["edits"]) == 1 and path.read_bytes() != before
    assert main(arguments) == 0
    assert report(tmp_path)["edits"] == first["edits"]
    assert main(["undo", str(tmp_path)]) == 0
    if name.endswith(".parquet"):
        assert pq.read_table(path).column("text").to_pylist() == [LEFT, "clean"]
    else:
        assert (gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()) == (gzip.decompress(before) if name.endswith(".gz") else before)


@pytest.mark.parametrize(("name", "other", "text"), [("a.txt", "c.txt", LEFT), ("a.txt", "old/a.txt", LEFT), ("a.jsonl", "c.jsonl", '{"text": "As the 红利 of traffic fades."}\n')])
def test_an_article_that_was_renamed_between_two_runs_in_place_is_known_by_what_was_written(tmp_path: pathlib.Path, name: str, other: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "b.txt").write_text(LEFT, "utf-8")
    assert main(["clean", str(tmp_path), "--in-place"]) == 0
    assert (tmp_path / name).read_text("utf-8") != text
    (tmp_path / other).parent.mkdir(exist_ok=True)
    (tmp_path / name).rename(tmp_path / other)
    assert main(["clean", str(tmp_path), "--in-place"]) == 0 == main(["undo", str(tmp_path)])
    assert (tmp_path / other).read_text("utf-8") == text and (tmp_path / "b.txt").read_text("utf-8") == LEFT


def test_a_copy_of_a_repaired_article_is_an_article_of_its_own(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text(LEFT, "utf-8")
    assert main(["clean", str(tmp_path), "--in-place"]) == 0
    (tmp_path / "c.txt").write_bytes((tmp_path / "a.txt").read_bytes())
    assert main(["clean", str(tmp_path), "--in-place"]) == 0 == main(["undo", str(tmp_path)])
    assert (tmp_path / "a.txt").read_text("utf-8") == LEFT and (tmp_path / "c.txt").read_text("utf-8") == DONE


@pytest.mark.parametrize("name", ["report.md", "report.html", "report.json.txt"])
@pytest.mark.parametrize("where", ["-o", "--in-place"])
def test_no_report_is_written_over_an_article(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str, where: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_text(LEFT, "utf-8")
    (folder / "b.txt").write_text(LEFT, "utf-8")
    given = ["clean", str(folder), *(["-o", str(tmp_path / "out")] if where == "-o" else [where])]
    if name == "report.json.txt":
        assert main(given) == 0
        return
    assert main(given) == 2
    assert f"{name}: the run writes its own report under this name" in capsys.readouterr().err
    assert (folder / name).read_text("utf-8") == (folder / "b.txt").read_text("utf-8") == LEFT
    # One level up it has a folder of its own.
    assert main(["clean", str(tmp_path), "-o", str(tmp_path.parent / f"{tmp_path.name}-out")]) == 0
    assert (tmp_path.parent / f"{tmp_path.name}-out" / "in" / name).read_text("utf-8") == DONE


def test_a_link_is_not_written_through(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "elsewhere").mkdir()
    outside = tmp_path / "elsewhere" / "a.md"
    outside.write_text(LEFT, "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.md").symlink_to(outside)
    (folder / "b.md").write_text(LEFT, "utf-8")
    for more in ([], ["--no-report"]):
        assert main(["clean", "--in-place", str(folder), *more]) == 2
        assert "link.md: is a link to" in capsys.readouterr().err
        assert outside.read_text("utf-8") == (folder / "b.md").read_text("utf-8") == LEFT
    (folder / "link.md").unlink()
    # A link to what is repaired anyway is no second article.
    (folder / "link.md").symlink_to("b.md")
    assert main(["clean", "--in-place", str(folder)]) == 0
    assert [a["id"] for a in report(folder)["articles"]] == ["b.md"] and (folder / "link.md").is_symlink()
    assert (folder / "b.md").read_text("utf-8") == DONE
    assert main(["undo", str(folder)]) == 0
    assert (folder / "b.md").read_text("utf-8") == LEFT


def test_what_was_changed_by_hand_between_two_runs_in_place_is_said(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(LEFT, "utf-8")
    assert main(["clean", "--in-place", str(tmp_path)]) == 0
    assert "changed since" not in capsys.readouterr().err
    (tmp_path / "a.txt").write_text(DONE + LEFT, "utf-8")
    assert main(["clean", "--in-place", str(tmp_path)]) == 0
    said = capsys.readouterr().err
    assert "a.txt: was changed since an earlier run wrote over it" in said and "b.txt" not in said
    assert main(["undo", str(tmp_path)]) == 0
    assert (tmp_path / "a.txt").read_text("utf-8") == DONE + LEFT and (tmp_path / "b.txt").read_text("utf-8") == LEFT


def test_an_output_that_was_changed_by_hand_is_made_again_by_an_incremental_run(tmp_path: pathlib.Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(LEFT, "utf-8")
    arguments = ["clean", str(folder), "-o", str(out), "--incremental"]
    assert main(arguments) == 0
    later = (out / "b.txt").stat().st_mtime + 10
    os.utime(out / "b.txt", (later, later))
    (out / "a.txt").write_text("somebody's own", "utf-8")
    os.utime(out / "a.txt", (later, later))
    assert main(arguments) == 0
    assert (out / "a.txt").read_text("utf-8") == (out / "b.txt").read_text("utf-8") == DONE
    assert main(["undo", str(out)]) == 0


def test_what_failed_is_known_by_its_bytes_and_goes_along_with_undo(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    bad = {"a.jsonl": '{"text": "红利"}\n'.encode("utf-16"), "b.docx": b"PK\x03\x04 no archive"}
    for name, data in bad.items():
        (folder / name).write_bytes(data)
    (folder / "c.txt").write_text(LEFT, "utf-8")
    assert main(["clean", str(folder), "-o", str(out), "--field", "text"]) == 2
    articles = {a["id"]: a for a in report(out)["articles"]}
    for name, data in bad.items():
        assert "error" in articles[name] and articles[name]["sha256"] == articles[name]["output_sha256"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    capsys.readouterr()
    assert main(["undo", str(out), "-o", str(tmp_path / "back")]) == 0
    assert "1 articles restored" in (said := capsys.readouterr().out) and "2 more as they were" in said
    assert {p.name: p.read_bytes() for p in (tmp_path / "back").iterdir()} == {**bad, "c.txt": LEFT.encode()}


OWN_WORDS = 'a "so-called" <bonus> & more'


@pytest.mark.parametrize(
    ("name", "source", "written"),
    [
        ("a.html", '<p title="the 红利 of it">x</p>\n', '<p title="the a &quot;so-called&quot; &lt;bonus> &amp; more of it">x</p>\n'),
        ("a.po", 'msgid "x"\nmsgstr "the 红利 of it"\n', 'msgid "x"\nmsgstr "the a \\"so-called\\" <bonus> & more of it"\n'),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nthe 红利 of it\n", 'WEBVTT\n\n00:01.000 --> 00:02.000\nthe a "so-called" &lt;bonus&gt; &amp; more of it\n'),
        ("a.md", "the 红利 of it\n", 'the a "so-called" \\<bonus> & more of it\n'),
        ("a.txt", "the 红利 of it\n", f"the {OWN_WORDS} of it\n"),
    ],
)
def test_a_wording_of_ones_own_is_written_as_the_format_has_it_by_apply_as_by_clean(tmp_path: pathlib.Path, name: str, source: str, written: str) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / name).write_text(source, "utf-8")
    assert main(["clean", str(folder), "-o", str(out)]) == 0
    edit = report(out)["edits"][0]
    line = {"v": 1, "edit": edit["id"], "article": name, "action": "edit", "before": edit["before"], "text": OWN_WORDS, "context": edit["context"]}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
    for _ in range(2):
        assert main(["apply", str(tmp_path / "decisions.jsonl"), str(out)]) == 0
        made = (out / name).read_text("utf-8")
        assert made == written
    assert main(["clean", str(folder), "-o", str(tmp_path / "again"), "--decisions", str(tmp_path / "decisions.jsonl")]) == 0
    assert (tmp_path / "again" / name).read_text("utf-8") == made
    assert main(["undo", str(out)]) == 0
    assert (out / name).read_text("utf-8") == source


@pytest.mark.parametrize("content", ["", '{"text": "clean"}\n'])
def test_decisions_are_applied_beside_a_file_of_records_in_which_nothing_is(tmp_path: pathlib.Path, content: str) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text(LEFT, "utf-8")
    (folder / "b.jsonl").write_text(content, "utf-8")
    assert main(["clean", str(folder), "-o", str(out), "--field", "text"]) == 0
    edit = report(out)["edits"][0]
    line = {"v": 1, "edit": edit["id"], "article": "a.txt", "action": "reject", "before": edit["before"], "context": edit["context"]}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
    assert main(["apply", str(tmp_path / "decisions.jsonl"), str(out)]) == 0
    assert (out / "a.txt").read_text("utf-8") == LEFT and (out / "b.jsonl").read_text("utf-8") == content


def test_a_fault_of_the_program_is_no_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault")

    (tmp_path / "a.txt").write_text(LEFT, "utf-8")
    monkeypatch.setattr("pipeline.commands.check.made", broken)
    assert main(["check", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "ZeroDivisionError: a fault" in said and "please report it" in said


@pytest.mark.parametrize(("key", "value"), [("calques", '"no"'), ("dictionary", '"false"'), ("calques", "0")])
def test_a_switch_of_the_recipe_is_true_or_false(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], key: str, value: str) -> None:
    (tmp_path / "a.txt").write_text(LEFT, "utf-8")
    (tmp_path / "hanmend.toml").write_text(f"{key} = {value}\n", "utf-8")
    assert main(["check", str(tmp_path)]) == 2
    assert f"'{key}' is" in (said := capsys.readouterr().err) and "write true or false" in said


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="no column 'nope'; there are text, id"):
        pipeline.batches("nope")({"text": ["a"], "id": [1]})
    pa = pytest.importorskip("pyarrow")
    with pytest.raises(ValueError, match="no column 'nope'.* there are text"):
        list(pipeline.arrow_batches("nope")([pa.record_batch({"text": [LEFT]})]))




@pytest.mark.parametrize("name", ["report.md", "report.html", "report.json"])
@pytest.mark.parametrize("where", ["-o", "--in-place"])
def test_somebodys_own_file_under_the_name_of_a_report_stays(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str, where: str) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    (folder / "a.txt").write_text(LEFT, "utf-8")
    own = (folder if where == "--in-place" else out) / name
    own.write_text("# Minutes of the meeting\n", "utf-8")
    given = ["clean", str(folder / "a.txt"), *(["-o", str(out)] if where == "-o" else [where])]
    assert main(given) == 2
    assert name in (said := capsys.readouterr().err) and "is no report of hanmend" in said
    assert own.read_text("utf-8") == "# Minutes of the meeting\n" and (folder / "a.txt").read_text("utf-8") == LEFT
    own.unlink()
    assert main(given) == 0 == main(given)


@pytest.mark.parametrize("text", [LEFT, "All of it is English.\n"])
@pytest.mark.parametrize("where", ["-o", "--in-place"])
def test_somebodys_own_diff_stays(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], text: str, where: str) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    (folder / "a.txt").write_text(text, "utf-8")
    own = (folder if where == "--in-place" else out) / "a.txt.diff"
    own.write_text("diff --git a/a.txt b/a.txt\n", "utf-8")
    given = ["clean", str(folder / "a.txt"), *(["-o", str(out)] if where == "-o" else [where])]
    assert main(given) == 2
    assert "a.txt.diff: is no diff of hanmend" in capsys.readouterr().err
    assert own.read_text("utf-8") == "diff --git a/a.txt b/a.txt\n" and (folder / "a.txt").read_text("utf-8") == text
    own.unlink()
    assert main(given) == 0 == main(given)


@pytest.mark.parametrize("order", [("a.md", "d/a.md"), ("d/a.md", "a.md"), ("d/a.md", "a.md", "e/a.md")])
def test_files_of_one_name_may_be_named_in_any_order(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], order: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    for name in order:
        pathlib.Path(name).parent.mkdir(exist_ok=True)
        pathlib.Path(name).write_text(LEFT, "utf-8")
    assert main(["check", *order]) == 1
    said = capsys.readouterr().out
    assert all(f"{name}:1" in said for name in order)
    assert main(["clean", "--in-place", "--no-report", *order]) == 0
    assert all(pathlib.Path(name).read_text("utf-8") == DONE for name in order)


def test_a_number_of_any_length_is_json(tmp_path: pathlib.Path) -> None:
    line = '{"n": ' + "9" * 5000 + ', "text": "the 红利 of it"}\n'
    (tmp_path / "a.jsonl").write_text(line, "utf-8")
    assert main(["clean", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "a.jsonl").read_text("utf-8") == line.replace("红利", "dividend")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_standard_output_is_told_in_one_line_and_the_reports_are_there(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text(LEFT, "utf-8")
    program = "import sys; from pipeline.cli import entry; sys.argv[0] = 'hanmend'; entry()"
    with open("/dev/full", "w") as full:
        made = subprocess.run([sys.executable, "-c", program, "clean", "--in-place", str(tmp_path)], stdout=full, stderr=subprocess.PIPE, text=True)
    assert made.returncode == 2 and "Traceback" not in made.stderr and "cannot write to standard output" in made.stderr
    assert (tmp_path / "a.txt").read_text("utf-8") == DONE
    assert main(["undo", str(tmp_path)]) == 0
    assert (tmp_path / "a.txt").read_text("utf-8") == LEFT


def test_undo_writes_over_nothing_that_says_something_else(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text(LEFT, "utf-8")
    assert main(["clean", str(folder), "-o", str(out)]) == 0
    assert main(["undo", str(out), "-o", str(folder)]) == 0
    (folder / "a.txt").write_text(LEFT + "A new paragraph.\n", "utf-8")
    assert main(["undo", str(out), "-o", str(folder)]) == 2
    assert "says something else" in capsys.readouterr().err
    assert (folder / "a.txt").read_text("utf-8") == LEFT + "A new paragraph.\n"


def test_a_missing_article_is_named_with_a_way_out(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LEFT, "utf-8")
    assert main(["clean", "--in-place", str(tmp_path)]) == 0
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert main(["undo", str(tmp_path)]) == 2
    assert "a.txt: is not there any more; put it back" in capsys.readouterr().err


def test_standard_input_goes_to_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "-", "-o", "out"]) == 2
    assert "standard input is repaired to standard output" in capsys.readouterr().err


def test_what_was_reviewed_and_applied_passes_the_check_of_outputs(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_text(LEFT, "utf-8")
    assert main(["clean", str(folder), "-o", str(out)]) == 0
    edit = report(out)["edits"][0]
    line = {"v": 1, "edit": edit["id"], "article": "a.txt", "action": "edit", "before": edit["before"], "text": "bonus", "context": edit["context"]}
    (elsewhere := tmp_path / "elsewhere").mkdir()
    (elsewhere / "decisions.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
    assert main(["apply", str(elsewhere / "decisions.jsonl"), str(out)]) == 0
    capsys.readouterr()
    given = ["check", str(folder), "--fail-on", "unresolved", "--output", str(out)]
    assert main(given) == 0
    (out / "a.txt").write_text(LEFT, "utf-8")
    capsys.readouterr()
    assert main(given) == 1
    assert "a.txt" in (said := capsys.readouterr().out) and "report.json" not in said


def test_the_check_of_outputs_finds_what_two_runs_ago_was_written(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(LEFT, "utf-8")
    assert main(["clean", str(folder), "-o", str(out)]) == 0
    (folder / "a.txt").unlink()
    assert main(["clean", str(folder), "-o", str(out)]) == 0
    given = ["check", str(folder), "--fail-on", "unresolved", "--output", str(out)]
    capsys.readouterr()
    assert main(given) == 1
    said = capsys.readouterr().out
    assert "a.txt:" in said and "a.txt.diff:" in said and said.count("belongs to no input any more") == 2 and f"{out}/b.txt" not in said
    (out / "a.txt").unlink()
    (out / "a.txt.diff").unlink()
    assert main(given) == 0


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.jsonl"])
def test_a_second_run_in_place_with_another_glossary_begins_from_what_was_there_first(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / name
    if name == "a.docx":
        path.write_bytes(archive(body(paragraph(run(LEFT.strip())))))
    else:
        path.write_text(LEFT if name == "a.txt" else json.dumps({"text": LEFT}, ensure_ascii=False) + "\n", "utf-8")
    before = path.read_bytes()
    assert main(["clean", "--in-place", str(folder)]) == 0
    first = path.read_bytes()
    (tmp_path / "own.csv").write_text("zh,en\n红利,windfall\n", "utf-8")
    again = ["clean", "--in-place", str(folder), "--glossary", str(tmp_path / "own.csv")]
    capsys.readouterr()
    assert main(again) == 0
    if name != "a.txt":
        assert path.read_bytes() == first and f"{name}: was repaired in place with another recipe" in capsys.readouterr().err
    else:
        assert path.read_bytes() != first and report(folder)["edits"][0]["text"] == "windfall"
        assert main(again) == 0
        assert report(folder)["edits"][0]["text"] == "windfall"
    assert main(["undo", str(folder)]) == 0
    assert path.read_bytes() == before
