"""Files as they are found in the wild: odd names, deep folders, very many, very large, growing, vanishing, and places where nothing can be written."""

from __future__ import annotations

import gzip
import json
import os
import pathlib
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from pipeline import files
from pipeline.cli import main
from pipeline.formats import streamed
from pipeline.runners import shards

LEFTOVER = "They speak of the 红利 of traffic.\n"
REPAIRED = "They speak of the dividend of traffic.\n"
NAMES = ("a\nb.txt", "--help.txt", "-.txt", "::error::x.txt", "名字.txt", "tab\there.txt", "q\"uote'.txt", "*.txt", "<img>.txt", "a b.txt", "😀.txt", "%41.txt", "a..txt")
RUN = "import sys; from pipeline.cli import entry; sys.argv[0] = 'hanmend'; entry()"


def under_limit(megabytes: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of the program in a process of its own that can get no more memory."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    return subprocess.run([sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, preexec_fn=limit, timeout=120)


def test_any_name_is_read_written_reported_and_brought_back(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(LEFTOVER, "utf-8")
    assert main(["check", str(folder)]) == 1
    # A line feed in a name would make two lines of a listing that has one a finding.
    assert len(capsys.readouterr().out.splitlines()) == len(NAMES)
    assert main(["clean", str(folder), "-o", str(tmp_path / "out")]) == 0
    assert {name: (tmp_path / "out" / name).read_text("utf-8") for name in NAMES} == dict.fromkeys(NAMES, REPAIRED)
    assert {a["id"] for a in json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["articles"]} == set(NAMES)
    assert main(["undo", str(tmp_path / "out"), "-o", str(tmp_path / "back")]) == 0
    assert {name: (tmp_path / "back" / name).read_text("utf-8") for name in NAMES} == dict.fromkeys(NAMES, LEFTOVER)


def test_folders_may_be_as_deep_as_a_path_is_long(tmp_path: pathlib.Path) -> None:
    deep = pathlib.Path(*["d"] * 700)
    (tmp_path / "in" / deep).mkdir(parents=True)
    (tmp_path / "in" / deep / "a.txt").write_text(LEFTOVER, "utf-8")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / deep / "a.txt").read_text("utf-8") == REPAIRED


def test_links_out_of_the_tree_are_read_and_never_written_through(tmp_path: pathlib.Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "in"
    outside.mkdir()
    folder.mkdir()
    (outside / "a.txt").write_text(LEFTOVER, "utf-8")
    (folder / "link.txt").symlink_to(outside / "a.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert main(["clean", str(folder), "-o", str(tmp_path / "out")]) in (0, 2)
    assert (outside / "a.txt").read_text("utf-8") == LEFTOVER
    assert not (tmp_path / "out" / "link.txt").is_symlink()
    assert (tmp_path / "out" / "link.txt").read_text("utf-8") == REPAIRED


def test_tiny_files_by_the_thousand(tmp_path: pathlib.Path) -> None:
    for number in range(6000):
        place = tmp_path / "in" / f"{number % 40:02}" / f"{number}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(LEFTOVER if number % 100 == 0 else "Clean.\n", "utf-8")
    made = under_limit(1500, "clean", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--workers", "1")
    assert made.returncode == 0, made.stderr
    written = {p.name: p.read_text("utf-8") for p in (tmp_path / "out").rglob("*.txt")}
    assert written == {f"{n}.txt": REPAIRED if n % 100 == 0 else "Clean.\n" for n in range(6000)}


def sparse(path: pathlib.Path, size: int, end: bytes = b"") -> None:
    with open(path, "wb") as file:
        file.truncate(size)
        file.seek(0, os.SEEK_END)
        file.write(end)


@pytest.mark.parametrize(("name", "said"), [("a.txt", "larger than 64 MB"), ("a.md", "larger than 64 MB"), ("a.jsonl", "a line is longer than 64 MB"), ("a.csv", "larger than 64 MB")])
def test_two_gigabytes_in_one_line_are_refused_in_little_memory(tmp_path: pathlib.Path, name: str, said: str) -> None:
    sparse(tmp_path / name, 2 << 30, "the 红利 of it".encode())
    fields = ["--field", "text"] if name.endswith("csv") else []
    start = time.monotonic()
    made = under_limit(1500, "check", str(tmp_path / name), "--workers", "1", *fields)
    assert made.returncode == 2
    assert said in made.stdout
    assert time.monotonic() - start < 60


def test_what_is_too_large_is_passed_through(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    sparse(folder / "a.txt", files.LARGEST + 1)
    sparse(folder / "b.jsonl", streamed.LONGEST + shards.RANGE)
    (folder / "c.txt").write_text(LEFTOVER, "utf-8")
    assert main(["clean", str(folder), "-o", str(tmp_path / "out")]) == 2
    assert (tmp_path / "out" / "c.txt").read_text("utf-8") == REPAIRED
    for name in ("a.txt", "b.jsonl"):
        assert (tmp_path / "out" / name).read_bytes() == (folder / name).read_bytes()
    failed = [a["id"] for a in json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["articles"] if "error" in a]
    assert failed == ["a.txt", "b.jsonl"]


def test_a_long_line_through_many_ranges_is_one_record(tmp_path: pathlib.Path) -> None:
    padding = "x" * (3 * shards.RANGE)
    rows = [{"text": "Clean."}, {"text": LEFTOVER, "padding": padding}, {"text": LEFTOVER}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    assert main(["clean", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "out"), "--workers", "2"]) == 0
    written = [json.loads(line) for line in (tmp_path / "out" / "a.jsonl").read_text("utf-8").splitlines()]
    assert [row["text"] for row in written] == ["Clean.", REPAIRED, REPAIRED]
    assert written[1]["padding"] == padding


def test_a_bomb_of_gzip_costs_no_memory(tmp_path: pathlib.Path) -> None:
    row = b'{"text": "Clean."}' + b" " * 4000 + b"\n"
    with gzip.open(tmp_path / "a.jsonl.gz", "wb", compresslevel=9) as file:
        for _ in range(200):
            file.write(row * 500)
    with gzip.open(tmp_path / "b.jsonl.gz", "wb", compresslevel=9) as file:
        for _ in range(400):
            file.write(b" " * (1 << 20))
    made = under_limit(1500, "check", str(tmp_path), "--workers", "1")
    assert made.returncode == 2, made.stdout
    assert "b.jsonl.gz: a line is longer than 64 MB" in made.stdout
    assert "a.jsonl.gz" not in made.stdout


def grown(folder: pathlib.Path, stop: threading.Event) -> None:
    while not stop.is_set():
        for name in ("a.txt", "a.jsonl"):
            with open(folder / name, "ab") as file:
                file.write(b'{"text": "the \xe7\xba\xa2\xe5\x88\xa9 of it"}\n')


def gone(folder: pathlib.Path, stop: threading.Event) -> None:
    for path in sorted(folder.glob("v*.txt"), reverse=True):
        path.unlink()
        if stop.wait(0.002):
            return


@pytest.mark.parametrize("disturb", [grown, gone])
def test_files_that_change_while_they_are_read_end_no_run(tmp_path: pathlib.Path, disturb: Callable[[pathlib.Path, threading.Event], None]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(300):
        (folder / f"v{number:03}.txt").write_text(LEFTOVER * 5, "utf-8")
    (folder / "a.txt").write_text(LEFTOVER * 2000, "utf-8")
    (folder / "a.jsonl").write_text(json.dumps({"text": LEFTOVER}) + "\n", "utf-8")
    stop = threading.Event()
    hand = threading.Thread(target=disturb, args=(folder, stop))
    hand.start()
    try:
        status = main(["clean", str(folder), "-o", str(tmp_path / "out"), "--workers", "1"])
    finally:
        stop.set()
        hand.join()
    assert status in (0, 2)
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    failed = {a["id"]: a["error"] for a in report["articles"] if "error" in a}
    listed = {a["path"] for a in report["articles"]}
    assert all("No such file" in why or "vanished" in why for why in failed.values()), failed
    for path in sorted((tmp_path / "out").glob("v*.txt")):
        assert path.read_text("utf-8") == REPAIRED * 5
    # What is left of the input is written, or on the list.
    assert {p.name for p in folder.glob("*.txt")} <= listed
    assert all((tmp_path / "out" / name).exists() for name in listed - set(failed))
    assert "红" not in (tmp_path / "out" / "a.txt").read_text("utf-8")


def test_a_place_where_nothing_can_be_written_is_named_before_anything_is_done(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LEFTOVER, "utf-8")
    before = sorted(tmp_path.rglob("*"))
    for output in ("/proc/hanmend", "/dev/null/out", str(tmp_path / "a.txt" / "out")):
        assert main(["clean", str(tmp_path / "a.txt"), "-o", output]) == 2
        assert output in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_named(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LEFTOVER, "utf-8")
    (tmp_path / "out").mkdir(mode=0o500)
    assert main(["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 2
    assert "Permission denied" in capsys.readouterr().err
