"""Finding changes: two boards and two states of each ledger are held against each other; nothing is weighed anew."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property, partial

import numpy as np
import pyarrow.compute as pc

from stateofplay.board.board import Board, board_of
from stateofplay.board.change import (
    Changes,
    Driver,
    MovedDisagreement,
    MovedPosition,
    MovedPromise,
    MovedRelation,
)
from stateofplay.board.disagreement import Disagreement
from stateofplay.board.disagreements import Disagreements, disagreements_of
from stateofplay.board.position import Position, Positions
from stateofplay.board.positions import positions_of
from stateofplay.board.promises import Promises, promises_of
from stateofplay.reading.statement import Statement
from stateofplay.record.event import Event
from stateofplay.record.record import Record

Pair = tuple[str, str]
Points = dict[str, tuple[float, float]]


def changes_of(record: Record, since: date, on: date, known: date | None, *, region: str) -> Changes:
    """What moved between `since`, as published by then, and `on`, as published by `known`. ValueError if reversed."""
    if since > on:
        raise ValueError(f"since {since} is after on {on}")
    return _Held(record=record, since=since, on=on, known=known, region=region).changes()


class _Held:
    """Two states of one record held against each other."""

    def __init__(self, *, record: Record, since: date, on: date, known: date | None, region: str) -> None:
        self._record, self._since, self._on, self._region = record, since, on, region
        self._known = known
        self._known_before = min(since, known) if known else since

    def changes(self) -> Changes:
        """Everything that moved, the largest move first within each kind."""
        told = tuple(self._told())
        return Changes(
            since=self._since,
            on=self._on,
            known=self._known,
            relations=tuple(sorted(self._relations(), key=_largest_first)),
            promises=tuple(self._promises()),
            positions=tuple(self._positions()),
            disagreements=tuple(self._disagreements()),
            told=told,
            read=partial(self._events, told),
        )

    def _relations(self) -> Iterator[MovedRelation]:
        before = board_of(self._record, self._since, self._known_before)
        after = board_of(self._record, self._on, self._known)
        pairs = dict.fromkeys((r.source, r.target) for board in (after, before) for r in board.relations)
        drivers = _Drivers(before=before, after=after)
        for pair in pairs:
            old, new = before[pair], after[pair]
            beyond = not old.low <= new.score <= old.high
            if beyond or abs(new.score - old.score) >= after.weights.steady_below:
                yield drivers.moved(pair, beyond_band=beyond)

    def _promises(self) -> Iterator[MovedPromise]:
        before = self._promises_on(self._since, self._known_before)
        for promise, old in self._promises_on(self._on, self._known).unlike(before):
            if old is None or old.state != promise.state:
                told = {id for step in old.steps for id in step.statements} if old else set()
                steps = tuple(step for step in promise.steps if not told & {*step.statements})
                yield MovedPromise(promise=promise, before=old.state if old else "", steps=steps)

    def _promises_on(self, on: date, known: date | None) -> Promises:
        return promises_of(self._record, on, known, region=self._region)

    def _positions(self) -> Iterator[MovedPosition]:
        before = self._positions_on(self._since, self._known_before)
        for position in self._positions_on(self._on, self._known):
            old = before.at(position.holder, position.issue)
            if _stances(old) != _stances(position):
                yield MovedPosition(position=position, before=old.stands if old else ())

    def _positions_on(self, on: date, known: date | None) -> Positions:
        return positions_of(self._record, on, known, region=self._region, actor=None, issue=None)

    def _disagreements(self) -> Iterator[MovedDisagreement]:
        before = self._disagreements_on(self._since, self._known_before)
        after = self._disagreements_on(self._on, self._known)
        gone = {one.id: one for one in before.unlike(after)}
        for one in after.unlike(before):
            if one.id not in before.told or _says(gone[one.id]) != _says(one):
                yield MovedDisagreement(disagreement=one, how="other" if one.id in before.told else "new")
        settled = (one for id, one in gone.items() if id not in after.told)
        yield from (MovedDisagreement(disagreement=one, how="settled") for one in settled)

    def _disagreements_on(self, on: date, known: date | None) -> Disagreements:
        return disagreements_of(self._record, on, known, region=self._region)

    def _told(self) -> Iterator[str]:
        """Events of which nothing was known before and something had been published by the later day."""
        table = self._record.event_table(self._known)
        # An event is named after its earliest telling: where that one is new, all are.
        known = pc.binary_join_element_wise("e", self._record.telling_table(self._known_before)["root"], "")
        fresh = pc.invert(pc.is_in(table["event"], known.combine_chunks()))
        due = pc.fill_null(pc.less_equal(table["first_published"], self._on), True)
        table = table.filter(pc.and_(fresh, due))
        table = table.sort_by([(name, "ascending") for name in ("from", "to", "event")])
        yield from table["event"].to_pylist()

    def _events(self, ids: tuple[str, ...]) -> tuple[Event, ...]:
        return tuple(self._record.events(self._known, ids))


class _Drivers:
    """The points that events give to a relation on two boards."""

    def __init__(self, *, before: Board, after: Board) -> None:
        self._boards = before, after
        self._wanted: set[str] = set()
        self._told_before = frozenset(before.record.event_table(before.known)["event"].to_pylist())

    def moved(self, pair: Pair, *, beyond_band: bool) -> MovedRelation:
        """The move of the relation of `pair`, with the events that moved it most."""
        before, after = (dict(zip(*board.contributions(*pair), strict=True)) for board in self._boards)
        points = {id: (before.get(id, 0.0), after.get(id, 0.0)) for id in {**after, **before}}
        ordered = sorted(points, key=lambda id: (-abs(points[id][1] - points[id][0]), id))
        first = ordered[: self._boards[1].weights.drivers]
        self._wanted.update(first)
        return MovedRelation(
            before=self._boards[0][pair],
            after=self._boards[1][pair],
            beyond_band=beyond_band,
            rest=float(np.sum([points[id][1] - points[id][0] for id in ordered[len(first) :]])),
            found=partial(self._found, {id: points[id] for id in first}),
        )

    def _found(self, points: Points) -> tuple[Driver, ...]:
        before, after = self._events
        return tuple(
            Driver(
                event=after[id] if id in after else before[id],
                before=old,
                after=new,
                how=self._how(id, old, new),
                tellings=_fresh(before.get(id), after.get(id)),
            )
            for id, (old, new) in points.items()
        )

    @cached_property
    def _events(self) -> tuple[dict[str, Event], ...]:
        """The events that drove any relation, as they were on either board: read once for all."""
        wanted = sorted(self._wanted)
        return tuple({event.id: event for event in board.record.events(board.known, wanted)} for board in self._boards)

    def _how(self, id: str, before: float, after: float) -> str:
        if id not in self._told_before:
            return "told"
        if not before:
            return "happened"
        if not after:
            return "gone"
        return "faded" if abs(after) < abs(before) else "grew"


def _fresh(before: Event | None, after: Event | None) -> tuple[Statement, ...]:
    """The tellings of `after` that `before` did not have, all of them where there are none; else those of `before`."""
    now, then = (event.tellings if event else () for event in (after, before))
    known = {telling.id for telling in then}
    return tuple(telling for telling in now if telling.id not in known) or now or then


def _largest_first(moved: MovedRelation) -> tuple[float, str, str]:
    return -abs(moved.change), moved.after.source, moved.after.target


def _stances(position: Position | None) -> frozenset[str]:
    return frozenset(stand.stance for stand in position.stands) if position else frozenset()


def _says(one: Disagreement) -> frozenset[str]:
    return frozenset(side.says for side in one.sides)
