"""What looking after a glossary costs: ``python benchmarks/glossary.py``.

Lint over 50,000 entries against a bare csv.reader loop, suggest over 200 articles against a bare read-and-findall loop, each in a
process of its own; peak memory at one and at five times the size.
"""

from __future__ import annotations

import csv
import itertools
import json
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any

from corpora import dense_folder

ENTRIES, ARTICLES, RUNS = 50_000, 200, 3
_ZH = "红利流量平台优势赛道头部困境实践规模弊端市场渠道品牌用户商家门店产能订单利润成本"
_EN = "dividend traffic platform advantage sector leader trouble practice scale drawback market channel brand user merchant store capacity order profit cost".split()
_HAN = re.compile("[\u3400-\u9fff]+")


def main() -> None:
    """Print a line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for times in (1, 5):
            table, articles = root / f"{times}.csv", root / f"articles-{times}"
            _glossary(table, ENTRIES * times)
            dense_folder(articles, ARTICLES * times * 10_000)
            for name, place, size in (("lint", table, ENTRIES), ("suggest", articles, ARTICLES)):
                said = [json.loads(subprocess.run([sys.executable, __file__, name, place], check=True, capture_output=True, text=True).stdout) for _ in range(RUNS)]
                seconds, bare = (statistics.median(one[key] for one in said) for key in ("seconds", "bare"))
                peak = max(one["peak"] for one in said)
                print(f"{name} {size * times}: {seconds:.1f} s, {seconds / bare:.0f}x a bare loop; peak {peak:.0f} MB")


def _glossary(path: pathlib.Path, entries: int) -> None:
    pairs = itertools.islice(itertools.product(_ZH, _ZH, _ZH, _ZH), entries)
    rows = sorted(("".join(zh), f"{_EN[at % 20]} {_EN[at // 20 % 20]}", "noun") for at, zh in enumerate(pairs))
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("zh", "en", "pos"), *rows])


def _measured(name: str, place: pathlib.Path) -> dict[str, Any]:
    start = time.process_time()
    if name == "lint":
        with open(place, encoding="utf-8", newline="") as file:
            sum(len(row[0]) for row in csv.reader(file))
    else:
        sum(len(_HAN.findall(file.read_text("utf-8"))) for file in sorted(place.rglob("*")) if file.is_file())
    bare = time.process_time() - start
    start = time.process_time()
    _lint(place) if name == "lint" else _suggest(place)
    return {"seconds": time.process_time() - start, "bare": bare, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _lint(place: pathlib.Path) -> None:
    from pipeline.terminology.looking import looked_over
    from pipeline.terminology.rows import read

    looked_over([list(read(place))])


def _suggest(place: pathlib.Path) -> None:
    from pipeline.files import inputs
    from pipeline.formats import SUFFIXES
    from pipeline.recipe import Options, build
    from pipeline.runners.examine import examine
    from pipeline.terminology.suggesting import Suggestions

    found = Suggestions()
    for result in examine(inputs([str(place)], SUFFIXES), build(Options()), workers=1):
        for outcome in result.outcomes:
            found.add(outcome.doc)
    found.ranked(30)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(_measured(sys.argv[1], pathlib.Path(sys.argv[2]))))
    else:
        main()
