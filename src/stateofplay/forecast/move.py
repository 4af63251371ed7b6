"""A move: a possible next act with its probability, which cannot exist without a reason."""

from dataclasses import dataclass
from datetime import date
from math import log
from typing import Any

from stateofplay.forecast.reason import Reason


@dataclass(frozen=True, kw_only=True)
class Move:
    """That `source` does `type` toward `target` at least once from day `first` to day `last`, both included.

    `probability` is between 0 and 1, neither reached; `low`..`high` holds the true rate's probability with 80 %.
    Three naive forecasts of the same act stand beside it: `base_rate` (such types between such actors), `recurrence`
    (its own frequency so far) and `no_change` (the window goes as the one before). `reasons` speak for it and
    `against` against it, the strongest first; of a move that is told by its base rate alone, that is the reason.
    `thin` says that the probability is mostly a base rate. ValueError for a move without a reason or whose numbers
    contradict each other.
    """

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
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()
    thin: bool = False

    def __post_init__(self) -> None:
        problems = [text for text, wrong in _faults(self) if wrong]
        if problems:
            raise ValueError(f"{self.source} {self.type} {self.target}: {'; '.join(problems)}")

    @property
    def within(self) -> int:
        """Length of its window in days."""
        return (self.last - self.first).days + 1

    @property
    def rest(self) -> float:
        """Log-odds that evidence too weak to be listed adds to the base rate's and the listed reasons'."""
        listed = sum(reason.weight for reason in (*self.reasons, *self.against))
        return log_odds(self.probability) - log_odds(self.base_rate) - listed

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "source": self.source,
            "type": self.type,
            "target": self.target,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            **{name: round(getattr(self, name), 4) for name in _SHARES},
            "thin": self.thin,
            "reasons": [reason.as_json() for reason in self.reasons],
            "against": [reason.as_json() for reason in self.against],
            "rest": round(self.rest, 4),
        }


_SHARES = ("probability", "low", "high", "base_rate", "recurrence", "no_change")


def log_odds(probability: float) -> float:
    """Natural logarithm of the odds of a probability between 0 and 1, neither reached."""
    return log(probability / (1.0 - probability))


def _faults(move: Move) -> tuple[tuple[str, bool], ...]:
    inside = all(0.0 < share < 1.0 for share in (move.probability, move.base_rate))
    return (
        ("no reason is given", not move.reasons),
        ("probability or base rate is not between 0 and 1", not inside),
        ("recurrence or no_change is not in 0..1", not all(0 <= x <= 1 for x in (move.recurrence, move.no_change))),
        ("the band does not hold the probability", not 0 <= move.low <= move.probability <= move.high <= 1),
        ("the last day is before the first", move.last < move.first),
    )
