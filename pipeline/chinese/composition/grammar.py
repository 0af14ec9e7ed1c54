"""Runs of several words: a word lattice over the lexicon, then the rules of ``chinese.composition.rules`` in a chart.

A phrase is a Term again (``巨大功能和意义`` -> noun "huge functions and significance"), so that it inflects like any other.
English is only made for what survives: the chart itself compares costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.chinese.bound import COMPLEMENTS
from pipeline.chinese.closed_classes import (
    ALREADY,
    AND,
    COPULAS,
    DONE,
    DROPPED,
    EVER_SINCE,
    MODAL,
    NEGATIONS,
    NOT_YET,
    OF,
    OR,
    PAST_TIMES,
    POTENTIAL,
    SUCH_AS,
    TWO_SIDES,
    UP_TO,
    WHAT,
)
from pipeline.chinese.composition.costs import BEGUN, LED, cost, of_itself
from pipeline.chinese.composition.fitted import fitted
from pipeline.chinese.composition.guesswork import AGAIN, is_guesswork
from pipeline.chinese.composition.lattice import Cell, Chart, Node, lattice
from pipeline.chinese.composition.rules import EXAMPLES, FROM_TO, HOW_DONE, OWNED, SIDE_BY_SIDE, SO_THAT, TOO_TO, WHETHER_OR, Rule, coordinated, copula
from pipeline.chinese.composition.told_apart import even_that, not_even, with_one
from pipeline.chinese.phrases import belonging, clauses, noun_phrases, rendering, subordinate
from pipeline.chinese.phrases.aspect import doing, negated, perfect
from pipeline.chinese.phrases.body import GOING
from pipeline.chinese.phrases.complements import COMPLEMENTS_TOLD, able, led, unable
from pipeline.chinese.phrases.verb_chains import is_modal
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.english.vocabulary.heads import head_of
from pipeline.english.vocabulary.times import is_time
from pipeline.english.wording.articles import is_one_thing, is_the_one, one, the
from pipeline.english.wording.modal_phrases import MODALS
from pipeline.english.wording.verb_wordings import NEED_OBJECT, WITH_OBJECT
from pipeline.lexicon.lexicon import Lexicon, Sense
from pipeline.lexicon.termbase import Term

LONGEST_RUN = 24
IS = "是"
# What stands on both sides of 是.
_SUBJECTS, _PREDICATES = ("noun", "name", "np", "pron"), ("noun", "name", "np", "pron", "adj", "adv")
_INFLECT = {"s3": forms.third_person, "past": forms.past, "done": forms.participle, "ing": forms.gerund}
# What a particle stands behind; behind a name 了 would be none.
_ENDED = {OF: ("adj", "noun", "name", "pp", "verb"), "地": ("adv", "pp"), **dict.fromkeys(("了", "过", "着"), ("verb", "adj", MODAL, "clause"))}
_READINGS = 6
_AT_ALL = ("到底", "究竟")
# Parts of speech outside of a phrase; every other one is only a part of something.
_OUTER = frozenset(("noun", "name", "np", "adj", "adv", "verb", "clause", "pp", "prep", "conj", "det", "num", "pron", "particle", "interj", "measure", MODAL, "sub", "wh"))
# What a clause with its conjunction is outside of a phrase.
_OUTSIDE = {MODAL: "verb", "sub": "adv", "wh": "np"}
_OPENING = ("toward", "moving", "causing", "asking-to")
# A reading that costs so much more splits a word that another leaves whole: 重+新+启动 beside 重新+启动.
_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term that covers a run, what it was made of, its cost (lower is likelier), and the rank of its least trusted word."""

    term: Term
    cost: float
    parts: tuple[str, ...]
    rank: int


