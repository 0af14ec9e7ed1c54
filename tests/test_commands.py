"""The commands as a user calls them: results, exit status, and what they say about bad input."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import time

import pytest

from pipeline.cli import main

ARTICLE = "As the 红利 of traffic begins to plateau, the market is 严峻。\n"


def hanmend(*arguments: str, stdin: bytes = b"", cwd: pathlib.Path | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from pipeline.cli import entry; entry()", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env={**os.environ, **env}, check=False)


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_bytes(ARTICLE.encode())
    (tmp_path / "in" / "sub" / "b.md").write_bytes(b"# Heading\r\n\r\nClean text.\r\n")
    return tmp_path


def test_clean_mirrors_folders(folder: pathlib.Path) -> None:
    assert main(["clean", str(folder / "in"), "-o", str(folder / "out")]) == 0
    assert (folder / "out" / "sub" / "b.md").read_bytes() == (folder / "in" / "sub" / "b.md").read_bytes()
    assert "红利" not in (folder / "out" / "a.txt").read_text("utf-8")
    assert "\n-As the 红利 of traffic" in (folder / "out" / "a.txt.diff").read_text("utf-8")
    assert main(["clean", str(folder / "in" / "sub" / "b.md"), "-o", str(folder / "flat")]) == 0
    assert (folder / "flat" / "b.md").exists()


def test_in_place_and_undo(folder: pathlib.Path) -> None:
    before = (folder / "in" / "a.txt").read_bytes()
    assert main(["clean", str(folder / "in"), "--in-place"]) == 0
    assert (folder / "in" / "a.txt").read_bytes() != before
    assert main(["undo", str(folder / "in")]) == 0
    assert (folder / "in" / "a.txt").read_bytes() == before


def test_undo_refuses_an_output_that_was_changed(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["clean", str(folder / "in"), "-o", str(folder / "out")])
    (folder / "out" / "a.txt").write_text("edited by hand", "utf-8")
    assert main(["undo", str(folder / "out")]) == 2
    assert "changed since" in capsys.readouterr().err
    assert (folder / "out" / "a.txt").read_text("utf-8") == "edited by hand"


def test_check_lists_places_and_status(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "in")]) == 1
    assert "a.txt:1:8: error leftover 红利 -> " in capsys.readouterr().out
    assert main(["check", str(folder / "in" / "sub")]) == 0
    assert main(["check", str(folder / "in"), "--fail-on", "unresolved"]) == 0
    assert main(["check", str(folder / "in"), "--fail-on", "never"]) == 0


def test_standard_input_to_standard_output() -> None:
    done = hanmend("clean", "-", stdin=ARTICLE.encode())
    assert done.returncode == 0 and "dividend" in done.stdout.decode() and done.stdout.endswith(b"\n")
    assert hanmend("check", "-", stdin=b"nothing here").returncode == 0
    assert hanmend("check", "-", stdin=ARTICLE.encode()).returncode == 1
    refused = hanmend("clean", "-", stdin=b"\x89PNG\r\n\x1a\n\x00")
    assert refused.returncode == 2 and refused.stdout == b"\x89PNG\r\n\x1a\n\x00"


@pytest.mark.parametrize("name", ["红利", "propose_terms", "choose"])
def test_explain(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 0
    assert len(capsys.readouterr().out) > 60


def test_explain_says_where_a_sense_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "折射"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("  deflect  [verb]"))
    assert "beside " in line and "shot" in line and "in an article about football" in line


def test_explain_names_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "nowhere.txt:7"]) == 2
    assert "nowhere.txt: no such file; a place is written FILE:LINE" in capsys.readouterr().err


def test_explain_tells_what_is_done_on_a_line(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = folder / "in" / "line.txt"
    article.write_text("Plain.\nThe 红利 of guanxi (关系) fades.\n", "utf-8")
    assert main(["explain", f"{article}:2"]) == 0
    said = capsys.readouterr().out
    assert "红利 -> dividend" in said and "关系  stays: gloss after its English" in said and "rather than" in said
    assert main(["explain", f"{article}:1"]) == 0
    assert "no Chinese" in capsys.readouterr().out


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0 and main(["--help"]) == 0 and main([]) == 2
    assert "hanmend" in capsys.readouterr().out


def bad(folder: pathlib.Path) -> dict[str, tuple[list[str], str]]:
    (folder / "empty").mkdir()
    (folder / "odd.xyz").write_text("x")
    (folder / "torn.txt").write_bytes(b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n")
    (folder / "wrong.csv").write_text("zh,en\n红利,dividend\n红利,bonus\n", "utf-8")
    (folder / "torn.csv").write_bytes("zh,en\n红利,divi".encode() + bytes(3) + b"dend\n")
    (folder / "file").write_text("x")
    (folder / "bad.toml").write_text("stages = ['find_hann']\n")
    (folder / "key.toml").write_text("aply = 'auto'\n")
    (folder / "in2").mkdir()
    (folder / "in2" / "a.txt").write_text("other")
    into = ["-o", str(folder / "out")]
    article = str(folder / "in" / "a.txt")
    return {
        "missing file": (["clean", str(folder / "in" / "b.txt"), *into], "b.txt: no such file"),
        "empty folder": (["clean", str(folder / "empty"), *into], "empty: no article"),
        "unknown suffix": (["clean", str(folder / "odd.xyz"), *into], "unknown suffix '.xyz'"),
        "undecodable": (["clean", str(folder / "torn.txt"), *into], "torn.txt: byte 0x"),
        "output inside input": (["clean", str(folder / "in"), "-o", str(folder / "in" / "out")], "lies inside the input"),
        "output is a file": (["clean", article, "-o", str(folder / "file")], "is a file"),
        "output below a file": (["clean", article, "-o", str(folder / "file" / "out")], "cannot write"),
        "input in output": (["clean", article, "-o", str(folder / "in")], "holds the input"),
        "two inputs, one output": (["clean", str(folder / "in"), str(folder / "in2"), *into], "would both be written"),
        "glossary row": (["clean", article, *into, "--glossary", str(folder / "wrong.csv")], "wrong.csv:3: '红利' is listed twice"),
        "damaged glossary": (["clean", article, *into, "--glossary", str(folder / "torn.csv")], "torn.csv:2: column en holds a control character"),
        "missing glossary": (["clean", article, *into, "--glossary", str(folder / "no.csv")], "no.csv: cannot read"),
        "unknown stage": (["clean", article, *into, "--recipe", str(folder / "bad.toml")], "did you mean 'find_han'"),
        "unknown key": (["clean", article, *into, "--recipe", str(folder / "key.toml")], "did you mean 'apply'"),
        "unknown level": (["clean", article, *into, "--apply", "al"], "unknown level 'al'"),
        "unknown diff": (["clean", article, *into, "--diff", "words"], "did you mean 'word'"),
        "unknown option": (["clean", article, *into, "--bogus"], "--bogus"),
        "unknown command": (["claen", article], "did you mean 'clean'"),
        "no output": (["clean", article], "say where to write"),
        "stdin among files": (["clean", "-", article], "cannot be mixed"),
        "no report": (["undo", str(folder / "in")], "cannot read"),
        "unknown fail-on": (["check", article, "--fail-on", "all"], "--fail-on"),
    }


CASES = ["missing file", "empty folder", "unknown suffix", "undecodable", "output inside input", "output is a file", "output below a file", "input in output",
         "two inputs, one output", "glossary row", "damaged glossary", "missing glossary", "unknown stage", "unknown key", "unknown level", "unknown diff", "unknown option", "unknown command",
         "no output", "stdin among files", "no report", "unknown fail-on"]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_named_and_status_is_2(folder: pathlib.Path, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, message = bad(folder)[case]
    before = {p: p.read_bytes() for p in (folder / "in").rglob("*") if p.is_file()}
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
    assert {p: p.read_bytes() for p in (folder / "in").rglob("*") if p.is_file()} == before
    assert not list(folder.rglob("*.part"))


def test_an_undecodable_article_does_not_stop_the_others(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    torn = b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n"
    (folder / "in" / "torn.txt").write_bytes(torn)
    assert main(["clean", str(folder / "in"), "-o", str(folder / "out")]) == 2
    assert (folder / "out" / "torn.txt").read_bytes() == torn
    assert "dividend" in (folder / "out" / "a.txt").read_text("utf-8")
    assert "1 failed" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "a.txt").chmod(0)
    assert main(["clean", str(folder / "in"), "-o", str(folder / "out")]) == 2
    assert "a.txt: cannot read: Permission denied" in capsys.readouterr().err


def test_a_file_that_vanishes_while_it_is_read_is_named(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "gone.txt").symlink_to(folder / "nowhere.txt")
    assert main(["clean", str(folder / "in"), "-o", str(folder / "out")]) == 2
    assert "gone.txt" in capsys.readouterr().err
    assert "dividend" in (folder / "out" / "a.txt").read_text("utf-8")


def test_a_file_name_that_is_no_text_is_refused_before_anything_is_written(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        pathlib.Path(os.fsdecode(os.fsencode(folder / "in") + b"/\xff\xfe.txt")).write_text("text")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert main(["clean", str(folder / "in"), "-o", str(folder / "out")]) == 2
    assert "\\xff\\xfe.txt: the file name is not UTF-8" in capsys.readouterr().err
    assert not list((folder / "out").rglob("*.txt")) if (folder / "out").exists() else True


def test_a_full_disk_leaves_no_half_written_file(folder: pathlib.Path) -> None:
    big = ARTICLE.encode() * 2000
    (folder / "in" / "big.txt").write_bytes(big)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        "from pipeline.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run([sys.executable, "-c", code, "clean", str(folder / "in" / "big.txt"), "-o", str(folder / "out")], capture_output=True, check=False)
    assert done.returncode == 2 and b"cannot write" in done.stderr
    assert [p.name for p in (folder / "out").iterdir()] == []
    assert (folder / "in" / "big.txt").read_bytes() == big


def test_ctrl_c_leaves_whole_files_only(folder: pathlib.Path) -> None:
    for number in range(400):
        (folder / "in" / f"{number:03d}.txt").write_bytes(ARTICLE.encode() * 20)
    command = [sys.executable, "-c", "from pipeline.cli import entry; entry()", "clean", str(folder / "in"), "-o", str(folder / "out")]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while running.poll() is None and len(list(folder.glob("out/*.txt"))) < 3:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert (running.returncode, b"stopped" in errors) == (2, True), errors
    assert not list(folder.rglob("*.part"))
    sizes = {p.stat().st_size for p in folder.glob("out/[0-9]*.txt")}
    assert len(sizes) == 1
    assert all((folder / "in" / f"{n:03d}.txt").read_bytes() == ARTICLE.encode() * 20 for n in range(400))


def test_eight_runs_with_overlapping_terms_give_the_same_bytes(folder: pathlib.Path) -> None:
    (folder / "terms.csv").write_text("zh,en,pos\n流量,traffic,noun\n流量红利,traffic dividend,noun\n红利,dividend,noun\n利,profit,noun\n", "utf-8")
    (folder / "in" / "a.txt").write_text("The 流量红利 and the 红利 of 流量 fade.\n" + ARTICLE, "utf-8")
    made = set()
    for run in range(8):
        hash_seed = {"PYTHONHASHSEED": str(run)}
        done = hanmend("clean", str(folder / "in"), "-o", str(folder / f"out{run}"), "--glossary", str(folder / "terms.csv"), **hash_seed)
        assert done.returncode == 0
        made.add(b"".join(p.read_bytes() for p in sorted((folder / f"out{run}").rglob("*")) if p.is_file()))
    assert len(made) == 1


def test_the_glossary_of_the_house_wins(folder: pathlib.Path) -> None:
    (folder / "in" / "glossary.csv").write_text("zh,en,pos\n红利,tailwind,noun\n", "utf-8")
    assert main(["clean", str(folder / "in"), "-o", str(folder / "out")]) == 0
    assert "tailwinds of traffic" in (folder / "out" / "a.txt").read_text("utf-8") or "tailwind of traffic" in (folder / "out" / "a.txt").read_text("utf-8")


def test_a_recipe_is_found_upward(folder: pathlib.Path) -> None:
    (folder / "hanmend.toml").write_text("glossary = 'own.csv'\n", "utf-8")
    (folder / "own.csv").write_text("zh,en,pos\n红利,windfall,noun\n", "utf-8")
    assert main(["clean", str(folder / "in"), "-o", str(folder / "out")]) == 0
    assert "windfall" in (folder / "out" / "a.txt").read_text("utf-8")


def test_checking_clean_text_does_not_load_the_dictionary(folder: pathlib.Path) -> None:
    code = (
        "import sys; from pipeline.cli import main; status = main(sys.argv[1:]);"
        "heavy = {'opencc', 'marisa_trie', 'langdetect', 'pypinyin', 'pipeline.lexicon.cedict'} & set(sys.modules); print(heavy); sys.exit(status or len(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code, "check", str(folder / "in" / "sub"), "--fail-on", "leftover"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
