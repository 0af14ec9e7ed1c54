"""Traps that other tools fell into, one test each, named after the trap. Those of JSON lines are in ``test_format_jsonl.py``."""

from __future__ import annotations

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import pytest

from pipeline.cli import main
from pipeline.script import has_han

HANMEND = [sys.executable, "-c", "from pipeline.cli import entry; entry()"]
LEFTOVER = "As the 红利 of traffic fades, the market is 严峻。\n"


@pytest.fixture
def folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def article(folder: pathlib.Path, text: str | bytes = LEFTOVER, name: str = "a.txt") -> str:
    (folder / "in" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return f"in/{name}"


def cleaned(folder: pathlib.Path, text: str | bytes, name: str = "a.txt") -> bytes:
    assert main(["clean", article(folder, text, name), "-o", "out"]) == 0
    return (folder / "out" / name).read_bytes()


def hanmend(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*HANMEND, *arguments], capture_output=True, env={**os.environ, **environment}, check=False)


@pytest.mark.parametrize("command", [["check"], ["clean", "-o", "out"]], ids=["check", "clean"])
def test_a_missing_file_is_not_status_0(folder: pathlib.Path, command: list[str]) -> None:
    assert main([*command, article(folder, "Clean.\n"), "in/missing.txt"]) == 2


@pytest.mark.parametrize("command", [["check"], ["clean", "-o", "out"]], ids=["check", "clean"])
def test_no_file_that_matches_is_not_status_0(folder: pathlib.Path, command: list[str]) -> None:
    assert main([*command, "in"]) == 2
    (folder / "in" / "data.bin").write_bytes(b"x")
    assert main([*command, "in"]) == 2


def test_an_unknown_suffix_is_not_status_0(folder: pathlib.Path) -> None:
    assert main(["check", article(folder, LEFTOVER, "a.xyz")]) == 2


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig", "big5hkscs"])
def test_input_in_another_encoding_is_read_or_refused_but_never_found_clean(folder: pathlib.Path, encoding: str) -> None:
    text = "作者：陈一，来自市场部的报道。\nThe market of the 流量 is big and the 市场 grows in 上海 every year, so the company is in 中国 now.\n"
    text = text if encoding != "big5hkscs" else "作者：陳一，來自市場部的報道。\nThe market of the 流量 is big and the 市場 grows in 上海 every year, so the company is in 中國 now.\n"
    assert main(["check", article(folder, text.encode(encoding))]) in (1, 2)
    assert main(["check", article(folder, "Clean text of the market.\n".encode("utf-16" if encoding == "utf-16" else "utf-8"))]) == 0


