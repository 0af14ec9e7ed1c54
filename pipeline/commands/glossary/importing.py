"""``hanmend glossary import``: the terms of another program's file into the glossary."""

from __future__ import annotations

import json
import pathlib
import sys
from typing import Annotated

import typer

from pipeline.commands.glossary.own import ExchangeFormat, GlossaryFile, own_glossary


def importing(
    file: Annotated[str, typer.Argument(help="TBX, TMX, UTX, or a CSV or TSV of ours, DeepL, Google or Weblate.", show_default=False)],
    form: ExchangeFormat = "",
    glossary: GlossaryFile = "",
    theirs: Annotated[bool, typer.Option("--theirs", help="Where both have a term, their wording comes first.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change; write nothing.")] = False,
) -> int:
    """Take the terms of a file in. Nothing of the glossary is lost: another wording becomes one of the column 'also'."""
    from pipeline.files import read_bytes, write_atomic
    from pipeline.lexicon.additions import terms_in
    from pipeline.lexicon.termbase import write_terms
    from pipeline.terminology.exchanging import format_of, merged, read_terms_of

    source, target = pathlib.Path(file), own_glossary(glossary)
    data = read_bytes(source)
    given = read_terms_of(source, data, format_of(source, form, data))
    made = merged(terms_in(target) if target.exists() else [], given, theirs)
    if not dry_run:
        write_atomic(target, write_terms(made.terms).encode())
    avoided = f", {made.avoided} to avoid (noted)" if made.avoided else ""
    print(f"{target}: {len(given)} terms read, {made.new} new, {made.further} with another wording, {made.same} the same{avoided}{'; nothing written' if dry_run else ''}")
    domains = sorted({term.domain for term in given if term.domain})
    if domains:
        print(f"{target}: terms of a domain hold only where it is on: domains = [{', '.join(map(json.dumps, domains))}] in the recipe, or [[paths]] for some articles", file=sys.stderr)
    return 0
