"""Reliability: whether what was stated at a probability happened as often, in bins fine where most forecasts stand."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stateofplay.knowledge.table import structure

Shares = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Bin:
    """The `n` forecasts stated from `low` up to `high`, of which `happened` did; `stated` is their mean.

    The share that happened lies within `least`..`most` with 90 % (Wilson, 1927), taking forecasts for independent.
    """

    low: float
    high: float
    n: int
    stated: float
    happened: int
    least: float
    most: float

    @property
    def share(self) -> float:
        """Share that happened."""
        return self.happened / self.n

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "from": self.low,
            "to": self.high,
            "n": self.n,
            "stated": round(self.stated, 4),
            "happened": self.happened,
            "share": round(self.share, 4),
            "low": round(self.least, 4),
            "high": round(self.most, 4),
        }


@dataclass(frozen=True, kw_only=True)
class Marks:
    """Scores of `n` forecasts of things that happen or not; 0 is best for all but `resolution`.

    `brier` is the mean of (probability - outcome)², 0..1; `log` the mean of -ln of the probability given to what came,
    with `clipped` of them kept off 0 and 1. Murphy (1973): brier = `reliability` - `resolution` + `uncertainty` +
    `within`, the last what the bins hide. `error` is the mean distance of stated and happened over the bins. `mean` is
    the mean probability, `share` what happened.
    """

    n: int
    brier: float
    log: float
    clipped: int
    reliability: float
    resolution: float
    uncertainty: float
    error: float
    mean: float
    share: float
    bins: tuple[Bin, ...]

    @property
    def within(self) -> float:
        """What of the Brier score lies within bins: 0 where all forecasts of a bin say the same."""
        return self.brier - (self.reliability - self.resolution + self.uncertainty)

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        numbers = ("brier", "log", "reliability", "resolution", "uncertainty", "within", "error", "mean", "share")
        return {
            "n": self.n,
            **{name: round(getattr(self, name), 5) for name in numbers},
            "clipped": self.clipped,
            "bins": [one.as_json() for one in self.bins],
        }


@cache
def settings() -> dict[str, Any]:
    """The choices in `vocabulary/forecast/scoring.yaml`."""
    return dict(structure("vocabulary", "forecast", "scoring.yaml"))


def marks_of(stated: Shares, happened: Shares) -> Marks:
    """The scores of probabilities, given what `happened` (1) and what did not (0). ValueError where there is none."""
    if not len(stated) or len(stated) != len(happened):
        raise ValueError(f"{len(stated)} forecasts with {len(happened)} outcomes cannot be scored")
    bins = _bins(stated, happened)
    share, n = float(happened.mean()), len(stated)
    weight = np.array([one.n / n for one in bins])
    apart = np.array([one.stated - one.share for one in bins])
    about = np.array([one.share - share for one in bins])
    return Marks(
        n=n,
        brier=float(np.mean((stated - happened) ** 2)),
        log=float(log_losses(stated, happened).mean()),
        clipped=int(np.count_nonzero(_clipped(stated) != stated)),
        reliability=float(weight @ apart**2),
        resolution=float(weight @ about**2),
        uncertainty=share * (1 - share),
        error=float(weight @ np.abs(apart)),
        mean=float(stated.mean()),
        share=share,
        bins=bins,
    )


def log_losses(stated: Shares, happened: Shares) -> Shares:
    """-ln of the probability that each forecast gave to what came, kept off infinity by `clip`."""
    kept = _clipped(stated)
    losses: Shares = -np.log(np.where(happened > 0, kept, 1 - kept))
    return losses


def _clipped(stated: Shares) -> Shares:
    return np.clip(stated, settings()["clip"], 1 - settings()["clip"])


def _bins(stated: Shares, happened: Shares) -> tuple[Bin, ...]:
    """The bins that hold a forecast, lowest first."""
    lows = [float(low) for low in settings()["bins"]]
    place = np.searchsorted(lows, stated, side="right") - 1
    return tuple(
        _bin((lows[number], (*lows[1:], 1.0)[number]), stated[place == number], happened[place == number])
        for number in np.unique(place)
    )


def _bin(edges: tuple[float, float], stated: Shares, happened: Shares) -> Bin:
    least, most = wilson(int(happened.sum()), len(happened))
    return Bin(
        low=edges[0],
        high=edges[1],
        n=len(stated),
        stated=float(stated.mean()),
        happened=int(happened.sum()),
        least=least,
        most=most,
    )


def wilson(happened: int, n: int) -> tuple[float, float]:
    """The 90 % interval of a share, `happened` of `n`, that Wilson (1927) gives."""
    z = float(settings()["z"])
    share, spread = happened / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * ((share * (1 - share) + spread / 4) / n) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)
