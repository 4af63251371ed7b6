"""A plot: where the points of a curve stand on a drawing, in user units; it draws nothing outside its frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stateofplay.board.relation import Point

LOWEST, HIGHEST = -10.0, 10.0
_MOST_TICKS = 9


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The inner rectangle of a plot and the days that it spans, both inclusive."""

    left: float
    top: float
    width: float
    height: float
    first: date
    last: date

    def x(self, day: date) -> float:
        """Across: `first` at the left edge, `last` at the right."""
        span = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / span, 0.0), 1.0)
        return round(self.left + self.width * share, 1)

    def y(self, score: float) -> float:
        """Down: 10 at the top edge, -10 at the bottom."""
        held = min(max(score, LOWEST), HIGHEST)
        return round(self.top + self.height * (HIGHEST - held) / (HIGHEST - LOWEST), 1)

    def line(self, points: Sequence[Point]) -> str:
        """Path of the scores; "" for no points."""
        return _path([(self.x(point.on), self.y(point.score)) for point in points])

    def band(self, points: Sequence[Point]) -> str:
        """Closed path around the bands; "" for no points."""
        over = [(self.x(point.on), self.y(point.high)) for point in points]
        under = [(self.x(point.on), self.y(point.low)) for point in reversed(points)]
        return _path(over + under) + ("Z" if points else "")


def months(first: date, last: date) -> tuple[date, ...]:
    """Firsts of months between two days, inclusive, at most nine of them, evenly 1, 2, 3, 6 or more months apart."""
    starts = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    for step in (1, 2, 3, 6, 12, 24, 60, 120, 600):
        found = [day for day in starts if first <= day <= last and (day.year * 12 + day.month - 1) % step == 0]
        if len(found) <= _MOST_TICKS:
            break
    return tuple(found)


def _path(corners: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) if corners else ""
