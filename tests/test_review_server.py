"""The review server over real sockets: who may ask what, and that nothing acknowledged is lost."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.decisions.log import read_decisions
from pipeline.review.server import LARGEST, Server
from pipeline.review.session import Session, spot_check

ROOT = pathlib.Path(__file__).parent.parent


@pytest.fixture(scope="module")
def cleaned(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("cleaned") / "out"
    assert main(["clean", str(ROOT / "seeds"), "-o", str(folder)]) == 0
    return folder


@pytest.fixture
def run(cleaned: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    return pathlib.Path(shutil.copytree(cleaned, tmp_path / "out"))


@contextlib.contextmanager
def serving(run: pathlib.Path, **options: Any) -> Iterator[Server]:
    server = Server(Session(run, **options))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def rows(run: pathlib.Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((run / "report.json").read_text("utf-8"))["edits"]
    return found


def said(edit: dict[str, Any], action: str = "accept", **more: Any) -> dict[str, Any]:
    row = {"v": 1, "edit": edit["id"], "article": edit["article"], "action": action, "before": edit["before"], "context": edit["context"], **more}
    return row | ({"text": edit["proposal"]["text"]} if action == "accept" and "text" not in more else {})


def ask(server: Server, method: str, path: str, body: bytes | None = None, **headers: str | None) -> tuple[int, dict[str, str], bytes]:
    """A request as the page would send it, but for what ``headers`` says; None leaves one out."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    sent: dict[str, str | None] = {"Host": server.hosts[0]}
    if method == "POST":
        sent |= {"Origin": f"http://{server.hosts[0]}", "Content-Type": "application/json", "Content-Length": str(len(body or b""))}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in sent.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    result = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return result


def post(server: Server, decisions: list[dict[str, Any]], **headers: str | None) -> tuple[int, dict[str, str], bytes]:
    return ask(server, "POST", f"/{server.token}/decisions", json.dumps({"decisions": decisions}).encode(), **headers)


def test_the_page_is_served_and_may_ask_its_own_server_only(run: pathlib.Path) -> None:
    with serving(run) as server:
        status, headers, body = ask(server, "GET", f"/{server.token}/")
        assert status == 200 and b"<!doctype html>" in body[:200].lower()
        assert b"connect-src 'self'" in body and b"default-src 'none'" in body
        assert headers["Cache-Control"] == "no-store" and headers["Referrer-Policy"] == "same-origin" and headers["X-Frame-Options"] == "DENY"
        assert ask(server, "GET", f"/{server.token}/", Host=server.hosts[1])[0] == 200


def test_a_decision_is_on_the_disk_when_it_is_acknowledged_and_comes_back(run: pathlib.Path) -> None:
    edits = rows(run)
    with serving(run, by="Ann") as server:
        assert json.loads(ask(server, "GET", f"/{server.token}/decisions?after=0")[2]) == {"decisions": [], "seq": 0}
        assert json.loads(post(server, [said(edits[0]), said(edits[1], "reject", note="stays")])[2]) == {"seq": 2}
        kept = read_decisions(run / "decisions.jsonl")
        assert [(d.edit, d.action, d.by) for d in kept] == [(edits[0]["id"], "accept", "Ann"), (edits[1]["id"], "reject", "Ann")]
        assert kept[0].context.place == edits[0]["context"]["place"] and kept[0].tier and kept[0].run
        assert json.loads(post(server, [said(edits[2], "edit", text="other words", by="Ben")])[2]) == {"seq": 3}
        answer = json.loads(ask(server, "GET", f"/{server.token}/decisions?after=2")[2])
        assert answer["seq"] == 3 and [(d["text"], d["by"], d["seq"]) for d in answer["decisions"]] == [("other words", "Ben", 3)]


REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "another host": ({"Host": "evil.example"}, 421),
    "another port": ({"Host": "127.0.0.1:1"}, 421),
    "no host": ({"Host": None}, 421),
    "another origin": ({"Origin": "http://evil.example"}, 403),
    "the null origin": ({"Origin": "null"}, 403),
    "no origin": ({"Origin": None}, 403),
    "the origin of another port": ({"Origin": "http://127.0.0.1:1"}, 403),
    "a page of another site": ({"Sec_Fetch_Site": "cross-site"}, 403),
    "a form": ({"Content_Type": "application/x-www-form-urlencoded"}, 403),
    "plain text": ({"Content_Type": "text/plain"}, 403),
    "no type": ({"Content_Type": None}, 403),
    "no length": ({"Content_Length": None}, 411),
    "a length that is none": ({"Content_Length": "-1"}, 411),
    "too large": ({"Content_Length": str(LARGEST + 1)}, 413),
    "far too large": ({"Content_Length": "9" * 40}, 413),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_come_from_the_page_is_refused(run: pathlib.Path, case: str) -> None:
    headers, status = REFUSED[case]
    with serving(run) as server:
        assert post(server, [said(rows(run)[0])], **headers)[0] == status
        assert post(server, [])[0] == 200
    assert read_decisions(run / "decisions.jsonl") == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'{"decisions": {}}', b'{"decisions": [1]}', b"[" * 100_000, b'{"decisions": [{"v": 1}]}'])
def test_bad_json_is_400_and_changes_nothing(run: pathlib.Path, body: bytes) -> None:
    with serving(run) as server:
        status, _, why = ask(server, "POST", f"/{server.token}/decisions", body)
        assert status == 400 and why
    assert (run / "decisions.jsonl").read_bytes() == b""


def test_one_wrong_decision_keeps_its_whole_request_out(run: pathlib.Path) -> None:
    edits = rows(run)
    with serving(run) as server:
        status, _, why = post(server, [said(edits[0]), said(edits[1], "edit", text="two\nlines")])
        assert status == 400 and b"decision 2: 'text' holds the control character U+000A" in why
    assert read_decisions(run / "decisions.jsonl") == []


def test_an_article_that_the_run_does_not_have_is_named(run: pathlib.Path) -> None:
    with serving(run) as server:
        status, _, why = post(server, [said(rows(run)[0]), {**said(rows(run)[1]), "article": "elsewhere.txt"}])
        assert status == 400 and b"elsewhere.txt: no such article in this run" in why
    assert read_decisions(run / "decisions.jsonl") == []


def test_wrong_addresses_are_404(run: pathlib.Path) -> None:
    secret = run.parent / "secret.txt"
    secret.write_text("secret")
    with serving(run) as server:
        token = server.token
        last = "y" if token.endswith("x") else "x"
        paths = ["/", "/decisions", f"/{token}", f"/{token[:-1]}{last}/", f"/{token}x/", f"/{token}/x", f"/{token}/../secret.txt", f"/{token}/%2e%2e/secret.txt",
                 f"/{token}/..%2fsecret.txt", f"/{token}/report.json", f"/{token}//etc/passwd", "/../../etc/passwd", f"/x/{token}/", f"/{token}/decisions/", "/%00", "/\xe9/"]  # fmt: skip
        for path in paths:
            status, _, body = ask(server, "GET", path.encode().decode("latin-1") if path.isascii() else "/%E9/")
            assert status == 404 and b"secret" not in body and token.encode() not in body, path
        for path in ("/x/decisions", "/decisions", f"/{token}/"):
            assert ask(server, "POST", path, b'{"decisions": []}')[0] == 404
        for query in ("x", "-1", "1e3", "9" * 20):
            assert ask(server, "GET", f"/{token}/decisions?after={query}")[0] == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "BREW"])
def test_other_methods_are_405(run: pathlib.Path, method: str) -> None:
    with serving(run) as server:
        assert ask(server, method, f"/{server.token}/")[0] == 405


