"""CPU time of whole commands as ratios to ``python -c pass``, medians of many runs: ``python benchmarks/start.py [ARTICLE]``."""

from __future__ import annotations

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

RUNS = 15
ROOT = pathlib.Path(__file__).parent.parent


def cpu(*arguments: str) -> float:
    """Seconds of user and system time of one run of python with ``arguments``."""
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    usage = os.wait4(child.pid, 0)[2]
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the medians and their ratios; the first run of each warms the caches."""
    with tempfile.TemporaryDirectory() as folder:
        clean = pathlib.Path(folder, "clean.txt")
        text = (ROOT / "seeds" / "05-clean-orchard.txt").read_text("utf-8")
        clean.write_text((text * 20)[:10_000], "utf-8")
        dirty = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "seeds" / "01-night-markets.txt")
        start = "from pipeline.cli import entry; entry()"
        commands = {
            "python -c pass": ("-c", "pass"),
            "check, 10 KB clean": ("-c", start, "check", str(clean), "--fail-on", "leftover"),
            f"clean, {pathlib.Path(dirty).name}": ("-c", start, "clean", dirty, "-o", str(pathlib.Path(folder, "out"))),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS + 1):
            for name, arguments in commands.items():
                times[name].append(cpu(*arguments))
        medians = {name: statistics.median(values[1:]) for name, values in times.items()}
    bare = medians["python -c pass"]
    for name, seconds in medians.items():
        print(f"{name:28} {seconds * 1000:7.1f} ms  {seconds / bare:5.1f}x")


if __name__ == "__main__":
    main()
