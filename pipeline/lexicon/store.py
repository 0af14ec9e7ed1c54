"""A compiled termbase: built once into a file, memory-mapped afterwards."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pathlib
import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import cast

import marisa_trie

from pipeline.lexicon.termbase import Term

# Changes when the encoding of a row below does, so that an older cache is not read.
LAYOUT = "7"
_CELL, _ITEM, _PAIR = "\x1f", "\x1e", "\x1d"


class Store:
    """Terms by their Chinese. Lookups touch only the pages they need; not picklable: open it once a process."""

    def __init__(self, trie: marisa_trie.BytesTrie) -> None:
        self._trie = trie

    def senses(self, zh: str) -> list[Term]:
        """The terms for exactly ``zh``, in the order in which they were added."""
        rows = self._trie.get(zh)
        return [_decoded(zh, row) for row in sorted(cast("list[bytes]", rows))] if rows else []

    def prefixes(self, text: str) -> list[str]:
        """The headwords that ``text`` starts with, shortest first."""
        return cast("list[str]", self._trie.prefixes(text))

    def completions(self, prefix: str) -> list[str]:
        """The headwords that start with ``prefix``, sorted."""
        return sorted(set(cast("list[str]", self._trie.keys(prefix))))


def build(terms: Iterable[Term]) -> marisa_trie.BytesTrie:
    """The trie of ``terms``, keeping their order within a headword."""
    return marisa_trie.BytesTrie((t.zh, _encoded(number, t)) for number, t in enumerate(terms))


def open_cached(name: str, files: Sequence[pathlib.Path], terms: Callable[[], Iterable[Term]]) -> Store:
    """The store called ``name`` from the user's cache, compiled from ``terms()``, which are those of ``files``, where it is not there yet."""
    return Store(open_compiled(f"{name}-{LAYOUT}", files, lambda: build(terms())))


def open_compiled(name: str, files: Sequence[pathlib.Path], made: Callable[[], marisa_trie.BytesTrie]) -> marisa_trie.BytesTrie:
    """The trie called ``name`` from the user's cache, ``made()`` where it is not there yet or ``files``, its sources, have changed.

    Two processes that compile at once write the same bytes; the second rename wins. Without a writable cache folder the
    trie is built in memory.
    """
    path = cache_folder() / f"{name}-{_stamp(files)}.marisa"
    if not path.exists():
        trie = made()
        try:
            _save(trie, path)
        except OSError:
            return trie
    return marisa_trie.BytesTrie().mmap(str(path))


def package_files(package: str, pattern: str) -> list[pathlib.Path]:
    """The files of an installed package that fit ``pattern``, found without importing it. Raises ModuleNotFoundError without the package."""
    spec = importlib.util.find_spec(package)
    found = [file for folder in (spec.submodule_search_locations or () if spec else ()) for file in pathlib.Path(folder).glob(pattern)]
    if not found:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return sorted(found)


def cache_folder() -> pathlib.Path:
    """``$HANMEND_CACHE``, else ``hanmend`` below ``$XDG_CACHE_HOME`` or ``~/.cache``."""
    own = os.environ.get("HANMEND_CACHE")
    if own:
        return pathlib.Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (pathlib.Path(base) if base else pathlib.Path.home() / ".cache") / "hanmend"


def _stamp(files: Iterable[pathlib.Path]) -> str:
    """Names, sizes and times instead of the content: hashing megabytes at every start would cost more than the lookup."""
    stats = [(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
    return hashlib.sha256(repr(stats).encode()).hexdigest()[:16]


def _save(trie: marisa_trie.BytesTrie, path: pathlib.Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        trie.save(temporary)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _encoded(number: int, term: Term) -> bytes:
    cells = [f"{number:07d}", term.en, term.pos, _ITEM.join(term.also), _joined(term.slots), _joined(term.forms), term.countable]
    cells += [_ITEM.join(term.when), _ITEM.join(term.unless), term.status]
    return _CELL.join(cells).encode()


def _decoded(zh: str, row: bytes) -> Term:
    _, en, pos, also, slots, forms, countable, when, unless, status = row.decode().split(_CELL)
    return Term(zh, en, pos, _items(also), _pairs(slots), _pairs(forms), countable, _items(when), _items(unless), status)


def _joined(pairs: tuple[tuple[str, str], ...]) -> str:
    return _ITEM.join(_PAIR.join(pair) for pair in pairs)


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_ITEM)) if cell else ()


def _pairs(cell: str) -> tuple[tuple[str, str], ...]:
    return tuple((k, v) for k, _, v in (item.partition(_PAIR) for item in cell.split(_ITEM))) if cell else ()
