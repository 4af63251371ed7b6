"""A forecast that we issued: fixed when it was made, with all by which it can be judged later, and never changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from stateofplay.record.addition import short_hash

Told = Mapping[str, Any]
"""A reason as JSON values: its `kind`, `weight`, `numbers` and the ids of the `events` that it rests on."""


@dataclass(frozen=True, kw_only=True)
class Issued:
    """That `source` does `type` toward `target` at least once from `first` to `last`, both included.

    It was made from what was known of the `day` and before; `recorded_at` is the moment it was written. `state` is a
    hash of the events it was made from, `model` one of the rates and settings it was made by. `probability` has its
    80 % band `low`..`high` and stands beside three naive forecasts; `thin` where it is mostly a base rate. `replayed`:
    the record knew of later days when it was made, and left them out. ValueError where the numbers contradict.
    """

    day: date
    source: str
    type: str
    target: str
    first: date
    last: date
    probability: float
    low: float
    high: float
    base_rate: float
    recurrence: float
    no_change: float
    state: str
    model: str
    recorded_at: datetime
    reasons: tuple[Told, ...]
    against: tuple[Told, ...] = ()
    thin: bool = False
    replayed: bool = False

    def __post_init__(self) -> None:
        if self.recorded_at.tzinfo is None:
            raise ValueError("recorded_at needs a time zone")
        if not self.day < self.first <= self.last:
            raise ValueError(f"a forecast of {self.day} is of later days, not of {self.first} to {self.last}")
        if not 0 <= self.low <= self.probability <= self.high <= 1:
            raise ValueError("the band does not hold the probability")
        if not self.reasons:
            raise ValueError("a forecast has a reason")

    @cached_property
    def id(self) -> str:
        """Hash of all that it says, but not of the moment: the same forecast made again is the same."""
        said = {name: value for name, value in self._plain().items() if name != "recorded_at"}
        return short_hash(json.dumps(said, ensure_ascii=False, sort_keys=True))

    @property
    def within(self) -> int:
        """Length of its window in days: its horizon, where the window begins the day after."""
        return (self.last - self.first).days + 1

    @property
    def known_from(self) -> date:
        """The day on which it was written, in UTC: what was known before does not have it."""
        return self.recorded_at.astimezone(UTC).date()

    def as_json(self) -> dict[str, Any]:
        """All of it as JSON values."""
        return {"issued": self.id, **self._plain()}

    def _plain(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "source": self.source,
            "type": self.type,
            "target": self.target,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "probability": float(self.probability),
            "low": float(self.low),
            "high": float(self.high),
            "base_rate": float(self.base_rate),
            "recurrence": float(self.recurrence),
            "no_change": float(self.no_change),
            "thin": self.thin,
            "replayed": self.replayed,
            "state": self.state,
            "model": self.model,
            "recorded_at": self.recorded_at.astimezone(UTC).isoformat(),
            "reasons": [dict(reason) for reason in self.reasons],
            "against": [dict(reason) for reason in self.against],
        }
