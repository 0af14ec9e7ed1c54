"""What is worked out once for each thing that is asked: the words and phrases of an article come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class _Known(dict[K, V]):
    """The answers so far; when there would be more than ``most`` all of them are forgotten."""

    __slots__ = ("_answer", "_most")

    def __init__(self, answer: Callable[[K], V], most: int) -> None:
        self._answer, self._most = answer, most

    def __missing__(self, asked: K) -> V:
        answer = self._answer(asked)
        if len(self) >= self._most:
            self.clear()
        self[asked] = answer
        return answer


def once(most: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """For a function of one thing that depends on nothing else: each answer is worked out once, as long as no more than ``most`` are kept.

    An ``lru_cache`` puts what was asked before all others, each time: where thousands are kept that takes longer than the answer, and the
    garbage collector goes through all of it.
    """
    return lambda answer: _Known(answer, most).__getitem__
