"""One term more in a glossary file: the file stays canonical, and is written whole or not at all."""

from __future__ import annotations

import pathlib
from dataclasses import replace

from pipeline.errors import TermbaseError
from pipeline.files import write_atomic
from pipeline.lexicon.termbase import Term, read_terms, write_terms


def add_term(file: pathlib.Path, zh: str, en: str) -> bool:
    """Add ``zh`` with ``en`` to the glossary ``file``, which is made where there is none; False where it says so already.

    Where ``zh`` is listed with other English, ``en`` comes first and the old wording goes to ``also``. Raises TermbaseError
    with ``file:line`` for a wrong glossary and for a row that would make it wrong; nothing is written then.
    """
    terms = [term for _, term in read_terms(file.read_text("utf-8"), str(file))] if file.exists() else []
    same = next((t for t in terms if t.zh == zh and not t.when), None)
    if same and same.en == en:
        return False
    if same:
        others = tuple(w for w in dict.fromkeys((same.en, *same.also)) if w != en)
        # Slots and forms belong to the old wording.
        terms[terms.index(same)] = replace(same, en=en, also=others, slots=(), forms=())
    else:
        terms.append(Term(zh, en))
    text = write_terms(terms)
    try:
        list(read_terms(text, str(file)))
    except TermbaseError as error:
        raise TermbaseError(f"'{zh}' with '{en}' cannot be added: {error}") from None
    write_atomic(file, text.encode("utf-8"))
    return True
