"""Chinese that says again what the English beside it says is left out: ``still真 real`` -> "still real"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.chinese import priors
from pipeline.chinese.key import key
from pipeline.english.inflection import forms
from pipeline.english.sentence.tagger import tag
from pipeline.english.vocabulary import governors, words
from pipeline.english.wording.set_phrases import completion, is_said
from pipeline.lexicon.lexicon import Lexicon, load
from pipeline.model import Candidate, Document, Origin, Span

_LEFT = re.compile(r"((?:[A-Za-z’'-]+ ){0,2}[A-Za-z’'-]+)(\s?)$")
_LETTERS, _VERBAL = re.compile(r"[^\W\d_]+$"), frozenset("vzdgM")
_LETTER = re.compile("[A-Za-z’'-]")
_RIGHT = re.compile(r"^(\s?)([A-Za-z’'-]+(?: [A-Za-z’'-]+){0,2})")

# Words that share no more are no kin: "contract" and "contrast".
_KIN = 6
# Behind who does it stands what is done: "the developer开发 the tool".
_DOERS = ("er", "or", "ers", "ors", "ist", "ists")
_GOVERNED = frozenset("to for with on in about of from at".split())
_PARTICLES = ("的", "地", "着", "了")
# "up增长 9.6%": a direction in English says what the Chinese verb says.
_DIRECTIONS = (
    ({"grow", "rise", "increase"}, "up rose grew rising growing climbed climbing jumped surged soared gained gaining".split()),
    ({"fall", "decline", "decrease", "drop", "slide"}, "down fell declined falling shrank shrunk shrinking slumped plunged tumbled slid dipped sank lost".split()),
)
# "didn't不知道": the English says that it is not so.
_NEGATED = re.compile(r"(?:n['’]t|\bnot|\bnever)$")
_NEGATIONS = ("不", "没有", "没")


@dataclass(frozen=True, slots=True)
class ProposeDoublings:
    """Only where the Chinese is glued to the English, or the English is its very translation word for word."""

    glossaries: tuple[str, ...] = ()
    dictionary: bool = True

    def __call__(self, doc: Document) -> Document:
        spans = [f.span for f in doc.open() if f.kind == "han"]
        lexicon = load(self.glossaries, self.dictionary, doc.settings) if spans else None
        return doc.proposing(c for span in spans for c in _proposed(doc, lexicon, span) if lexicon)


def _proposed(doc: Document, lexicon: Lexicon | None, span: Span) -> Iterator[Candidate]:
    if lexicon is None:
        return
    yield from _of_set_phrase(doc, lexicon, span)
    if not (_LETTER.match(doc.source, span.start - 1) and span.start or _LETTER.match(doc.source, span.end)):
        yield from _parted(doc, lexicon, span)
        return
    left = _LEFT.search(doc.source[max(0, span.start - 60) : span.start])
    right = _RIGHT.match(doc.source[span.end : span.end + 60])
    zh = key(span.of(doc.source))
    beside = [*(left[1].split(" ")[-1:] if left else ()), *(right[2].split(" ")[:1] if right else ())]
    said = _said(lexicon, zh, beside) | (_said(lexicon, zh[:-1], beside) if len(zh) > 2 and zh.endswith(_PARTICLES) or len(zh) == 2 and zh.endswith("的") else set())
    if len(span) == 1 and right and not right[1]:
        # 参Parameter: the first half of 参数, which the English says.
        for word in lexicon.pairs_with(zh):
            said |= _said(lexicon, word, beside)
    on_left = left is not None and _ends_with(left[1], said)
    on_right = right is not None and _starts_with(right[2], said)
    kin = not (on_left or on_right) and any(_is_kin(word.lower(), said) for word in beside)
    if left and not left[2] and not (on_left or on_right or kin):
        yield from _not_again(lexicon, span, left[1], zh)
        kin = _same_root(left[1].rpartition(" ")[2].lower(), said)
    if not (on_left or on_right or kin):
        return
    blank = " " if left and right and not left[2] and not right[1] else ""
    said_so = "doubling:left" if on_left else "doubling:right" if on_right else "kin:beside"
    yield Candidate(Span(span.start, span.end), blank, Origin("rule", "doubling"), (said_so,), 1.5 if kin else 2.0)


def _of_set_phrase(doc: Document, lexicon: Lexicon, span: Span) -> Iterator[Candidate]:
    """``burst哭`` "burst into tears", ``set设立 up``: half of a set phrase, or what both halves say around it."""
    before, after = doc.source[max(0, span.start - 60) : span.start], doc.source[span.end : span.end + 40]
    glued = before[-1:].isalpha()
    left = before.replace("\n", ". ").rpartition(".")[2].lower().split()
    right = _RIGHT.match(after)
    if not left or not left[-1].isalpha():
        return
    zh = key(span.of(doc.source))
    blank = " " if glued else ""
    wordings = [en for sense in lexicon.senses(zh)[:4] if sense.rank < 2 for en in (sense.term.en, *sense.term.also, *(text for _, text in sense.term.slots))]
    rest = completion(left, zh, frozenset(wordings), not glued and after.lstrip()[:1] not in tuple(",.;:!?"))
    if rest and not (right and _begins(right[2], rest.split(" "))):
        yield Candidate(span, blank + rest, Origin("rule", "doubling"), ("doubling:phrase",), 1.9)
    behind = right[2].lower().split(" ") if right else ()
    if right and any(_around(left, behind, en.split(" ")) for en in wordings if " " in en) or glued and is_said(left, zh) and (right or after[:1] in ",."):
        yield Candidate(Span(span.start - (not glued and before.endswith(" ")), span.end), " " if glued and right and not right[1] else "", Origin("rule", "doubling"), ("doubling:around",), 1.9)


def _begins(text: str, words_of: Sequence[str]) -> bool:
    return text.lower().split(" ")[: len(words_of)] == list(words_of)


def _around(left: Sequence[str], right: Sequence[str], phrase: Sequence[str]) -> bool:
    """ "set ... up": the wording stands around the place."""
    for size in range(1, len(phrase)):
        head, tail = phrase[:size], phrase[size:]
        if list(right[: len(tail)]) == list(tail) and len(left) >= size and list(left[-size + 1 :] if size > 1 else ()) == list(head[1:]) and head[0] in (left[-size], forms.bare(left[-size])):
            return True
    return False


def _parted(doc: Document, lexicon: Lexicon, span: Span) -> Iterator[Candidate]:
    """``apologize 道歉 for``, ``must 必须 stop``: with blanks around it only what the verb right beside it says, in the first sense of the Chinese."""
    before, after = doc.source[max(0, span.start - 60) : span.start], doc.source[span.end : span.end + 30]
    if not before.endswith(" ") or after[:1].isalpha() or not _may_be_verb(before):
        return
    zh = key(span.of(doc.source))
    senses = [sense.term for sense in lexicon.senses(zh)[:4] if sense.rank < 2]
    if not any(term.pos == "verb" or "verb" in dict(term.slots) for term in senses):
        return
    left = tag(before)[-1:]
    if not left or not left[0].lower.isalpha() or left[0].tag not in _VERBAL:
        return
    said = left[0].lower if left[0].tag == "M" else forms.bare(left[0].lower)
    wordings = [en for term in senses if term.pos == "verb" for en in (term.en, *term.also[:2])] + [dict(term.slots).get("verb", "") for term in senses]
    if said not in wordings and not any(en.partition(" ")[0] == said and en.partition(" ")[2] in _GOVERNED for en in wordings):
        return
    following = tag(after.lstrip())[:1]
    named = {dict(term.slots).get("noun") or (term.en if term.pos == "noun" else "") for term in senses} - {"", said}
    if named and following and following[0].tag in ("n", "N") and left[0].lower not in governors.SAYING:
        # "will produce 生产 lines": it belongs to the noun that follows.
        return
    yield Candidate(Span(span.start - 1, span.end), "", Origin("rule", "doubling"), ("doubling:left",), 1.3)


def _may_be_verb(before: str) -> bool:
    """Whether the last word of ``before`` can be a form of a verb at all: asked before its neighbours are read."""
    said = before.split()[-1:]
    last = _LETTERS.search(said[0]) if said else None
    return last is not None and not _VERBAL.isdisjoint(words.guess(last[0]))


def _not_again(lexicon: Lexicon, span: Span, left: str, zh: str) -> Iterator[Candidate]:
    """``didn't不知道``: the verb alone is left to say."""
    rest = next((zh.removeprefix(sign) for sign in _NEGATIONS if zh.startswith(sign)), "")
    if rest and _NEGATED.search(left):
        for sense in lexicon.senses(rest)[:2]:
            if sense.term.pos == "verb" and sense.rank < 2:
                yield Candidate(span, f" {sense.term.en}", Origin("rule", "doubling"), ("doubling:negation",), 1.6)


