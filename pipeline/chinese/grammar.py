"""Runs of several words: a word lattice over the lexicon, then the rules of ``chinese.rules`` in a chart.

A phrase is a Term again (``巨大功能和意义`` -> noun "huge functions and significance"), so that it inflects like any other.
English is only made for what survives: the chart itself compares costs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pipeline.chinese import belonging, rendering
from pipeline.chinese.bound import AGENTS, COMPLEMENTS, DIVISIONS, HEADS, PERSON, PLACES, QUALITY, SCHOLAR, WORDS_AS_HEADS
from pipeline.chinese.closed_classes import (
    AND,
    AS_WHAT,
    ASKING,
    COMPLEMENT_PREPOSITIONS,
    COPULAS,
    DONE,
    DROPPED,
    GOING_ON,
    MODAL,
    NEGATIONS,
    OF,
    PASSIVE,
    POTENTIAL,
    PRONOUNS,
    SEASONS,
    SUCH_AS,
    THOUGHT,
    TIMES,
    WHAT_OF,
    WHETHER,
    WORTH,
    closed,
)
from pipeline.chinese.rendering import counts_several, is_modal, negated
from pipeline.chinese.rules import EXAMPLES, HOW_DONE, OWNED, SIDE_BY_SIDE, Rule, coordinated, copula, of_action
from pipeline.chinese.units import COUNTED
from pipeline.chinese.value import value, written
from pipeline.english import forms, words
from pipeline.english.realise import WITH_OBJECT, part_of_speech
from pipeline.lexicon.lexicon import Lexicon, Sense
from pipeline.lexicon.termbase import Term

LONGEST_RUN = 24
IN, WILL, AGAIN, IS = "在", "会", "又", "是"
_BEAM = 2
# What stands on both sides of 是.
_SUBJECTS, _PREDICATES = ("noun", "name", "np", "pron"), ("noun", "name", "np", "pron", "adj", "adv")
_INFLECT = {"s3": forms.third_person, "past": forms.past, "done": forms.participle, "ing": forms.gerund}
_POINTING = {"这": "this", "那": "that", "每": "every", "某": "a certain", "哪": "which"}
_COUNTED = re.compile(f"(?P<number>[一二三四五六七八九十百千万两]+)[{''.join(sign for sign in COUNTED if len(sign) == 1)}]")
# What a particle stands behind; behind a name 了 would be none.
_ENDED = {OF: ("adj", "noun", "name", "pp", "verb"), "地": ("adv", "pp"), **dict.fromkeys(("了", "过", "着"), ("verb", "adj", MODAL, "clause"))}
_READINGS = 6
# Parts of speech that are none outside of a phrase.
_INSIDE = ("personal", "as-whom", "alike-adj", "toward-what", "party-toward", "stance", "as-for", "a-bit", "what-of", "asking-to", "by-agent", "agented", "with-whom", "toward", "moving", "moved", "following", "asked", "whom", "likeness", "taken", "away-from", "than", "thought", "short-of", "different", "inclusive", "short-of-whom", "so-much", "so-adj", "question", "season")
# Inside of a run its characters belong to the words beside it: 年轻人中, no philtrum.
_ACROSS = ("人中",)
# What leads a verb that is no noun.
_LED, _LED_GAIN = (MODAL, "passive", "going-on"), 0.9
# A reading that costs so much more splits a word that another leaves whole: 重+新+启动 beside 重新+启动.
_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term that covers a run, what it was made of, its cost (lower is likelier), and the rank of its least trusted word."""

    term: Term
    cost: float
    parts: tuple[str, ...]
    rank: int


class _Node(NamedTuple):
    """A stretch of the run with its part of speech: a word, or a rule over two stretches; ``tail`` is a particle that falls away."""

    pos: str
    cost: float
    rank: int
    word: Term | None = None
    rule: Rule | None = None
    # Of the same type; a named tuple cannot say so of itself to every checker.
    left: Any = None
    right: Any = None
    link: str = ""
    over: bool = False


_Chart = dict[tuple[int, int], list[_Node]]


