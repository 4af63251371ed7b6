"""A record holds all documents and statements and only ever grows; what counts on a day is a view of it."""

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.errors import NotFound, RecordDamaged, YourInput
from stateofplay.reading.statement import Statement, Status
from stateofplay.record.addition import Added, Reading, Unread
from stateofplay.record.delta import DECIDING, SCHEMAS, append, create_tables
from stateofplay.record.derived import Derived, least_rows, versions_of
from stateofplay.record.event import Event
from stateofplay.record.gather import gather_events
from stateofplay.record.issued import Issued
from stateofplay.record.joining import WHY, join_tellings
from stateofplay.record.newness import Newness
from stateofplay.record.original import keep_original, read_original, write_whole
from stateofplay.record.review import Review, says_of
from stateofplay.record.reviewing import Opinion, reviewed
from stateofplay.record.roll import NAME, of_kind, roll_of, rows_with
from stateofplay.record.row import (
    Row,
    document_of,
    document_row,
    issued_of,
    issued_row,
    reading_row,
    review_of,
    review_row,
    statement_of,
    statement_row,
    unread_of,
    unread_row,
)
from stateofplay.record.snapshot import BEST_DOCUMENT, Snapshot, open_tables
from stateofplay.record.standing import CORRECTED, STANDS

FORMAT: Final = 1
"""Version of the layout on disk; a record of a higher one is refused."""

_MARK = "record.json"
_BATCH: Final = 200
_NO_PLACE: Final = re.compile(r"[\[\]]|%[0-9A-Fa-f]{2}")  # Delta takes a path for an address, and fails on these
_VIEWS_KEPT: Final = 16
# The view `document`, narrowed before it is computed.
_READ: Final = f"SELECT * FROM documents WHERE id IN (SELECT unnest($ids)) {BEST_DOCUMENT}"
_ISSUED_BEFORE: Final = "SELECT * FROM issued WHERE id IN (SELECT unnest($ids)) ORDER BY recorded_at DESC"
_KNOWN: Final = "($known IS NULL OR known_from <= $known)"
_ISSUED: Final = f"""
    SELECT * FROM issued WHERE {_KNOWN} AND ($on IS NULL OR day <= $on)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY recorded_at) = 1
    ORDER BY day, source, target, last, type, id"""


def open_record(path: str | Path, *, create: bool = True, sure: float = 0.0) -> "Record":
    """The record in the folder `path`, made anew where nothing is there. See `Record` for `sure`.

    NotFound when it is absent and `create` is false; YourInput when the folder holds something else, was written by a
    newer version or has a name that Delta cannot take, or `sure` is not in 0..1; RecordDamaged when its mark cannot be
    read.
    """
    folder, sure = Path(path), float(sure)
    if not 0.0 <= sure <= 1.0:
        raise YourInput(f"a confidence is between 0 and 1, not {sure:g}", mend="write 70 per cent as 0.7")
    _refuse_name(folder)
    if not (folder / _MARK).exists():
        _make(folder, create)
    _check_format(folder)
    create_tables(folder)
    return Record(folder, sure)


@dataclass(frozen=True)
class Moment:
    """A record at one moment, whatever is added meanwhile.

    `ask` is `Record.ask`, `tellings` `Record.telling_table` and `derived` `Record.derived`.
    """

    ask: Callable[..., pa.Table]
    tellings: Callable[[date | None], pa.Table]
    derived: Callable[..., pa.Table]


