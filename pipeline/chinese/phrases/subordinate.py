"""The English of what hangs on another clause: whatever happens, as soon as, without, to avoid, the more, and questions inside of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.chinese.closed_classes import HOW_SO
from pipeline.chinese.phrases import clauses
from pipeline.chinese.phrases.noun_phrases import bare_plural
from pipeline.chinese.phrases.rendering import form, whom
from pipeline.english.inflection import forms
from pipeline.english.vocabulary import words
from pipeline.lexicon.termbase import Term

# What there is, rather than what somebody does: 发生什么 "what happens".
_HAPPENS = frozenset("happen occur appear arise".split())
# 以免发生事故: what is to be avoided is the accident.
_COMES_ABOUT = ("发生", "出现", "产生", "造成", "引起", "导致", "引发", "带来")
_ASKING, _TIME = "asking", "time"
_PRONOUNS = ("i", "you", "he", "she", "it", "we", "they")
_UNABLE = re.compile(r"^(?:be unable to|cannot|can|not) ?|^be able to ?")


def without(_: Term, thing: Term) -> Term:
    """如果没有补贴: "without subsidies"."""
    return Term("", f"without {whom(thing, thing)}", "adv")


def avoided(_: Term, act: Term) -> Term:
    """以免发生事故: "to avoid accidents"."""
    if act.pos != "verb":
        return Term("", f"to avoid {bare_plural(act)}", "adv")
    rest = act.en.partition(" ")[2]
    if not rest and (named := dict(act.slots).get("noun")) and named != form(act, "ing"):
        return Term("", f"to avoid {named}", "adv")
    return Term("", f"to avoid {rest if rest and act.zh.startswith(_COMES_ABOUT) and words.guess(rest.split(' ')[0])[:1] not in tuple('PT') else form(act, 'ing')}", "adv")


def whichever(which: Term, thing: Term) -> str:
    """多少钱 "how much money", 哪些国家 "which countries"."""
    several = words.countable(thing.en.rsplit(" ", 1)[-1]) is not False and thing.countable != "no"
    if which.en == "how much":
        return f"how many {bare_plural(thing)}" if several else f"how much {thing.en}"
    return f"{which.en} {bare_plural(thing) if which.zh in ('哪些', '几') else thing.en}"


def asked(verb: Term, what: Term) -> Term:
    """说什么: "what to say", 发生什么: "what happens"."""
    if verb.en in _HAPPENS:
        return clauses.told(Term("", what.en, "pron"), verb)
    return Term("", f"{what.en} to {_without_place(verb.en, what)}", "wh")


def _without_place(en: str, what: Term) -> str:
    """ "where to put", not "where to put in"."""
    first, _, last = en.rpartition(" ")
    return first if what.en == "where" and first and last in ("in", "on", "at", "to") else en


def asked_for(verb: Term, what: Term) -> Term:
    """说什么, still without who says it."""
    return Term("", _without_place(verb.en, what), "v-what", forms=(*verb.forms, (_ASKING, what.en)))


def who_asked(subject: Term, verb: Term) -> Term:
    """他说什么: "what he says"."""
    if verb.en in _HAPPENS:
        return clauses.told(Term("", "what", "pron"), verb)
    said = clauses.told(subject, replace(verb, forms=tuple(item for item in verb.forms if item[0] != _ASKING)))
    return clauses.before(Term("", dict(verb.forms).get(_ASKING, "what"), "wh"), said)


def who_does(who: Term, verb: Term) -> Term:
    """谁赢了: "who won"."""
    return clauses.told(Term("", who.en, "pron"), verb)


def how_so(subject: Term, _: Term) -> Term:
    """结果如何: "what the result is"."""
    said = clauses.told(_known(subject), Term("", "be", "verb"))
    return clauses.each(said, lambda text: f"what {text}") if subject.pos in ("noun", "np") else clauses.each(said, lambda text: f"how {text}")


def _known(subject: Term) -> Term:
    """Of which result, weather or plan it is asked, everybody knows."""
    return replace(subject, en=clauses.definite(subject), pos="np") if subject.pos == "noun" else subject


def how_much(_: Term, quality: Term) -> str:
    """多冷: "how cold"."""
    return f"how {quality.en}"


def how_it_is(subject: Term, how: Term) -> Term:
    """天气多冷: "how cold the weather is"."""
    return clauses.each(clauses.told(_known(subject), Term("", "be", "verb")), lambda text: f"{how.en} {text}")


def no_matter(_: Term, asked: Term) -> Term:
    """无论发生什么: "no matter what happens", 不管结果如何: "regardless of the result"."""
    if asked.zh.endswith(HOW_SO) and asked.en.startswith("what the "):
        return Term("", f"regardless of {asked.en.removeprefix('what ').rpartition(' ')[0]}", "adv")
    return clauses.each(replace(asked, pos="adv"), lambda text: f"no matter {text}")


def whatever_it_is(_: Term, thing: Term) -> Term:
    """无论天气: "regardless of the weather"."""
    return Term("", f"regardless of {clauses.definite(thing)}", "adv")


def either(_: Term, first: Term) -> Term:
    """无论是新书, before another one."""
    return replace(first, en=bare_plural(first) if first.pos == "noun" else first.en)


def whether_or(first: Term, other: Term) -> Term:
    """无论是新书还是旧书: "whether new books or old books"."""
    said = bare_plural(other) if other.pos == "noun" else other.en
    return Term("", f"whether {form(first, 'ing') if other.pos == 'verb' else first.en} or {form(other, 'ing') if other.pos == 'verb' else said}", "adv")


def once(_: Term, verb: Term) -> Term:
    """一上车: "as soon as he gets on the bus", whoever he is."""
    return clauses.by_nobody(Term("一", "as soon as", "conj"), verb)


def once_told(subject: Term, verb: Term) -> Term:
    """门一打开: "as soon as the door opens"."""
    return clauses.each(replace(clauses.told(subject, verb), pos="adv"), lambda text: f"as soon as {text}")


def more_so(_: Term, quality: Term) -> str:
    """越紧张: "the more nervous"."""
    return f"the {forms.comparative(quality.en)}"


def becomes_more_so(subject: Term, more: Term) -> Term:
    """管理越困难: "the more difficult management becomes"."""
    return clauses.each(clauses.told(subject, Term("", "become", "verb")), lambda text: f"{more.en} {text}")


def does_more(subject: Term, verb: Term) -> Term:
    """他越喜欢: "the more he likes"."""
    return clauses.each(clauses.told(subject, verb), lambda text: f"the more {text}")


def the_better(first: Term, then: Term) -> Term:
    """越快越好: "the faster, the better"."""
    return Term("", f"{first.en}, {then.en}" if " " in first.en.removeprefix("the ") else f"{first.en} {then.en}", "adj")


def reason(subject: Term, so: Term) -> Term:
    """他之所以成功: "the reason he succeeded"."""
    said = clauses.told(subject, so) if so.pos == "verb" else clauses.is_so(subject, so)
    return Term("", f"the reason {dict(said.forms).get('past', said.en) if so.pos == 'verb' else said.en}", "np")


def so_that(quality: Term, act: Term) -> Term:
    """累得说不出话: "so tired that he cannot speak", whoever he is."""
    return replace(clauses.by_nobody(Term("", f"so {quality.en} that", "conj"), act), pos="adj")


def too_to(quality: Term, act: Term) -> str:
    """宽得无法, 太重而无法: "too wide to", whoever cannot do it; 累得无法工作: "too tired to work"."""
    return f"too {quality.en.removeprefix('too ').removeprefix('very ')} to {_UNABLE.sub('', act.en)}".rstrip()


def whose_time(subject: Term, time: Term) -> Term:
    """他最后一次, before what he did then."""
    return replace(subject, pos=subject.pos, forms=(*subject.forms, (_TIME, time.en)))


def time_that(subject: Term, verb: Term) -> Term:
    """他最后一次见到: "the last time he saw"."""
    own = dict(subject.forms)
    whose = next((pos for pos in ("pron",) if subject.en.lower() in _PRONOUNS), "np" if own.get("plural") is None else "noun")
    return clauses.each(clauses.told(replace(subject, pos=whose), verb), lambda said: f"{own[_TIME]} {said}")


def every_time(_: Term, act: Term) -> Term:
    """每次重启: "every time it restarts", whatever it is."""
    each_time = Term("", "every time", "conj")
    return clauses.before(each_time, act) if act.pos == "clause" else clauses.by_nobody(each_time, act)


def may_what(modal: Term, act: Term) -> Term:
    """想干什么: what it is that one wants to do."""
    verb = replace(modal, pos="verb")
    return Term("", f"{modal.en} {act.en}", "v-what", forms=(*((name, f"{clauses.form_of(verb, name)} {act.en}") for name in ("s3", "past", "done", "ing")), *(item for item in act.forms if item[0] == _ASKING)))


def only(_: Term, how: Term) -> str:
    """只有通过合作: "only through cooperation"."""
    return f"only {how.en}"
