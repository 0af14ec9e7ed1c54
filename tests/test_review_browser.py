"""The review page in a real browser, served by a real server: keys decide, the disk has it, two tabs see each other."""

from __future__ import annotations

import json
import pathlib
import shutil
import threading
import time
from collections.abc import Iterator

import pytest
from browser import Browser, needs_browser

from pipeline.cli import main
from pipeline.decisions.log import read_decisions
from pipeline.decisions.record import latest
from pipeline.review.server import Server
from pipeline.review.session import Session

pytestmark = needs_browser

ROOT = pathlib.Path(__file__).parent.parent


@pytest.fixture
def server(tmp_path: pathlib.Path) -> Iterator[Server]:
    (tmp_path / "in").mkdir()
    shutil.copy(ROOT / "seeds" / "01-night-markets.txt", tmp_path / "in" / "a.txt")
    assert main(["clean", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    made = Server(Session(tmp_path / "out"))
    thread = threading.Thread(target=made.serve_forever, args=(0.02,))
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def until_kept(server: Server, count: int) -> None:
    deadline = time.monotonic() + 20
    while len(latest(read_decisions(server.session.log.path))) < count:
        assert time.monotonic() < deadline, f"{len(read_decisions(server.session.log.path))} of {count} decisions came"
        time.sleep(0.05)


def test_keys_decide_on_the_disk_and_apply_gives_the_expected_bytes(server: Server) -> None:
    run = server.session.folder
    source = (run.parent / "in" / "a.txt").read_text("utf-8")
    everything = json.loads((run / "report.json").read_text("utf-8"))["edits"]
    rows = [e for e in everything if e["status"] != "auto"]
    with Browser() as page:
        page.open(server.address)
        for number, _ in enumerate(rows):
            if number % 3 == 2:
                page.keys("e")
                page.type(f"own words {number}")
                page.key("Enter")
            else:
                page.keys("ax"[number % 3])
        until_kept(server, len(rows))
        assert page.problems() == []
    want = source
    for edit in reversed(everything):
        number = rows.index(edit) if edit in rows else 0
        text = edit["text"] if edit not in rows else (edit["proposal"]["text"], edit["before"], f"own words {number}")[number % 3]
        want = want[: edit["span"][0]] + text + want[edit["span"][1] :]
    assert main(["apply", str(run / "decisions.jsonl")]) == 0
    assert (run / "a.txt").read_text("utf-8") == want


def test_two_tabs_and_a_reload_see_what_was_decided(server: Server) -> None:
    with Browser() as first, Browser() as second:
        first.open(server.address)
        second.open(server.address)
        first.keys("aa")
        until_kept(server, 2)
        second.until("document.body.textContent.includes('2 of ')", 20)
        second.keys("u")
        second.open(server.address)
        assert second.until("document.body.textContent.includes('2 of ')", 20)
        assert first.problems() == [] and second.problems() == []
