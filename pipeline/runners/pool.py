"""Processes that share jobs out: results in the order of the jobs, bounded read-ahead, and no job that can end the run.

Not ``concurrent.futures``: a worker that dies breaks that pool as a whole, and it does not say which job killed it.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, TypeVar

from pipeline.runners.watch import Watch

J = TypeVar("J")
R = TypeVar("R")
Work = Callable[[J, Watch], R]
# Jobs that are done ahead of the one that is waited for, a worker: enough that one long job does not idle the others.
_AHEAD = 4
# A worker that has ended a job finds its next one there. A longer one than this could fill the pipe while the worker waits to send its answer.
_NEXT = 1 << 14
# Deaths without a document to blame: of a job that cannot even be read.
_PATIENCE = 3

_PR_SET_PDEATHSIG = 1


@dataclass
class _Task(Generic[J]):
    """A job on its way: what killed its workers is skipped, and after the first death every document is announced."""

    number: int
    job: J
    skip: set[int] = field(default_factory=set)
    deaths: int = 0
    at: int = -1

    @functools.cached_property
    def packed(self) -> bytes:
        """What is sent to a worker."""
        return bytes(ForkingPickler.dumps((self.job, frozenset(self.skip), self.deaths > 0)))

    def died(self) -> None:
        """A worker was lost to it: what is sent next says so."""
        self.deaths += 1
        if self.at >= 0:
            self.skip.add(self.at)
        self.__dict__.pop("packed", None)


class _Worker(Generic[J, R]):
    """One process and the pipe to it."""

    def __init__(self, context: Any, work: Work[J, R]) -> None:
        self.pipe, other = context.Pipe()
        self.tasks: deque[_Task[J]] = deque()
        self.process = context.Process(target=_serve, args=(other, self.pipe, work, os.getpid()), daemon=True)
        self.process.start()
        other.close()

    def takes(self, task: _Task[J]) -> bool:
        """True where ``task`` may be given: to one with nothing to do, or as the next to one that does not have to die of it."""
        return not self.tasks or len(self.tasks) < 2 and not task.deaths and len(task.packed) < _NEXT

    def give(self, task: _Task[J]) -> None:
        self.tasks.append(task)
        task.at = -1
        # One that has just died is buried, with what it was given, when it is listened to.
        with contextlib.suppress(ConnectionError):
            self.pipe.send_bytes(task.packed)

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join(10)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def ordered(jobs: Iterable[J], work: Work[J, R], workers: int, lost: Callable[[J, str], R], start: str = "") -> Iterator[R]:
    """``work(job, watch)`` of every job, in the order of ``jobs``, done by ``workers`` processes.

    A document at which a worker dies twice is skipped from then on, ``lost`` makes the result of a job that kills its workers
    for another reason. An exception of ``work`` is raised here. ``start`` is the start method; all that is sent can be pickled.
    """
    context: Any = multiprocessing.get_context(start or _method())
    staff: list[_Worker[J, R]] = []
    coming = _tasks(jobs)
    again: deque[_Task[J]] = deque()
    done: dict[int, R] = {}
    due = started = 0
    try:
        while True:
            while due in done:
                yield done.pop(due)
                due += 1
            while task := again.popleft() if again else next(coming, None) if started < due + _AHEAD * workers else None:
                started = max(started, task.number + 1)
                worker = _free(staff, task, workers, lambda: _Worker(context, work))
                if worker is None:
                    again.appendleft(task)
                    break
                worker.give(task)
            busy = [worker for worker in staff if worker.tasks]
            if not busy:
                return
            ready = wait([worker.pipe for worker in busy])
            for worker in (w for w in busy if w.pipe in ready):
                _listen(worker, staff, again, done, lost)
    finally:
        for worker in staff:
            worker.stop()


def _free(staff: list[_Worker[J, R]], task: _Task[J], workers: int, make: Callable[[], _Worker[J, R]]) -> _Worker[J, R] | None:
    """Who takes ``task``: the one with the least to do, a new one while there are less than ``workers``, or nobody yet."""
    least = min(staff, key=lambda worker: len(worker.tasks), default=None)
    if len(staff) < workers and (least is None or least.tasks):
        staff.append(make())
        least = staff[-1]
    return least if least and least.takes(task) else None


def _tasks(jobs: Iterable[J]) -> Iterator[_Task[J]]:
    return (_Task(number, job) for number, job in enumerate(jobs))


def _listen(worker: _Worker[J, R], staff: list[_Worker[J, R]], again: deque[_Task[J]], done: dict[int, R], lost: Callable[[J, str], R]) -> None:
    """One message of ``worker``, or its death."""
    task = worker.tasks[0]
    try:
        kind, value = worker.pipe.recv()
    except (EOFError, ConnectionError):
        _bury(worker, staff, task, again, done, lost)
        return
    if kind == "at":
        task.at = value
    elif kind == "error":
        raise value
    else:
        done[task.number] = value
        worker.tasks.popleft()


def _bury(worker: _Worker[J, R], staff: list[_Worker[J, R]], task: _Task[J], again: deque[_Task[J]], done: dict[int, R], lost: Callable[[J, str], R]) -> None:
    staff.remove(worker)
    worker.pipe.close()
    worker.process.join()
    # The next one was never begun.
    again.extend(itertools.islice(worker.tasks, 1, None))
    task.died()
    if task.at < 0 and task.deaths >= _PATIENCE + len(task.skip):
        done[task.number] = lost(task.job, f"the worker process died {task.deaths} times ({_reason(worker.process.exitcode)})")
        return
    again.append(task)


def _reason(code: int | None) -> str:
    if code is not None and code < 0:
        names = {s.value: s.name for s in signal.Signals}
        return f"by signal {names.get(-code, str(-code))}"
    return f"exit status {code}"


def _method() -> str:
    """``fork`` starts at once and shares what is loaded, but a process with threads must not be forked."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _end_with(parent: int) -> None:
    """Where the system can do it, a worker dies with its parent: one that goes on after a kill would write beside the next run."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _serve(pipe: Connection, parents: Connection, work: Work[Any, Any], parent: int) -> None:
    """The life of a worker: it ends when the pipe does. Ctrl-C is for the parent; being stopped unwinds, so that no half file stays."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    parents.close()
    _end_with(parent)
    while True:
        try:
            job, skip, careful = pipe.recv()
        except (EOFError, ConnectionError):
            return
        watch = Watch(skip, (lambda index: pipe.send(("at", index))) if careful else None)
        try:
            answer = ("done", work(job, watch))
        except Exception as error:
            answer = ("error", error)
        try:
            pipe.send(answer)
        except (BrokenPipeError, ConnectionError):
            return
