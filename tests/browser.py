"""A small driver of a headless Chromium over its debugging pipe; the standard library only."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time
from types import TracebackType
from typing import Any

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--hide-scrollbars", "--mute-audio", "--remote-debugging-pipe",
)  # fmt: skip
CODES = {"Enter": 13, "Escape": 27, "Tab": 9, "Backspace": 8, "ArrowDown": 40, "ArrowUp": 38, "ArrowRight": 39, "ArrowLeft": 37, "Home": 36, "End": 35, " ": 32}
TIMEOUT = 60.0
# The browser reads descriptor 3 and writes 4. They are put there in a process of its own: between fork and exec of this one nothing may run.
_LAUNCH = """
import os, sys
commands, answers = os.dup(int(sys.argv[1])), os.dup(int(sys.argv[2]))
os.dup2(os.dup2(commands, 100), 3)
os.dup2(os.dup2(answers, 101), 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


def executable() -> str | None:
    """The Chromium of this machine, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


needs_browser = pytest.mark.skipif(executable() is None, reason="no Chromium on this machine")


class Browser:
    """One page. Events of the protocol are collected; ``close`` ends the process that was started."""

    def __init__(self, width: int = 1440, height: int = 900, arguments: tuple[str, ...] = ()) -> None:
        self.folder = tempfile.mkdtemp(prefix="browser-")
        self.events: list[dict[str, Any]] = []
        self._last = 0
        self._buffer = b""
        self._session = ""
        read_commands, self._write = os.pipe()
        self._read, write_answers = os.pipe()
        command = [sys.executable, "-ISc", _LAUNCH, str(read_commands), str(write_answers), str(executable()), *FLAGS, *arguments,
                   f"--user-data-dir={self.folder}", f"--window-size={width},{height}", "about:blank"]  # fmt: skip
        self.process = subprocess.Popen(command, pass_fds=(read_commands, write_answers), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_commands)
        os.close(write_answers)
        page = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.resize(width, height)

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self.call("Browser.close")
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.process.kill()
        os.close(self._write)
        os.close(self._read)
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command of the protocol; raises RuntimeError with what the browser says."""
        number = self._send(method, parameters)
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])
            self.events.append(answer)
            if answer.get("method") == "Page.javascriptDialogOpening":
                # A question of the page stops everything until somebody says yes.
                self._send("Page.handleJavaScriptDialog", {"accept": True})

    def _send(self, method: str, parameters: dict[str, Any]) -> int:
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": parameters}
        if self._session and not method.startswith(("Target.", "Browser.")):
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        return self._last

    def _receive(self) -> dict[str, Any]:
        end = time.monotonic() + TIMEOUT
        while b"\0" not in self._buffer:
            if not select.select([self._read], [], [], max(0.0, end - time.monotonic()))[0]:
                raise TimeoutError("the browser does not answer")
            part = os.read(self._read, 1 << 20)
            if not part:
                raise EOFError("the browser ended")
            self._buffer += part
        message, self._buffer = self._buffer.split(b"\0", 1)
        return dict(json.loads(message))

    def js(self, expression: str) -> Any:
        """The value of ``expression``, awaited; raises RuntimeError where it throws."""
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description") or str(result["exceptionDetails"]))
        return result["result"].get("value")

    def until(self, expression: str, timeout: float = 10.0) -> Any:
        """The first true value of ``expression``; raises AssertionError after ``timeout`` seconds."""
        end = time.monotonic() + timeout
        while True:
            value = None
            with contextlib.suppress(RuntimeError):
                value = self.js(expression)
            if value:
                return value
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.01)

    def open(self, target: pathlib.Path | str, ready: str = "document.documentElement.dataset.ready") -> None:
        """Go to a file or an address and wait until ``ready`` is true."""
        self.events.clear()
        self.call("Page.navigate", url=target if isinstance(target, str) else target.resolve().as_uri())
        self.until(ready, TIMEOUT)

    def resize(self, width: int, height: int) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, media: str = "", **features: str) -> None:
        """Emulate a medium ("print") and features, ``prefers_color_scheme="dark"``."""
        pairs = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=pairs)

    def key(self, key: str, *, shift: bool = False, control: bool = False, repeat: bool = False) -> None:
        """One real key press, down and up."""
        text = "\r" if key == "Enter" else key if len(key) == 1 and not control else ""
        event = {"key": key, "modifiers": 8 * shift + 2 * control, "windowsVirtualKeyCode": CODES.get(key, ord(key.upper()) if len(key) == 1 else 0)}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **event, **({"text": text} if text else {}), autoRepeat=repeat)
        self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def keys(self, text: str) -> None:
        """One key press a character; capitals with shift."""
        for character in text:
            self.key(character, shift=character.isupper() or character == "?")

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def click(self, selector: str) -> None:
        """A real pointer press in the middle of the first element that ``selector`` finds."""
        place = self.js(f"(() => {{ const e = document.querySelector({selector!r}); e.scrollIntoView({{block: 'nearest'}}); const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] }})()")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def picture(self, path: pathlib.Path) -> None:
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def pdf(self) -> bytes:
        return base64.b64decode(self.call("Page.printToPDF", printBackground=False)["data"])

    def problems(self) -> list[str]:
        """Console errors, exceptions, policy violations since the page was opened."""
        self.js("0")
        found = []
        for event in self.events:
            parameters = event.get("params", {})
            if event.get("method") == "Log.entryAdded":
                found.append(" ".join(filter(None, (parameters["entry"]["text"], parameters["entry"].get("url")))))
            elif event.get("method") == "Runtime.exceptionThrown":
                found.append(str(parameters["exceptionDetails"]))
            elif event.get("method") == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
                found.append(str(parameters["args"]))
        return found

    def requests(self) -> list[str]:
        """Every address that was asked for since the page was opened."""
        self.js("0")
        return [e["params"]["request"]["url"] for e in self.events if e.get("method") == "Network.requestWillBeSent"]
