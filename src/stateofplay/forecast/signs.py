"""Signs: what speaks for or against an act, as numbers that compare what was observed with what was to be expected.

Each is a logarithm of (observed + pseudo) / (expected + pseudo): 0 where all is as usual, near 0 where a record is too
thin to tell. So one weight fits a news stream and a folder of articles.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.rates import BACK, OWN, Base, Rates, classes_of
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.tally import ALL, LONG, MIDDLE, OTHER, SHORT, Count, Tally

Array = NDArray[Any]

SIGNS: Final[tuple[tuple[str, str], ...]] = (
    ("recurrence", "all"),
    ("recurrence", "short"),
    ("recurrence", "middle"),
    ("recurrence", "long"),
    ("recurrence", "quiet"),
    ("returned", "all"),
    ("returned", "middle"),
    ("pair", "all"),
    ("pair", "short"),
    ("pair", "middle"),
    ("pair", "long"),
    ("pair", "quiet"),
    ("pair", "back all"),
    ("pair", "back short"),
    ("pair", "back middle"),
    ("pair", "back long"),
    ("pair", "back quiet"),
    ("habit", "all"),
    ("habit", "middle"),
    ("drawn", "all"),
    ("drawn", "middle"),
    ("source", "all"),
    ("source", "short"),
    ("source", "middle"),
    ("target", "all"),
    ("target", "short"),
    ("target", "middle"),
    ("own_act", "sum"),
    ("own_act", "most"),
    ("answer", "sum"),
    ("answer", "most"),
    ("trend", "middle"),
)
"""Kind and name of each sign, in the order of the columns."""

SUM: Final = (SIGNS.index(("own_act", "sum")), SIGNS.index(("answer", "sum")))
MOST: Final = (SIGNS.index(("own_act", "most")), SIGNS.index(("answer", "most")))
"""Columns of the answer rules by direction: the sum over all earlier acts, and the strongest alone."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Pairs asked about: codes of `source` and `target` (pairs,); acts a day `per_day` (pairs, types) there and `back`;
    `share` (horizons, pairs, types) of days with such an act within the horizon."""

    source: Array
    target: Array
    per_day: Array
    back: Array
    share: Array


def asked(tally: Tally, base: Base, source: Array, target: Array) -> Asked:
    """The pairs with the base rates of their classes."""
    there, back = base.rows(classes_of(tally, source, target)), base.rows(classes_of(tally, target, source))
    rows = {"per_day": base.per_day[there], "back": base.per_day[back], "share": base.share[:, there]}
    return Asked(source=source, target=target, **rows)


def signs(tally: Tally, pairs: Asked, rates: Rates, horizon: int) -> Array:
    """All signs, in the order of SIGNS: (pairs, types, signs), float32. `horizon` is a place in the settings' list."""
    columns = [
        *_acts(tally, pairs),
        *_returned(tally, pairs),
        *_pair(tally, pairs.source, pairs.target, pairs.per_day),
        *_pair(tally, pairs.target, pairs.source, pairs.back),
        *_side(tally.doing, tally.sources, tally, pairs.source),
        *_side(tally.suffering, tally.targets, tally, pairs.target),
        *_volume(tally.sources, tally, pairs.source),
        *_volume(tally.targets, tally, pairs.target),
        *_followed(lifts_of(tally, pairs.source, pairs.target, rates, horizon=horizon, direction=OWN)),
        *_followed(lifts_of(tally, pairs.target, pairs.source, rates, horizon=horizon, direction=BACK)),
        _trend(tally),
    ]
    shape = (len(pairs.source), OTHER)
    return np.stack([np.broadcast_to(column, shape) for column in columns], axis=-1).astype(np.float32)


def ratio(observed: Array, expected: Array) -> Array:
    """Logarithm of observed over expected acts, each with `pseudo` added."""
    pseudo = chance_settings().pseudo
    return np.asarray(np.log((observed + pseudo) / (expected + pseudo)))


def _pace(acts: Array, spans: Array, window: int) -> Array:
    return ratio(acts[..., window], acts[..., ALL] * spans[window] / spans[ALL])


def _quiet(acts: Array, last: Array, tally: Tally) -> Array:
    # Acts that would have come since the last one, at the pace of all days.
    return np.where(last > 0, np.log1p((tally.day - last) * acts[..., ALL] / tally.days), 0.0)


def _acts(tally: Tally, pairs: Asked) -> list[Array]:
    acts, last = tally.acts.of(tally.act(pairs.source[:, None], np.arange(OTHER), pairs.target[:, None]))
    paces = [_pace(acts, tally.spans, window) for window in (SHORT, MIDDLE, LONG)]
    return [ratio(acts[..., ALL], pairs.per_day * tally.days), *paces, _quiet(acts, last, tally)]


def _returned(tally: Tally, pairs: Asked) -> list[Array]:
    acts, _ = tally.acts.of(tally.act(pairs.target[:, None], np.arange(OTHER), pairs.source[:, None]))
    return [ratio(acts[..., ALL], pairs.back * tally.days), _pace(acts, tally.spans, MIDDLE)]


def _pair(tally: Tally, source: Array, target: Array, per_day: Array) -> list[Array]:
    acts, last = tally.pairs.of(tally.pair(source, target))
    paces = [_pace(acts, tally.spans, window) for window in (SHORT, MIDDLE, LONG)]
    columns = [ratio(acts[..., ALL], per_day.sum(1) * tally.days), *paces, _quiet(acts, last, tally)]
    return [column[:, None] for column in columns]


def _side(count: Count, every: Count, tally: Tally, actor: Array) -> list[Array]:
    acts, _ = count.of(tally.side(actor[:, None], np.arange(OTHER)))
    total, _ = every.of(np.asarray(actor, dtype=np.int64))
    return [ratio(acts[..., ALL], total[:, None, ALL] * tally.shares), _pace(acts, tally.spans, MIDDLE)]


def _volume(count: Count, tally: Tally, actor: Array) -> list[Array]:
    acts, _ = count.of(np.asarray(actor, dtype=np.int64))
    usual = np.asarray(count.acts[:, ALL].mean() if len(count.keys) else 0.0)
    columns = [ratio(acts[..., ALL], usual), *(_pace(acts, tally.spans, window) for window in (SHORT, MIDDLE))]
    return [column[:, None] for column in columns]


def ages(tally: Tally, source: Array, target: Array) -> Array:
    """Class of days since the latest act of each type, and of OTHER, of source toward target: (pairs, types + 1)."""
    _, last = tally.acts.of(tally.act(source[:, None], np.arange(OTHER + 1), target[:, None]))
    return np.searchsorted(np.array(chance_settings().lags), tally.day - last)


def lifts_of(tally: Tally, source: Array, target: Array, rates: Rates, *, horizon: int, direction: int) -> Array:
    """What each latest act of source toward target adds to the log-odds of each type: (pairs, types + 1, types)."""
    age = ages(tally, source, target)
    return np.asarray(rates.lifts[horizon, direction][np.arange(OTHER + 1), age])


def _followed(lifts: Array) -> list[Array]:
    return [lifts.sum(1), lifts.max(1)]


def _trend(tally: Tally) -> Array:
    recent = tally.graph.day >= tally.day - chance_settings().windows[MIDDLE]
    lately = np.bincount(tally.type[recent], weights=tally.graph.weight[recent], minlength=OTHER + 1)[:OTHER]
    always = np.bincount(tally.type, weights=tally.graph.weight, minlength=OTHER + 1)[:OTHER]
    return ratio(lately, always * tally.spans[MIDDLE] / tally.spans[ALL])