def compose(run: str, lexicon: Lexicon, choose: Callable[[Sequence[Sense]], Sequence[Sense]]) -> list[Phrase]:
    """The phrases that cover the whole of ``run``, best first; empty where some of it is unknown or too long.

    ``choose`` orders and filters the senses of a word by its context.
    """
    if not 1 < len(run) <= LONGEST_RUN:
        return []
    if run.startswith("既要") and "又要" in run[2:-1]:
        # 既要照顾老人又要养孩子: one must do both.
        run = run.replace("既要", "必须", 1).replace("又要", "又", 1)
    elif run[0] in (AGAIN, "既") and AGAIN in run[2:-1]:
        # 又累又饿: both are said of it.
        run = run[1:]
    if run.startswith("是谁") and len(run) > 3:
        # 是谁写的: who it was.
        run = run[1:]
    if run.startswith("谁来") and len(run) > 3:
        # 谁来承担责任: who will.
        run = run.replace("谁来", "谁会", 1)
    if any(word in run for word in _AT_ALL) and any(word in run for word in (*WHAT, "怎么", "为什么", "哪")) and not lexicon.senses(run):
        # 他到底想干什么: how much one wants to know.
        run = next(run.replace(word, "", 1) for word in _AT_ALL if word in run)
    run = run if lexicon.senses(run[1:]) else with_one(run)
    if even := even_that(run):
        # 连头都没抬: "not even look up".
        known = [Phrase(sense.term, 1.0, (even[0],), sense.rank) for sense in choose(lexicon.senses(even[0])) if sense.rank < 2] or compose(even[0], lexicon, choose)
        return [replace(phrase, term=replace(not_even(phrase.term, even[1]), zh=run)) for phrase in known if phrase.term.pos == "verb"]
    chart = lattice(run, lexicon, choose)
    size = len(run)
    for width in range(2, size + 1):
        for start in range(size - width + 1):
            end = start + width
            cell = Cell(chart.get((start, end), ()))
            for middle in range(start + 1, end):
                lefts = chart.get((start, middle))
                if lefts:
                    _join(cell, lefts, chart.get((middle, end), ()))
                    for node in _linked(run, chart, lefts, middle, end):
                        cell.offer(node)
            if cell.kept:
                chart[start, end] = cell.nodes()
    nodes = [node for node in chart.get((0, size), []) if node.pos in _OUTER][:_READINGS]
    whole = [_phrase(node) for node in nodes if node.cost <= nodes[0].cost + _MARGIN]
    return [phrase for phrase in whole if not is_guesswork(phrase.parts, phrase.rank)]


def _join(cell: Cell, lefts: Iterable[Node], rights: Sequence[Node]) -> None:
    """Offer every rule over a node of ``lefts`` and one of ``rights``."""
    doing = any(b.pos == "verb" and b.word is not None for b in rights)
    for a in lefts:
        for b in rights:
            if doing and a.pos == "verb" and b.pos == "noun" and b.word is not None and _begins(_last_of(a)):
                # 继续合作: what it takes is rather the verb.
                b = b._replace(cost=b.cost + 1.0)
            for rule in SIDE_BY_SIDE.get((a.pos, b.pos), ()):
                if a.pos in _OPENING and b.rule is None and b.over:
                    # 对环境的影响: what 的 ends is no object.
                    continue
                if rule.of_word and b.rule is not None or rule.nominal and b.left is not None and b.left.pos in LED:
                    continue
                if cell.has_room(rule.pos, cost(rule, a, b)):
                    cell.keep(_node(rule, a, b))


def _begins(verb: Term) -> bool:
    """ "continue", "be considering": what takes a verb rather than its name."""
    return verb.en in BEGUN or verb.en == "stop" or verb.en.endswith("considering")


def _last_of(node: Node) -> Term:
    while node.word is None:
        node = node.right
    return node.word


