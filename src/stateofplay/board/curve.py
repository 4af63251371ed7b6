"""A curve: one relation's score and band over time, each day from nothing later than itself."""

from datetime import date, timedelta

from stateofplay.board.evidence import Evidence
from stateofplay.board.relation import Point
from stateofplay.board.score import Sums, scores_of
from stateofplay.board.weights import Weights
from stateofplay.errors import YourInput


def curve_of(
    evidence: Evidence, pair: tuple[str, str], first: date, last: date, weights: Weights, *, points: int
) -> tuple[Point, ...]:
    """The curve of `pair` from `first` to `last`, both included, in at most `points` even steps of whole days."""
    days = _days(first, last, points)
    only = evidence.only(pair)
    return tuple(_point(day, only.sums_of(only.acts.weights_on(day.toordinal(), weights)), weights) for day in days)


def _days(first: date, last: date, points: int) -> list[date]:
    """Days counted back from `last`, so that the newest is always there."""
    if last < first or points < 2:
        raise YourInput(f"no curve from {first} to {last} in {points} points", mend="give an earlier first day")
    step = -(-((last - first).days + 1) // points)
    return sorted(last - timedelta(days=back) for back in range(0, (last - first).days + 1, step))


def _point(day: date, sums: Sums, weights: Weights) -> Point:
    scores = scores_of(sums, weights)
    return Point(on=day, score=float(scores.score[0]), low=float(scores.low[0]), high=float(scores.high[0]))
