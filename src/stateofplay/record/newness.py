"""Newness: of readings given to a record, only what it does not hold yet is added, whoever wrote the rest."""

from datetime import date
from typing import TypeVar

from stateofplay.day import Day
from stateofplay.reading.statement import Statement
from stateofplay.record.addition import Reading, Unread
from stateofplay.record.snapshot import Snapshot

_Key = TypeVar("_Key")

_DOCUMENTS = "SELECT id, min(published_last) AS published FROM documents WHERE id IN (SELECT unnest($ids)) GROUP BY id"
_READINGS = """SELECT document, reader, min(published_last) AS published, list(id) AS ids
    FROM readings WHERE document IN (SELECT unnest($ids)) GROUP BY document, reader"""
_STATEMENTS = "SELECT id, reading FROM statements WHERE document IN (SELECT unnest($ids))"
_UNREAD = "SELECT id FROM unread WHERE id IN (SELECT unnest($ids))"


class Newness:
    """What of `readings` and `unread` is new to the record: `documents`, `statements`, `unread` and `readings`.

    A known text with an earlier publication date than before, or with its first one, is new in that respect: it is
    written again beside the old, as is the reading made with that date. A later date for a known text is not.
    """

    def __init__(self, snapshot: Snapshot, readings: tuple[Reading, ...], unread: tuple[Unread, ...]) -> None:
        self.documents: list[Reading] = []
        self.statements: list[tuple[Reading, Statement]] = []
        self.unread: list[Unread] = []
        self.readings: list[Reading] = []
        self._load(snapshot, sorted({reading.document.id for reading in readings}))
        for reading in readings:
            self._sort(reading)
        told = [*unread, *(item for reading in readings for item in reading.unread)]
        self._sort_unread(snapshot, told)

    def _load(self, snapshot: Snapshot, ids: list[str]) -> None:
        held = snapshot.rows(_DOCUMENTS, {"ids": ids}) if ids else []
        self._published: dict[str, date | None] = {row["id"]: row["published"] for row in held}
        again = {"ids": list(self._published)}
        read = snapshot.rows(_READINGS, again) if held else []
        self._read: dict[tuple[str, str], date | None] = {
            (row["document"], row["reader"]): row["published"] for row in read
        }
        self._reading_ids = {id for row in read for id in row["ids"]}
        said = snapshot.rows(_STATEMENTS, again) if held else []
        self._said = {(row["id"], row["reading"]) for row in said}

    def _sort(self, reading: Reading) -> None:
        document = reading.document
        if _tells_more(document.published, document.id, self._published):
            self.documents.append(reading)
        key = document.id, reading.reader
        if reading.id not in self._reading_ids:
            if not _tells_more(document.published, key, self._read):
                return
            self._reading_ids.add(reading.id)
            self.readings.append(reading)
        for statement in reading.statements:
            if (statement.id, reading.id) not in self._said:
                self._said.add((statement.id, reading.id))
                self.statements.append((reading, statement))

    def _sort_unread(self, snapshot: Snapshot, told: list[Unread]) -> None:
        if not told:
            return
        held = {row["id"] for row in snapshot.rows(_UNREAD, {"ids": [item.id for item in told]})}
        for item in told:
            if item.id not in held:
                held.add(item.id)
                self.unread.append(item)


def _tells_more(published: Day | None, key: _Key, held: dict[_Key, date | None]) -> bool:
    """Whether `key` is not held yet or had a later date or none; what is told is then held."""
    last = published.last if published else None
    if key in held:
        old = held[key]
        if last is None or (old is not None and old <= last):
            return False
    held[key] = last
    return True