def _same_root(word: str, said: set[str]) -> bool:
    """ "around" beside 四周 "all around": the last word of a wording has the same root. One before it, "discount" of "discount coupon", says something else."""
    if len(word) < 5 or word.endswith(_DOERS):
        return False
    own = priors.root(word)
    return len(own) >= 5 and any(priors.root(last) == own for last in (text.rpartition(" ")[2] for text in said) if len(last) >= 5)


def _said(lexicon: Lexicon, zh: str, beside: Sequence[str]) -> set[str]:
    """Every English wording of ``zh`` in lower case; in all the forms that its part of speech has where one of the words ``beside`` could be one of them."""
    said: set[str] = set()
    initials = {word[:1].lower() for word in beside}
    for sense in lexicon.alone(zh):
        pos = sense.term.pos
        for kind, en in ((pos, sense.term.en), *((pos, also) for also in sense.term.also), *sense.term.slots):
            said.add(en.lower())
            if " " not in en and en.isalpha():
                # A form of one word begins as it does.
                if en[:1].lower() in initials or en.lower() in _OTHERWISE:
                    said.update(f(en).lower() for f in (forms.plural, forms.third_person, forms.past, forms.participle, forms.gerund))
            elif kind == "verb":
                said.update(f(en).lower() for f in (forms.third_person, forms.past, forms.participle, forms.gerund))
            if kind == "adj":
                said.add(forms.adverb(en).lower())
    return said | {word for roots, others in _DIRECTIONS for word in others if roots & said}


# But of these.
_OTHERWISE = ("be", "go", "eat")


def _ends_with(text: str, said: set[str]) -> bool:
    parts = text.lower().split(" ")
    return any(" ".join(parts[-n:]) in said for n in range(1, len(parts) + 1))


def _starts_with(text: str, said: set[str]) -> bool:
    parts = text.lower().split(" ")
    return any(" ".join(parts[:n]) in said for n in range(1, len(parts) + 1))


def _is_kin(word: str, said: set[str]) -> bool:
    """ "abundance" beside 丰富 "abundant": one word in two parts of speech, told by what they begin with."""
    if len(word) < _KIN or word.endswith(_DOERS):
        return False
    return any(_shared(word, own) >= max(_KIN, min(len(word), len(own)) - 2) for own in said if own.isalpha() and len(own) >= _KIN)


def _shared(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
