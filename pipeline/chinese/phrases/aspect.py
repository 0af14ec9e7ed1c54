"""The forms of a verb with what says that it is not done, not yet, already or all along: 没有来, 还没有康复, 已经离开, 一直想."""

from __future__ import annotations

from pipeline.chinese.phrases.rendering import form
from pipeline.english.inflection import forms
from pipeline.english.wording.verb_wordings import NEED_OBJECT, WITH_OBJECT
from pipeline.lexicon.termbase import Term


def doing(verb: Term) -> str:
    """ "looking" of "look at", "hesitation" of "hesitate": what is not done alone."""
    named = dict(verb.slots).get("noun", "")
    if named.endswith(("tion", "sion", "al", "ment", "ance", "ence")) and verb.en.isalpha():
        return named
    first, _, last = form(verb, "ing").rpartition(" ")
    return first if first and last in NEED_OBJECT and WITH_OBJECT not in verb.forms and " " not in first else f"{first} {last}".lstrip()


def negated(verb: Term, negation: Term) -> tuple[tuple[str, str], ...]:
    """The forms of 不 and 没 with a verb: "does not know", "did not arrive"."""
    if verb.en.startswith("be "):
        rest = verb.en.removeprefix("be ")
        return (("past", f"was not {rest}"), ("done", f"not been {rest}"), ("ing", f"not being {rest}"), ("s3", f"is not {rest}"), ("plain", f"are not {rest}"))
    past = f"did not {verb.en}"
    over = negation.zh.endswith(("没", "没有", "未"))
    base = (("past", past), ("done", f"not {form(verb, 'done')}"), ("ing", f"not {form(verb, 'ing')}"))
    return (*base, ("s3", past if over else f"does not {verb.en}"), ("plain", past if over else f"do not {verb.en}"))


def perfect(verb: Term, how: str) -> tuple[tuple[str, str], ...]:
    """The forms of 还没有 and 一直 with a verb: "has not yet recovered", "has always wanted"."""
    done = form(verb, "done")
    first, _, then = how.partition(" ")
    said = f"{first} {then} {done}".replace("  ", " ")
    if how == "already" and verb.en.startswith("be "):
        said = f"already been {verb.en[3:]}"
    past = f"had {said}" if how != "always" else f"always {dict(verb.forms).get('past') or forms.past(verb.en)}"
    return (("s3", f"has {said}"), ("plain", f"have {said}"), ("past", past), ("done", said), ("ing", f"{how} {form(verb, 'ing')}"))
