"""How two Chinese words make an English phrase: rule tables, part of speech by part of speech, with what each costs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.chinese import bound
from pipeline.chinese.closed_classes import COMPLEMENT_PREPOSITIONS, COPULAS, MODAL, NEGATIONS
from pipeline.english import forms, words
from pipeline.english.governors import INTRANSITIVE
from pipeline.english.realise import MODALS, OBJECTS, WITH_OBJECT
from pipeline.lexicon.termbase import Term

_POSSESSIVE = {"i": "my", "you": "your", "he": "his", "she": "her", "it": "its", "we": "our", "they": "their"}


class Rule(NamedTuple):
    """The part of speech of the phrase, what the rule costs, and how its English is made from the two parts."""

    pos: str
    cost: float
    make: Callable[[Term, Term], str]
    # The second part is a word, not a phrase.
    of_word: bool = False
    # It makes a noun of a verb, which none is made of that is led by a modal verb or "be".
    nominal: bool = False


# What is hardly ever the object of the verb before it: 经营压力 is "operating pressure", 退役仪式 a "retirement ceremony".
_OF_ACTIONS = frozenset("意愿 情绪 体验 性能 仪式 阵容 方式 过程 指南 教程 手册 首日 首周 当天 期间 余地 经历 生涯 强度 频率 周期".split())


def of_action(rule: Rule, right: Term | None) -> float:
    """What a verb with the noun ``right`` behind it costs less as the name of a kind, and more as a verb with its object."""
    if right is None or right.zh not in _OF_ACTIONS:
        return 0.0
    return -0.75 if rule.make is _verb_noun else 0.25 if rule.make is _before_object else 0.0


def bare_plural(term: Term) -> str:
    """A noun as it stands without a determiner: plural where it can be counted."""
    if term.pos != "noun" or term.countable in ("no", "plural") or forms.is_plural(term.en):
        return term.en
    if not term.countable and words.countable(term.en.rsplit(" ", 1)[-1]) is False:
        return term.en
    return dict(term.forms).get("plural") or forms.plural(term.en)


def _attribute(term: Term) -> str:
    return dict(term.slots).get("attr", term.en)


def _form(verb: Term, name: str) -> str:
    """The -ing form or the participle, of a phrase its own."""
    return dict(verb.forms).get(name) or (forms.gerund(verb.en) if name == "ing" else forms.participle(verb.en))


def _when(v: Term, time: Term) -> str:
    """拍摄时: "when shooting"."""
    return f"{time.en} {_form(v, 'ing')}"


def _during(n: Term, time: Term) -> str:
    return f"{'during' if time.en == 'when' else time.en} the {n.en.removeprefix('the ')}"


def negated(verb: Term, negation: Term) -> tuple[tuple[str, str], ...]:
    """The forms of 不 and 没 with a verb: "does not know", "did not arrive"."""
    if verb.en.startswith("be "):
        rest = verb.en.removeprefix("be ")
        return (("past", f"was not {rest}"), ("done", f"not been {rest}"), ("ing", f"not being {rest}"), ("s3", f"is not {rest}"), ("plain", f"are not {rest}"))
    past = f"did not {verb.en}"
    over = negation.zh in ("没", "没有", "未")
    base = (("past", past), ("done", f"not {_form(verb, 'done')}"), ("ing", f"not {_form(verb, 'ing')}"))
    return (*base, ("s3", past if over else f"does not {verb.en}"), ("plain", past if over else f"do not {verb.en}"))


def _plain(a: Term, b: Term) -> str:
    return f"{a.en} {b.en}"


def _swapped(a: Term, b: Term) -> str:
    return f"{b.en} {a.en}"


# 对 X 的 N: which preposition N takes; "to" for what is not here.
_TOWARDS = {
    "on": "impact influence effect attack pressure research tax emphasis reliance dependence ban restriction crackdown focus limit tariff opinion view constraint burden insistence",
    "in": "confidence trust interest investment belief participation faith",
    "of": "understanding knowledge fear awareness control evaluation assessment use criticism review analysis perception recognition treatment protection study supervision management judgment abuse expectation",
    "for": "demand support respect love desire need request preference responsibility passion enthusiasm concern care hope requirement",
}
_TOWARDS_OF = {noun: preposition for preposition, nouns in _TOWARDS.items() for noun in nouns.split()}


def _concerning(a: Term, n: Term) -> str:
    """对市场的影响: "impact on the market"."""
    towards, _, whom = a.en.partition(" ")
    if not a.zh.startswith("对"):
        return _swapped(a, n)
    preposition = _TOWARDS_OF.get(forms.singular(n.en.rpartition(" ")[2]), towards)
    return f"{n.en} {preposition} {whom}"


def _noun_noun(a: Term, n: Term) -> str:
    return f"{_attribute(a)} {n.en}"


_TOWARDS_PLACES = ("到", "至", "入", "进", "往", "在")


def _before_object(a: Term, n: Term) -> str:
    if a.zh.endswith(_TOWARDS_PLACES) and a.pos == "verb" and n.pos == "noun" and n.countable not in ("no", "plural") and not forms.is_plural(n.en) and words.countable(n.en.rsplit(" ", 1)[-1]) is not False:
        # 推送到仓库: where something gets to is one place.
        return f"{a.en} the {n.en}"
    return f"{a.en} {n.en if a.en.endswith(' no') else bare_plural(n)}"


def _towards(p: Term, n: Term) -> str:
    """对市场 "to the market", 给孩子们 "to children": whom something is done to is known."""
    one = p.zh == "对" and n.pos == "noun" and n.countable not in ("no", "plural") and words.countable(n.en.rsplit(" ", 1)[-1]) is not False
    return f"{p.en} the {n.en}" if one and not forms.is_plural(n.en) else _before_object(p, n)


def _verb_noun(v: Term, n: Term) -> str:
    """微调指南: what is done names the kind of thing; 没有理由: there is none of it."""
    if v.en.endswith(" no"):
        return f"no {n.en}"
    own = dict(v.slots)
    return f"{own.get('noun') or own.get('attr') or _form(v, 'ing')} {n.en}"


def _noun_verb(n: Term, v: Term) -> str:
    """商业进化: the verb as a noun."""
    return f"{_attribute(n)} {dict(v.slots).get('noun') or _form(v, 'ing')}"


def _adjective_verb(a: Term, v: Term) -> str:
    """全面推进 "comprehensively advance"; 手工打造 "build by hand"."""
    how = dict(a.slots).get("adv") or forms.adverb(a.en)
    return f"{v.en} {how}" if " " in how else f"{how} {v.en}"


def _adjective_action(a: Term, v: Term) -> str:
    """无线充电: the action as a noun, "wireless charging"."""
    return f"{_attribute(a)} {dict(v.slots).get('noun') or _form(v, 'ing')}"


def _adverb_verb(d: Term, v: Term) -> str:
    if d.zh in NEGATIONS:
        return f"not {v.en}"
    if d.en in ("again", "anew") and v.en.isalpha():
        return f"re{'-' if v.en[0] == 'e' else ''}{v.en}"
    if d.en in ("again", "anew"):
        # 重新登录: "log in again".
        return f"{v.en} {d.en}"
    if " " not in d.en and v.en.startswith("be "):
        return f"be {d.en} {v.en[3:]}"
    if " " not in d.en or d.en in _BEFORE_VERB:
        return f"{d.en} {v.en}"
    short = next((also for also in d.also if also.endswith("ly") and words.guess(also)[:1] == "r"), "")
    if short and not v.en.startswith("be "):
        # 首次突破 leaves its object behind: "first exceeds", not "exceeds for the first time".
        return f"{short} {v.en}"
    # 全力配合 "cooperate with full effort": one preposition, though each of the two has its own.
    rest, _, last = v.en.rpartition(" ")
    return f"{rest if rest and words.guess(last)[:1] == 'P' and words.guess(d.en.split(' ')[0])[:1] == 'P' else v.en} {d.en}"


# Adverbs of several words that still stand before their verb.
_BEFORE_VERB = ("do not", "no longer", "not only", "not yet", "once again", "hardly ever", "far from")


def _adverb_adjective(d: Term, a: Term) -> str:
    degree = bound.superlative(d, a)
    if degree:
        return degree
    return f"not {a.en}" if d.zh in NEGATIONS else f"{d.en} {a.en}"


# What stands before a "to" that a bare verb follows; behind any other, "belong to", comes a noun.
_TO_DO = frozenset(
    "able unable willing unwilling reluctant ready eager happy afraid glad likely unlikely bound sure destined certain expected forced required obliged supposed allowed about used easy hard "
    "difficult impossible possible enough insufficient late time dare want hope wish need plan try fail struggle strive attempt intend decide choose refuse manage tend begin start continue aim "
    "bother have heart way right opportunity chance need far".split()
)


def is_modal(term: Term) -> bool:
    """True for a verb whose English a bare verb follows: "can", "will not", "be unable to"."""
    if term.pos not in ("verb", MODAL):
        return False
    before, to, rest = term.en.rpartition(" to")
    return term.en in MODALS or term.en.endswith(" not") or bool(to) and not rest and (before.rpartition(" ")[2] in _TO_DO or before.endswith("so far as"))


# What a modal verb is behind another verb: 希望能够改善 "hope to be able to improve".
_AS_BARE = {"can": "be able to", "could": "be able to", "must": "have to", "cannot": "be unable to"}
_TAKE_TO = frozenset("need want hope try plan help allow decide continue begin start choose refuse attempt strive intend wish fail manage learn enable".split())
_TAKE_GERUND = frozenset("recommend suggest avoid consider stop finish keep risk support prevent enjoy practice delay postpone".split())


def _bare(verb: Term) -> str:
    first, _, rest = verb.en.partition(" ")
    return f"{_AS_BARE.get(first, first)} {rest}".rstrip()


def _verb_verb(a: Term, b: Term) -> str:
    if is_modal(a):
        return f"{a.en} {_bare(b)}"
    if a.en in _TAKE_TO:
        return f"{a.en} to {_bare(b)}"
    if a.en in _TAKE_GERUND:
        return f"{a.en} {_form(b, 'ing')}"
    noun = dict(b.slots).get("noun")
    return f"{a.en} {noun}" if noun else f"{a.en} and {b.en}"


def _moving(_: Term, felt: Term) -> str:
    """令人 + 失望, 吃惊: what makes one feel so, "disappointing", "surprising"."""
    feeling = dict(felt.slots).get("adj") or dict(felt.slots).get("attr") or (forms.participle(felt.en) if felt.pos == "verb" else felt.en)
    if feeling.isalpha() and feeling.endswith("ed"):
        stem = feeling.removesuffix("ed")
        cause = stem.removesuffix("i") + "ying" if stem.endswith("i") else stem + "ing"
        if words.zipf(cause) > 0:
            return cause
    if felt.pos == "adj" and not feeling.endswith("ed"):
        return felt.en
    verb = forms.gerund(felt.en)
    if felt.pos == "verb" and words.tags(verb)[:1] == "j":
        return verb
    return f"that makes one {felt.en}"


def _noun_adjective(n: Term, a: Term) -> str:
    subject = bare_plural(n)
    return f"{subject} {'are' if forms.is_plural(subject) else 'is'} {a.en}"


def _number_noun(q: Term, n: Term) -> str:
    return f"{q.en} {n.en}" if q.en in ("one", "1") else f"{q.en} {bare_plural(n)}"


def be_form(subject: Term) -> str:
    """ "am", "are" or "is", as ``subject`` asks."""
    if subject.en.lower() == "i":
        return "am"
    several = subject.en.lower() in ("you", "we", "they", "these", "those") or forms.is_plural(bare_plural(subject)) and subject.pos == "noun"
    return "are" if several else "is"


def copula(link: str) -> Rule:
    """``A 是 B``, ``A 不是 B``: "the price is no problem"."""
    return Rule("clause", 0.2, lambda a, b: _equated(a, COPULAS[link], b))


def _equated(a: Term, adverb: str, b: Term) -> str:
    verb = be_form(a)
    if b.en in ("who", "what", "which", "where"):
        return f"{b.en} {verb} {a.en}"
    said = b.en
    if b.pos == "noun" and b.countable not in ("no", "plural") and words.countable(b.en.rsplit(" ", 1)[-1]) is not False:
        said = bare_plural(b) if verb == "are" else f"{forms.article(b.en)} {b.en}"
    return " ".join(filter(None, (bare_plural(a), verb, adverb, said)))


def _going_on(_: Term, v: Term) -> str:
    return f"be {_form(v, 'ing')}"


def _subject_verb(s: Term, v: Term) -> str:
    if v.en.startswith("be "):
        return f"{bare_plural(s)} {be_form(s)} {v.en.removeprefix('be ')}"
    plural = s.en.lower() in ("i", "you", "we", "they") or (s.pos == "noun" and s.countable != "no")
    own = dict(v.forms)
    return f"{bare_plural(s)} {own.get('plain', v.en) if plural else own.get('s3') or forms.third_person(v.en)}"


# Determiners that count more than one; so does what ends in "of", but for kinds.
_SEVERAL = frozenset("other all most several many multiple various numerous both some these those few more".split())


def counts_several(determiner: str) -> bool:
    """True for "several", "other", "a series of": the noun behind it is plural where it can be."""
    last = determiner.rpartition(" ")[2]
    return last in _SEVERAL or last == "of" and not determiner.endswith(("kind of", "type of", "part of", "piece of", "all of the"))


def _determined(d: Term, n: Term) -> str:
    noun = bare_plural(n) if counts_several(d.en) else n.en
    return f"{forms.article(n.en) if d.en == 'a' else d.en} {noun}"


# Of these the one that follows is shown; of others there are several.
_SHOWN = frozenset("command code example content figure table link address statement formula configuration picture text message output query script".split())


def _following(d: Term, n: Term) -> str:
    return f"{d.en} {n.en if n.en.rpartition(' ')[2] in _SHOWN else bare_plural(n)}"


def _asked(s: Term, q: Term) -> str:
    """对象是否为: "whether the object is"."""
    subject = s.en if s.pos in ("np", "name") or s.countable == "no" else f"the {s.en}"
    return f"whether {subject} {forms.third_person(q.en)}"


# 离学校很近 "close to the school".
_DISTANCES = {"near": "close to", "close": "close to", "nearby": "close to", "far": "far from", "distant": "far from"}


def _away(_: Term, n: Term) -> str:
    return n.en if n.pos != "noun" or n.countable in ("no", "plural") else f"the {n.en}"


# After these one gives "to" somebody, after others one does it "for" somebody.
_TO_WHOM = frozenset("send give deliver explain write introduce recommend bring provide apologize apologise pay show report offer lend sell hand pass speak talk teach return feed".split())


def _for_whom(whom: Term, v: Term) -> str:
    """给平台打工 "work for the platform", 给客户发邮件 "send e-mails to customers"."""
    return f"{v.en} {'to' if whom.zh[0] == '给' and v.en.partition(' ')[0] in _TO_WHOM else 'for'} {whom.en}"


def _whom(_: Term, n: Term) -> str:
    return OBJECTS.get(n.en.lower(), n.en) if n.pos == "pron" else bare_plural(n)


def _moved(thing: Term, v: Term) -> str:
    """将其放入: "put it into"."""
    first, _, rest = v.en.partition(" ")
    return f"{first} {thing.en} {rest}" if rest and words.guess(rest.rpartition(" ")[2])[:1] in tuple("PT") else f"{v.en} {thing.en}"


def how_done(v: Term, how: Term) -> str:
    """走得更快: "walk faster", the adverb of the adjective; a comparative stays one."""
    first, _, last = how.en.rpartition(" ")
    adverb = how.en if how.pos == "adv" or how.en.endswith(("er", "better", "worse")) else f"{first} {forms.adverb(last)}".strip()
    return f"{v.en} {adverb}"


def _like(_: Term, n: Term) -> str:
    """像电脑 "like a computer", 像朋友们 "like friends"."""
    counted = n.pos == "noun" and n.countable not in ("no", "plural") and words.countable(n.en.rsplit(" ", 1)[-1]) is not False and not forms.is_plural(n.en)
    return f"like {forms.article(n.en)} {n.en}" if counted else f"like {OBJECTS.get(n.en.lower(), n.en)}"


def _among(where: Term, a: Term) -> str:
    """世界上最高 "the world's tallest"; 网上流行 "popular on the web"."""
    return f"{where.en.partition(' ')[2]}'s {a.en}" if a.zh.startswith("最") else f"{a.en} {where.en}"


def _asked_of(s: Term, asked: Term) -> str:
    """他 + 为什么离开: "why he leaves"."""
    word, _, verb = asked.en.partition(" ")
    return f"{word} {_subject_verb(s, Term(asked.zh, verb, 'verb'))}"


def _asking(verb: str) -> str:
    return "determine" if verb == "judge" else verb


def _verb_clause(v: Term, c: Term) -> str:
    return f"{_asking(v.en) if c.en.startswith('whether ') else v.en} {c.en}"


def _possessed(p: Term, n: Term) -> str:
    if p.en in ("none", "nothing"):
        return f"no {n.en}"
    return f"{_POSSESSIVE.get(p.en.lower(), p.en)} {n.en}"


def _verb_of(v: Term, n: Term) -> str:
    """流失的用户 "lost users", 去年推出的产品 "products launched last year", 参加比赛的选手 "contestants taking part in the match"."""
    if v.en.startswith("have no "):
        return f"{n.en} with {v.en.removeprefix('have ')}"
    if v.en.startswith("be "):
        state = v.en.removeprefix("be ")
        return f"{n.en} {state}" if " " in state else f"{state} {n.en}"
    has_object = WITH_OBJECT in v.forms
    first, *rest = v.en.split(" ")
    adverb_first = words.tags(first)[:1] == "r"
    active = has_object or (rest[0] if adverb_first and rest else first) in INTRANSITIVE or is_modal(v)
    form = _form(v, "ing" if active else "done")
    return f"{n.en} {form}" if has_object or rest and not adverb_first else f"{form} {n.en}"


# What a noun behind 的 belongs to without "of": 早上的空气 "morning air".
_TIME_NOUNS = frozenset("morning afternoon evening night noon midnight daytime weekend spring summer autumn winter".split())


def _noun_of(a: Term, n: Term) -> str:
    if a.en in _TIME_NOUNS:
        return f"{a.en} {n.en}"
    return f"{n.en} of {bare_plural(a)}"


def _joined_nouns(link: str) -> Callable[[Term, Term], str]:
    return lambda a, b: f"{bare_plural(a)} {link} {bare_plural(b)}"


# The parts stand side by side. More than one rule for a pair: the arbiter sees both readings.
SIDE_BY_SIDE: dict[tuple[str, str], tuple[Rule, ...]] = {
    ("adj", "noun"): (Rule("noun", 0.0, _plain),),
    ("noun", "noun"): (Rule("noun", 0.15, _noun_noun),),
    ("name", "noun"): (Rule("noun", 0.2, bound.compound),),
    **{(pos, "head"): (Rule("noun", 0.1, bound.compound),) for pos in ("noun", "verb", "adj", "name")},
    ("name", "division"): (Rule("name", -0.6, bound.division),),
    ("verb", "time"): (Rule("adv", 0.1, _when),),
    ("noun", "time"): (Rule("adv", 0.3, _during),),
    ("det", "head"): (Rule("np", 0.1, _determined),),
    ("verb", "agent"): (Rule("noun", 0.1, bound.agent),),
    ("noun", "agent"): (Rule("noun", 0.9, bound.of_people),),
    ("name", "person"): (Rule("noun", 0.0, bound.native),),
    ("noun", "scholar"): (Rule("noun", 0.0, bound.scholar, True),),
    **{(pos, "quality"): (Rule("noun", 0.0 if pos == "adj" else 0.3, bound.quality, True),) for pos in ("adj", "noun", "verb")},
    **{(pos, "place"): (Rule("pp", 0.2, bound.place),) for pos in ("noun", "head", "name", "np")},
    ("name", "name"): (Rule("name", 0.5, _plain),),
    ("verb", "noun"): (Rule("verb", 0.3, _before_object), Rule("noun", 0.9, _verb_noun, True)),
    ("verb", "np"): (Rule("verb", 0.2, _plain),),
    ("verb", "name"): (Rule("verb", 0.4, _plain),),
    ("noun", "verb"): (Rule("noun", 0.35, _noun_verb, nominal=True), Rule("clause", 1.2, _subject_verb)),
    ("name", "verb"): (Rule("clause", 0.4, _subject_verb),),
    ("pron", "verb"): (Rule("clause", 0.3, _subject_verb),),
    ("adj", "verb"): (Rule("verb", 0.4, _adjective_verb), Rule("noun", 0.5, _adjective_action, nominal=True)),
    ("conj", "noun"): (Rule("conj", 0.2, _before_object),),
    ("conj", "name"): (Rule("conj", 0.2, _plain),),
    ("conj", "adj"): (Rule("conj", 0.4, _plain),),
    ("adv", "verb"): (Rule("verb", 0.1, _adverb_verb),),
    ("passive", "verb"): (Rule("verb", 0.0, lambda _, v: f"be {_form(v, 'done')}"),),
    ("adv", "adj"): (Rule("adj", 0.1, _adverb_adjective),),
    ("verb", "verb"): (Rule("verb", 0.8, _verb_verb), Rule("verb", 1.1, lambda a, b: f"{a.en} and {b.en}")),
    (MODAL, "verb"): (Rule("verb", 0.3, _verb_verb),),
    (MODAL, "adj"): (Rule("verb", 0.5, lambda m, a: f"{m.en} be {a.en}"),),
    (MODAL, MODAL): (Rule(MODAL, 0.3, _verb_verb),),
    ("adv", MODAL): (Rule(MODAL, 0.1, _adverb_verb),),
    ("pron", MODAL): (Rule("clause", 0.5, _subject_verb),),
    ("making", "verb"): (Rule("adj", 0.0, _moving),),
    ("making", "adj"): (Rule("adj", 0.0, _moving),),
    ("making", "noun"): (Rule("adj", 0.4, _moving),),
    ("adj", "by-far"): (Rule("adj", 0.0, lambda a, _: f"much {forms.comparative(a.en)}"),),
    ("noun", "one-of"): (Rule("np", 0.0, lambda n, _: f"one of the {bare_plural(n)}"),),
    ("going-on", "verb"): (Rule("verb", 0.0, _going_on),),
    ("verb", "pron"): (Rule("verb", 0.3, lambda v, p: f"{v.en} {OBJECTS.get(p.en.lower(), p.en)}"),),
    **{("beyond", pos): (Rule("than", 0.0, lambda _, n: f"than {bare_plural(n)}"),) for pos in ("noun", "name", "np", "pron", "adv")},
    ("than", "adj"): (Rule("adj", 0.0, lambda t, a: f"{forms.comparative(a.en)} {t.en}"),),
    ("np", "adj"): (Rule("clause", 0.5, lambda n, a: f"{n.en} {be_form(n)} {a.en}"),),
    ("pron", "adj"): (Rule("clause", 0.4, lambda n, a: f"{n.en} {be_form(n)} {a.en}"),),
    ("np", "verb"): (Rule("clause", 0.6, _subject_verb),),
    ("degree", "verb"): (Rule("adj", -0.4, _plain),),
    ("worth", "verb"): (Rule("adj", -0.4, lambda _, v: f"worth {_form(v, 'ing')}"),),
    **{("away", pos): (Rule("away-from", 0.0, _away),) for pos in ("noun", "name", "np")},
    ("away-from", "adj"): (Rule("adj", -0.4, lambda where, a: f"{_DISTANCES.get(a.en.rpartition(' ')[2], a.en + ' from')} {where.en}"),),
    ("every", "season"): (Rule("np", -0.6, lambda _, n: f"every {n.en}"),),
    **{("for-whom", pos): (Rule("whom", 0.0, _whom),) for pos in ("noun", "name", "np", "pron")},
    ("whom", "verb"): (Rule("verb", 0.2, _for_whom),),
    **{("like", pos): (Rule("likeness", 0.0, _like),) for pos in ("noun", "name", "np", "pron")},
    ("likeness", "alike"): (Rule("pp", -0.4, lambda likeness, _: likeness.en),),
    **{("taking", pos): (Rule("taken", 0.0, lambda _, n: bare_plural(n)),) for pos in ("noun", "name", "np")},
    ("taken", "as-what"): (Rule("pp", -0.6, lambda taken, what: what.en.format(taken.en)),),
    ("asking", "verb"): (Rule("np", 0.0, lambda q, v: f"{q.en} to {v.en}"), Rule("asked", 0.0, _plain)),
    **{(pos, "asked"): (Rule("np", 0.0, _asked_of),) for pos in ("pron", "name", "noun", "np")},
    ("pp", "adj"): (Rule("adj", 0.3, _among),),
    ("name", "adj"): (Rule("adj", 0.4, lambda n, a: f"{n.en}'s {a.en}"),),
    ("noun", "adj"): (Rule("clause", 0.6, _noun_adjective),),
    ("verb", "adv"): (Rule("verb", 0.5, _plain),),
    ("verb", "prep"): (Rule("verb", 0.1, lambda v, p: f"{v.en} {COMPLEMENT_PREPOSITIONS.get(p.zh, p.en)}"),),
    ("adj", "prep"): (Rule("pp", 0.2, lambda a, p: f"{a.en} {COMPLEMENT_PREPOSITIONS.get(p.zh, p.en)}"),),
    ("prep", "adv"): (Rule("adv", 0.2, lambda p, d: d.en if p.zh in ("在", "于") else f"{p.en} {d.en}"),),
    ("verb", "adj"): (Rule("verb", 0.7, _plain),),
    ("verb", "pp"): (Rule("verb", 0.4, _plain),),
    ("verb", "clause"): (Rule("verb", 0.8, _verb_clause),),
    ("num", "noun"): (Rule("np", 0.1, _number_noun),),
    ("det", "noun"): (Rule("np", 0.2, _determined),),
    ("following", "noun"): (Rule("np", -0.4, _following),),
    **{("moving", pos): (Rule("moved", 0.0, _whom),) for pos in ("noun", "name", "np", "pron")},
    ("moved", "verb"): (Rule("verb", -0.2, _moved),),
    ("prep", "personal"): (Rule("pp", 0.2, lambda p, n: f"{p.en} {OBJECTS.get(n.en.lower(), n.en)}"),),
    ("whether", "verb"): (Rule("question", 0.1, lambda _, v: v.en),),
    ("whether", "adj"): (Rule("question", 0.1, lambda _, a: f"be {a.en}"),),
    ("np", "question"): (Rule("clause", -0.4, _asked),),
    ("noun", "question"): (Rule("clause", -0.4, _asked),),
    ("name", "question"): (Rule("clause", -0.4, _asked),),
    ("verb", "question"): (Rule("verb", 0.9, lambda v, q: f"{_asking(v.en)} whether it {forms.third_person(q.en)}"),),
    ("np", "noun"): (Rule("np", 0.8, _plain),),
    ("noun", "pp"): (Rule("noun", 0.6, _plain),),
    ("prep", "noun"): (Rule("pp", 0.3, _towards),),
    ("prep", "name"): (Rule("pp", 0.3, _plain),),
    ("prep", "np"): (Rule("pp", 0.3, _plain),),
    ("at", "pp"): (Rule("pp", -0.6, lambda _, where: where.en),),
    ("at", "adv"): (Rule("adv", -0.6, lambda _, when: when.en),),
    ("pp", "verb"): (Rule("verb", 0.1, _swapped),),
    ("adj", "adj"): (Rule("adj", 0.6, lambda a, b: f"{a.en} and {b.en}"),),
    ("pron", "clause"): (Rule("clause", 1.0, _plain),),
    ("pron", "noun"): (Rule("np", 0.4, _possessed),),
    ("clause", "noun"): (Rule("clause", 0.4, _before_object),),
    ("clause", "np"): (Rule("clause", 0.4, _plain),),
    ("adv", "clause"): (Rule("clause", 0.3, _plain),),
    ("conj", "clause"): (Rule("clause", 0.3, _plain),),
    ("conj", "verb"): (Rule("conj", 0.6, _plain),),
}

# ``A 的 B``.
OWNED: dict[tuple[str, str], Rule] = {
    (a, b): rule
    for b in ("noun", "name")
    for a, rule in {
        "adj": Rule("noun", 0.1, _plain),
        "adv": Rule("noun", 0.6, lambda a, n: f"{_attribute(a)} {n.en}"),
        "det": Rule("np", 0.1, _determined),
        "verb": Rule("noun", 0.6, _verb_of),
        "pp": Rule("noun", 0.4, _concerning),
        "name": Rule("noun", 0.3, lambda a, b: f"{a.en}'s {b.en}"),
        "noun": Rule("noun", 0.3, _noun_of),
        "np": Rule("noun", 0.1, lambda a, n: f"{n.en} of {a.en}"),
    }.items()
}


HOW_DONE = Rule("verb", -0.3, how_done)
EXAMPLES = Rule("noun", 0.2, lambda a, b: f"{bare_plural(b)} such as {a.en if a.en[:1].isupper() else bare_plural(a)}")


def coordinated(pos: str, link: str) -> Rule | None:
    """``A 和 B`` of two parts of one part of speech."""
    if pos == "noun":
        return Rule("noun", 0.1, _joined_nouns(link))
    if pos in ("verb", "adj", "name"):
        return Rule(pos, 0.1, lambda a, b: f"{a.en} {link} {b.en}")
    return None
