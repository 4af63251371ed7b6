"""The page of changes: what moved since a day on the board and in the ledgers, and the sentences that moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.given import day_of
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.pages import disagreement, promise
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.board.change import Changes, Driver, MovedPosition, MovedRelation
from stateofplay.board.sentence import Sentence, sentences_of
from stateofplay.board.weights import published_weights
from stateofplay.record.event import Event

routes = APIRouter()
SHOWN: Final = 12
DRIVERS: Final = 3
_STEPS_BACK: Final = (7, 30, 90)


@dataclass(frozen=True, kw_only=True)
class Drove:
    """An event that moved a relation, with the sentence to show."""

    driver: Driver
    sentence: Sentence | None


@dataclass(frozen=True, kw_only=True)
class RelationShown:
    """A relation that moved, and what moved it most."""

    moved: MovedRelation
    drivers: tuple[Drove, ...]


@dataclass(frozen=True, kw_only=True)
class PromiseShown:
    """A promise that moved: its state `before`, "" for a new one; its `steps` since then."""

    entry: promise.Entry
    before: str
    steps: tuple[promise.Told, ...]


@dataclass(frozen=True, kw_only=True)
class DisagreementShown:
    """A disagreement that is new, settled or has other sides."""

    entry: disagreement.Entry
    how: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is shown of the changes: of each kind the first few, all where the address asks for them."""

    changes: Changes
    relations: tuple[RelationShown, ...]
    promises: tuple[PromiseShown, ...]
    positions: tuple[MovedPosition, ...]
    disagreements: tuple[DisagreementShown, ...]
    events: tuple[Event, ...]


@routes.get("/changes", response_class=HTMLResponse)
def show(request: Request, since: str = "") -> HTMLResponse:
    """What moved from the day `since`, by default a month before the day shown; `all=1` shows everything."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    first = day_of(since) if since else moment.on - timedelta(days=published_weights().trend_days[0])
    assert first is not None
    changes = desk.changes(first, moment.on, moment.known)
    return page(
        visit,
        "changes.html",
        moment=moment,
        since=first,
        shown=_shown(desk, changes, visit),
        back=[(days, moment.on - timedelta(days=days)) for days in _STEPS_BACK],
    )


def _shown(desk: Desk, changes: Changes, visit: Visit) -> Shown:
    most = None if visit.query.get("all") else SHOWN
    return Shown(
        changes=changes,
        relations=tuple(_relations(desk, changes.relations[:most])),
        promises=tuple(_promises(desk, changes, visit, most)),
        positions=changes.positions[:most],
        disagreements=tuple(
            DisagreementShown(entry=disagreement.entries((moved.disagreement,), visit.words)[0], how=moved.how)
            for moved in changes.disagreements[:most]
        ),
        events=_latest(changes.events)[:most],
    )


def _relations(desk: Desk, moved: Sequence[MovedRelation]) -> list[RelationShown]:
    drivers = [one.drivers[:DRIVERS] for one in moved]
    found = sentences_of(desk.record, (driver.telling.id for each in drivers for driver in each))
    return [
        RelationShown(
            moved=one, drivers=tuple(Drove(driver=driver, sentence=found.get(driver.telling.id)) for driver in each)
        )
        for one, each in zip(moved, drivers, strict=True)
    ]


def _promises(desk: Desk, changes: Changes, visit: Visit, most: int | None) -> list[PromiseShown]:
    moved = changes.promises[:most]
    entries = promise.entries(desk, (one.promise for one in moved), visit)
    return [
        PromiseShown(
            entry=entry, before=one.before, steps=tuple(told for told in entry.steps if told.step in one.steps)
        )
        for one, entry in zip(moved, entries, strict=True)
    ]


def _latest(events: Sequence[Event]) -> tuple[Event, ...]:
    """By the day on which they happened, the latest first."""
    return tuple(sorted(events, key=lambda event: event.happened.last if event.happened else date.min, reverse=True))