class _Cell:
    """The cheapest few of each part of speech that cover one stretch; nothing dearer is even made."""

    __slots__ = ("kept",)

    def __init__(self, nodes: Iterable[_Node]) -> None:
        self.kept: dict[str, list[_Node]] = {}
        for node in nodes:
            self.offer(node)

    def offer(self, node: _Node) -> None:
        """Keep ``node`` if it is among the cheapest of its part of speech."""
        if self._has_room(node.pos, node.cost):
            self._keep(node)

    def join(self, lefts: Iterable[_Node], rights: Sequence[_Node]) -> None:
        """Offer every rule over a node of ``lefts`` and one of ``rights``."""
        for a in lefts:
            for b in rights:
                for rule in SIDE_BY_SIDE.get((a.pos, b.pos), ()):
                    if rule.of_word and b.rule is not None or rule.nominal and b.left is not None and b.left.pos in _LED:
                        continue
                    if self._has_room(rule.pos, _cost(rule, a, b)):
                        self._keep(_node(rule, a, b))

    def nodes(self) -> list[_Node]:
        """What was kept, cheapest first."""
        return sorted((node for own in self.kept.values() for node in own), key=lambda n: n.cost)

    def _has_room(self, pos: str, cost: float) -> bool:
        own = self.kept.get(pos)
        return own is None or len(own) < _BEAM or cost < own[-1].cost

    def _keep(self, node: _Node) -> None:
        own = self.kept.setdefault(node.pos, [])
        own.append(node)
        own.sort(key=lambda n: n.cost)
        del own[_BEAM:]


def compose(run: str, lexicon: Lexicon, choose: Callable[[Sequence[Sense]], Sequence[Sense]]) -> list[Phrase]:
    """The phrases that cover the whole of ``run``, best first; empty where some of it is unknown or too long.

    ``choose`` orders and filters the senses of a word by its context.
    """
    if not 1 < len(run) <= LONGEST_RUN:
        return []
    if run[0] in (AGAIN, "既") and AGAIN in run[2:-1]:
        # 又累又饿: both are said of it.
        run = run[1:]
    chart = _lattice(run, lexicon, choose)
    size = len(run)
    for width in range(2, size + 1):
        for start in range(size - width + 1):
            end = start + width
            cell = _Cell(chart.get((start, end), ()))
            for middle in range(start + 1, end):
                lefts = chart.get((start, middle))
                if lefts:
                    cell.join(lefts, chart.get((middle, end), ()))
                    for node in _linked(run, chart, lefts, middle, end):
                        cell.offer(node)
            if cell.kept:
                chart[start, end] = cell.nodes()
    nodes = [node for node in chart.get((0, size), []) if node.pos not in _INSIDE][:_READINGS]
    whole = [_phrase(node) for node in nodes if node.cost <= nodes[0].cost + _MARGIN]
    return [phrase for phrase in whole if not _guesswork(phrase)]


def _lattice(run: str, lexicon: Lexicon, choose: Callable[[Sequence[Sense]], Sequence[Sense]]) -> _Chart:
    chart: _Chart = {}
    for start in range(len(run)):
        for worth in (worth for worth in WORTH if run.startswith(worth, start)):
            chart[start, start + len(worth)] = [_Node("worth", 0.3, 1, word=Term(worth, "worth", "worth")), *chart.get((start, start + len(worth)), ())]
        for what in (what for what in AS_WHAT if run.startswith(what, start)):
            chart[start, start + len(what)] = [_Node("as-what", 0.3, 1, word=Term(what, AS_WHAT[what], "as-what"))]
        for what in (what for what in WHAT_OF if start and run.startswith(what, start)):
            chart[start, start + len(what)] = [_Node("what-of", 0.3, 1, word=Term(what, WHAT_OF[what], "what-of")), *chart.get((start, start + len(what)), ())]
        for thought in (thought for thought in THOUGHT if start and run.startswith(thought, start)):
            chart[start, start + len(thought)] = [_Node("thought", 0.2, 1, word=Term(thought, THOUGHT[thought], "thought")), *chart.get((start, start + len(thought)), ())]
        for end, counter in _counters(run, start):
            chart[start, end] = [counter]
        for end, once in _twice(run, start):
            chart[start, end] = _Cell((*chart.get((start, end), ()), *(leaf._replace(cost=leaf.cost - 0.6) for leaf in _leaves(once, choose(lexicon.senses(once))) if leaf.pos == "verb"))).nodes()
        for word, _ in lexicon.words_at(run[start:]):
            if len(word) < len(run) and word not in (OF, *_ACROSS) and word not in DROPPED[:5]:
                senses = choose(lexicon.senses(word))
                if word == IN and (start or run.endswith(tuple(TIMES))):
                    # Behind a verb it leads to a place; only before one does it say that something is going on.
                    senses = [sense for sense in senses if sense.term.pos == "prep"]
                chart[start, start + len(word)] = _Cell((*chart.get((start, start + len(word)), ()), *_leaves(word, senses), *_bound(word, start, start + len(word) == len(run)))).nodes()
        if start and run[start] == "界" and (start, start + 1) not in chart:
            # It is no word of the dictionary.
            chart[start, start + 1] = _bound(run[start], start, start + 1 == len(run))
    return chart


