"""Dealings: the acts of a graph behind each kind of evidence for one act, and the figures that tell of them.

Figures count acts, each once: a mutual act, which stands in a graph both ways, is one dealing of the pair.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.graph import EventGraph
from stateofplay.forecast.reason import Figure
from stateofplay.forecast.side import pair_class
from stateofplay.forecast.tally import MIDDLE, TYPES, Tally
from stateofplay.knowledge.event_type import event_types

Array = NDArray[Any]
_ALL_TYPES: Final = ("pair", "source", "target")


@dataclass(frozen=True, kw_only=True)
class Dealings:
    """The acts of a tally that bear on what `source` does toward `target`, both as codes."""

    tally: Tally
    source: int
    target: int

    @property
    def graph(self) -> EventGraph:
        """The graph of the tally."""
        return self.tally.graph

    @property
    def ends(self) -> dict[str, Figure]:
        """Ids of source and target."""
        return {"source": self.graph.actors[self.source], "target": self.graph.actors[self.target]}

    @property
    def pair_class(self) -> str:
        """Class of the pair."""
        return pair_class(self.graph.actors[self.source], self.graph.actors[self.target])

    @cached_property
    def _ends(self) -> dict[str, Array]:
        from_a, to_b = self.graph.source == self.source, self.graph.target == self.target
        back = np.flatnonzero((self.graph.source == self.target) & (self.graph.target == self.source))
        there = np.flatnonzero(from_a & to_b)
        # What both do to each other stands in both directions: one of them tells it.
        one_way = back[~np.append(mutual_types(), False)[self.tally.type[back]]]
        return {
            "recurrence": there,
            "returned": back,
            "pair": np.sort(np.concatenate([there, one_way])),
            "habit": np.flatnonzero(from_a),
            "drawn": np.flatnonzero(to_b),
        }

    def rows(self, kind: str, type: int) -> Array:
        """Rows of the graph behind a kind of evidence for an act of `type`, earliest first."""
        if kind == "trend":
            return self.tally.rows_by_type[type]
        rows = self._ends[{"source": "habit", "target": "drawn"}.get(kind, kind)]
        return rows if kind in _ALL_TYPES else np.asarray(rows[self.tally.type[rows] == type])

    def latest(self, source: int, target: int, type: int) -> Array:
        """Rows of the latest day on which `source` did `type` toward `target`."""
        rows = self.rows("recurrence" if (source, target) == (self.source, self.target) else "returned", type)
        days = self.graph.day[rows]
        return np.asarray(rows[days == days[-1:]])

    def figures(self, kind: str, type: int) -> dict[str, Figure]:
        """Who, and how often: `total` acts in `all_days`, `n` of them in the last `days`.

        Where there are any also `times`, the pace of these days over that of all; `every`, days between two; `ago`,
        days from the latest to the last day that counts; and `last`, that day.
        """
        rows, tally = self.rows(kind, type), self.tally
        window = int(tally.spans[MIDDLE])
        days = self.graph.day[rows]
        total, lately = len(rows), int((days >= tally.day - window).sum())
        numbers: dict[str, Figure] = {"total": total, "all_days": tally.days, "n": lately, "days": window}
        if total:
            numbers |= {
                "times": round(lately * tally.days / (total * window), 2),
                "every": round(tally.days / total, 1),
                "ago": tally.day - 1 - int(days[-1]),
                "last": date.fromordinal(int(days[-1])).isoformat(),
            }
        return self._who(kind, TYPES[type]) | numbers

    def events(self, rows: Array, most: int) -> tuple[str, ...]:
        """Ids of the events behind rows, each once, the `most` latest; none in data without ids."""
        ids = self.graph.event
        return () if ids is None else tuple(dict.fromkeys(ids[rows].tolist()))[-most:]

    def _who(self, kind: str, type: str) -> dict[str, Figure]:
        source, target = self.ends["source"], self.ends["target"]
        who: dict[str, dict[str, Figure]] = {
            "pair": self.ends,
            "habit": {**self.ends, "type": type, "actor": source},
            "drawn": {**self.ends, "type": type, "actor": target},
            "source": {"actor": source},
            "target": {"actor": target},
            "trend": {"type": type},
        }
        return who.get(kind, {**self.ends, "type": type})


@cache
def mutual_types() -> Array:
    """Which of TYPES are mutual: who is named first makes no difference."""
    return np.array([event_types()[name].mutual for name in TYPES])
