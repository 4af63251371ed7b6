"""A change: what stands otherwise on one day than on an earlier one, and the statements that moved it.

The earlier state is what one could have said on the day `since`, by what had been published by then; the later one is
what the board shows on the day `on` by what was published up to `known`. So a change is due to time (events happen and
fade) or to knowledge (documents came in), and says to which.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from stateofplay.board.disagreement import Disagreement
from stateofplay.board.position import Position, Stand
from stateofplay.board.promise import Promise, Step
from stateofplay.board.relation import Relation
from stateofplay.reading.statement import Statement, Status
from stateofplay.record.event import Event

_REPORTS: Final = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, kw_only=True)
class Driver:
    """An event that moved a relation: its points in the score `before` and `after`, each -10..10.

    `how`: `told` (first told since), `happened` (told before, counts since), `faded` (lies further back), `grew` (its
    share grew as others faded or it was dated better) or `gone` (denied, rejected or joined with another since).
    `tellings` are those that came in since, or all where none did, earliest published first.
    """

    event: Event
    before: float
    after: float
    how: str
    tellings: tuple[Statement, ...]

    @property
    def change(self) -> float:
        """Points by which it moved the score."""
        return self.after - self.before

    @property
    def telling(self) -> Statement:
        """The one to show: the first that reports the act rather than announces or denies it; else the first."""
        reports = (telling for telling in self.tellings if telling.status in _REPORTS)
        return next(reports, self.tellings[0])

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON; `statements` are the ids of the tellings, `quote` is that of the one to show."""
        event = self.event
        return {
            "event": event.id,
            "type": event.type,
            "source": list(event.source),
            "target": list(event.target),
            "how": self.how,
            "before": round(self.before, 4),
            "after": round(self.after, 4),
            "change": round(self.change, 4),
            "statements": [telling.id for telling in self.tellings],
            "quote": self.telling.quote,
            "language": self.telling.language,
        }


@dataclass(frozen=True, kw_only=True)
class MovedRelation:
    """A relation whose score moved: `before` and `after`; `beyond_band` where it left the band that it had.

    The changes of its `drivers`, those that moved it most first, and the `rest` of all others add up to its `change`.
    """

    before: Relation
    after: Relation
    beyond_band: bool
    rest: float
    found: Callable[[], tuple[Driver, ...]] = field(repr=False, compare=False)

    @property
    def change(self) -> float:
        """Points by which the score moved."""
        return self.after.score - self.before.score

    @cached_property
    def drivers(self) -> tuple[Driver, ...]:
        """The events that moved it most; read from the record on first use."""
        return self.found()

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "kind": "relation",
            "source": self.after.source,
            "target": self.after.target,
            "change": round(self.change, 3),
            "before": _numbers(self.before),
            "after": _numbers(self.after),
            "beyond_band": self.beyond_band,
            "drivers": [driver.as_json() for driver in self.drivers],
            "rest": round(self.rest, 4),
        }


@dataclass(frozen=True, kw_only=True)
class MovedPromise:
    """A promise that came up or whose state moved: `before` is "" for one not known. `steps` are those since."""

    promise: Promise
    before: str
    steps: tuple[Step, ...]

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "kind": "promise",
            "promise": self.promise.id,
            "parties": list(self.promise.parties),
            "deal": self.promise.deal or None,
            "before": self.before or None,
            "after": self.promise.state,
            "steps": [step.as_json() for step in self.steps],
        }


@dataclass(frozen=True, kw_only=True)
class MovedPosition:
    """A position that came up or changed: the stances `before`, () for a blank, and the stands told since."""

    position: Position
    before: tuple[Stand, ...]

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "kind": "position",
            "holder": self.position.holder,
            "issue": self.position.issue,
            "before": [stand.as_json() for stand in self.before],
            "after": [stand.as_json() for stand in self.position.stands],
        }


@dataclass(frozen=True, kw_only=True)
class MovedDisagreement:
    """A disagreement that is `new`, is `settled` (its sides no longer contradict) or has `other` sides than before."""

    disagreement: Disagreement
    how: str

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"kind": "disagreement", "how": self.how, **self.disagreement.as_json()}


Moved = MovedRelation | MovedPromise | MovedPosition | MovedDisagreement


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What moved between the day `since` and the day `on`, by what was published up to `known` (None: everything).

    `told` are ids of the events first told since, planned and denied ones included, in the order of their days.
    """

    since: date
    on: date
    known: date | None
    relations: tuple[MovedRelation, ...]
    promises: tuple[MovedPromise, ...]
    positions: tuple[MovedPosition, ...]
    disagreements: tuple[MovedDisagreement, ...]
    told: tuple[str, ...]
    read: Callable[[], tuple[Event, ...]] = field(repr=False, compare=False)

    @property
    def moved(self) -> tuple[Moved, ...]:
        """Everything that moved, kind by kind; the events told since are left to `events`."""
        return (*self.relations, *self.promises, *self.positions, *self.disagreements)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events first told since, with their tellings; read from the record on first use."""
        return self.read()


def _numbers(relation: Relation) -> dict[str, Any]:
    return {
        "on": relation.on.isoformat(),
        "score": round(relation.score, 3),
        "low": round(relation.low, 3),
        "high": round(relation.high, 3),
        "events": relation.count,
    }
