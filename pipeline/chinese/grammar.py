"""Runs of several words: a word lattice over the lexicon, then small rules that join terms into phrases of English.

A phrase is a Term again (``巨大功能和意义`` -> noun "huge functions and significance"), so that it inflects like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.english import forms, words
from pipeline.english.realise import part_of_speech
from pipeline.lexicon.lexicon import Lexicon, Sense
from pipeline.lexicon.termbase import Term

LONGEST_RUN = 24
_BEAM = 3
_OF = "的"
_AND = {"和": "and", "与": "and", "及": "and", "以及": "and", "或": "or", "或者": "or", "、": "and", "并": "and", "而": "and"}
_NEGATIONS = ("不", "没有", "未", "没")
_DROPPED = ("了", "着", "过", "地", "得", "所", "们", "是")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term that covers a stretch of a run, what it was made of, and its cost: lower is likelier."""

    term: Term
    cost: float
    parts: tuple[str, ...]
    rank: int

    @property
    def pos(self) -> str:
        return self.term.pos


def compose(run: str, lexicon: Lexicon, choose: Callable[[Sequence[Sense]], Sequence[Sense]]) -> list[Phrase]:
    """The phrases that cover the whole of ``run``, best first; empty where some of it is unknown or too long.

    ``choose`` orders and filters the senses of a word by its context.
    """
    if not 1 < len(run) <= LONGEST_RUN:
        return []
    size = len(run)
    chart: dict[tuple[int, int], list[Phrase]] = {}
    for start in range(size):
        for word, _ in lexicon.words_at(run[start:]):
            if len(word) < size:
                chart[start, start + len(word)] = _leaves(word, choose(lexicon.senses(word)))
    for width in range(1, size + 1):
        for start in range(size - width + 1):
            cell = list(chart.get((start, start + width), ()))
            for middle in range(start + 1, start + width):
                cell += _joined(run, chart.get((start, middle), ()), chart.get((middle, start + width), ()))
                cell += _around_link(run, chart, start, middle, start + width)
            chart[start, start + width] = _pruned(cell)
    return [phrase for phrase in chart.get((0, size), []) if not _guesswork(phrase)]


def _guesswork(phrase: Phrase) -> bool:
    """Single characters of a dictionary strung together make no phrase: 杯水车薪 is no "cup water car firewood"."""
    single = sum(len(part) == 1 for part in phrase.parts if part not in _AND and part != _OF)
    return phrase.rank > 1 and single * 3 > len(phrase.parts)


def _leaves(word: str, senses: Sequence[Sense]) -> list[Phrase]:
    leaves = []
    seen: set[str] = set()
    for place, sense in enumerate(senses):
        pos = part_of_speech(sense.term, sense.term.en)
        if pos in seen or sense.term.status in ("deprecated", "forbidden"):
            continue
        seen.add(pos)
        # A character alone is rarely a word of its own; the dictionary is trusted less than what was written for this.
        cost = 1.0 + 0.25 * place + (1.2 if len(word) == 1 else 0.0) + 0.5 * sense.rank * (sense.rank > 1) - 0.15 * min(len(word), 4)
        leaves.append(Phrase(replace(sense.term, pos=pos), cost, (word,), sense.rank))
    return leaves[: _BEAM + 1]


def _joined(run: str, lefts: Sequence[Phrase], rights: Sequence[Phrase]) -> list[Phrase]:
    made = []
    for left in lefts:
        for right in rights:
            for rules in (_RULES, _CLAUSES):
                if (left.pos, right.pos) in rules:
                    english, pos, cost = rules[left.pos, right.pos](left.term, right.term)
                    made.append(_phrase(left, right, english, pos, cost, run))
    return made


def _phrase(left: Phrase, right: Phrase, english: str, pos: str, cost: float, run: str) -> Phrase:
    countable = right.term.countable if pos == "noun" else ""
    if pos == "noun" and not countable and words.countable(right.term.en.rsplit(" ", 1)[-1]) is False:
        countable = "no"
    term = Term(left.term.zh + right.term.zh, english, pos, countable=countable)
    return Phrase(term, left.cost + right.cost + cost, left.parts + right.parts, max(left.rank, right.rank))


def _around_link(run: str, chart: dict[tuple[int, int], list[Phrase]], start: int, middle: int, end: int) -> list[Phrase]:
    """``A 的 B`` and ``A 和 B``, the link standing at ``middle``; aspect particles fall away."""
    made = []
    for link in (run[middle : middle + 1], run[middle : middle + 2]):
        after = middle + len(link)
        lefts, rights = chart.get((start, middle), ()), chart.get((after, end), ())
        if link == _OF:
            made += [_owned(a, b) for a in lefts for b in rights if b.pos in ("noun", "name") and a.pos in _ATTRIBUTES]
            if after == end:
                made += [replace(a, term=replace(a.term, zh=a.term.zh + _OF), cost=a.cost + 0.2) for a in lefts if a.pos in ("adj", "noun", "name", "pp", "verb")]
        elif link in _AND and after < end:
            made += [_coordinated(a, b, _AND[link]) for a in lefts for b in rights if a.pos == b.pos and a.pos in ("noun", "verb", "adj", "name")]
        elif link in _DROPPED and after == end:
            made += [replace(a, term=replace(a.term, zh=a.term.zh + link), cost=a.cost + 0.3) for a in lefts]
    return made


