"""Shards as tasks of Ray: the engine places them and retries them; what a shard is and how it is committed is the same as anywhere.

Not documents through ``map_batches``: that loses the order and never ends where a document kills its worker.
"""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.errors import OutputError, RecipeError
from pipeline.runners.repair import Repairer
from pipeline.runners.shards import Shard
from pipeline.runners.watch import Watch

_AHEAD = 2
_PATIENCE = 3


@dataclass(frozen=True, slots=True)
class RayEngine:
    """Options: ``address`` of a cluster, empty for one on this machine that listens on loopback; ``cpus`` of that one, 0 for all."""

    address: str = ""
    cpus: int = 0

    def __call__(self, shards: Sequence[Shard], work: Repairer) -> Iterator[str]:
        """The keys of the shards in order. Inputs, outputs and their hidden folder are on a disk that all machines share."""
        ray = _ray()
        with self._cluster(ray):
            yield from _ordered(ray, shards, work)

    @contextlib.contextmanager
    def _cluster(self, ray: Any) -> Iterator[None]:
        if ray.is_initialized():
            yield
            return
        if self.address:
            ray.init(address=self.address, log_to_driver=False)
        else:
            # "local": a plain init joins whatever cluster it finds. The object store holds keys only.
            ray.init(address="local", num_cpus=self.cpus or None, include_dashboard=False, log_to_driver=False, object_store_memory=100 << 20, configure_logging=False)
        try:
            yield
        finally:
            ray.shutdown()


def _ordered(ray: Any, shards: Sequence[Shard], work: Repairer) -> Iterator[str]:
    # Ray retries nothing by itself: after a death the shard is run again knowing where it died.
    task = ray.remote(num_cpus=1, max_retries=0, scheduling_strategy="SPREAD")(attempt)
    shared = ray.put(work)
    room = max(1, int(ray.cluster_resources().get("CPU", 1))) * _AHEAD
    waiting = deque(enumerate(shards))
    running: dict[Any, tuple[int, Shard, int]] = {}
    done: dict[int, str] = {}
    due = 0
    while waiting or running:
        while waiting and len(running) < room:
            number, shard = waiting.popleft()
            running[task.remote(shared, shard, 0)] = (number, shard, 0)
        ready, _ = ray.wait(list(running), num_returns=1)
        for reference in ready:
            number, shard, deaths = running.pop(reference)
            try:
                done[number] = ray.get(reference)
            except ray.exceptions.RayTaskError as error:
                raise error.cause if isinstance(error.cause, OutputError) else OutputError(str(error.cause)) from None
            except ray.exceptions.RayError:
                running[task.remote(shared, shard, deaths + 1)] = (number, shard, deaths + 1)
        while due in done:
            yield done.pop(due)
            due += 1


def attempt(work: Repairer, shard: Shard, deaths: int) -> str:
    """One try at a shard. After a death each step is noted beside the ledger before it is taken, so that the next try knows what to leave out."""
    if not deaths:
        return work(shard, Watch())
    notes = work.spool / f"{shard.key}.steps"
    died = _died(notes)
    if deaths >= _PATIENCE + len(died):
        return work.lost(shard, "")
    with open(notes, "a", encoding="ascii") as file:
        file.write(f"try {' '.join(map(str, sorted(died)))}\n")

        def note(step: int) -> None:
            file.write(f"{step}\n")
            file.flush()
            os.fsync(file.fileno())

        return work(shard, Watch(frozenset(died), note))


def _died(notes: Any) -> set[int]:
    """The steps at which earlier tries ended: the last of each."""
    died: set[int] = set()
    last = -1
    with contextlib.suppress(FileNotFoundError):
        for line in notes.read_text("ascii").splitlines():
            if line.startswith("try"):
                died |= {last} - {-1}
                last = -1
            else:
                last = int(line)
    return died | ({last} - {-1})


def _ray() -> Any:
    # Despite its name: on Linux 0 makes a local Ray listen on loopback only.
    os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError:
        raise RecipeError("--engine ray needs Ray, which is not installed: pip install 'hanmend[ray]'") from None
    return ray
