"""What stands before a noun: the noun that it is about (risk management) or the quality that it has (a risky bet)."""

from __future__ import annotations

from pipeline.english.vocabulary import words
from pipeline.once import once

# What is concerned with a thing, whatever the word before it: "safety inspection", "success rate", "happiness index".
_OF_AFFAIRS = frozenset(
    "rate rates index indices level levels score scores ranking rankings management manager managers department ministry crisis talks movement zone insurance education training inspection inspections check checks "
    "hazard hazards expert experts officer officers committee awareness inspector inspectors bureau commission council administration certification campaign week month forum summit statistics survey".split()
)
_OF_MEASURES = frozenset("rate rates index indices level levels score scores ranking rankings".split())
# The same of a word that only names a thing: "error message", "noise problem", "crime scene".
_OF_MATTERS = _OF_AFFAIRS | frozenset(
    "message messages code codes list lists report reports letter letters museum museums story stories team teams group groups agency market markets industry control analysis assessment test tests testing factor factors data database map "
    "page pages law laws rule rules fee fees tax taxes budget fund funds app scene scenes war battle side volume standard standards system systems program programme programs project projects plan plans policy policies theory research studies "
    "lab laboratory log logs record records prevention warning warnings monitoring response detection reduction problem problems issue issues exposure source sources pattern patterns victim victims novel novels film films drama center centre office "
    "department sector field threshold premium premiums cost costs experience expert teacher teachers class classes book books textbook lesson lessons lovers buff professor student students degree course courses exam curve chart table value values "
    "condition conditions status layer layers matrix risk risks event events incident incidents process processing rating ratings point points mechanism".split()
)
# What an action is named before: "investment climate", "cooperation agreement".
_OF_ACTIONS = frozenset("climate agreement agreements contract contracts decision decisions strategy strategies opportunity opportunities target targets goal goals partner partners boom trend trends guide guides notes manual manuals tutorial tutorials handbook checklist instructions framework platform portfolio bank banks banker firm firms".split())
# What an action that has its object in it is named before: "debt repayment pressure", "customer acquisition cost".
_OF_DEEDS = frozenset("pressure ability capacity capability cost costs burden deadline date period channel channels terms efficiency speed volume needs procedure procedures willingness intention service services skills equipment method methods model environment cycle effort efforts".split())
# What a command is named before by its bare verb: "the export dialog", "the delete button".
_OF_COMMANDS = frozenset("button buttons dialog dialogs dialogue command commands function functions menu operation operations shortcut shortcuts endpoint endpoints box".split())
# A change of number, which its own rate or trend is seldom called by.
SELDOM_BEFORE_NOUN = frozenset("increase rise decrease drop fall".split())
# Qualities that one speaks of by their name.
RATHER_NAMED = frozenset("compatibility accessibility availability success health safety security error peace danger poverty unemployment happiness freedom quality".split())
_RELATING = ("al", "ic", "ar", "ary", "ory", "ive", "ese", "ian", "ical", "an")
_QUALITIES_TOO = frozenset("problematic historical criminal tragic".split())


@once(1 << 12)
def is_quality(adjective: str) -> bool:
    """True for "risky", "safe", "determined"; not for "financial", "medical", which say no more than their noun does."""
    if adjective in _QUALITIES_TOO:
        return True
    return adjective.isalpha() and adjective.islower() and words.guess(adjective)[:1] in ("j", "d", "p") and not adjective.endswith(_RELATING)


def is_about(head: str) -> bool:
    """True for a head before which a noun that has an adjective is the noun still: "risk report"."""
    return head in _OF_MATTERS


def is_measure(head: str) -> bool:
    """True for a head before which any quality is named: "accuracy rate", while "strict inspection" has it as an adjective."""
    return head in _OF_MEASURES


def is_of_deeds(head: str) -> bool:
    """True for a head before which a phrase with its object is named rather than done."""
    return head in _OF_DEEDS or head in _OF_ACTIONS or head in _OF_MATTERS


def is_of_commands(head: str) -> bool:
    """True for a head that a bare verb stands before: "button"."""
    return head in _OF_COMMANDS


def is_of_actions(head: str) -> bool:
    """True for a head that an action is named before."""
    return head in _OF_ACTIONS
