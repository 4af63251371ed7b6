"""Check: a record is sound when every promise that it makes holds on disk; each broken one is named with a remedy."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from stateofplay.reading.statement import Statement
from stateofplay.record.addition import reading_id
from stateofplay.record.delta import PROPERTIES, SCHEMAS, files_of, open_table
from stateofplay.record.marks import Marks, marks_of
from stateofplay.record.original import original_path
from stateofplay.record.record import Record
from stateofplay.record.row import (
    Row,
    day_of,
    document_of,
    event_columns,
    issued_of,
    review_of,
    statement_of,
    unread_of,
)
from stateofplay.record.snapshot import Snapshot

_MARKED: Final = ("statements", "reviews")
_EARLIER: Final = "nothing to do: an earlier version wrote it, and events are joined by what it found"
_ROWS_AT_ONCE: Final = 1000
_RESTORE: Final = "restore it from a copy of the record"
_CHANGED: Final = "this was changed by hand; restore the table from a copy of the record"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A promise that does not hold: `what`, `where` (file, or table and row), and what to do to `mend` it.

    `damage` is False for what an earlier version of this program wrote by the rules that it had: nothing is lost.
    """

    what: str
    where: str
    mend: str
    damage: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.what} ({self.mend})"


def check(record: Record) -> tuple[Problem, ...]:
    """Every problem of the record; empty when it is sound.

    Reads all of it: tables open and append-only, files whole, ids computed anew, statements with their documents,
    quotes at their place, originals by their hash. Where files are damaged, what depends on them is not looked at.
    """
    found: list[Problem] = []
    whole = True
    for name in SCHEMAS:
        damage = list(_file_problems(record.folder / name)) or list(_row_problems(record.folder, name))
        whole = whole and not any(problem.damage for problem in damage)
        found += damage
        if not any(problem.damage for problem in damage):
            found += _property_problems(record.folder, name)
    if whole:
        snapshot = record.snapshot()
        found += [*_reference_problems(snapshot), *_quote_problems(snapshot), *_original_problems(record, snapshot)]
    return tuple(found)


def _property_problems(folder: Path, name: str) -> Iterator[Problem]:
    held = open_table(folder, name).metadata().configuration
    for key, value in PROPERTIES.items():
        if held.get(key) != value:
            mend = f"set it with deltalake: DeltaTable(path).alter.set_table_properties({{{key!r}: {value!r}}})"
            yield Problem(what=f"{key} is {held.get(key)!r}, not {value!r}", where=str(folder / name), mend=mend)


def _file_problems(path: Path) -> Iterator[Problem]:
    """Files of a table that are gone or torn, and a log that cannot be read."""
    try:
        files = _files(DeltaTable(str(path)))
    except (DeltaError, OSError) as error:
        yield Problem(what=f"the table cannot be opened: {error}", where=str(path), mend=_RESTORE)
        return
    for name, size in files.items():
        file = path / name
        if not file.exists():
            yield Problem(what="the file is gone", where=str(file), mend=_RESTORE)
        elif file.stat().st_size != size:
            what = f"the file has {file.stat().st_size} bytes instead of {size}"
            yield Problem(what=what, where=str(file), mend=_RESTORE)


def _files(table: DeltaTable) -> dict[str, int]:
    """Files of the table's newest version, with the size that the log says they have."""
    actions = pa.table(table.get_add_actions()).select(["path", "size_bytes"])
    return {row["path"]: row["size_bytes"] for row in actions.to_pylist()}


def _row_problems(folder: Path, name: str) -> Iterator[Problem]:
    for file in files_of(open_table(folder, name)):
        try:
            for row in _rows(file):
                where = f"{name} {row['id']}"
                if what := _fault(name, row):
                    yield Problem(what=what, where=where, mend=_CHANGED)
                elif name in _MARKED and (problem := _mark_problem(row, where)):
                    yield problem
        except (pa.ArrowException, OSError) as error:
            yield Problem(what=f"the file cannot be read: {error}", where=file, mend=_RESTORE)


def _rows(file: str) -> Iterator[Row]:
    with pq.ParquetFile(file) as opened:
        for batch in opened.iter_batches(_ROWS_AT_ONCE):
            yield from batch.to_pylist()


