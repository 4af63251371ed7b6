"""The scope of a briefing: which pair, on which day, by what was known, and everything a section may look at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from datetime import date
from functools import cache, cached_property

import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.board.board import Board
from stateofplay.board.relation import Relation
from stateofplay.brief.phrasing import Phrasing
from stateofplay.errors import DataFileError
from stateofplay.knowledge.table import structure
from stateofplay.record.event import Event
from stateofplay.record.record import Record

_FILE = ("vocabulary", "brief.yaml")


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """How much is shown; `vocabulary/brief.yaml` says what each number means."""

    carrying: int
    moved: int
    chronology: int
    most_promises: int
    disagreements: int
    forecasts: int
    moves: int
    most_tellings: int
    most_cited: int
    curve_days: int
    curve_points: int


@cache
def sizes() -> Sizes:
    """The sizes that ship with the package. DataFileError where the file has other names or numbers below 1."""
    values = structure(*_FILE)
    names = {field.name for field in fields_of(Sizes)}
    wrong = [f"{name} is missing or unknown" for name in sorted(names ^ values.keys())]
    if not wrong:
        wrong = [f"{name} is below 1" for name, number in sorted(values.items()) if number < 1]
    if wrong:
        raise DataFileError("the sizes of a briefing are wrong", where="/".join(_FILE), problems=tuple(wrong))
    return Sizes(**values)


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A pair of actors on the day `on`, by what was published by `known` (None: everything).

    `region` names the deals, issues and persons that are known.
    """

    record: Record = field(repr=False)
    board: Board = field(repr=False)
    pair: tuple[str, str]
    phrasing: Phrasing
    region: str

    @property
    def on(self) -> date:
        """The day whose state is told."""
        return self.board.on

    @property
    def known(self) -> date | None:
        """The day by which what counts had been published."""
        return self.board.known

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Both directions, those without an event left out."""
        both = (self.board[self.pair], self.board[self.pair[::-1]])
        return tuple(relation for relation in both if relation.count)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Acts in which both take part, told of by `on`, earliest first, by the day of the first telling where none is
        told."""
        table = self.record.event_table(self.known)
        rows = [set(_rows_with(table, actor)) for actor in self.pair]
        found = table.take(pa.array(sorted(rows[0] & rows[1]), pa.int64()))
        events = self.record.events(self.known, found["event"].to_pylist())
        return tuple(sorted((event for event in events if _told_by(event, self.on)), key=_order))

    def cited(self, events: Iterable[Event]) -> tuple[str, ...]:
        """Statements that stand for a number of events: of each the first telling, as many as one sentence cites."""
        return tuple(event.tellings[0].id for event in events)[: sizes().most_cited]


def _rows_with(table: pa.Table, actor: str) -> list[int]:
    """Numbers of the rows in which the actor takes part."""
    found: list[int] = []
    for name in ("source", "target"):
        column = table[name].combine_chunks()
        hit = pc.equal(pc.list_flatten(column), actor)
        found += pc.list_parent_indices(column).filter(hit).to_pylist()
    return found


def _order(event: Event) -> tuple[date, date, str]:
    told = first_told(event) or date.max
    return (event.happened.first if event.happened else told), told, event.id


def _told_by(event: Event, on: date) -> bool:
    """Whether an act belongs to what could be told on a day: it had begun, or had been announced or denied by then."""
    if event.happened and event.happened.first <= on:
        return True
    if event.happened and event.status.value in ("occurred", "ongoing"):
        return False
    told = first_told(event)
    return told is not None and told <= on


def first_told(event: Event) -> date | None:
    """The first day on which a telling was published; None where none has a day."""
    days = [telling.published.last for telling in event.tellings if telling.published]
    return min(days, default=None)
