"""A run, or a worker of one, killed at any point: every output is absent, old or whole, and the same command again ends in the bytes of an undisturbed run."""

from __future__ import annotations

import json
import os
import pathlib
import random
import shutil
import sys
from collections.abc import Iterator

import pytest
from dying import Nursery

from pipeline.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and signals")
SEED = int(os.environ.get("HANMEND_SEED", "20"))
POINTS = range(20)
OPENINGS = ("The stall owners said that", "A driver from the north told us how", "Nobody at the harbour thought that", "Last spring it was plain that")
MIDDLES = ("the 红利 of cheap rent was over", "so 促进 for trade is rare", "the market had 3.5亿 users", "the 优势 of the old 市场 had gone", "nothing had changed")
OLD = b"what an earlier run left here\n"


def articles(folder: pathlib.Path) -> None:
    """Some hundred small articles, most of them dirty, some records, and what is no text."""
    chance = random.Random(11)
    for number in range(60):
        place = folder / ("north", "south", ".")[number % 3] / f"a{number:03d}.{('txt', 'md', 'html')[number % 7 % 3]}"
        place.parent.mkdir(parents=True, exist_ok=True)
        sentences = [f"{chance.choice(OPENINGS)} {chance.choice(MIDDLES)}{chance.choice(('.', '。'))}" for _ in range(chance.randrange(1, 3))]
        place.write_text(f"{' '.join(sentences)}\n", "utf-8")
    rows = [json.dumps({"id": n, "text": f"{chance.choice(OPENINGS)} {chance.choice(MIDDLES)}."}, ensure_ascii=n % 2 == 0) for n in range(50)]
    (folder / "r.jsonl").write_text("\n".join(rows), "utf-8")
    (folder / "torn.txt").write_bytes(b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n")


def files(folder: pathlib.Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Undisturbed:
    """A run that nobody kills: its input, its command, what it wrote, and how many events it had by the number of its workers."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder, self.source = folder, folder / "in"
        self.source.mkdir()
        articles(self.source)
        self.nursery = Nursery().__enter__()
        self.events = {}
        for workers in (1, 2):
            status, self.events[workers], said = self.nursery.run(*self.clean(folder / f"once{workers}", workers))
            assert status == 2 and "torn.txt" in said
        self.files = files(folder / "once1")
        assert files(folder / "once2") == self.files and self.events[1] > 300

    def clean(self, out: pathlib.Path, workers: int) -> list[str]:
        return ["clean", str(self.source), "-o", str(out), "--workers", str(workers)]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Undisturbed]:
    made = Undisturbed(tmp_path_factory.mktemp("kill"))
    yield made
    made.nursery.__exit__()


def no_output_is_half(out: pathlib.Path, whole: dict[str, bytes]) -> None:
    for name, data in files(out).items():
        if not name.startswith(".hanmend/"):
            assert data in (left_here(name), whole[name]), name


def left_here(name: str) -> bytes:
    """What an earlier run left: a diff begins as the diffs of a run do, else it is somebody's own, and nothing is written at all."""
    return f"--- a/{name.removesuffix('.diff')}\n".encode() + OLD if name.endswith(".diff") else OLD


@pytest.mark.parametrize("point", POINTS)
def test_a_run_that_is_killed_leaves_nothing_half_and_goes_on(undisturbed: Undisturbed, tmp_path: pathlib.Path, point: int) -> None:
    chance = random.Random(f"{SEED}/{point}")
    workers = 1 + point % 2
    event = chance.randrange(1, undisturbed.events[workers] + 1)
    print(f"HANMEND_SEED={SEED}, {workers} workers, killed at event {event} of {undisturbed.events[workers]}")
    out = tmp_path / "out"
    for name in chance.sample(sorted(n for n in undisturbed.files if not n.startswith("report")), 30):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(left_here(name))
    assert undisturbed.nursery.run(*undisturbed.clean(out, workers), event=event)[0] == -9
    no_output_is_half(out, undisturbed.files)
    before = files(undisturbed.source)
    status, _, said = undisturbed.nursery.run(*undisturbed.clean(out, 3 - workers))
    assert status == 2 and said.startswith("hanmend: torn.txt: byte 0xe9")
    assert files(out) == undisturbed.files and files(undisturbed.source) == before


@pytest.mark.parametrize("in_place", [False, True])
def test_a_run_that_is_killed_again_and_again_comes_to_its_end(undisturbed: Undisturbed, tmp_path: pathlib.Path, in_place: bool) -> None:
    chance = random.Random(f"{SEED}/{in_place}")
    source = tmp_path / "in"
    shutil.copytree(undisturbed.source, source)
    command = ["clean", str(source), "--workers", "2", *(["--in-place"] if in_place else ["-o", str(tmp_path / "out")])]
    for _ in range(8):
        after = chance.uniform(0.02, 0.4)
        print(f"HANMEND_SEED={SEED}, killed after {after} seconds")
        undisturbed.nursery.run(*command, after=after)
        if not in_place and (tmp_path / "out").exists():
            no_output_is_half(tmp_path / "out", undisturbed.files)
    status, _, said = undisturbed.nursery.run(*command)
    assert status == 2 and "another run" not in said
    if in_place:
        written = {name: data for name, data in undisturbed.files.items() if not name.startswith("report")}
        assert {name: data for name, data in files(source).items() if not name.startswith("report")} == written
        assert main(["undo", str(source), "-o", str(tmp_path / "back")]) == 0
        torn = {"torn.txt": (source / "torn.txt").read_bytes()}
        assert files(tmp_path / "back") | torn == files(undisturbed.source)
    else:
        assert files(tmp_path / "out") == undisturbed.files


@pytest.mark.parametrize("point", POINTS)
def test_a_worker_that_is_killed_costs_nothing(undisturbed: Undisturbed, tmp_path: pathlib.Path, point: int) -> None:
    event = random.Random(f"{SEED}/worker/{point}").randrange(1, 60)
    print(f"HANMEND_SEED={SEED}, the first worker that comes to event {event} is killed")
    status, _, said = undisturbed.nursery.run(*undisturbed.clean(tmp_path / "out", 2), event=event, worker=str(tmp_path / "killed"))
    assert (tmp_path / "killed").exists() and status == 2
    assert files(tmp_path / "out") == undisturbed.files, said
