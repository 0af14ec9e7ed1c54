"""A file that grows while it is read is read to where it ended when the run came to it; nothing of it is lost to the next run."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pathlib
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.bounded import bounded
from pipeline.cli import main
from pipeline.model import Document, Outcome
from pipeline.recipe import Recipe
from pipeline.runners import cleaning, join, shards
from pipeline.runners.watch import Watch

ROW = json.dumps({"text": "the 红利 of it"}, ensure_ascii=False).encode() + b"\n"
REPAIRED = json.dumps({"text": "the dividend of it"}).encode() + b"\n"


def test_what_is_appended_after_the_opening_is_not_read(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one\ntwo\n")
    with bounded(path) as file:
        with open(path, "ab") as more:
            more.write(b"three\n" * 100_000)
        assert file.read(5) == b"one\nt"
        assert file.readline() == b"wo\n"
        assert file.readline() == file.read() == file.read(1 << 20) == b""
        file.seek(4)
        assert file.read() == b"two\n"
        file.seek(1000)
        assert file.read() == file.read(10) == b""
        file.seek(0)
        assert list(file) == [b"one\n", b"two\n"]


@given(st.binary(max_size=300), st.none() | st.integers(0, 400), st.lists(st.tuples(st.sampled_from(("read", "readline", "seek", "all")), st.integers(0, 350)), max_size=8))
def test_it_reads_as_a_file_of_that_length_does(tmp_path_factory: pytest.TempPathFactory, data: bytes, length: int | None, steps: list[tuple[str, int]]) -> None:
    path = tmp_path_factory.getbasetemp() / "bounded"
    path.write_bytes(data)
    like = io.BytesIO(data if length is None else data[:length])
    with bounded(path, length) as file:
        for step, number in steps:
            if step == "seek":
                assert file.seek(number) == like.seek(number)
            elif step == "all":
                assert file.read() == like.read()
            else:
                assert getattr(file, step)(number) == getattr(like, step)(number)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_pipe_among_the_articles_is_told_of_and_waited_for_by_nobody(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str, workers: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(folder / name)
    (folder / "b.txt").write_text("the 红利 of it\n", "utf-8")
    assert main(["check", str(folder), "--field", "text", "--workers", workers]) == 2
    shown = capsys.readouterr()
    assert "is a pipe or a device" in shown.out + shown.err and "b.txt" in shown.out
    assert main(["clean", str(folder), "-o", str(tmp_path / "out"), "--field", "text", "--workers", workers]) == 2
    assert (tmp_path / "out" / "b.txt").read_text("utf-8") == "the dividend of it\n"


def test_a_file_that_grows_with_every_record_ends(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(ROW * 3)
    repaired, times = Watch.repaired, []

    def growing(self: Watch, recipe: Recipe, docs: Sequence[Document]) -> list[Outcome]:
        times.append(len(docs))
        assert len(times) < 50, "read for as long as somebody writes"
        with open(path, "ab") as file:
            file.write(ROW * len(docs))
        return repaired(self, recipe, docs)

    monkeypatch.setattr(Watch, "repaired", growing)
    assert main(["clean", str(path), "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    assert sum(times) == 3
    assert (tmp_path / "out" / "a.jsonl").read_bytes() == REPAIRED * 3
    times.clear()
    assert main(["check", str(path), "--workers", "1"]) == 1
    assert sum(times) == 6
    monkeypatch.undo()
    # The next run has a new digest of the input before it and does all of it.
    assert main(["clean", str(path), "-o", str(tmp_path / "out"), "--workers", "1"]) == 0
    assert (tmp_path / "out" / "a.jsonl").read_bytes() == REPAIRED * 12


@pytest.mark.parametrize("more", [ROW * 20, b'{"text": "clean"}\n' * 20])
def test_what_comes_between_the_ranges_and_their_joining_is_for_the_next_run(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, more: bytes) -> None:
    monkeypatch.setattr(shards, "RANGE", 200)
    monkeypatch.setattr(join, "RANGE", 200)
    path = tmp_path / "a.jsonl"
    path.write_bytes(ROW * 20)

    def late(*arguments: Any) -> tuple[str, str]:
        if path.stat().st_size == len(ROW) * 20:
            with open(path, "ab") as end:
                end.write(more)
        return join.join(*arguments)

    monkeypatch.setattr(cleaning, "join", late)
    arguments = ["clean", str(path), "-o", str(tmp_path / "out"), "--workers", "2"]
    assert main(arguments) == 0
    assert path.read_bytes() == ROW * 20 + more
    assert (tmp_path / "out" / "a.jsonl").read_bytes() == REPAIRED * 20
    # The report speaks of the bytes that were repaired.
    first = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["articles"][0]
    assert first["sha256"] == f"sha256:{hashlib.sha256(ROW * 20).hexdigest()}"
    assert main(arguments) == 0
    assert (tmp_path / "out" / "a.jsonl").read_bytes() == REPAIRED * 20 + more.replace(ROW, REPAIRED)