def _leaves(word: str, senses: Sequence[Sense]) -> list[_Node]:
    leaves: dict[str, _Node] = {}
    if len(word) == 1 and any(sense.rank < 2 for sense in senses):
        # 和 is no "make peace" where the termbase knows it.
        senses = [sense for sense in senses if sense.rank < 2]
    for place, sense in enumerate(senses):
        pos = _role(sense.term)
        if pos not in leaves:
            # A character alone is rarely a word of its own; the dictionary is trusted less than what was written for this.
            cost = 1.0 + 0.25 * place + (1.2 if len(word) == 1 else 0.0) + (1.0 if sense.rank > 1 else 0.0) - 0.15 * min(len(word), 4)
            leaves[pos] = _Node(pos, cost, sense.rank, word=replace(sense.term, pos=pos))
    if word == IN:
        leaves["at"] = _Node("at", 0.6, 1, word=Term(word, "in", "at"))
    if word in ASKING:
        # 他为什么离开 is not "he why leaves".
        leaves = {"asking": _Node("asking", 0.6, 1, word=Term(word, ASKING[word], "asking"))}
    if word in PRONOUNS and "pron" in leaves:
        leaves["personal"] = leaves["pron"]._replace(pos="personal")
    if word in SEASONS and "noun" in leaves:
        leaves["season"] = leaves["noun"]._replace(pos="season")
    if word == GOING_ON:
        leaves.pop("adv", None)
        leaves["going-on"] = _Node("going-on", 0.3, 1, word=Term(word, "", "going-on"))
    for name, english, cost in closed(word):
        leaves[name] = _Node(name, cost, 1, word=Term(word, english, "verb" if name == MODAL else name))
    if word == WHETHER:
        return [_Node("whether", 0.5, 1, word=Term(word, "whether", "whether"))]
    return list(leaves.values())


def _role(term: Term) -> str:
    """The part of speech inside of a phrase: 无法 leads to a verb, 众多 counts."""
    pos = part_of_speech(term, term.en)
    if pos == "verb" and is_modal(term):
        return MODAL
    return "det" if pos == "adj" and counts_several(term.en) else pos


def _counters(run: str, start: int) -> list[tuple[int, _Node]]:
    """这家, 那本, 三名: a determiner or a number with the measure word of its noun; where it ends."""
    pair = run[start : start + 2]
    if len(pair) == 2 and pair[0] in _POINTING and pair[1] in COUNTED:
        return [(start + 2, _Node("det", 0.9, 1, word=Term(pair, _POINTING[pair[0]], "det")))]
    if len(pair) == 2 and pair[0] in "多数几" and pair[1] in "部款位名家条起场座项件支篇首枚辆台艘架" and start + 2 < len(run):
        # 多部, 数名.
        return [(start + 2, _Node("det", 0.3, 1, word=Term(pair, "several", "det")))]
    counted = _COUNTED.match(run, start)
    number = value(counted["number"]) if counted else None
    if counted is None or number is None:
        return []
    if counted["number"] == "一":
        return [(counted.end(), _Node("det", 0.5, 1, word=Term(counted.group(), "a", "det")))]
    return [(counted.end(), _Node("num", 0.9, 1, word=Term(counted.group(), written(number, True), "num")))]