def test_a_file_that_crashed_is_not_status_0(folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.stages.find_han import FindHan

    def crash(*_: object) -> None:
        raise RuntimeError("no luck")

    article(folder, "The 红利 of it.\n")
    monkeypatch.setattr(FindHan, "__call__", crash)
    assert main(["check", "in"]) == 2
    assert main(["clean", "in", "-o", "out"]) == 2
    assert (folder / "out" / "a.txt").read_bytes() == "The 红利 of it.\n".encode()


def test_no_replacement_character_is_written(folder: pathlib.Path) -> None:
    data = "caf\xe9 owners say the old town is not what it was.\n".encode("cp1252")
    assert b"\xef\xbf\xbd" not in cleaned(folder, data)
    torn = article(folder, b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n", "torn.txt")
    assert main(["clean", torn, "-o", "out"]) == 2
    assert (folder / "out" / "torn.txt").read_bytes() == b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n"


def test_the_byte_order_mark_stays(folder: pathlib.Path) -> None:
    assert cleaned(folder, LEFTOVER.encode("utf-8-sig")).startswith(b"\xef\xbb\xbfAs the ")
    assert cleaned(folder, "Clean.\n".encode("utf-16")) == "Clean.\n".encode("utf-16")


def test_crlf_is_not_turned_to_lf(folder: pathlib.Path) -> None:
    data = cleaned(folder, LEFTOVER.replace("\n", "\r\n") * 3 + "mixed\rends\n")
    assert data.count(b"\r\n") == 3 and data.endswith(b"mixed\rends\n")


def test_not_only_the_first_argument_is_read(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = article(folder, "Clean.\n", "a.txt"), article(folder, LEFTOVER, "b.txt")
    assert main(["check", first, second]) == 1
    assert "in/b.txt:1:8" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("count", [3, 3000], ids=["less than a buffer", "more than a buffer"])
def test_a_reader_that_goes_away_is_no_traceback(folder: pathlib.Path, count: int) -> None:
    article(folder, LEFTOVER * count)
    running = subprocess.Popen([*HANMEND, "check", "in"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout and running.stderr
    if count > 3:
        running.stdout.readline()
    running.stdout.close()
    errors = running.stderr.read()
    assert running.wait(60) == 2
    assert b"Traceback" not in errors and b"BrokenPipe" not in errors and b"Exception ignored" not in errors, errors


@pytest.mark.parametrize("text", ["Clean.\n", LEFTOVER])
def test_a_format_or_o_does_not_change_the_status(folder: pathlib.Path, text: str) -> None:
    place = article(folder, text)
    statuses = {main(["check", place, *options]) for options in ([], ["--format", "json"], ["-o", "r.txt"], ["--format", "sarif", "-o", "r.sarif"])}
    assert statuses == {int(text == LEFTOVER)}


def test_overlapping_terms_give_the_same_file_each_run(folder: pathlib.Path) -> None:
    article(folder, "The 流量红利 and the 流量平权 of 流量 and 红利 fade.\n")
    (folder / "terms.csv").write_text("zh,en,pos\n流量,traffic,noun\n流量平权,traffic equality,noun\n红利,dividend,noun\n流量红利,traffic dividend,noun\n", "utf-8")
    made = set()
    for seed in "0123":
        hanmend("clean", "in", "-o", f"out{seed}", "--glossary", "terms.csv", PYTHONHASHSEED=seed)
        made.add((folder / f"out{seed}" / "a.txt").read_bytes())
    assert len(made) == 1
    assert b"traffic equality" in made.pop()


def test_a_term_inside_a_longer_run_does_not_leave_the_rest_behind(folder: pathlib.Path) -> None:
    """``traffic平权`` is worse than 流量平权."""
    (folder / "in" / "glossary.csv").write_text("zh,en,pos\n流量,traffic,noun\n", "utf-8")
    text = cleaned(folder, "It achieves a new form of 流量平权.\n").decode()
    assert "traffic平权" not in text and not has_han(text)


def test_a_term_keeps_the_case_of_the_sentence(folder: pathlib.Path) -> None:
    """Not "as the Dividend of traffic"."""
    assert b"the Dividend" not in cleaned(folder, LEFTOVER)


def test_script_han_does_not_swallow_the_full_stop(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not has_han("。、《》，")
    main(["check", article(folder, "The market is 严峻。\n"), "--format", "jsonl"])
    assert [json.loads(line)["before"] for line in capsys.readouterr().out.splitlines()[:-1]] == ["严峻", "。"]


@pytest.mark.parametrize("character", ["〇", "々", "㐀", "𠮷", "﨎", "⼀", "\U000323af"])
def test_han_outside_of_4e00_to_9fff_is_not_missed(folder: pathlib.Path, character: str) -> None:
    assert main(["check", article(folder, f"The {character} shop.\n")]) == 1


def test_columns_say_their_unit(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The offset of one place in code points, UTF-16 units and bytes; ``test_listings.py`` has every format."""
    place = article(folder, "\U0001f600\U0001f600 é 红利 fades.\n")
    main(["check", place, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["problems"][0]["column"] == 6
    main(["check", place, "--format", "sarif"])
    run = json.loads(capsys.readouterr().out)["runs"][0]
    assert (run["columnKind"], run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"]) == ("utf16CodeUnits", 8)
    main(["check", place, "--format", "rdjson"])
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["location"]["range"]["start"]["column"] == 13


def test_lines_end_at_line_feeds_only(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """str.splitlines also splits at VT, FF, FS, GS, RS, U+0085, U+2028 and U+2029: grep and git count other lines then."""
    place = article(folder, "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i\nThe 红利 fades.\n")
    assert main(["check", place]) == 1
    assert "in/a.txt:2:5: " in capsys.readouterr().out
    main(["clean", place, "-o", "out"])
    assert json.loads((folder / "out" / "report.json").read_text("utf-8"))["edits"][0]["line"] == 2


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_ctrl_c_leaves_no_empty_file(folder: pathlib.Path) -> None:
    for number in range(300):
        article(folder, LEFTOVER * 30, f"{number:03d}.txt")
    running = subprocess.Popen([*HANMEND, "clean", "in", "-o", "out"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while running.poll() is None and len(list(folder.glob("out/*.txt"))) < 2:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode == 2
    assert all(file.stat().st_size > 1000 for file in folder.glob("out/*.txt"))


def test_ctrl_c_leaves_the_old_report_of_check(folder: pathlib.Path) -> None:
    for number in range(300):
        article(folder, LEFTOVER * 30, f"{number:03d}.txt")
    (folder / "report.json").write_text("old")
    running = subprocess.Popen([*HANMEND, "check", "in", "--format", "json", "-o", "report.json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode in (2, -signal.SIGINT)
    assert (folder / "report.json").read_text() == "old"


def test_compatibility_characters_are_not_normalised(folder: pathlib.Path) -> None:
    """NFKC turns ㎡ into m2, ℃ into °C, ① into 1."""
    kept = "A flat of 90㎡ at 21℃, step ①, ½ of it, the ﬁrst Å and ™."
    assert kept in cleaned(folder, f"{kept} The 红利 fades.\n").decode()


def test_a_quoted_line_with_its_mark_behind_the_quote_stays(folder: pathlib.Path) -> None:
    text = 'He said "yes".\n"Quoted".\n“Curly”, he said.\n\'Single\'.\n'
    assert cleaned(folder, text).decode() == text
    assert main(["check", article(folder, text)]) == 0


def test_leftovers_inside_markdown_emphasis_and_links_are_repaired_and_those_in_code_stay(folder: pathlib.Path) -> None:
    text = "The **红利** of _市场_ in the [优势](https://example.org/优势) and `红利`.\n\n```\n红利\n```\n\n![图](红利.png) and <span title=\"红利\">x</span>.\n"
    done = cleaned(folder, text, "a.md").decode()
    assert "**红利**" not in done and "_市场_" not in done and "[优势]" not in done
    assert "(https://example.org/优势)" in done and "`红利`" in done and "```\n红利\n```" in done and "(红利.png)" in done and 'title="红利"' in done


def test_a_bar_is_not_han(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """丨 (U+4E28) is Script=Han, and stands between author and name."""
    main(["check", article(folder, "Author 丨 Name of the market\n"), "--format", "jsonl"])
    rules = [json.loads(line)["rule"] for line in capsys.readouterr().out.splitlines()[:-1]]
    assert rules == ["mark"]
