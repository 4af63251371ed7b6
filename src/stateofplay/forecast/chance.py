"""A chance: the probability of an act within a window, as a sum of log-odds whose parts can be told one by one.

log-odds = base rate + level + sum of weight x sign. The more acts this expects of the days told, the more it is moved
toward the act's own frequency; what that adds is part of `recurrence`. Weights are learned for a few horizons; a window
between two has weights, signs and base between theirs by the logarithm of its length, so the sum is always exact.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import log
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.rates import OWN, Base, Rates, base_of, log_odds
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.signs import MOST, SIGNS, SUM, Asked, asked, lifts_of, signs
from stateofplay.forecast.tally import ALL, OTHER, Tally

Array = NDArray[Any]
LEVEL: Final = "level"
KINDS: Final[tuple[str, ...]] = (*dict.fromkeys(kind for kind, _ in SIGNS), LEVEL)
"""Kinds of evidence, in the order of their first sign. Last the level, what a pair has of which all is as expected:
below 0, since a few busy pairs make most of the mean of a class."""

_OF_KIND: Final = np.array([[kind == of for kind in KINDS[:-1]] for of, _ in SIGNS], dtype=float)
_MIRROR: Final = {"habit": "drawn", "source": "target", "own_act": "answer"}
_LIMIT: Final = 15.0
_LEAST: Final = 1e-9


@dataclass(frozen=True, kw_only=True, eq=False)
class Chances:
    """Chances of every type between the pairs asked, of an act within `within` days from the tally's day on.

    `base` (pairs, types) are log-odds of the base rate, `parts` (pairs, types, kinds) what each kind of KINDS adds.
    """

    tally: Tally
    rates: Rates
    base_rates: Base
    pairs: Asked
    within: int
    base: Array
    parts: Array

    @cached_property
    def probability(self) -> Array:
        """(pairs, types), between 0 and 1."""
        return share_of(self.base + self.parts.sum(-1))

    @cached_property
    def base_rate(self) -> Array:
        """(pairs, types): how often such acts take place between pairs of their class."""
        return share_of(self.base)

    @cached_property
    def recurrence(self) -> Array:
        """(pairs, types): the act's own frequency so far, shrunk toward the base rate by `own_days` days of it."""
        acts, _ = self._acts
        own = chance_settings().own_days
        rate = (acts[..., ALL] - own / self.within * np.log1p(-self.base_rate)) / (self.tally.days + own)
        return np.asarray(-np.expm1(-self.within * rate))

    @cached_property
    def no_change(self) -> Array:
        """(pairs, types): 1 where the act stands in the window before this one, else 0."""
        _, last = self._acts
        return np.asarray((last > 0) & (last >= self.tally.day - self.within)).astype(float)

    @cached_property
    def _acts(self) -> tuple[Array, Array]:
        keys = self.tally.act(self.pairs.source[:, None], np.arange(OTHER), self.pairs.target[:, None])
        return self.tally.acts.of(keys)

    def lifts(self, pair: int, direction: int) -> Array:
        """Log-odds that a pair's latest act of each type, and of OTHER, adds to each act: (types + 1, types)."""
        source, target = self.pairs.source[[pair]], self.pairs.target[[pair]]
        ends = (source, target) if direction == OWN else (target, source)
        total = np.zeros((OTHER + 1, OTHER))
        for horizon, share in blend(self.within):
            lifts = lifts_of(self.tally, *ends, self.rates, horizon=horizon, direction=direction)[0]
            weights = self.rates.weights_at(self.base_rates.coverage)[horizon]
            most = np.arange(OTHER + 1)[:, None] == lifts.argmax(0)
            total += share * lifts * (weights[SUM[direction]] + weights[MOST[direction]] * most)
        return total


def chances(
    tally: Tally, source: Array, target: Array, rates: Rates, *, within: int, base_rates: Base | None = None
) -> Chances:
    """The chances of all types between pairs of codes, from what the tally holds.

    `base_rates` are those of the tally, where they are known already.
    """
    base_rates = base_rates or base_of(tally, rates)
    pairs = asked(tally, base_rates, source, target)
    base, parts = np.zeros(()), np.zeros(())
    learned = rates.weights_at(base_rates.coverage)
    for horizon, share in blend(within):
        weights = learned[horizon]
        weighed = signs(tally, pairs, rates, horizon) * weights[:-1]
        kinds = np.concatenate([weighed @ _OF_KIND, np.full((*weighed.shape[:-1], 1), weights[-1])], axis=-1)
        parts = parts + share * kinds
        base = base + share * log_odds(_reaching(pairs.share[horizon], horizon, within))
    found = Chances(
        tally=tally,
        rates=rates,
        base_rates=base_rates,
        pairs=pairs,
        within=within,
        base=base,
        parts=parts,
    )
    parts[..., KINDS.index("recurrence")] += _toward_own(found)
    return replace(found, parts=parts)


def _toward_own(found: Chances) -> Array:
    """Log-odds that move each chance toward the act's own frequency, by the acts it expects of the days told."""
    settings, odds = chance_settings(), found.base + found.parts.sum(-1)
    rate = -np.log1p(-found.probability) / found.within
    expected = rate * found.tally.days
    most = sum(share * settings.own_share[horizon] for horizon, share in blend(found.within))
    weight = most * expected / (expected + settings.own_acts)
    return np.asarray(weight * (_clipped(log_odds(found.recurrence.clip(_LEAST, 1 - _LEAST))) - _clipped(odds)))


def mirrored(there: Chances, back: Chances, mutual: Array) -> Chances:
    """`there`, where types that are `mutual` (types,), whose acts have no side, have the mean of both directions."""
    place = {kind: KINDS.index(_MIRROR.get(kind, _BACKWARD.get(kind, kind))) for kind in KINDS}
    turned = back.parts[..., [place[kind] for kind in KINDS]]
    parts = np.where(mutual[:, None], (there.parts + turned) / 2, there.parts)
    return replace(there, parts=parts, base=np.where(mutual, (there.base + back.base) / 2, there.base))


_BACKWARD: Final = {value: key for key, value in _MIRROR.items()}


def blend(within: int) -> list[tuple[int, float]]:
    """Horizons, by place, that a window of `within` days lies between, with their shares; the nearest one outside all.

    >>> blend(30), blend(3), [place for place, _ in blend(14)]
    ([(1, 1.0)], [(0, 1.0)], [0, 1])
    """
    horizons = chance_settings().horizons
    if within in horizons or within < horizons[0]:
        return [(horizons.index(max(within, horizons[0])), 1.0)]
    if within > horizons[-1]:
        return [(len(horizons) - 1, 1.0)]
    above = next(place for place, days in enumerate(horizons) if days > within)
    low, high = horizons[above - 1], horizons[above]
    share = log(within / low) / log(high / low)
    return [(above - 1, 1.0 - share), (above, share)]


def share_of(odds: Array) -> Array:
    """Probability of log-odds, kept off 0 and 1 by what a double can tell apart."""
    return np.asarray(1.0 / (1.0 + np.exp(-_clipped(odds))))


def _clipped(odds: Array) -> Array:
    return np.clip(odds, -_LIMIT, _LIMIT)


def _reaching(share: Array, horizon: int, within: int) -> Array:
    # Outside the horizons learned, acts come at the nearest one's pace.
    horizons = chance_settings().horizons
    if horizons[0] <= within <= horizons[-1]:
        return share
    return np.asarray(-np.expm1(np.log1p(-share) * within / horizons[horizon]))
