"""Any program as a translator: it reads one JSON object a line and writes one a line, so that a team can plug in its own.

In: ``{"id": 0, "fragment": ..., "key": ..., "left": ..., "right": ..., "before": ..., "after": ..., "slot": ..., "terms": [[zh, en]],
"candidates": [...]}``. Out, in any order: ``{"id": 0, "text": ..., "alternatives": [...]}`` or ``{"id": 0, "error": KIND, "why": ...}``.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import IO, Any, ClassVar

from pipeline.backends.answers import answer_of
from pipeline.backends.contract import EVERYTHING, Answer, Auth, BackendError, BadInput, Capabilities, Malformed, Quota, Refused, Request, Retryable, Timeout
from pipeline.backends.settings import program_there
from pipeline.errors import RecipeError

_ERRORS: dict[str, type[BackendError]] = {e.kind: e for e in (Retryable, Timeout, Quota, Auth, BadInput, Refused, Malformed)}
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Command:
    """``command``: the program with its arguments, split as a shell splits, run without one; ``version``: what
    answers are remembered under, to be changed when the program answers differently (without one: a digest of the command); ``size_of_batch`` requests a run; ``whole``: seconds that a run may take.
    """

    command: str = ""
    version: str = ""
    size_of_batch: int = 16
    whole: float = 60.0

    argument: ClassVar[str] = "command"
    tier: ClassVar[str] = "mt"
    prompt: ClassVar[str] = "command/1"

    def check(self, where: str) -> None:
        """Raises RecipeError where there is no such program."""
        try:
            parts = shlex.split(self.command)
        except ValueError as error:
            raise RecipeError(f"{where}: 'command' is {self.command!r}: {error}") from None
        if not parts or not program_there(parts[0]):
            raise RecipeError(f"{where}: 'command' is {self.command!r}, which is no program; write --backend command:'PROGRAM ARGUMENTS'")

    @property
    def model(self) -> str:
        """The program's name with the version, or with a digest: its folder and arguments may hold secrets."""
        if not self.command:
            return self.version
        return f"{os.path.basename(shlex.split(self.command)[0])}@{self.version or hashlib.sha256(self.command.encode()).hexdigest()[:8]}"

    @property
    def capabilities(self) -> Capabilities:
        """It sees everything; how good it is nobody knows."""
        return Capabilities(EVERYTHING, glossary=True, alternatives=True, fits=True, batch=max(1, self.size_of_batch), characters=1 << 20)

    def size(self, request: Request) -> int:
        """The fragment: what the program sends elsewhere is not ours to know."""
        return len(request.fragment)

    def translate(self, requests: Sequence[Request]) -> list[Answer | BackendError]:
        """One run of the program. Raises Timeout, Retryable where it ends with an error, Malformed where it writes no JSON lines."""
        lines = "".join(json.dumps({"id": n, **asdict(r)}, ensure_ascii=True) + "\n" for n, r in enumerate(requests))
        rows = _rows(_run(shlex.split(self.command), lines.encode(), self.whole))
        return [_result(rows[n]) if n in rows else Malformed("the program wrote no line for this request") for n in range(len(requests))]


def _run(command: Sequence[str], data: bytes, whole: float) -> bytes:
    """What the program wrote; it and its children are ended with the deadline."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as written:
        given.write(data)
        given.seek(0)
        try:
            running = subprocess.Popen(command, stdin=given, stdout=written, stderr=subprocess.DEVNULL, start_new_session=True)
        except OSError as error:
            raise BadInput(f"the program cannot be run: {error.strerror}") from None
        try:
            status = running.wait(whole)
        except subprocess.TimeoutExpired:
            raise Timeout(f"the program did not end within {whole:g} s") from None
        finally:
            _end(running)
        if status:
            raise Retryable(f"the program ended with status {status}")
        return _read(written)


def _end(running: subprocess.Popen[bytes]) -> None:
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _read(written: IO[bytes]) -> bytes:
    written.seek(0)
    data = written.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Malformed(f"the program wrote more than {_LARGEST} bytes")
    return data


def _rows(data: bytes) -> dict[int, Any]:
    rows: dict[int, Any] = {}
    for line in data.splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            raise Malformed("the program wrote a line that is not JSON") from None
        number = row.get("id") if isinstance(row, dict) else None
        if not isinstance(number, int) or number in rows:
            raise Malformed("the program wrote a line without an id, or an id twice")
        rows[number] = row
    return rows


def _result(row: dict[str, Any]) -> Answer | BackendError:
    if "error" in row:
        made = _ERRORS.get(str(row["error"]), Malformed)
        return made(str(row.get("why", "the program says so")))
    try:
        return answer_of(row.get("text"), row.get("alternatives", []))
    except Malformed as error:
        return error
