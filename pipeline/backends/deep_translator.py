"""The engines of the library deep-translator: Google, MyMemory, DeepL, Microsoft, LibreTranslate, Baidu, Yandex, Papago, Tencent.

The library sets no deadline, follows redirects, puts keys into addresses and messages. So it gets no network of its own: what it
asks goes through ``web.call``, and nothing of its messages is shown. One translator object a call: shared ones cross answers.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import json
import os
import threading
import urllib.parse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from pipeline import plugins
from pipeline.backends import web
from pipeline.backends.answers import answer_of
from pipeline.backends.contract import ISOLATED, Answer, Auth, BackendError, Capabilities, Malformed, Quota, Request, Retryable
from pipeline.backends.secrets import key
from pipeline.errors import RecipeError


@dataclass(frozen=True, slots=True)
class Engine:
    """A class of the library: its module and name, how it calls Chinese and English, the variables that hold its keys (``optional``
    ones may be missing), the most characters that it takes.
    """

    module: str
    name: str
    source: str
    target: str
    keys: tuple[tuple[str, str], ...] = ()
    optional: tuple[tuple[str, str], ...] = ()
    longest: int = 4999


ENGINES = {
    "google": Engine("google", "GoogleTranslator", "zh-CN", "en"),
    "mymemory": Engine("mymemory", "MyMemoryTranslator", "zh-CN", "en-US", optional=(("email", "MYMEMORY_EMAIL"),), longest=499),
    "deepl": Engine("deepl", "DeeplTranslator", "zh", "en", (("api_key", "DEEPL_API_KEY"),)),
    "microsoft": Engine("microsoft", "MicrosoftTranslator", "zh-hans", "en", (("api_key", "MICROSOFT_API_KEY"),), (("region", "MICROSOFT_REGION"),)),
    "libre": Engine("libre", "LibreTranslator", "zh", "en", (("api_key", "LIBRE_API_KEY"),)),
    "baidu": Engine("baidu", "BaiduTranslator", "zh", "en", (("appid", "BAIDU_APPID"), ("appkey", "BAIDU_APPKEY"))),
    "yandex": Engine("yandex", "YandexTranslator", "zh", "en", (("api_key", "YANDEX_API_KEY"),)),
    "papago": Engine("papago", "PapagoTranslator", "zh-CN", "en", (("client_id", "NAVER_CLIENT_ID"), ("secret_key", "NAVER_CLIENT_SECRET"))),
    "tencent": Engine("tencent", "TencentTranslator", "zh", "en", (("secret_id", "TENCENT_SECRET_ID"), ("secret_key", "TENCENT_SECRET_KEY"))),
}
# Baidu says with status 200 what went wrong.
_BAIDU: dict[str, type[BackendError]] = {"52001": Retryable, "52002": Retryable, "54003": Retryable, "54005": Retryable, "52003": Auth, "54001": Auth, "58000": Auth, "54004": Quota}


@dataclass(frozen=True, slots=True)
class DeepTranslator:
    """``engine``: one of ``ENGINES``; ``url``: another server that answers like the engine's own, such as a mirror."""

    engine: str = "google"
    url: str = ""
    connect: float = 10.0
    read: float = 20.0
    whole: float = 30.0

    argument: ClassVar[str] = "engine"
    tier: ClassVar[str] = "mt"
    requires: ClassVar[tuple[str, ...]] = ("deep_translator", "httpx2")
    prompt: ClassVar[str] = "fragment/1"

    def check(self, where: str) -> None:
        """Raises RecipeError for an unknown engine or a wrong address, Auth for a missing key."""
        if self.engine not in ENGINES:
            raise RecipeError(f"{where}: unknown engine '{self.engine}'{plugins.suggestion(self.engine, ENGINES)}; known are {', '.join(ENGINES)}")
        engine = ENGINES[self.engine]
        if importlib.util.find_spec(f"deep_translator.{engine.module}") is None:
            raise RecipeError(f"{where}: deep-translator {_version()} offers no {self.engine}; known are {', '.join(e for e in ENGINES if e != self.engine)}")
        for _, variable in engine.keys:
            key(variable)
        if self.url:
            web.checked_url(self.url, where, bool(engine.keys))

    @property
    def model(self) -> str:
        """The engine; whose version nobody knows."""
        return self.engine + (f"@{web.host(self.url)}" if self.url else "")

    @property
    def capabilities(self) -> Capabilities:
        """A fragment a call, without its sentence; few calls at a time, since these are other people's pages."""
        return Capabilities(ISOLATED, characters=ENGINES[self.engine].longest, concurrency=2, rate=4.0)

    def size(self, request: Request) -> int:
        """The fragment."""
        return len(request.key)

    def translate(self, requests: Sequence[Request]) -> list[Answer | BackendError]:
        """One call for each of ``requests``."""
        return [self._one(request) for request in requests]

    def _one(self, request: Request) -> Answer | BackendError:
        engine = ENGINES[self.engine]
        _current.way = _Way(self.engine, self.url, web.Deadlines(self.connect, self.read, self.whole))
        try:
            text = _translator(self.engine, engine).translate(request.key)
            return answer_of(text[0] if isinstance(text, list) and text else text)
        except BackendError as error:
            return error
        except Exception as error:
            # Its text may hold the key or the page.
            return Malformed(f"the library could not read the answer: {type(error).__name__}")
        finally:
            del _current.way


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the call of this thread goes, and how long it may take."""

    engine: str
    url: str
    deadlines: web.Deadlines


_current = threading.local()


def _translator(name: str, engine: Engine) -> Any:
    """A translator of its own for this call, with our network under it."""
    module: Any = importlib.import_module(f"deep_translator.{engine.module}")
    if not hasattr(module, "requests"):
        raise Malformed(f"deep-translator {_version()} reaches the network in a way that cannot be made safe")
    if not isinstance(module.requests, _Network):
        module.requests = _Network(module.requests.exceptions)
    given: dict[str, Any] = {k: key(v) for k, v in engine.keys} | {k: os.environ[v] for k, v in engine.optional if os.environ.get(v)}
    if name == "deepl":
        given["use_free_api"] = given["api_key"].endswith(":fx")
    # Some engines do not know the code that their server wants: it is set afterwards.
    known = {"source": "auto", "target": "en"} if name in ("yandex", "papago") else {"source": engine.source, "target": engine.target}
    made = getattr(module, engine.name)(**known, **given)
    made.source, made.target = engine.source, engine.target
    return made


class _Network:
    """What the library takes for the module ``requests``."""

    def __init__(self, exceptions: Any) -> None:
        self.exceptions = exceptions

    def get(self, url: str, params: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None, **_: Any) -> _Reply:
        values = dict(params or {})
        # Not in the address, which servers and proxies write down.
        secret = values.pop("auth_key", "")
        sent = {**(headers or {}), **({"authorization": f"DeepL-Auth-Key {secret}"} if secret else {})}
        way = _current.way
        address = _address(url, way.url, values)
        if "/languages?" in address:
            return _Reply(_languages(address, way.deadlines))
        return _reply(way, web.call("GET", address, way.deadlines, sent))

    def post(self, url: str, params: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None, data: Any = None, json: Any = None, **_: Any) -> _Reply:
        way = _current.way
        if json is not None:
            return _reply(way, web.call("POST", _address(url, way.url, params or {}), way.deadlines, headers, _json(json)))
        form = urllib.parse.urlencode(dict(data if data is not None else params or {})).encode()
        sent = {**(headers or {}), "content-type": "application/x-www-form-urlencoded; charset=UTF-8"}
        return _reply(way, web.call("POST", _address(url, way.url, {}), way.deadlines, sent, form))


class _Reply:
    """What the library takes for a response."""

    def __init__(self, body: bytes) -> None:
        self.status_code = 200
        self.text = body.decode("utf-8", "replace")

    def json(self) -> Any:
        return json.loads(self.text)

    def close(self) -> None:
        """Nothing is open."""


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _reply(way: _Way, reply: web.Reply) -> _Reply:
    """The reply of a success. Raises what its status, or its body with status 200, means."""
    error = web.failure(reply) or _failure_inside(reply)
    if error:
        raise error
    return _Reply(reply.body)


def _failure_inside(reply: web.Reply) -> BackendError | None:
    try:
        said = json.loads(reply.body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    if "error_code" in said:
        made: type[BackendError] = _BAIDU.get(str(said["error_code"]), Malformed)
        return made(f"error {str(said['error_code'])[:8]}")
    code: Any = said.get("responseStatus", said.get("code", 200))
    number = int(code) if str(code).isdigit() else 200
    if number >= 400:
        return Quota("HTTP 429: the day's free allowance is used up") if "responseStatus" in said and number == 429 else web.failure(web.Reply(number, {}, b""))
    return None


@functools.lru_cache(maxsize=4)
def _languages(address: str, deadlines: web.Deadlines) -> bytes:
    """The languages that Microsoft knows: asked once a process, not once a fragment."""
    reply = web.call("GET", address, deadlines)
    error = web.failure(reply)
    if error:
        raise error
    return reply.body


def _address(url: str, mirror: str, params: Mapping[str, Any]) -> str:
    """``url`` over TLS, or on the mirror, with ``params``."""
    parts = urllib.parse.urlsplit(url.strip())
    base = mirror.rstrip("/") if mirror else f"https://{parts.netloc}"
    query = "&".join(filter(None, (parts.query, urllib.parse.urlencode(dict(params)))))
    return f"{base}{parts.path}{'?' if query else ''}{query}"


def _version() -> str:
    from importlib.metadata import version

    return version("deep-translator")
