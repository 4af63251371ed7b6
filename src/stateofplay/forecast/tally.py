"""A tally: how often each act, pair and actor stands in a graph before a day, and when last; nothing of later days."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.graph import EventGraph
from stateofplay.forecast.settings import chance_settings
from stateofplay.knowledge.event_type import event_types

Array = NDArray[Any]
TYPES: Final[tuple[str, ...]] = tuple(name for name, type in event_types().items() if type.quad is not None)
"""The types that one asks for, the sixteen of PLOVER. Any other type counts as dealings of its pair alone."""

OTHER: Final = len(TYPES)
_KINDS: Final = OTHER + 1
SHORT, MIDDLE, LONG, ALL = range(4)
"""Places of the settings' windows in a count; ALL is the whole graph."""


@dataclass(frozen=True, kw_only=True)
class Count:
    """Acts by key: `keys` (K,) in order; `acts` (K, windows + 1), the sum of weights in each window before the day and,
    last, in all; `last` (K,) the ordinal day of the latest."""

    keys: NDArray[np.int64]
    acts: NDArray[np.float32]
    last: NDArray[np.int32]

    def of(self, asked: Array) -> tuple[Array, Array]:
        """Acts (..., windows + 1) and latest day (...) for keys of any shape; 0 acts and day 0 where there are none."""
        if not len(self.keys):
            return np.zeros((*asked.shape, self.acts.shape[1]), np.float32), np.zeros(asked.shape, np.int32)
        place = np.minimum(np.searchsorted(self.keys, asked), len(self.keys) - 1)
        found = self.keys[place] == asked
        return np.where(found[..., None], self.acts[place], np.float32(0)), np.where(found, self.last[place], 0)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What a graph holds before the ordinal day `day`, counted in the windows of `vocabulary/forecast/chance.yaml`."""

    graph: EventGraph
    day: int

    @cached_property
    def days(self) -> int:
        """Days from the first fact to the day before; at least 1."""
        return max(1, self.day - int(self.graph.day[0])) if len(self.graph) else 1

    @cached_property
    def spans(self) -> Array:
        """Length in days of each window and, last, of all; no window is longer than all."""
        return np.array(
            [*(min(window, self.days) for window in chance_settings().windows), self.days], dtype=np.float32
        )

    @cached_property
    def type(self) -> Array:
        """Place in TYPES of the type of each row; OTHER for a type that is not asked for."""
        place = {name: code for code, name in enumerate(TYPES)}
        return np.array([place.get(name, OTHER) for name in self.graph.types], dtype=np.int64)[self.graph.type]

    @cached_property
    def rows_by_type(self) -> list[Array]:
        """Rows of each type of TYPES, earliest first."""
        return [np.flatnonzero(self.type == type) for type in range(OTHER)]

    def act(self, source: Array, type: Array, target: Array) -> Array:
        """Key of (source, type, target)."""
        return self.pair(source, target) * _KINDS + type

    def pair(self, source: Array, target: Array) -> Array:
        """Key of (source, target)."""
        return np.asarray(source, dtype=np.int64) * len(self.graph.actors) + target

    def side(self, actor: Array, type: Array) -> Array:
        """Key of what one side does, or is done to it: (actor, type)."""
        return np.asarray(actor, dtype=np.int64) * _KINDS + type

    @cached_property
    def acts(self) -> Count:
        """By `act`."""
        return self._count(self.act(self.graph.source, self.type, self.graph.target))

    @cached_property
    def pairs(self) -> Count:
        """By `pair`."""
        return self._count(self.pair(self.graph.source, self.graph.target))

    @cached_property
    def doing(self) -> Count:
        """By `side` of the source."""
        return self._count(self.side(self.graph.source, self.type))

    @cached_property
    def suffering(self) -> Count:
        """By `side` of the target."""
        return self._count(self.side(self.graph.target, self.type))

    @cached_property
    def sources(self) -> Count:
        """By source."""
        return self._count(self.graph.source.astype(np.int64))

    @cached_property
    def targets(self) -> Count:
        """By target."""
        return self._count(self.graph.target.astype(np.int64))

    @cached_property
    def shares(self) -> Array:
        """Share of each type of TYPES in all acts, shrunk toward equal shares by one act each."""
        n = np.bincount(self.type, weights=self.graph.weight, minlength=_KINDS)
        return np.asarray((n[:OTHER] + 1.0) / (n.sum() + OTHER), dtype=np.float32)

    def seen(self) -> tuple[Array, Array]:
        """Source and target of every pair with at least one act."""
        keys = self.pairs.keys
        return keys // len(self.graph.actors), keys % len(self.graph.actors)

    def _count(self, keys: NDArray[np.int64]) -> Count:
        known, place = np.unique(keys, return_inverse=True)
        starts = [*(self.day - window for window in chance_settings().windows), None]
        columns = [self._sum(place, len(known), start) for start in starts]
        last = np.zeros(len(known), dtype=np.int32)
        last[place] = self.graph.day  # rows are in the order of days, so the latest stays
        return Count(keys=known, acts=np.stack(columns, axis=1).astype(np.float32), last=last)

    def _sum(self, place: Array, size: int, start: int | None) -> Array:
        recent = slice(None) if start is None else self.graph.day >= start
        return np.bincount(place[recent], weights=self.graph.weight[recent], minlength=size)


def tally_of(graph: EventGraph, day: int) -> Tally:
    """The tally of the facts of days strictly before the ordinal `day`, as far back as `reach_days` of the settings."""
    return Tally(graph=graph.until(day).since(day - chance_settings().reach_days), day=day)
