"""The review page on loopback: GET /TOKEN/, GET and POST /TOKEN/decisions, and nothing else.

A page of any other site can send requests to a server on this machine, so each is held to a random path, to the
``Host`` of this server (a name that was made to point here is 421), and for writing to its ``Origin`` and to JSON,
which no form can send.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import secrets
import socketserver
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pipeline.decisions.record import Decision, parse
from pipeline.errors import DecisionError, OutputError
from pipeline.reports.page.html import render
from pipeline.review.session import Session

ADDRESS = "127.0.0.1"
LARGEST = 4_000_000
_SECONDS_TO_SEND = 20
_CONNECTIONS = 64


class Refused(Exception):
    """A request that is answered with a status and a reason."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Server(ThreadingHTTPServer):
    """Serves one Session until ``shutdown``. Binds 127.0.0.1 and nothing else, whatever the environment says."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = False

    def __init__(self, session: Session, port: int = 0) -> None:
        self.session = session
        self.token = secrets.token_urlsafe(24)
        self._page: bytes | None = None
        self._page_lock = threading.Lock()
        self._free = threading.BoundedSemaphore(_CONNECTIONS)
        try:
            super().__init__((ADDRESS, port), Handler)
        except (OSError, OverflowError) as error:
            raise OutputError(f"cannot listen on {ADDRESS}:{port}: {getattr(error, 'strerror', None) or error}; choose another --port") from None
        self.port = int(self.server_address[1])
        self.hosts = (f"{ADDRESS}:{self.port}", f"localhost:{self.port}")

    @property
    def address(self) -> str:
        """The address of the page; who knows it may decide."""
        return f"http://{ADDRESS}:{self.port}/{self.token}/"

    def server_bind(self) -> None:
        """Not HTTPServer's: that one asks the name service for the name of this machine."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, int(self.server_address[1])

    def page(self) -> bytes:
        """The page, made at the first request."""
        with self._page_lock:
            if self._page is None:
                self._page = render(self.session.report, served=True)
            return self._page

    def process_request(self, request: Any, client_address: Any) -> None:
        """A thread a connection, up to a bound: many slow clients cost threads, never the memory of the machine."""
        if self._free.acquire(timeout=1):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Gives the place back when the connection ends."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error of the review."""


class Handler(BaseHTTPRequestHandler):
    """One connection. What it promises is in the docstring of the module."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "hanmend", ""
    disable_nagle_algorithm = True
    timeout = 10

    def do_GET(self) -> None:
        """The page, or the decisions after a number."""
        self._answering(self._get)

    def do_POST(self) -> None:
        """Decisions, on the disk before they are acknowledged."""
        self._answering(self._post)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Says nothing: the terminal belongs to the summary, and a log would hold the token."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Errors that the standard library finds look like ours; an unknown method is 405."""
        self._send(405 if code == 501 else code, "text/plain", (message or "refused").encode(), close=True)

    def _answering(self, answer: Any) -> None:
        try:
            self._check_host()
            answer()
        except Refused as refused:
            self._send(refused.status, "text/plain", str(refused).encode("utf-8", "replace"), close=True)
        except OutputError as error:
            self._send(507, "text/plain", str(error).encode("utf-8", "replace"), close=True)

    def _check_host(self) -> None:
        if self.headers.get_all("Host") not in [[host] for host in self.server.hosts]:
            raise Refused(421, "this server answers to its own address only")

    def _check_origin(self) -> None:
        allowed = [[f"http://{host}"] for host in self.server.hosts]
        if self.headers.get_all("Origin") not in allowed:
            raise Refused(403, "decisions are taken from the page of this server only")
        if self.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise Refused(403, "decisions are taken from the page of this server only")

    def _path(self) -> tuple[str, str]:
        """The part after the token, and the query. 404 where the token is wrong, said in constant time."""
        parts = urlsplit(self.path)
        empty, _, rest = parts.path.partition("/")
        token, slash, name = rest.partition("/")
        if not hmac.compare_digest(token.encode("utf-8", "replace"), self.server.token.encode()) or not slash or empty:
            raise Refused(404, "there is nothing here; open the address that the terminal shows")
        return name, parts.query

    def _get(self) -> None:
        name, query = self._path()
        if name == "":
            self._send(200, "text/html; charset=utf-8", self.server.page())
        elif name == "decisions":
            after = parse_qs(query).get("after", ["0"])[-1]
            if not after.isascii() or not after.isdigit() or len(after) > 12:
                raise Refused(400, "after is a number")
            decisions, seq = self.server.session.log.after(int(after))
            self._send_json({"decisions": [json.loads(d.line()) for d in self.server.session.shown(decisions)], "seq": seq})
        else:
            raise Refused(404, "there is nothing here")

    def _post(self) -> None:
        name, _ = self._path()
        if name != "decisions":
            raise Refused(404, "there is nothing here")
        self._check_origin()
        if self.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            raise Refused(403, "decisions are sent as application/json")
        try:
            decisions = [self.server.session.completed(d) for d in _read(self._body())]
        except DecisionError as error:
            raise Refused(400, str(error)) from None
        self._send_json({"seq": self.server.session.log.append(decisions)})

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            raise Refused(411, "say how long it is")
        if len(length) > 12 or int(length) > LARGEST:
            raise Refused(413, f"at most {LARGEST} bytes at a time")
        until, parts, missing = time.monotonic() + _SECONDS_TO_SEND, [], int(length)
        while missing:
            part = self.rfile.read1(min(missing, 65536)) if time.monotonic() < until else b""
            if not part:
                raise Refused(408, "the request did not arrive in time")
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _send_json(self, value: object) -> None:
        self._send(200, "application/json", json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))

    def _send(self, status: int, kind: str, body: bytes, close: bool = False) -> None:
        with contextlib.suppress(OSError):
            self.send_response(status)
            for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *_HEADERS):
                self.send_header(name, value)
            if close:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)


# The address holds the token: it must not leave in a Referer, stay in a cache, or be framed. Not no-referrer: with that
# one a browser may send the Origin of the page as null.
_HEADERS = (
    ("Cache-Control", "no-store"), ("Referrer-Policy", "same-origin"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "frame-ancestors 'none'"), ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
)  # fmt: skip


def _read(body: bytes) -> list[Decision]:
    """Raises DecisionError that says which of them is none."""
    try:
        value = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Refused(400, "not JSON") from None
    rows = value.get("decisions") if isinstance(value, dict) else None
    if not isinstance(rows, list):
        raise Refused(400, 'send {"decisions": [...]}')
    return [parse(row, f"decision {number}") for number, row in enumerate(rows, 1)]