_ATTRIBUTES = ("noun", "adj", "verb", "name", "pp", "adv")


def _owned(a: Phrase, b: Phrase) -> Phrase:
    head = b.term.en
    if a.pos == "adj":
        english, cost = f"{a.term.en} {head}", 0.1
    elif a.pos == "verb":
        english, cost = f"{forms.participle(a.term.en) if ' ' not in a.term.en else forms.gerund(a.term.en)} {head}", 0.8
        if " " in a.term.en:
            english = f"{head} {forms.gerund(a.term.en)}"
    elif a.pos == "pp":
        english, cost = f"{head} {a.term.en}", 0.4
    elif a.pos == "name":
        english, cost = f"{a.term.en}'s {head}", 0.3
    elif a.pos == "adv":
        english, cost = f"{a.term.en} {head}", 1.2
    else:
        english, cost = f"{head} of {_bare_plural(a.term)}", 0.3
    term = Term(a.term.zh + _OF + b.term.zh, english, "noun", countable=b.term.countable)
    return Phrase(term, a.cost + b.cost + cost, (*a.parts, _OF, *b.parts), max(a.rank, b.rank))


def _coordinated(a: Phrase, b: Phrase, link: str) -> Phrase:
    left = _bare_plural(a.term) if a.pos == "noun" and b.pos == "noun" else a.term.en
    right = _bare_plural(b.term) if a.pos == "noun" and b.pos == "noun" else b.term.en
    term = Term(a.term.zh + b.term.zh, f"{left} {link} {right}", a.pos, countable="plural" if a.pos == "noun" else "")
    return Phrase(term, a.cost + b.cost + 0.1, (*a.parts, link, *b.parts), max(a.rank, b.rank))


def _bare_plural(term: Term) -> str:
    """A noun as it stands without a determiner: plural where it can be counted."""
    if term.pos != "noun" or term.countable in ("no", "plural") or forms.is_plural(term.en):
        return term.en
    if not term.countable and words.countable(term.en.rsplit(" ", 1)[-1]) is False:
        return term.en
    return dict(term.forms).get("plural") or forms.plural(term.en)


def _attribute(term: Term) -> str:
    return dict(term.slots).get("attr", term.en)


def _adjective_noun(a: Term, n: Term) -> tuple[str, str, float]:
    return f"{a.en} {n.en}", "noun", 0.0


def _noun_noun(a: Term, n: Term) -> tuple[str, str, float]:
    return f"{_attribute(a)} {n.en}", "noun", 0.15


def _name_noun(a: Term, n: Term) -> tuple[str, str, float]:
    return f"{a.en} {n.en}", "noun", 0.2


def _verb_noun(v: Term, n: Term) -> tuple[str, str, float]:
    """As a verb with its object; 优化方案 as "optimization plan" costs more unless the termbase has the attribute."""
    return f"{v.en} {_bare_plural(n)}", "verb", 0.3


def _noun_verb(n: Term, v: Term) -> tuple[str, str, float]:
    """商业进化: the verb as a noun."""
    head = dict(v.slots).get("noun") or forms.gerund(v.en)
    return f"{_attribute(n)} {head}", "noun", 0.3 if "noun" in dict(v.slots) else 0.9


def _adjective_verb(a: Term, v: Term) -> tuple[str, str, float]:
    return f"{forms.adverb(a.en)} {v.en}", "verb", 0.4


def _adverb_verb(d: Term, v: Term) -> tuple[str, str, float]:
    if d.zh in _NEGATIONS:
        return f"not {v.en}", "verb", 0.4
    if d.en in ("again", "anew") and v.en.isalpha():
        return f"re{'-' if v.en[0] == 'e' else ''}{v.en}", "verb", 0.0
    return f"{d.en} {v.en}", "verb", 0.1


def _adverb_adjective(d: Term, a: Term) -> tuple[str, str, float]:
    if d.zh in _NEGATIONS:
        return f"not {a.en}", "adj", 0.2
    return f"{d.en} {a.en}", "adj", 0.1


def _verb_verb(a: Term, b: Term) -> tuple[str, str, float]:
    noun = dict(b.slots).get("noun")
    return (f"{a.en} {noun}", "verb", 0.7) if noun else (f"{a.en} and {b.en}", "verb", 0.9)