def _linked(run: str, chart: Chart, lefts: Sequence[Node], middle: int, end: int) -> list[Node]:
    """``A 的 B`` and ``A 和 B``, the link standing at ``middle``; particles at the end fall away."""
    made: list[Node] = []
    if run[middle:end] == "才" and run.startswith("直到"):
        # 直到昨天才: it was no sooner.
        made += [Node("adv", a.cost - 0.4, a.rank, word=replace(term, en=f"only {term.en.removeprefix('until ')}" if is_time(term.en.removeprefix("until ")) else f"not {term.en}", pos="adv")) for a in lefts if a.pos in ("pp", "adv") for term in (_term(a),)]
    if run[middle:end] == "就":
        # 一回家就: what comes then stands in English.
        made += [a._replace(cost=a.cost + 0.1) for a in lefts if a.pos == "adv" and a.rule is not None and a.rule.make in (subordinate.once, subordinate.once_told)]
    if run[middle:end] in ("时", "的时候", "时候", "都", "就"):
        # 每次重启时: that it is when is said.
        made += [a._replace(cost=a.cost - 0.4) for a in lefts if a.pos == "adv" and a.rule is not None and a.rule.make is subordinate.every_time]
    for link in (run[middle : middle + 1], run[middle : middle + 2], run[middle : middle + 3]):
        after = middle + len(link)
        rights = chart.get((after, end), [])
        if after == end and link in ("过的", "了的"):
            made += [_past_attribute(a, link) for a in lefts if a.pos == "verb" and a.word]
        if link == IS and end - after > 1 and run[end - 1 : end] == OF:
            made += [_stated(a, b, run[middle:end]) for a in lefts if a.pos in ("adv", "pp") for b in chart.get((after, end - 1), ()) if b.pos in ("verb", "adj")]
        if link == IS and after < end:
            # 被证明是安全的: what it is shown to be.
            made += [Node("verb", a.cost + b.cost - 0.8, max(a.rank, b.rank), word=_shown(_term(a), _term(b), link)) for a in lefts if a.pos == "verb" and a.left is not None and a.left.pos == "passive" for b in rights if b.pos == "adj"]
        if after == end and (link in DROPPED or link == OF) and not (link == "得" and end < len(run) and "adj" in {a.pos for a in lefts}):
            # 失败的原因: why it failed, and no failed reason.
            named = link == OF and run[end : end + 2] in _OF_WHAT_HAPPENS and any(a.pos == "noun" and a.word for a in lefts)
            made += [_ended(a, link) for a in lefts if a.pos in _ENDED.get(link, (a.pos,)) and not (named and a.pos in ("adj", "verb"))]
        if link == "得" and after < end:
            hows = [b._replace(cost=b.cost + 0.8 * (b.pos == "adv")) for b in chart.get((after, end), ()) if b.pos in ("adj", "adv")]
            made += [_node(HOW_DONE, a, b, link) for a in lefts if a.pos == "verb" for b in hows]
            made += [_node(TOO_TO if _cannot(b) else SO_THAT, a, b, link) for a in lefts if a.pos == "adj" for b in rights if b.pos == "verb" or b.pos == MODAL and _cannot(b)]
        if link == "而":
            made += [_node(TOO_TO, a, b, link) for a in lefts if a.pos == "adj" and _term(a).en.startswith("too ") for b in rights if b.pos in ("verb", MODAL) and _cannot(b)]
        if link in UP_TO:
            made += [_node(FROM_TO, a, b, link) for a in lefts if a.pos == "begun" for b in rights if b.pos in ("noun", "name", "np", "adv")]
        if after == end and link == OF:
            made += [_what(a) for a in lefts if a.pos == "clause" and _acts(a)]
        if after == end and link in POTENTIAL:
            made += [_impossible(a, link) for a in lefts if a.pos == "verb"]
        if after == end and link in COMPLEMENTS_TOLD:
            told = [(a, led(a.word, link)) for a in lefts if a.word is not None]
            made += [Node("verb", a.cost + 0.1, a.rank, word=word) for a, word in told if word]
        if after == end and link in (IS, "不是"):
            made += [_being(a, link) for a in lefts if a.pos == "adv"]
        if after == end and link == "地":
            made += [adverbial for a in lefts if a.pos in ("adj", "noun", "verb") and (adverbial := _adverbial(a)) is not None]
        if after == end and link == "来":
            # 偷来的钱, 借来的车: how one came by it.
            made += [a._replace(cost=a.cost + 0.3) for a in lefts if a.pos == "verb" and a.word is not None and a.word.zh in _CAME_BY]
        if after == end and link in _ABLE:
            made += [Node("verb", a.cost + 0.2, a.rank, word=replace(able(a.word), zh=a.word.zh + link)) for a in lefts if a.pos == "verb" and a.word is not None and len(a.word.zh) > 1]
        if after == end and link in COMPLEMENTS:
            # 上升到第五: what moves, moves somewhere.
            made += [a._replace(cost=a.cost + (1.6 if link == "到" and _moves(a) else 0.5)) for a in lefts if a.pos == "verb"]
        if link == OF:
            named = any(a.pos == "noun" and a.word for a in lefts)
            made += [_owned(a, b, named) for a in lefts for b in rights if (a.pos, b.pos) in OWNED and (a.pos != "clause" or _acts(a)) and not (a.pos == "det" and a.word and a.word.zh in TWO_SIDES)]
        elif link in OR and end > after:
            made += [_node(WHETHER_OR, a, b, link) for a in lefts for b in rights if a.pos == f"either-{b.pos}"]
        elif link == SUCH_AS:
            made += [_node(EXAMPLES, a, b, link)._replace(pos="noun") for a in lefts for b in rights if a.pos in ("noun", "name") and b.pos == "noun"]
        elif link in COPULAS:
            made += [_node(copula(link), a, b, link)._replace(pos="clause") for a in lefts if a.pos in _SUBJECTS for b in rights if b.pos in _PREDICATES]
        elif link in AND or link == AGAIN:
            pairs = [(a, b, coordinated(a.pos, AND.get(link, "and"))) for a in lefts for b in rights if a.pos == b.pos]
            made += [_node(rule, a, b, link)._replace(cost=cost(rule, a, b) + 0.6 * _shares_head(a, b)) for a, b, rule in pairs if rule]
    return made


