"""The fold: every number of every relation on one day, computed at once for all pairs."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from stateofplay.board.evidence import Evidence
from stateofplay.board.score import Floats, Ints, Scores, Sums, scores_of
from stateofplay.board.weights import Weights


@dataclass(frozen=True, kw_only=True)
class Fold:
    """Columns with one value per pair of the evidence, and a last one for any pair that has no events.

    `weight` is the sum of the events' weights; `trend` the change of score by days looked back; `count`, `tellings`
    and `sources` number events, statements that tell them, and publishers. `act_weight` has one value per act.
    """

    weight: Floats
    scores: Scores
    trend: dict[int, Floats]
    count: Ints
    tellings: Ints
    sources: Ints
    act_weight: Floats


def fold(evidence: Evidence, on: date, weights: Weights) -> Fold:
    """Fold `evidence` up to the day `on`."""
    today = on.toordinal()
    act_weight = evidence.acts.weights_on(today, weights)
    happened = (act_weight > 0).astype(np.float64)
    sums = evidence.sums_of(act_weight)
    scores = scores_of(_with_empty(sums), weights)
    return Fold(
        weight=np.append(sums.weight, 0.0),
        scores=scores,
        trend={
            days: scores.score - np.append(evidence.scores_on(today - days, weights), 0.0)
            for days in weights.trend_days
        },
        count=_whole(evidence.per_pair(happened)),
        tellings=_whole(evidence.per_pair(happened * evidence.acts.tellings)),
        sources=_whole(evidence.publishers_of(act_weight)),
        act_weight=act_weight,
    )


def _with_empty(sums: Sums) -> Sums:
    return Sums(**{name: np.append(column, 0.0) for name, column in vars(sums).items()})


def _whole(column: Floats) -> Ints:
    return np.append(column, 0.0).astype(np.int64)
