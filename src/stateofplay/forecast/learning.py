"""Learning rates from a graph: counts by class, answer rules, and the weights of signs, each from earlier days alone.

Weights are learned on the graph as it is and on thinned copies of it (`learning` in `vocabulary/forecast/chance.yaml`),
so that they hold for news streams and for records that tell a fiftieth of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.graph import EventGraph
from stateofplay.forecast.rates import BACK, OWN, Rates, base_of, counts_of, log_odds
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.shipped import shipped_rates
from stateofplay.forecast.signs import SIGNS, ages, asked, signs
from stateofplay.forecast.tally import ALL, OTHER, Tally, tally_of

Array = NDArray[Any]
OWN_DATA: Final = "record"
"""Origin of rates that were learned from the record's own events."""

_CHUNK: Final = 50_000
_ROUNDS: Final = 30
_STEP: Final = 3.0
_STILL: Final = 1e-3


@dataclass(frozen=True, kw_only=True, eq=False)
class Cases:
    """Questions with their answers: `signs` (n, signs), `base` log-odds (n,), `came` 0 or 1 (n,), `weight` (n,)."""

    signs: Array
    base: Array
    came: Array
    weight: Array


def learned(graph: EventGraph, *, origin: str, levels: int | None = None) -> Rates:
    """The rates that a graph teaches, with weights for the first `levels` of coverage (None: all of the settings).

    `origin` is how reasons name it. Takes about a minute for 50,000 facts, half of it for the first level.
    """
    rates = _tables(graph, origin, chance_settings().learning["every"])
    given = chance_settings().learning["levels"][:levels]
    found = [level for one in given if (level := _level(graph, rates, **one))]
    return replace(rates, coverages=np.array([told for told, _ in found]), weights=np.stack([w for _, w in found]))


def rates_for(graph: EventGraph) -> Rates:
    """The rates to forecast a graph with: its own where it has enough facts, else those that ship."""
    return rates_of(graph) or shipped_rates()


def rates_of(graph: EventGraph) -> Rates | None:
    """Counts and answer rules of a graph, with the weights that ship; None where it has too little (`own_rates`).

    Learned from the months that are over on its last day, so that they stand for a month; kept while the program runs.
    """
    enough = chance_settings().own_rates
    if not len(graph):
        return None
    past = graph.until(date.fromordinal(int(graph.day[-1])).replace(day=1).toordinal())
    if len(past) < enough["facts"] or int(past.day[-1]) - int(past.day[0]) < enough["days"]:
        return None
    return _own(_Facts(past))


class _Facts:
    """A graph that is the same as another of the same facts."""

    def __init__(self, graph: EventGraph) -> None:
        self.graph = graph
        told = sha256(repr((graph.actors, graph.types)).encode())
        for column in (graph.day, graph.source, graph.type, graph.target, graph.weight):
            told.update(np.ascontiguousarray(column).tobytes())
        self._told = told.digest()

    def __hash__(self) -> int:
        return hash(self._told)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Facts) and self._told == other._told


@lru_cache(maxsize=4)
def _own(facts: _Facts) -> Rates:
    shipped = shipped_rates()
    rates = _tables(facts.graph, OWN_DATA, chance_settings().own_rates["every"])
    return replace(rates, weights=shipped.weights, coverages=shipped.coverages)


def _tables(graph: EventGraph, origin: str, every: int) -> Rates:
    end = int(graph.day[-1]) + 1
    cases, followed = _rules(graph, end, every)
    return Rates(
        origin=origin,
        counts=counts_of(tally_of(graph, end)),
        cases=cases,
        followed=followed,
        weights=np.zeros((1, len(chance_settings().horizons), len(SIGNS) + 1)),
        coverages=np.ones(1),
    )


def _level(graph: EventGraph, rates: Rates, *, share: float, copies: int) -> tuple[float, Array] | None:
    """Mean coverage, and weights (horizons, signs + 1), of copies that keep a share of the facts.

    None for a share that leaves too few acts to learn from (`least_came`).
    """
    told = [thinned(graph, share, seed=seed) for seed in range(copies)]
    kept = min(1.0, chance_settings().learning["kept"] / share**0.5)
    every = []
    for horizon, within in enumerate(chance_settings().horizons):
        days = _days(graph, within)
        every.append(joined(questions(copy, day, rates, horizon, kept=kept) for copy in told for day in days))
    if share < 1 and min(part.came.sum() for part in every) < chance_settings().learning["least_came"]:
        return None
    ends = [base_of(tally_of(copy, int(graph.day[-1]) + 1), rates).coverage for copy in told]
    return float(np.mean(ends)), np.stack([fitted(part) for part in every])


def outcomes(graph: EventGraph, day: int, within: int, *, source: Array, target: Array) -> Array:
    """Whether each type came about at least once in the `within` days from `day` on: (pairs, types)."""
    window = Tally(graph=graph.since(day).until(day + within), day=day + within)
    acts, _ = window.acts.of(window.act(source[:, None], np.arange(OTHER), target[:, None]))
    return np.asarray(acts[..., ALL] > 0)