def _shares_head(a: Node, b: Node) -> bool:
    """古代和现代艺术: two kinds of one thing."""
    first = b.left.word if b.pos == "noun" and b.left is not None else None
    return a.word is not None and a.pos == "noun" and first is not None and "attr" in dict(a.word.slots) and (b.left.pos == "adj" or "attr" in dict(first.slots))


_CAME_BY = frozenset("偷买借抢捡换送寄运拿搬找请要骗挣赚")
# 承受得住: it can be.
_ABLE = ("得住", "得了", "得起", "得到", "得下", "得完", "得出", "得上", "得过来")
_OF_WHAT_HAPPENS = frozenset("原因 后果 代价 可能性 可能 风险 概率 过程 迹象 目的 意义 必要性 重要性 影响 好处 坏处 关键 秘诀 经验 教训 滋味 根源".split())


def _owned(a: Node, b: Node, named: bool) -> Node:
    """``A 的 B``; 科学的方法 is a "scientific method", but 教育的重要性 the "importance of education"."""
    node = _node(OWNED[a.pos, b.pos], a, b, OF)
    if named and a.pos in ("adj", "verb") and b.word and b.word.zh in _OF_WHAT_HAPPENS:
        # 失败的原因: why it failed, and no failed reason.
        return node._replace(cost=node.cost + 0.8)
    said = belonging.says_what_kind(a.word) and not (b.word and belonging.is_of_something(b.word)) if a.word and a.pos == b.pos == "noun" else False
    return node._replace(cost=node.cost + 0.4) if said else node


def _ended(node: Node, particle: str) -> Node:
    """With ``particle`` behind it, which falls away; 了 and 过 say that a verb is over and no noun, 们 that there are several."""
    word = node.word
    if word and particle == "们":
        word = replace(word, en=dict(word.forms).get("plural") or forms.plural(word.en), countable="plural") if word.pos == "noun" and not forms.is_plural(word.en) else word
    if word and node.pos == "verb" and particle == "着":
        # 坐着: what goes on beside something else.
        word = replace(word, slots=(("adv", dict(word.forms).get("ing") or forms.gerund(word.en)),), forms=(*word.forms, GOING))
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
    # 去年推出的: what follows is no object.
    parted = particle == OF and (node.pos == "verb" and word is None or node.rule is not None and (node.rule.make is rendering.adjective_action or node.rule.make is noun_phrases.described and of_itself(node.right)))
    return node._replace(cost=node.cost + (1.5 if parted and node.pos == "noun" else 0.9 if parted else 0.6 if owning else 0.3), word=word, over=particle == OF if word else particle in DONE)


_MOVING = frozenset(
    "rise climb fall drop increase decrease grow return go come walk run move travel fly drive rush hurry push send submit upload transfer migrate switch deliver ship spread extend expand raise lower reduce "
    "cut promote advance retreat recover rebound pick shift post add lead take bring carry save commit".split()
)


def _moves(node: Node) -> bool:
    return node.word is not None and node.word.en.split(" ")[0] in _MOVING


def _acts(clause: Node) -> bool:
    """我最好 is no clause that 朋友 could be told by; 他喜欢 is."""
    return clause.rule is not None and clause.rule.make is not clauses.is_so


def _what(node: Node) -> Node:
    """他说的: "what he says"."""
    said = clauses.what(_term(node))
    return Node("np", node.cost + 0.4, node.rank, word=replace(said, zh=_term(node).zh + OF, pos="np"))


