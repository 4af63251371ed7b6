"""A relation: one actor's conduct toward another on a day, whose score is the sum of what its events contribute."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from stateofplay.record.event import Event


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """An event as it counts in a relation.

    `weight` is in 0..1 (how fresh and how well dated it is), `intensity` in -10..10 (its type), and `contribution`
    is its share of the score in points: the contributions of a relation's events add up to its score.
    """

    event: Event
    weight: float
    intensity: float
    contribution: float


@dataclass(frozen=True, kw_only=True)
class Point:
    """Score of a relation and its band on one day, each -10..10."""

    on: date
    score: float
    low: float
    high: float

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "on": self.on.isoformat(),
            "score": round(self.score, 3),
            "low": round(self.low, 3),
            "high": round(self.high, 3),
        }


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Conduct of `source` toward `target` on day `on`, as far as was published.

    `score` runs from -10 (conflict) to 10 (cooperation); 0 is "no evidence" as much as "balance": read it with
    its band `low`..`high`, which holds the score with the probability published in `vocabulary/weights.yaml`.
    `trend` is the change of score in points against so many days before; `direction` says it in a word: rising,
    falling or steady. `count` is the number of events, `tellings` of statements that tell them, `sources` of
    publishers; `few_sources` warns where these are too few to lean on.
    """

    source: str
    target: str
    on: date
    score: float
    low: float
    high: float
    trend: dict[int, float] = field(hash=False)
    direction: str
    count: int
    tellings: int
    sources: int
    few_sources: bool
    evidence: Callable[[], tuple[Weighed, ...]] = field(repr=False, compare=False)

    @cached_property
    def events(self) -> tuple[Weighed, ...]:
        """The events behind the score, the one that moves it most first; read from the record on first use."""
        return self.evidence()

    def as_json(self) -> dict[str, Any]:
        """The numbers, ready for JSON; the events are left to `events`."""
        return {
            "source": self.source,
            "target": self.target,
            "on": self.on.isoformat(),
            "score": round(self.score, 3),
            "low": round(self.low, 3),
            "high": round(self.high, 3),
            "trend": {str(days): round(change, 3) for days, change in self.trend.items()},
            "direction": self.direction,
            "events": self.count,
            "tellings": self.tellings,
            "sources": self.sources,
            "few_sources": self.few_sources,
        }
