"""A snapshot: all tables at one moment, and the views over them by which duplicates and superseded readings drop out.

Nothing is changed to make something current: which row of several counts is decided here, on reading, and by what the
rows say rather than by the order in which they were added.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
from deltalake import DeltaTable

from stateofplay.record.delta import SCHEMAS, files_of, open_table
from stateofplay.record.standing import REVIEW, REVIEWED, UNREVIEWED, surely

# The same text with an earlier date was known earlier, and any date says more than none.
BEST_DOCUMENT: Final = """QUALIFY row_number() OVER (
    PARTITION BY id ORDER BY published_last NULLS LAST, published_first DESC, recorded_at, path) = 1"""
"""Of several rows of a document, the one that counts."""

BEST_STATEMENT: Final = """QUALIFY row_number() OVER (
    PARTITION BY s.id, s.document ORDER BY s.recorded_at, s.path) = 1"""
"""Of several rows `s` of a statement in readings that count, the one that counts. The document follows from the id;
named here, a search in one document need not go through all statements."""

_DOCUMENT: Final = f"SELECT * FROM documents {BEST_DOCUMENT}"

BEST_READING: Final = """QUALIFY row_number() OVER (
    PARTITION BY document, family
    ORDER BY published_last NULLS LAST, published_first DESC, recorded_at DESC, id) = 1"""
"""Of several readings of a document by one reader, the one by the right date and then the latest version counts."""

_READING: Final = f"SELECT * FROM readings {BEST_READING}"

_TOLD: Final = f"""
    SELECT s.*, d.known_from, d.publisher
    FROM statements s JOIN reading r ON s.reading = r.id JOIN document d ON s.document = d.id {BEST_STATEMENT}"""

_STATEMENT: Final = "SELECT * EXCLUDE (known_until) FROM standing WHERE known_until IS NULL"

_WORD: Final = re.compile(r"[a-z]+")

# Nothing is ever downloaded to answer a query.
_OFFLINE: Final = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


class Snapshot:
    """The tables at one moment, where only what is as sure as `sure` counts. `versions` tells two moments apart.

    Queries see each table under its own name with every row ever added, and the views `document`, `reading`, `review`
    and `statement` with one row each for what counts now; `standing` has what counted when.
    """

    def __init__(self, tables: Mapping[str, DeltaTable], sure: float = 0.0) -> None:
        self.sure = sure
        self.versions = {name: table.version() for name, table in tables.items()}
        self._files = {name: files_of(table) for name, table in tables.items()}
        self._database = duckdb.connect(config=dict(_OFFLINE))

    def query(self, sql: str, params: Mapping[str, Any] | None = None, **tables: pa.Table) -> pa.Table:
        """Answer of `sql`, in which `tables` may be named too, also one that stands for a view of its name.

        May be called from several threads.
        """
        with self._database.cursor() as cursor:
            named = set(_WORD.findall(sql)) - tables.keys()
            views = {name: view for name, view in self._views().items() if name not in tables}
            for name in reversed(views):
                named |= set(_WORD.findall(views[name])) if name in named else set()
            for name in self._files.keys() & named:
                _show(cursor, name, self._files[name])
            for name, view in views.items():
                if name in named:
                    cursor.execute(f"CREATE TEMP VIEW {name} AS {view}")
            for name, table in tables.items():
                cursor.register(name, table)
            return cursor.sql(sql, params=dict(params or {})).to_arrow_table()

    def _views(self) -> dict[str, str]:
        """The views in the order in which one builds on another; nobody pays for reviews who has made none.

        Only those that a query names are made, with what they build on: making one costs milliseconds.
        """
        return {
            "document": _DOCUMENT,
            "reading": _READING,
            "told": _TOLD,
            "review": REVIEW,
            "standing": surely(REVIEWED if self.reviewed else UNREVIEWED, self.sure),
            "statement": _STATEMENT,
        }

    @property
    def reviewed(self) -> bool:
        """Whether there are reviews."""
        return bool(self._files["reviews"])

    def rows(self, sql: str, params: Mapping[str, Any] | None = None, **tables: pa.Table) -> list[dict[str, Any]]:
        """Answer of `sql` as dictionaries."""
        rows: list[dict[str, Any]] = self.query(sql, params, **tables).to_pylist()
        return rows


def open_tables(folder: Path) -> dict[str, DeltaTable]:
    """All tables, opened in the reverse of the order of writing: what they refer to is then never older than they."""
    return {name: open_table(folder, name) for name in reversed(SCHEMAS)}


def _show(cursor: duckdb.DuckDBPyConnection, name: str, files: list[str]) -> None:
    if not files:
        cursor.register(name, SCHEMAS[name].empty_table())
        return
    listed = ", ".join("'" + _escaped(file) + "'" for file in files)
    cursor.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM read_parquet([{listed}], union_by_name = true)")


def _escaped(file: str) -> str:
    """A path inside a quoted string of SQL, whose own wildcards stand for themselves."""
    return "".join(f"[{sign}]" if sign in "*?" else sign for sign in file).replace("'", "''")
