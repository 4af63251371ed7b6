"""Columns: Arrow columns as numpy arrays and back, by their buffers.

`pa.array`, any scalar and `to_numpy` of what cannot be shared import pandas where there is one: half a second.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_EPOCH: Final = 719_163  # date(1970, 1, 1).toordinal(); Arrow counts days from there, Python from year 1


def numbers(values: Ints) -> pa.Array:
    """Whole numbers as an Arrow array."""
    whole = np.ascontiguousarray(values, dtype=np.int64)
    return pa.Array.from_buffers(pa.int64(), len(whole), [None, pa.py_buffer(whole)])


def texts(values: Sequence[str]) -> pa.Array:
    """Texts as an Arrow array."""
    encoded = [value.encode() for value in values]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int32)
    return pa.StringArray.from_buffers(len(values), pa.py_buffer(ends), pa.py_buffer(b"".join(encoded)))


def whole(column: Any) -> pa.Array:
    """A column in one piece, which is no copy where it is in one already."""
    if not isinstance(column, pa.ChunkedArray):
        return column
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    joined = column.combine_chunks()
    return joined.chunk(0) if isinstance(joined, pa.ChunkedArray) else joined


def flags(column: Any) -> Bools:
    """Truth values; false where there is none."""
    found = whole(column)
    if found.null_count:
        bare = [None, found.buffers()[1]]
        bits = pa.Array.from_buffers(pa.bool_(), len(found), bare, offset=found.offset)
        return flags(found.is_valid()) & flags(bits)
    packed = np.frombuffer(found.buffers()[1] or b"", np.uint8)
    return np.unpackbits(packed, bitorder="little")[found.offset : found.offset + len(found)].astype(np.bool_)


def ordinals(days: Any) -> Ints:
    """Days as Python ordinals; 0 where there is none."""
    found = whole(days)
    count = np.frombuffer(found.buffers()[1] or b"", np.int32)[found.offset : found.offset + len(found)]
    return np.where(flags(found.is_valid()), count + np.int64(_EPOCH), 0)


def codes(column: Any) -> Ints:
    """The codes of a coded column; -1 where there is no text."""
    indices = whole(column).indices
    count = np.frombuffer(indices.buffers()[1] or b"", np.int32)[indices.offset : indices.offset + len(indices)]
    return np.where(flags(indices.is_valid()), count, -1).astype(np.int64)


def having(column: Any, *wanted: str) -> Bools:
    """Of each row of a coded column whether its text is one of `wanted`."""
    column = whole(column)
    hit = flags(pc.is_in(column.dictionary, value_set=texts(wanted)))
    found: Bools = np.append(hit, False)[codes(column)]
    return found
