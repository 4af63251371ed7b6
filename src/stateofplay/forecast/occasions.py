"""Occasions of the region's calendar as evidence: what falls into a window, and what it adds to a move.

An occasion only ever speaks for an act that its kind or its customs name; it never stands for a provocation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import exp
from typing import Any

from stateofplay.day import Day
from stateofplay.errors import DataFileError
from stateofplay.forecast.move import Move, log_odds
from stateofplay.forecast.reason import Figure, Reason
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.occasion import KINDS, Occasion
from stateofplay.knowledge.table import structure

KIND = "occasion"
_FILE = ("vocabulary", "forecast", "next.yaml")


@dataclass(frozen=True, kw_only=True)
class Falling:
    """That `occasion` falls on `days`, of which some lie in the window.

    `share` in 0..1 is how likely it takes place in the window. An occasion of which only the month or year is told does
    not last that long: of those days it is the part that lies in the window; of any other it is 1.
    """

    occasion: Occasion
    days: Day
    share: float

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        occasion = self.occasion
        return {
            "occasion": occasion.id,
            "kind": occasion.kind,
            "actors": list(occasion.actors),
            "days": self.days.iso,
            "share": round(self.share, 4),
        }


def falling(calendar: Iterable[Occasion], first: date, last: date) -> tuple[Falling, ...]:
    """What of a calendar falls, or may fall, between `first` and `last`, both included, in the order of days."""
    window = Day.span(first, last)
    found = [
        Falling(occasion=occasion, days=days, share=_shared(days, window))
        for occasion in calendar
        for year in range(first.year, last.year + 1)
        if (days := occasion.falls(year)) and days.overlaps(window)
    ]
    # What spans New Year falls in both its years.
    once = {(one.occasion.id, one.days): one for one in found}
    return tuple(sorted(once.values(), key=lambda one: (one.days.first, one.days.last, one.occasion.id)))


def expected(move: Move, ahead: Iterable[Falling]) -> Move:
    """The move with what the occasions ahead add to its log-odds, each as a reason with its exact weight."""
    for one in ahead:
        if strength := _strength(one.occasion, move):
            move = _raised(move, one, strength)
    return move


def _strength(occasion: Occasion, move: Move) -> float:
    """Log-odds that the occasion adds if it takes place; 0.0 where it says nothing of such a move."""
    given = _settings()
    sides = ((move.source, move.target), (move.target, move.source))
    for custom in occasion.customs:
        ways = sides if event_types()[custom.type].mutual else sides[:1]
        if custom.type == move.type and (custom.source, custom.target) in ways:
            return float(given["custom"])
    if {move.source, move.target} <= {*occasion.actors}:
        return float(given["calendar"].get(occasion.kind, {}).get(move.type, 0.0))
    return 0.0


def _raised(move: Move, one: Falling, strength: float) -> Move:
    probability = _mixed(move.probability, strength, one.share)
    weight = log_odds(probability) - log_odds(move.probability)
    numbers: dict[str, Figure] = {
        "occasion": one.occasion.id,
        "source": move.source,
        "type": move.type,
        "target": move.target,
        "first": one.days.first.isoformat(),
        "last": one.days.last.isoformat(),
        "share": round(one.share, 4),
        "strength": strength,
    }
    reason = Reason(kind=KIND, weight=weight, numbers=numbers)
    return replace(
        move,
        probability=probability,
        low=min(_mixed(move.low, strength, one.share), probability),
        high=max(_mixed(move.high, strength, one.share), probability),
        reasons=_listed((*move.reasons, reason)),
    )


def _listed(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The strongest of those that speak for the move, then those that say where its log-odds start from."""
    strongest = sorted((told for told in reasons if told.weight > 0), key=lambda told: -told.weight)
    return (*strongest[: _settings()["reasons"]], *(told for told in reasons if told.weight <= 0))


def _mixed(probability: float, strength: float, share: float) -> float:
    """The probability when an occasion that adds `strength` takes place in the window with probability `share`."""
    if not 0.0 < probability < 1.0:
        return probability
    odds = probability / (1.0 - probability) * exp(strength)
    return share * odds / (1.0 + odds) + (1.0 - share) * probability


def _shared(days: Day, window: Day) -> float:
    inside = (min(days.end, window.end) - max(days.start, window.start)).days
    return inside / days.length if days.precision in ("month", "year") else 1.0


@cache
def _settings() -> dict[str, Any]:
    given: dict[str, Any] = structure(*_FILE)
    problems = tuple(_problems(given))
    if problems:
        raise DataFileError("what the calendar adds is wrong", where="/".join(_FILE), problems=problems)
    return given


def _problems(given: dict[str, Any]) -> Iterator[str]:
    for kind, types in given["calendar"].items():
        if kind not in KINDS:
            yield f"no kind of occasion {kind!r}"
        yield from (f"{kind}: no event type {type!r}" for type in types if type not in event_types())
        yield from (f"{kind}: {type} is not above 0" for type, strength in types.items() if not strength > 0)
    yield from (f"{name} is not above 0" for name in ("custom", "reasons") if not given[name] > 0)
