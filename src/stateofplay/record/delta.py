"""The Delta tables of a record: rows are only ever appended, a whole batch at once, and no file is ever removed."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import pyarrow as pa
from deltalake import (
    CommitProperties,
    DeltaTable,
    PostCommitHookProperties,
    Schema,
    WriterProperties,
    write_deltalake,
)
from deltalake.exceptions import CommitFailedError, DeltaError

from stateofplay.errors import OurFault

PROPERTIES: Final[dict[str, str]] = {
    "delta.appendOnly": "true",
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
}
"""What keeps a table append-only and its whole log readable; `check` verifies that they still hold."""

_COMPACT_EVERY: Final = 100
_COMPACT_TO: Final = 32 * 1024 * 1024
_TRIES: Final = 8
_FIRST_WAIT: Final = 0.02

_day = pa.date32()
_text = pa.string()
_texts = pa.list_(pa.string())
_moment = pa.timestamp("us", tz="UTC")

_PLACE = {
    "path": _text,
    "start": pa.int64(),
    "end": pa.int64(),
    "quote": _text,
    "language": _text,
}
"""Columns of where a document says something."""
_TOLD = {
    "status": _text,
    "kind": _text,
    "claim": _text,
    "type": _text,
    "source": _texts,
    "target": _texts,
    "people": _texts,
    "marks": _texts,
    "happened_first": _day,
    "happened_last": _day,
    "said_by": _text,
    "reader": _text,
    "confidence": pa.float64(),
    "why": _texts,
    "same_as": _text,
    "recorded_at": _moment,
}
"""Columns of what is said there."""

SCHEMAS: Final[dict[str, pa.Schema]] = {
    "documents": pa.schema(
        {
            "id": _text,
            "path": _text,
            "raw_hash": _text,
            "raw_kept": pa.bool_(),
            "title": _text,
            "publisher": _text,
            "author": _text,
            "published_first": _day,
            "published_last": _day,
            "published_by": _text,
            "known_from": _day,
            "languages": _texts,
            "text": _text,
            "passages": _text,
            "origins": _text,
            "recorded_at": _moment,
        }
    ),
    "statements": pa.schema(
        {
            "id": _text,
            "reading": _text,
            "document": _text,
            **_PLACE,
            "published_first": _day,
            "published_last": _day,
            **_TOLD,
        }
    ),
    "unread": pa.schema(
        {
            "id": _text,
            "path": _text,
            "document": _text,
            "start": pa.int64(),
            "end": pa.int64(),
            "error": _text,
            "why": _text,
            "mend": _text,
            "recorded_at": _moment,
        }
    ),
    "reviews": pa.schema(
        {
            "id": _text,
            "statement": _text,
            "of": _text,
            "document": _text,
            "says": _text,
            "verdict": _text,
            "reviewer": _text,
            "note": _text,
            "counts": _text,
            "known_from": _day,
            **_PLACE,
            **_TOLD,
        }
    ),
    "issued": pa.schema(
        {
            "id": _text,
            "day": _day,
            "source": _text,
            "type": _text,
            "target": _text,
            "first": _day,
            "last": _day,
            "probability": pa.float64(),
            "low": pa.float64(),
            "high": pa.float64(),
            "base_rate": pa.float64(),
            "recurrence": pa.float64(),
            "no_change": pa.float64(),
            "thin": pa.bool_(),
            "replayed": pa.bool_(),
            "state": _text,
            "model": _text,
            "reasons": _text,
            "against": _text,
            "known_from": _day,
            "recorded_at": _moment,
        }
    ),
    "readings": pa.schema(
        {
            "id": _text,
            "document": _text,
            "reader": _text,
            "family": _text,
            "published_first": _day,
            "published_last": _day,
            "recorded_at": _moment,
        }
    ),
}
"""Table → its columns, in the order in which a batch is written: what is referred to stands before what refers to it.

`readings` comes last: a reading counts from the moment its row is there, and then everything that it needs is too.
"""

DECIDING: Final = tuple(name for name in SCHEMAS if name != "issued")
"""Tables from which events and boards follow: what we forecast changes nothing that happened."""

_PARQUET = WriterProperties(compression="ZSTD")
_AFTER = PostCommitHookProperties(create_checkpoint=True, cleanup_expired_logs=False)
_COMMIT = CommitProperties(max_commit_retries=30)


def create_tables(folder: Path) -> None:
    """Make every table that is missing, and columns that an older one lacks; two processes may do so at once."""
    for name, schema in SCHEMAS.items():
        if not DeltaTable.is_deltatable(str(folder / name)):
            _create(folder / name, schema)
        else:
            _widen(open_table(folder, name), schema)


def open_table(folder: Path, name: str) -> DeltaTable:
    """The table `name` at its newest version."""
    return DeltaTable(str(folder / name))


def files_of(table: DeltaTable) -> list[str]:
    """Paths of the files that make up the table at its version. Delta names them as addresses, %20 for a space."""
    return [unquote(uri) for uri in table.file_uris()]


def append(table: DeltaTable, name: str, rows: list[dict[str, Any]]) -> None:
    """Add `rows` in one commit, and gather small files now and then. Returns when the commit is on disk."""
    if not rows:
        return
    batch = pa.Table.from_pylist(rows, schema=SCHEMAS[name])
    for wait in _waits():
        try:
            write_deltalake(
                table,
                batch,
                mode="append",
                writer_properties=_PARQUET,
                commit_properties=_COMMIT,
                post_commithook_properties=_AFTER,
            )
            break
        except CommitFailedError as error:
            _wait_or_give_up(wait, name, error)
    if table.version() % _COMPACT_EVERY == 0:
        compact(table)


def compact(table: DeltaTable) -> None:
    """Gather small files into larger ones; the old ones stay, for readers of older versions.

    Two processes that gather the same files at once would leave their rows twice, which reading by id makes harmless;
    `append` leaves it to the one process that made the commit with a round number.
    """
    try:
        table.optimize.compact(
            target_size=_COMPACT_TO,
            max_concurrent_tasks=1,
            writer_properties=_PARQUET,
            post_commithook_properties=_AFTER,
        )
    except CommitFailedError:
        # Another process was faster; the next round number will do.
        table.update_incremental()


def _create(path: Path, schema: pa.Schema) -> None:
    for wait in _waits():
        try:
            DeltaTable.create(str(path), schema=schema, mode="ignore", configuration=PROPERTIES)
            return
        except CommitFailedError as error:
            if DeltaTable.is_deltatable(str(path)):
                return
            _wait_or_give_up(wait, path.name, error)


def _widen(table: DeltaTable, schema: pa.Schema) -> None:
    """Add columns that came with a later version; rows written before have nothing in them."""
    known = {field.name for field in table.schema().fields}
    lacking = [field for field in Schema.from_arrow(schema).fields if field.name not in known]
    if not lacking:
        return
    try:
        table.alter.add_columns(lacking)
    except (CommitFailedError, DeltaError):
        table.update_incremental()  # another process was faster
        if {field.name for field in table.schema().fields} < {field.name for field in lacking}:
            raise


def _waits() -> Iterator[float | None]:
    """Seconds to wait after each failed try; None after the last."""
    for number in range(_TRIES):
        yield _FIRST_WAIT * 2**number
    yield None


def _wait_or_give_up(wait: float | None, name: str, error: CommitFailedError) -> None:
    if wait is None:
        raise OurFault(
            f"could not commit to the table {name}: {error}",
            mend="nothing was lost; run the same command again when fewer processes write",
        ) from error
    time.sleep(wait)
