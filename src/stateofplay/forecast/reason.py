"""A reason: one piece of evidence for or against a move, as numbers that can be recomputed from the events it names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

Figure = int | float | str
"""A figure of a sentence: a count, a rate, a lag in days, a day (ISO), a type or an actor."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One piece of evidence, not yet a sentence.

    `kind` names its template in `vocabulary/forecast/reasons.yaml`. `weight` is what it adds to the log-odds of the
    move, below 0 where it speaks against it; it is exact, so the weights of all evidence and the log-odds of the base
    rate add up to the log-odds of the move. `numbers` are the figures that the sentence needs, by name. `events` are
    ids of the events that it rests on, the latest last; empty where it rests on rates alone or on data without ids.
    """

    kind: str
    weight: float
    numbers: Mapping[str, Figure] = field(hash=False)
    events: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.kind:
            raise ValueError("a reason has no kind")
        if not isfinite(self.weight):
            raise ValueError(f"the weight of {self.kind} is {self.weight}")

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "kind": self.kind,
            "weight": round(self.weight, 4),
            "numbers": dict(self.numbers),
            "events": list(self.events),
        }