def _twice(run: str, start: int) -> list[tuple[int, str]]:
    """讨论讨论, 谈谈, 谈一谈, 谈了谈: a verb that is said twice says it lightly; where it ends, and the verb once."""
    found = []
    for size, link in ((2, ""), (1, ""), (1, "一"), (1, "了")):
        once = run[start : start + size]
        end = start + 2 * size + len(link)
        if len(once) == size and run[start:end] == once + link + once:
            found.append((end, once))
    return found


def _bound(word: str, start: int, last: bool) -> list[_Node]:
    """What a character means as a part of a compound."""
    found: list[_Node] = []
    if word in HEADS:
        # 天气会好转: before a verb 会 is no meeting.
        found.append(_Node("head", 2.4 if word == WILL and not last else 1.2, 1, word=Term(word, HEADS[word], "head")))
    if start and word in DIVISIONS:
        found.append(_Node("division", 0.8, 1, word=Term(word, DIVISIONS[word], "division")))
    if start and word in PLACES:
        found.append(_Node("place", 0.8, 1, word=Term(word, PLACES[word], "place")))
    if start and word in TIMES:
        found.append(_Node("time", 0.8, 1, word=Term(word, TIMES[word], "time")))
    if start and word in COMPLEMENT_PREPOSITIONS:
        found.append(_Node("prep", 0.9, 1, word=Term(word, COMPLEMENT_PREPOSITIONS[word], "prep")))
    if start and word in AGENTS:
        found.append(_Node("agent", 0.8, 1, word=Term(word, "person", "agent")))
    if start and word in WORDS_AS_HEADS:
        found.append(_Node("head", 0.4, 1, word=WORDS_AS_HEADS[word]))
    for sign, pos in ((PERSON, "person"), (QUALITY, "quality"), (SCHOLAR, "scholar")):
        if start and word == sign:
            found.append(_Node(pos, 0.8, 1, word=Term(word, pos, pos)))
    return found


def _linked(run: str, chart: _Chart, lefts: Sequence[_Node], middle: int, end: int) -> list[_Node]:
    """``A 的 B`` and ``A 和 B``, the link standing at ``middle``; particles at the end fall away."""
    made: list[_Node] = []
    for link in (run[middle : middle + 1], run[middle : middle + 2], run[middle : middle + 3]):
        after = middle + len(link)
        if after == end and link in ("过的", "了的"):
            made += [_past_attribute(a, link) for a in lefts if a.pos == "verb" and a.word]
        if after == end and (link in DROPPED or link == OF):
            made += [_ended(a, link) for a in lefts if a.pos in _ENDED.get(link, (a.pos,))]
        if link == "得" and after < end:
            hows = [b._replace(cost=b.cost + 0.8 * (b.pos == "adv")) for b in chart.get((after, end), ()) if b.pos in ("adj", "adv")]
            made += [_node(HOW_DONE, a, b, link) for a in lefts if a.pos == "verb" for b in hows]
        if after == end and link in POTENTIAL:
            made += [_impossible(a, link) for a in lefts if a.pos == "verb"]
        if after == end and link in (IS, "不是"):
            made += [_being(a, link) for a in lefts if a.pos == "adv"]
        if after == end and link == "地":
            made += [adverbial for a in lefts if a.pos in ("adj", "noun", "verb") and (adverbial := _adverbial(a)) is not None]
        if after == end and link in COMPLEMENTS:
            # 上升到第五: what moves, moves somewhere.
            made += [a._replace(cost=a.cost + (1.6 if link == "到" and _moves(a) else 0.5)) for a in lefts if a.pos == "verb"]
        rights = chart.get((after, end), [])
        if link == OF:
            made += [_owned(a, b) for a in lefts for b in rights if (a.pos, b.pos) in OWNED]
        elif link == SUCH_AS:
            made += [_node(EXAMPLES, a, b, link)._replace(pos="noun") for a in lefts for b in rights if a.pos in ("noun", "name") and b.pos == "noun"]
        elif link in COPULAS:
            made += [_node(copula(link), a, b, link)._replace(pos="clause") for a in lefts if a.pos in _SUBJECTS for b in rights if b.pos in _PREDICATES]
        elif link in AND or link == AGAIN:
            pairs = [(a, b, coordinated(a.pos, AND.get(link, "and"))) for a in lefts for b in rights if a.pos == b.pos]
            made += [_node(rule, a, b, link) for a, b, rule in pairs if rule]
    return made