class Record:
    """All documents and statements in one folder. Open it with `open_record`.

    Every answer is of the newest state on disk, whoever wrote it. `known` is a knowledge date: only documents
    published by then (on their last possible day) count, those of unknown date from the day they were recorded. Events,
    and promises that follow from them, that its reader was less sure of than `sure` stay in the record and count in no
    answer, unless a reviewer kept them.
    Safe to use from several threads and, with others on the same folder, from several processes.
    """

    def __init__(self, folder: Path, sure: float = 0.0) -> None:
        self.folder = folder
        self.sure = sure
        self._tables = open_tables(folder)
        self._snapshot = Snapshot(self._tables, sure)
        self._derived = Derived(folder)
        self._views: dict[tuple[str, ...], pa.Table] = {}
        self._lock = threading.RLock()

    def at(self, sure: float) -> "Record":
        """The same record, in whose answers events count that are as sure as `sure`; 0 for all."""
        return self if sure == self.sure else open_record(self.folder, create=False, sure=sure)

    def add(
        self,
        readings: Iterable[Reading],
        *,
        recorded_at: datetime,
        unread: Iterable[Unread] = (),
        batch: int = _BATCH,
    ) -> Added:
        """Add what is new of `readings`, committing every `batch` documents, and files that stayed `unread`.

        `recorded_at` is the present moment, with its time zone. What this has returned from is on disk.
        """
        if recorded_at.tzinfo is None:
            raise ValueError("recorded_at needs a time zone")
        added = Added()
        rest = iter(readings)
        while chunk := tuple(islice(rest, batch)):
            added += self._add(chunk, recorded_at, ())
        failed = tuple(unread)
        return added + self._add((), recorded_at, failed) if failed else added

    def documents(self, known: date | None = None) -> Iterator[Document]:
        """All documents, earliest published first."""
        ids = iter(self.document_table(known)["id"].to_pylist())
        while chunk := list(islice(ids, _BATCH)):
            found = self._documents(chunk)
            yield from (found[id] for id in chunk)

    def document_table(self, known: date | None = None) -> pa.Table:
        """One row per document, without text and passages, earliest published first, those of unknown date last."""
        return self._now().query(
            f"SELECT * EXCLUDE (text, passages, origins) FROM document WHERE {_KNOWN} "
            "ORDER BY published_last NULLS LAST, id",
            {"known": known},
        )

    def last_published(self, known: date | None = None) -> date | None:
        """The last publication day of the documents known by `known`; None where none has any."""
        sql = f"SELECT max(published_last) AS last FROM document WHERE {_KNOWN}"
        (row,) = self._now().rows(sql, {"known": known})
        last: date | None = row["last"]
        return last

    def document(self, id: str) -> Document:
        """The document with this id; NotFound when there is none."""
        found = self._documents([id])
        if id not in found:
            raise NotFound(
                f"no document {id!r} in this record", where=str(self.folder), mend="list them with: documents"
            )
        return found[id]

    def original(self, raw_hash: str) -> bytes | None:
        """The raw bytes of a document; None where none were given."""
        return read_original(self.folder, raw_hash)

    def statement_table(
        self, kind: str | None = None, document: str | None = None, known: date | None = None
    ) -> pa.Table:
        """One row per statement that counts, by document and place. `claim` is JSON; an event's fields are columns."""
        return self._now().query(
            f"SELECT * FROM standing WHERE {STANDS} AND ($kind IS NULL OR kind = $kind) "
            'AND ($document IS NULL OR document = $document) ORDER BY document, start, "end", id',
            {"known": known, "kind": kind, "document": document},
        )

    def statements(
        self, kind: str | None = None, document: str | None = None, known: date | None = None
    ) -> Iterator[Statement]:
        """The statements of `statement_table`, one by one."""
        for batch in self.statement_table(kind, document, known).to_batches(max_chunksize=1000):
            yield from map(statement_of, batch.to_pylist())

    def statement(self, id: str) -> Statement:
        """The statement with this id, also one of a superseded reading or a correction; NotFound when there is none."""
        rows = self._now().rows("SELECT * FROM statements WHERE id = $id ORDER BY recorded_at LIMIT 1", {"id": id})
        rows = rows or self._corrected([id])
        if not rows:
            raise NotFound(
                f"no statement {id!r} in this record", where=str(self.folder), mend="list them with: statements"
            )
        return statement_of(rows[0])

    def telling_table(self, known: date | None = None) -> pa.Table:
        """One row per statement of an event: `id`, `event`, `place` in it, `why` joined, and the event fields told."""
        return self._tellings(self._now(), known)

    def event_table(self, known: date | None = None) -> pa.Table:
        """One row per event, first told first: `event`, `type`, `source`, `target`, `from`, `to`, `status`,
        `disputed`, `tellings` (statement ids, earliest published first), `why` (of each), `publishers`, `languages`,
        `documents` (distinct), `first_published`, `last_published`, `confidence` (the highest)."""
        now = self._now()
        return self._kept(now, "events", (str(known),), lambda: gather_events(self._tellings(now, known)))

    def events(self, known: date | None = None, ids: Sequence[str] | None = None) -> Iterator[Event]:
        """All events, or those with `ids` that there are, with their tellings: earliest first, unknown days last."""
        table = self.event_table(known)
        if ids is not None:
            table = table.filter(pc.is_in(table["event"], pa.array(ids, pa.string())))
        table = table.sort_by([(name, "ascending") for name in ("from", "to", "event")])
        for batch in table.to_batches(max_chunksize=1000):
            rows = batch.to_pylist()
            told = self._told([id for row in rows for id in row["tellings"]])
            yield from map(partial(_event, told=told), rows)

    def event(self, id: str, known: date | None = None) -> Event:
        """The event with this id; NotFound when there is none by `known`."""
        for event in self.events(known, [id]):
            return event
        lost = f"read with a confidence of {self.sure:g} or more" if self.sure else "in this record"
        raise NotFound(f"no event {id!r} {lost}", where=str(self.folder), mend="list them with: events")

    def review(self, id: str, opinion: Opinion, *, recorded_at: datetime) -> Review:
        """Add an opinion on the statement with this id, a reader's or a corrected one.

        From the day of `recorded_at` on, all views honour the latest review of a statement. NotFound when there is no
        such statement; YourInput when a correction does not hold, or a later review is there already.
        """
        with self._lock:
            statement = self.statement(id)
            document = self.document(statement.document)
            made = reviewed(statement, tuple(self.reviews(id)), opinion, document, recorded_at)
            self._refuse_twice(made)
            append(self._tables["reviews"], "reviews", [review_row(made)])
            return made

    def reviews(self, statement: str | None = None, known: date | None = None) -> Iterator[Review]:
        """All reviews, or those of what the statement with this id and its corrections say, earliest first."""
        sql = (
            f"SELECT * FROM review WHERE {_KNOWN} AND ($says IS NULL OR list_contains($says, says)) "
            "ORDER BY recorded_at, id"
        )
        says = self._says(statement) if statement is not None else None
        yield from map(review_of, self._now().rows(sql, {"says": says, "known": known}))

    def issue(self, forecasts: Sequence[Issued]) -> tuple[Issued, ...]:
        """Keep forecasts that we make, in one commit; what is held already is not written again.

        Gives them as they are held, in the order given: one that was issued before with the moment it had then.
        YourInput where not all events count: forecasts of one day would rest on different events, untold.
        """
        if self.sure:
            raise YourInput("forecasts are kept of all that a record holds", mend="leave out --sure")
        with self._lock:
            asked = {"ids": [one.id for one in forecasts]}
            held = {one.id: one for one in map(issued_of, self._now().rows(_ISSUED_BEFORE, asked))}
            new = {one.id: one for one in forecasts if one.id not in held}
            append(self._tables["issued"], "issued", [issued_row(one) for one in new.values()])
            return tuple({**new, **held}[id] for id in asked["ids"])

    def issued(self, on: date | None = None, known: date | None = None) -> Iterator[Issued]:
        """Forecasts that we made for the day `on` or earlier days and wrote by `known`, earliest day first."""
        rows = self._now().rows(_ISSUED, {"on": on, "known": known})
        yield from map(issued_of, rows)

    def unread(self) -> Iterator[Unread]:
        """What could not be read, first failure first; files that were read since are left out."""
        sql = (
            "SELECT * FROM unread u WHERE u.document <> '' OR NOT EXISTS "
            "(SELECT 1 FROM documents d LEFT JOIN readings r ON r.document = d.id "
            "WHERE d.path = u.path AND greatest(d.recorded_at, r.recorded_at) >= u.recorded_at) "
            "QUALIFY row_number() OVER (PARTITION BY id ORDER BY recorded_at) = 1 ORDER BY recorded_at, path, start, id"
        )
        yield from map(unread_of, self._now().rows(sql))

    def snapshot(self) -> Snapshot:
        """All tables as they are now, for a query of one's own."""
        return self._now()

    def roll(self, kind: str | None = None) -> pa.Table:
        """Every statement that ever stood, of all kinds or one, in the columns that questions read: see `roll`."""
        roll = self._roll(self._now())
        return roll if kind is None else of_kind(roll, kind)

    def ask(self, sql: str, params: Mapping[str, Any] | None = None, **tables: pa.Table) -> pa.Table:
        """Answer of `sql`, in which `standing` is the roll, or the part of it that is given under this name."""
        return self._ask(self._now(), sql, params, **tables)

    @property
    def large(self) -> bool:
        """Whether it has so many statements that what follows from them is kept beside it."""
        (row,) = self._now().rows("SELECT count(*) AS statements FROM statements")
        return int(row["statements"]) >= least_rows()

    def derived(self, name: str, of: tuple[str, ...], make: Callable[[Moment], pa.Table]) -> pa.Table:
        """The table `make(moment)`: from memory, from what is kept beside the record, or made now and then kept.

        It follows from the record at that moment and from `of`; `name` is of its kind, in letters.
        """
        return self._derive(self._now(), name, of, make)

    def _add(self, readings: tuple[Reading, ...], recorded_at: datetime, unread: tuple[Unread, ...]) -> Added:
        with self._lock:
            new = Newness(self._now(), readings, unread)
            originals = sum(
                keep_original(self.folder, reading.document.raw_hash, reading.raw)
                for reading in new.documents
                if reading.raw is not None
            )
            rows: dict[str, list[Row]] = {
                "documents": [document_row(reading, recorded_at) for reading in new.documents],
                "statements": [statement_row(said, reading.id, recorded_at) for reading, said in new.statements],
                "unread": [unread_row(item, recorded_at) for item in new.unread],
                "readings": [reading_row(reading, recorded_at) for reading in new.readings],
            }
            for name in SCHEMAS:
                append(self._tables[name], name, rows.get(name, []))
            return Added(
                documents=len(rows["documents"]),
                statements=len(rows["statements"]),
                originals=originals,
                unread=len(rows["unread"]),
                known=len(readings) - len(rows["documents"]),
            )

    def _now(self) -> Snapshot:
        with self._lock:
            for table in self._tables.values():
                table.update_incremental()
            held = self._snapshot.versions
            moved = [name for name, table in self._tables.items() if table.version() != held[name]]
            if moved:
                self._snapshot = Snapshot(self._tables, self.sure)
            if any(name in DECIDING for name in moved):
                self._views.clear()
            return self._snapshot

    def _tellings(self, snapshot: Snapshot, known: date | None) -> pa.Table:
        def make() -> pa.Table:
            return join_tellings(snapshot, self._roll(snapshot), known)

        return self._kept(snapshot, "tellings", (str(known),), make)

    def _roll(self, snapshot: Snapshot) -> pa.Table:
        return self._kept(snapshot, NAME, (), partial(roll_of, snapshot))

    def _ask(
        self, snapshot: Snapshot, sql: str, params: Mapping[str, Any] | None = None, **tables: pa.Table
    ) -> pa.Table:
        return snapshot.query(sql, params, **{NAME: self._roll(snapshot), **tables})

    def _derive(self, now: Snapshot, name: str, of: tuple[str, ...], make: Callable[[Moment], pa.Table]) -> pa.Table:
        moment = Moment(
            ask=partial(self._ask, now), tellings=partial(self._tellings, now), derived=partial(self._derive, now)
        )
        return self._kept(now, name, of, lambda: make(moment))

    def _kept(self, snapshot: Snapshot, name: str, of: tuple[str, ...], make: Callable[[], pa.Table]) -> pa.Table:
        # A kind of its own for each confidence: of some kinds one table alone is kept on disk.
        kind = f"sure{snapshot.sure:g}{name}".replace(".", "") if snapshot.sure else name
        key = kind, versions_of({table: snapshot.versions[table] for table in DECIDING}), str(snapshot.sure), *of
        with self._lock:
            if key not in self._views:
                rows = None if name == NAME else len(self._roll(snapshot))
                made = self._derived.table(kind, key, make, rows=rows)
                while len(self._views) >= _VIEWS_KEPT:
                    self._views.pop(next(iter(self._views)))
                self._views[key] = made
            return self._views[key]

    def _documents(self, ids: list[str]) -> dict[str, Document]:
        return {row["id"]: document_of(row) for row in self._now().rows(_READ, {"ids": ids})}

    def _told(self, ids: list[str]) -> dict[str, Statement]:
        """Statements by id, the corrected ones too, of those that ever stood."""
        found: dict[str, Statement] = {}
        for row in rows_with(self.roll(), ids).to_pylist():
            found.setdefault(row["id"], statement_of(row))
        return found

    def _says(self, id: str) -> list[str]:
        """The `says` of the reviews that speak of the statement with this id, or that it corrects."""
        return [row["says"] for row in self._corrected([id])] or [says_of(self.statement(id))]

    def _refuse_twice(self, made: Review) -> None:
        """One correction stands for one statement: else what two say wrongly would be told twice."""
        for row in self._corrected([made.counts]):
            if row["says"] != made.says:
                raise YourInput(
                    f"statement {row['statement']} was corrected to say this already",
                    where=made.statement,
                    mend="reject this one instead",
                )

    def _corrected(self, ids: list[str]) -> list[Row]:
        snapshot = self._now()
        return snapshot.rows(CORRECTED, {"ids": ids}) if snapshot.reviewed else []


