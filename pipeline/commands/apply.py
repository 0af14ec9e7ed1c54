"""``hanmend apply``: what people decided becomes the run's outputs, and with --promote the team's glossary."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.terminal import Screen
from pipeline.errors import RecipeError

if TYPE_CHECKING:
    from pipeline.decisions.record import Decision
    from pipeline.review.applying import Applied


def apply(
    decisions: Annotated[str, typer.Argument(help="A decisions.jsonl, exported from the page or written by review.", show_default=False)],
    run: Annotated[str, typer.Argument(help="The folder that clean wrote to; without it the folder of DECISIONS.", show_default=False)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done, write nothing.")] = False,
    promote: Annotated[str, typer.Option("--promote", metavar="GLOSSARY", help="Add the accepted wordings to this glossary CSV, which is made where it is missing.")] = "",
    keep: Annotated[str, typer.Option("--keep", metavar="KEEP", help="With --promote: add what was always kept in Chinese to this keep list. Without it that holds for its places only.")] = "",
    choose: Annotated[list[str] | None, typer.Option("--choose", metavar="TERM=WORDING", help="Which wording the glossary gets where several were accepted; TERM=WORDING@word|word for one that holds beside those words.")] = None,
) -> int:
    """Apply decisions: status 0 when all found their place, 1 where some are orphaned or in conflict, 2 where nothing could be done."""
    from pipeline.decisions.log import NAME, read_decisions
    from pipeline.reports.stored import read_report
    from pipeline.review.applying import apply_decisions, merged, require_run

    if (keep or choose) and not promote:
        raise RecipeError("--keep and --choose go with --promote GLOSSARY")
    given = read_decisions(pathlib.Path(decisions))
    folder, stored = read_report(pathlib.Path(run) if run else pathlib.Path(decisions).resolve().parent)
    known = read_decisions(folder / NAME) if (folder / NAME).exists() else []
    fresh = merged(known, given)
    require_run(stored, given)
    made = apply_decisions(folder, stored, [*known, *fresh])
    clear = _promote(made, folder, promote, keep, choose or [], dry_run) if promote else True
    _show(made, [*known, *fresh])
    if not dry_run:
        _write(made, folder, fresh)
    _summarise(made, folder, dry_run)
    return int(bool(made.orphans) or not clear)


def _write(made: Applied, folder: pathlib.Path, fresh: Sequence[Decision]) -> None:
    """The log first: what was decided is never lost; the report last: until then undo still knows the outputs."""
    from pipeline.decisions.log import NAME, Log
    from pipeline.files import write_atomic

    if fresh:
        Log(folder / NAME).append(fresh)
    for name, data in made.files.items():
        place = folder / name
        if data or not name.endswith(".diff"):
            if not place.exists() or place.read_bytes() != data:
                write_atomic(place, data)
        elif place.exists():
            place.unlink()


def _show(made: Applied, decisions: Sequence[Decision]) -> None:
    from pipeline.decisions.record import conflicts
    from pipeline.reports.columns import clipped, visible

    screen = Screen.standard()
    for m, row in made.placed:
        place = f"{row['article']}:{row['line']}:{row['column']}"
        word = f"[-{row['before']}-]{{+{row['text']}+}}" if row["text"] is not None else f"{row['before']} stays"
        carried = "" if m.how == "exact" else f"  carried over ({m.score:.0f}), confirm"
        print(clipped(visible(f"{place}: {word}"), screen.columns - len(carried)) + carried)
    for one, other in conflicts(decisions):
        print(f"{other.article}: '{visible(other.before)}': {_said(one)}, {_said(other)}; the last one holds")
    for orphan in made.orphans:
        around = visible(f"{orphan.context.prefix[-24:]}[{orphan.before}]{orphan.context.suffix[:24]}").replace("\n", " ")
        print(f"orphaned: {visible(orphan.article)}: {_said(orphan)}: {around}")


def _said(decision: Decision) -> str:
    from pipeline.reports.columns import visible

    what = f"'{visible(decision.text)}'" if decision.action in ("accept", "edit") else "keep the Chinese"
    return f"{decision.by or 'somebody'}: {what}"


def _summarise(made: Applied, folder: pathlib.Path, dry_run: bool) -> None:
    counts = made.report["summary"] = _counts(made.report)
    carried = sum(m.how == "relocated" for m, _ in made.placed)
    print(f"{len(made.placed)} decisions in force ({carried} carried over), {len(made.orphans)} orphaned; {counts['pending'] + counts['unresolved']} edits still open")
    if dry_run:
        print("dry run: nothing was written")
    else:
        print(f"written to {folder}: articles, NAME.diff, report.json, report.md, report.html, decisions.jsonl")
        print(Screen.standard().dim("next: put decisions.jsonl beside your articles, and clean honours it from then on"))


def _counts(report: dict[str, Any]) -> dict[str, int]:
    from pipeline.reports.json import summary
    from pipeline.reports.stored import entries_of

    return summary(entries_of(report))


def _promote(made: Applied, folder: pathlib.Path, promote: str, keep: str, choose: Sequence[str], dry_run: bool) -> bool:
    """Add to the glossary and the keep list; False, and nothing added, where wordings are in conflict."""
    from pipeline.files import write_atomic
    from pipeline.lexicon.termbase import read_terms, write_terms
    from pipeline.review import promotion

    target = pathlib.Path(promote)
    rows = [term for _, term in read_terms(text, promote)] if (text := promotion.glossary_text(target)) else []
    terms, changed, conflicts = promotion.promoted(rows, promotion.wishes(made.placed), [promotion.read_choice(c) for c in choose])
    for conflict in conflicts:
        print(f"{conflict[0].partition('=')[0]}: several wordings; choose one, or give each its context:")
        print("".join(f"  {said}\n" for said in conflict), end="")
        print(f"  --choose {conflict[-1].partition(' ')[0]}")
    if conflicts:
        print("nothing was added to the glossary", file=sys.stderr)
        return False
    text = write_terms(terms)
    _preview(made, folder, target, text)
    for term in changed:
        print(f"{target}: {term.zh},{term.en},{term.pos}{',' + '|'.join(term.when) if term.when else ''}")
    if changed and not dry_run:
        write_atomic(target, text.encode())
    _keep(made, keep, dry_run)
    return True


def _preview(made: Applied, folder: pathlib.Path, target: pathlib.Path, text: str) -> None:
    """What the new glossary changes beyond what was decided: shown before it is written."""
    import tempfile

    from pipeline.commands.options import Given
    from pipeline.commands.options import made as made_recipe
    from pipeline.decisions.log import NAME
    from pipeline.files import format_of
    from pipeline.formats import SUFFIXES
    from pipeline.reports.columns import visible
    from pipeline.reports.stored import with_sources
    from pipeline.review.promotion import changes

    forms = {a["id"]: "text" if "record" in a else SUFFIXES.get(format_of(a["path"]), "text") for a in made.report["articles"]}
    stored = with_sources(folder, made.before)["sources"]
    sources = {name: (forms[name], source) for name, source in stored.items()}
    with tempfile.TemporaryDirectory() as scratch:
        new, log = pathlib.Path(scratch, "glossary.csv"), pathlib.Path(scratch, NAME)
        new.write_text(text, "utf-8")
        log.write_bytes(b"".join(m.decision.line() for m, _ in made.placed))
        beside = [str(target.parent)]
        old = [str(target)] if target.exists() else []
        before, after = (made_recipe(beside, Given(glossary=glossaries, decisions=[str(log)])) for glossaries in (old, [str(new), *old]))
        for line in changes(sources, before, after):
            print(visible(f"would also change: {line}"))


def _keep(made: Applied, keep: str, dry_run: bool) -> None:
    from pipeline.files import write_atomic
    from pipeline.lexicon.keeplist import read_keep_list, write_keep_list
    from pipeline.review.promotion import kept_terms

    kept, mixed = kept_terms(made.placed)
    for zh in mixed:
        print(f"{zh}: kept in some places and translated in others; it stays for those places only")
    if not keep:
        for zh in kept:
            print(f"{zh}: kept in these places only; --keep KEEP.csv adds it to the keep list")
        return
    path = pathlib.Path(keep)
    rows = dict(read_keep_list(str(path))) if path.exists() else {}
    for zh, why in kept.items():
        if zh not in rows:
            print(f"{path}: {zh},{why}")
    if not dry_run and set(kept) - set(rows):
        write_atomic(path, write_keep_list({**kept, **rows}).encode())