def _owned(a: _Node, b: _Node) -> _Node:
    """``A 的 B``; 科学的方法 is a "scientific method", but 教育的重要性 the "importance of education"."""
    node = _node(OWNED[a.pos, b.pos], a, b, OF)
    said = belonging.says_what_kind(a.word) and not (b.word and belonging.is_of_something(b.word)) if a.word and a.pos == b.pos == "noun" else False
    return node._replace(cost=node.cost + 0.4) if said else node


def _ended(node: _Node, particle: str) -> _Node:
    """With ``particle`` behind it, which falls away; 了 and 过 say that a verb is over and no noun, 们 that there are several."""
    word = node.word
    if word and particle == "们":
        word = replace(word, en=dict(word.forms).get("plural") or forms.plural(word.en), countable="plural") if word.pos == "noun" and not forms.is_plural(word.en) else word
    if word and node.pos == "verb" and particle == "着":
        # 坐着: what goes on beside something else.
        word = replace(word, slots=(("adv", dict(word.forms).get("ing") or forms.gerund(word.en)),))
    if word and node.pos == "verb" and particle == "了" and word.zh.startswith("不") and word.en.startswith(("not ", "do not ")):
        # 不去了: "no longer go".
        return node._replace(cost=node.cost + 0.3, word=replace(word, en=f"no longer {word.en.removeprefix('do ').removeprefix('not ')}", forms=(), slots=()))
    if word and node.pos == "verb" and particle in DONE:
        word = replace(word, slots=(), forms=(*word.forms, ("tense", "past")))
    if word is None and node.pos == "verb" and particle == "了" and node.left is not None and node.left.word is not None and node.left.word.zh == "不":
        # 不来了: "no longer comes".
        return node._replace(cost=node.cost + 0.3, left=node.left._replace(word=replace(node.left.word, zh="不再", en="no longer")))
    if word is None and node.pos == "clause" and particle in DONE and node.right is not None and node.right.pos == "verb":
        # 利润下降了: what is over is the verb's.
        return node._replace(cost=node.cost + 0.3, right=_ended(node.right, particle))
    # 公司的利润 is whose it is; 科学的方法 what kind.
    owning = particle == OF and node.pos == "noun" and not (word and belonging.says_what_kind(word))
    return node._replace(cost=node.cost + (0.6 if owning else 0.3), word=word, over=word is None and particle in DONE)


_MOVING = frozenset(
    "rise climb fall drop increase decrease grow return go come walk run move travel fly drive rush hurry push send submit upload transfer migrate switch deliver ship spread extend expand raise lower reduce "
    "cut promote advance retreat recover rebound pick shift post add lead take bring carry save commit".split()
)


def _moves(node: _Node) -> bool:
    return node.word is not None and node.word.en.split(" ")[0] in _MOVING


def _impossible(node: _Node, link: str) -> _Node:
    """听不到: "cannot hear"."""
    term = _term(node)
    own = (("s3", f"cannot {term.en}"), ("plain", f"cannot {term.en}"), ("past", f"could not {term.en}"), ("done", f"been unable to {term.en}"), ("ing", f"being unable to {term.en}"))
    return _Node("verb", node.cost + 0.2, node.rank, word=Term(term.zh + link, f"cannot {term.en}", "verb", slots=(("adj", f"impossible to {term.en}"),), forms=own))


def _being(node: _Node, link: str) -> _Node:
    """一直是: "has always been", 绝对不是 "is absolutely not"."""
    how = _term(node).en + ("" if link == IS else " not")
    own = (("s3", f"is {how}"), ("plain", f"are {how}"), ("past", f"was {how}"), ("done", f"{how} been"), ("ing", how))
    return _Node("verb", node.cost + 0.1, node.rank, word=Term(_term(node).zh + link, f"{how} be", "verb", slots=(("adj", how),), forms=own))


def _adverbial(node: _Node) -> _Node | None:
    """礼貌地 "politely", 公开透明地 "publicly and transparently"."""
    term = _term(node)
    parts = term.en.split(" and ")
    slots = dict(term.slots)
    own = slots.get("adv")
    quality = slots.get("adj") or slots.get("attr") or ""
    if not own and node.pos == "noun" and quality.isalpha():
        own = forms.adverb(quality)
    if not own and node.pos == "verb":
        own = dict(term.forms).get("ing") or forms.gerund(term.en)
    if not own and (node.pos != "adj" or not all(part.isalpha() for part in parts)):
        return node._replace(cost=node.cost + 0.3)
    return _Node("adv", node.cost, node.rank, word=Term(f"{term.zh}地", own or " and ".join(map(forms.adverb, parts)), "adv"))


