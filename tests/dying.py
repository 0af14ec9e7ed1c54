"""Runs that die: a process that holds the program loaded forks one for each command, and that one is killed where it is told."""

from __future__ import annotations

import json
import os
import pathlib
import signal
import subprocess
import sys
import time
from typing import Any

HERE = pathlib.Path(__file__).parent
# What changes the disk, or is about to: between two of these a file may stand half written.
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod", "shutil.copyfile", "shutil.rmtree")


class Nursery:
    """``with Nursery() as nursery``: commands run one after the other, each in a process of its own."""

    def __enter__(self) -> Nursery:
        command = [sys.executable, str(pathlib.Path(__file__).resolve())]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HERE.parent, text=True, env={**os.environ, "PYTHONPATH": str(HERE.parent)})
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(60)

    def run(self, *arguments: str, after: float = 0, event: int = 0, worker: str = "") -> tuple[int, int, str]:
        """The status of a command (minus the signal that killed it), how many events its own process saw, and what it said on standard error.

        It is killed ``after`` seconds or at its ``event`` with all its workers; where ``worker`` names a file that is not there yet,
        the first worker that comes to that event is, alone.
        """
        assert self._process.stdin and self._process.stdout
        print(json.dumps([arguments, after, event, worker]), file=self._process.stdin, flush=True)
        status, events, said = json.loads(self._process.stdout.readline())
        return status, events, said


def _child(arguments: list[str], event: int, worker: str, pipe: int) -> None:
    """The life of a command: shards are small, so that there are many."""
    from pipeline.cli import main
    from pipeline.runners import join, shards

    shards.RANGE = join.RANGE = 3_000
    shards.FILES = 8
    os.setsid()
    os.dup2(pipe, 2)
    own, seen = os.getpid(), {0: 0}

    def hook(name: str, _: Any) -> None:
        if name not in EVENTS:
            return
        pid = os.getpid()
        seen[pid] = seen.get(pid, 0) + 1
        if worker and pid != own and seen[pid] == event:
            try:
                os.close(os.open(worker, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return
            os.kill(pid, signal.SIGKILL)
        elif not worker and pid == own and seen[pid] == event:
            os.killpg(0, signal.SIGKILL)

    sys.addaudithook(hook)
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    status = main(arguments)
    sys.stderr.flush()
    os.write(pipe, f"\n{seen[own]}".encode())
    os._exit(status)


def _serve() -> None:
    import pipeline

    pipeline.repair("the 红利 of traffic。")
    for line in sys.stdin:
        arguments, after, event, worker = json.loads(line)
        reading, writing = os.pipe()
        pid = os.fork()
        if not pid:
            try:
                _child(arguments, event, worker, writing)
            finally:
                os._exit(70)
        os.close(writing)
        if after:
            time.sleep(after)
            os.kill(pid, signal.SIGKILL)
        said = b""
        while piece := os.read(reading, 1 << 16):
            said += piece
        os.close(reading)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        text, _, events = said.decode("utf-8", "replace").rpartition("\n")
        print(json.dumps([status, int(events) if events.isdigit() else 0, text]), flush=True)


if __name__ == "__main__":
    _serve()
