"""Files: which are the inputs, where their outputs go, reading whole, writing whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import os
import pathlib
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline import plugins
from pipeline.bounded import open_file
from pipeline.encodings import encode
from pipeline.errors import InputError, OutputError
from pipeline.model import Document, Format

# Stands beside articles like their glossary, and would look like an article of records.
DECISIONS = "decisions.jsonl"
LISTS = ("glossary.csv", "keep.csv")
_BESIDE = frozenset((DECISIONS, *LISTS))
# An article that is longer is a corpus: what is known of its text while it is repaired takes some thirty times its bytes.
LARGEST = 64 << 20
# What a run writes beside the articles that it repaired in place, and the sign by which it is known.
REPORT, REPORT_TITLE = "report.md", "# hanmend report"
_REPORTS = {REPORT: REPORT_TITLE.encode(), "report.html": b"<title>hanmend review</title>"}
_SIGNS = {**_REPORTS, "report.json": b'"report/1"'}


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """A file with the name that it has in reports and below the output folder: its path in the folder that was named.

    ``file`` is where it lies. A ``path`` is made of it only for who asks: for each of a million small files it would cost as much as reading it.
    """

    id: str
    file: str

    @property
    def path(self) -> pathlib.Path:
        """Where it lies."""
        return pathlib.Path(self.file)


def inputs(paths: Sequence[str | pathlib.Path], suffixes: Collection[str], apart: bool = False, fields: Sequence[str] = ()) -> list[Input]:
    """The articles at ``paths``, folders walked, sorted by id. Hidden files and other suffixes in folders are passed over, and tables where no
    ``fields`` are chosen: most of them are no articles.

    With ``apart``, for what writes no folder of outputs, two files that would get the same id get their paths as ids.
    Raises InputError for a path that is not there, a named file with an unknown suffix, a folder without an article, and
    two files that would get the same id.
    """
    found: dict[str, Input] = {}
    for given in paths:
        path = pathlib.Path(given)
        for one in _walked(path, suffixes, bool(fields)) if path.is_dir() else [_named(path, suffixes)]:
            _check_name(one)
            if apart and one.id in found and found[one.id].path.resolve() != one.path.resolve():
                other = found.pop(one.id)
                found[other.path.as_posix()] = Input(other.path.as_posix(), other.file)
                one = Input(one.path.as_posix(), one.file)
            other = found.setdefault(one.id, one)
            if other is not one and other.path.resolve() != one.path.resolve():
                raise InputError(f"{other.file} and {one.file} would both be written to '{one.id}'; name a folder that holds both, or run them apart")
    return [found[name] for name in sorted(found)]


def _check_name(one: Input) -> None:
    """Reports and outputs name the article: a name that is no text cannot stand in them."""
    try:
        one.id.encode("utf-8")
    except UnicodeEncodeError:
        shown = os.fsencode(one.file).decode("utf-8", "backslashreplace")
        raise InputError(f"{shown}: the file name is not UTF-8; rename the file") from None


def _named(path: pathlib.Path, suffixes: Collection[str]) -> Input:
    if not path.exists():
        near = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        raise InputError(f"{path}: no such file or folder{plugins.suggestion(path.name, near)}")
    if path.name == DECISIONS:
        raise InputError(f"{path}: a file of decisions, not an article; decisions beside the articles are read anyway, others with --decisions")
    if not format_of(path.name, suffixes):
        raise InputError(f"{path}: unknown suffix '{path.suffix}'; known are {', '.join(sorted(suffixes))}")
    return Input(path.name, str(path))


def _walked(folder: pathlib.Path, suffixes: Collection[str], tables: bool) -> list[Input]:
    from pipeline.formats import SUFFIXES, TABLES

    left = {suffix for suffix in suffixes if not tables and SUFFIXES.get(suffix) in TABLES}
    found = [
        Input(f"{below}/{name}" if below else name, within + name)
        for parent, _, names in _visible(folder)
        for below, within in [(_below(parent, folder), _within(parent))]
        for name in names
        if not name.startswith(".") and name not in _BESIDE and format_of(name, suffixes) not in ("", *left)
        and not (name in _REPORTS and _is_report(pathlib.Path(parent, name)))
    ]
    if not found:
        raise InputError(f"{folder}: no article in this folder; known suffixes are {', '.join(sorted(suffixes))}")
    return found


def _below(parent: str, folder: pathlib.Path) -> str:
    """``parent`` as reports write it, from ``folder``; empty for that itself. Once a folder: for each file it would cost more than reading it."""
    name = pathlib.Path(parent).relative_to(folder).as_posix()
    return "" if name == "." else name


def _within(parent: str) -> str:
    """What stands before the name of a file in ``parent``."""
    path = str(pathlib.Path(parent))
    return "" if path == "." else os.path.join(path, "")


def _is_report(path: pathlib.Path) -> bool:
    """True for what an earlier run wrote beside the articles that it repaired in place."""
    try:
        with open(path, "rb") as file:
            return _REPORTS[path.name] in file.read(1 << 12).splitlines()
    except OSError:
        return False


def _visible(folder: pathlib.Path) -> Iterator[tuple[str, list[str], list[str]]]:
    def refuse(error: OSError) -> None:
        raise InputError(f"{error.filename}: cannot read the folder: {error.strerror}")

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield parent, folders, sorted(names)


def targets(sources: Sequence[Input], paths: Sequence[str | pathlib.Path], output: pathlib.Path) -> dict[str, pathlib.Path]:
    """Where each input is written, by its id. Checked before anything is written.

    Raises OutputError where ``output`` is a file, cannot be written, lies inside an input folder, or holds an input.
    """
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output}: is a file; -o takes a folder")
    real = output.resolve()
    for given in paths:
        path = pathlib.Path(given).resolve()
        if path.is_dir() and (real == path or path in real.parents):
            raise OutputError(f"{output}: lies inside the input folder {given}; its articles would be read again; choose a folder beside it")
    for source in sources:
        if real in source.path.resolve().parents:
            raise OutputError(f"{output}: holds the input {source.path}; input is never overwritten; choose another folder or use --in-place")
    refuse_names_of_reports(sources)
    refuse_foreign_reports(output, sources)
    written = {source.id: output / source.id for source in sources}
    _refuse_links_to_inputs(sources, written.values())
    _make_folder(output)
    return written


def refuse_names_of_reports(sources: Sequence[Input]) -> None:
    """Raises InputError for an article that would be written where the run writes its report."""
    for source in sources:
        if source.id in _SIGNS:
            raise InputError(f"{source.file}: the run writes its own report under this name; rename the article, or name the folder above its folder, so that it is written into one of its own")


def refuse_foreign_reports(folder: pathlib.Path, sources: Sequence[Input]) -> None:
    """Raises OutputError where somebody's own file stands where the run would write a report, or the diff of one of ``sources``, or take an old one away."""
    for source in sources:
        diff = folder / f"{source.id}.diff"
        if diff.exists() and not _begins(diff, f"--- a/{source.id}".encode("utf-8", "surrogateescape"), b'--- "a/'):
            raise OutputError(f"{diff}: is no diff of hanmend, and the run would write its own there; choose another folder, or move that file")
    for name, sign in _SIGNS.items():
        try:
            with open(folder / name, "rb") as file:
                head = file.read(1 << 12)
        except OSError:
            continue
        if head and sign not in head:
            raise OutputError(f"{folder / name}: is no report of hanmend, and the run would write its own there; choose another folder, or move that file")


