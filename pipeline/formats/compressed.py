"""Files that are compressed as a whole: read and written as a stream, so that memory does not grow with them."""

from __future__ import annotations

import gzip
import importlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from pipeline.errors import InputError

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


def kind_of(head: bytes) -> str:
    """``gzip`` or ``zstd`` by the first bytes of a file, or nothing."""
    return "gzip" if head.startswith(_GZIP) else "zstd" if head.startswith(_ZSTD) else ""


def reader(file: BinaryIO, kind: str) -> BinaryIO:
    """What ``file`` holds, decompressed while it is read; ``file`` itself where ``kind`` is nothing."""
    if kind == "gzip":
        return cast(BinaryIO, gzip.GzipFile(fileobj=file, mode="rb"))
    return cast(BinaryIO, _zstd().ZstdFile(file, "rb")) if kind == "zstd" else file


def writer(file: BinaryIO, kind: str) -> BinaryIO:
    """A stream that compresses into ``file``; closing it leaves ``file`` open. No clock and no name go into the header."""
    if kind == "gzip":
        return cast(BinaryIO, gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=0))
    return cast(BinaryIO, _zstd().ZstdFile(file, "wb")) if kind == "zstd" else file


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turns what a decompressor says of damaged data into an InputError."""
    try:
        yield
    except EOFError:
        raise InputError(f"{name}: the compressed data ends early; the file is truncated") from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"{name}: damaged gzip data: {error}") from None
    except ModuleNotFoundError as error:
        raise InputError(f"{name}: {error}") from None
    except Exception as error:
        if type(error).__name__ != "ZstdError":
            raise
        raise InputError(f"{name}: damaged zstd data: {error}") from None


def _zstd() -> Any:
    for module in ("compression.zstd", "backports.zstd"):
        try:
            return importlib.import_module(module)
        except ImportError:
            continue
    raise ModuleNotFoundError("zstd data needs a module that is not installed: pip install 'hanmend[zstd]'")
