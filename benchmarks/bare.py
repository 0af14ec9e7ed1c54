"""The least that a program in Python does with a corpus: open, read and find. With ``--ftfy`` that library's repair instead of the search."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator

HAN = re.compile("[\u2e80-\u2fd5\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e\U00020000-\U000323af]+")


def paths(place: str) -> Iterator[str]:
    """The files below ``place``, or itself."""
    if os.path.isfile(place):
        yield place
    for folder, _, names in os.walk(place):
        yield from (os.path.join(folder, name) for name in names)


def main() -> None:
    """Print how many runs of Chinese there are, or how many files ftfy would change."""
    *options, place = sys.argv[1:]
    fix_text = None
    if options:
        from ftfy import fix_text
    found = 0
    for path in paths(place):
        if path.endswith(".parquet"):
            import pyarrow.parquet

            found += sum(len(HAN.findall(text.as_py())) for batch in pyarrow.parquet.ParquetFile(path).iter_batches(columns=["text"]) for text in batch[0])
            continue
        with open(path, encoding="utf-8") as file:
            text = file.read()
        found += fix_text(text) != text if fix_text else len(HAN.findall(text))
    print(found)


if __name__ == "__main__":
    main()
