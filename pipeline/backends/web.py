"""HTTP for backends: verified TLS, deadlines, bounded answers, no redirect to another host, errors as the contract names them."""

from __future__ import annotations

import email.utils
import functools
import ipaddress
import json
import os
import time
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.backends.contract import Auth, BackendError, BadInput, Malformed, Quota, Retryable, Timeout
from pipeline.errors import RecipeError

if TYPE_CHECKING:
    import httpx2

_LARGEST = 1 << 20
_REDIRECTS = 3


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for making a connection, for each read, and for the whole call."""

    connect: float = 10.0
    read: float = 30.0
    whole: float = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent: its status, its headers (names in lower case) and its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON. Raises Malformed where it is none, such as an error page with status 200."""
        try:
            return json.loads(self.body.decode("utf-8"))
        except (ValueError, RecursionError):
            kind = self.headers.get("content-type", "").split(";")[0]
            raise Malformed(f"the server's answer is not JSON{f' but {kind}' if kind and 'json' not in kind else ''}") from None


def call(method: str, url: str, deadlines: Deadlines, headers: Mapping[str, str] | None = None, content: bytes | None = None) -> Reply:
    """One exchange. Raises Timeout, Retryable for a broken connection, Malformed for an answer that is too large or leads elsewhere."""
    import httpx2

    started = time.monotonic()
    sent = {"user-agent": "hanmend", "accept-encoding": "identity", **(headers or {})}
    try:
        for _ in range(_REDIRECTS + 1):
            timeout = httpx2.Timeout(deadlines.read, connect=deadlines.connect)
            with _client(os.getpid()).stream(method, url, headers=sent, content=content, timeout=timeout) as response:
                if not response.has_redirect_location:
                    return Reply(response.status_code, dict(response.headers), _body(response, started + deadlines.whole, deadlines))
                url = _same_host(url, response.headers["location"])
        raise Malformed("the server redirects in a circle")
    except httpx2.TimeoutException:
        raise Timeout(f"no answer within {deadlines.read:g} s") from None
    except httpx2.TransportError as error:
        raise Retryable(f"connection failed: {type(error).__name__}") from None
    except (httpx2.InvalidURL, httpx2.HTTPError) as error:
        raise BadInput(f"request failed: {type(error).__name__}") from None


def post_json(url: str, payload: Any, deadlines: Deadlines, headers: Mapping[str, str] | None = None) -> Any:
    """``payload`` sent, the JSON answer. Raises as ``call`` does, and what ``failure`` makes of a status that is no success."""
    content = json.dumps(payload, ensure_ascii=False).encode("utf-8", "replace")
    reply = call("POST", url, deadlines, {"content-type": "application/json", **(headers or {})}, content)
    error = failure(reply)
    if error:
        raise error
    return reply.json()


def failure(reply: Reply) -> BackendError | None:
    """The error that a status means, or None for success."""
    status = reply.status
    if 200 <= status < 300:
        return None
    what = f"HTTP {status}"
    if status in (401, 403):
        return Auth(f"{what}: the key is not accepted")
    if status in (402, 456):
        return Quota(f"{what}: the account's allowance is used up")
    if status == 408 or status == 504:
        return Timeout(what)
    if status == 429 or status >= 500:
        return Retryable(what, _retry_after(reply.headers.get("retry-after", "")))
    return BadInput(what)


def checked_url(url: str, where: str, with_key: bool) -> None:
    """Raises RecipeError for an address that is none, or one to which a key would travel in the clear."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise RecipeError(f"{where}: 'url' is {url!r}; write http(s)://HOST/...")
    if parts.username or parts.password:
        raise RecipeError(f"{where}: 'url' holds a password; keys are read from the environment only")
    if with_key and parts.scheme == "http" and not _is_private(parts.hostname):
        raise RecipeError(f"{where}: 'url' is {url!r}; a key is sent over https only, except to this machine and private networks")


def host(url: str) -> str:
    """Host and port of an address, for naming the model that answers there."""
    return urllib.parse.urlsplit(url).netloc


def is_private(url: str) -> bool:
    """True for an address on this machine or in a private network."""
    return _is_private(urllib.parse.urlsplit(url).hostname or "")


def _is_private(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_private
    except ValueError:
        return "." not in name or name == "localhost" or name.endswith((".localhost", ".local", ".internal"))


@functools.lru_cache(maxsize=1)
def _client(pid: int) -> httpx2.Client:
    """One client a process: connections do not survive a fork. Proxies and certificates as the environment says."""
    import httpx2

    return httpx2.Client(follow_redirects=False, limits=httpx2.Limits(max_connections=128, max_keepalive_connections=64), trust_env=True)


def _body(response: httpx2.Response, until: float, deadlines: Deadlines) -> bytes:
    """The body, in pieces: a slow drip meets the deadline, a flood the limit."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise Malformed("the server compresses its answer though it was asked not to")
    parts, size = [], 0
    for part in response.iter_raw():
        parts.append(part)
        size += len(part)
        if size > _LARGEST:
            raise Malformed(f"an answer of more than {_LARGEST} bytes")
        if time.monotonic() > until:
            raise Timeout(f"the answer was not complete within {deadlines.whole:g} s")
    return b"".join(parts)


def _same_host(url: str, location: str) -> str:
    target = urllib.parse.urljoin(url, location)
    old, new = urllib.parse.urlsplit(url), urllib.parse.urlsplit(target)
    if (old.scheme, old.netloc) != (new.scheme, new.netloc):
        raise Malformed(f"the server redirects to another host ({new.hostname}), which is not followed")
    return target


def _retry_after(value: str) -> float | None:
    """Seconds that a Retry-After header asks for: a number, or a date."""
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError):
        return None
