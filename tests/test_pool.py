"""The process pool: order, bounded read-ahead, errors, dying workers, documents that kill them."""

from __future__ import annotations

import os
import pathlib
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from pipeline.cli import main
from pipeline.errors import OutputError
from pipeline.files import inputs
from pipeline.formats import SUFFIXES
from pipeline.model import Document, Safety
from pipeline.recipe import Options, Recipe, build
from pipeline.runners import shards
from pipeline.runners.examine import Lean, examine
from pipeline.runners.local import Result
from pipeline.runners.pool import ordered
from pipeline.runners.watch import WHY, Watch


def slow_first(job: int, watch: Watch) -> int:
    time.sleep(0.05 if job % 5 == 0 else 0)
    return job * job


def refuses(job: int, watch: Watch) -> int:
    if job == 3:
        raise OutputError("no space")
    return job


def poisoned(job: range, watch: Watch) -> list[str]:
    made = []
    for number in job:
        allowed = watch.step()
        if allowed and number in (7, 8, 23):
            os.kill(os.getpid(), signal.SIGKILL)
        made.append(f"{number}" if allowed else f"{number} lost")
    return made


def dies_at_once(job: int, watch: Watch) -> str:
    if job == 2:
        os._exit(9)
    return "done"


def its_pid(job: pathlib.Path, watch: Watch) -> int:
    with open(job, "a") as log:
        print(os.getpid(), file=log, flush=True)
    time.sleep(0.3)
    return 1


def never(job: object, why: str) -> int:
    raise AssertionError(why)


@pytest.mark.parametrize("start", ["", "spawn"])
def test_results_are_in_the_order_of_the_jobs(start: str) -> None:
    assert list(ordered(range(30), slow_first, 3, never, start)) == [n * n for n in range(30)]


def test_jobs_are_not_read_far_ahead() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = ordered(jobs(), slow_first, 2, never)
    next(results)
    assert len(taken) < 15
    results.close()  # type: ignore[attr-defined]


def test_an_error_of_the_work_is_raised_here() -> None:
    with pytest.raises(OutputError, match="no space"):
        list(ordered(range(9), refuses, 2, never))


def test_documents_that_kill_their_worker_are_skipped_and_the_rest_is_done() -> None:
    jobs = [range(0, 10), range(10, 20), range(20, 30)]
    got = [row for rows in ordered(jobs, poisoned, 2, lambda job, why: [why]) for row in rows]
    assert got == [f"{n} lost" if n in (7, 8, 23) else f"{n}" for n in range(30)]


def test_a_job_that_kills_before_any_document_is_given_up() -> None:
    got = list(ordered(range(5), dies_at_once, 2, lambda job, why: why))
    assert got[2].startswith("the worker process died 3 times (exit status 9)")
    assert [g for i, g in enumerate(got) if i != 2] == ["done"] * 4


def test_a_worker_that_is_killed_from_outside_costs_a_retry_only(tmp_path: pathlib.Path) -> None:
    log = tmp_path / "pids"
    log.touch()

    def kill() -> None:
        while not log.read_text().split():
            time.sleep(0.01)
        os.kill(int(log.read_text().split()[0]), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    assert list(ordered([log] * 4, its_pid, 2, never)) == [1] * 4
    killer.join()
    assert len(set(log.read_text().split())) > 2


class Deadly:
    """A stage that kills its process at one document."""

    def __call__(self, doc: Document) -> Document:
        if "poison" in doc.source:
            os.kill(os.getpid(), signal.SIGKILL)
        return doc


RECIPE = build(Options())


def seen(results: Iterator[Result]) -> list[tuple[str, str, str, list[str]]]:
    """What is shown of results: a file without anything to say may come in any number of empty parts."""
    rows = [(source.id, o.doc.id, o.doc.error, [e.after for e in o.doc.edits]) for source, r in results if r for o in r.outcomes]
    return list(dict.fromkeys((a, b, c, *d) for a, b, c, d in rows if c or d))  # type: ignore[return-value]


@pytest.fixture
def corpus(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """Articles, and a file of records that is cut into many ranges and parts."""
    monkeypatch.setattr(shards, "RANGE", 1000)
    monkeypatch.setattr(shards, "FILES", 3)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(11):
        (folder / f"a{number:02d}.txt").write_text(f"Article {number} of the 红利 fades.\n" if number % 3 else "Clean.\n", "utf-8")
    lines = [f'{{"text": "Record {n} {"of the 红利" if n % 4 == 0 else "is clean"} {"x" * (n * 7 % 90)}"}}' for n in range(120)]
    lines[50] = '{"text": "broken 红'
    (folder / "r.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def test_any_number_of_workers_finds_the_same(corpus: pathlib.Path) -> None:
    sources = inputs([corpus], SUFFIXES)
    serial = seen(examine(sources, RECIPE, Lean(), 1))
    assert len([row for row in serial if "r.jsonl" in row[0]]) == 31 and serial[20][:2] == ("r.jsonl", "r.jsonl:51")
    assert seen(examine(sources, RECIPE, Lean(), 2)) == serial
    assert seen(examine(sources, RECIPE, Lean(), 3)) == serial


def test_the_row_groups_of_one_file_are_shared_out(corpus: pathlib.Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    text = [f"Row {n} {'of the 红利' if n % 5 == 0 else 'is clean'} {'x' * (n * 7 % 90)}" for n in range(90)]
    file = corpus / "rows.parquet"
    pq.write_table(pa.table({"text": text, "n": list(range(90))}), file, row_group_size=11, compression="NONE")
    sources = inputs([file], SUFFIXES)
    assert len(list(shards.plan(sources, kept=False))) > 3
    serial = seen(examine(sources, RECIPE, Lean(), 1))
    assert [row[1] for row in serial] == [f"rows.parquet:{n + 1}:text" for n in range(0, 90, 5)]
    assert seen(examine(sources, RECIPE, Lean(), 3)) == serial


def test_a_poison_article_is_listed_and_its_neighbours_are_checked(corpus: pathlib.Path) -> None:
    (corpus / "a04.txt").write_text("A poison 红利.\n", "utf-8")
    recipe = Recipe((*RECIPE.stages[:1], Deadly(), *RECIPE.stages[1:]), Safety.REVIEW)
    rows = seen(examine(inputs([corpus], SUFFIXES), recipe, Lean(), 2))
    assert [row[1] for row in rows if row[2]] == ["a04.txt", "r.jsonl:51"]
    assert next(row[2] for row in rows if row[1] == "a04.txt") == WHY
    assert {"a05.txt", "a07.txt", "r.jsonl"} <= {row[0] for row in rows}


def test_a_remark_on_an_article_without_leftovers_comes_from_every_worker(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(150):
        text = "The firm hopes to form a closed loop of traffic dividends.\n" if number % 50 == 7 else "Nothing stands here.\n"
        (tmp_path / f"{number:03}.txt").write_text(text, "utf-8")
    shown = []
    for workers in ("1", "2"):
        assert main(["check", str(tmp_path), "--calques", "--workers", workers]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert shown[0].count("\n") >= 3
