"""LibreTranslate's REST interface, on this machine or elsewhere: fragments in batches with alternatives, or marked in their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from pipeline.backends import web
from pipeline.backends.answers import answer_of
from pipeline.backends.contract import ISOLATED, Answer, BackendError, Capabilities, Malformed, Request
from pipeline.backends.markers import marked, unmarked, voted
from pipeline.backends.secrets import key
from pipeline.errors import RecipeError

MODES = ("isolated", "marker")


@dataclass(frozen=True, slots=True)
class LibreTranslate:
    """``url``: the address before ``/translate``; ``source``: how the server calls Chinese; ``mode``: isolated or marker; ``alternatives``:
    how many further wordings; ``key_env``: the variable with the key, where the server wants one.
    """

    url: str = ""
    source: str = "zh"
    mode: str = "isolated"
    alternatives: int = 3
    key_env: str = "LIBRETRANSLATE_API_KEY"
    connect: float = 10.0
    read: float = 30.0
    whole: float = 60.0

    argument: ClassVar[str] = "url"
    tier: ClassVar[str] = "mt"
    requires: ClassVar[tuple[str, ...]] = ("httpx2",)
    prompt: ClassVar[str] = "libretranslate/1"

    def check(self, where: str) -> None:
        """Raises RecipeError for a missing or wrong address or mode."""
        if self.mode not in MODES:
            raise RecipeError(f"{where}: 'mode' is {self.mode!r}; known are {', '.join(MODES)}")
        if not self.url:
            raise RecipeError(f"{where}: no server; write --backend libretranslate:http://localhost:5000, or 'url' in the table")
        web.checked_url(self.url, where, bool(key(self.key_env, needed=False)))

    @property
    def model(self) -> str:
        """Server and mode."""
        return f"{web.host(self.url)}/{self.mode}"

    @property
    def capabilities(self) -> Capabilities:
        """A public server takes 5,000 characters a call at most."""
        if self.mode == "marker":
            return Capabilities(("key", "left", "right"), markers=True, alternatives=True, fits=True, characters=5000)
        return Capabilities(ISOLATED, alternatives=True, batch=20, characters=2000)

    def size(self, request: Request) -> int:
        """All that is translated."""
        return len(request.key) + (len(marked(request)) if self.mode == "marker" else 0)

    def translate(self, requests: Sequence[Request]) -> list[Answer | BackendError]:
        """One call for all of ``requests``; in marker mode there is one only, which takes two. Raises as ``web.post_json`` does."""
        alone = self._asked([r.key for r in requests], "text")
        if self.mode == "marker":
            in_sentence = self._asked([marked(requests[0])], "html")[0][0]
            return [voted(unmarked(in_sentence) if isinstance(in_sentence, str) else "", alone[0][0], tuple(alone[0][1]))]
        return [_one(text, others) for text, others in alone]

    def _asked(self, texts: Sequence[str], form: str) -> list[tuple[Any, Any]]:
        """``(translation, alternatives)`` for each text."""
        payload = {"q": list(texts), "source": self.source, "target": "en", "format": form, "alternatives": self.alternatives}
        secret = key(self.key_env, needed=False)
        reply = web.post_json(f"{self.url.rstrip('/')}/translate", payload | ({"api_key": secret} if secret else {}), web.Deadlines(self.connect, self.read, self.whole))
        found = reply.get("translatedText") if isinstance(reply, dict) else None
        if not isinstance(found, list) or len(found) != len(texts):
            raise Malformed(f"{len(found) if isinstance(found, list) else 'no list of'} translations of {len(texts)} texts")
        others = reply.get("alternatives")
        if not isinstance(others, list) or len(others) != len(texts):
            others = [[] for _ in texts]
        return list(zip(found, others, strict=True))


def _one(text: Any, others: Any) -> Answer | BackendError:
    try:
        return answer_of(text, others)
    except Malformed as error:
        return error
