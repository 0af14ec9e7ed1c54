"""hanmend beside other tools on the same corpora, made on the spot: ``python benchmarks/peers.py [MEGABYTES] [RUNS]``.

Writes a Markdown table: wall time, CPU time and peak memory of whole processes, medians of RUNS in turn, and the ratio to a bare
Python loop that opens, reads and finds. A tool that is not installed is left out and named.
"""

from __future__ import annotations

import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass

from corpora import dense_folder, mostly_clean_folder, mostly_clean_jsonl, mostly_clean_parquet

HERE = pathlib.Path(__file__).parent
BARE = [sys.executable, str(HERE / "bare.py")]
HANMEND = [str(pathlib.Path(sys.executable).with_name("hanmend"))]
PEERS = {
    "rg": ["rg", "-c", r"\p{Han}"],
    "typos": ["typos", "--format", "brief"],
    "codespell": ["codespell"],
    "autocorrect": ["autocorrect", "--lint"],
    "ftfy": [sys.executable, str(HERE / "bare.py"), "--ftfy"],
}


@dataclass(frozen=True)
class Cost:
    """Of one run of a process and all its children: seconds of wall and of CPU, megabytes of the largest process."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Make the corpora, run everything in turn, print the table."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {megabytes} MB a corpus, medians of {runs}\n")
    print("\n".join(f"* {line}" for line in _versions()) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for title, make, place, commands in _corpora(root):
            size = make(root / place, megabytes * 1_000_000)
            print(_table(title, size, _measured(commands, runs)), flush=True)
            shutil.rmtree(root / place, ignore_errors=True)


def _corpora(root: pathlib.Path) -> list[tuple[str, Callable[[pathlib.Path, int], int], str, dict[str, list[str]]]]:
    """Each corpus with its maker, its place and the commands that are held against each other."""
    made = []
    for title, make, place in (
        ("(a) folder of 10 KB articles, dense with leftovers: check", dense_folder, "dense"),
        ("(b) folder of 10 KB articles, 99 % clean: check", mostly_clean_folder, "clean"),
        ("(c) JSON lines, 99 % of the records clean: check", mostly_clean_jsonl, "plain.jsonl"),
        ("(c) the same, all but ASCII as \\uXXXX: check", _escaped, "escaped.jsonl"),
        ("(d) the same as Parquet: check", mostly_clean_parquet, "records.parquet"),
    ):
        target = str(root / place)
        quick = {f"hanmend check --quick, {n} worker{'s' * (n > 1)}": [*HANMEND, "check", "--quick", target, "--workers", str(n)] for n in (1, 2)}
        checks = quick | {f"hanmend check, {n} worker{'s' * (n > 1)}": [*HANMEND, "check", target, "--workers", str(n)] for n in (1, 2)}
        # Nobody else reads Parquet.
        peers = {name: [*command, target] for name, command in PEERS.items() if shutil.which(command[0]) and not place.endswith(".parquet")}
        made.append((title, make, place, {"bare Python loop": [*BARE, target], **checks, **peers}))
    dense, output = str(root / "again"), str(root / "output")
    cleans = {f"hanmend clean, all reports, {n} worker{'s' * (n > 1)}": [*HANMEND, "clean", dense, "-o", output, "--workers", str(n)] for n in (1, 2)}
    made.append(("(a) the dense folder: clean, offline", dense_folder, "again", {"bare Python loop": [*BARE, dense], **cleans}))
    return made


def _escaped(path: pathlib.Path, size: int) -> int:
    return mostly_clean_jsonl(path, size, escaped=True)


def _measured(commands: dict[str, list[str]], runs: int) -> dict[str, Cost]:
    """All commands in turn, ``runs`` times, after one round that warms the caches of the disk."""
    rounds = [{name: _run(command) for name, command in commands.items()} for _ in range(runs + 1)][1:]
    return {name: Cost(*(statistics.median(getattr(one[name], field) for one in rounds) for field in ("wall", "cpu", "memory"))) for name in commands}


def _run(command: list[str]) -> Cost:
    shutil.rmtree(command[command.index("-o") + 1], ignore_errors=True) if "-o" in command else None
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _table(title: str, size: int, costs: dict[str, Cost]) -> str:
    bare = costs["bare Python loop"]
    rows = [
        f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {size / 1e6 / cost.wall:.0f} | {cost.memory:.0f} | {bare.wall / cost.wall:.2f}x |"
        for name, cost in costs.items()
    ]  # fmt: skip
    return f"## {title}\n\n| tool | wall s | CPU s | MB/s | MB | speed of the bare loop |\n| --- | --- | --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _versions() -> list[str]:
    found = []
    for name, command in {"hanmend": HANMEND, **PEERS}.items():
        asked = [sys.executable, "-c", "import ftfy; print('ftfy', ftfy.__version__)"] if name == "ftfy" else [command[0], "--version"]
        said = subprocess.run(asked, capture_output=True, text=True) if shutil.which(asked[0]) else None
        found.append(f"{name}: not installed, left out" if said is None or said.returncode else f"{name}: {said.stdout.splitlines()[0]}")
    return found


if __name__ == "__main__":
    main()
