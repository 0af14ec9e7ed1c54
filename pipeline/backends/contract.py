"""The contract of a backend: a batch of requests goes in, an answer or a typed error for each comes out, in the same order.

A backend never sees or returns an article: only a fragment with the sentence around it. What it returns is a proposal.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import ClassVar, Protocol

from pipeline.errors import HanmendError


@dataclass(frozen=True, slots=True)
class Request:
    """One question: what should stand in place of ``fragment`` between ``left`` and ``right`` of its sentence?

    ``key`` is the fragment in Simplified characters; ``before`` and ``after`` are the neighbouring sentences; ``slot`` says
    what the English asks for (``noun, plural``); ``terms`` are the glossary's rows ``(zh, en)`` that occur in the fragment;
    ``candidates`` are the wordings that the lexicon has.
    """

    fragment: str
    key: str
    left: str = ""
    right: str = ""
    before: str = ""
    after: str = ""
    slot: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    candidates: tuple[str, ...] = ()

    def seen(self, fields: Sequence[str]) -> str:
        """The request as canonical JSON, with only the ``fields`` that a backend looks at: equal texts are the same question."""
        whole = asdict(self)
        return json.dumps({name: whole[name] for name in sorted(fields)}, ensure_ascii=True, separators=(",", ":"))

    def digest(self, fields: Sequence[str]) -> str:
        """sha256 of ``seen``, as hex: what answers are remembered by."""
        return hashlib.sha256(self.seen(fields).encode()).hexdigest()


ISOLATED = ("key",)
IN_CONTEXT = ("fragment", "key", "left", "right", "before", "after", "slot", "terms")
EVERYTHING = (*IN_CONTEXT, "candidates")


@dataclass(frozen=True, slots=True)
class Answer:
    """A replacement for the fragment, with further wordings, best first; ``votes`` of them gave ``text`` independently."""

    text: str
    alternatives: tuple[str, ...] = ()
    votes: int = 1


class BackendError(HanmendError):
    """Why a request has no answer. The text is shown to the user: no key, no article in it. ``retried`` kinds are worth another try."""

    kind: ClassVar[str] = "malformed"
    retried: ClassVar[bool] = False


class Retryable(BackendError):
    """The server is busy or broken. ``after``: seconds that it asked for, or None."""

    kind = "retryable"
    retried = True

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why, after)
        self.after = after

    def __str__(self) -> str:
        return str(self.args[0])


class Timeout(BackendError):
    """No answer within the deadline."""

    kind = "timeout"
    retried = True


class Malformed(BackendError):
    """An answer that is not what was asked for."""

    retried = True


class Quota(BackendError):
    """The account's allowance is used up."""

    kind = "quota"


class Auth(BackendError):
    """The key is missing, wrong or not allowed to do this."""

    kind = "auth"


class BadInput(BackendError):
    """The server does not take the request as it is."""

    kind = "bad-input"


class Refused(BackendError):
    """The engine declines to answer."""

    kind = "refused"


class OverBudget(BackendError):
    """Not asked: the budget of the run does not allow it."""

    kind = "budget"


class Missing(BackendError):
    """Not asked: the memory has no answer and may not ask."""

    kind = "missing"


class Unavailable(BackendError):
    """Not asked: the backend failed too often in a row."""

    kind = "unavailable"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a backend can do, and its limits.

    ``sees``: the fields of a request that it looks at; ``batch``: requests a call; ``characters``: the most a call may hold of
    ``size()``; ``deterministic``: the same request gives the same answer; ``fits``: the
    answer comes in the form that the sentence needs; ``price``: money for a million characters of ``size``;
    ``concurrency``: calls at a time; ``rate``: calls a second, 0 for as many as there are.
    """

    sees: tuple[str, ...] = ISOLATED
    markers: bool = False
    glossary: bool = False
    alternatives: bool = False
    batch: int = 1
    characters: int = 5000
    deterministic: bool = False
    fits: bool = False
    price: float = 0.0
    concurrency: int = 4
    rate: float = 0.0

    @property
    def context(self) -> bool:
        """True where the sentence around the fragment matters."""
        return "left" in self.sees


class Backend(Protocol):
    """A frozen dataclass of settings; picklable. ``translate`` may be called from several threads at once."""

    argument: ClassVar[str]
    tier: ClassVar[str]

    @property
    def model(self) -> str:
        """What answers depend on besides the request: engine or model with its version, never a key."""
        ...

    @property
    def prompt(self) -> str:
        """Version of the way a request is put into words; part of what answers are remembered by."""
        ...

    @property
    def capabilities(self) -> Capabilities: ...

    def size(self, request: Request) -> int:
        """Characters that ``request`` is billed for."""
        ...

    def translate(self, requests: Sequence[Request]) -> list[Answer | BackendError]:
        """As many results as ``requests``, in their order. May raise BackendError where no request can be answered."""
        ...
