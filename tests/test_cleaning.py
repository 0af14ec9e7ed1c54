"""Runs that write: the same bytes whatever shares the work out, taken up again after a kill, nothing lost when something fails."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from pipeline.cli import main
from pipeline.errors import OutputError
from pipeline.files import inputs
from pipeline.formats import SUFFIXES
from pipeline.model import Document, Safety
from pipeline.recipe import Options, Recipe, build
from pipeline.runners import join, shards
from pipeline.runners.cleaning import Cleaning
from pipeline.runners.watch import WHY

RECIPE = build(Options())
ROOT = pathlib.Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (shards, join):
        monkeypatch.setattr(module, "RANGE", 1000)
    monkeypatch.setattr(shards, "FILES", 4)


def records(count: int) -> bytes:
    chance = random.Random(5)
    lines = [
        json.dumps({"id": f"r{n}", "text": f"Record {n} {'of the 红利' if chance.random() < 0.3 else 'is clean'} “{'x' * (n * 7 % 90)}”"}, ensure_ascii=n % 2 == 0)
        for n in range(count)
    ]
    lines[count // 2] = '{"text": "broken 红'
    return "\r\n".join(lines).encode()


@pytest.fixture
def corpus(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    for number in range(14):
        text = f"Article {number} says that the 红利 of traffic fades。\n" if number % 3 else "Clean “text”.\r\n"
        (folder / ("sub" if number % 2 else ".") / f"a{number:02d}.txt").write_bytes(text.encode())
    (folder / "gbk.txt").write_bytes("它是中国的红利，the market is 严峻的".encode("gb18030"))
    (folder / "torn.txt").write_bytes(b"caf\xe9 \x81\x8d\x90 \xff\xfe\xfd\n")
    (folder / "r.jsonl").write_bytes(records(120))
    (folder / "clean.jsonl").write_bytes(b'{"text": "clean"}\n' * 200)
    (folder / "empty.jsonl").write_bytes(b"")
    (folder / "z.jsonl.gz").write_bytes(gzip.compress(records(40), 9))
    return folder


def files(folder: pathlib.Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def cleaned(corpus: pathlib.Path, out: pathlib.Path, workers: int = 1, recipe: Recipe = RECIPE, **more: object) -> list[tuple[str, str]]:
    out.mkdir(exist_ok=True)
    run = Cleaning(inputs([corpus], SUFFIXES), recipe, out, str(out), workers=workers, **more)  # type: ignore[arg-type]
    failures = [row for closed in run.run() for row in closed.failures]
    run.finish(run.entries())
    return failures


@pytest.fixture
def serial(corpus: pathlib.Path, tmp_path: pathlib.Path) -> dict[str, bytes]:
    failures = cleaned(corpus, tmp_path / "serial")
    assert [name for name, _ in failures] == ["r.jsonl:61", "torn.txt", "z.jsonl.gz:21"]
    return files(tmp_path / "serial")


@pytest.mark.parametrize("workers", [2, 3])
def test_the_same_bytes_whatever_the_workers(corpus: pathlib.Path, tmp_path: pathlib.Path, serial: dict[str, bytes], workers: int) -> None:
    cleaned(corpus, tmp_path / "out", workers)
    assert files(tmp_path / "out") == serial


def test_a_file_in_one_piece_gives_the_same_as_its_ranges(corpus: pathlib.Path, tmp_path: pathlib.Path, serial: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "RANGE", 1 << 20)
    cleaned(corpus, tmp_path / "out")
    assert files(tmp_path / "out") == serial
    report = json.loads(serial["report.json"])
    assert {a["id"]: a["records"] for a in report["articles"] if "records" in a} == {"r.jsonl": 120, "clean.jsonl": 200, "empty.jsonl": 0, "z.jsonl.gz": 40}
    assert serial["clean.jsonl"] == (corpus / "clean.jsonl").read_bytes()


def test_undo_brings_everything_back(corpus: pathlib.Path, tmp_path: pathlib.Path, serial: dict[str, bytes]) -> None:
    assert main(["undo", str(tmp_path / "serial"), "-o", str(tmp_path / "back")]) == 0
    before, after = files(corpus), files(tmp_path / "back")
    packed = "z.jsonl.gz"
    assert gzip.decompress(after.pop(packed)) == gzip.decompress(before.pop(packed))
    # "torn.txt" failed and was never changed; it comes along.
    assert after == before


class Deadly:
    """A stage that kills its process at some documents."""

    def __call__(self, doc: Document) -> Document:
        if "Record 31 " in doc.source or "Article 4 " in doc.source:
            os.kill(os.getpid(), signal.SIGKILL)
        return doc


DEADLY = Recipe((*RECIPE.stages[:1], Deadly(), *RECIPE.stages[1:]), Safety.REVIEW, RECIPE.digest)


def test_poison_is_listed_and_everything_else_is_repaired(tmp_path: pathlib.Path, corpus: pathlib.Path, serial: dict[str, bytes]) -> None:
    (corpus / "r.jsonl").write_bytes((corpus / "r.jsonl").read_bytes().replace(b"Record 31 is clean", "Record 31 is 红利".encode()))
    cleaned(corpus, tmp_path / "harmless")
    failures = cleaned(corpus, tmp_path / "out", 2, DEADLY)
    poisoned = [name for name, why in failures if why == WHY]
    assert poisoned == ["a04.txt", "r.jsonl:32:text"]
    expected, got = files(tmp_path / "harmless"), files(tmp_path / "out")
    assert {name for name in expected if expected[name] != got.get(name)} == {"a04.txt", "a04.txt.diff", "r.jsonl", "report.json", "report.md", "report.html"}
    assert got["a04.txt"] == (corpus / "a04.txt").read_bytes()
    differing = [n for n, (a, b) in enumerate(zip(expected["r.jsonl"].split(b"\n"), got["r.jsonl"].split(b"\n"), strict=True), 1) if a != b]
    assert differing == [32]


RUN = """
import sys
from pipeline.runners import join, shards
shards.RANGE = join.RANGE = 20000
shards.FILES = 4
from pipeline.cli import main
sys.exit(main(sys.argv[1:]))
"""


def started(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RUN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=True)


@contextlib.contextmanager
def killed_after(seconds: float, *arguments: str) -> Iterator[None]:
    run = started(*arguments)
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    yield


@pytest.fixture
def large(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(60):
        (folder / f"a{number:02d}.txt").write_text(f"Article {number} says that the 红利 of traffic fades。\n" * 8, "utf-8")
    (folder / "r.jsonl").write_bytes(records(1500))
    return folder


def test_a_run_that_is_killed_anywhere_is_taken_up_again(large: pathlib.Path, tmp_path: pathlib.Path) -> None:
    assert started("clean", str(large), "-o", str(tmp_path / "once"), "--workers", "1").wait() == 2
    expected = files(tmp_path / "once")
    chance = random.Random(3)
    for _ in range(6):
        with killed_after(chance.uniform(0.2, 1.5), "clean", str(large), "-o", str(tmp_path / "out"), "--workers", "2"):
            pass
        assert not [p for p in (tmp_path / "out").glob("*.txt") if p.read_bytes() not in (expected[p.name],)]
    end = time.monotonic() + 20
    while (last := started("clean", str(large), "-o", str(tmp_path / "out"))).wait() == 2 and b"another run" in last.stderr.read() and time.monotonic() < end:  # type: ignore[union-attr]
        time.sleep(0.2)
    assert files(tmp_path / "out") == expected


def test_writing_over_the_input_and_killed_loses_no_ledger(large: pathlib.Path, tmp_path: pathlib.Path) -> None:
    before = files(large)
    chance = random.Random(4)
    for _ in range(4):
        with killed_after(chance.uniform(0.3, 1.2), "clean", str(large), "--in-place", "--workers", "2"):
            pass
    run = started("clean", str(large), "--in-place")
    assert run.wait() == 2
    assert b"\xe7\xba\xa2" not in b"".join(data for name, data in files(large).items() if name.endswith(".txt"))
    assert main(["undo", str(large), "-o", str(tmp_path / "back")]) == 0
    assert files(tmp_path / "back") == before


def test_written_over_twice_the_first_input_comes_back(large: pathlib.Path, tmp_path: pathlib.Path) -> None:
    before = files(large)
    for _ in range(3):
        assert main(["clean", str(large), "--in-place"]) == 2
    report = json.loads((large / "report.json").read_text("utf-8"))
    assert len({a["id"] for a in report["articles"]}) == len(report["articles"])
    assert main(["undo", str(large), "-o", str(tmp_path / "back")]) == 0
    assert files(tmp_path / "back") == before


def test_incremental_does_only_what_changed(corpus: pathlib.Path, tmp_path: pathlib.Path, serial: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    cleaned(corpus, out, incremental=True)
    shown = {name: data for name, data in files(out).items() if not name.startswith(".hanmend/")}
    assert shown == serial
    (out / "a02.txt").write_bytes(b"marked: a run that does it again would write over this")
    # As old as it was: what is newer than its run is looked at.
    os.utime(out / "a02.txt", (1, 1))
    (corpus / "new.txt").write_text("The 红利 of it.\n", "utf-8")
    cleaned(corpus, out, incremental=True)
    assert (out / "a02.txt").read_bytes().startswith(b"marked") and (out / "new.txt").exists()
    os.utime(corpus / "a02.txt", (1, 1))
    cleaned(corpus, out)
    cleaned(corpus, tmp_path / "fresh")
    assert files(out) == files(tmp_path / "fresh")


def test_two_runs_into_one_folder_are_refused(corpus: pathlib.Path, tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    holder = subprocess.Popen(
        [sys.executable, "-c", "import pathlib,sys,time; from pipeline.runners.spool import Spool; s = Spool(pathlib.Path(sys.argv[1])); print(1, flush=True); time.sleep(60)", str(out)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert holder.stdout and holder.stdout.readline() == b"1\n"
    with pytest.raises(OutputError, match="another run is writing there"):
        cleaned(corpus, out)
    holder.kill()
    holder.communicate()
    cleaned(corpus, out)


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(large: pathlib.Path, tmp_path: pathlib.Path) -> None:
    code = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (60000, 60000))\n" + RUN
    command = ["clean", str(large), "-o", str(tmp_path / "out"), "--workers", "2"]
    full = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, cwd=ROOT, check=False)
    assert full.returncode == 2 and b"cannot write" in full.stderr and b"Traceback" not in full.stderr
    assert started(*command).wait() == 2
    assert started("clean", str(large), "-o", str(tmp_path / "once"), "--workers", "1").wait() == 2
    assert files(tmp_path / "out") == files(tmp_path / "once")


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_truncated_gzip_goes_through_as_it_is_and_is_listed(corpus: pathlib.Path, tmp_path: pathlib.Path, cut: int) -> None:
    torn = (corpus / "z.jsonl.gz").read_bytes()[:-cut]
    (corpus / "z.jsonl.gz").write_bytes(torn)
    failures = dict(cleaned(corpus, tmp_path / "out"))
    assert "truncated" in failures["z.jsonl.gz"] or "damaged" in failures["z.jsonl.gz"]
    assert (tmp_path / "out" / "z.jsonl.gz").read_bytes() == torn


def test_zstd_is_read_and_written(corpus: pathlib.Path, tmp_path: pathlib.Path, serial: dict[str, bytes]) -> None:
    zstd = pytest.importorskip("backports.zstd")
    (corpus / "z.jsonl.zst").write_bytes(zstd.compress(gzip.decompress((corpus / "z.jsonl.gz").read_bytes())))
    cleaned(corpus, tmp_path / "out", 2)
    assert zstd.decompress((tmp_path / "out" / "z.jsonl.zst").read_bytes()) == gzip.decompress(serial["z.jsonl.gz"])
    assert main(["undo", str(tmp_path / "out"), "-o", str(tmp_path / "back")]) == 0
    assert zstd.decompress((tmp_path / "back" / "z.jsonl.zst").read_bytes()) == gzip.decompress((corpus / "z.jsonl.gz").read_bytes())


def test_an_interrupted_folder_is_swept(corpus: pathlib.Path, tmp_path: pathlib.Path, serial: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    (out / ".hanmend").mkdir(parents=True)
    (out / ".hanmend" / ".stale.part").write_bytes(b"half")
    (out / ".hanmend" / "0000.ledger").write_bytes(b'{"article": {"torn')
    cleaned(corpus, out)
    assert files(out) == serial
    shutil.rmtree(out)
