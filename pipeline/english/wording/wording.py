"""One text that could stand in a slot."""

from __future__ import annotations

# The text, how well it serves a want in [0, 1], and the want.
Form = tuple[str, float, str]