@pytest.mark.parametrize("noise", [b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"A" * 70_000 + b"\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 300 + b"\r\n"])
def test_noise_ends_in_an_error_and_not_in_the_end_of_the_server(run: pathlib.Path, noise: bytes) -> None:
    with serving(run) as server:
        with socket.create_connection(("127.0.0.1", server.port), 10) as raw:
            raw.sendall(noise)
            raw.shutdown(socket.SHUT_WR)
            answer = raw.recv(4096)
            assert b"200" not in answer[:20]
        assert ask(server, "GET", f"/{server.token}/")[0] == 200


def test_slow_clients_hold_nobody_up_and_are_let_go(run: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.review.server.Handler.timeout", 1)
    with serving(run) as server:
        slow = [socket.create_connection(("127.0.0.1", server.port), 10) for _ in range(20)]
        head = f"POST /{server.token}/decisions HTTP/1.1\r\nHost: {server.hosts[0]}\r\nOrigin: http://{server.hosts[0]}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
        for number, raw in enumerate(slow):
            raw.sendall(b"GET / HT" if number % 2 else head.encode() + b'{"decis')
        start = time.monotonic()
        assert post(server, [said(rows(run)[0])])[0] == 200
        assert time.monotonic() - start < 1
        for raw in slow:
            raw.settimeout(10)
            with contextlib.suppress(ConnectionError):
                while raw.recv(4096):
                    pass
            raw.close()
    assert len(read_decisions(run / "decisions.jsonl")) == 1


def test_a_thousand_decisions_in_five_seconds_one_by_one(run: pathlib.Path) -> None:
    edit = rows(run)[0]
    with serving(run) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        headers = {"Origin": f"http://{server.hosts[0]}", "Content-Type": "application/json"}
        start = time.monotonic()
        for number in range(1000):
            connection.request("POST", f"/{server.token}/decisions", json.dumps({"decisions": [said(edit, "edit", text=f"wording {number}")]}), headers)
            assert json.loads(connection.getresponse().read()) == {"seq": number + 1}
        took = time.monotonic() - start
        connection.close()
    assert [d.text for d in read_decisions(run / "decisions.jsonl")] == [f"wording {n}" for n in range(1000)]
    assert took < 5, f"{took:.1f} s"


def test_two_tabs_and_two_servers_lose_nothing(run: pathlib.Path) -> None:
    edits = rows(run)

    def decide(server: Server, name: str) -> None:
        for edit in edits[:40]:
            assert post(server, [said(edit, by=name)])[0] == 200

    with serving(run) as first, serving(run) as second:
        people = [threading.Thread(target=decide, args=row) for row in ((first, "Ann"), (first, "Ben"), (second, "Cid"))]
        for one in people:
            one.start()
        for one in people:
            one.join()
        seen = [json.loads(ask(server, "GET", f"/{server.token}/decisions?after=0")[2]) for server in (first, second)]
    kept = read_decisions(run / "decisions.jsonl")
    assert seen[0] == seen[1] and seen[0]["seq"] == 120
    for name in ("Ann", "Ben", "Cid"):
        assert [d.edit for d in kept if d.by == name] == [e["id"] for e in edits[:40]]


def test_a_full_disk_is_said_and_nothing_is_acknowledged(run: pathlib.Path) -> None:
    if not pathlib.Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with serving(run) as server:
        os.dup2(os.open("/dev/full", os.O_RDWR), server.session.log._file.fileno())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(server.session.log), "_is_current", lambda self: True)
            status, _, why = post(server, [said(rows(run)[0])])
    assert status == 507 and b"not kept" in why


@contextlib.contextmanager
def started(run: pathlib.Path, *options: str, **env: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-c", "from pipeline.cli import entry; entry()", "review", str(run), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **env})
    try:
        assert process.stdout
        line = process.stdout.readline()
        yield process, re.findall(r"http://\S+", line)[0]
    finally:
        process.kill()
        process.wait()


def send(address: str, decisions: list[dict[str, Any]]) -> int:
    host, port, token = re.findall(r"http://([\d.]+):(\d+)/(\S+)/", address)[0]
    connection = http.client.HTTPConnection(host, int(port), timeout=20)
    headers = {"Origin": f"http://{host}:{port}", "Content-Type": "application/json"}
    connection.request("POST", f"/{token}/decisions", json.dumps({"decisions": decisions}), headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def test_kill_9_after_the_acknowledgement_keeps_the_decision(run: pathlib.Path) -> None:
    edits = rows(run)
    with started(run, "--no-open") as (process, address):
        for edit in edits[:5]:
            assert send(address, [said(edit)]) == 200
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert [d.edit for d in read_decisions(run / "decisions.jsonl")] == [e["id"] for e in edits[:5]]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_with_a_summary(run: pathlib.Path, number: signal.Signals) -> None:
    edits = rows(run)
    with started(run, "--no-open", "--by", "Ann") as (process, address):
        assert send(address, [said(edits[0]), said(edits[1], "reject")]) == 200
        process.send_signal(number)
        out, errors = process.communicate(timeout=20)
        assert process.returncode == 0 and not errors
        assert "2 decided: 1 accepted, 0 edited, 1 kept in Chinese" in out and f"next: hanmend apply {run}/decisions.jsonl {run}" in out


@pytest.mark.skipif(not pathlib.Path("/proc/net/tcp").exists(), reason="needs /proc")
def test_it_listens_on_loopback_only_whatever_the_environment(run: pathlib.Path) -> None:
    env = dict.fromkeys(("HOST", "HOSTNAME", "BIND", "BIND_ADDRESS", "SERVER_NAME", "HTTP_HOST", "HANMEND_HOST"), "0.0.0.0")
    with started(run, "--no-open", **env, HTTP_PROXY="http://192.0.2.1:1") as (process, address):
        port = int(re.findall(r":(\d+)/", address)[0])
        tables = "".join(pathlib.Path(f"/proc/{process.pid}/net/{name}").read_text() for name in ("tcp", "tcp6") if pathlib.Path(f"/proc/net/{name}").exists())
        listening = [line.split()[1] for line in tables.splitlines() if f":{port:04X} " in line and " 0A " in line]
        assert listening == [f"0100007F:{port:04X}"]


def test_the_browser_is_opened_unless_told_otherwise(run: pathlib.Path, tmp_path: pathlib.Path) -> None:
    browser = tmp_path / "browser.sh"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n')
    browser.chmod(0o755)
    for options, opened in (((), True), (("--no-open",), False)):
        (tmp_path / "opened").unlink(missing_ok=True)
        with started(run, *options, BROWSER=f"{browser} %s") as (_, address):
            until = time.monotonic() + (10 if opened else 0.5)
            while time.monotonic() < until and not (tmp_path / "opened").exists():
                time.sleep(0.05)
        assert (tmp_path / "opened").exists() is opened
        if opened:
            assert (tmp_path / "opened").read_text().strip() == address


def test_a_taken_port_and_a_folder_without_a_run_are_named(run: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(run) as server:
        assert main(["review", str(run), "--no-open", "--port", str(server.port)]) == 2
        assert f"cannot listen on 127.0.0.1:{server.port}" in capsys.readouterr().err
    assert main(["review", str(run), "--no-open", "--port", "99999"]) == 2
    assert main(["review", str(tmp_path), "--no-open"]) == 2
    assert "report.json: cannot read" in capsys.readouterr().err
    (run / "decisions.jsonl").write_text("{}\n")
    assert main(["review", str(run), "--no-open"]) == 2
    assert "decisions.jsonl:1: no 'v'" in capsys.readouterr().err


def test_a_sample_is_of_what_was_applied_automatically_and_always_the_same(run: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads((run / "report.json").read_text("utf-8"))
    for edit in report["edits"][::2]:
        edit["status"] = "auto"
    chosen = spot_check(report, 5)
    assert chosen == spot_check(report, 5) and len(set(chosen)) == 5 and chosen == spot_check(report, 9)[:5]
    assert set(chosen) <= {e["id"] for e in report["edits"] if e["status"] == "auto"}
    for edit in report["edits"]:
        edit["status"] = "pending"
    (run / "report.json").write_text(json.dumps(report))
    assert main(["review", str(run), "--no-open", "--sample", "3"]) == 2
    assert "nothing in this run was applied automatically" in capsys.readouterr().err


def test_the_answer_waits_for_the_disk(run: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed, real = threading.Event(), os.fsync

    def slow(number: int) -> None:
        flushed.wait(10)
        real(number)

    with serving(run) as server:
        monkeypatch.setattr("pipeline.decisions.log.os.fsync", slow)
        answers: list[int] = []
        asking = threading.Thread(target=lambda: answers.append(post(server, [said(rows(run)[0])])[0]))
        asking.start()
        asking.join(0.5)
        assert not answers, "answered before the decision was on the disk"
        flushed.set()
        asking.join(10)
        assert answers == [200]
