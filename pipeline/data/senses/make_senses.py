"""Counts which English lemmas stand for a Chinese word in WeTS: ``python make_senses.py wets-train.jsonl.gz > senses.tsv``.

Needs jieba and hanmend. Alignment is IBM model 1 in both directions, their geometric mean; only figures are written.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

import jieba

from pipeline.chinese.key import key
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.function_words import FUNCTION_WORDS
from pipeline.script import HAN_CHARACTER

ROUNDS = 6
LEAST_COUNT, LEAST_SHARE, MOST = 0.4, 0.04, 8
_WORD = re.compile(r"[A-Za-z]+(?:[-'][A-Za-z]+)*")
_SKIPPED = frozenset(w for w, tags in FUNCTION_WORDS.items() if tags[0] in "DPTBHMRXCS")
Pair = tuple[list[str], list[str]]


def read_pairs(path: str) -> Iterator[Pair]:
    """The words of each source and the lemmas of its English, the expert's fill put where the span was masked."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            english = re.sub(r"<\s*MASK[^>]*>|\[MASK[^\]]*\]|<mask[^>]*>", f" {row['fill']} ", row["masked"])
            chinese = [w for w in jieba.cut(key(row["source"]), HMM=False) if HAN_CHARACTER.search(w)]
            lemmas = [words.lemma(w.lower()) or w.lower() for w in _WORD.findall(english) if w.lower() not in _SKIPPED]
            if chinese and lemmas:
                yield chinese, lemmas


def align(pairs: list[Pair]) -> dict[str, dict[str, float]]:
    """``t[f][e]``: the chance of ``e`` given ``f`` after some rounds of model 1, with an empty word on the side of ``f``."""
    table: dict[str, dict[str, float]] = {}
    for round_ in range(ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for source, target in pairs:
            given = ("", *source)
            for e in target:
                shares = [table[f].get(e, 1e-9) for f in given] if round_ else [1.0] * len(given)
                total = sum(shares)
                for f, share in zip(given, shares, strict=True):
                    counts[f][e] += share / total
        table = {f: {e: n / sum(row.values()) for e, n in row.items() if n > 1e-4} for f, row in counts.items()}
        print(f"round {round_ + 1}", file=sys.stderr)
    return table


def count(pairs: list[Pair]) -> dict[str, dict[str, float]]:
    """For each Chinese word the lemmas that it is aligned to by both directions, with in how many sentences.

    A sentence stands in WeTS once for each of its masked spans and systems: all of them together count as one.
    """
    copies = Counter("".join(source) for source, _ in pairs)
    forth = align(pairs)
    back = align([(target, source) for source, target in pairs])
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for source, target in pairs:
        for f in source:
            e = max(target, key=lambda e: forth[f].get(e, 0.0) * back[e].get(f, 0.0))
            rival = max(source, key=lambda f: forth[f].get(e, 0.0) * back[e].get(f, 0.0))
            if rival == f:
                found[f][e] += 1 / copies["".join(source)]
    return found


def main() -> None:
    """Write ``word, uses, lemma:count ...``, the most frequent lemma first."""
    pairs = list(read_pairs(sys.argv[1]))
    uses = Counter(word for source in {tuple(source) for source, _ in pairs} for word in source)
    for zh, lemmas in sorted(count(pairs).items()):
        total = sum(lemmas.values())
        best = sorted(lemmas.items(), key=lambda row: (-row[1], row[0]))[:MOST]
        kept = [(e, n) for e, n in best if n >= LEAST_COUNT and n / total >= LEAST_SHARE]
        if kept:
            print(zh, uses[zh], " ".join(f"{e}:{n:.1f}" for e, n in kept), sep="\t")


if __name__ == "__main__":
    main()
