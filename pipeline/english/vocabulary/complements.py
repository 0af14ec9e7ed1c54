"""With what a verb leads to somebody, and a participle to a thing: "apologize to", "awarded to", "based on"."""

from __future__ import annotations

# What one does towards somebody.
_TOWARDS = {
    "to": "apologize say sorry talk speak lie confess surrender wave kneel bow propose say goodbye appeal report complain",
    "with": "agree argue quarrel negotiate chat flirt sympathize cooperate collaborate break up fall in love side get along team up dance compete mingle",
    "at": "nod smile shout laugh yell stare glare sneer scream point",
}
TO_WHOM = {verb: preposition for preposition, verbs in _TOWARDS.items() for verb in verbs.split()} | {
    "say sorry": "to", "say goodbye": "to", "make an apology": "to", "break up": "with", "fall in love": "with", "get along": "with", "team up": "with", "shake hands": "with", "agree to": "with", "consent to": "with",
}  # fmt: skip
# What is done with a thing, and to what it leads; nothing of itself does it.
_LEADING = {
    "to": "allocate award assign grant sentence entrust donate devote dedicate distribute tailor attribute ascribe bequeath relegate confine transfer",
    "from": "adapt derive ban bar exclude exempt expel",
    "into": "divide translate convert transform",
    "in": "resettle house accommodate bury",
    "on": "base",
    "with": "equip cover fill furnish stuff cram",
    "by": "surround encircle",
    "of": "deprive",
}
DONE_WITH = {verb: preposition for preposition, verbs in _LEADING.items() for verb in verbs.split()}
# These are done to somebody, whoever they are.
DONE_TO_ANYBODY = frozenset("resettle house accommodate bury ban bar exclude exempt expel sentence deprive".split())
# Without their preposition these tell that something is so.
TELLING = frozenset("insist complain agree boast brag worry warn dream hint confess learn hear".split()) | {"be worried", "be aware", "be proud", "be afraid", "be sure"}
