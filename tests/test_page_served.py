"""The review page with a server behind it: what reaches the server, what comes back, and what happens where it fails."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from browser import Browser, needs_browser
from pages import article, report

from pipeline.reports.page.html import render

pytestmark = needs_browser

MADE = report([article("a.txt", "The [红利|dividend] of [流量|traffic] and the [平台|platform] of [优势|?] here.")])


class Server(ThreadingHTTPServer):
    """The two calls of a review server; ``status`` is what it answers, a wording with "bad" it takes for wrong."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lines: list[dict[str, Any]] = []
        self.posts: list[tuple[str, int]] = []
        self.status = 200
        self.page = render(MADE, served=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/token/"

    def add(self, lines: list[dict[str, Any]]) -> int:
        for line in lines:
            self.lines.append(line | {"seq": len(self.lines) + 1})
        return len(self.lines)


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        if "decisions" not in self.path:
            return self.answer(200, self.server.page, "text/html; charset=utf-8")
        after = int(self.path.partition("after=")[2])
        self.answer(self.server.status, json.dumps({"decisions": self.server.lines[after:], "seq": len(self.server.lines)}).encode())

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["decisions"]
        self.server.posts.append((str(self.headers["Content-Type"]), len(given)))
        wrong = any("bad" in line.get("text", "") for line in given)
        status = 400 if wrong else self.server.status
        self.answer(status, json.dumps({"seq": self.server.add(given)} if status == 200 else {}).encode())

    def answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, server: Server) -> Browser:
    chromium.open(server.address)
    return chromium


def counted(page: Browser) -> str:
    return str(page.js("document.getElementById('counts').textContent"))


def states(page: Browser) -> list[str]:
    return list(page.js("[...document.querySelectorAll('#article .edit')].map(e => e.classList[1])"))


def test_each_decision_reaches_the_server_and_stands_after_a_reload(page: Browser, server: Server) -> None:
    page.keys("axu")
    page.until("document.getElementById('counts').textContent.includes('all saved')")
    assert [(line["action"], line.get("text")) for line in server.lines] == [("accept", "dividend"), ("reject", None), ("reset", None)]
    assert {kind for kind, _ in server.posts} == {"application/json"}
    assert all(line["v"] == 1 and line["before"] and set(line["context"]) == {"prefix", "suffix"} for line in server.lines)
    page.open(server.address)
    assert states(page) == ["accepted", "pending", "pending", "unresolved"]
    assert page.js("localStorage.length - (localStorage.getItem('hanmend-settings') ? 1 : 0)") == 0
    assert {url.removeprefix(server.address) for url in page.requests() if url.startswith("http")} <= {"", "decisions?after=0", "decisions?after=3"}
    assert page.problems() == []


def test_what_another_reviewer_decides_comes_in_and_the_last_word_holds(page: Browser, server: Server) -> None:
    one, two = MADE["edits"][:2]
    common = {"v": 1, "article": "a.txt", "context": {"prefix": "", "suffix": ""}, "by": "Li"}
    server.add([common | {"edit": e["id"], "before": e["before"], "action": "edit", "text": "theirs", "batch": e["id"]} for e in (one, two)])
    page.until("document.getElementById('said').textContent === '2 decisions by Li'")
    assert states(page) == ["edited", "edited", "pending", "unresolved"]
    page.js("document.querySelector('#article .edit').click()")
    page.keys("x")
    page.until("document.getElementById('counts').textContent.includes('all saved')")
    assert server.lines[-1]["action"] == "reject" and states(page)[0] == "rejected"


def test_a_server_that_fails_loses_nothing(page: Browser, server: Server) -> None:
    server.status = 503
    page.keys("ax")
    page.until("document.getElementById('said').textContent.startsWith('Not saved: the server answered 503')")
    assert "2 not saved yet" in counted(page) and not server.lines
    page.until("Object.values(localStorage).some(v => v.includes('dividend'))")
    server.status = 200
    page.until("document.getElementById('counts').textContent.includes('all saved')")
    assert [line["action"] for line in server.lines] == ["accept", "reject"]


def test_a_line_that_is_refused_stands_in_no_ones_way(page: Browser, server: Server) -> None:
    server.status = 503
    page.keys("ae")
    page.type("bad")
    page.key("Enter")
    page.keys("a")
    server.status = 200
    page.until("document.getElementById('said').textContent.startsWith('The server refused the decision about 流量')")
    page.until("document.getElementById('counts').textContent.includes('1 not saved yet')")
    assert [line["before"] for line in server.lines] == ["红利", "平台"]


def test_a_wording_is_one_line_of_characters_that_are_seen(page: Browser, server: Server) -> None:
    page.keys("e")
    page.type("a\u200bb")
    page.key("Enter")
    assert page.js("document.getElementById('said').textContent") == "A wording is one line of characters that are seen"
    page.key("Escape")
    assert states(page)[0] == "pending" and not server.lines


def test_waiting_decisions_of_a_closed_page_are_sent_by_the_next_one(page: Browser, server: Server) -> None:
    server.status = 503
    page.keys("a")
    page.until("Object.values(localStorage).some(v => v.includes('dividend'))")
    page.js("window.old = true")
    page.call("Page.navigate", url=server.address)
    assert "beforeunload" in [e["params"]["type"] for e in page.events if e.get("method") == "Page.javascriptDialogOpening"]
    page.until("!window.old && document.documentElement.dataset.ready")
    assert not server.lines and states(page)[0] == "accepted"
    server.status = 200
    page.until("document.getElementById('counts').textContent.includes('all saved')")
    assert [line["text"] for line in server.lines] == ["dividend"]
