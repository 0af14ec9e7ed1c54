"""TBX-Basic version 3 in the style DCA; reads every version and style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.sax.saxutils import escape

from pipeline.exchange.concepts import POS, STATUS, concept_rows
from pipeline.exchange.rows import canonical, terms_of, wordings
from pipeline.lexicon.termbase import Term


class Tbx:
    """Each term a concept; the wordings are its English terms, the first of them ``en``."""

    CANNOT_HOLD: tuple[str, ...] = (
        "pos other than noun, verb, adj, adv, name", "slots", "forms", "countable", "when", "unless", "status forbidden (becomes deprecated)",
        "also of a term to avoid",
    )  # fmt: skip
    HEAD = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
        "<tbxHeader><fileDesc><sourceDesc><p>Glossary written by hanmend</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    )
    FOOT = "</body></text>\n</tbx>\n"
    ENTRY, LANGUAGE, TERM = "conceptEntry", "langSec", "termSec"

    def read(self, data: bytes, name: str) -> list[Term]:
        """The terms of the document. Raises TermbaseError or InputError ``name:line``."""
        return terms_of(concept_rows(data, name), name)

    def write(self, terms: Iterable[Term]) -> str:
        """The whole document; what it names as an id is the number of the concept in canonical order."""
        ordered = [self.held(t) for t in canonical(t for t in terms if t.en)]
        return self.HEAD + "".join(line for number, term in enumerate(ordered, 1) for line in self._concept(term, number)) + self.FOOT

    def held(self, term: Term) -> Term:
        """The term as it comes back."""
        status = {"forbidden": "deprecated"}.get(term.status, term.status)
        return replace(Term(term.zh, term.en, term.pos if term.pos in POS else ""), also=wordings(term), status=status, note=term.note, domain=term.domain)

    def _concept(self, term: Term, number: int) -> Iterator[str]:
        yield f'<{self.ENTRY} id="c{number}">\n{self._described("subjectField", term.domain)}<{self.LANGUAGE} xml:lang="zh"><{self.TERM}><term>{escape(term.zh)}</term></{self.TERM}></{self.LANGUAGE}>\n'
        yield f'<{self.LANGUAGE} xml:lang="en">\n'
        for wording in (term.en, *term.also):
            first = wording == term.en
            yield f"<{self.TERM}><term>{escape(wording)}</term>{self._property('partOfSpeech', POS.get(term.pos, ''))}"
            yield self._property("administrativeStatus", STATUS.get(term.status, "") if first else "")
            yield f"<note>{escape(term.note)}</note></{self.TERM}>\n" if first and term.note else f"</{self.TERM}>\n"
        yield f"</{self.LANGUAGE}>\n</{self.ENTRY}>\n"

    def _described(self, name: str, value: str) -> str:
        return f'<descrip type="{name}">{escape(value)}</descrip>\n' if value else ""

    def _property(self, name: str, value: str) -> str:
        return f'<termNote type="{name}">{value}</termNote>' if value else ""
