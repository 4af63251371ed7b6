"""What is said where: statements that count, found by their documents or by what they say, not among all others.

The views of a snapshot decide of every statement whether it counts, which takes seconds with millions of them. Here the
question comes first. Where there are reviews, the views are asked after all, since a review may change what is said.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

import pyarrow as pa

from stateofplay.record.snapshot import BEST_READING, BEST_STATEMENT, Snapshot
from stateofplay.record.standing import STANDS

_PLACED: Final = 'ORDER BY document, start, "end", id'
# Values that stand in the query itself are looked for in the files at once, those of a list one document after another.
_IN: Final = f"""
    SELECT s.* FROM statements s
    WHERE s.document IN ({{listed}})
        AND s.reading IN (SELECT id FROM readings WHERE document IN ({{listed}}) {BEST_READING})
    {BEST_STATEMENT} {_PLACED}"""
_STANDING_IN: Final = f"SELECT * FROM standing WHERE {STANDS} AND document IN ({{listed}}) {_PLACED}"
# A claim is JSON: in it, an actor's id stands between quotes, whatever the kind of statement.
_ASKED: Final = (
    "($kind IS NULL OR kind = $kind) AND ($type IS NULL OR type = $type) "
    "AND ($actor IS NULL OR contains(claim, $actor))"
)
_WHERE: Final = f'SELECT document, start, "end" FROM statements WHERE {_ASKED} AND reading IN (SELECT id FROM reading)'
_STANDING_WHERE: Final = f'SELECT document, start, "end" FROM standing WHERE {STANDS} AND {_ASKED}'


def said_in(snapshot: Snapshot, documents: Sequence[str], known: date | None) -> pa.Table:
    """The statements of `documents` that count by `known`, with all columns, by document and place."""
    listed = ", ".join(f"'{_escaped(id)}'" for id in documents) or "''"
    if snapshot.reviewed:
        return snapshot.query(_STANDING_IN.format(listed=listed), {"known": known})
    return snapshot.query(_IN.format(listed=listed))


def where_said(
    snapshot: Snapshot, *, kind: str | None, type: str | None, actor: str | None, known: date | None
) -> pa.Table:
    """`document`, `start`, `end` of statements of a kind and type (PLOVER) that name an actor; None asks for nothing.

    A place may come twice. The caller leaves out documents that are not `known` yet.
    """
    asked = {"kind": kind, "type": type, "actor": f'"{actor}"' if actor else None}
    if snapshot.reviewed:
        return snapshot.query(_STANDING_WHERE, {**asked, "known": known})
    return snapshot.query(_WHERE, asked)


def _escaped(id: str) -> str:
    return id.replace("'", "''")
