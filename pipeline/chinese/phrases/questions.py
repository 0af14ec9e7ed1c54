"""Questions and clauses inside of a sentence: 他是谁 "who he is", 对象是否为 "whether the object is", 他为什么离开 "why he leaves", 听说他病了 "hear he is ill"."""

from __future__ import annotations

from pipeline.chinese.phrases.noun_phrases import bare_plural
from pipeline.chinese.phrases.rendering import be_form, form, subject_verb
from pipeline.english.inflection import forms
from pipeline.english.vocabulary.events import is_event
from pipeline.english.wording.modal_phrases import MODALS
from pipeline.lexicon.termbase import Term


def what_of(n: Term, what: Term) -> str:
    """他是谁: "who he is"."""
    return f"{what.en} {n.en if n.pos == 'pron' else bare_plural(n)} {be_form(n)}"


def asked(s: Term, q: Term) -> str:
    """对象是否为: "whether the object is"."""
    subject = s.en if s.pos in ("np", "name", "pron") or s.countable == "no" else f"the {s.en}"
    first, _, rest = q.en.partition(" ")
    if s.pos == "pron":
        return f"whether {subject_verb(s, Term(q.zh, q.en, 'verb', forms=q.forms))}"
    return f"whether {subject} {q.en if first in MODALS else forms.third_person(q.en)}"


def asked_of(s: Term, asked: Term) -> str:
    """他 + 为什么离开: "why he leaves"."""
    word, _, verb = asked.en.partition(" ")
    # 他为什么突然辞职: why he did.
    did = word in _FACTS and any(is_event("", part) for part in (verb, verb.partition(" ")[2])) and not verb.startswith(("not ", "be "))
    return f"{word} {subject_verb(s, Term(asked.zh, verb, 'verb', forms=(('tense', 'past'),) if did else ()))}"


_FACTS = ("why", "how", "when", "where")


def asking(verb: str) -> str:
    """判断 before a question: "determine whether"."""
    return "determine" if verb == "judge" else verb


# Of a phrase with a clause of its own: the gerund in a sentence of the past, "hearing he was ill".
ING_PAST = "ing past"


def verb_clause(v: Term, c: Term) -> str | Term:
    """What is said, thought or asked; in the past both verbs are."""
    verb = asking(v.en) if c.en.startswith("whether ") else v.en
    then = dict(c.forms).get("past")
    if not then or then == c.en or verb != v.en:
        return f"{verb} {c.en}"
    past = f"{dict(v.forms).get('past') or forms.past(v.en)} {then}"
    own = (("s3", f"{dict(v.forms).get('s3') or forms.third_person(v.en)} {c.en}"), ("past", past), ("done", f"{form(v, 'done')} {then}"), ("ing", f"{form(v, 'ing')} {c.en}"), (ING_PAST, f"{form(v, 'ing')} {then}"))
    return Term("", f"{verb} {c.en}", "verb", forms=(*own, *(item for item in v.forms if item == ("tense", "past"))))
