"""The score of a relation: a weighted mean drawn towards 0, with a band that few events or few publishers widen.

With event weights w and intensities x, and the published numbers k (`prior_events`), s0 (`prior_spread`),
rho (`publisher_correlation`) and z (`reach`):

    score    = sum(w x) / (k + sum(w))
    spread^2 = (k s0^2 + sum(w (x - score)^2)) / (k + sum(w))
    n        = sum(w)^2 / sum(w^2)                  effective number of events (Kish 1965)
    p        = sum(v)^2 / sum(v^2)                  effective number of publishers, v their shares of the weight
    deff     = 1 + (max(n / p, 1) - 1) rho          design effect of clustered evidence (Kish 1965, section 5.4)
    low, high = score -+ z spread / sqrt(k + sum(w) / deff), held within -10..10

An event whose weight has halved counts as half an observation, the discounting of West and Harrison (Bayesian
Forecasting and Dynamic Models, 1997, chapter 6): so an old relation drifts back to 0 and its band widens.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stateofplay.board.weights import Weights

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

LOWEST, HIGHEST = -10.0, 10.0


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Sums over the events of relations; every array has one value per relation.

    `weight` is sum(w), `pull` sum(w x), `square` sum(w x^2), `weight_square` sum(w^2), and `publishers` the effective
    number p.
    """

    weight: Floats
    pull: Floats
    square: Floats
    weight_square: Floats
    publishers: Floats


@dataclass(frozen=True, kw_only=True)
class Scores:
    """`score` and its band `low`..`high`, each -10..10; one value per relation."""

    score: Floats
    low: Floats
    high: Floats


def recency(on: int, first: Ints, last: Ints, weights: Weights) -> Floats:
    """Weight in 0..1 on day `on` of what happened on one unknown day of `first`..`last` (ordinals, inclusive).

    It is the mean of the daily weights over the stretch: the weight of its last day for a single day, less for a
    wide stretch. `last` must not be after `on`.
    """
    daily = weights.daily
    length = (last - first + 1).astype(np.float64)
    spread = (1.0 - daily**length) / (length * (1.0 - daily))
    faded: Floats = daily ** (on - last).astype(np.float64) * spread
    return faded


def mean_score(weight: Floats, pull: Floats, weights: Weights) -> Floats:
    """The score alone, for trends; -10..10, 0 where there is no weight."""
    return pull / (weights.prior_events + weight)


def scores_of(sums: Sums, weights: Weights) -> Scores:
    """Score and band by the formulas at the head of this module."""
    prior = weights.prior_events
    score = mean_score(sums.weight, sums.pull, weights)
    scatter = np.maximum(sums.square - 2 * score * sums.pull + score**2 * sums.weight, 0.0)
    spread = np.sqrt((prior * weights.prior_spread**2 + scatter) / (prior + sums.weight))
    half = weights.reach * spread / np.sqrt(prior + sums.weight / _design_effect(sums, weights))
    return Scores(score=score, low=np.maximum(score - half, LOWEST), high=np.minimum(score + half, HIGHEST))


def effective(total: Floats, squares: Floats) -> Floats:
    """Kish's effective number total^2 / squares; 0 where there is nothing."""
    return np.divide(total**2, squares, out=np.zeros_like(total), where=squares > 0)


def _design_effect(sums: Sums, weights: Weights) -> Floats:
    events = effective(sums.weight, sums.weight_square)
    per_publisher = np.divide(events, sums.publishers, out=np.ones_like(events), where=sums.publishers > 0)
    return 1.0 + (np.maximum(per_publisher, 1.0) - 1.0) * weights.publisher_correlation
