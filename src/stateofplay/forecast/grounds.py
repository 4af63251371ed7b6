"""The grounds of a move: each kind of evidence as a reason, with the figures and the events that it was made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.chance import KINDS, Chances, blend
from stateofplay.forecast.rates import BACK, OWN
from stateofplay.forecast.reason import Figure, Reason
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.side import pair_class
from stateofplay.forecast.signs import ages
from stateofplay.forecast.tally import MIDDLE, OTHER, TYPES, Tally

Array = NDArray[Any]
Figures = Mapping[str, Figure]


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """Why one act has its chance: `pair` and `type` are places in `chances`, `parts` (kinds,) its parts in log-odds."""

    chances: Chances
    pair: int
    type: int
    parts: Array

    def all(self) -> list[Reason]:
        """Every reason, the strongest first, without those fainter than `faint`; their weights add up to the parts."""
        found = [
            reason for kind, weight in zip(KINDS, self.parts.tolist(), strict=True) for reason in self._of(kind, weight)
        ]
        told = [reason for reason in found if abs(reason.weight) >= chance_settings().faint]
        return sorted(told, key=lambda reason: -abs(reason.weight))

    def base(self) -> Reason:
        """The base rate as a reason of weight 0, since the log-odds start from it."""
        rates, pairs = self.chances.base_rates, self.chances.pairs
        row = rates.rows(self.classes)[0]
        counts = self.chances.rates.counts
        known = row < len(rates.names) and rates.names[row] in counts.classes
        place = counts.classes.index(rates.names[row]) if known else None
        acts = counts.acts[place, self.type] if known else counts.acts[:, self.type].sum()
        days = counts.days[place] if known else counts.days.sum()
        numbers: dict[str, Figure] = {
            "type": TYPES[self.type],
            "class": self.classes[0],
            "per_year": round(float(pairs.per_day[self.pair, self.type]) * 365.25, 4),
            "count": int(acts),
            "pairs": round(float(days) / 365.0),
            "origin": self.chances.rates.origin,
        }
        return Reason(kind="base_rate", weight=0.0, numbers=numbers)

    def coverage(self) -> Reason:
        """How little the graph tells, as a reason of weight 0: it is within the base rate."""
        tally = self._tally
        numbers: dict[str, Figure] = {
            "share": round(self.chances.base_rates.coverage, 4),
            "events": len(tally.graph),
            "days": tally.days,
            "dealings": _count(self.dealings),
        }
        return Reason(kind="coverage", weight=0.0, numbers=numbers)

    @property
    def dealings(self) -> float:
        """Acts of the pair, both ways."""
        a, b = self.chances.pairs.source[self.pair], self.chances.pairs.target[self.pair]
        graph = self._tally.graph
        between = ((graph.source == a) & (graph.target == b)) | ((graph.source == b) & (graph.target == a))
        return float(graph.weight[between].sum())

    @property
    def classes(self) -> tuple[str, ...]:
        """Class of the pair, alone."""
        from_, to = self.ends
        return (pair_class(from_, to),)

    @property
    def ends(self) -> tuple[str, str]:
        """Ids of source and target."""
        actors, pairs = self._tally.graph.actors, self.chances.pairs
        return actors[pairs.source[self.pair]], actors[pairs.target[self.pair]]

    @property
    def _tally(self) -> Tally:
        return self.chances.tally

    def _of(self, kind: str, weight: float) -> Iterator[Reason]:
        if kind in ("own_act", "answer"):
            yield from self._followed(kind, weight)
        else:
            yield self._counted(kind, weight)

    def _counted(self, kind: str, weight: float) -> Reason:
        source, target = self.ends
        graph = self._tally.graph
        a, b = self.chances.pairs.source[self.pair], self.chances.pairs.target[self.pair]
        type = self._tally.type == self.type
        from_a, from_b = graph.source == a, graph.source == b
        to_a, to_b = graph.target == a, graph.target == b
        ends: dict[str, Figure] = {"source": source, "target": target}
        act: dict[str, Figure] = {**ends, "type": TYPES[self.type]}
        kinds: dict[str, tuple[Array, dict[str, Figure]]] = {
            "recurrence": (from_a & to_b & type, act),
            "returned": (from_b & to_a & type, act),
            "pair": ((from_a & to_b) | (from_b & to_a), ends),
            "habit": (from_a & type, {**act, "actor": source}),
            "drawn": (to_b & type, {**act, "actor": target}),
            "source": (from_a, {"actor": source}),
            "target": (to_b, {"actor": target}),
            "trend": (type, {"type": TYPES[self.type]}),
        }
        rows, who = kinds[kind]
        numbers = {**who, **self._figures(np.flatnonzero(rows))}
        shown = np.flatnonzero(rows) if kind != "trend" else np.empty(0, dtype=int)
        return Reason(kind=_named(kind, weight, numbers), weight=weight, numbers=numbers, events=self._events(shown))

    def _figures(self, rows: Array) -> dict[str, Figure]:
        tally, graph = self._tally, self._tally.graph
        window = int(tally.spans[MIDDLE])
        recent = rows[graph.day[rows] >= tally.day - window]
        total, lately = float(graph.weight[rows].sum()), float(graph.weight[recent].sum())
        numbers: dict[str, Figure] = {
            "total": _count(total),
            "all_days": tally.days,
            "n": _count(lately),
            "days": window,
        }
        if total:
            latest = int(graph.day[rows[-1]])
            numbers |= {
                "times": round(lately * tally.days / (total * window), 2),
                "every": round(tally.days / total, 1),
                "ago": tally.day - 1 - latest,
                "last": date.fromordinal(latest).isoformat(),
            }
        return numbers

    def _followed(self, kind: str, weight: float) -> Iterator[Reason]:
        direction = OWN if kind == "own_act" else BACK
        lifts = self.chances.lifts(self.pair, self.type, direction)
        # Of a mutual type the part is the mean of both directions, so the acts share it as they would share the sum.
        scale = weight / lifts.sum() if abs(lifts.sum()) > 1e-9 else 0.0
        for before in np.flatnonzero(np.abs(lifts * scale) >= chance_settings().faint).tolist():
            if before < OTHER:
                yield self._rule(kind, before, float(lifts[before] * scale))

    def _rule(self, kind: str, before: int, weight: float) -> Reason:
        direction = OWN if kind == "own_act" else BACK
        tally, pairs = self._tally, self.chances.pairs
        a, b = (pairs.source[self.pair], pairs.target[self.pair])[:: 1 if direction == OWN else -1]
        age = int(ages(tally, np.array([a]), np.array([b]))[0, before])
        horizon, _ = max(blend(self.chances.within), key=lambda part: part[1])
        rates, lags = self.chances.rates, chance_settings().lags
        graph = tally.graph
        rows = np.flatnonzero((graph.source == a) & (graph.target == b) & (tally.type == before))
        latest = int(graph.day[rows[-1]])
        source, target = self.ends
        numbers: dict[str, Figure] = {
            "before_type": TYPES[before],
            "type": TYPES[self.type],
            "source": source,
            "target": target,
            "day": date.fromordinal(latest).isoformat(),
            "ago": tally.day - 1 - latest,
            "age_from": (0, *lags)[age],
            "age_to": lags[age] - 1,
            "within": chance_settings().horizons[horizon],
            "answered": int(rates.followed[horizon, direction, before, age, self.type]),
            "total": int(rates.cases[horizon, direction, before, age]),
            "origin": rates.origin,
        }
        return Reason(kind=kind, weight=weight, numbers=numbers, events=self._events(rows[graph.day[rows] == latest]))

    def _events(self, rows: Array) -> tuple[str, ...]:
        ids = self._tally.graph.event
        if ids is None:
            return ()
        return tuple(dict.fromkeys(ids[rows].tolist()))[-chance_settings().listed_events :]


def _named(kind: str, weight: float, numbers: Figures) -> str:
    if kind == "recurrence":
        return "never" if not numbers["total"] else "quiet" if weight < 0 else "recurrence"
    pairs = {"pair": ("pair_active", "pair_quiet"), "trend": ("rise", "fall")}
    if kind in pairs:
        return pairs[kind][weight < 0]
    return f"active_{kind}" if kind in ("source", "target") else kind


def _count(acts: float) -> Figure:
    return int(acts) if acts == int(acts) else round(acts, 1)
