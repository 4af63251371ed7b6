"""CSV: a header, UTF-8, ISO days, lists parted by `;`, and no cell that a spreadsheet would run as a formula.

A cell that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break gets an apostrophe before it.
That is the one case in which a text goes out changed; without the guard, and in every other format, it never is.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from stateofplay.exchange.out.selection import Selection

BOM: Final = "\ufeff".encode()
"""What makes Excel take a file for UTF-8."""

_RUN: Final = r"^([=+\-@＝＋－＠\t\r\n])"
_PARTED: Final = ";"
_BATCH: Final = 10_000


def write_csv(selection: Selection) -> Iterator[bytes]:
    """The table of the selection as CSV, ten thousand rows at a time."""
    if selection.bom:
        yield BOM
    table = selection.arrow()
    yield _lines(flat(table.schema.empty_table(), guard=False), header=True)
    for start in range(0, table.num_rows, _BATCH):
        yield _lines(flat(table.slice(start, _BATCH), guard=selection.guard), header=False)


def flat(table: pa.Table, *, guard: bool) -> pa.Table:
    """The same table with lists joined and, with `guard`, no text that a spreadsheet would run."""
    return pa.table({name: _flat(table[name], guard) for name in table.column_names})


def _flat(column: pa.ChunkedArray, guard: bool) -> pa.ChunkedArray:
    if pa.types.is_list(column.type):
        column = pc.binary_join(column, _PARTED)
    if guard and pa.types.is_string(column.type):
        column = pc.replace_substring_regex(column, _RUN, r"'\1")
    return column


def _lines(table: pa.Table, *, header: bool) -> bytes:
    out = BytesIO()
    pacsv.write_csv(table, out, pacsv.WriteOptions(include_header=header))
    return out.getvalue()
