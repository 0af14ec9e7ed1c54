"""What the commands show on a terminal, and the review in a pseudo-terminal."""

from __future__ import annotations

import json
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.commands.terminal import Screen
from pipeline.decisions.log import read_decisions
from pipeline.reports.columns import clipped, padded, visible, width, wrapped

ROOT = pathlib.Path(__file__).parent.parent
PTY = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
ESCAPE = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("红利", 4), ("ＡＢ，", 6), ("e\u0301", 1), ("𠮷", 2), ("\U0001f600", 2), ("a红b", 4), ("가", 2), ("ー", 2), ("\u200b", 0)])
def test_width_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(4, 40))
def test_no_line_is_wider_than_the_screen(text: str, columns: int) -> None:
    shown = visible(text)
    assert width(clipped(shown, columns)) <= columns
    assert width(padded(shown, columns)) == columns
    lines = wrapped(shown, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown.split())
    assert not any(line[:1].isspace() for line in lines)


def test_an_article_does_not_steer_the_terminal() -> None:
    assert visible("a\x1b[31mb\u202ec\x9bd\r") == "a<U+001B>[31mb<U+202E>c<U+009B>d<U+000D>"


def test_colour_adds_to_what_reads_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "the [-红利-]{+dividend+} of [-了-]it"
    assert Screen().marked(text) == text
    assert ESCAPE.sub("", Screen(80, True).marked(text)) == text and "\x1b[31m[-红利-]" in Screen(80, True).marked(text)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Screen.standard().colour
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    assert Screen.standard().colour
    monkeypatch.setenv("TERM", "dumb")
    assert not Screen.standard().colour


def test_clean_says_what_it_did_in_80_columns(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "in")
    (tmp_path / "in" / f"{'很长的名字' * 9}.txt").write_text("The 红利 fades.\n", "utf-8")
    assert main(["clean", "in", "-o", "out"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(width(line) <= 80 for line in lines), lines
    assert len({width(line) for line in lines if line.endswith(" 0")}) == 1
    assert re.search(r"article +repaired +to review +unresolved +decided$", lines[0])
    assert re.search(r"^01-night-markets\.txt +\d+ +\d+ +\d+ +0$", "\n".join(lines), re.MULTILINE)
    assert "hanmend review out" in lines[-2] and "hanmend undo out" in lines[-1]


def test_a_word_diff_reads_like_the_article_and_says_where_wordings_come_from(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("First line.\nAs the 红利 of traffic\x1b[2J fades。\n", "utf-8")
    assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--diff", "word"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == ["--- a.txt", "+++ a.txt", "@@ 2 @@", "As the [-红利-]{+dividend+} of traffic<U+001B>[2J fades[-。-]{+.+}"]
    assert re.fullmatch(r"    红利: \w+ [01]\.\d\d; or .+", lines[4]) and width(lines[4]) <= 80


class Terminal:
    """A command in a pseudo-terminal of 80 columns: what it shows, and answers to its questions."""

    def __init__(self, *arguments: str, **env: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        command = [sys.executable, "-c", "from pipeline.cli import entry; entry()", *arguments]
        environment = {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **env}
        for name in ("COLUMNS", "LINES"):
            environment.pop(name, None)
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True)
        os.close(slave)
        self.seen = ""

    def until(self, text: str) -> str:
        """What is shown up to ``text``, which must come."""
        deadline = time.monotonic() + 30
        while text not in self.seen:
            assert time.monotonic() < deadline, f"no {text!r} in {self.seen[-500:]!r}"
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.master, 65536).decode("utf-8", "replace")
                except OSError:
                    assert text in self.seen, f"ended without {text!r}: {self.seen[-800:]!r}"
        before, _, self.seen = self.seen.partition(text)
        return before

    def answer(self, text: str) -> str:
        """Wait for the question and answer it; returns what was shown before it."""
        shown = self.until("[a,x,e" if "[a,x,e" in self.seen else "? ")
        os.write(self.master, text.encode() + b"\n")
        return shown

    def interrupt(self) -> None:
        """Ctrl-C, as a person does it: again where the first came before the question was waiting for its answer."""
        for _ in range(10):
            self.process.send_signal(signal.SIGINT)
            if select.select([self.master], [], [], 2)[0]:
                return

    def end(self) -> str:
        """What is shown until the command ends, by itself."""
        rest = self.until("written to ")
        assert self.process.wait(30) == 0
        os.close(self.master)
        return rest


@pytest.fixture
def run(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "in").mkdir()
    shutil.copy(ROOT / "seeds" / "01-night-markets.txt", tmp_path / "in")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    return tmp_path / "out"


def asked(run: pathlib.Path) -> list[dict[str, object]]:
    found = json.loads((run / "report.json").read_text("utf-8"))["edits"]
    return [e for e in found if e["status"] in ("pending", "unresolved")]


@PTY
def test_review_in_a_terminal_shows_the_sentence_and_takes_answers(run: pathlib.Path) -> None:
    rows = asked(run)
    terminal = Terminal("review", str(run), "--tty", "--by", "Ann")
    first = ESCAPE.sub("", terminal.answer("a"))
    assert f"(1/{len(rows)}) 01-night-markets.txt:{rows[0]['line']}:{rows[0]['column']}" in first
    assert f"[-{rows[0]['before']}-]" in first.replace("\r\n", " ")
    for text in ("?", "1", "x", "u", "e", "in English", "k", "s", "nonsense", "q"):
        terminal.answer(text)
    assert "2 decided" not in terminal.end()
    said = [(d.action, d.by) for d in read_decisions(run / "decisions.jsonl")]
    assert said == [("accept", "Ann"), ("edit", "Ann"), ("reject", "Ann"), ("reset", "Ann"), ("edit", "Ann")]


@PTY
def test_without_colour_nothing_is_coloured(run: pathlib.Path) -> None:
    terminal = Terminal("review", str(run), "--tty", NO_COLOR="1")
    shown = terminal.answer("q") + terminal.end()
    assert "\x1b[3" not in shown and "\x1b[1m" not in shown


@PTY
@pytest.mark.parametrize("way", ["ctrl-c", "ctrl-d", "kill"])
def test_what_was_answered_is_kept_however_it_ends(run: pathlib.Path, way: str) -> None:
    terminal = Terminal("review", str(run), "--tty")
    terminal.answer("a")
    terminal.until("(2/")
    terminal.until("?] ")
    if way == "kill":
        terminal.process.send_signal(signal.SIGKILL)
        terminal.process.wait()
    else:
        os.write(terminal.master, b"\x04") if way == "ctrl-d" else terminal.interrupt()
        assert "1 decided: 1 accepted" in terminal.end()
    assert [d.action for d in read_decisions(run / "decisions.jsonl")] == ["accept"]


@PTY
def test_a_review_goes_on_where_it_was_left(run: pathlib.Path) -> None:
    terminal = Terminal("review", str(run), "--tty")
    terminal.answer("a")
    terminal.answer("q")
    terminal.end()
    count = len(asked(run))
    terminal = Terminal("review", str(run), "--tty")
    assert f"(1/{count - 1})" in terminal.answer("q")
    terminal.end()
