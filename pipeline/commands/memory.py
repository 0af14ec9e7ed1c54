"""``hanmend memory``: what the translation memory holds; taking out, bringing in, forgetting."""

from __future__ import annotations

import json
import pathlib
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import plugins
from pipeline.errors import InputError, RecipeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.memory.store import Memory, Recorded, Unit

ACTIONS = ("stats", "prune", "export", "import")


def memory(
    action: Annotated[str, typer.Argument(help="stats, prune, export or import.", show_default=False)],
    file: Annotated[str, typer.Argument(help="What to export to or import from: NAME.tmx (TMX 1.4b) or NAME.jsonl.", show_default=False)] = "",
    memory_file: Annotated[str, typer.Option("--memory-file", help="The memory; without it the user's own.", show_default=False)] = "",
    form: Annotated[str, typer.Option("--format", help="For stats: text or json.")] = "text",
    backend: Annotated[str, typer.Option("--backend", help="For prune: answers of this backend.", show_default=False)] = "",
    model: Annotated[str, typer.Option("--model", help="For prune: answers of this model.", show_default=False)] = "",
    prompt: Annotated[str, typer.Option("--prompt", help="For prune: answers to this version of the prompt.", show_default=False)] = "",
    keep: Annotated[int, typer.Option("--keep", help="For prune: spare so many of the latest answers.", min=-1)] = -1,
) -> int:
    """Look after a translation memory. What people approved is never pruned."""
    from pipeline.backends.plan import own_memory

    plugins.require(action, ACTIONS, "action", "memory")
    plugins.require(form, ("text", "json"), "format", "--format")
    if (action in ("export", "import")) != bool(file):
        raise RecipeError(f"'hanmend memory {action}' takes {'a file NAME.tmx or NAME.jsonl' if not file else 'no file'}")
    from pipeline.memory.store import Memory

    opened = Memory(memory_file or own_memory(), readonly=action in ("stats", "export"))
    try:
        return _done(action, opened, pathlib.Path(file), form, (backend, model, prompt, keep))
    finally:
        opened.close()


def _done(action: str, opened: Memory, file: pathlib.Path, form: str, pruned: tuple[str, str, str, int]) -> int:
    if action == "prune":
        return _prune(opened, *pruned)
    return {"stats": lambda: _stats(opened, form), "export": lambda: _export(opened, file), "import": lambda: _import(opened, file)}[action]()


def _stats(memory: Memory, form: str) -> int:
    counts = memory.counts()
    if form == "json":
        print(json.dumps(counts, ensure_ascii=False))
        return 0
    print(f"{counts['units']} approved units, {counts['answers']} answers")
    for row in counts["by_backend"]:
        print(f"  {row['backend']} {row['model']} ({row['prompt']}): {row['answers']} answers for {row['fragments']} fragments")
    return 0


def _prune(memory: Memory, backend: str, model: str, prompt: str, keep: int) -> int:
    if not (backend or model or prompt) and keep < 0:
        raise RecipeError("say what to forget: --backend NAME, --model NAME, --prompt VERSION, or --keep N")
    print(f"{memory.prune(backend, model, prompt, None if keep < 0 else keep)} answers forgotten")
    return 0


def _export(memory: Memory, file: pathlib.Path) -> int:
    from pipeline.files import write_atomic
    from pipeline.memory.jsonl import write_lines
    from pipeline.memory.tmx import write_tmx

    records = list(memory.records())
    written = write_tmx(records) if _kind(file) == ".tmx" else write_lines(records)
    write_atomic(file, "".join(written).encode())
    print(f"{len(records)} records written to {file}")
    return 0


def _import(memory: Memory, file: pathlib.Path) -> int:
    records = list(_read(file))
    print(f"{len(records)} records read from {file}, {memory.add(records)} of them new")
    return 0


def _read(file: pathlib.Path) -> Iterator[Recorded | Unit]:
    from pipeline.files import read_bytes
    from pipeline.memory.jsonl import read_lines
    from pipeline.memory.tmx import read_tmx

    if _kind(file) == ".tmx":
        read_bytes(file)
        with file.open("rb") as opened:
            yield from read_tmx(opened, str(file))
        return
    try:
        text = read_bytes(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: byte {error.start} is not UTF-8") from None
    yield from read_lines(text, str(file))


def _kind(file: pathlib.Path) -> str:
    if file.suffix.lower() not in (".tmx", ".jsonl"):
        raise RecipeError(f"{file}: unknown suffix '{file.suffix}'; write NAME.tmx or NAME.jsonl")
    return file.suffix.lower()
