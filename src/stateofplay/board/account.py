"""Accounts: the tellings of acts in numbers, so that all of them can be held against each other at once.

They follow from the tellings known on a day alone, and are kept beside the record.
"""

from datetime import date
from typing import Final

import numpy as np
import pyarrow as pa

from stateofplay.knowledge.event_type import event_types
from stateofplay.record.column import codes, numbers, whole
from stateofplay.record.record import Moment

_ACCOUNTS: Final = """
SELECT id, event AS told, event, document, type, type IN (SELECT unnest($mutual)) AS mutual,
    status = 'denied' AS denied,
    first, last, published_last AS published, array_to_string(list_sort(source), ' ') AS doer,
    array_to_string(list_sort(target), ' ') AS done_to, len(source) > 0 AS sourced, len(target) = 0 AS untargeted,
    array_to_string(list_sort(list_distinct(source || target)), ' ') AS everybody,
    len(list_distinct(source || target)) AS many, start AS place, said_by <> '' AS spoken,
    split_part(language, '-', 1) AS language, CASE WHEN len(marks) > 0 THEN marks END AS marks
FROM tellings WHERE status IN ('occurred', 'ongoing', 'denied') ORDER BY id"""

_NUMBERED: Final = ("event", "document", "doer", "done_to", "everybody")


def accounts_of(moment: Moment, known: date | None) -> pa.Table:
    """One row per telling that reports or denies an act, in the order of ids, with its number `n`.

    `doer`, `done_to` and `everybody` number sets of actors, each by itself; `event` and `document` are numbers too,
    `told` is the id of the event. `untargeted`: done to nobody; `spoken`: somebody utters it; `place`: in the text.
    """
    mutual = [name for name, kind in event_types().items() if kind.mutual]
    table = moment.ask(_ACCOUNTS, {"mutual": mutual}, tellings=moment.tellings(known)).combine_chunks()
    sides = pa.chunked_array([whole(table[name]) for name in ("doer", "done_to")]).dictionary_encode()
    sides = codes(sides).reshape(2, -1)
    found = {name: codes(whole(table[name]).dictionary_encode()) for name in ("event", "document", "everybody")}
    found |= {"doer": sides[0], "done_to": sides[1]}
    for name in _NUMBERED:
        table = table.set_column(table.column_names.index(name), name, numbers(found[name]))
    return table.append_column("n", numbers(np.arange(len(table))))
