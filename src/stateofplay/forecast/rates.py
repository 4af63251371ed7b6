"""Rates: how often acts of each type take place between pairs of each class, and how often one act follows another.

Counts are aggregates over pairs and days, never facts of a pair. What they were learned from has a name, `origin`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.side import pair_class
from stateofplay.forecast.tally import OTHER, Tally

Array = NDArray[Any]
OWN, BACK = 0, 1
"""Directions of an earlier act: by the source toward the target, or by the target toward the source."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Counts:
    """What a graph shows by class of pair, of pairs with at least one act.

    `acts` (classes, types) and `days` (classes,): acts, and days of each pair since the graph begins. `hits` (horizons,
    classes, types) and `waits` (horizons, classes): of the days after a pair's first act on which one could have asked,
    with the horizon wholly known, those with such an act within it, and all.
    """

    classes: tuple[str, ...]
    acts: Array
    days: Array
    hits: Array
    waits: Array


@dataclass(frozen=True, kw_only=True, eq=False)
class Rates:
    """What event data teach about acts in general.

    `counts` by class. `cases` (horizons, 2, types + 1, lags) counts situations: a pair on a day, by direction, type and
    age of an earlier act (the latest of its type; ages by `lags` of the settings); `followed` (horizons, 2, types + 1,
    lags, types) those in which an act of the last type came within the horizon. `weights` (levels, horizons, signs + 1)
    are those of `chance.py`, the level last, for graphs that tell as much as `coverages` (levels,), the fullest first.
    """

    origin: str
    counts: Counts
    cases: Array
    followed: Array
    weights: Array
    coverages: Array

    @cached_property
    def per_day(self) -> dict[str, Array]:
        """Acts a day of a pair, by class, each type shrunk toward the rate of all classes; "" is all classes."""
        counts = self.counts
        every = (counts.acts.sum(0) + 0.5) / (counts.days.sum() + 1.0)
        return {"": every, **dict(zip(counts.classes, _shrunk(counts.acts, counts.days, every), strict=True))}

    @cached_property
    def hazard(self) -> dict[str, Array]:
        """-log(1 - share of days with such an act within the horizon), (horizons, types) by class, "" for all."""
        counts = self.counts
        every = (counts.hits.sum(1) + 0.5) / (counts.waits.sum(1)[:, None] + 1.0)
        shares = [_shrunk(hits, waits, all) for hits, waits, all in zip(counts.hits, counts.waits, every, strict=True)]
        table = -np.log1p(-np.stack(shares, axis=1))
        return {"": -np.log1p(-every), **dict(zip(counts.classes, table, strict=True))}

    def weights_at(self, coverage: float) -> Array:
        """Weights (horizons, signs + 1) for a graph of that coverage, between those of two levels by its logarithm."""
        place = np.interp(-np.log(coverage), -np.log(self.coverages), np.arange(len(self.coverages)))
        below = min(int(place), len(self.coverages) - 1)
        above = min(below + 1, len(self.coverages) - 1)
        return np.asarray(self.weights[below] + (place - below) * (self.weights[above] - self.weights[below]))

    @cached_property
    def lifts(self) -> Array:
        """Log-odds that an act adds to those after any act of its age: (horizons, 2, types + 1, lags + 1, types).

        The last age is "longer ago or never" and adds nothing.
        """
        added = chance_settings().rule_cases
        cases = self.cases[..., None]
        usual = (self.followed.sum(2, keepdims=True) + 0.5) / (cases.sum(2, keepdims=True) + 1.0)
        lifts = log_odds((self.followed + added * usual) / (cases + added)) - log_odds(usual)
        return np.concatenate([lifts, np.zeros_like(lifts[..., :1, :])], axis=-2).astype(np.float32)


@dataclass(frozen=True, kw_only=True, eq=False)
class Base:
    """Base rates as a graph has them: the rates, scaled by how much the graph tells, then moved by what it tells.

    `coverage` is the graph's number of acts over what the rates expect of as many pairs of those classes in as many
    days. `per_day` (classes + 1, types) are acts a day of a pair, `share` (horizons, classes + 1, types) the share of
    days with such an act within the horizon; the last row is for any class that is not among `names`.
    """

    coverage: float
    names: tuple[str, ...]
    per_day: Array
    share: Array

    def rows(self, classes: tuple[str, ...]) -> Array:
        """Row of each class."""
        place = {name: row for row, name in enumerate(self.names)}
        return np.array([place.get(name, len(self.names)) for name in classes], dtype=np.int64)