def _begins(path: pathlib.Path, *signs: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(max(map(len, signs))).startswith(signs)
    except OSError:
        return False


def without_links(sources: Sequence[Input]) -> list[Input]:
    """What is written over: ``sources`` without links to others of them. Raises OutputError for a link to anything else, which would be written over unseen."""
    real = {source.path.resolve() for source in sources if not source.path.is_symlink()}
    for source in sources:
        if source.path.is_symlink() and source.path.exists() and source.path.resolve() not in real:
            raise OutputError(f"{source.file}: is a link to {source.path.resolve()}; --in-place writes over what is named, so name that file, or leave the link out")
    return [source for source in sources if not (source.path.is_symlink() and source.path.resolve() in real)]


def _refuse_links_to_inputs(sources: Sequence[Input], written: Iterable[pathlib.Path]) -> None:
    originals = {source.path.resolve() for source in sources}
    for target in written:
        if target.resolve() in originals:
            raise OutputError(f"{target}: is a link to the input {target.resolve()}; input is never overwritten; choose another folder")


def _make_folder(folder: pathlib.Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise OutputError(f"{folder}: cannot write there: {error.strerror}") from None


def read_bytes(path: pathlib.Path | str) -> bytes:
    """All of a file. Raises InputError that names it."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except OSError as error:
        raise InputError(f"{path}: cannot read: {error.strerror}") from None


def read_article(path: pathlib.Path | str) -> bytes:
    """All of a file that is one document. Raises InputError that names it, also where it is larger than ``LARGEST``."""
    try:
        handle, size = open_file(path)
        try:
            # One byte more than there should be: where it does not come, the file has been read to its end.
            data = os.read(handle, size + 1) if size <= LARGEST else b""
            while size <= LARGEST and len(data) != size and len(data) <= LARGEST and (more := os.read(handle, LARGEST + 1 - len(data))):
                data += more
        finally:
            os.close(handle)
    except OSError as error:
        raise InputError(f"{path}: cannot read: {error.strerror}") from None
    if max(size, len(data)) > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST >> 20} MB, the most that is read as one document; split it, or make it records (JSONL, CSV, Parquet)")
    return data


def stamp(path: str | pathlib.Path) -> tuple[int, int, int]:
    """What tells whether a file changed since it was read: inode, size and time; zeros where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0, 0
    return found.st_ino, found.st_size, found.st_mtime_ns


def write_atomic(path: pathlib.Path, data: bytes, staging: pathlib.Path | None = None) -> None:
    """``data`` at ``path``, whole or not at all: a temporary file beside it, or in ``staging`` on the same disk, flushed, then renamed.

    Raises OutputError with the reason; the file that was there stays as it was.
    """
    path = path.resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        near = staging if staging and staging.stat().st_dev == path.parent.stat().st_dev else path.parent
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=near)
        try:
            _fill(handle, data, path)
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise cannot_write(path, error) from None


def write_stream(path: pathlib.Path, pieces: Iterable[bytes], staging: pathlib.Path) -> None:
    """The same for what is too large to hold, by way of ``staging``, a folder on the same disk that is swept when a run starts."""
    temporary = staging / f".{path.name}.{os.getpid()}.part"
    try:
        try:
            with open(temporary, "wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path.resolve())
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise cannot_write(path, error) from None


def cannot_write(path: pathlib.Path, error: OSError) -> OutputError:
    """The error of a failed write, with the way out where there is one."""
    way_out = "; free some space and run again: what was finished stays" if error.errno == errno.ENOSPC else ""
    return OutputError(f"{path}: cannot write: {error.strerror}{way_out}")


def _fill(handle: int, data: bytes, path: pathlib.Path) -> None:
    # mkstemp makes files that only their owner can read; an article keeps its mode, a new one gets the usual.
    os.fchmod(handle, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def digest(data: bytes) -> str:
    """sha256 as hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of(form: Any, data: bytes, name: str) -> str:
    """sha256, as hex, of what the file ``data`` is known by: its bytes, those that it holds where it is compressed, or what it says
    where the bytes depend on the program that wrote it."""
    if hasattr(form, "fingerprint"):
        return str(form.fingerprint(data))
    return digest(form.unpacked(data, name) if hasattr(form, "unpacked") else data)


def format_of(name: str, suffixes: Collection[str] | None = None) -> str:
    """The suffix by which ``name`` is known, of two parts where there is such a one (``.jsonl.gz``), or nothing."""
    known = _all_suffixes() if suffixes is None else suffixes
    _, *ends = name[name.rfind(os.sep) + 1 :].rpartition("/")[2].lstrip(".").lower().rsplit(".", 2)
    if not ends:
        return ""
    one, two = f".{ends[-1]}", f".{ends[0]}.{ends[1]}" if len(ends) == 2 else ""
    return two if two in known else one if one in known else ""


@functools.cache
def _all_suffixes() -> Collection[str]:
    from pipeline.formats import SUFFIXES

    return SUFFIXES


@functools.lru_cache(maxsize=64)
def opened(format_name: str, fields: tuple[str, ...] = ()) -> Format:
    """The format of that name; ``fields`` are handed to one that has fields. Raises RecipeError for an unknown name."""
    from pipeline.formats import FORMATS

    made = plugins.load(FORMATS, format_name, "format")
    form: Format = made(fields=fields) if fields and hasattr(made, "fields") else made()
    return form


def read_document(data: bytes, name: str, format_name: str) -> Document:
    """The document of one file's bytes, the first where there are many. Raises InputError where they are no text."""
    return next(iter(opened(format_name).read(data, name)))


def document_bytes(doc: Document, text: str) -> bytes:
    """``text`` as bytes in the encoding of ``doc``."""
    return encode(text, doc.envelope)
