"""A verb or an adjective and its noun choose each other's English: 采取措施 is "take measures", 引起关注 "attract attention", 严重的损失 "heavy losses"."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

from pipeline.chinese.closed_classes import MODAL
from pipeline.chinese.collocations import ALL, BARE, OWN, OWN_SEVERAL, Sense, known_as, sense_beside, senses_of
from pipeline.chinese.composition.lattice import Node
from pipeline.chinese.composition.rules import Rule
from pipeline.chinese.contexts import contexts_of
from pipeline.chinese.phrases import belonging, clauses, noun_phrases, rendering, verb_chains
from pipeline.chinese.phrases.complements import able, unable
from pipeline.chinese.phrases.object_places import around_object
from pipeline.english.inflection import forms
from pipeline.english.vocabulary.kinds import kinds_of
from pipeline.english.wording.articles import one, the
from pipeline.english.wording.countability import countable_of, is_mass
from pipeline.lexicon.termbase import Term

# What a pair of the table costs less, and what a verb with how it is kept costs more where 的 follows: 面临巨大 is no whole.
_KNOWN, _PARTED = -0.6, 1.5
_WITH_OBJECT = frozenset((rendering.before_object, rendering.with_object, rendering.verb_noun, verb_chains.verb_verb, belonging.verb_of))
_WITH_NOUN = (noun_phrases.described, rendering.adjective_action)
_NOUN_OF_NOUN = (noun_phrases.noun_noun, belonging.noun_of)
_NOMINAL = ("noun", "np")


def known_pair(rule: Rule, left: Node, right: Node) -> float:
    """What two words side by side cost less under ``rule`` where the table has them together."""
    if left.pos != "verb" or rule.make not in _WITH_OBJECT:
        return 0.0
    if rule.make is belonging.verb_of and left.word is None:
        return _PARTED if left.rule is not None and left.rule.make is rendering.kept else 0.0
    if rule.make is verb_chains.verb_verb and right.word is None:
        return 0.0
    verb = _head(left)
    if verb is None or verb.word is None or verb.over or not senses_of(verb.word.zh, "verb") or _sense(verb, "verb", _head(right)) is None:
        return 0.0
    return _KNOWN


def fitted(node: Node) -> Node:
    """``node`` with the wordings that its two sides have beside each other; as it is where the table does not know them together."""
    make, left, right = node.rule.make if node.rule else None, node.left, node.right
    if left is None or right is None:
        return node
    if left.pos == "verb" and make in _WITH_OBJECT and (make is not belonging.verb_of or left.word is not None):
        made = _with_object(node, left, right)
        # 付款方式 is a method of payment.
        return _told_by(node, left, right) if made is node and make is rendering.verb_noun and left.word is not None and right.pos == "noun" else made
    if left.pos == "noun" and make in _NOUN_OF_NOUN:
        return _of_noun(node, left, right)
    if left.pos == "adj" and make in _WITH_NOUN and right.pos in ("noun", "verb"):
        found = _sense(_head(left), "adj", _head(right))
        if found:
            return node._replace(left=_worded(left, found[0].term.en), right=_worded(right, found[1]))
        # 良好的状态 is good condition.
        return _told_by(node, left, right) if right.pos == "noun" else node
    if right.pos == "adj" and make is clauses.is_so and left.pos in _NOMINAL:
        found = _sense(_head(right), "adj", _head(left))
        return node._replace(left=_worded(left, found[1]), right=_worded(right, found[0].term.en)) if found else node
    return node


def _of_noun(node: Node, left: Node, right: Node) -> Node:
    if left.word is not None and node.rule is not None and node.rule.make is noun_phrases.noun_noun and (found := _sense(left, "adj", _head(right))):
        # 精神压力 is mental pressure.
        return node._replace(left=_worded(left, found[0].term.en))
    if node.rule is not None and node.rule.make is noun_phrases.noun_noun and (found := _sense(_head(left), "noun", _head(right))):
        # 工作条件 are working conditions.
        return node._replace(left=_worded(left, found[0].term.en))
    return _told_by(node, left, right)


def _told_by(node: Node, left: Node, right: Node) -> Node:
    """投资者情绪 is investor sentiment: the noun by what says whose or what kind it is."""
    found = _sense(_head(right), "noun", _head(left))
    return node._replace(right=_worded(right, found[0].term.en, "no" if found[2] == BARE else found[0].term.countable)) if found else node


def _with_object(node: Node, left: Node, right: Node) -> Node:
    rule, found = node.rule, _sense(_head(left), "verb", _head(right))
    if found is None or rule is None or rule.make is verb_chains.verb_verb and right.word is None:
        return node
    sense, wording, article = found
    node = node._replace(left=_worded(left, sense.term.en), right=_worded(right, wording))
    if rule.make is verb_chains.verb_verb:
        return node._replace(rule=rule._replace(make=_object_named(wording, article)))
    if rule.make not in (rendering.before_object, rendering.verb_noun):
        return node
    if right.link.strip("的"):
        article = ""
    elif right.rule is not None and right.rule.make is not noun_phrases.noun_noun:
        # "abide by strict rules", "lay a solid foundation".
        article = article if article in ("", BARE, OWN, OWN_SEVERAL) else "" if article == ALL else "a"
    made = _with_article(article)
    return node._replace(rule=rule._replace(make=made if rule.make is rendering.before_object else _named(made)))


@functools.cache
def _named(made: Callable[[Term, Term], str]) -> Callable[[Term, Term], str]:
    """提高效率 as a noun: "improving efficiency"."""
    return lambda v, n: made(replace(v, en=rendering.form(v, "ing")), n)


@functools.cache
def _object_named(noun: str, article: str) -> Callable[[Term, Term], str]:
    """展开 + 调查, which is a verb: "launch an investigation"."""
    return lambda v, _: f"{v.en} {_determined(noun, article)}" if article in ("a", "the") else f"{v.en} {noun}" if article == BARE else f"{v.en} {noun_phrases.bare_plural(Term('', noun, 'noun'))}"


@functools.cache
def _with_article(article: str) -> Callable[[Term, Term], str]:
    def made(v: Term, n: Term) -> str:
        if article == ALL:
            return around_object(v.en, f"the {noun_phrases.bare_plural(n).removeprefix('the ')}")
        if article == BARE:
            return around_object(v.en, n.en)
        if article in (OWN, OWN_SEVERAL):
            # 实现梦想: "realize one's dream".
            return around_object(v.en, f"one's {n.en if article == OWN else noun_phrases.bare_plural(n)}")
        if not article:
            return rendering.before_object(v, n)
        counted = n.countable not in ("no", "plural") and not forms.is_plural(n.en) and not is_mass(n, n.en)
        return around_object(v.en, _determined(n.en, article) if counted or article == "the" else noun_phrases.bare_plural(n))

    return made


def _determined(noun: str, article: str) -> str:
    return the(noun) if article == "the" else one(noun)


def _sense(node: Node | None, pos: str, noun: Node | None) -> tuple[Sense, str, str] | None:
    """What the word of ``node`` is beside ``noun``, the wording of the noun that says so, and its article."""
    if node is None or noun is None or node.word is None or noun.word is None or not node.rank:
        return None
    # What quality it has says less of what a thing is than what is done with it.
    for wording in _wordings(noun) if pos == "verb" else _wordings(noun)[:1]:
        found = sense_beside(node.word.zh, pos, known_as(wording))
        if found:
            return found[0], wording, found[0].beside[found[1]]
    return _in_context(node.word.zh, pos, noun)


def _in_context(zh: str, pos: str, noun: Node) -> tuple[Sense, str, str] | None:
    """The same by the table that says nothing of articles."""
    for wording in _wordings(noun)[:1]:
        known = known_as(wording)
        term = next((context.term for context in contexts_of(zh) if context.term.pos == pos and any(name in context.beside for name in known)), None)
        term = term or next((context.term for context in contexts_of(zh) if context.term.pos == pos and context.kinds & kinds_of(known[-1])), None)
        if term:
            return Sense(term, {}), wording, ""
    return None


def _wordings(noun: Node) -> tuple[str, ...]:
    """All that a noun may be called; what is done, by its name."""
    word = noun.word
    assert word is not None
    if noun.pos == "verb":
        return tuple(en for name, en in word.slots if name == "noun")
    return (word.en, *(word.also if noun.rank else ()))


def _head(node: Node) -> Node | None:
    """The word that a phrase is about, which is its last: of a noun phrase a noun, or the name of what is done."""
    while node.word is None:
        last = node.right
        if last is None or last.pos not in (node.pos, "noun") and not (node.pos == MODAL and last.pos == "verb") and not (node.pos in _NOMINAL and last.pos == "verb" and last.word is not None):
            return None
        node = last
    return node


def _worded(node: Node, en: str, countable: str = "") -> Node:
    """``node`` with ``en`` as the wording of its head, which is ``countable`` where that is told."""
    word = node.word
    if word is None:
        return node._replace(right=_worded(node.right, en, countable))
    if word.en == en or node.pos == "verb" and en in dict(word.slots).values():
        return node._replace(word=replace(word, also=()))
    kept = tuple(form for form in word.forms if form[0] == "tense")
    for helper, led in (("cannot ", unable), ("can ", able)):
        if node.pos == "verb" and word.en.startswith(helper) and not en.startswith("can"):
            # 打不开门: that it cannot be done stays.
            return node._replace(word=led(replace(word, en=en, also=(), slots=(), forms=kept)))
    return node._replace(word=replace(word, en=en, also=(), slots=(), forms=kept, countable=countable or (countable_of(word, en) if word.pos == "noun" else "")))