def _impossible(node: Node, link: str) -> Node:
    """听不到: "cannot hear"."""
    return Node("verb", node.cost + 0.2, node.rank, word=unable(_term(node), link))


def _cannot(node: Node) -> bool:
    first = node
    while first.word is None:
        first = first.left
    return first.word.zh in ("无法", "不能", "没法", "没办法", "难以")


def _stated(how: Node, state: Node, tail: str) -> Node:
    """默认是关闭的: "be disabled by default"."""
    adverb, said = _term(how), _term(state)
    so = said.en if state.pos == "adj" else said.en.removeprefix("be ") if said.en.startswith("be ") else _form(said, "done")
    return Node("verb", how.cost + state.cost - 0.6, max(how.rank, state.rank), word=Term(adverb.zh + tail, f"be {so} {adverb.en}" if " " in adverb.en or how.pos == "pp" else f"be {adverb.en} {so}", "verb"))


def _shown(verb: Term, state: Term, link: str) -> Term:
    return Term(verb.zh + link + state.zh, f"{verb.en} {state.en}", "verb", forms=verb.forms)


def _being(node: Node, link: str) -> Node:
    """一直是: "has always been", 绝对不是 "is absolutely not"."""
    how = _term(node).en + ("" if link == IS else " not")
    own = (("s3", f"is {how}"), ("plain", f"are {how}"), ("past", f"was {how}"), ("done", f"{how} been"), ("ing", how))
    if _term(node).zh.startswith("曾"):
        # 曾经是: it is no longer.
        own = (("s3", f"was {how}"), ("plain", f"were {how}"), *own[2:])
    return Node("verb", node.cost + 0.1, node.rank, word=Term(_term(node).zh + link, f"{how} be", "verb", slots=(("adj", how),), forms=own))


def _adverbial(node: Node) -> Node | None:
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
        # 不好意思地 is no "bad meaning": a noun without an adverb has no 地.
        return None if node.pos == "noun" else node._replace(cost=node.cost + 0.3)
    return Node("adv", node.cost, node.rank, word=Term(f"{term.zh}地", own or " and ".join(map(forms.adverb, parts)), "adv"))


def _past_attribute(node: Node, particle: str) -> Node:
    """修改过的: what has been done to the noun that follows."""
    assert node.word is not None
    done = dict(node.word.forms).get("done") or forms.participle(node.word.en)
    return Node("adj", node.cost + 0.2, node.rank, word=Term(node.word.zh + particle, done, "adj"))


def _node(rule: Rule, left: Node, right: Node, link: str = "") -> Node:
    return Node(rule.pos, cost(rule, left, right), max(left.rank, right.rank), None, rule, left, right, link)


_ONE = tuple(f"一{measure}" for measure in "位名个家种项场份件座部款")


def _phrase(node: Node) -> Phrase:
    term = _term(node)
    if term.pos == "noun" and not forms.is_plural(term.en) and is_the_one(term.zh, term.en):
        # 最大的问题, 第一个客户: there is one.
        term = replace(term, en=the(term.en))
    if term.pos == "noun" and (term.en.startswith("the ") or term.en.startswith("a ") and " in " in term.en) and " " in term.en[4:]:
        # "the opportunity to make money", "the world's largest chipmaker".
        many = () if "plural" in dict(term.forms) or head_of(term.en) != term.en.rpartition(" ")[2] or forms.is_plural(term.en) else (("plural", forms.plural(term.en)),)
        term = replace(term, pos="np", forms=(*term.forms, *many))
    if term.pos == "noun" and term.zh.startswith(_ONE) and is_one_thing(term):
        # 一位不愿透露姓名的官员: "an unnamed official".
        term = replace(term, en=one(term.en), pos="np")
    return Phrase(replace(term, pos=_OUTSIDE.get(term.pos, term.pos)), node.cost, _parts(node), node.rank)


