"""A score: how much of what a reader said is right, and how much of what there was it found; from counts alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from stateofplay.reading.evaluation.agreement import levels_of
from stateofplay.reading.evaluation.mark import Mark
from stateofplay.reading.evaluation.pairing import Pair

Keep = Callable[[Mark], bool]


@dataclass(frozen=True, kw_only=True)
class Score:
    """`gold` statements of the hand, `read` ones of the reader, of which `right` agree; all are counts from 0 up."""

    gold: int
    read: int
    right: int

    def __post_init__(self) -> None:
        if not 0 <= self.right <= min(self.gold, self.read):
            raise ValueError(f"{self.right} right of {self.gold} and {self.read}")

    @property
    def precision(self) -> float:
        """Share of the reader's that are right, 0..1; 0.0 where it said nothing."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of the hand's that were found, 0..1; 0.0 where there was nothing to find."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0..1."""
        return 2 * self.right / (self.gold + self.read) if self.gold + self.read else 0.0

    def as_json(self) -> dict[str, Any]:
        """Counts and shares, rounded to three places."""
        shares = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return {"gold": self.gold, "read": self.read, "right": self.right, **shares}


def scores(pairs: Iterable[Pair], kind: str, keep: Keep = bool) -> dict[str, Score]:
    """Level → score over the pairs of one kind, of the marks that `keep` keeps."""
    chosen = [pair for pair in pairs if pair.kind == kind]
    gold = sum(1 for pair in chosen if pair.gold and keep(pair.gold))
    read = sum(1 for pair in chosen if pair.read and keep(pair.read))
    # A pair whose two sides a slice tears apart counts as a miss on one side and a false one on the other.
    held = [pair.held for pair in chosen if pair.gold and pair.read and keep(pair.gold) and keep(pair.read)]
    return {
        level: Score(gold=gold, read=read, right=sum(1 for reached in held if reached > number))
        for number, level in enumerate(levels_of(kind))
    }
