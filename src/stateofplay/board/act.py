"""Acts: the record's events as columns, each event one row however many tellings it has."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from stateofplay.board.score import Bools, Floats, Ints, recency
from stateofplay.board.weights import Weights
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.statement import Status
from stateofplay.record.column import numbers

_COLUMNS = (
    *("event", "type", "source", "target", "from", "to", "status"),
    *("publishers", "documents", "first_published"),
)
_EPOCH = 719_163  # date(1970, 1, 1).toordinal(); Arrow counts days from there, Python from year 1


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Values of a list column laid end to end: row i holds `values[starts[i] : starts[i] + counts[i]]`."""

    values: NDArray[Any]
    counts: Ints

    @property
    def starts(self) -> Ints:
        """Place of each row's first value."""
        return np.cumsum(self.counts) - self.counts

    def where(self, keep: Bools) -> "Lists":
        """The lists with only those values whose flag in `keep` is set."""
        row = np.repeat(np.arange(len(self.counts)), self.counts)
        return Lists(values=self.values[keep], counts=np.bincount(row[keep], minlength=len(self.counts)))

    def take(self, rows: Ints) -> "Lists":
        """The lists of `rows` alone."""
        row, place = spread(self.counts[rows])
        return Lists(values=self.values[self.starts[rows][row] + place], counts=self.counts[rows])


@dataclass(frozen=True, kw_only=True)
class Acts:
    """Events that occurred or go on, one row each.

    `intensity` is -10..10, and `moves` False for types without a quad class (TRANSITION), which move no relation.
    `first` and `last` are ordinals of days, both included. `factor` is 1 for an event with a day of its own, less
    for one placed on the first publication day of its tellings, and 0 where neither is known. `actors` numbers the
    actors in `source` and `target`, `types` the names in `type`; `publishers` numbers those that tell each event.
    """

    id: NDArray[np.object_]
    types: tuple[str, ...]
    type: Ints
    intensity: Floats
    moves: Bools
    mutual: Bools
    first: Ints
    last: Ints
    ongoing: Bools
    factor: Floats
    tellings: Ints
    actors: tuple[str, ...]
    source: Lists
    target: Lists
    publishers: Lists

    def weights_on(self, on: int, weights: Weights) -> Floats:
        """Weight in 0..1 of every event on the day with ordinal `on`; 0 for what had not yet happened."""
        happened = (self.factor > 0) & np.where(self.ongoing, self.first <= on, self.last <= on)
        last = np.where(happened, np.minimum(self.last, on), on)
        first = np.where(happened, np.minimum(self.first, last), on)
        return np.where(happened, recency(on, first, last, weights) * self.factor, 0.0)

    def take(self, rows: Ints) -> "Acts":
        """The acts numbered `rows` alone, with the same numbers for actors and publishers."""
        return Acts(**{name: _take(value, rows) for name, value in vars(self).items()})


def acts_from(table: pa.Table, weights: Weights) -> Acts:
    """The acts of a record's `event_table`; planned, denied and supposed events are left out."""
    rows = numbers(np.flatnonzero(_is_one_of(table["status"], Status.OCCURRED, Status.ONGOING)))
    # Copying lists costs more than all else, and of the tellings only their number matters.
    counts = pc.list_value_length(table["tellings"])
    table = table.select(_COLUMNS).append_column("tellings", counts).take(rows)
    code, names = _named(table["type"])
    kinds = [event_types().get(name) for name in names]
    dated = pc.is_valid(table["from"]).to_numpy(zero_copy_only=False)
    published = _ordinals(table["first_published"])
    actors, (source, target) = _numbered(table["source"], table["target"])
    return Acts(
        id=table["event"].to_numpy(zero_copy_only=False),
        types=names,
        type=code,
        intensity=np.array([kind.intensity if kind else 0.0 for kind in kinds], dtype=np.float64)[code],
        moves=np.array([kind is not None and kind.quad is not None for kind in kinds], dtype=np.bool_)[code],
        mutual=np.array([kind is not None and kind.mutual for kind in kinds], dtype=np.bool_)[code],
        first=np.where(dated, _ordinals(table["from"]), published),
        last=np.where(dated, _ordinals(table["to"]), published),
        ongoing=_is_one_of(table["status"], Status.ONGOING),
        factor=np.where(dated, 1.0, np.where(published > 0, weights.undated, 0.0)),
        tellings=table["tellings"].to_numpy().astype(np.int64),
        actors=actors,
        source=source,
        target=target,
        publishers=_publishers(table["publishers"], table["documents"]),
    )


