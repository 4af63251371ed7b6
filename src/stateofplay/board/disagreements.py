"""Disagreements on a day: which there are is found for all at once and kept; each is opened when it is looked at."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Final, overload

import numpy as np
import pyarrow as pa

from stateofplay.board.contradiction import contradictions_of
from stateofplay.board.disagreement import Disagreement, Side
from stateofplay.board.sentence import sentence_of
from stateofplay.board.side import sides_of
from stateofplay.day import Day
from stateofplay.knowledge.region import merged
from stateofplay.record.column import Bools, Ints, numbers, whole
from stateofplay.record.record import Record
from stateofplay.record.roll import rows_with
from stateofplay.record.row import Row

_BATCH = 200

WHY: Final = {
    "joined": "tellings of one event",
    "breath": "a denial and a report of the same dealings in one breath",
    "answer": "a denial on the same matter, published in the days after",
    "sum": "the same sum, type and actors, on days that differ",
    "amount": "same type and actors, overlapping days, amounts that differ",
    "turned": "same type and day, told the other way round",
}
"""Rule by which tellings are about one act, in words."""


def disagreements_of(record: Record, on: date | None, known: date | None, *, region: str) -> "Disagreements":
    """All disagreements about acts that had begun by `on` (None: all) among what was published by `known`.

    The one told of last stands first. `region` names the issues by which a denial is held to a report.
    """
    both = merged(region, "world")
    make = partial(contradictions_of, on=on, known=known, region=both)
    return Disagreements(record, record.derived("contradictions", (str(on), str(known), both.id), make))


class Disagreements(Sequence[Disagreement]):
    """Disagreements, each read from the record when it is asked for; the one told of last stands first."""

    def __init__(self, record: Record, table: pa.Table) -> None:
        self._record, self._table = record, table

    def __len__(self) -> int:
        return len(self._table)

    @overload
    def __getitem__(self, at: int) -> Disagreement: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Disagreement, ...]: ...
    def __getitem__(self, at: int | slice) -> Disagreement | tuple[Disagreement, ...]:
        rows = np.arange(len(self))[at if isinstance(at, slice) else [at]]
        found = tuple(self._opened(rows))
        return found if isinstance(at, slice) else found[0]

    def __iter__(self) -> Iterator[Disagreement]:
        for first in range(0, len(self), _BATCH):
            yield from self[first : first + _BATCH]

    def of(self, *, actors: Sequence[str] = (), about: str = "", id: str | None = None) -> "Disagreements":
        """Those in which all `actors` take part, that are about one of `ABOUT`, or that have an id."""
        kept = np.ones(len(self), np.bool_)
        for actor in actors:
            kept &= self._with(actor)
        for name, text in (("about", about or None), ("id", id)):
            if text is not None:
                kept &= np.array([value == text for value in self._table[name].to_pylist()], np.bool_)
        return Disagreements(self._record, self._table.take(numbers(np.flatnonzero(kept))))

    def unlike(self, before: "Disagreements") -> "Disagreements":
        """Those that `before` does not have, or that other statements tell."""
        kept = [before.told.get(id) != told for id, told in self.told.items()]
        return Disagreements(self._record, self._table.take(numbers(np.flatnonzero(kept))))

    @cached_property
    def told(self) -> dict[str, list[str]]:
        """Id of each → the statements that tell it."""
        return dict(zip(self._table["id"].to_pylist(), self._table["statements"].to_pylist(), strict=True))

    @property
    def actors(self) -> frozenset[str]:
        """Everybody who takes part in one of them."""
        return frozenset(whole(self._table["actors"]).flatten().to_pylist())

    def _with(self, actor: str) -> Bools:
        lists = whole(self._table["actors"])
        named = np.array([value == actor for value in lists.flatten().to_pylist()], np.bool_)
        hit = np.zeros(len(self), np.bool_)
        hit[lists.value_parent_indices().to_numpy()[named]] = True
        return hit

    def _opened(self, rows: Ints) -> Iterator[Disagreement]:
        found = self._table.take(numbers(rows)).to_pylist()
        ids = sorted({id for row in found for id in row["statements"]})
        said = {row["id"]: row for row in rows_with(self._record.roll("event"), ids).select(_SAID).to_pylist()}
        for row in found:
            told = [{**said[id], "event": event} for id, event in zip(row["statements"], row["events"], strict=True)]
            yield _disagreement(row, told)


_SAID: Final = (
    *("id", "document", "path", "quote", "language", "publisher", "published_last", "marks", "type", "source"),
    *("target", "status", "happened_first", "happened_last"),
)


def _disagreement(row: Row, told: list[Row]) -> Disagreement:
    first = told[0]
    days = [(one["happened_first"], one["happened_last"]) for one in told if one["happened_first"]]
    sides = sides_of(row["about"], row["unit"], told)
    return Disagreement(
        id=row["id"],
        about=row["about"],
        type=first["type"],
        source=tuple(first["source"]),
        target=tuple(first["target"]),
        happened=Day.span(min(day for day, _ in days), max(day for _, day in days)) if days else None,
        events=tuple(dict.fromkeys(row["events"])),
        sides=tuple(Side(says=says, sentences=tuple(map(sentence_of, rows))) for says, rows in sides.items()),
        why=WHY[row["why"]],
    )
