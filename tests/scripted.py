"""An HTTP server on loopback that does what a test tells it: answers, errors, and everything that a server should not do."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Call:
    """What a client sent."""

    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Reply:
    """What the server does: ``drip`` seconds between bytes, ``hang`` seconds before anything, ``cut`` bytes short of what it announces."""

    body: bytes | Any = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    hang: float = 0.0
    cut: int = 0

    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body, ensure_ascii=False).encode()


@dataclass
class Scripted:
    """A running server; ``answer`` may be changed at any time, ``calls`` are those that came, ``most`` the most at a time."""

    url: str
    answer: Callable[[Call], Reply]
    calls: list[Call] = field(default_factory=list)
    most: int = 0
    going: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what some tests are about."""


@contextlib.contextmanager
def serving(answer: Callable[[Call], Reply]) -> Iterator[Scripted]:
    """A server that answers with ``answer`` until the block ends."""
    scripted = Scripted("", answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            call = Call(self.path, {k.lower(): v for k, v in self.headers.items()}, body)
            with scripted.lock:
                scripted.calls.append(call)
                scripted.going += 1
                scripted.most = max(scripted.most, scripted.going)
            try:
                self._send(scripted.answer(call))
            except OSError:
                self.close_connection = True
            finally:
                with scripted.lock:
                    scripted.going -= 1

        do_GET = do_POST

        def _send(self, reply: Reply) -> None:
            data = reply.data()
            time.sleep(reply.hang)
            self.send_response(reply.status)
            for name, value in {"content-type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(data) + reply.cut))
            self.end_headers()
            for at in range(0, len(data), 1 if reply.drip else 1 << 16):
                self.wfile.write(data[at : at + (1 if reply.drip else 1 << 16)])
                self.wfile.flush()
                time.sleep(reply.drip)
            if reply.cut:
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = _Server(("127.0.0.1", 0), Handler)
    scripted.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield scripted
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def chat(texts: Callable[[dict[str, Any]], Any]) -> Callable[[Call], Reply]:
    """An OpenAI-compatible endpoint: ``texts`` gives the replacement for an item of the prompt."""

    def answer(call: Call) -> Reply:
        items = json.loads(call.json()["messages"][-1]["content"])
        rows = [{"id": i["id"], "fragment": i["fragment"], "replacement": texts(i), "alternatives": []} for i in items]
        return Reply(completion(json.dumps({"answers": rows}, ensure_ascii=False)))

    return answer


def completion(content: Any, **more: Any) -> dict[str, Any]:
    """The body of a chat completion with this content."""
    return {"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}} | more]}
