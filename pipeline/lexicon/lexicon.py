"""Looking terms up: the glossaries of the user, the shipped lexicon and the dictionary behind one question."""

from __future__ import annotations

import functools
import hashlib
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pipeline.files import stamp
from pipeline.lexicon.termbase import Term, read_terms, text_of
from pipeline.model import Origin, Settings

if TYPE_CHECKING:
    from pipeline.lexicon.store import Store

DATA = pathlib.Path(__file__).parent.parent / "data" / "lexicon"
LONGEST_TERM = 16


class Source(Protocol):
    """What terms are looked up in: a compiled store, or a glossary in memory."""

    def senses(self, zh: str) -> list[Term]: ...

    def prefixes(self, text: str) -> list[str]: ...

    def completions(self, prefix: str) -> list[str]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """A term with the place that it came from; ``rank`` 0 is a user's glossary, 1 the shipped lexicon, 2 the dictionary.

    One is the same as another only where it is that one: the lexicon makes each of them once, and comparing all that a term says costs more than looking it up.
    """

    term: Term
    origin: Origin
    rank: int


class Glossary:
    """Terms in memory, for a user's CSV. A term of a domain counts only where that is one of ``domains``; the first of them goes first."""

    def __init__(self, terms: Iterable[Term], domains: Sequence[str] = ()) -> None:
        self._terms: dict[str, list[Term]] = {}
        order = {domain: number for number, domain in enumerate(domains)} | {"": len(domains)}
        for term in sorted((t for t in terms if t.domain in order), key=lambda t: order[t.domain]):
            self._terms.setdefault(term.zh, []).append(term)
        self._longest = max(map(len, self._terms), default=0)

    def senses(self, zh: str) -> list[Term]:
        """The terms for exactly ``zh``, in file order."""
        return self._terms.get(zh, [])

    def terms(self) -> Iterator[Term]:
        """Every term, in file order of the headwords."""
        return (term for own in self._terms.values() for term in own)

    def prefixes(self, text: str) -> list[str]:
        """The headwords that ``text`` starts with, shortest first."""
        return [text[:n] for n in range(1, min(self._longest, len(text)) + 1) if text[:n] in self._terms]

    def completions(self, prefix: str) -> list[str]:
        """The headwords that start with ``prefix``, sorted."""
        return sorted(zh for zh in self._terms if zh.startswith(prefix))


class Lexicon:
    """Several sources in order of precedence."""

    def __init__(self, sources: Sequence[tuple[Source, Origin, int]], characters: Sequence[tuple[Source, Origin, int]] = ()) -> None:
        self._sources, self._characters = sources, characters

    @functools.lru_cache(maxsize=8192)  # noqa: B019  a lexicon lives as long as its process
    def senses(self, zh: str) -> tuple[Sense, ...]:
        """Every sense of ``zh``, the most trusted source first; forbidden and deprecated wordings last."""
        found = [Sense(t, o, rank) for source, o, rank in self._sources for t in source.senses(zh)]
        return tuple(sorted(found, key=lambda s: (s.term.refused, s.rank)))

    @functools.lru_cache(maxsize=8192)  # noqa: B019
    def alone(self, zh: str) -> tuple[Sense, ...]:
        """The same for ``zh`` as a whole run. A character that is left over alone is a word: 价 is "price" there, inside 价值 it is nothing.

        A measure word that English leaves out behind a number is one as well: "a 阵 of wind".
        """
        own = self.senses(zh)
        if len(zh) > 1 or any(sense.rank < 2 and sense.term.pos != "particle" for sense in own):
            return own
        return (*(Sense(t, o, rank) for source, o, rank in self._characters for t in source.senses(zh)), *own)

    @functools.lru_cache(maxsize=8192)  # noqa: B019
    def words_at(self, text: str) -> tuple[tuple[str, int], ...]:
        """The headwords that ``text`` starts with, each with the rank of the best source that has it."""
        found: dict[str, int] = {}
        for source, _, rank in self._sources:
            for word in source.prefixes(text[:LONGEST_TERM]):
                found[word] = min(rank, found.get(word, rank))
        return tuple(sorted(found.items()))

    @functools.lru_cache(maxsize=512)  # noqa: B019
    def pairs_with(self, character: str) -> tuple[str, ...]:
        """The words of two characters that begin with ``character`` and are written by hand, the dictionary left out."""
        return tuple(zh for source, _, rank in self._sources if rank < 2 for zh in source.completions(character) if len(zh) == 2)


def load(glossaries: tuple[str, ...] = (), dictionary: bool = True, settings: Settings = Settings()) -> Lexicon:  # noqa: B008  a value, never changed
    """The lexicon of these glossary files, what ships and, unless told otherwise, CC-CEDICT; before them what ``settings`` adds.

    One a process and setting, until a glossary file changes: a server reads it again then.
    """
    files = tuple(dict.fromkeys((*settings.glossaries, *glossaries)))
    return _loaded(files, dictionary, settings.domains, settings.terms, tuple(map(stamp, files)))


@functools.lru_cache(maxsize=16)
def _loaded(files: tuple[str, ...], dictionary: bool, domains: tuple[str, ...], terms: tuple[tuple[str, str], ...], stamps: tuple[object, ...]) -> Lexicon:
    sources: list[tuple[Source, Origin, int]] = [(Glossary(Term(zh, en) for zh, en in terms), Origin("glossary", "front matter"), 0)] if terms else []
    sources += [(*read_glossary(path, domains), 0) for path in files]
    sources.append((_shipped("lexicon", DATA), Origin("glossary", "shipped"), 1))
    if dictionary:
        sources.append((_dictionary(), Origin("dictionary", "CC-CEDICT"), 2))
    return Lexicon(sources, [(_shipped("characters", DATA / "alone"), Origin("glossary", "shipped"), 1)])


def read_glossary(path: str, domains: tuple[str, ...] = ()) -> tuple[Glossary, Origin]:
    """A user's CSV where ``domains`` are on, with the origin that its edits carry. Raises TermbaseError with ``file:line``."""
    terms, origin = _read_glossary(path, stamp(path))
    return Glossary(terms, domains), origin


def domains_of(path: str) -> frozenset[str]:
    """The domains that the rows of a glossary name."""
    return frozenset(term.domain for term in _read_glossary(path, stamp(path))[0] if term.domain)


@functools.lru_cache(maxsize=16)
def _read_glossary(path: str, _: object) -> tuple[tuple[Term, ...], Origin]:
    text = text_of(path)
    terms = tuple(term for _, term in read_terms(text, path))
    return terms, Origin("glossary", path, hashlib.sha256(text.encode("utf-8")).hexdigest()[:12])


def _shipped(name: str, folder: pathlib.Path) -> Store:
    """The CSVs of a folder, compiled."""
    from pipeline.lexicon.store import open_cached

    files = sorted(folder.glob("*.csv"))
    return open_cached(name, files, lambda: _shipped_terms(files))


def _shipped_terms(files: Iterable[pathlib.Path]) -> Iterator[Term]:
    for file in files:
        for _, term in read_terms(file.read_text("utf-8"), file.name):
            yield term


def _dictionary() -> Store:
    from pipeline.lexicon import cedict
    from pipeline.lexicon.store import open_cached

    return open_cached("cedict", [cedict.packaged_file()], cedict.read_packaged)
