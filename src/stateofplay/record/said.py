"""What is said where: statements on the roll that count, found by their documents or by what they say."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pyarrow as pa

from stateofplay.reading.statement import Statement
from stateofplay.record.column import having, numbers
from stateofplay.record.roll import naming, of_kind, rows_in, stands
from stateofplay.record.row import statement_of


def said_in(roll: pa.Table, documents: Sequence[str], known: date | None) -> dict[str, list[Statement]]:
    """Document -> the statements of it that count by `known`, by place; for those of `documents` that have any."""
    rows = rows_in(roll, documents)
    counting = rows.take(numbers(np.flatnonzero(stands(rows, known)))).to_pylist()
    found: dict[str, list[Statement]] = {}
    for row in sorted(counting, key=lambda row: (row["start"], row["end"], row["id"])):
        found.setdefault(row["document"], []).append(statement_of(row))
    return found


def where_said(
    roll: pa.Table, *, kind: str | None, type: str | None, actor: str | None, known: date | None
) -> pa.Table:
    """`document`, `start`, `end` of the statements on the roll of a kind and type (PLOVER) that name an actor.

    None asks for nothing. A place may come twice.
    """
    rows = roll if kind is None else of_kind(roll, kind)
    wanted = stands(rows, known)
    if type is not None:
        wanted &= having(rows["type"], type)
    if actor is not None:
        wanted &= naming(rows, actor)
    return rows.select(["document", "start", "end"]).take(numbers(np.flatnonzero(wanted)))
