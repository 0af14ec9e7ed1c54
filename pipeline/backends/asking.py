"""Asks one backend: each question once, the memory first, then batches on threads, with retries, limits, a breaker and a budget."""

from __future__ import annotations

import json
import queue
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field

from pipeline.backends.contract import Answer, BackendError, BadInput, Malformed, Missing, Request, Retryable
from pipeline.backends.guard import Breaker, Bucket, Budget
from pipeline.backends.secrets import redacted
from pipeline.backends.settings import Spec
from pipeline.errors import OutputError
from pipeline.memory.store import Memory, Recorded

Result = Answer | BackendError
_FIRST_PAUSE = 0.5
# An answer that is no answer may be an accident once; a second time it is how the server is.
_MALFORMED_ATTEMPTS = 2
# A server that hangs costs a whole deadline each time.
_TIMEOUT_ATTEMPTS = 2


@dataclass(slots=True)
class Progress:
    """How far one round of asking is; ``seconds`` since it began."""

    backend: str
    done: int
    total: int
    seconds: float

    @property
    def rate(self) -> float:
        """Requests a second so far."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float:
        """Seconds that the rest will take at this rate."""
        return (self.total - self.done) / self.rate if self.done else 0.0


@dataclass(slots=True)
class Question:
    """A request that the memory cannot answer, with the key that its answer is kept by."""

    key: str
    request: Request


@dataclass(slots=True)
class Asker:
    """Lives as long as the run in its process. ``ask`` is not called by two threads at once; it uses threads itself."""

    spec: Spec
    memory: Memory
    replay: bool
    budget: Budget
    watch: Callable[[Progress], None] | None = None
    remembered: int = 0
    troubles: list[str] = field(default_factory=list)
    _breaker: Breaker = field(default_factory=Breaker)
    _bucket: Bucket = field(init=False)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        can = self.spec.capabilities
        self._bucket = Bucket(can.rate, can.concurrency)

    def ask(self, requests: Sequence[Request]) -> list[Result]:
        """A result for each of ``requests``, in order; never raises for what a backend does."""
        keys = [self.key(r) for r in requests]
        known: dict[str, Result] = {k: _loaded(v) for k, v in self.memory.get(list(dict.fromkeys(keys))).items()}
        self.remembered += len(known)
        open_ = [Question(k, r) for k, r in dict(zip(keys, requests, strict=True)).items() if k not in known]
        if self.replay:
            known.update((q.key, Missing("the memory has no answer, and --memory replay asks nobody")) for q in open_)
        elif open_:
            known.update(self._asked(open_))
        return [known[k] for k in keys]

    def unanswered(self, requests: Sequence[Request]) -> list[list[Request]]:
        """The calls that ``ask`` would make, without making them."""
        questions = {self.key(r): r for r in requests}
        there = self.memory.get(list(questions))
        return [[q.request for q in batch] for batch in self._batches([Question(k, r) for k, r in questions.items() if k not in there])[0]]

    def key(self, request: Request) -> str:
        """Of everything that the answer depends on."""
        import hashlib

        spec = self.spec
        return hashlib.sha256("\x1f".join((spec.kind, spec.backend.model, spec.backend.prompt, self._glossary(request), request.seen(spec.capabilities.sees))).encode()).hexdigest()

    def _glossary(self, request: Request) -> str:
        """Digest of the terms that apply, where the backend looks at them: another row elsewhere in the glossary asks nothing again."""
        return Request("", "", terms=request.terms).digest(("terms",))[:16] if request.terms and "terms" in self.spec.capabilities.sees else ""

    def cost(self, batch: Sequence[Request]) -> tuple[int, float]:
        """Characters and money of one call."""
        characters = sum(self.spec.backend.size(r) for r in batch)
        return characters, characters * self.spec.capabilities.price / 1e6

    def _batches(self, questions: Sequence[Question]) -> tuple[list[list[Question]], dict[str, Result]]:
        can = self.spec.capabilities
        batches: list[list[Question]] = []
        results: dict[str, Result] = {}
        size = 0
        for question in questions:
            own = self.spec.backend.size(question.request)
            if own > can.characters:
                results[question.key] = BadInput(f"{own} characters, and the backend takes {can.characters}")
            elif batches and len(batches[-1]) < can.batch and size + own <= can.characters:
                batches[-1].append(question)
                size += own
            else:
                batches.append([question])
                size = own
        return batches, results

    def _asked(self, questions: Sequence[Question]) -> dict[str, Result]:
        batches, results = self._batches(questions)
        going: queue.SimpleQueue[list[Question] | None] = queue.SimpleQueue()
        came: queue.SimpleQueue[tuple[str, Result] | BaseException] = queue.SimpleQueue()
        started, total = time.monotonic(), len(questions)
        for batch in batches:
            # In order and before anything is sent: which requests a budget lets through does not depend on threads.
            try:
                self.budget.take(*self.cost([q.request for q in batch]))
                going.put(batch)
            except BackendError as error:
                results.update((q.key, error) for q in batch)
        self._start(min(self.spec.capabilities.concurrency, going.qsize()), going, came)
        try:
            while len(results) < total:
                one = came.get()
                if isinstance(one, BaseException):
                    raise one
                results[one[0]] = one[1]
                if self.watch:
                    self.watch(Progress(self.spec.name, len(results), total, time.monotonic() - started))
        except BaseException:
            self._stopped.set()
            raise
        return results

    def _start(self, count: int, going: queue.SimpleQueue[list[Question] | None], came: queue.SimpleQueue[tuple[str, Result] | BaseException]) -> None:
        """Daemon threads, not a pool: Ctrl-C must not wait for a server that hangs."""

        def work() -> None:
            try:
                while (batch := going.get()) is not None and not self._stopped.is_set():
                    for pair in self._settled(batch):
                        came.put(pair)
            except BaseException as error:
                came.put(error)

        for _ in range(count):
            going.put(None)
        for _ in range(count):
            threading.Thread(target=work, daemon=True).start()

    def _settled(self, batch: list[Question]) -> list[tuple[str, Result]]:
        """The results of ``batch`` after all attempts. What went wrong as a batch is tried again one by one."""
        done: dict[str, Result] = {}
        waiting, attempt = [batch], 0
        while waiting:
            again: list[Question] = []
            for part in waiting:
                for question, result in zip(part, self._called(part, charged=attempt == 0), strict=True):
                    done[question.key] = result
                    if isinstance(result, BackendError) and self._worth_another(result, attempt):
                        again.append(question)
            errors = [e for q in again if isinstance(e := done[q.key], BackendError)]
            if not again or not self._paused(errors, attempt):
                break
            attempt += 1
            waiting = [[q] for q in again]
        for result in done.values():
            self._breaker.note(result if isinstance(result, BackendError) else None)
        return list(done.items())

    def _worth_another(self, error: BackendError, attempt: int) -> bool:
        most = min(self.spec.limits.attempts, {"malformed": _MALFORMED_ATTEMPTS, "timeout": _TIMEOUT_ATTEMPTS}.get(error.kind, self.spec.limits.attempts))
        asked_for = error.after if isinstance(error, Retryable) else None
        return error.retried and attempt + 1 < most and (asked_for or 0) <= self.spec.limits.wait

    def _paused(self, errors: Sequence[BackendError], attempt: int) -> bool:
        """Wait with full jitter, or as long as the server asked for, which then holds for all; False where the run is stopped."""
        asked_for = max((e.after or 0.0 for e in errors if isinstance(e, Retryable)), default=0.0)
        if asked_for:
            self._bucket.hold(asked_for)
        pause = asked_for or random.uniform(0, min(self.spec.limits.wait, _FIRST_PAUSE * 2**attempt))
        return not self._stopped.wait(pause)

    def _called(self, part: Sequence[Question], charged: bool) -> list[Result]:
        """One call, its results as kept. Everything that a backend can do wrong becomes an error here."""
        requests = [q.request for q in part]
        try:
            self._breaker.check()
            if not charged:
                self.budget.take(*self.cost(requests))
            self._stopped.wait(self._bucket.reserve())
            results = _checked(self.spec.backend.translate(requests), len(requests))
        except BackendError as error:
            results = [_clean(error)] * len(requests)
        except Exception as error:
            results = [Malformed(redacted(f"the backend crashed: {type(error).__name__}"))] * len(requests)
        return [self._kept(q, r) if isinstance(r, Answer) else r for q, r in zip(part, results, strict=True)]

    def _kept(self, question: Question, answer: Answer) -> Result:
        spec, request = self.spec, question.request
        record = Recorded(
            question.key, spec.kind, spec.backend.model, spec.backend.prompt, self._glossary(request), request.key, request.seen(spec.capabilities.sees), _dumped(answer)
        )
        try:
            return _loaded(self.memory.put(record))
        except OutputError as error:
            if str(error) not in self.troubles:
                self.troubles.append(str(error))
            return answer


def _checked(results: object, count: int) -> list[Result]:
    if not isinstance(results, list) or len(results) != count:
        raise Malformed(f"{len(results) if isinstance(results, list) else 'no list of'} results for {count} requests")
    return [_clean(r) if isinstance(r, BackendError) else r if isinstance(r, Answer) else Malformed("a result that is no answer") for r in results]


def _clean(error: BackendError) -> BackendError:
    """``error`` without keys in its text, without what it was raised from."""
    made = Retryable(redacted(str(error)), error.after) if isinstance(error, Retryable) else type(error)(redacted(str(error)))
    return made


def _dumped(answer: Answer) -> str:
    return json.dumps(asdict(answer), ensure_ascii=True, sort_keys=True)


def _loaded(text: str) -> Answer:
    row = json.loads(text)
    return Answer(row["text"], tuple(row.get("alternatives", ())), row.get("votes", 1))
