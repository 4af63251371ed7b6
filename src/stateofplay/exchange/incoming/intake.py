"""Files of one format are taken into a record row by row, in bounded memory and in batches, and nothing twice."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final, TypeVar

from stateofplay.day import Day
from stateofplay.documents.document import Document, PassageKind
from stateofplay.errors import DocumentError, EmptyDocument, NotFound
from stateofplay.exchange.arrival import Arrival
from stateofplay.exchange.incoming.acled import read_acled
from stateofplay.exchange.incoming.bundle import bundled, reader_of
from stateofplay.exchange.incoming.gdelt import read_gdelt
from stateofplay.exchange.incoming.held import HeldRows
from stateofplay.exchange.incoming.icews import read_icews
from stateofplay.exchange.incoming.line import Line, files, lines
from stateofplay.exchange.incoming.plover import read_plover
from stateofplay.exchange.incoming.polecat import read_polecat
from stateofplay.exchange.incoming.statements import read_statements
from stateofplay.exchange.incoming.telling import Telling, limit
from stateofplay.record.addition import Reading, Unread
from stateofplay.record.record import Record

Progress = Callable[[str, int, int], None]
"""Is told the file at hand, how many of its bytes have been read, and how many it has."""

Item = TypeVar("Item")
Rows = Callable[[Iterator[Line]], Iterator[Telling | Unread]]

STATEMENTS: Final = "statements"
TABLES: Final[dict[str, tuple[Rows, int]]] = {
    "polecat": (read_polecat, 1),
    "icews": (read_icews, 1),
    "gdelt": (read_gdelt, 1),
    "acled": (read_acled, 1),
    "plover": (read_plover, 1),
}
"""Format of rows → who reads it, and in which version: a later one supersedes what an earlier one read."""

FORMATS: Final = (*TABLES, STATEMENTS)
"""Names of the formats that can be imported."""

_STATEMENTS_AT_ONCE: Final = 20_000
_READINGS_AT_ONCE: Final = 2_000
_NAMED: Final = 200
_IMPORTED: Final = "import:"


def rows_of(format: str) -> Rows:
    """Who reads rows of this format; NotFound for a format that is not of rows."""
    return TABLES[_known(format)][0]


def take_in(
    record: Record,
    paths: Iterable[str | Path],
    format: str,
    clock: Callable[[], datetime],
    *,
    published: Day | None = None,
    progress: Progress | None = None,
) -> Arrival:
    """Import files, folders and globs of one format. `published` is the day of rows that give none.

    What is new is committed some thousand rows at a time: stopped at any moment, all before is there, and the same call
    goes on from it. NotFound for an unknown format.
    """
    _known(format)
    held = _held(record) if format == STATEMENTS else None
    rows = HeldRows(record.snapshot(), reader_of(format, TABLES[format][1] if format in TABLES else 0))
    batch = _Batch(record, clock)
    for file in files(paths):
        if isinstance(file, NotFound):
            batch.fail(Unread.file(file.where, file))
            continue
        told = partial(_progress, progress, file) if progress else lambda _: None
        tally = _Tally()
        try:
            opened = lines(file, limit("longest_row"), told)
            if held:
                batch.take(read_statements(tally.of(line for line in opened if line.text.strip()), held, published))
            else:
                batch.take(_bundled(opened, format, rows, published, tally))
            if not tally.items:
                raise EmptyDocument("no row in it", mend=f"see whether it is whole, and a file of the format {format}")
        except DocumentError as error:
            batch.fail(Unread.file(str(file), error))
    return replace(done := batch.done(), rows=done.rows + rows.let_go, known=rows.let_go)


class _Tally:
    """How many items went by: rows, or what could not be read as one."""

    def __init__(self) -> None:
        self.items = 0

    def of(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, counted."""
        for item in items:
            self.items += 1
            yield item


def _bundled(
    opened: Iterator[Line], format: str, rows: HeldRows, published: Day | None, tally: _Tally
) -> Iterator[Reading | Unread]:
    read, version = TABLES[format]
    # Each file of an archive by itself: it brings its own head.
    tellings = (telling for _, one in groupby(opened, lambda line: line.path) for telling in read(one))
    return bundled(rows.new(tally.of(tellings), published), format, version, published)


def _known(format: str) -> str:
    if format not in FORMATS:
        raise NotFound(f"no format {format!r} to import", mend=f"formats are {', '.join(FORMATS)}")
    return format


def _progress(progress: Progress, file: Path, read: int) -> None:
    progress(str(file), read, file.stat().st_size)


def _held(record: Record) -> Callable[[str], tuple[Document, frozenset[str]] | None]:
    """What the record has of a document before the import."""
    snapshot = record.snapshot()
    there = set(snapshot.query("SELECT DISTINCT id FROM documents")["id"].to_pylist())

    def found(id: str) -> tuple[Document, frozenset[str]] | None:
        if id not in there:
            return None
        said = snapshot.rows("SELECT id FROM statements WHERE document = $id", {"id": id})
        return record.document(id), frozenset(row["id"] for row in said)

    return found


@dataclass
class _Batch:
    """Readings on their way into the record, and what came of those before."""

    record: Record
    clock: Callable[[], datetime]
    arrival: Arrival = field(default_factory=Arrival)
    _readings: list[Reading] = field(default_factory=list)
    _failed: list[Unread] = field(default_factory=list)
    _statements: int = 0

    def take(self, found: Iterable[Reading | Unread]) -> None:
        """Take readings and faults in; what comes before an error stays."""
        for one in found:
            if isinstance(one, Unread):
                self.fail(one)
                continue
            self._readings.append(one)
            self._statements += len(one.statements)
            if self._statements >= _STATEMENTS_AT_ONCE or len(self._readings) >= _READINGS_AT_ONCE:
                self._commit()

    def fail(self, unread: Unread) -> None:
        """Take a fault in."""
        self._failed.append(unread)
        if len(self._failed) >= _STATEMENTS_AT_ONCE:
            self._commit()

    def done(self) -> Arrival:
        """Commit the rest; what came of all."""
        self._commit()
        return self.arrival

    def _commit(self) -> None:
        before, readings, failed = self.arrival, self._readings, self._failed
        added = self.record.add(readings, recorded_at=self.clock(), unread=failed, batch=max(len(readings), 1))
        rows, telling = (sum(map(count, readings)) for count in (_rows_of, _telling))
        self.arrival = Arrival(
            added=before.added + added,
            rows=before.rows + rows,
            silent=before.silent + rows - telling,
            failed=before.failed + len(failed),
            unread=(*before.unread, *failed)[:_NAMED],
        )
        self._readings, self._failed, self._statements = [], [], 0


def _rows_of(reading: Reading) -> int:
    """Lines of the file that made the reading: of a data set its rows, of our own files the statements."""
    if reading.family.removeprefix(_IMPORTED) not in TABLES:
        return len(reading.statements)
    return sum(passage.kind is PassageKind.BODY for passage in reading.document.passages)


def _telling(reading: Reading) -> int:
    """How many of these lines tell something."""
    if reading.family.removeprefix(_IMPORTED) not in TABLES:
        return len(reading.statements)
    return len({statement.path for statement in reading.statements})
