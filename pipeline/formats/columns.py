"""Columns of Arrow: which hold text, which values may hold a leftover, writing other values in, and what makes two of them the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.leftovers import may_hold


def is_text(kind: Any) -> bool:
    """True for a type whose values are text, whatever its layout."""
    from pyarrow import types

    return bool(types.is_dictionary(kind) and is_text(kind.value_type) or types.is_string(kind) or types.is_large_string(kind) or _is_view(kind))


def doubtful(column: Any) -> Iterator[tuple[int, bytes]]:
    """Row and bytes of the values of a text column that may hold a leftover. Where no value may, none is looked at."""
    array = _dense(column)
    _, offsets, values = array.buffers()
    data = values.to_pybytes() if values is not None and len(array) else b""
    if not may_hold(data):
        return
    places = memoryview(offsets).cast("B")[: 8 * (array.offset + len(array) + 1)].cast("q")[array.offset :]
    for row in range(len(array)):
        start, end = places[row], places[row + 1]
        if end > start and may_hold(data, start, end) and array[row].is_valid:
            yield row, data[start:end]


def replaced(column: Any, values: Mapping[int, str]) -> Any:
    """``column`` with the values of some rows replaced, type and nulls as they were."""
    import pyarrow as pa
    from pyarrow import compute

    array = _dense(column)
    rows = sorted(values)
    mask = compute.is_in(pa.array(range(len(array)), pa.int64()), value_set=pa.array(rows, pa.int64()))
    made = compute.replace_with_mask(array, mask, pa.array([values[row] for row in rows], array.type))
    if pa.types.is_dictionary(column.type):
        return made.cast(column.type.value_type).dictionary_encode().cast(column.type)
    return made.cast(column.type)


def canonical(column: Any) -> Iterator[bytes]:
    """Bytes that are the same for two columns with the same values, however they are laid out in memory. Text is taken as bytes, valid or not."""
    import pyarrow as pa
    from pyarrow import compute

    kind = column.type
    yield f"{kind}:{len(column)}:{column.null_count}".encode()
    if is_text(kind):
        array = _dense(column)
    elif pa.types.is_dictionary(kind):
        array = column.cast(kind.value_type)
    else:
        array = column
    array = pa.concat_arrays(array.chunks or [pa.array([], array.type)]) if hasattr(array, "chunks") else array
    if array.null_count:
        yield from _stored(compute.is_valid(array))
        array = array.drop_null()
    yield from _inside(array)


def _inside(array: Any) -> Iterator[bytes]:
    """The same of an array without nulls, level by level."""
    from pyarrow import compute, types

    if isinstance(array.type, _extensions()):
        yield from canonical(array.storage)
    elif types.is_struct(array.type):
        for child in array.flatten():
            yield from canonical(child)
    elif types.is_map(array.type):
        yield from _stored(array.offsets)
        yield from canonical(array.keys)
        yield from canonical(array.items)
    elif types.is_nested(array.type):
        yield from _stored(compute.list_value_length(array))
        yield from canonical(array.flatten())
    else:
        yield from _stored(array)


def _extensions() -> type:
    import pyarrow as pa

    made: type = pa.BaseExtensionType
    return made


def _stored(array: Any) -> Iterator[bytes]:
    from pyarrow import record_batch

    # Of a batch that is written out only what belongs to it goes, from its first value to its last.
    yield record_batch([array], names=["c"]).serialize().to_pybytes()


def _dense(column: Any) -> Any:
    """One array of 64 bit offsets."""
    import pyarrow as pa

    column = column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
    column = column.cast(pa.large_string())
    return pa.concat_arrays([pa.array([], pa.large_string()), *column.chunks]) if hasattr(column, "chunks") else column


def _is_view(kind: Any) -> bool:
    from pyarrow import types

    return bool(hasattr(types, "is_string_view") and types.is_string_view(kind))
