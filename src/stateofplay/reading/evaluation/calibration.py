"""Calibration: of the statements that a reader stated at a confidence, how many were right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from stateofplay.reading.evaluation.agreement import levels_of
from stateofplay.reading.evaluation.pairing import Pair

_BANDS: Final = 10


@dataclass(frozen=True, kw_only=True)
class Band:
    """The `read` statements stated from `low` up to `low` + 0.1, the last band with 1.0; `stated` is their mean.

    `right` has for each level how many of them agree with the hand there.
    """

    low: float
    read: int
    stated: float
    right: dict[str, int]

    def share(self, level: str) -> float:
        """Share of the band that is right at a level, 0..1."""
        return self.right[level] / self.read

    def as_json(self) -> dict[str, Any]:
        """Band, how many were stated, their mean confidence, and the share right at each level."""
        shares = {level: round(self.share(level), 3) for level in self.right}
        return {"from": self.low, "to": round(self.low + 0.1, 1), "read": self.read, "stated": self.stated, **shares}


def calibration(pairs: Iterable[Pair], kind: str) -> tuple[Band, ...]:
    """The bands that hold a statement of a kind, lowest first; statements without confidence are left out."""
    bands: dict[int, list[tuple[float, int]]] = {}
    for pair in pairs:
        if pair.kind == kind and pair.read and pair.read.confidence is not None:
            stated = pair.read.confidence
            bands.setdefault(min(int(stated * _BANDS + 1e-9), _BANDS - 1), []).append((stated, pair.held))
    return tuple(_band(number, bands[number], levels_of(kind)) for number in sorted(bands))


def calibration_error(bands: Iterable[Band], level: str) -> float:
    """Mean distance between the confidence stated and the share right at a level, weighted by band; 0.0 for none."""
    held = list(bands)
    read = sum(band.read for band in held)
    return sum(abs(band.stated - band.share(level)) * band.read for band in held) / read if read else 0.0


def _band(number: int, stated: list[tuple[float, int]], levels: tuple[str, ...]) -> Band:
    return Band(
        low=number / _BANDS,
        read=len(stated),
        stated=round(sum(confidence for confidence, _ in stated) / len(stated), 3),
        right={level: sum(1 for _, held in stated if held > at) for at, level in enumerate(levels)},
    )
