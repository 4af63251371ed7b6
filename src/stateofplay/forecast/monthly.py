"""Rates by which one forecasts on a day: learned of the facts before its month, so that they cost once a month.

To learn them from a large record takes half a minute, and a month more or less of a year changes little.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np

from stateofplay.forecast.graph import Codes, EventGraph
from stateofplay.forecast.learning import rates_for
from stateofplay.forecast.rates import Rates
from stateofplay.forecast.settings import chance_settings

_LENGTH: Final = 24
_KEPT: Final = 8


@dataclass(frozen=True)
class _Facts:
    """A graph that is known by the hash of its facts, so that what follows from it can be kept."""

    state: str
    graph: EventGraph = field(compare=False)


def rates_on(graph: EventGraph, on: date) -> Rates:
    """The rates to forecast with on a day: `rates_for` the facts before the first of its month, within their reach."""
    before = reached(graph, on.replace(day=1), before=True)
    return _rates(_Facts(state_of(before), before))


def reached(graph: EventGraph, on: date, *, before: bool = False) -> EventGraph:
    """The facts up to a day, or `before` it, that count: what lies further back counts for nothing in a chance."""
    end = on.toordinal() + (not before)
    return graph.until(end).since(end - chance_settings().reach_days)


def state_of(graph: EventGraph) -> str:
    """Hash of all facts of a graph: the same facts, the same state, whoever else the record knows and in what order."""
    actors, (source, target) = _named(graph.actors, graph.source, graph.target)
    types, (type,) = _named(graph.types, graph.type)
    order = np.lexsort((graph.weight, target, type, source, graph.day))
    told = hashlib.sha256("\n".join((*actors, "", *types)).encode())
    for column in (graph.day, source, type, target, graph.weight):
        told.update(column[order].tobytes())
    if graph.event is not None:
        told.update("\n".join(sorted(graph.event.tolist())).encode())
    return told.hexdigest()[:_LENGTH]


def _named(names: Sequence[str], *columns: Codes) -> tuple[list[str], list[Codes]]:
    """The names that the columns use, in their order, and the columns as places among these."""
    used = sorted({names[code] for column in columns for code in np.unique(column)})
    place = {name: number for number, name in enumerate(used)}
    codes = np.array([place.get(name, -1) for name in names], dtype=np.int32)
    return used, [codes[column] for column in columns]


@lru_cache(maxsize=_KEPT)
def _rates(facts: _Facts) -> Rates:
    return rates_for(facts.graph)
