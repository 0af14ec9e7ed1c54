"""One text that could stand in a slot."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A text for a slot, how well the form fits there in [0, 1], and the want that it answers."""

    text: str
    fit: float
    want: str
