"""The drawing of a calibration: where each bin stands between what was stated and what happened, in user units."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from stateofplay.forecast.reliability import Bin

SIDE: Final = 300.0
_LEAST_DOT, _MOST_DOT = 3.5, 11.0
_STEPS: Final = 5


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A bin: its middle, the ends of its interval (`high` is above, so smaller), and a radius by how many it holds."""

    bin: Bin
    x: float
    y: float
    low: float
    high: float
    radius: float


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A square from nought to `most` on both axes, its lower left corner at (`left`, `bottom`)."""

    left: float
    bottom: float
    most: float
    dots: tuple[Dot, ...]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + SIDE

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.bottom - SIDE

    @property
    def ticks(self) -> tuple[tuple[float, float, float], ...]:
        """Shares at which the axes are marked, each with its place across and down."""
        shares = (self.most * step / _STEPS for step in range(_STEPS + 1))
        return tuple(
            (share, across(share, self.left, self.most), down(share, self.bottom, self.most)) for share in shares
        )


def panels(bins: Sequence[Bin], zoom: float) -> tuple[Panel, ...]:
    """All of it, and beside it what was stated below `zoom`, where most forecasts stand, if any does."""
    whole = panel(bins, left=56.0, most=1.0)
    low = [one for one in bins if one.stated <= zoom and one.share <= zoom]
    return (whole, panel(low, left=476.0, most=zoom)) if low else (whole,)


def panel(bins: Sequence[Bin], *, left: float, most: float) -> Panel:
    """One square with the bins that it holds."""
    bottom = 20.0 + SIDE
    largest = max((one.n for one in bins), default=1)
    dots = tuple(
        Dot(
            bin=one,
            x=across(one.stated, left, most),
            y=down(one.share, bottom, most),
            low=down(one.least, bottom, most),
            high=down(min(one.most, most), bottom, most),
            radius=round(_LEAST_DOT + (_MOST_DOT - _LEAST_DOT) * sqrt(one.n / largest), 1),
        )
        for one in bins
    )
    return Panel(left=left, bottom=bottom, most=most, dots=dots)


def across(share: float, left: float, most: float) -> float:
    """Place of a stated share, from the left edge.

    >>> across(0.5, 56.0, 1.0)
    206.0
    """
    return round(left + SIDE * min(share / most, 1.0), 1)


def down(share: float, bottom: float, most: float) -> float:
    """Place of a share that happened, from the lower edge up."""
    return round(bottom - SIDE * min(share / most, 1.0), 1)
