"""Gather: the tellings of each event become one row, which holds nothing that none of them says."""

from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from stateofplay.reading.statement import Status

STRENGTH: Final = (Status.OCCURRED, Status.ONGOING, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)
"""Status of an event: the first of these that a telling gives. A report outweighs the plan that came before it, and
so does a denial; a denial beside a report leaves the event occurred and makes it disputed."""

_REPORTS: Final = 2
_DENIED: Final = STRENGTH.index(Status.DENIED)

Ints = NDArray[np.int64]


def gather_events(tellings: pa.Table) -> pa.Table:
    """One row per event of what `join_tellings` gave, in the order in which they were first told.

    Columns: `event`, `type`, `source`, `target`, `from`, `to` (both included, null without a day), `status`,
    `disputed`, `tellings` (statement ids, earliest published first), `why` (of each), `publishers`, `languages`,
    `documents` (distinct, sorted), `first_published`, `last_published`, `confidence` (the highest told).
    """
    groups = _Groups(tellings["place"].to_numpy())
    said = groups.first_by(tellings["named"].to_numpy() == 0)
    strength = pc.index_in(tellings["status"], pa.array([status.value for status in STRENGTH])).to_numpy()
    reported, denied = groups.any(strength < _REPORTS), groups.any(strength == _DENIED)
    day = _narrowest(tellings, groups)
    return pa.table(
        {
            "event": tellings["event"].take(groups.starts),
            **{name: tellings[name].take(said) for name in ("type", "source", "target")},
            "from": tellings["first"].take(day),
            "to": tellings["last"].take(day),
            "status": tellings["status"].take(groups.first_by(strength)),
            "disputed": pa.array(reported & denied),
            "tellings": groups.lists(tellings["id"]),
            "why": groups.lists(tellings["why"]),
            "publishers": groups.distinct(tellings["publisher"]),
            "languages": groups.distinct(tellings["language"]),
            "documents": groups.distinct(tellings["document"]),
            "first_published": tellings["published_last"].take(groups.starts),
            "last_published": tellings["published_last"].take(groups.first_by(-_ordinals(tellings["published_last"]))),
            "confidence": tellings["confidence"].take(groups.first_by(-tellings["confidence"].to_numpy())),
        }
    )


class _Groups:
    """Rows that stand group by group, each group beginning where its `place` is 1."""

    def __init__(self, place: Ints) -> None:
        self.starts = np.flatnonzero(place == 1)
        self._group = np.cumsum(place == 1) - 1

    def first_by(self, *keys: NDArray[Any]) -> Ints:
        """For each group its row with the smallest keys, the first key mattering most; the first row among equals."""
        return np.lexsort((*reversed(keys), self._group))[self.starts]

    def any(self, flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether a row of the group has its flag set."""
        return np.bincount(self._group, weights=flags, minlength=len(self.starts)) > 0

    def lists(self, values: pa.ChunkedArray) -> pa.ListArray:
        """The values of each group, in order."""
        return _list_array(np.append(self.starts, len(values)), values.combine_chunks())

    def distinct(self, values: pa.ChunkedArray) -> pa.ListArray:
        """The distinct values of each group, sorted."""
        known = pc.unique(values).sort()
        many = max(len(known), 1)
        pairs = np.sort(self._group * many + pc.index_in(values, known).to_numpy())
        pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]]
        counts = np.bincount(pairs // many, minlength=len(self.starts))
        return _list_array(np.append(0, np.cumsum(counts)), known.take(pa.array(pairs % many)))


def _list_array(offsets: Ints, values: pa.Array) -> pa.ListArray:
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), values)


def _narrowest(tellings: pa.Table, groups: _Groups) -> Ints:
    """For each event the telling with the narrowest day, the earliest day among equals; any where none has a day."""
    first, last = _ordinals(tellings["first"]), _ordinals(tellings["last"])
    missing = pc.is_null(tellings["first"]).to_numpy()
    return groups.first_by(missing, last - first, first)


def _ordinals(days: pa.ChunkedArray) -> Ints:
    """Days as numbers, those that are missing before all others."""
    numbers = days.cast(pa.int32()).cast(pa.int64())
    return np.asarray(pc.fill_null(numbers, -(2**40)).to_numpy(), dtype=np.int64)