def _noun_adjective(n: Term, a: Term) -> tuple[str, str, float]:
    be = "are" if n.countable != "no" else "is"
    return f"{_bare_plural(n)} {be} {a.en}", "clause", 0.6


def _verb_adverb(v: Term, d: Term) -> tuple[str, str, float]:
    return f"{v.en} {d.en}", "verb", 0.5


def _number_noun(q: Term, n: Term) -> tuple[str, str, float]:
    return (f"{q.en} {n.en}" if q.en in ("one", "1") else f"{q.en} {_bare_plural(n)}"), "np", 0.1


def _preposition_noun(p: Term, n: Term) -> tuple[str, str, float]:
    return f"{p.en} {_bare_plural(n)}", "pp", 0.3


_RULES: dict[tuple[str, str], Callable[[Term, Term], tuple[str, str, float]]] = {
    ("adj", "noun"): _adjective_noun,
    ("noun", "noun"): _noun_noun,
    ("name", "noun"): _name_noun,
    ("name", "name"): lambda a, b: (f"{a.en} {b.en}", "name", 0.5),
    ("verb", "noun"): _verb_noun,
    ("verb", "np"): lambda v, n: (f"{v.en} {n.en}", "verb", 0.2),
    ("verb", "name"): lambda v, n: (f"{v.en} {n.en}", "verb", 0.4),
    ("noun", "verb"): _noun_verb,
    ("adj", "verb"): _adjective_verb,
    ("adv", "verb"): _adverb_verb,
    ("adv", "adj"): _adverb_adjective,
    ("verb", "verb"): _verb_verb,
    ("noun", "adj"): _noun_adjective,
    ("verb", "adv"): _verb_adverb,
    ("num", "noun"): _number_noun,
    ("det", "noun"): lambda d, n: (f"{d.en} {n.en}", "np", 0.2),
    ("prep", "noun"): _preposition_noun,
    ("prep", "name"): lambda p, n: (f"{p.en} {n.en}", "pp", 0.3),
    ("pp", "verb"): lambda p, v: (f"{v.en} {p.en}", "verb", 0.5),
    ("adj", "adj"): lambda a, b: (f"{a.en} and {b.en}", "adj", 0.6),
}


def _subject_verb(s: Term, v: Term) -> tuple[str, str, float]:
    plural = s.en.lower() in ("i", "you", "we", "they") or s.pos == "noun" and s.countable != "no"
    return f"{_bare_plural(s)} {v.en if plural else forms.third_person(v.en)}", "clause", 1.2 if s.pos == "noun" else 0.3


_CLAUSES: dict[tuple[str, str], Callable[[Term, Term], tuple[str, str, float]]] = {
    ("noun", "verb"): _subject_verb,
    ("name", "verb"): _subject_verb,
    ("pron", "verb"): _subject_verb,
    ("pron", "clause"): lambda p, c: (f"{p.en} {c.en}", "clause", 1.0),
    ("pron", "noun"): lambda p, n: (f"{_POSSESSIVE.get(p.en.lower(), p.en)} {n.en}", "np", 0.4),
    ("clause", "noun"): lambda c, n: (f"{c.en} {_bare_plural(n)}", "clause", 0.4),
    ("clause", "np"): lambda c, n: (f"{c.en} {n.en}", "clause", 0.4),
    ("adv", "clause"): lambda d, c: (f"{d.en} {c.en}", "clause", 0.3),
    ("conj", "clause"): lambda d, c: (f"{d.en} {c.en}", "clause", 0.3),
    ("conj", "verb"): lambda d, v: (f"{d.en} {v.en}", "verb", 0.6),
    ("verb", "clause"): lambda v, c: (f"{v.en} {c.en}", "verb", 0.8),
    ("prep", "np"): lambda p, n: (f"{p.en} {n.en}", "pp", 0.3),
    ("verb", "pp"): lambda v, p: (f"{v.en} {p.en}", "verb", 0.4),
    ("noun", "pp"): lambda n, p: (f"{n.en} {p.en}", "noun", 0.6),
    ("verb", "adj"): lambda v, a: (f"{v.en} {a.en}", "verb", 0.7),
    ("np", "noun"): lambda n, m: (f"{n.en} {m.en}", "np", 0.8),
}
_POSSESSIVE = {"i": "my", "you": "your", "he": "his", "she": "her", "it": "its", "we": "our", "they": "their"}


def _pruned(cell: list[Phrase]) -> list[Phrase]:
    """The cheapest few of each part of speech."""
    kept: dict[str, list[Phrase]] = {}
    for phrase in sorted(cell, key=lambda p: (p.cost, p.term.en)):
        group = kept.setdefault(phrase.pos, [])
        if len(group) < _BEAM and all(p.term.en != phrase.term.en for p in group):
            group.append(phrase)
    return sorted((p for group in kept.values() for p in group), key=lambda p: (p.cost, p.term.en))