def base_of(tally: Tally, rates: Rates) -> Base:
    """The base rates of a graph before a day, from the rates and its own counts."""
    added = chance_settings().base_acts
    # A class of which the graph has no pair yet has the rates of that class, not those of all.
    counts = _with_classes(counts_of(tally), rates.counts.classes)
    classes = (*counts.classes, "")
    expected = np.stack([rates.per_day.get(name, rates.per_day[""]) for name in classes])
    hazard = np.stack([rates.hazard.get(name, rates.hazard[""]) for name in classes], axis=1)
    acts, days = np.vstack([counts.acts, np.zeros(OTHER)]), np.append(counts.days, 0.0)[:, None]
    coverage = (acts.sum() + 1.0) / ((expected * days).sum() + 1.0)
    # What a reading of analyses tells of each type is not what a news stream does: more sanctions, fewer visits.
    added_type = chance_settings().type_acts
    mix = (acts.sum(0) + added_type) / (coverage * (expected * days).sum(0) + added_type)
    expected, hazard = expected * mix, hazard * mix
    hits = np.concatenate([counts.hits, np.zeros_like(hazard[:, :1])], axis=1)
    waits = np.concatenate([counts.waits, np.zeros((len(hits), 1))], axis=1)[..., None]
    prior = -np.expm1(-coverage * hazard)
    # Days on which one asks overlap by all but one, so a horizon of them is about one piece of evidence.
    added_hits = added * np.array(chance_settings().horizons)[:, None, None]
    return Base(
        coverage=float(coverage),
        names=counts.classes,
        per_day=(acts + added) / (days + added / (coverage * expected)),
        # What comes within a week comes within a month, whatever the days on which one could have asked say.
        share=np.maximum.accumulate((hits + added_hits) / (waits + added_hits / prior), axis=0),
    )


def counts_of(tally: Tally) -> Counts:
    """What a graph shows before a day, by class of pair."""
    names = classes_of(tally, *tally.seen())
    classes = tuple(sorted(set(names)))
    place = (
        np.searchsorted(np.array(classes, dtype=object), np.array(names, dtype=object)) if names else np.zeros(0, int)
    )
    pair = np.searchsorted(tally.pairs.keys, tally.pair(tally.graph.source, tally.graph.target))
    asked = np.flatnonzero(tally.type < OTHER)
    cell = place[pair[asked]] * OTHER + tally.type[asked]
    first = np.full(len(names), tally.day, dtype=np.int64)
    np.minimum.at(first, pair, tally.graph.day)
    size = len(classes)
    reached = [_reached(tally, pair, first, horizon)[asked] for horizon in chance_settings().horizons]
    waits = [
        np.bincount(place, np.maximum(tally.day - horizon - first, 0), size) for horizon in chance_settings().horizons
    ]
    return Counts(
        classes=classes,
        acts=np.bincount(cell, tally.graph.weight[asked], size * OTHER).reshape(size, OTHER),
        days=np.bincount(place, minlength=size) * float(tally.days),
        hits=np.stack([np.bincount(cell, days, size * OTHER).reshape(size, OTHER) for days in reached]),
        waits=np.stack(waits).astype(float),
    )


def _with_classes(counts: Counts, names: tuple[str, ...]) -> Counts:
    """The counts with a row of nothing for each class of `names` that they lack."""
    new = tuple(name for name in names if name not in counts.classes)
    after = (0, len(new))
    return Counts(
        classes=(*counts.classes, *new),
        acts=np.pad(counts.acts, (after, (0, 0))),
        days=np.pad(counts.days, after),
        hits=np.pad(counts.hits, ((0, 0), after, (0, 0))),
        waits=np.pad(counts.waits, ((0, 0), after)),
    )


def _reached(tally: Tally, pair: Array, first: Array, horizon: int) -> Array:
    """Days after the pair's first act from which each row's act is the next of its type within the horizon."""
    keys = tally.act(tally.graph.source, tally.type, tally.graph.target)
    order = np.argsort(keys, kind="stable")
    day = tally.graph.day[order].astype(np.int64)
    before = np.zeros_like(day)
    before[1:] = np.where(keys[order][1:] == keys[order][:-1], day[:-1], 0)
    start = np.maximum.reduce([before + 1, day - horizon + 1, first[pair[order]] + 1])
    days = np.empty(len(day))
    days[order] = np.maximum(np.minimum(day, tally.day - horizon) - start + 1, 0)
    return days


def classes_of(tally: Tally, source: Array, target: Array) -> tuple[str, ...]:
    """Class of each pair of codes."""
    actors = tally.graph.actors
    return tuple(pair_class(actors[a], actors[b]) for a, b in zip(source.tolist(), target.tolist(), strict=True))


def log_odds(share: Array) -> Array:
    """Natural logarithm of the odds."""
    return np.asarray(np.log(share) - np.log1p(-share))


def _shrunk(count: Array, days: Array, every: Array) -> Array:
    added = chance_settings().base_acts / every.mean()
    return np.asarray((count + added * every) / (days[:, None] + added))
