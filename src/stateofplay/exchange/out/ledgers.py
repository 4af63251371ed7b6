"""Ledgers as tables: relations and promises, computed by the board, each row with the statements behind it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.board.board import board_of
from stateofplay.board.promise import Promise
from stateofplay.board.promises import promises_of
from stateofplay.board.relation import Relation
from stateofplay.exchange.out.columns import tables
from stateofplay.record.record import Record

Pair = tuple[str, str] | None

_ARROW = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "integer": pa.int64(),
    "number": pa.float64(),
    "day": pa.date32(),
    "yes-no": pa.bool_(),
}


def relation_table(record: Record, on: date | None, known: date | None, between: Pair) -> pa.Table:
    """One row per relation on the day `on`, by default the last on which something was published.

    No row where nothing tells which day that is.
    """
    day = on or pc.max(record.document_table(known)["published_last"]).as_py()
    relations = board_of(record, day, known).relations if day else ()
    wanted = (relation for relation in relations if between is None or {*between} == {relation.source, relation.target})
    return _table("relations", map(_relation_row, wanted))


def promise_table(
    record: Record, on: date | None, known: date | None, between: Pair, *, region: str, quotes: int | None = None
) -> pa.Table:
    """One row per step of a promise, the promise that moved last first; quotes cut to `quotes` characters."""
    readers = _readers(record)
    promises = promises_of(record, on, known, region=region, between=between)
    return _table("promises", (row for promise in promises for row in _step_rows(promise, readers, quotes)))


def _relation_row(relation: Relation) -> dict[str, Any]:
    tellings = [telling for weighed in relation.events for telling in weighed.event.tellings]
    days = [telling.published.last for telling in tellings if telling.published]
    numbers = relation.as_json()
    return {
        **numbers,
        "on": relation.on,
        "trend_30": relation.trend.get(30),
        "trend_90": relation.trend.get(90),
        "statements": [telling.id for telling in tellings],
        "documents": sorted({telling.document for telling in tellings}),
        "readers": sorted({telling.reader for telling in tellings}),
        "last_published": max(days, default=None),
    }


def _step_rows(promise: Promise, readers: dict[str, str], quotes: int | None) -> Iterable[dict[str, Any]]:
    for number, step in enumerate(promise.steps, 1):
        yield {
            **{name: getattr(step, name) for name in ("what", "amount", "unit", "language")},
            "quote": step.quote[:quotes],
            "promise": promise.id,
            "parties": promise.parties,
            "deal": promise.deal,
            "state": promise.state,
            "step": number,
            "became": step.state,
            "by": step.by,
            "toward": step.toward,
            "from": step.happened.first if step.happened else None,
            "to": step.happened.last if step.happened else None,
            "published": step.said,
            "statements": step.statements,
            "documents": step.documents,
            "readers": sorted({readers[id] for id in step.statements if id in readers}),
            "why": step.why,
        }


def _readers(record: Record) -> dict[str, str]:
    told = record.roll()
    return dict(zip(told["id"].to_pylist(), told["reader"].to_pylist(), strict=True))


def _table(name: str, rows: Iterable[dict[str, Any]]) -> pa.Table:
    columns = tables()[name].values()
    schema = pa.schema({column.name: _ARROW[column.type] for column in columns})
    return pa.Table.from_pylist([{column.name: row[column.name] for column in columns} for row in rows], schema)
