"""The words of a run, each where it stands: what the lexicon, the closed classes and the parts of compounds say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.chinese.bound import AGENTS, DIVISIONS, HEADS, PERSON, PLACES, QUALITY, SCHOLAR, WORDS_AS_HEADS
from pipeline.chinese.closed_classes import (
    A_BIT,
    AS_WHAT,
    ASKING,
    BY_FAR,
    CAUSING,
    COMPLEMENT_PREPOSITIONS,
    DROPPED,
    EVERY,
    GOING_ON,
    MODAL,
    OF,
    PRONOUNS,
    SEASONS,
    SPELLED,
    THINKING,
    THOUGHT,
    TIMES,
    WHAT_OF,
    WHETHER,
    WORTH,
    closed,
)
from pipeline.chinese.composition.parted_verbs import lasted, parted
from pipeline.chinese.composition.rules import Rule
from pipeline.chinese.composition.told_apart import in_a_row, till, times_more
from pipeline.chinese.numbers.clock import times_in
from pipeline.chinese.numbers.numerals import quantities
from pipeline.chinese.numbers.units import COUNTED, MEASURES
from pipeline.chinese.numbers.value import value, written
from pipeline.chinese.phrases import clauses
from pipeline.chinese.phrases.compared import by_how_much
from pipeline.chinese.phrases.complements import able, over, unable, without
from pipeline.chinese.phrases.manner import manner, to_what_point
from pipeline.chinese.phrases.noun_phrases import counts_several
from pipeline.chinese.phrases.verb_chains import is_modal
from pipeline.english.inflection import forms
from pipeline.english.vocabulary.times import is_time
from pipeline.english.wording.parts import part_of_speech
from pipeline.lexicon.lexicon import Lexicon, Sense
from pipeline.lexicon.termbase import Term

IN, WILL = "在", "会"
# Inside of a run its characters belong to the words beside it: 年轻人中, no philtrum.
_ACROSS = ("人中", "把门")
_BEAM = 2
_POINTING = {"这": "this", "那": "that", "每": "every", "某": "a certain", "哪": "which"}
_COUNTED = re.compile(f"(?P<number>[一二三四五六七八九十百千万两]+)[{''.join(sign for sign in COUNTED if len(sign) == 1)}]")

_TIMED = re.compile(r"第?(?P<n>[一二三四])季度?(?=的?[^\W\d_])|(?P<half>上半|下半)年(?=的?[^\W\d_])")
_ORDINALS, _HALVES = {"一": "first", "二": "second", "三": "third", "四": "fourth"}, {"上半": "first", "下半": "second"}


_COLOURS = {"白": "white", "黑": "black", "红": "red", "青": "green", "蓝": "blue", "绿": "green", "灰": "gray", "紫": "purple", "黄": "yellow", "粉": "pink", "素": "plain"}
_WORN = {"衣": "{}", "袍": "{} robes", "裙": "a {} dress", "甲": "{} armor", "裳": "{}"}
_DRESSED = re.compile(f"([{''.join(_COLOURS)}])色?([{''.join(_WORN)}])(?=的?(?:女|男|少|老|青年|小厮|姑娘|人|汉|剑客|修士|道人|和尚|书生|公子|小姐|妇|武士|弟子|将军|侍|宫女|丫鬟|新娘))")


class Node(NamedTuple):
    """A stretch of the run with its part of speech: a word, or a rule over two stretches; ``over``: 了 closes the phrase, or 的 the word."""

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


Chart = dict[tuple[int, int], list[Node]]


class Cell:
    """The cheapest few of each part of speech that cover one stretch; nothing dearer is even made."""

    __slots__ = ("kept",)

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.kept: dict[str, list[Node]] = {}
        for node in nodes:
            self.offer(node)

    def offer(self, node: Node) -> None:
        """Keep ``node`` if it is among the cheapest of its part of speech."""
        if self.has_room(node.pos, node.cost):
            self.keep(node)

    def nodes(self) -> list[Node]:
        """What was kept, cheapest first."""
        return sorted((node for own in self.kept.values() for node in own), key=lambda n: n.cost)

    def has_room(self, pos: str, cost: float) -> bool:
        """True where a node of ``cost`` would be kept."""
        own = self.kept.get(pos)
        return own is None or len(own) < _BEAM or cost < own[-1].cost

    def keep(self, node: Node) -> None:
        """Keep ``node``, for which there is room."""
        own = self.kept.setdefault(node.pos, [])
        own.append(node)
        own.sort(key=lambda n: n.cost)
        del own[_BEAM:]


Starts = dict[str, list[str]]


def _by_first(words: Iterable[str]) -> Starts:
    """``words`` by their first character: of a hundred no more than one or two have to be compared."""
    found: Starts = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found


def _at(run: str, start: int, words: Starts) -> list[str]:
    """Those of ``words`` that stand at ``start``."""
    return [word for word in words.get(run[start], ()) if run.startswith(word, start)]


_WORTH, _AS_WHAT, _WHAT_OF, _THOUGHT, _SPELLED = map(_by_first, (WORTH, AS_WHAT, WHAT_OF, THOUGHT, SPELLED))
_BY_FAR, _A_BIT = (_by_first(sign for sign in signs if len(sign) > 2) for signs in (BY_FAR, A_BIT))


def lattice(run: str, lexicon: Lexicon, choose: Callable[[Sequence[Sense]], Sequence[Sense]]) -> Chart:
    """What each stretch of ``run`` is that is one word."""
    chart: Chart = {}
    for start, end, when in times_in(run):
        chart[start, end] = [*chart.get((start, end), ()), Node(when.pos, 1.4 if when.pos == "name" else 0.3, 1, word=when)]
    for start in range(len(run)):
        for worth in _at(run, start, _WORTH):
            chart[start, start + len(worth)] = [Node("worth", 0.3, 1, word=Term(worth, "worth", "worth")), *chart.get((start, start + len(worth)), ())]
        for what in _at(run, start, _AS_WHAT):
            chart[start, start + len(what)] = [Node("as-what", 0.3, 1, word=Term(what, AS_WHAT[what], "as-what"))]
        for what in _at(run, start, _WHAT_OF) if start else ():
            chart[start, start + len(what)] = [Node("what-of", 0.3, 1, word=Term(what, WHAT_OF[what], "what-of")), *chart.get((start, start + len(what)), ())]
        for by_far in _at(run, start, _BY_FAR) if start else ():
            chart[start, start + len(by_far)] = [Node("by-far", 0.1, 1, word=Term(by_far, "much", "by-far"))]
        for bit in _at(run, start, _A_BIT) if start else ():
            chart[start, start + len(bit)] = [Node("a-bit", 0.1, 1, word=Term(bit, "", "a-bit"))]
        if run[start : start + 3] in THINKING:
            chart[start, start + 3] = [Node("v-what", 0.2, 1, word=Term(run[start : start + 3], THINKING[run[start : start + 3]], "v-what", forms=(("asking", "what"),)))]
        for thought in _at(run, start, _THOUGHT) if start else ():
            chart[start, start + len(thought)] = [Node("thought", 0.2, 1, word=Term(thought, THOUGHT[thought], "thought")), *chart.get((start, start + len(thought)), ())]
        for spelled in _at(run, start, _SPELLED):
            own = (Node(name, cost, 1, word=Term(spelled, english, name)) for name, english, cost in closed(spelled))
            chart[start, start + len(spelled)] = Cell((*own, *chart.get((start, start + len(spelled)), ()))).nodes()
        if more := by_how_much(run, start):
            chart[start, more[0]] = [Node("adj-by", 0.4, 1, word=more[1])]
        if timed := _TIMED.match(run, start):
            # 第三季度业绩: "third-quarter results".
            part = _ORDINALS.get(timed["n"] or "", "") + "-quarter" if timed["n"] else f"{_HALVES[timed['half']]}-half"
            chart[start, timed.end()] = [Node("adj", 0.0, 1, word=Term(timed.group(), part, "adj"))]
        if dressed := _DRESSED.match(run, start):
            # 红衣女子: "woman in red".
            colour, worn = _COLOURS[dressed[1]], _WORN[dressed[2]]
            chart[start, dressed.end()] = [Node("pp", -0.6, 1, word=Term(dressed.group(), f"in {worn.format(colour)}", "pp"))]
        for end, counter in _counters(run, start):
            chart[start, end] = [counter]
        for end, once in _twice(run, start):
            leaves = _leaves(once, choose(lexicon.senses(once)))
            # 冰凉冰凉的 is "ice-cold".
            doubled = [leaf._replace(cost=leaf.cost - 0.6) for leaf in leaves if leaf.pos == "verb" or leaf.pos == "adj" and len(once) == 2]
            if len(once) == 1:
                doubled += [_how(leaf, run[start:end]) for leaf in leaves if leaf.pos == "adj" and leaf.word is not None]
            chart[start, end] = Cell((*chart.get((start, end), ()), *doubled)).nodes()
        for end, whole, so_long in parted(run, start, lambda word: any(sense.term.pos == "verb" for sense in lexicon.senses(word))):
            done = (leaf._replace(cost=leaf.cost - 0.6, word=lasted(leaf.word, so_long)) for leaf in _leaves(whole, choose(lexicon.senses(whole))) if leaf.pos == "verb" and leaf.word)
            chart[start, end] = Cell((*chart.get((start, end), ()), *done)).nodes()
        for word, _ in lexicon.words_at(run[start:]):
            if word == "目的" and start and any(sense.rank < 2 for sense in lexicon.senses(run[start - 1 : start + 1])):
                # 项目的: of the project, no purpose.
                continue
            if word == "够" and start and run[start - 1] in "能足":
                continue
            if start and word == "前" and run[start - 1 :] in _NO_TIME_BEFORE:
                continue
            if len(word) < len(run) and word not in (OF, *_ACROSS) and word not in DROPPED[:5]:
                senses = choose(lexicon.senses(word))
                if word in ("前", "后") and start and start + 1 == len(run):
                    # 年底前: at the end it is no "former".
                    senses = [sense for sense in senses if sense.term.pos not in ("adj", "verb")]
                if len(word) > 1 and word[-1] == "一" and run[start + len(word) : start + len(word) + 1] in ("点", "些"):
                    # 大一点 is no freshman.
                    continue
                if word == IN and start and run[:start] in PRONOUNS:
                    # 他在撒谎: he is at it.
                    chart[start, start + 1] = [Node("going-on", 0.6, 1, word=Term(word, "", "going-on")), *chart.get((start, start + 1), ())]
                if word == IN and (start or run.endswith(tuple(TIMES)) or _is_place(lexicon.senses(run[1:3])) or _is_place(lexicon.senses(run[1:5]))):
                    # Behind a verb it leads to a place; only before one does it say that something is going on.
                    senses = [sense for sense in senses if sense.term.pos == "prep"]
                chart[start, start + len(word)] = Cell((*chart.get((start, start + len(word)), ()), *_leaves(word, senses, start > 0 and start + len(word) == len(run)), *(_bound(word, start, start + len(word) == len(run), run[start - 1 : start]) if not _ends_word(run, start, word, lexicon) else ()))).nodes()
        if start and run[start] == "界" and (start, start + 1) not in chart:
            # It is no word of the dictionary.
            chart[start, start + 1] = _bound(run[start], start, start + 1 == len(run), run[start - 1 : start])
    for at in (n + 1 for n, sign in enumerate(run[:-1]) if sign == "得"):
        quality = next((sense.term for sense in choose(lexicon.senses(run[: at - 1])) if sense.term.pos == "adj"), None)
        if quality and (so := to_what_point(run[at:], quality.en)):
            chart[0, len(run)] = [Node("adj", -1.0, 1, word=Term(run, so, "adj"))]
        how = manner(run[at:], lambda word: next((sense.term for sense in choose(lexicon.senses(word)) if sense.term.pos == "adj"), None))
        if how and not (at > 1 and any(sense.term.pos == "verb" for sense in lexicon.senses(run[at - 2 : at]))):
            # 觉得很好 has no manner. Behind an English verb the run begins with 得: "ran 得很快".
            place = (at if at > 1 else 0, len(run))
            chart[place] = [Node("adv", -1.0, 1, word=Term(run[place[0] :], how, "adv"))]
    for start, end, whole_term in (*till(run), *times_more(run), *in_a_row(run)):
        chart[start, end] = Cell((*chart.get((start, end), ()), Node(whole_term.pos, 0.4, 1, word=whole_term))).nodes()
    for start, end, amount in _amounts(run):
        chart[start, end] = Cell((*chart.get((start, end), ()), amount)).nodes()
    for particle, read in _PARTED.items():
        for start, end, once in without(run, particle):
            if particle == "得" and once[-1:] in "好快慢晚早差糟多少久":
                # 卖得好 is how it sells.
                continue
            if "不得" in run[start:end]:
                # 不得在此停车: it must not.
                continue
            # 抬起了头, 打不开: one word, and it is over, or cannot be.
            known = [leaf for leaf in _leaves(once, choose(lexicon.senses(once))) if leaf.pos == "verb" and leaf.rank < 2 and leaf.word is not None]
            if particle == "不" and once.endswith("起来") and not known:
                # 高兴不起来: "cannot be happy".
                quality = next((sense.term for sense in choose(lexicon.senses(once[:-2])) if sense.term.pos == "adj" and sense.rank < 2), None)
                if quality:
                    chart[start, end] = Cell((*chart.get((start, end), ()), Node("verb", 0.6, 1, word=unable(Term(once, f"be {quality.en}", "verb"), "")))).nodes()
            if known:
                read_so = (leaf._replace(cost=leaf.cost - 0.6, word=read(leaf.word)) for leaf in known if leaf.word is not None)
                chart[start, end] = Cell((*chart.get((start, end), ()), *read_so)).nodes()
    return chart


def _is_place(senses: Sequence[Sense]) -> bool:
    """在室内运动: what 在 leads to is no verb."""
    known = [sense.term.pos for sense in senses if sense.rank < 2]
    return bool(known) and all(pos in ("noun", "name", "pp", "adv") for pos in known)


def _ends_word(run: str, start: int, sign: str, lexicon: Lexicon) -> bool:
    """离婚案件: what is the end of a word with the character before it is no head of its own."""
    return len(sign) == 1 and (sign in HEADS or sign == "员") and sign not in PLACES and sign not in TIMES and start > (0 if sign == "员" else 2) and start + 1 == len(run) and any(sense.rank < 2 and sense.term.pos == "noun" for sense in lexicon.senses(run[start - 1 : start + 1]))


# In these 前 stands behind nothing.
_NO_TIME_BEFORE = frozenset("目前 以前 之前 从前 眼前 面前 当前 提前 先前 此前 日前 空前 跟前 身前 胸前".split())
_PARTED: dict[str, Callable[[Term], Term]] = {"了": over, "不": lambda verb: unable(verb, ""), "得": able}


def _leaves(word: str, senses: Sequence[Sense], ended: bool = False) -> list[Node]:
    leaves: dict[str, Node] = {}
    if len(word) == 1 and any(sense.rank < 2 for sense in senses):
        # 和 is no "make peace" where the termbase knows it.
        senses = [sense for sense in senses if sense.rank < 2]
    for place, sense in enumerate(senses):
        pos = _role(sense.term)
        if pos not in leaves:
            # A character alone is rarely a word of its own; the dictionary is trusted less than what was written for this.
            cost = 1.0 + 0.25 * place + (1.2 if len(word) == 1 else 0.0) + (1.0 if sense.rank > 1 else 0.0) - 0.15 * min(len(word), 4)
            leaves[pos] = Node(pos, cost, sense.rank, word=sense.term if sense.term.pos == pos else replace(sense.term, pos=pos))
    if "det" in leaves and "adj" in leaves:
        # 大量游客 are many.
        leaves["adj"] = leaves["adj"]._replace(cost=leaves["adj"].cost + 0.6)
    if "verb" in leaves and "adj" in leaves and leaves["adj"].rank < 2:
        # 丰富经验 is rich experience: what something is stands before it more often than what is done to it.
        leaves["verb"] = leaves["verb"]._replace(cost=leaves["verb"].cost + 0.6)
    if "det" in leaves and "noun" in leaves:
        # 大多数受访者: "most respondents", and no majority ones.
        leaves["noun"] = leaves["noun"]._replace(cost=leaves["noun"].cost + 2.2)
    if "det" in leaves and len(word) > 1:
        # 部分原因 are some reasons: what counts does so before it describes.
        leaves["det"] = leaves["det"]._replace(cost=leaves["det"].cost - 0.4)
    if word in CAUSING:
        leaves.pop("prep", None)
    if word == "将":
        leaves.pop("prep", None)
    if ended and word in TIMES:
        # 战争爆发以前: behind its clause it is no "past".
        leaves = {}
    if word in clauses.WEATHER:
        leaves["clause"] = Node("clause", 0.6, 1, word=clauses.weather(word))
    if word in ("当", "每当"):
        leaves["at"] = Node("at", 0.6, 1, word=Term(word, "when", "at"))
    if word == IN:
        leaves["at"] = Node("at", 0.6, 1, word=Term(word, "in", "at"))
    if word in ASKING:
        # 他为什么离开 is not "he why leaves".
        leaves = {"asking": Node("asking", 0.6, 1, word=Term(word, ASKING[word], "asking"))}
    if word in PRONOUNS and "pron" in leaves:
        leaves["personal"] = leaves["pron"]._replace(pos="personal")
    if "adv" in leaves and leaves["adv"].word is not None and is_time(leaves["adv"].word.en):
        leaves["dated"] = leaves["adv"]._replace(pos="dated")
    if "adv" in leaves and "adj" not in leaves and word not in EVERY and leaves["adv"].word is not None and not is_time(leaves["adv"].word.en) and "attr" in dict(leaves["adv"].word.slots):
        # 国内外专家: "domestic and foreign experts".
        leaves["adj"] = leaves["adv"]._replace(pos="adj", cost=leaves["adv"].cost + 0.1)
    if word in SEASONS and "noun" in leaves:
        leaves["season"] = leaves["noun"]._replace(pos="season")
    if word == GOING_ON:
        leaves.pop("adv", None)
        leaves["going-on"] = Node("going-on", 0.3, 1, word=Term(word, "", "going-on"))
    for name, english, cost in closed(word):
        leaves[name] = Node(name, cost, 1, word=Term(word, english, "verb" if name == MODAL else name))
    if word == WHETHER:
        return [Node("whether", 0.5, 1, word=Term(word, "whether", "whether"))]
    return list(leaves.values())


def _role(term: Term) -> str:
    """The part of speech inside of a phrase: 无法 leads to a verb, 众多 counts."""
    pos = part_of_speech(term, term.en)
    if pos == "verb" and is_modal(term):
        return MODAL
    return "det" if pos == "adj" and counts_several(term.en) else pos


def _counters(run: str, start: int) -> list[tuple[int, Node]]:
    """这家, 那本, 三名: a determiner or a number with the measure word of its noun; where it ends."""
    pair = run[start : start + 2]
    if len(pair) == 2 and pair[0] in _POINTING and pair[1] in COUNTED:
        return [(start + 2, Node("det", 0.9, 1, word=Term(pair, _POINTING[pair[0]], "det")))]
    if len(pair) == 2 and pair[0] in "多数几" and pair[1] in "部款位名家条起场座项件支篇首枚辆台艘架次种类份批" and start + 2 < len(run):
        # 多部, 数名.
        return [(start + 2, Node("det", 0.3, 1, word=Term(pair, "several", "det")))]
    if pair[:1] in ("这", "那") and (several := _COUNTED.match(run, start + 1)) and several["number"] != "一" and (some := value(several["number"])) is not None:
        # 这两种药物: "these two drugs".
        return [(several.end(), Node("num", 0.3, 1, word=Term(several.group(), f"{'these' if pair[0] == '这' else 'those'} {written(some, True)}", "num")))]
    if run.startswith("最后一", start) and run[start + 3 : start + 4] in tuple("班个次名位届集章本场天页节轮道件") and start + 4 < len(run):
        # 最后一班火车: "the last train".
        return [(start + 4, Node("adj", 0.0, 1, word=Term(run[start : start + 4], "last", "adj")))]
    counted = _COUNTED.match(run, start)
    number = value(counted["number"]) if counted else None
    if counted is None or number is None:
        return []
    if counted["number"] == "一":
        return [(counted.end(), Node("det", 0.5, 1, word=Term(counted.group(), "a", "det")))]
    return [(counted.end(), Node("num", 0.9, 1, word=Term(counted.group(), written(number, True), "num")))]


_LAST = {"最后": "last", "最初": "first", "开头": "first", "剩余": "remaining", "剩下": "remaining"}
_LONG = re.compile(r"([a-z]+|\d+) (?:years|months|weeks|days|hours|minutes)")
_NUMERIC = re.compile(r"[\d一二两三四五六七八九十百千万亿几数]")


def _amounts(run: str) -> Iterator[tuple[int, int, Node]]:
    """十多家, 数百名, 三岁以下: what counts the noun that follows, or tells which; where it starts and ends."""
    for amount in quantities(run) if _NUMERIC.search(run) else ():
        text, said = run[amount.start : amount.end], amount.head
        if amount.end - amount.start < 2 or amount.start and run[amount.start - 1] in "这那第每":
            continue
        if amount.kind == "measure" and amount.unit in MEASURES and run[max(0, amount.start - 2) : amount.start] == "提前":
            # 提前三个月预订: "book three months in advance".
            yield amount.start - 2, amount.end, Node("adv", -0.4, 1, word=Term(f"提前{text}", f"{said} in advance", "adv"))
        if amount.attributive and amount.unit in COUNTED and (amount.plural or said.endswith(" of")):
            yield amount.start, amount.end, Node("num", 0.1, 1, word=Term(text, said, "num"))
        elif amount.kind == "ordinal" and amount.unit == "轮" and amount.end < len(run):
            # 第一轮裁员: "the first round of layoffs".
            yield amount.start, amount.end, Node("num", -0.3, 1, word=Term(text, f"{said.removesuffix(' round')} round of", "num"))
        elif amount.kind == "ordinal" and amount.unit in COUNTED and amount.attributive:
            # 中国第一家无人超市: "China's first unmanned supermarket".
            yield amount.start, amount.end, Node("adj", 0.3, 1, word=Term(text, said, "adj"))
        elif amount.unit == "" and said.startswith(("under ", "over ", "aged ", "at least ")) and "岁" in text:
            yield amount.start, amount.end, Node("pp", 0.0, 1, word=Term(text, said, "pp"))
        elif amount.kind == "money":
            yield amount.start, amount.end, Node("np", 0.0, 1, word=Term(text, said, "np"))
            yield amount.start, amount.end, Node("amount", 0.0, 1, word=Term(text, said, "amount"))
        elif amount.kind in ("fraction", "percent") and amount.end < len(run) - 1:
            # 三分之一的新员工: "one third of the new employees".
            yield amount.start, amount.end + (run[amount.end] == OF), Node("num", 0.1, 1, word=Term(text, f"{said} of the", "num"))
        elif amount.kind == "percent" and amount.end == len(run) and amount.start:
            # 一度下跌百分之五.
            yield amount.start, amount.end, Node("np", 0.0, 1, word=Term(text, said.removesuffix(" of"), "np"))
        elif amount.kind == "measure" and amount.end == len(run) and run[: amount.start].removesuffix(OF) in _LAST and amount.plural:
            # 最后三分钟: "the last three minutes".
            yield 0, len(run), Node("noun", -1.0, 1, word=Term(run, f"{_LAST[run[: amount.start].removesuffix(OF)]} {said}", "noun", countable="plural"))
        elif amount.kind == "measure" and said.endswith(" ago"):
            yield amount.start, amount.end, Node("pp", 0.0, 1, word=Term(text, said, "pp"))
        elif amount.kind == "measure" and amount.unit in MEASURES and amount.end < len(run) and (long := _LONG.fullmatch(said)) and amount.plural:
            # 三年劳动合同: "three-year labor contract".
            yield amount.start, amount.end, Node("adj", 0.3, 1, word=Term(text, f"{long[1]}-{MEASURES[amount.unit][0]}", "adj"))


def _twice(run: str, start: int) -> list[tuple[int, str]]:
    """讨论讨论, 谈谈, 谈一谈, 谈了谈: a verb that is said twice says it lightly; where it ends, and the verb once."""
    found = []
    for size, link in ((2, ""), (1, ""), (1, "一"), (1, "了")):
        once = run[start : start + size]
        end = start + 2 * size + len(link)
        if len(once) == size and run[start:end] == once + link + once:
            found.append((end, once))
    return found


def _how(leaf: Node, doubled: str) -> Node:
    """狂狂: a quality of one character that is said twice says how."""
    word = leaf.word or Term(doubled, "", "adj")
    return leaf._replace(pos="adv", cost=leaf.cost - 0.6, word=Term(doubled, forms.adverb(word.en), "adv", tuple(forms.adverb(en) for en in word.also if en.isalpha())))


def _bound(word: str, start: int, last: bool, before: str) -> list[Node]:
    """What a character means as a part of a compound."""
    if before == OF and word == SCHOLAR and last:
        # 温暖的家 is a warm home.
        return [Node("noun", 0.4, 1, word=Term(word, "home", "noun", ("family",)))]
    found: list[Node] = []
    if word in HEADS:
        # 天气会好转: before a verb 会 is no meeting.
        found.append(Node("head", 2.4 if word in (WILL, "面") and not last else 1.2, 1, word=Term(word, HEADS[word], "head")))
    if start and word in DIVISIONS:
        found.append(Node("division", 0.8, 1, word=Term(word, DIVISIONS[word], "division")))
    if start and word in PLACES:
        found.append(Node("place", 0.8, 1, word=Term(word, PLACES[word], "place")))
    if start and word in TIMES:
        found.append(Node("time", 0.8, 1, word=Term(word, TIMES[word], "time")))
    if start and word in COMPLEMENT_PREPOSITIONS:
        found.append(Node("prep", 0.9, 1, word=Term(word, COMPLEMENT_PREPOSITIONS[word], "prep")))
    if start and word in AGENTS:
        found.append(Node("agent", 0.8, 1, word=Term(word, "person", "agent")))
    if start and word in WORDS_AS_HEADS:
        found.append(Node("head", 0.4, 1, word=WORDS_AS_HEADS[word]))
    for sign, pos in ((PERSON, "person"), (QUALITY, "quality"), (SCHOLAR, "scholar")):
        if start and word == sign:
            found.append(Node(pos, 0.8, 1, word=Term(word, pos, pos)))
    return found