def thinned(graph: EventGraph, share: float, *, seed: int) -> EventGraph:
    """The graph of which each fact is kept with chance `share`, the same ones for the same seed."""
    if share >= 1:
        return graph
    kept = np.flatnonzero(np.random.default_rng(seed).random(len(graph)) < share)
    columns = {name: getattr(graph, name)[kept] for name in ("day", "source", "type", "target", "weight")}
    return replace(graph, event=None if graph.event is None else graph.event[kept], **columns)


def fitted(cases: Cases, *, ridge: float = 1.0) -> Array:
    """Weights of the signs and, last, the level: logistic regression on top of the base rate, by Newton's method."""
    width = cases.signs.shape[1]
    scale = np.append(np.sqrt(np.average(cases.signs.astype(float) ** 2, axis=0, weights=cases.weight)) + 1e-6, 1.0)
    penalty = ridge * np.append(np.ones(width), 0.0) * scale**2
    weights = np.zeros(width + 1)
    for _ in range(_ROUNDS):
        slope, bend = -penalty * weights, np.diag(penalty + 1e-9)
        for part, curve in _sums(cases, weights):
            slope, bend = slope + part, bend + curve
        step = np.linalg.solve(bend, slope)
        largest = float(np.abs(step * scale).max())
        weights = weights + step * min(1.0, _STEP / largest) if largest > 0 else weights
        if largest < _STILL:
            break
    return weights


def joined(parts: Iterable[Cases]) -> Cases:
    """All questions in one."""
    every = list(parts)
    return Cases(
        signs=np.concatenate([part.signs for part in every]),
        base=np.concatenate([part.base for part in every]),
        came=np.concatenate([part.came for part in every]),
        weight=np.concatenate([part.weight for part in every]),
    )


def questions(graph: EventGraph, day: int, rates: Rates, horizon: int, *, kept: float) -> Cases:
    """All seen pairs before a day, times all types, with what came; of those with no such act ever, a share `kept`."""
    tally, within = tally_of(graph, day), chance_settings().horizons[horizon]
    source, target = tally.seen()
    pairs = asked(tally, base_of(tally, rates), source, target)
    came = outcomes(graph, day, within, source=source, target=target)
    acts, _ = tally.acts.of(tally.act(source[:, None], np.arange(OTHER), target[:, None]))
    whole = came | (acts[..., ALL] > 0)
    drawn = whole | (np.random.default_rng(day).random(came.shape) < kept)
    return Cases(
        signs=signs(tally, pairs, rates, horizon)[drawn],
        base=log_odds(pairs.share[horizon])[drawn],
        came=came[drawn].astype(np.float64),
        weight=np.where(whole, 1.0, 1.0 / kept)[drawn],
    )


def _days(graph: EventGraph, within: int) -> range:
    """Days on which one asks: every few, after the first months, with their horizon wholly in the graph."""
    learning = chance_settings().learning
    first, last = int(graph.day[0]), int(graph.day[-1])
    warm = min(learning["warm_days"], (last - first) // 3)
    return range(first + warm, last - within + 2, learning["every"])


def _rules(graph: EventGraph, end: int, every: int) -> tuple[Array, Array]:
    settings = chance_settings()
    shape = (len(settings.horizons), 2, OTHER + 1, len(settings.lags))
    cases, followed = np.zeros(shape), np.zeros((*shape, OTHER))
    for horizon, within in enumerate(settings.horizons):
        for day in range(int(graph.day[0]) + settings.lags[-1], end - within + 1, every):
            tally = tally_of(graph, day)
            source, target = tally.seen()
            came = outcomes(graph, day, within, source=source, target=target)
            for direction, ends in ((OWN, (source, target)), (BACK, (target, source))):
                n, k = _by_age(ages(tally, *ends), came)
                cases[horizon, direction] += n
                followed[horizon, direction] += k
    return cases, followed


def _by_age(age: Array, came: Array) -> tuple[Array, Array]:
    size = len(chance_settings().lags)
    n, k = np.zeros((OTHER + 1, size)), np.zeros((OTHER + 1, size, OTHER))
    for before in range(OTHER + 1):
        recent = np.flatnonzero(age[:, before] < size)
        n[before] = np.bincount(age[recent, before], minlength=size)
        np.add.at(k[before], age[recent, before], came[recent])
    return n, k


def _sums(cases: Cases, weights: Array) -> Iterator[tuple[Array, Array]]:
    for start in range(0, len(cases.came), _CHUNK):
        rows = slice(start, start + _CHUNK)
        known = np.hstack([cases.signs[rows].astype(np.float64), np.ones((len(cases.came[rows]), 1))])
        chance = 1.0 / (1.0 + np.exp(-(known @ weights + cases.base[rows])))
        counted = cases.weight[rows]
        yield known.T @ (counted * (cases.came[rows] - chance)), (known.T * (counted * chance * (1 - chance))) @ known
