"""Parquet: a table with its types kept, lists as lists; what made it, and by which clocks, stands in its metadata."""

from collections.abc import Iterator
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from stateofplay.exchange.out.selection import Selection

_GROUP: Final = 50_000


def write_parquet(selection: Selection) -> Iterator[bytes]:
    """The table of the selection as one Parquet file; it is compressed, so it comes in one piece."""
    table = selection.arrow()
    named = {f"stateofplay.{name}": value for name, value in {**selection.about, "table": selection.table}.items()}
    out = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata(named), out, compression="zstd", row_group_size=_GROUP)
    yield out.getvalue().to_pybytes()
