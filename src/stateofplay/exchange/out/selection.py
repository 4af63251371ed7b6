"""A selection: what of a record goes out, by two clocks; every format writes the same rows of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.errors import NotFound
from stateofplay.exchange.out.columns import tables
from stateofplay.exchange.out.ledgers import promise_table, relation_table
from stateofplay.exchange.out.queries import DOCUMENTS, EVENTS, STATEMENTS
from stateofplay.record.column import codes, numbers, whole
from stateofplay.record.record import Record
from stateofplay.record.roll import stands

Row = dict[str, Any]

_BATCH: Final = 1000
_AT_ONCE: Final = 50_000
"""Statements that are worked on at once, at least, where they go out one by one."""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What of `record` goes out.

    `known`: only documents published by then. `on`: what had happened by then, and what was planned, said or foreseen
    in what was published by then; None for everything. `between`: only what concerns both actors. `quotes`: characters
    of a quote that may go out, None for whole quotes; a cut quote is the beginning of the whole one, to the letter.
    `version` is that of the program; `region` names the deals and issues that promises may belong to.

    For tables: `table` is which, `bom` opens CSV with a byte order mark, `guard` keeps spreadsheets from running its
    cells. For gold: `complete` leaves out documents of which a statement was not reviewed.
    """

    record: Record = field(repr=False)
    on: date | None = None
    known: date | None = None
    between: tuple[str, str] | None = None
    quotes: int | None = None
    version: str = ""
    region: str = "northeast_asia"
    table: str = "statements"
    bom: bool = False
    guard: bool = True
    complete: bool = False

    def __post_init__(self) -> None:
        if self.quotes is not None and self.quotes < 0:
            raise ValueError(f"{self.quotes} characters of a quote are fewer than none")
        if self.table not in tables():
            raise NotFound(f"no table {self.table!r}", mend=f"tables are {', '.join(tables())}")

    @property
    def about(self) -> dict[str, str]:
        """What every export says of itself where its format lets it: who made it, and by which clocks; "" for open."""
        return {
            "generator": f"State of Play {self.version}".strip(),
            "version": self.version,
            "on": self.on.isoformat() if self.on else "",
            "known": self.known.isoformat() if self.known else "",
            "between": ",".join(self.between or ()),
        }

    @property
    def told(self) -> str:
        """The same in one line, for a header or a note."""
        return "; ".join(f"{name} {value or 'open'}" for name, value in self.about.items() if name != "version")

    def arrow(self, table: str | None = None) -> pa.Table:
        """A table by name, as Arrow columns named and ordered as `vocabulary/columns.tsv` has them."""
        name = table or self.table
        found = self._computed(name) if name not in _SQL else self._asked(_SQL[name], self._said())
        return found.select(list(tables()[name]))

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of `arrow`, one by one."""
        for batch in self.arrow(table).to_batches(max_chunksize=_BATCH):
            yield from batch.to_pylist()

    def statements(self) -> Iterator[Row]:
        """Every statement, by publication, document and place; some documents at a time, so that memory is bounded."""
        said = self._said()
        papers = self.record.document_table(self.known)["id"]
        # Papers stand in the order of the answer.
        place = pc.index_in(whole(said["document"]).dictionary, value_set=whole(papers))
        rank = np.array([*(-1 if at is None else at for at in place.to_pylist()), -1])[codes(said["document"])]
        order = np.argsort(rank, kind="stable")
        ends = np.flatnonzero(np.diff(rank[order], append=-1))
        start = 0
        for end in (ends + 1).tolist():
            if end - start >= _AT_ONCE or end == len(order):
                part = said.take(numbers(order[start:end]))
                for batch in self._asked(STATEMENTS, part).to_batches(max_chunksize=_BATCH):
                    yield from batch.select(list(tables()["statements"])).to_pylist()
                start = end

    def events(self) -> Iterator[Row]:
        """Every event, earliest day first, those of unknown day last."""
        return self.rows("events")

    def documents(self) -> Iterator[Row]:
        """Every document that tells something selected, or all where nobody is asked for by `between`."""
        return self.rows("documents")

    def _computed(self, name: str) -> pa.Table:
        if name == "relations":
            return relation_table(self.record, self.on, self.known, self.between)
        return promise_table(self.record, self.on, self.known, self.between, region=self.region, quotes=self.quotes)

    def _said(self) -> pa.Table:
        """The statements as known."""
        roll = self.record.roll()
        return roll.drop_columns(["actors"]).take(numbers(np.flatnonzero(stands(roll, self.known))))

    def _asked(self, sql: str, said: pa.Table) -> pa.Table:
        """The answer of `sql` over the record's tables as known: `said`, `links` to events, `acts` and `papers`."""
        asked = {"on": self.on, "pair": list(self.between) if self.between else None, "quotes": self.quotes}
        return self.record.snapshot().query(
            sql,
            {name: value for name, value in asked.items() if f"${name}" in sql},
            said=said,
            links=self.record.telling_table(self.known).select(["id", "event", "place"]),
            acts=self.record.event_table(self.known),
            papers=self.record.document_table(self.known),
        )


_SQL: Final = {"statements": STATEMENTS, "events": EVENTS, "documents": DOCUMENTS}
