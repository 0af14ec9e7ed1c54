"""Writes words.tsv: what each of the most frequent English word forms can be, and how frequent it is.

Run by hand when the sources change, never by the program: ``python make_words.py LEXICON > words.tsv``. LEXICON is the
file ``textblob/en/en-lexicon.txt`` of the textblob package; wordfreq and lemminflect have to be installed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from corrections import ALSO_ADJECTIVES, ALSO_ADVERBS, CORRECTIONS, NOT_NOUNS, NOT_VERBS
from lemminflect import getAllInflections, getAllLemmas
from wordfreq import top_n_list, zipf_frequency

ROWS = 40_000
READ = 120_000
# How much rarer (in powers of ten) the past form of a noun may be before the noun counts as a verb too.
VERB_GAP = 1.9
PLURAL_GAP = 2.2
ADJECTIVE_GAP = 1.3

PENN = {
    "NN": "n", "NNP": "n", "NNS": "N", "NNPS": "N", "VB": "v", "VBP": "v", "VBZ": "z", "VBD": "d", "VBN": "p", "VBG": "g",
    "JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r", "CD": "#", "UH": "I",
}  # fmt: skip
ORDER = "nNvzdpgjr"


def zipf(word: str) -> float:
    return float(zipf_frequency(word, "en"))


def read_lexicon(path: Path) -> dict[str, str]:
    """The likeliest tag of each form; a form that is only listed with a capital counts as a name."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, penn = line.partition(" ")
        letter = PENN.get(penn.split(" ")[0])
        if letter and (word.islower() or word.lower() not in found):
            found[word.lower()] = letter
    return found


def readings(word: str) -> dict[str, str]:
    """Every tag that the dictionary of lemminflect allows for ``word``, with the lemma it belongs to."""
    found: dict[str, str] = {}
    for upos, lemmas in getAllLemmas(word).items():
        for lemma in lemmas:
            for penn, forms in getAllInflections(lemma, upos=upos).items():
                if word in forms and penn in PENN:
                    found.setdefault(PENN[penn], lemma)
    if "d" in found and "VBN" not in getAllInflections(found["d"], upos="VERB"):
        found.setdefault("p", found["d"])
    return found


def is_live_verb(base: str) -> bool:
    """True where the past of ``base`` is in real use, so that the verb is more than a line in a dictionary."""
    if base in NOT_VERBS:
        return False
    pasts = getAllInflections(base, upos="VERB").get("VBD", ())
    return any(past == base or zipf(past) > zipf(base) - VERB_GAP for past in pasts)


def is_live_gerund_noun(word: str) -> bool:
    return zipf(word + "s") >= max(2.6, zipf(word) - PLURAL_GAP)


def plausible(letter: str, word: str, lemma: str, first: str) -> bool:
    """Whether a reading that the dictionary allows, and that is not the likeliest one, is seen often enough to be listed."""
    if letter in "nN":
        return _plausible_noun(letter, word, lemma, first)
    if letter in "vzdpg":
        return is_live_verb(lemma)
    if letter == "j":
        return first not in "nNv" or word in ALSO_ADJECTIVES
    return first in "jr" or word in ALSO_ADVERBS


def _plausible_noun(letter: str, word: str, lemma: str, first: str) -> bool:
    if lemma in NOT_NOUNS or word in NOT_NOUNS or first in "dNpr":
        return False
    if letter == "N":
        return word.endswith("s") and word != lemma
    if word.endswith("ing"):
        return is_live_gerund_noun(word)
    return first != "j" or zipf(word + "s") >= max(2.6, zipf(word) - ADJECTIVE_GAP)


def choose(word: str, lexicon: dict[str, str]) -> tuple[str, str]:
    """Tags of ``word``, likeliest first, and the lemma of the first one; ("", "") where neither source knows it."""
    found = readings(word)
    first = lexicon.get(word, "")
    if not found:
        return first, word
    if first not in found:
        first = next((letter for letter in _by_shape(word) if letter in found), next(iter(found)))
    kept = [first, *(x for x in ORDER if x in found and x != first and plausible(x, word, found[x], first))]
    return "".join(kept), found[first]


def _by_shape(word: str) -> str:
    if word.endswith("ing"):
        return "gnj"
    if word.endswith("ed"):
        return "pdj"
    if word.endswith("s") and not word.endswith("ss"):
        return "Nzn"
    return "rjnv" if word.endswith("ly") else "njvNr"


def rows(lexicon: dict[str, str]) -> Iterator[tuple[str, str, float, str]]:
    count = 0
    for word in top_n_list("en", READ):
        if count == ROWS:
            return
        if not re.fullmatch(r"[a-z]{2,}(?:-[a-z]+)*|[ai]", word):
            continue
        tags, lemma = choose(word, lexicon)
        tags = CORRECTIONS.get(word, tags)
        if tags:
            count += 1
            yield word, tags, zipf(word), lemma


def main() -> None:
    for word, tags, frequency, lemma in sorted(rows(read_lexicon(Path(sys.argv[1])))):
        print(word, tags, f"{frequency:.1f}", lemma if lemma != word else "", sep="\t")


if __name__ == "__main__":
    main()