def _fault(name: str, row: Row) -> str:
    """What is wrong with a row in itself; "" when nothing is."""
    try:
        return "" if _id_of(name, row) == row["id"] else "the id does not follow from the content"
    except (ValueError, KeyError, TypeError) as error:
        return f"the row cannot be read: {error}"


def _id_of(name: str, row: Row) -> str:
    """The id that a row ought to have by what it says."""
    if name == "documents":
        return hashlib.sha256(document_of(row).text.encode()).hexdigest()[:24]
    if name == "unread":
        return unread_of(row).id
    if name == "reviews":
        return _review_id(row)
    if name == "issued":
        return _issued_id(row)
    if name == "readings":
        return reading_id(row["document"], row["reader"], day_of(row, "published"))
    statement = statement_of(row)
    _refuse_columns(row, statement)
    return statement.id


def _review_id(row: Row) -> str:
    review = review_of(row)
    if review.counts != row["counts"] or review.known_from != row["known_from"]:
        raise ValueError("counts or known_from does not follow from the verdict")
    if review.corrected:
        _refuse_columns(row, review.corrected)
    return review.id


def _issued_id(row: Row) -> str:
    issued = issued_of(row)
    if issued.known_from != row["known_from"]:
        raise ValueError("known_from is not the day on which it was written")
    return issued.id


def _refuse_columns(row: Row, statement: Statement) -> None:
    for column, value in event_columns(statement).items():
        if row[column] != value:
            raise ValueError(f"{column} differs from the claim")


def _mark_problem(row: Row, where: str) -> Problem | None:
    """Persons follow from the claim alone; amounts from the quote, by rules that grow with the versions of the program.

    A row from before there were marks has none, and is sound.
    """
    if row.get("marks") is None:
        return None
    held = Marks.of(row["marks"])
    people = json.loads(row["claim"]).get("people", ())
    due = marks_of(row["quote"], row["language"], people)
    if held.persons != due.persons or list(held.texts) != row["marks"]:
        return Problem(what="the marks differ from the claim", where=where, mend=_CHANGED)
    if held.amounts != due.amounts:
        what = f"the amounts are {sorted(held.amounts)}, and this version finds {sorted(due.amounts)}"
        return Problem(what=what, where=where, mend=_EARLIER, damage=False)
    return None


def _reference_problems(snapshot: Snapshot) -> Iterator[Problem]:
    for table in ("statements", "readings", "reviews"):
        for row in snapshot.rows(f"SELECT id, document FROM {table} t ANTI JOIN documents d ON d.id = t.document"):
            what = f"its document {row['document']} is not in the record"
            yield Problem(what=what, where=f"{table} {row['id']}", mend="read the document again")


_QUOTES: Final = """SELECT s.id, s.document, s.start FROM {table} s JOIN document d ON d.id = s.document
    WHERE substr(d.text, s.start + 1, s."end" - s.start) <> s.quote"""


def _quote_problems(snapshot: Snapshot) -> Iterator[Problem]:
    for table in ("statements", "reviews"):
        for row in snapshot.rows(_QUOTES.format(table=table)):
            what = f"the quote does not stand at character {row['start']} of document {row['document']}"
            yield Problem(what=what, where=f"{table} {row['id']}", mend=_CHANGED)
    for row in snapshot.rows("SELECT id, statement FROM reviews r ANTI JOIN statements s ON s.id = r.statement"):
        yield Problem(what=f"it reviews {row['statement']}, which is gone", where=f"reviews {row['id']}", mend=_CHANGED)


def _original_problems(record: Record, snapshot: Snapshot) -> Iterator[Problem]:
    for row in snapshot.rows("SELECT DISTINCT raw_hash FROM documents WHERE raw_kept ORDER BY raw_hash"):
        raw: Any = record.original(row["raw_hash"])
        where = str(original_path(record.folder, row["raw_hash"]))
        if raw is None:
            yield Problem(what="the original of a document is gone", where=where, mend=_RESTORE)
        elif hashlib.sha256(raw).hexdigest() != row["raw_hash"]:
            yield Problem(what="the original is not what its hash says", where=where, mend=_RESTORE)
