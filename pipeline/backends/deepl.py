"""DeepL's REST interface: the fragment with its sentence as context, or marked inside it, with a glossary of the account."""

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

MODES = ("context", "marker", "isolated")
_IN_SENTENCE = ("key", "left", "right", "before", "after")


@dataclass(frozen=True, slots=True)
class DeepL:
    """``mode``: context (the sentence is sent beside the fragment, and is not billed), marker (the sentence with the fragment in a tag is
    translated as well, the fragment alone being a vote) or isolated (50 fragments a call); ``target``: EN-US or EN-GB; ``glossary``: an
    id of the account; ``url``: the address before ``/v2``, by the key's kind where it is empty.
    """

    mode: str = "context"
    target: str = "EN-US"
    glossary: str = ""
    url: str = ""
    key_env: str = "DEEPL_API_KEY"
    connect: float = 10.0
    read: float = 30.0
    whole: float = 60.0

    argument: ClassVar[str] = "mode"
    tier: ClassVar[str] = "mt"
    requires: ClassVar[tuple[str, ...]] = ("httpx2",)

    def check(self, where: str) -> None:
        """Raises RecipeError for a wrong mode or address, Auth for a missing key."""
        if self.mode not in MODES:
            raise RecipeError(f"{where}: 'mode' is {self.mode!r}; known are {', '.join(MODES)}")
        key(self.key_env)
        web.checked_url(self._address(), where, True)

    @property
    def model(self) -> str:
        """Target, mode and glossary."""
        return "/".join(filter(None, (self.target, self.mode, self.glossary)))

    @property
    def prompt(self) -> str:
        """How requests are put."""
        return "deepl/1"

    @property
    def capabilities(self) -> Capabilities:
        """50 texts and 128 KiB a call, as DeepL says; one context holds for all texts of a call."""
        if self.mode == "isolated":
            return Capabilities(ISOLATED, glossary=bool(self.glossary), batch=50, characters=30_000)
        return Capabilities(_IN_SENTENCE, markers=True, glossary=bool(self.glossary), fits=self.mode == "marker", alternatives=self.mode == "marker", characters=30_000)

    def size(self, request: Request) -> int:
        """Characters that are billed: the context is not."""
        return len(request.key) + (len(marked(request)) if self.mode == "marker" else 0)

    def translate(self, requests: Sequence[Request]) -> list[Answer | BackendError]:
        """One call for all of ``requests``; with context there is one only. Raises as ``web.post_json`` does."""
        texts = [r.key for r in requests]
        payload: dict[str, Any] = {"text": texts, "source_lang": "ZH", "target_lang": self.target}
        if self.glossary:
            payload["glossary_id"] = self.glossary
        if self.mode != "isolated":
            request = requests[0]
            payload["context"] = " ".join(filter(None, (request.before, request.left + request.key + request.right, request.after)))
        if self.mode == "marker":
            payload |= {"text": [marked(requests[0]), *texts], "tag_handling": "xml", "split_sentences": "0"}
        found = _texts(web.post_json(f"{self._address()}/v2/translate", payload, web.Deadlines(self.connect, self.read, self.whole), self._headers()))
        if len(found) != len(payload["text"]):
            raise Malformed(f"{len(found)} translations of {len(payload['text'])} texts")
        if self.mode == "marker":
            return [voted(unmarked(found[0]), found[1])]
        return [_one(text) for text in found]

    def _address(self) -> str:
        free = key(self.key_env, needed=False).endswith(":fx")
        return self.url.rstrip("/") or ("https://api-free.deepl.com" if free else "https://api.deepl.com")

    def _headers(self) -> dict[str, str]:
        return {"authorization": f"DeepL-Auth-Key {key(self.key_env)}"}


def _texts(reply: Any) -> list[str]:
    try:
        return [row["text"] for row in reply["translations"]]
    except (LookupError, TypeError):
        raise Malformed("the server's answer holds no translations") from None


def _one(text: Any) -> Answer | BackendError:
    try:
        return answer_of(text)
    except Malformed as error:
        return error
