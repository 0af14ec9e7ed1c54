"""hanmend watch, as a process of its own: what is saved is cleaned, the lists too, and Ctrl-C is its usual end."""

from __future__ import annotations

import os
import pathlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from pipeline.cli import main

pytest.importorskip("watchfiles", reason="watch is an extra")


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The 红利 of scale.\n", "utf-8")
    (tmp_path / "in" / "b.txt").write_text("The 优势 of it.\n", "utf-8")
    return tmp_path


@pytest.fixture
def watching(folder: pathlib.Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", "from pipeline.cli import entry; entry()", "watch", "in", "-o", "out"]
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert running.stdout
    for line in running.stdout:
        if line.startswith("watching"):
            break
    # The first events may come a moment after the words.
    time.sleep(0.5)
    yield running
    if running.poll() is None:
        running.kill()
        running.wait()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    assert true()


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_saved_articles_and_lists_are_cleaned_again(folder: pathlib.Path, watching: subprocess.Popen[str]) -> None:
    out = folder / "out"
    assert "红利" not in (out / "a.txt").read_text("utf-8")
    untouched = (out / "b.txt").stat().st_mtime_ns
    (folder / "in" / "a.txt").write_text("Today the 红利 of scale.\n", "utf-8")
    until(lambda: (out / "a.txt").read_text("utf-8").startswith("Today the ") and "Today" in (out / "report.json").read_text("utf-8"))
    assert (out / "b.txt").stat().st_mtime_ns == untouched, "only what was saved is cleaned"
    (folder / "in" / "glossary.csv").write_text("zh,en,pos\n优势,forte,noun\n", "utf-8")
    until(lambda: "forte" in (out / "b.txt").read_text("utf-8"))
    (folder / "in" / "glossary.csv").write_text("zh,en,pos\n优势,优势,noun\n", "utf-8")
    (folder / "in" / "c.txt").write_text("A new one.\n", "utf-8")
    time.sleep(0.6)
    (folder / "in" / "glossary.csv").write_text("zh,en,pos\n优势,edge,noun\n", "utf-8")
    until(lambda: "edge" in (out / "b.txt").read_text("utf-8") and (out / "c.txt").exists())
    (folder / "in" / "b.txt").unlink()
    until(lambda: '"b.txt"' not in (out / "report.json").read_text("utf-8"))
    watching.send_signal(signal.SIGINT)
    said, _ = watching.communicate(timeout=20)
    assert watching.returncode == 0
    assert "glossary.csv:2" in said, "a wrong glossary is named and the watch goes on"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_what_watch_leaves_is_what_clean_leaves(folder: pathlib.Path, watching: subprocess.Popen[str]) -> None:
    (folder / "in" / "b.txt").write_text("The 优势 of it and the 市场.\n", "utf-8")
    until(lambda: "市场" in (folder / "out" / "report.json").read_text("utf-8"))
    watching.send_signal(signal.SIGINT)
    watching.communicate(timeout=20)
    assert main(["clean", str(folder / "in"), "-o", str(folder / "wanted")]) == 0

    def files(name: str) -> dict[str, bytes]:
        return {p.relative_to(folder / name).as_posix(): p.read_bytes() for p in (folder / name).rglob("*") if p.is_file()}

    assert files("out") == files("wanted")


def test_watch_refuses_standard_input_and_an_output_inside_the_input(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "-", "-o", str(folder / "out")]) == 2
    assert main(["watch", str(folder / "in"), "-o", str(folder / "in" / "out")]) == 2
    assert "lies inside the input" in capsys.readouterr().err
