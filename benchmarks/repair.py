"""Fragments repaired a second in one warm process, and its peak memory: ``python benchmarks/repair.py [FOLDER]``."""

from __future__ import annotations

import pathlib
import resource
import statistics
import sys
import time

from pipeline.files import read_document
from pipeline.recipe import Options, build

ROOT = pathlib.Path(__file__).parent.parent
RUNS = 5


def main() -> None:
    """Print the median rate over several rounds through all articles, and its ratio to a bare loop over their characters."""
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    docs = [read_document(p.read_bytes(), p.name, "text") for p in sorted(folder.rglob("*.txt"))]
    recipe = build(Options())
    fragments = sum(len(recipe.repair(doc).doc.findings) for doc in docs)
    rates, bare = [], []
    for _ in range(RUNS):
        start = time.process_time()
        for doc in docs:
            recipe.repair(doc)
        rates.append(fragments / (time.process_time() - start))
        start = time.process_time()
        for doc in docs:
            sum(c > "\x7f" for c in doc.source)
        bare.append(fragments / (time.process_time() - start))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{fragments} fragments: {statistics.median(rates):.0f} a second, {statistics.median(bare) / statistics.median(rates):.0f}x a bare loop; peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
