"""A row that came before is let go, to the letter the same and of the same day, so that files may overlap and grow."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.documents.document import PassageKind
from stateofplay.exchange.incoming.telling import Telling
from stateofplay.record.addition import Unread
from stateofplay.record.row import document_of
from stateofplay.record.snapshot import Snapshot

_DAYS: Final = "SELECT DISTINCT published_first, published_last FROM readings WHERE reader = $reader"
_DOCUMENTS: Final = """
SELECT d.* FROM documents d
WHERE d.published_first IS NOT DISTINCT FROM $first AND d.published_last IS NOT DISTINCT FROM $last
    AND d.id IN (SELECT document FROM readings WHERE reader = $reader)"""
_KEPT: Final = 300_000
"""Rows that are kept in mind, by a number each, before it begins anew with what the record held."""

_Dates = tuple[date | None, date | None]


class HeldRows:
    """The rows that `reader` has read before, in this import or earlier ones; `let_go` counts those that came again."""

    def __init__(self, snapshot: Snapshot, reader: str) -> None:
        self._snapshot = snapshot
        self._reader = reader
        found = snapshot.query(_DAYS, {"reader": reader}).to_pylist()
        self._days = {(row["published_first"], row["published_last"]) for row in found}
        self._rows: dict[_Dates, set[int]] = {}
        self._kept = 0
        self.let_go = 0

    def new(self, tellings: Iterable[Telling | Unread], published: Day | None = None) -> Iterator[Telling | Unread]:
        """The rows that are new, and all faults; `published` is the day of rows that give none."""
        for telling in tellings:
            if isinstance(telling, Telling) and self._has(telling, telling.published or published):
                self.let_go += 1
            else:
                yield telling

    def _has(self, telling: Telling, published: Day | None) -> bool:
        dates = (published.first, published.last) if published else (None, None)
        held, row = self._of(dates), hash(telling.line.text)
        if row in held:
            return True
        held.add(row)
        self._kept += 1
        return False

    def _of(self, dates: _Dates) -> set[int]:
        if self._kept > _KEPT:
            self._rows.clear()
            self._kept = 0
        if dates not in self._rows:
            self._rows[dates] = self._read(dates) if dates in self._days else set()
            self._kept += len(self._rows[dates])
        return self._rows[dates]

    def _read(self, dates: _Dates) -> set[int]:
        """The rows of a day that were there before the import."""
        asked: dict[str, Any] = {"reader": self._reader, "first": dates[0], "last": dates[1]}
        return {
            hash(passage.text)
            for row in self._snapshot.rows(_DOCUMENTS, asked)
            for passage in document_of(row).passages
            if passage.kind is PassageKind.BODY
        }
