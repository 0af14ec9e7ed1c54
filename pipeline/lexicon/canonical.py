"""Rewrite glossary files in canonical form: ``python -m pipeline.lexicon.canonical FILE...``."""

from __future__ import annotations

import pathlib
import sys

from pipeline.errors import TermbaseError
from pipeline.lexicon.termbase import read_terms, write_terms


def main(paths: list[str]) -> int:
    """Canonicalise each file in place; a file with a wrong row is left as it is. Returns the exit status."""
    status = 0
    for path in map(pathlib.Path, paths):
        try:
            terms = [term for _, term in read_terms(path.read_text("utf-8"), str(path))]
        except TermbaseError as error:
            print(error, file=sys.stderr)
            status = 2
            continue
        path.write_text(write_terms(terms), "utf-8", newline="")
        print(f"{path}: {len(terms)} rows")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
