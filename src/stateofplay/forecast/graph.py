"""The event graph: who did what to whom on which day, as columns sorted by day. A value, never changed in place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from stateofplay.board.act import Acts, acts_from
from stateofplay.board.evidence import evidence_from
from stateofplay.board.weights import published_weights
from stateofplay.knowledge.table import structure
from stateofplay.record.record import Record

Codes = NDArray[np.int32]
Days = NDArray[np.int32]
Fact = tuple[int, str, str, str]

_COLUMNS = ("day", "source", "type", "target", "weight")
_IMPORTED = (
    "SELECT DISTINCT document FROM statements "
    "WHERE list_contains($names, regexp_extract(reader, '^import:([^/]*)/', 1))"
)


class Data(StrEnum):
    """Which events of a record count: those that sentences tell, those of imported event data, or all."""

    BOTH = "both"
    READ = "read"
    IMPORTED = "imported"


@dataclass(frozen=True, kw_only=True)
class EventGraph:
    """Facts (source, type, target, day), one a row, earliest first; the order within a day says nothing.

    `day` is an ordinal day (of `date.toordinal`, or any count of days); `source` and `target` are places in `actors`,
    `type` in `types`. `weight` is how much a row counts, above 0. `event` is the id of the event behind each row, None
    for data without ids; a compound event has several rows. ValueError when columns disagree, are out of order, or
    hold codes that the vocabularies do not have.
    """

    day: Days
    source: Codes
    type: Codes
    target: Codes
    weight: NDArray[np.float32]
    actors: tuple[str, ...]
    types: tuple[str, ...]
    event: NDArray[np.object_] | None = None

    def __post_init__(self) -> None:
        columns = [self.source, self.type, self.target, self.weight, *([] if self.event is None else [self.event])]
        if any(len(column) != len(self.day) for column in columns):
            raise ValueError("the columns of a graph are of different lengths")
        if np.any(self.day[1:] < self.day[:-1]):
            raise ValueError("the facts of a graph are not in the order of their days")
        codes = ((self.source, self.actors), (self.target, self.actors), (self.type, self.types))
        if len(self.day) and any(column.min() < 0 or column.max() >= len(known) for column, known in codes):
            raise ValueError("a graph has codes that its vocabularies do not have")

    def __len__(self) -> int:
        return len(self.day)

    def until(self, day: int) -> "EventGraph":
        """The facts of days strictly earlier than the ordinal `day`: all that a forecast for that day may use."""
        return self._rows(slice(0, int(np.searchsorted(self.day, day, side="left"))))

    def since(self, day: int) -> "EventGraph":
        """The facts of the ordinal `day` and later."""
        return self._rows(slice(int(np.searchsorted(self.day, day, side="left")), None))

    def _rows(self, rows: slice) -> "EventGraph":
        columns: dict[str, Any] = {name: getattr(self, name)[rows] for name in _COLUMNS}
        return replace(self, event=None if self.event is None else self.event[rows], **columns)


def graph_from(facts: Iterable[Fact]) -> EventGraph:
    """The graph of facts (ordinal day, source, type, target), each of weight 1 and without an id.

    >>> graph = graph_from([(9, "USA", "AID", "KOR"), (7, "KOR", "CONSULT", "JPN")])
    >>> graph.day.tolist(), graph.actors, len(graph.until(9))
    ([7, 9], ('JPN', 'KOR', 'USA'), 1)
    """
    rows = sorted(facts)
    actors = tuple(sorted({actor for _, source, _, target in rows for actor in (source, target)}))
    types = tuple(sorted({type for _, _, type, _ in rows}))
    who = {actor: code for code, actor in enumerate(actors)}
    what = {type: code for code, type in enumerate(types)}
    return EventGraph(
        day=np.array([day for day, *_ in rows], dtype=np.int32),
        source=np.array([who[source] for _, source, _, _ in rows], dtype=np.int32),
        type=np.array([what[type] for _, _, type, _ in rows], dtype=np.int32),
        target=np.array([who[target] for *_, target in rows], dtype=np.int32),
        weight=np.ones(len(rows), dtype=np.float32),
        actors=actors,
        types=types,
    )


def graph_of(record: Record, *, on: date, known: date | None = None, data: Data | str = Data.BOTH) -> EventGraph:
    """What had happened by the day `on`, itself included, as told by what was published by `known` (None: ever).

    Held events alone: those that occurred or go on. An event counts on its last day, since "in August" is over only
    then, an ongoing one from its first; one without a day on its first publication day. Each source acts toward each
    target once; in a meeting, an agreement or joint work everybody toward everybody, as on the board. Acts at home
    concern no pair and are left out. `vocabulary/forecast/graph.yaml` says what a row counts.
    """
    settings = structure("vocabulary", "forecast", "graph.yaml")
    acts = acts_from(record.event_table(known), published_weights())
    imported = _imported(record, known, settings["data_sets"], acts)
    day = np.where(acts.ongoing, acts.first, acts.last)
    kept = {Data.BOTH: np.ones_like(imported), Data.READ: ~imported, Data.IMPORTED: imported}[Data(data)]
    weight = np.where(imported, settings["weight"]["imported"], settings["weight"]["read"])
    weight = weight * np.where(acts.factor < 1.0, settings["undated"], 1.0)
    return _graph(acts, day, weight, kept & (acts.factor > 0) & (day <= on.toordinal()))


def _graph(acts: Acts, day: NDArray[Any], weight: NDArray[Any], kept: NDArray[np.bool_]) -> EventGraph:
    concerns = evidence_from(acts)
    rows = np.flatnonzero(kept[concerns.act])
    act, pair = concerns.act[rows], concerns.pair[rows]
    order = np.lexsort((pair, acts.type[act], day[act]))
    act, pair = act[order], pair[order]
    number = {actor: code for code, actor in enumerate(acts.actors)}
    ends = np.array([(number[a], number[b]) for a, b in concerns.pairs], dtype=np.int32).reshape(-1, 2)
    return EventGraph(
        day=day[act].astype(np.int32),
        source=ends[pair, 0],
        type=acts.type[act].astype(np.int32),
        target=ends[pair, 1],
        weight=weight[act].astype(np.float32),
        actors=acts.actors,
        types=acts.types,
        event=acts.id[act],
    )


def _imported(record: Record, known: date | None, names: list[str], acts: Acts) -> NDArray[np.bool_]:
    """Of each act whether every document that tells it holds rows of an event data set."""
    table = record.event_table(known).select(["event", "documents"])
    documents = record.snapshot().query(_IMPORTED, {"names": names})["document"]
    column = table["documents"].combine_chunks()
    hit = pc.is_in(pc.list_flatten(column), documents.combine_chunks()).to_numpy(zero_copy_only=False)
    others = np.bincount(pc.list_parent_indices(column).to_numpy(), weights=~hit, minlength=len(table))
    place = pc.index_in(pa.array(acts.id, pa.string()), table["event"].combine_chunks()).to_numpy(zero_copy_only=False)
    all_imported: NDArray[np.bool_] = others[place.astype(np.int64)] == 0
    return all_imported