def _event(row: dict[str, Any], told: dict[str, Statement]) -> Event:
    return Event(
        id=row["event"],
        type=row["type"],
        source=tuple(row["source"]),
        target=tuple(row["target"]),
        happened=Day.span(row["from"], row["to"]) if row["from"] else None,
        status=Status(row["status"]),
        tellings=tuple(told[id] for id in row["tellings"]),
        publishers=tuple(row["publishers"]),
        why=tuple(WHY[key] for key in row["why"]),
        disputed=row["disputed"],
    )


def _refuse_name(folder: Path) -> None:
    if _NO_PLACE.search(str(folder.absolute())):
        raise YourInput(
            "a record cannot stand in a folder whose path holds [, ] or an escape such as %20",
            where=str(folder),
            mend="name another with --record DIR",
        )


def _make(folder: Path, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise YourInput("a record is a folder, and this is a file", where=str(folder), mend="name a folder")
    if folder.exists() and any(not path.name.startswith(".") for path in folder.iterdir()):
        if (folder / _MARK).exists():  # another process made it meanwhile
            return
        raise YourInput("this folder holds something else, not a record", where=str(folder), mend="name a new folder")
    if not create:
        raise NotFound("there is no record here", where=str(folder), mend="make one with: stateofplay read PATH")
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / _MARK, json.dumps({"format": FORMAT}).encode())


def _check_format(folder: Path) -> None:
    mark = folder / _MARK
    try:
        written = int(json.loads(mark.read_text(encoding="utf-8"))["format"])
    except (ValueError, KeyError, TypeError) as error:
        raise RecordDamaged(
            "the mark of the record cannot be read", where=str(mark), mend=f'write {{"format": {FORMAT}}} into it'
        ) from error
    if written > FORMAT:
        raise YourInput(
            f"this record has format {written}, and this version reads up to {FORMAT}",
            where=str(folder),
            mend="upgrade with: pip install --upgrade stateofplay",
        )