def _past_attribute(node: _Node, particle: str) -> _Node:
    """修改过的: what has been done to the noun that follows."""
    assert node.word is not None
    done = dict(node.word.forms).get("done") or forms.participle(node.word.en)
    return _Node("adj", node.cost + 0.2, node.rank, word=Term(node.word.zh + particle, done, "adj"))


def _cost(rule: Rule, left: _Node, right: _Node) -> float:
    # 市场会下跌: a verb that is led has its subject before it.
    led = rule.pos == "clause" and right.left is not None and right.left.pos in _LED
    # 用自然光拍摄 is something done with light, and hardly with "light shootings".
    # 将继续增长: what takes "to" is followed by a verb, not by its name.
    taken = -0.6 if rule.make is rendering.verb_verb and left.word is not None and rendering.takes_verb(left.word) else 0.0
    action = taken + (1.0 if left.pos == "prep" and right.rule is not None and right.rule.nominal else 0.0)
    # 消费者信心的下降 is what 消费者信心 does: 的 binds less than what stands side by side.
    # 城市化进程 is hardly an urbanized process.
    action += 0.5 if rule.make is rendering.plain and left.pos == "adj" and left.word is not None and len(left.word.zh) > 2 and left.word.zh.endswith("化") else 0.0
    action += 0.8 if rule.make is rendering.noun_noun and right.link == OF else 0.0
    return left.cost + right.cost + rule.cost + action - (_LED_GAIN if led else 0.0) + (of_action(rule, right.word) if left.pos == "verb" else 0.0)


def _node(rule: Rule, left: _Node, right: _Node, link: str = "") -> _Node:
    return _Node(rule.pos, _cost(rule, left, right), max(left.rank, right.rank), None, rule, left, right, link)


def _phrase(node: _Node) -> Phrase:
    term = _term(node)
    if term.zh.startswith("最") and term.pos == "noun" and OF in term.zh and not forms.is_plural(term.en):
        # 最大的问题: of the largest there is one.
        term = replace(term, en=f"the {term.en}", pos="np")
    return Phrase(replace(term, pos="verb") if term.pos == MODAL else term, node.cost, _parts(node), node.rank)


def _term(node: _Node) -> Term:
    if node.rule is None or node.left is None or node.right is None:
        assert node.word is not None
        return node.word
    left, right = _term(node.left), _term(node.right)
    english = node.rule.make(left, right)
    inflected: tuple[tuple[str, str], ...] = ()
    if node.pos in ("verb", MODAL) and right.pos in ("verb", MODAL):
        inflected = _led(left, right.en) if is_modal(left) else _inflected(english, right) if left.pos in ("adv", "adj") else ()
    if node.pos == "verb" and left.pos == "verb" and right.pos == "prep":
        inflected = _led(left, english.removeprefix(left.en).strip())
    if left.pos == "adv" and left.zh in NEGATIONS and not (left.zh == "不" and ("tense", "past") in right.forms) and right.pos == node.pos and node.pos in ("verb", MODAL):
        inflected = negated(right, left)
    if left.pos == "going-on":
        rest = english.removeprefix("be ")
        inflected = (("s3", f"is {rest}"), ("plain", f"are {rest}"), ("past", f"was {rest}"), ("done", f"been {rest}"), ("ing", rest))
    if node.pos == "verb" and not inflected:
        inflected = _phrasal(left, right, english)
    if node.pos == "verb" and (left.pos == "verb" and right.pos in ("noun", "np", "name") or WITH_OBJECT in (*left.forms, *right.forms)):
        inflected = (*inflected, WITH_OBJECT)
    if node.pos == "verb" and (node.over or any(side.pos == "verb" and ("tense", "past") in side.forms for side in (left, right))):
        # 发布了新规定: it is over, object and all.
        inflected = (*inflected, ("tense", "past"))
    if right.pos == "noun" and (node.pos == "noun" or node.link == OF and right.countable not in ("no", "plural")) and english.startswith((f"{right.en} ", f"the {right.en} ")):
        # "a contestant taking part in it", "the impact on it": the noun that is counted goes first.
        many = dict(right.forms).get("plural") or forms.plural(right.en)
        inflected = (("plural", english.replace(right.en, many, 1)),)
    elif right.pos == "noun" and node.pos == "np" and node.link == OF and english.endswith(f" {right.en}") and right.countable not in ("no", "plural"):
        inflected = (("plural", english.removesuffix(right.en) + (dict(right.forms).get("plural") or forms.plural(right.en))),)
    slots: tuple[tuple[str, str], ...] = ()
    if left.pos == "adv" and left.zh in NEGATIONS and right.pos == node.pos == "verb" and not right.en.startswith("be "):
        # 不支持: what is so is "not supported".
        slots = (("adj", f"not {_form(right, 'done')}"),)
    elif left.pos == "as-whom" and right.pos in ("alike", "different") and not left.zh.startswith("像"):
        # 和父亲一样, ...: "like the father".
        slots = (("adv", f"{'like' if right.pos == 'alike' else 'unlike'} {left.en}"),)
    elif left.pos == "adv" and left.en.isalpha() and right.pos == node.pos == "verb" and (quality := dict(right.slots).get("adj")):
        # 几乎听不到: "almost impossible to hear".
        slots = (("adj", f"{left.en} {quality}"),)
    return Term(left.zh + node.link + right.zh, english, node.pos, slots=slots, forms=inflected, countable=_countable(node, right))


