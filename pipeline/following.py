"""Articles that are cleaned again when they are saved, and all of them when a glossary, a list or the recipe is."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.files import Input, inputs, targets, write_atomic
from pipeline.formats import SUFFIXES
from pipeline.recipe import Recipe
from pipeline.runners.local import run
from pipeline.runners.products import Product, product, reports

# What changes the outcome of every article.
_LISTS = (".csv", ".toml")
_DECISIONS = "decisions.jsonl"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One article that was cleaned: how many places were repaired and how many are left, or why it failed."""

    id: str
    repaired: int
    left: int
    error: str = ""


class Follower:
    """Keeps the entries of the report by article, so that a saved article costs one article and the reports stay whole.

    ``rules_of`` makes the recipe anew: it is called whenever a list changed.
    """

    def __init__(self, paths: Sequence[str], output: pathlib.Path, rules_of: Callable[[], Recipe]) -> None:
        self._paths, self._output, self._rules_of = paths, output, rules_of
        self._rules = rules_of()
        self._entries: dict[str, list[dict[str, Any]]] = {}

    def all(self) -> Iterator[Cleaned]:
        """Every article. Raises InputError and OutputError as clean does, before anything is written."""
        self._rules = self._rules_of()
        self._entries = {}
        yield from self._clean(inputs(self._paths, SUFFIXES, fields=self._rules.fields))

    def changed(self, files: Iterable[pathlib.Path]) -> Iterator[Cleaned]:
        """The articles among ``files``, all of them where a list is among ``files``; nothing for what lies in the output folder."""
        below = self._output.resolve()
        real = {file.resolve() for file in files}
        outside = {file for file in real if below not in file.parents}
        if any(file.suffix in _LISTS for file in outside) or any(file.name == _DECISIONS for file in real):
            yield from self.all()
            return
        sources = inputs(self._paths, SUFFIXES, fields=self._rules.fields)
        gone = set(self._entries) - {source.id for source in sources}
        for name in gone:
            del self._entries[name]
        chosen = [source for source in sources if source.path.resolve() in outside]
        if chosen or gone:
            yield from self._clean(chosen)

    def _write(self, made: Product, data: bytes, place: pathlib.Path) -> None:
        if not (made.doc.error and not data):
            write_atomic(place, made.data)
        beside = self._output / f"{made.doc.path}.diff"
        if made.diff:
            write_atomic(beside, made.diff)
        elif beside.exists():
            beside.unlink()

    def _clean(self, sources: Sequence[Input]) -> Iterator[Cleaned]:
        places = targets(sources, self._paths, self._output)
        for result in run(sources, self._rules):
            made = product(result, self._rules)
            self._write(made, result.data, places[result.source.id])
            self._entries[result.source.id] = made.entries
            edits = [edit for entry in made.entries for edit in entry["edits"]]
            repaired = sum(edit["text"] is not None for edit in edits)
            yield Cleaned(result.source.id, repaired, len(edits) - repaired, result.error)
        rows = [entry for name in sorted(self._entries) for entry in self._entries[name]]
        # The one that programs read comes last: whoever finds it new finds the others new, too.
        for name, data in sorted(reports(rows, self._rules).items(), key=lambda row: row[0] == "report.json"):
            write_atomic(self._output / name, data)
