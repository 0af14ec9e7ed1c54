"""Which Chinese words make a phrase together: rule tables, part of speech by part of speech, with what each costs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.chinese import bound
from pipeline.chinese.closed_classes import COMPLEMENT_PREPOSITIONS, COPULAS, MODAL
from pipeline.chinese.phrases import (
    around,
    aspects,
    belonging,
    changes,
    clauses,
    compared,
    noun_phrases,
    prepositional,
    questions,
    rendering,
    subordinate,
    verb_chains,
)
from pipeline.english.inflection import forms
from pipeline.english.vocabulary.times import is_time
from pipeline.english.wording.articles import is_one_thing, one
from pipeline.english.wording.realise import OBJECTS
from pipeline.lexicon.termbase import Term


class Rule(NamedTuple):
    """The part of speech of the phrase, what the rule costs, and how its English is made from the two parts."""

    pos: str
    cost: float
    make: Callable[[Term, Term], str | Term]
    # The second part is a word, not a phrase.
    of_word: bool = False
    # It makes a noun of a verb, which none is made of that is led by a modal verb or "be".
    nominal: bool = False


# What is hardly ever the object of the verb before it: 经营压力 is "operating pressure", 退役仪式 a "retirement ceremony".
_OF_ACTIONS = frozenset("意愿 情绪 体验 性能 仪式 阵容 方式 过程 指南 教程 手册 首日 首周 当天 期间 余地 经历 生涯 强度 频率 周期".split())


# Before a noun rather what kind it is: 进口汽车.
_OF_KIND = ("进口", "出口", "在职", "失业", "参赛", "参展", "受损", "受伤", "退休", "离异", "获奖", "入围")


def of_action(rule: Rule, right: Term | None, left: Term | None = None) -> float:
    """What a verb with the noun ``right`` behind it costs less as the name of a kind, and more as a verb with its object."""
    if left is not None and left.zh in _OF_KIND:
        return -0.75 if rule.make is rendering.verb_noun else 0.75 if rule.make is rendering.before_object else 0.0
    if right is None or right.zh not in _OF_ACTIONS:
        return 0.0
    return -0.75 if rule.make is rendering.verb_noun else 0.25 if rule.make is rendering.before_object else 0.0


def copula(link: str) -> Rule:
    """``A 是 B``, ``A 不是 B``: "the price is no problem"."""
    return Rule("clause", 0.2, lambda a, b: rendering.equated(a, COPULAS[link], b))


# The parts stand side by side. More than one rule for a pair: the arbiter sees both readings.
SIDE_BY_SIDE: dict[tuple[str, str], tuple[Rule, ...]] = {
    ("adj", "noun"): (Rule("noun", 0.0, noun_phrases.described),),
    ("noun", "noun"): (Rule("noun", 0.15, noun_phrases.noun_noun),),
    ("name", "noun"): (Rule("noun", 0.2, bound.compound),),
    **{(pos, "head"): (Rule("noun", 0.1, bound.compound),) for pos in ("noun", "verb", "adj", "name")},
    ("name", "division"): (Rule("name", -0.6, bound.division),),
    ("verb", "time"): (Rule("adv", 0.1, rendering.when),),
    ("noun", "time"): (Rule("adv", 0.3, rendering.during),),
    ("name", "time"): (Rule("adv", 0.3, rendering.during),),
    ("det", "head"): (Rule("np", 0.1, noun_phrases.determined),),
    ("verb", "agent"): (Rule("noun", 0.1, bound.agent),),
    ("noun", "agent"): (Rule("noun", 0.9, bound.of_people),),
    ("name", "person"): (Rule("noun", 0.0, bound.native),),
    ("noun", "scholar"): (Rule("noun", 0.0, bound.scholar, True),),
    **{(pos, "quality"): (Rule("noun", 0.0 if pos == "adj" else 0.3, bound.quality, True),) for pos in ("adj", "noun", "verb")},
    **{(pos, "place"): (Rule("pp", 0.2, prepositional.place),) for pos in ("noun", "head", "name", "np")},
    ("personal", "place"): (Rule("pp", 0.0, prepositional.beside),),
    ("pron", "place"): (Rule("pp", 0.0, prepositional.beside),),
    ("as-whom", "related"): (Rule("pp", -1.2, compared.related),),
    ("as-whom", "different"): (Rule("adj", -0.6, lambda whom, _: f"different from {whom.en}"),),
    ("verb", "inclusive"): (Rule("pp", -1.0, lambda v, _: f"{rendering.form(v, 'ing')}"),),
    ("name", "name"): (Rule("name", 0.5, rendering.plain),),
    ("verb", "noun"): (Rule("verb", 0.3, rendering.before_object), Rule("noun", 0.9, rendering.verb_noun, True)),
    ("verb", "np"): (Rule("verb", 0.2, rendering.with_object),),
    ("verb", "name"): (Rule("verb", 0.4, rendering.plain),),
    ("noun", "verb"): (Rule("noun", 0.35, rendering.noun_verb, nominal=True), Rule("clause", 1.2, clauses.told), Rule("done-by", 0.0, belonging.done_by)),
    ("name", "verb"): (Rule("clause", 0.4, clauses.told), Rule("done-by", 0.0, belonging.done_by)),
    ("pron", "verb"): (Rule("clause", 0.3, clauses.told),),
    ("adj", "verb"): (Rule("verb", 0.4, rendering.adjective_verb), Rule("noun", 0.5, rendering.adjective_action, nominal=True)),
    ("conj", "noun"): (Rule("conj", 0.2, prepositional.conjoined),),
    ("conj", "name"): (Rule("conj", 0.2, rendering.plain),),
    ("conj", "adj"): (Rule("conj", 0.4, clauses.conditional_state),),
    ("adv", "verb"): (Rule("verb", 0.1, rendering.adverb_verb),),
    ("passive", "verb"): (Rule("verb", 0.0, lambda _, v: f"be {rendering.form(v, 'done')}"),),
    ("adv", "adj"): (Rule("adj", 0.1, rendering.adverb_adjective),),
    ("verb", "verb"): (Rule("verb", 0.8, verb_chains.verb_verb), Rule("verb", 1.1, verb_chains.then)),
    (MODAL, "verb"): (Rule("verb", 0.3, verb_chains.verb_verb),),
    (MODAL, "adj"): (Rule("verb", 0.5, lambda m, a: f"{m.en} be {a.en}"),),
    (MODAL, MODAL): (Rule(MODAL, 0.3, verb_chains.verb_verb),),
    ("adv", MODAL): (Rule(MODAL, 0.1, rendering.adverb_verb),),
    ("pron", MODAL): (Rule("clause", 0.5, clauses.told),),
    ("making", "verb"): (Rule("adj", 0.0, rendering.moving),),
    ("making", "adj"): (Rule("adj", 0.0, rendering.moving),),
    ("making", "noun"): (Rule("adj", 0.4, rendering.moving),),
    ("adj", "by-far"): (Rule("adj", 0.0, lambda a, _: f"much {forms.comparative(a.en)}"),),
    ("adv", "a-bit"): (Rule("adv", -0.4, lambda d, _: f"a little more {d.en}"),),
    ("adj", "a-bit"): (Rule("adj", -0.4, lambda a, _: f"a little {forms.comparative(a.en)}"),),
    ("noun", "one-of"): (Rule("np", 0.0, lambda n, _: f"one of {forms.plural(n.en)}" if n.en.startswith("the ") else f"one of the {noun_phrases.bare_plural(n)}"),),
    ("going-on", "verb"): (Rule("verb", 0.0, rendering.going_on),),
    ("verb", "pron"): (Rule("verb", 0.3, lambda v, p: f"{v.en} {OBJECTS.get(p.en.lower(), p.en)}"),),
    **{("beyond", pos): (Rule("than", 0.0, compared.than),) for pos in ("noun", "name", "np", "adv")},
    ("beyond", "thought"): (Rule("than", -0.4, rendering.plain),),
    ("beyond", "pron"): (Rule("than", 0.0, lambda _, n: f"than {OBJECTS.get(n.en.lower(), n.en)}"),),
    ("than", "det"): (Rule("adj", 0.0, lambda t, d: f"{'less' if d.en in ('few', 'little') else 'more'} {t.en}"),),
    **{("with-whom", pos): (Rule("as-whom", 0.0, prepositional.equal),) for pos in ("noun", "name", "np", "pron")},
    ("alike", "adj"): (Rule("alike-adj", 0.0, lambda _, a: a.en),),
    ("with-whom", "adv"): (Rule("as-whom", 0.0, lambda _, when: when.en),),
    **{("not-as", pos): (Rule("not-as-whom", 0.0, compared.as_whom),) for pos in ("noun", "name", "np", "pron", "thought")},
    ("not-as-whom", "adj"): (Rule("adj", -0.6, lambda whom, a: f"not as {a.en.removeprefix('very ')} as {whom.en}"),),
    **{("short-of", pos): (Rule("short-of-whom", 0.0, rendering.whom),) for pos in ("noun", "name", "np", "pron", "thought")},
    ("short-of", "adv"): (Rule("short-of-whom", 0.0, lambda _, when: when.en),),
    ("so-much", "adj"): (Rule("so-adj", 0.0, lambda _, a: a.en),),
    ("short-of-whom", "so-adj"): (Rule("adj", -1.6, lambda whom, a: f"not as {a.en} as {whom.en}"),),
    ("as-whom", "alike"): (Rule("adj", -0.3, lambda whom, a: f"the same as {whom.en}"),),
    ("as-whom", "alike-adj"): (Rule("adj", -0.6, lambda whom, a: f"as {a.en} as {whom.en}"),),
    **{("toward", pos): (Rule("toward-what", 0.0, belonging.whom),) for pos in ("noun", "name", "np", "pron")},
    **{(pos, "toward-what"): (Rule("party-toward", 0.0, belonging.between_them),) for pos in ("noun", "name", "np", "pron")},
    **{(pos, "as-for"): (Rule("adv", -0.4, rendering.from_view), Rule("np", -0.6, lambda who, _: noun_phrases.bare_plural(who))) for pos in ("noun", "name", "np", "pron")},
    ("toward-what", "as-for"): (Rule("adv", -0.8, lambda what, _: f"for {what.en}"),),
    ("toward-what", "stance"): (Rule("adj", -0.6, lambda what, stance: f"{stance.en} {what.en}"),),
    **{(pos, "what-of"): (Rule("np", -0.4, questions.what_of), Rule("clause", -0.4, questions.what_of)) for pos in ("noun", "name", "np", "pron")},
    **{("asking-to", pos): (Rule("verb", 0.7, lambda v, n: f"{v.en} {rendering.whom(v, n)} to"), Rule("asked-to", 0.0, lambda v, n: f"{v.en} {rendering.whom(v, n)}")) for pos in ("name", "np", "pron")},
    ("asking-to", "noun"): (Rule("asked-to", 0.2, lambda v, n: f"{v.en} {rendering.whom(v, n)}"),),
    **{("by-agent", pos): (Rule("agented", 0.0, rendering.whom),) for pos in ("noun", "name", "np", "pron")},
    ("agented", "verb"): (Rule("verb", -1.4, lambda whom, v: f"be {rendering.form(v, 'done')} by {whom.en}"), Rule("adj", -1.4, lambda whom, v: f"{rendering.form(v, 'done')} by {whom.en}"),),
    ("than", "adj"): (Rule("adj", 0.0, rendering.compared),),
    ("than", "verb"): (Rule("verb", -0.8, changes.changed_from),),
    ("np", "adj"): (Rule("clause", 0.5, clauses.is_so),),
    ("pron", "adj"): (Rule("clause", 0.6, clauses.is_so),),
    ("np", "verb"): (Rule("clause", 0.6, clauses.told),),
    ("degree", "verb"): (Rule("adj", -0.4, rendering.plain),),
    **{("taking-along", pos): (Rule("taken-along", 0.0, clauses.taken_along),) for pos in ("noun", "np", "name", "pron")},
    ("taken-along", "verb"): (Rule("verb", -1.0, clauses.taken_to),),
    **{("fit", pos): (Rule("fit-whom", 0.0, belonging.fit_for),) for pos in ("noun", "np", "name", "pron")},
    ("fit-whom", "verb"): (Rule("adj", -0.8, belonging.fit_to),),
    ("worth", "verb"): (Rule("adj", -0.4, lambda _, v: f"worth {rendering.form(v, 'ing')}"),),
    **{("away", pos): (Rule("away-from", 0.0, around.away),) for pos in ("noun", "name", "np")},
    ("away-from", "adj"): (Rule("adj", -0.4, around.distant),),
    ("every", "season"): (Rule("np", -0.6, lambda _, n: f"every {n.en}"), Rule("adv", -0.7, lambda _, n: f"every {n.en}")),
    **{("for-whom", pos): (Rule("whom", 0.0, rendering.whom),) for pos in ("noun", "name", "np", "pron")},
    ("whom", "verb"): (Rule("verb", 0.2, rendering.for_whom),),
    **{("like", pos): (Rule("likeness", 0.0, rendering.like),) for pos in ("noun", "name", "np", "pron")},
    ("likeness", "alike"): (Rule("pp", -0.4, lambda likeness, _: likeness.en),),
    **{("taking", pos): (Rule("taken", 0.0, lambda _, n: noun_phrases.bare_plural(n)),) for pos in ("noun", "name", "np")},
    ("taking", "verb"): (Rule("taken", 0.3, lambda _, v: rendering.form(v, "ing")),),
    ("taken", "living"): (Rule("verb", -0.6, lambda taken, live: live.en.format(taken.en)),),
    ("having", "noun"): (Rule("pp", -0.2, lambda _, n: f"with {one(n.en) if is_one_thing(n) else n.en}"),),
    ("being", "noun"): (Rule("as-what", 0.0, around.as_its),),
    ("taken", "as-what"): (Rule("pp", -0.6, around.taken_as), Rule("verb", 0.2, around.takes_as)),
    ("asking", "verb"): (Rule("np", 0.0, lambda q, v: f"{q.en} to {v.en}"), Rule("asked", 0.0, rendering.plain)),
    **{(pos, "asked"): (Rule("np", 0.0, questions.asked_of),) for pos in ("pron", "name", "noun", "np")},
    ("pp", "adj"): (Rule("adj", 0.5, rendering.among),),
    ("name", "adj"): (Rule("adj", 0.4, lambda n, a: f"{n.en}'s {a.en}"),),
    ("noun", "adj"): (Rule("clause", 0.6, clauses.is_so), Rule("aspect", 0.0, aspects.aspect)),
    **{(pos, "as-if"): (Rule("adj", -0.6, aspects.resembling),) for pos in ("noun", "name")},
    **{(pos, "of-somebody"): (Rule("noun", -0.6, lambda who, what: f"{who.en}'{'' if who.en.endswith('s') else 's'} {what.en}"),) for pos in ("noun", "name")},
    **{(pos, "of-all"): (Rule("noun", -0.6, aspects.of_all),) for pos in ("noun", "name")},
    ("adj", "np"): (Rule("np", 0.5, belonging.such_a),),
    ("verb", "adv"): (Rule("verb", 0.5, prepositional.done_where),),
    ("verb", "till"): (Rule("verb", -1.2, rendering.until),),
    ("verb", "prep"): (Rule("verb", 0.1, lambda v, p: f"{v.en} {COMPLEMENT_PREPOSITIONS.get(p.zh, p.en)}"),),
    ("adj", "prep"): (Rule("pp", 0.2, lambda a, p: f"{a.en} {COMPLEMENT_PREPOSITIONS.get(p.zh, p.en)}"),),
    ("prep", "pp"): (Rule("pp", 0.2, prepositional.whither),),
    ("prep", "adv"): (Rule("adv", 0.2, prepositional.whither),),
    ("verb", "adj"): (Rule("verb", 0.7, rendering.kept),),
    ("sub", "clause"): (Rule("clause", 0.4, clauses.both),),
    ("verb", "pp"): (Rule("verb", 0.4, prepositional.done_where),),
    ("verb", "clause"): (Rule("verb", 0.8, questions.verb_clause),),
    ("num", "noun"): (Rule("np", 0.1, noun_phrases.number_noun),),
    ("det", "noun"): (Rule("np", 0.2, noun_phrases.determined),),
    **{(pos, "regard"): (Rule("adv", 0.1, noun_phrases.regarding), Rule("np", 0.4, lambda n, _: f"the area of {n.en}")) for pos in ("noun", "name")},
    **{(pos, "verb"): (Rule("np", 0.4, rendering.so_often, True),) for pos in ("num", "det")},
    **{("among-them", pos): (Rule("num", -0.6, lambda _, q: f"{'one' if q.en == 'a' else q.en} of the"),) for pos in ("num", "det")},
    ("noun", "amount"): (Rule("np", 0.6, lambda n, amount: f"{one(n.en)} of {amount.en}"), Rule("pp", 0.1, lambda n, amount: f"with {one(n.en)} of {amount.en}")),
    ("following", "num"): (Rule("num", -0.4, rendering.plain),),
    ("det", "num"): (Rule("num", 0.3, lambda d, q: f"{'the ' if d.en == 'other' else ''}{d.en} {q.en}"),),
    ("following", "noun"): (Rule("np", -0.4, noun_phrases.following),),
    **{("moving", pos): (Rule("moved", 0.0, lambda _, n: clauses.definite(n)),) for pos in ("noun", "name", "np", "pron")},
    ("moved", "verb"): (Rule("verb", -0.2, rendering.moved),),
    ("prep", "personal"): (Rule("pp", 0.2, lambda p, n: f"{p.en} {OBJECTS.get(n.en.lower(), n.en)}"),),
    ("whether", "verb"): (Rule("question", 0.1, lambda _, v: v.en),),
    ("whether", "adj"): (Rule("question", 0.1, lambda _, a: f"be {a.en}"),),
    ("np", "question"): (Rule("clause", -0.4, questions.asked),),
    ("noun", "question"): (Rule("clause", -0.4, questions.asked),),
    ("name", "question"): (Rule("clause", -0.4, questions.asked),),
    ("verb", "question"): (Rule("verb", 0.9, lambda v, q: f"{questions.asking(v.en)} whether it {forms.third_person(q.en)}"),),
    ("np", "noun"): (Rule("np", 0.8, belonging.of_several),),
    ("pp", "noun"): (Rule("noun", 0.8, noun_phrases.described),),
    ("dated", "noun"): (Rule("noun", 0.5, belonging.adverb_of),),
    ("noun", "pp"): (Rule("noun", 0.6, rendering.plain),),
    ("prep", "noun"): (Rule("pp", 0.3, prepositional.towards),),
    ("prep", "name"): (Rule("pp", 0.3, rendering.plain),),
    ("prep", "np"): (Rule("pp", 0.3, prepositional.led),),
    ("at", "pp"): (Rule("pp", -0.6, lambda _, where: where),),
    ("at", "adv"): (Rule("adv", -0.6, lambda _, day: day),),
    ("due", "adv"): (Rule("due-when", 0.0, lambda _, day: day),),
    ("due", "noun"): (Rule("due-when", 0.2, lambda _, where: f"in {where.en}"),),
    ("due-when", "verb"): (Rule("verb", -0.6, clauses.due),),
    ("nothing", "verb"): (Rule("verb", -0.6, clauses.nothing),),
    ("nobody", "verb"): (Rule("clause", -0.6, lambda _, v: clauses.told(clauses.NOBODY, v)),),
    ("pp", "verb"): (Rule("verb", 0.1, rendering.swapped),),
    ("adj", "adj"): (Rule("adj", 0.6, lambda a, b: f"{a.en} and {b.en}"),),
    ("pron", "clause"): (Rule("clause", 1.0, clauses.before),),
    ("pron", "noun"): (Rule("np", 0.4, belonging.possessed),),
    **{("clause", pos): (Rule("clause", 0.4, clauses.followed),) for pos in ("noun", "np", "name")},
    ("adv", "clause"): (Rule("clause", 0.3, clauses.at_time),),
    ("conj", "clause"): (Rule("clause", 0.3, clauses.before), Rule("sub", 0.2, clauses.before)),
    ("conj", "verb"): (Rule("sub", 0.6, clauses.conditional), Rule("conj", 0.8, prepositional.because)),
    ("clause", "time"): (Rule("adv", 0.0, clauses.when_so),),
    ("prep", "verb"): (Rule("pp", 0.5, clauses.by_doing, nominal=True),),
    **{("causing", pos): (Rule("caused", 0.0, lambda v, n: f"{rendering.whom(v, n)}"),) for pos in ("noun", "name", "np", "pron")},
    **{("caused", pos): (Rule("verb", -0.4, clauses.caused),) for pos in ("verb", "adj")},
    ("light", "verb"): (Rule("acted", 0.0, clauses.acted),),
    ("toward-what", "acted"): (Rule("verb", -0.4, clauses.directed),),
    ("pp", "acted"): (Rule("verb", 0.0, rendering.swapped),),
    ("toward-what", "verb"): (Rule("verb", 0.3, clauses.directed),),
    ("begun", "starting"): (Rule("adv", -0.8, lambda begun, _: f"starting {'' if is_time(begun.en) else 'from '}{begun.en}"),),
    **{("outset", pos): (Rule("begun", 0.0, lambda _, n: n),) for pos in ("noun", "name", "np", "adv")},
    **{("asked-to", pos): (Rule("verb", 0.0, clauses.asked_to),) for pos in ("verb",)},
}
_SOMETHING = ("noun", "name", "np", "pron")
SIDE_BY_SIDE |= {
    **{("without", pos): (Rule("adv", -1.2, subordinate.without),) for pos in _SOMETHING},
    **{("avoid", pos): (Rule("adv", -0.8, subordinate.avoided),) for pos in ("noun", "np", "verb")},
    **{("which", pos): (Rule("what", 0.0, subordinate.whichever),) for pos in ("noun", "np")},
    ("verb", "what"): (Rule("wh", 0.0, subordinate.asked), Rule("v-what", 0.0, subordinate.asked_for)),
    **{(pos, "v-what"): (Rule("wh", -0.6, subordinate.who_asked),) for pos in _SOMETHING},
    ("what", "verb"): (Rule("wh", 0.0, subordinate.who_does),),
    **{(pos, "how-so"): (Rule("wh", 0.0, subordinate.how_so),) for pos in _SOMETHING},
    ("how-much", "adj"): (Rule("how-adj", 0.0, subordinate.how_much),),
    **{(pos, "how-adj"): (Rule("wh", 0.0, subordinate.how_it_is),) for pos in _SOMETHING},
    ("verb", "wh"): (Rule("verb", 0.0, questions.verb_clause),),
    **{("no-matter", pos): (Rule("adv", -0.8, subordinate.no_matter),) for pos in ("wh", "how-adj")},
    **{("no-matter", pos): (Rule("adv", 0.2, subordinate.whatever_it_is), Rule(f"either-{pos}", 0.0, subordinate.either)) for pos in ("noun", "np")},
    **{("no-matter", pos): (Rule(f"either-{pos}", 0.0, subordinate.either),) for pos in ("name", "adj", "verb")},
    ("once", "verb"): (Rule("adv", 0.8, subordinate.once), Rule("once-verb", 0.0, lambda _, v: v)),
    **{(pos, "once-verb"): (Rule("adv", -0.2, subordinate.once_told),) for pos in _SOMETHING},
    ("more-so", "adj"): (Rule("more-adj", 0.0, subordinate.more_so),),
    ("more-so", "verb"): (Rule("more-verb", 0.0, lambda _, v: v),),
    **{(pos, "more-adj"): (Rule("clause", -0.8, subordinate.becomes_more_so),) for pos in _SOMETHING},
    **{(pos, "more-verb"): (Rule("clause", -0.4, subordinate.does_more),) for pos in _SOMETHING},
    ("more-adj", "more-adj"): (Rule("adj", -0.8, subordinate.the_better),),
    **{("only-if", pos): (Rule("adv", -0.8, subordinate.only),) for pos in ("pp", "adv")},
}
SIDE_BY_SIDE |= {
    ("beyond", "det"): (Rule("than", 0.0, compared.than_whose),),
    ("than", "adj-by"): (Rule("adj", -1.6, compared.compared_by),),
    **{("even", pos): (Rule("even-what", 0.0, lambda _, n: f"even {noun_phrases.bare_plural(n) if n.pos == 'noun' else n.en}"),) for pos in _SOMETHING},
    ("even-what", "even-so"): (Rule("np", -0.8, lambda what, _: what.en),),
    **{("by-whom", pos): (Rule("by-teller", 0.0, lambda _, n: f"according to {rendering.whom(n, n)}"),) for pos in _SOMETHING},
    ("by-teller", "telling"): (Rule("adv", -1.2, lambda teller, _: teller.en),),
    ("in-order", "verb"): (Rule("adv", 0.4, lambda _, v: f"to {v.en}"),),
    **{("expressing", pos): (Rule("expressed", 0.0, belonging.expressed),) for pos in ("verb", "adj", "noun")},
    ("toward-what", "expressed"): (Rule("verb", -1.0, belonging.expressed_towards),),
    ("beside", "verb"): (Rule("done-beside", 0.0, lambda _, v: v),),
    ("done-beside", "done-beside"): (Rule("verb", -1.6, clauses.meanwhile),),
    ("sub", "made-by"): (Rule("efforts-to", 0.0, lambda purpose, _: purpose.en),),
    ("adv", "made-by"): (Rule("efforts-to", 0.0, lambda purpose, _: purpose.en),),
    ("efforts-to", "noun"): (Rule("noun", -1.2, lambda purpose, n: f"{noun_phrases.bare_plural(n)} {purpose.en}"),),
    **{("why", pos): (Rule("why-so", 0.0 if pos == "verb" else 1.0, lambda _, so: so),) for pos in ("verb", "adj")},
    **{(pos, "why-so"): (Rule("np", -1.0, subordinate.reason),) for pos in _SOMETHING},
    ("so", "verb"): (Rule("so-verb", 0.0, lambda _, v: v),),
    **{(pos, "so-verb"): (Rule("clause", -0.6, clauses.told),) for pos in _SOMETHING},
    ("as-whom", "compared-with"): (Rule("adv", -1.4, lambda whom, _: f"compared with {whom.en}"),),
    ("enough", "adj"): (Rule("adj", -0.6, lambda e, a: f"{e.en} {a.en} enough".strip()),),
    **{(pos, "nth-time"): (Rule("whose-time", 0.0, subordinate.whose_time),) for pos in _SOMETHING},
    ("whose-time", "verb"): (Rule("np", -1.2, subordinate.time_that),),
    **{("banning", pos): (Rule("banned", 0.0, lambda v, n: f"{v.en} {rendering.whom(v, n)}"),) for pos in _SOMETHING},
    ("banned", "verb"): (Rule("verb", -0.4, clauses.kept_from),),
    ("passive", "asking-to"): (Rule("made-to", 0.0, lambda _, v: v.en),),
    ("made-to", "verb"): (Rule("verb", -0.6, lambda asked, v: f"be {forms.participle(asked.en)} to {v.en}"),),
    ("every-time", "verb"): (Rule("adv", -0.4, subordinate.every_time),),
    ("every-time", "clause"): (Rule("adv", -0.4, subordinate.every_time),),
    (MODAL, "v-what"): (Rule("v-what", 0.0, subordinate.may_what),),
    ("self", "verb"): (Rule("verb", -0.4, clauses.by_oneself),),
    ("which-year", "season"): (Rule("np", -1.0, rendering.plain), Rule("adv", -1.0, rendering.plain)),
    ("here", "verb"): (Rule("clause", 0.0, clauses.there_is),),
    ("pron", "question"): SIDE_BY_SIDE["noun", "question"],
}
TOO_TO = Rule("adj", -0.6, subordinate.too_to)
SO_THAT = Rule("adj", -1.4, subordinate.so_that)
WHETHER_OR = Rule("adv", -1.0, subordinate.whether_or)

# ``A 的 B``.
OWNED: dict[tuple[str, str], Rule] = {
    (a, b): rule
    for b in ("noun", "name")
    for a, rule in {
        "adj": Rule("noun", 0.1, noun_phrases.described),
        "adv": Rule("noun", 0.6, belonging.adverb_of),
        "det": Rule("np", 0.1, noun_phrases.determined),
        "verb": Rule("noun", 0.6, belonging.verb_of),
        "pp": Rule("noun", 0.4, belonging.concerning),
        "name": Rule("np", 0.3, belonging.of_name),
        "noun": Rule("np", 0.3, belonging.noun_of),
        "np": Rule("np", 0.1, belonging.of_phrase),
    }.items()
}
# 内容空洞的报告: "reports with hollow content".
OWNED["aspect", "noun"] = Rule("noun", -0.4, aspects.with_aspect)
# What is done is named: 房价的上涨, 中国的发展, 快速的发展, 对食品安全的监管.
OWNED |= {
    ("noun", "verb"): Rule("np", 0.0, belonging.happening_of),
    ("name", "verb"): Rule("np", 0.2, belonging.done_by_name),
    ("np", "verb"): Rule("np", 0.2, belonging.of_phrase),
    ("adj", "verb"): Rule("noun", 0.2, rendering.adjective_action),
    ("adj", "np"): Rule("np", 0.2, belonging.such_a),
}
for _named in ("noun", "verb"):
    OWNED["toward-what", _named] = Rule("noun", -0.6, belonging.towards_what)
    OWNED["party-toward", _named] = Rule("np", -0.8, belonging.whose_towards_what)
# 他喜欢的电影 "the film he likes".
OWNED["clause", "noun"] = Rule("np", 0.0, clauses.relative)
# 供应商提供的数据: "data provided by the supplier".
OWNED["done-by", "noun"] = Rule("noun", -0.3, rendering.swapped)
# 外面的雨: "the rain outside".
OWNED["where-at", "noun"] = Rule("np", -0.4, lambda where, n: f"the {noun_phrases.bare_plural(n) if n.zh.endswith('们') else n.en} {where.en}")
# 受到观众的喜爱: "loved by audiences".
OWNED["agented", "verb"] = SIDE_BY_SIDE["agented", "verb"][0]


FROM_TO = Rule("pp", -0.6, clauses.from_to)
HOW_DONE = Rule("verb", -0.3, rendering.how_done)
EXAMPLES = Rule("noun", 0.2, lambda a, b: f"{noun_phrases.bare_plural(b)} such as {a.en if a.en[:1].isupper() else noun_phrases.bare_plural(a)}")


def coordinated(pos: str, link: str) -> Rule | None:
    """``A 和 B`` of two parts of one part of speech."""
    if pos == "noun":
        return Rule("noun", 0.1, rendering.joined_nouns(link))
    if pos in ("verb", "adj", "name"):
        return Rule(pos, 0.1, lambda a, b: f"{a.en} {link} {b.en}")
    return None