def _phrasal(left: Term, right: Term, english: str) -> tuple[tuple[str, str], ...]:
    """The forms of a phrase by those of its verbs: both of "promote and protect", the first of "already sent it"."""
    between = english.removeprefix(left.en).removesuffix(right.en)
    if left.pos == right.pos == "verb" and between in (" and ", " or "):
        return tuple((name, f"{_form(left, name)}{between}{_form(right, name)}") for name in _INFLECT)
    if left.pos == "verb" and left.forms and english.startswith(f"{left.en} "):
        return _led(left, english[len(left.en) + 1 :])
    if right.pos == "verb" and right.forms and left.pos in ("pp", "conj"):
        return _inflected(english, right)
    return ()


def _form(verb: Term, name: str) -> str:
    return dict(verb.forms).get(name) or _INFLECT[name](verb.en)


def _led(verb: Term, rest: str) -> tuple[tuple[str, str], ...]:
    """The forms of a phrase whose first verb changes: "cannot modify" -> "could not modify", "sell to" -> "sold to"."""
    return tuple((name, f"{_form(verb, name)} {rest}") for name in _INFLECT)


def _inflected(english: str, verb: Term) -> tuple[tuple[str, str], ...]:
    """The forms of an adverb with its verb: only the verb changes, "far exceed" -> "far exceeds"."""
    if not english.endswith(verb.en):
        return ()
    before = english[: -len(verb.en)]
    return tuple((name, before + _form(verb, name)) for name in _INFLECT)


def _countable(node: _Node, head: Term) -> str:
    if node.pos != "noun":
        return ""
    if node.link in AND:
        return "plural"
    return head.countable or ("no" if words.countable(head.en.rsplit(" ", 1)[-1]) is False else "")


def _parts(node: _Node) -> tuple[str, ...]:
    if node.left is None or node.right is None:
        return (node.word.zh,) if node.word else ()
    return (*_parts(node.left), *filter(None, (node.link,)), *_parts(node.right))


def _guesswork(phrase: Phrase) -> bool:
    """Single characters of a dictionary strung together make no phrase: 杯水车薪 is no "cup water car firewood"."""
    single = sum(len(part) == 1 for part in phrase.parts if part not in AND and part not in (OF, PASSIVE) and part not in HEADS and part not in PLACES and part not in AGENTS)
    if len(phrase.parts) == 2 and phrase.parts[1] in PRONOUNS:
        # 骂我: whom is no guess.
        return False
    if phrase.parts[0] == PASSIVE and len(phrase.parts) == 2 or len(phrase.parts) == 1 or AGAIN in phrase.parts:
        return False
    return phrase.rank > 1 and single * 3 > len(phrase.parts)