def joined(left: Lists, right: Lists) -> Lists:
    """Row by row, the values of `left` and then those of `right`."""
    rows = np.arange(len(left.counts))
    row = np.concatenate([np.repeat(rows, left.counts), np.repeat(rows, right.counts)])
    values = np.concatenate([left.values, right.values])
    return Lists(values=values[np.argsort(row, kind="stable")], counts=left.counts + right.counts)


def spread(counts: Ints) -> tuple[Ints, Ints]:
    """For row i repeated counts[i] times: the row numbers, and the places 0..counts[i]-1 within each."""
    row = np.repeat(np.arange(len(counts)), counts)
    return row, np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)


def _take(value: Any, rows: Ints) -> Any:
    if isinstance(value, Lists):
        return value.take(rows)
    return value[rows] if isinstance(value, np.ndarray) else value


def _named(names: pa.ChunkedArray) -> tuple[Ints, tuple[str, ...]]:
    """Number of each row's type, and the names by number, which the vocabulary need not have."""
    coded = names.combine_chunks().dictionary_encode()
    return coded.indices.to_numpy(zero_copy_only=False).astype(np.int64), tuple(coded.dictionary.to_pylist())


def _publishers(named: pa.ChunkedArray, documents: pa.ChunkedArray) -> Lists:
    """Who tells each event: the named publishers, or each of its documents where none is named."""
    texts, (publisher,) = _numbered(named)
    publisher = publisher.where(publisher.values != _index(texts, ""))
    unnamed = np.flatnonzero(publisher.counts == 0)
    _, (document,) = _numbered(documents.take(numbers(unnamed)))
    counts = np.zeros_like(publisher.counts)
    counts[unnamed] = document.counts
    return joined(publisher, Lists(values=document.values + len(texts), counts=counts))


def _index(texts: tuple[str, ...], text: str) -> int:
    return texts.index(text) if text in texts else -1


def _is_one_of(column: pa.ChunkedArray, *texts: str) -> Bools:
    """For each row whether its text is one of `texts`."""
    coded = column.combine_chunks().dictionary_encode()
    hits = np.array([text in texts for text in coded.dictionary.to_pylist()], dtype=np.bool_)
    found: Bools = hits[coded.indices.to_numpy(zero_copy_only=False)]
    return found


def _ordinals(column: pa.ChunkedArray) -> Ints:
    """Days as Python ordinals; 0 where there is none."""
    days = column.combine_chunks().cast(pa.date32()).cast(pa.int32()).to_numpy(zero_copy_only=False)
    ordinals: Ints = np.nan_to_num(days, nan=-_EPOCH).astype(np.int64) + _EPOCH
    return ordinals


def _numbered(*columns: pa.ChunkedArray) -> tuple[tuple[str, ...], tuple[Lists, ...]]:
    """The list columns with their texts as numbers into one sorted tuple of all texts."""
    flat = [pc.list_flatten(column.combine_chunks()) for column in columns]
    known = pc.unique(pa.concat_arrays(flat)).sort()
    lists = tuple(
        Lists(
            values=pc.index_in(values, known).to_numpy(zero_copy_only=False).astype(np.int64),
            counts=pc.list_value_length(column).to_numpy().astype(np.int64),
        )
        for values, column in zip(flat, columns, strict=True)
    )
    return tuple(known.to_pylist()), lists