def _term(node: Node) -> Term:
    if node.rule is None or node.left is None or node.right is None:
        assert node.word is not None
        return node.word
    node = fitted(node)
    assert node.rule is not None
    left, right = _term(node.left), _term(node.right)
    made = node.rule.make(left, right)
    if isinstance(made, Term):
        over = (("tense", "past"),) if node.over and ("tense", "past") not in made.forms else ()
        return replace(made, zh=left.zh + node.link + right.zh, pos=node.pos, forms=(*made.forms, *over))
    english = made
    if node.link in AND and node.pos in ("noun", "verb", "adj", "name") and (several := _listed(node, node.link, left, right)) and len(several) > 2:
        # 苹果、梨和葡萄: "apples, pears and grapes".
        last = "or" if "or" in (AND.get(node.link), AND.get(node.right.link)) else "and"
        several = [_alone(item) for item in several[:-1]] + several[-1:] if node.pos == "verb" else several
        several = [*map(_alone, several[:-1]), several[-1]] if node.pos == "verb" else several
        items = [noun_phrases.bare_plural(item) if node.pos == "noun" else item.en for item in several]
        named = [dict(item.slots).get("noun", "") for item in several] if node.pos == "verb" else []
        forms_of_row = tuple((name, _row([_form(item, name) for item in several], last)) for name in _INFLECT) if node.pos == "verb" else ()
        # 设计、生产和销售 services: "design, production and sales".
        called = _row(named, last) if named and all(named) else ""
        return Term(left.zh + node.link + right.zh, _row(items, last), node.pos, slots=(("noun", called), ("attr", called)) if called else (), forms=forms_of_row, countable=_countable(node, right))
    inflected: tuple[tuple[str, str], ...] = ()
    if node.pos in ("verb", MODAL) and right.pos in ("verb", MODAL) and not english.startswith("seem to "):
        inflected = _led(replace(left, en=english.removesuffix(f" {right.en}"), forms=()) if english.startswith("can ") else left, right.en) if is_modal(left) else (_beside if right.pos == "verb" else _inflected)(english, right) if left.pos in ("adv", "adj") else ()
    if node.pos == "verb" and left.pos == "verb" and right.pos == "prep":
        inflected = _led(left, english.removeprefix(left.en).strip())
    if left.pos == "adv" and left.zh in (*NOT_YET, *EVER_SINCE, *ALREADY) and " until " not in right.en and right.pos == node.pos and node.pos in ("verb", MODAL) and right.en.partition(" ")[0] not in MODALS:
        inflected = perfect(right, "not yet" if left.zh in NOT_YET else "already" if left.zh in ALREADY else "always")
    if left.pos == "adv" and left.zh in NEGATIONS and not (left.zh == "不" and ("tense", "past") in right.forms) and right.pos == node.pos and node.pos in ("verb", MODAL):
        inflected = negated(right, left)
    if left.pos == "going-on":
        rest = english.removeprefix("be ")
        inflected = (("s3", f"is {rest}"), ("plain", f"are {rest}"), ("past", f"was {rest}"), ("done", f"been {rest}"), ("ing", rest))
    if node.pos == "verb" and not inflected:
        inflected = _phrasal(left, right, english)
    slots: tuple[tuple[str, str], ...] = ()
    if node.pos == "verb" and left.pos == "verb" and (GOING in left.forms or left.zh.endswith("着")):
        # 推着婴儿车, beside something else.
        inflected, slots = (*inflected, GOING), (("adv", dict(inflected).get("ing") or forms.gerund(english)),)
    if node.pos == "verb" and (left.pos == "verb" and right.pos in ("noun", "np", "name") or WITH_OBJECT in (*left.forms, *right.forms)):
        inflected = (*inflected, WITH_OBJECT)
    if node.pos == "verb" and (node.over or left.zh in PAST_TIMES or any(side.pos == "verb" and ("tense", "past") in side.forms for side in (left, right))):
        # 发布了新规定: it is over, object and all.
        inflected = (*inflected, ("tense", "past"))
    if right.pos == "noun" and (node.pos == "noun" or node.link == OF and right.countable not in ("no", "plural")) and english.startswith((f"{right.en} ", f"the {right.en} ")):
        # "a contestant taking part in it", "the impact on it": the noun that is counted goes first.
        many = dict(right.forms).get("plural") or forms.plural(right.en)
        inflected = (("plural", english.replace(right.en, many, 1)),)
    elif right.pos == "noun" and node.pos == "np" and node.link == OF and english.endswith(f" {right.en}") and right.countable not in ("no", "plural"):
        inflected = (("plural", english.removesuffix(right.en) + (dict(right.forms).get("plural") or forms.plural(right.en))),)
    if left.pos == "adv" and left.zh in NEGATIONS and right.pos == node.pos == "verb" and not right.en.startswith("be "):
        # 不支持: what is so is "not supported".
        slots = (("adj", f"not {_form(right, 'done')}"), ("adv", f"without {doing(right)}"))
    elif left.pos == "adv" and right.pos == node.pos == "verb" and " " in left.en and not is_time(left.en) and left.zh not in NEGATIONS and (noun := dict(right.slots).get("noun")) and words.guess(left.en.partition(" ")[0])[:1] == "P":
        # 按时交付: "delivery on time".
        slots = (("noun", f"{noun} {left.en}"),)
    elif node.link in AND and left.pos == right.pos == node.pos == "verb" and (named := [dict(side.slots).get("noun", "") for side in (left, right)]) and all(named):
        # 设计和测试: "design and testing".
        slots = (("noun", english.replace(left.en, named[0], 1).removesuffix(right.en) + named[1]),)
    elif left.pos == "as-whom" and right.pos in ("alike", "different") and not left.zh.startswith("像"):
        # 和父亲一样, ...: "like the father".
        slots = (("adv", f"{'like' if right.pos == 'alike' else 'unlike'} {left.en}"),)
    elif left.pos == "adv" and left.en.isalpha() and right.pos == node.pos == "verb" and (quality := dict(right.slots).get("adj")):
        # 几乎听不到: "almost impossible to hear".
        slots = (("adj", f"{left.en} {quality}"),)
    return Term(left.zh + node.link + right.zh, english, node.pos, _others(node, left, right, english), slots=slots, forms=inflected, countable=_countable(node, right))


