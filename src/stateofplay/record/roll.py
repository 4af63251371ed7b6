"""The roll: every statement that ever stood, as columns, kind by kind and by publication.

It follows from the tables alone, neither from a knowledge date nor from a day, so one roll serves all questions; each
keeps the rows that count by its own date. Made once after every addition, it is then mapped into memory: a question
that reads a few columns of some rows takes milliseconds where the views, which decide anew of every statement whether
it counts, take seconds.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.record.column import Bools, flags, having, numbers, ordinals, texts, whole
from stateofplay.record.snapshot import Snapshot

NAME: Final = "standing"
"""Its name in queries, which is that of the view that it stands for."""

# Texts of which there are few, or that stand in many rows.
_CODED: Final = (
    *("document", "path", "language", "kind", "status", "type", "said_by", "publisher", "reader", "verdict"),
    "reviewer",
)

# Whatever their kind, these fields of a claim name actors. An event's claim is in its columns as a whole.
_NAMING: Final = ("by", "beneficiary", "holder", "source", "target")
_LISTED: Final = " || ".join(
    f"coalesce(TRY(from_json(claim->'$.{name}', '[\"VARCHAR\"]')), [claim->>'$.{name}'])" for name in _NAMING
)
_ROLL: Final = f"""
SELECT id, root, document, path, start, "end", quote, language, kind, status,
    CASE WHEN kind <> 'event' THEN claim END AS claim, type, source, target, people, marks,
    CASE WHEN kind = 'event' THEN source || target ELSE list_filter({_LISTED}, lambda id: id IS NOT NULL) END AS actors,
    published_first, published_last, happened_first, happened_last, said_by, publisher, reader, confidence, why,
    same_as, verdict, reviewer, known_from, known_until
FROM standing ORDER BY kind, published_last NULLS LAST, id"""


def roll_of(snapshot: Snapshot) -> pa.Table:
    """The roll of all tables at a snapshot.

    Columns as in the view `standing`, less what no question asks; `claim` is null for events, whose columns say it all,
    and `actors` are all whom a claim names. Texts that repeat are coded.
    """
    table = snapshot.query(_ROLL).combine_chunks()
    for name in _CODED:
        table = _with(table, name, whole(table[name]).dictionary_encode())
    actors = whole(table["actors"])
    return _with(table, "actors", pa.ListArray.from_arrays(actors.offsets, actors.values.dictionary_encode()))


def of_kind(roll: pa.Table, kind: str) -> pa.Table:
    """The rows of one kind, which stand together."""
    rows = np.flatnonzero(having(roll["kind"], kind))
    return roll.slice(int(rows[0]), len(rows)) if len(rows) else roll.slice(0, 0)


def stands(table: pa.Table, known: date | None) -> Bools:
    """Of each row whether it counts by the knowledge date `known`: see `STANDS`."""
    until = ordinals(table["known_until"])
    day = known.toordinal() if known else 0
    lasts: Bools = until == 0
    return (ordinals(table["known_from"]) <= day) & (lasts | (until > day)) if known else lasts


def naming(table: pa.Table, actor: str) -> Bools:
    """Of each row of the roll whether its claim names the actor."""
    named = np.zeros(len(table), np.bool_)
    lists = whole(table["actors"])
    named[lists.value_parent_indices().to_numpy()[having(lists.flatten(), actor)]] = True
    return named


def rows_with(table: pa.Table, ids: Sequence[str]) -> pa.Table:
    """The rows of the statements with these ids, of each as many as it has stretches."""
    return table.take(numbers(np.flatnonzero(flags(pc.is_in(whole(table["id"]), value_set=texts(ids))))))


def rows_in(table: pa.Table, documents: Sequence[str]) -> pa.Table:
    """The rows of the statements of these documents."""
    return table.take(numbers(np.flatnonzero(having(table["document"], *documents))))


def _with(table: pa.Table, name: str, column: Any) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, column)
