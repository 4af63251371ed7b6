"""Dealings: what stands beside a relation on a day: promises, stances, forecasts, what is told differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stateofplay.app.desk import Desk
from stateofplay.app.web.moment import Moment
from stateofplay.app.web.pages import disagreement, forecast, promise
from stateofplay.app.web.spelling import ties_of
from stateofplay.app.web.visit import Visit
from stateofplay.board.position import Position, Positions

SHOWN: Final = 5


@dataclass(frozen=True, kw_only=True)
class Stances:
    """Where two actors stand on an issue; None for one who is not known to have said anything."""

    issue: str
    first: Position | None
    second: Position | None


@dataclass(frozen=True, kw_only=True)
class Dealings:
    """The first few of each ledger between two actors, and how many there are in all."""

    promises: tuple[promise.Entry, ...]
    promises_in_all: int
    stances: tuple[Stances, ...]
    forecasts: tuple[forecast.Entry, ...]
    forecasts_in_all: int
    disagreements: tuple[disagreement.Entry, ...]
    disagreements_in_all: int


def dealings_of(desk: Desk, visit: Visit, moment: Moment, pair: tuple[str, str]) -> Dealings:
    """What the ledgers hold between the two actors of `pair` at a moment."""
    promises = desk.promises(moment.on, moment.known, between=pair)
    foretold = [one for one in desk.forecasts(moment.on, moment.known) if {*pair} <= {*forecast.actors(one)}]
    contradicted = desk.disagreements(moment.on, moment.known, between=pair)
    return Dealings(
        promises=tuple(promise.entries(desk, promises[:SHOWN], visit)),
        promises_in_all=len(promises),
        stances=tuple(_stances(desk.positions(moment.on, moment.known), pair)),
        forecasts=tuple(forecast.entries(desk, foretold[:SHOWN], visit.words)),
        forecasts_in_all=len(foretold),
        disagreements=tuple(disagreement.entries(contradicted[:SHOWN], visit.words)),
        disagreements_in_all=len(contradicted),
    )


def _stances(table: Positions, pair: tuple[str, str]) -> Iterator[Stances]:
    """Issues on which both have said something, and those that are the ties of the two, in the order of the table."""
    ties = ties_of(pair)
    for issue in table.issues:
        first, second = (table.at(actor, issue) for actor in pair)
        if (first and second) or (issue == ties and (first or second)):
            yield Stances(issue=issue, first=first, second=second)