_OTHERS = 2


def _others(node: Node, left: Term, right: Term, english: str) -> tuple[str, ...]:
    """The same with the further wordings of its head, and of what stands before it: "part-time job" of "part-time work"."""
    if node.pos != "noun" or right.pos not in ("noun", "head") or node.link not in ("", OF) or not english.endswith(f" {right.en}"):
        return ()
    before = english.removesuffix(right.en)
    heads = tuple(f"{before}{head}" for head in right.also[:_OTHERS] if head.isascii() and not head.startswith(("a ", "an ", "the ")))
    return (*heads, *(f"{kind} {right.en}" for kind in left.also[:_OTHERS] if before == f"{left.en} "))


def _listed(node: Node, link: str, left: Term, right: Term) -> list[Term]:
    """What is listed with 、 or 和, the parts of its parts among it."""
    items: list[Term] = []
    for side, term in ((node.left, left), (node.right, right)):
        if side.link in AND and (AND[side.link] == AND.get(link, "and") or "、" in (side.link, link)) and side.pos == node.pos and side.rule is not None and side.left.pos == side.right.pos == side.pos:
            items += _listed(side, side.link, _term(side.left), _term(side.right))
        else:
            items.append(term)
    return items


def _alone(verb: Term) -> Term:
    """ "observe, think and express": without its object a verb has no preposition."""
    first, _, last = verb.en.rpartition(" ")
    return Term(verb.zh, first, "verb") if first and last in NEED_OBJECT and WITH_OBJECT not in verb.forms and " " not in first else verb


def _row(items: Sequence[str], last: str) -> str:
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


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


def _beside(english: str, verb: Term) -> tuple[tuple[str, str], ...]:
    """The forms of a verb with its adverb, which stands on either side of it."""
    return _led(verb, english[len(verb.en) + 1 :]) if english.startswith(f"{verb.en} ") else _inflected(english, verb)


def _inflected(english: str, verb: Term) -> tuple[tuple[str, str], ...]:
    """The forms of an adverb with its verb: only the verb changes, "far exceed" -> "far exceeds"."""
    if not english.endswith(verb.en):
        return ()
    before = english[: -len(verb.en)]
    return tuple((name, before + _form(verb, name)) for name in _INFLECT)


def _countable(node: Node, head: Term) -> str:
    if node.pos != "noun":
        return ""
    if node.link in AND:
        return "plural"
    return head.countable or ("no" if words.countable(head.en.rsplit(" ", 1)[-1]) is False else "")


def _parts(node: Node) -> tuple[str, ...]:
    if node.left is None or node.right is None:
        return (node.word.zh,) if node.word else ()
    return (*_parts(node.left), *filter(None, (node.link,)), *_parts(node.right))
