"""Shards on a real Ray on loopback: the same bytes as here, also when a worker is killed or a record kills its workers."""

from __future__ import annotations

import os
import pathlib
import signal
import sys
import threading
import time
from dataclasses import dataclass

import pytest

from pipeline.files import inputs
from pipeline.formats import SUFFIXES
from pipeline.model import Document, Safety
from pipeline.recipe import Options, Recipe, build
from pipeline.runners.cleaning import Cleaning
from pipeline.runners.cluster import RayEngine
from pipeline.runners.watch import WHY

os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
ray = pytest.importorskip("ray", reason="needs the extra 'ray'")

ROOT = pathlib.Path(__file__).parent.parent
RECIPE = build(Options())


@dataclass(frozen=True)
class Troubled:
    """A stage that says in which process it runs, takes its time, and kills that process at some documents."""

    log: str = ""
    pause: float = 0.0
    poison: str = ""

    def __call__(self, doc: Document) -> Document:
        if self.log:
            with open(self.log, "a") as file:
                print(os.getpid(), file=file)
        time.sleep(self.pause)
        if self.poison and self.poison in doc.source:
            os.kill(os.getpid(), signal.SIGKILL)
        return doc


def recipe(stage: Troubled) -> Recipe:
    return Recipe((*RECIPE.stages[:1], stage, *RECIPE.stages[1:]), Safety.REVIEW, RECIPE.digest)


@pytest.fixture(scope="module")
def cluster() -> object:
    path = f"{ROOT}{os.pathsep}{ROOT / 'tests'}"
    ray.init(
        address="local", num_cpus=2, include_dashboard=False, object_store_memory=100 << 20, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": path}}
    )
    yield RayEngine()
    ray.shutdown()


@pytest.fixture
def corpus(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"a{number:02d}.txt").write_text(f"Article {number:02d} says that the 红利 of traffic fades。\n", "utf-8")
    (folder / "r.jsonl").write_text("".join(f'{{"text": "Record {n} of the 红利"}}\n' for n in range(60)), "utf-8")
    return folder


def cleaned(corpus: pathlib.Path, out: pathlib.Path, rules: Recipe, engine: object = None) -> list[tuple[str, str]]:
    out.mkdir()
    run = Cleaning(inputs([corpus], SUFFIXES), rules, out, str(out), engine=engine, workers=1)
    failures = [row for closed in run.run() for row in closed.failures]
    run.finish(run.entries())
    return failures


def files(folder: pathlib.Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_killed_worker_costs_a_retry_and_the_bytes_are_the_same(cluster: object, corpus: pathlib.Path, tmp_path: pathlib.Path) -> None:
    cleaned(corpus, tmp_path / "here", RECIPE)
    log = tmp_path / "pids"
    log.touch()

    def kill() -> None:
        end = time.monotonic() + 60
        while not (pids := log.read_text().split()) and time.monotonic() < end:
            time.sleep(0.02)
        os.kill(int(pids[0]), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    assert not cleaned(corpus, tmp_path / "there", recipe(Troubled(str(log), 0.02)), cluster)
    killer.join()
    assert len(set(log.read_text().split())) > 1
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_a_poison_record_is_listed_and_the_rest_of_its_shard_is_done(cluster: object, corpus: pathlib.Path, tmp_path: pathlib.Path) -> None:
    cleaned(corpus, tmp_path / "here", RECIPE)
    failures = cleaned(corpus, tmp_path / "there", recipe(Troubled(poison="Record 31 ")), cluster)
    assert [tuple(row) for row in failures] == [("r.jsonl:32:text", WHY)]
    here, there = (files(tmp_path / name)["r.jsonl"].split(b"\n") for name in ("here", "there"))
    assert [n for n, (a, b) in enumerate(zip(here, there, strict=True), 1) if a != b] == [32]
    assert files(tmp_path / "here")["a07.txt"] == files(tmp_path / "there")["a07.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_listens_on_loopback_only(cluster: object) -> None:
    rows = [line.split() for kind in ("tcp", "tcp6") for line in pathlib.Path(f"/proc/self/net/{kind}").read_text().splitlines()[1:]]
    own = {os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{fd}")}
    listening = [row[1].split(":")[0] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in own]
    assert all(address in ("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000") for address in listening)
