"""Moves: what one actor may do next, ranked by probability, from a graph up to a day and nothing later."""

from dataclasses import replace
from datetime import date, timedelta
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stateofplay.errors import YourInput
from stateofplay.forecast.chance import chances, mirrored
from stateofplay.forecast.dealings import mutual_types
from stateofplay.forecast.graph import EventGraph
from stateofplay.forecast.grounds import Grounds
from stateofplay.forecast.move import Move
from stateofplay.forecast.rates import Rates, base_of
from stateofplay.forecast.reason import Reason
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.tally import TYPES, tally_of

Array = NDArray[Any]


def moves(
    graph: EventGraph, *, on: date, source: str, target: str | None = None, within: int = 30, rates: Rates
) -> list[Move]:
    """What `source` may do toward `target` (None: toward those it deals with most) in the days after `on`.

    Facts up to `on`, itself included, count; the window is the `within` days after it. One move for each of the sixteen
    types and each target, the most probable first. What is asked is whether the source of the graph's facts will show
    the act: a record that tells little gives low probabilities. A move of a mutual type has the same probability both
    ways. An actor that the graph does not know has base rates alone; without a target it has no moves. YourInput for a
    window shorter than a day.
    """
    if within < 1:
        raise YourInput(f"a window of {within} days", mend="ask for one day or more")
    if target == source:
        raise YourInput(f"{source} toward itself", mend="name another actor")
    known = _with(graph, *(actor for actor in (source, target) if actor is not None))
    tally = tally_of(known, on.toordinal() + 1)
    a = known.actors.index(source)
    targets = _partners(tally.graph, a) if target is None else np.array([known.actors.index(target)])
    if not len(targets):
        return []
    sources = np.full(len(targets), a)
    base = base_of(tally, rates)
    there = chances(tally, sources, targets, rates, within=within, base_rates=base)
    back = chances(tally, targets, sources, rates, within=within, base_rates=base)
    even = mirrored(there, back, mutual_types())
    grounds = [Grounds(chances=even, back=back, pair=pair) for pair in range(len(targets))]
    found = [_move(of, type) for of in grounds for type in range(len(TYPES))]
    return sorted(found, key=lambda move: (-move.probability, move.target, move.type))


def _move(grounds: Grounds, type: int) -> Move:
    settings, of, pair = chance_settings(), grounds.chances, grounds.pair
    reasons, thin = grounds.evidence(type), grounds.thin(type)
    probability = float(of.probability[pair, type])
    low, high = _band(probability, grounds.shape(type))
    told = (grounds.base(type), grounds.coverage()) if thin else (grounds.base(type),)
    first = date.fromordinal(of.tally.day)
    return Move(
        source=str(grounds.dealings.ends["source"]),
        type=TYPES[type],
        target=str(grounds.dealings.ends["target"]),
        first=first,
        last=first + timedelta(days=of.within - 1),
        probability=probability,
        low=low,
        high=high,
        base_rate=float(of.base_rate[pair, type]),
        recurrence=float(of.recurrence[pair, type]),
        no_change=float(of.no_change[pair, type]),
        reasons=(*_strongest(reasons, settings.listed_for, 1), *told),
        against=_strongest(reasons, settings.listed_against, -1),
        thin=thin,
    )


def _strongest(reasons: list[Reason], most: int, sign: int) -> tuple[Reason, ...]:
    return tuple([reason for reason in reasons if reason.weight * sign > 0][:most])


def _band(probability: float, shape: float) -> tuple[float, float]:
    """Band of a probability whose rate is gamma distributed with `shape`, by Wilson and Hilferty (1931)."""
    reach = NormalDist().inv_cdf(0.5 + chance_settings().band / 2)
    rate = -np.log1p(-probability)
    low, high = (max(0.0, 1 - 1 / (9 * shape) + z / (3 * shape**0.5)) ** 3 for z in (-reach, reach))
    ends = [float(-np.expm1(-rate * factor)) for factor in (low, high)]
    return min(ends[0], probability), max(ends[1], probability)


def _with(graph: EventGraph, *actors: str) -> EventGraph:
    new = [actor for actor in dict.fromkeys(actors) if actor not in graph.actors]
    return replace(graph, actors=(*graph.actors, *new)) if new else graph


def _partners(graph: EventGraph, actor: int) -> Array:
    """Those an actor deals with most, by the weight of acts both ways; of equals those whose names come first."""
    met = np.zeros(len(graph.actors))
    for one, other in ((graph.source, graph.target), (graph.target, graph.source)):
        met += np.bincount(other[one == actor], weights=graph.weight[one == actor], minlength=len(met))
    met[actor] = 0.0
    most = sorted(np.flatnonzero(met).tolist(), key=lambda code: (-met[code], graph.actors[code]))
    return np.array(most[: chance_settings().partners], dtype=np.int64)
