"""The grounds of moves: each kind of evidence as a reason, with the figures and the events that it was made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.chance import KINDS, LEVEL, Chances, blend
from stateofplay.forecast.dealings import Dealings, mutual_types
from stateofplay.forecast.rates import BACK, OWN
from stateofplay.forecast.reason import Figure, Reason
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.signs import ages
from stateofplay.forecast.tally import OTHER, TYPES

Array = NDArray[Any]
_ANSWERS: Final = ("own_act", "answer")
_BUSY: Final = ("habit", "drawn", "source", "target")
_NAMES: Final = {
    "recurrence": ("recurrence", "quiet"),
    "pair": ("pair_active", "pair_quiet"),
    "trend": ("rise", "fall"),
    "source": ("active_source", "active_source"),
    "target": ("active_target", "active_target"),
}
"""Kind of a reason where its part is for, and where it is against; kinds that are not here keep their name."""


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """Why the acts of one pair have their chances: `pair` is a place in `chances`.

    Of mutual types the parts of `chances` are the mean of both directions; `back` has those of the other one.
    """

    chances: Chances
    back: Chances
    pair: int

    @cached_property
    def dealings(self) -> Dealings:
        """The acts that they rest on."""
        pairs = self.chances.pairs
        return Dealings(
            tally=self.chances.tally, source=int(pairs.source[self.pair]), target=int(pairs.target[self.pair])
        )

    def thin(self, type: int) -> bool:
        """Whether the record tells too little of the pair, or of this act between them, to be more than a base rate."""
        settings, acts = chance_settings(), len(self.dealings.rows("pair", type))
        never = not len(self.dealings.rows("recurrence", type))
        return acts < settings.thin_acts or (acts < settings.thin_untold and never)

    def shape(self, type: int) -> float:
        """Shape of the gamma distribution of an act's rate: how much is known of it, in acts."""
        spread, own = chance_settings().spread, len(self.dealings.rows("recurrence", type))
        others = min(max(len(self.dealings.rows("pair", type)) - own, 0), spread["most_others"])
        return spread["alone"] + spread["own"] * own + spread["other"] * others

    def evidence(self, type: int) -> list[Reason]:
        """Reasons with what each adds, the strongest first, without those fainter than `faint`."""
        counted = [self._counted(kind, type, weight) for kind, weight in self._weights(type).items()]
        told = [r for r in (*counted, *self._answers(type)) if abs(r.weight) >= chance_settings().faint]
        return sorted(told, key=lambda reason: -abs(reason.weight))

    def base(self, type: int) -> Reason:
        """The base rate, from which the log-odds start; its weight is the level of a pair of which all is usual."""
        rates, counts, pairs = self.chances.base_rates, self.chances.rates.counts, self.chances.pairs
        name = self.dealings.pair_class
        rows = [counts.classes.index(name)] if name in counts.classes else list(range(len(counts.classes)))
        numbers: dict[str, Figure] = {
            "type": TYPES[type],
            "class": name,
            "per_year": round(float(pairs.per_day[self.pair, type]) * 365.25, 4),
            "count": int(counts.acts[rows, type].sum()),
            "pairs": round(float(counts.days[rows].sum()) / 365.0),
            "coverage": round(rates.coverage, 4),
            "origin": self.chances.rates.origin,
        }
        level = float(self.chances.parts[self.pair, type, KINDS.index(LEVEL)])
        return Reason(kind="base_rate", weight=level, numbers=numbers)

    def coverage(self) -> Reason:
        """How little the graph tells, as a reason of weight 0: it is within the base rate."""
        tally = self.chances.tally
        numbers: dict[str, Figure] = {
            "share": round(self.chances.base_rates.coverage, 4),
            "events": len(tally.graph),
            "days": tally.days,
            "dealings": len(self.dealings.rows("pair", 0)),
        }
        return Reason(kind="coverage", weight=0.0, numbers=numbers)

    def _weights(self, type: int) -> dict[str, float]:
        parts = dict(zip(KINDS, self.chances.parts[self.pair, type].tolist(), strict=True))
        if mutual_types()[type]:  # the other's act is the same act
            parts["recurrence"] += parts.pop("returned")
        return {kind: weight for kind, weight in parts.items() if kind not in (*_ANSWERS, LEVEL)}

    def _counted(self, kind: str, type: int, weight: float) -> Reason:
        rows = self.dealings.rows(kind, type)
        name = _NAMES.get(kind, (kind, kind))[weight < 0]
        if kind == "recurrence" and not len(rows):
            name = "never"
        shown = chance_settings().listed_busy if kind in _BUSY else chance_settings().listed_events
        events = () if kind == "trend" else self.dealings.events(rows, shown)
        return Reason(kind=name, weight=weight, numbers=self.dealings.figures(kind, type), events=events)

    def _answers(self, type: int) -> Iterator[Reason]:
        for direction, lifts in ((OWN, self._lifts[0]), (BACK, self._lifts[1])):
            for before in np.flatnonzero(np.abs(lifts[:OTHER, type]) >= chance_settings().faint).tolist():
                yield self._rule(direction, before, type)

    @cached_property
    def _lifts(self) -> tuple[Array, Array]:
        own, back = (self._lifts_of(direction) for direction in (OWN, BACK))
        # An earlier act of a mutual type is one act, so it makes one reason.
        same = np.append(mutual_types(), False)[:, None]
        return np.where(same, own + back, own), np.where(same, 0.0, back)

    def _lifts_of(self, direction: int) -> Array:
        here = self.chances.lifts(self.pair, direction)
        there = self.back.lifts(self.pair, BACK if direction == OWN else OWN)
        return np.where(mutual_types(), (here + there) / 2, here)

    def _rule(self, direction: int, before: int, type: int) -> Reason:
        dealings, rates, lags = self.dealings, self.chances.rates, chance_settings().lags
        a, b = (dealings.source, dealings.target)[:: 1 if direction == OWN else -1]
        age = int(ages(self.chances.tally, np.array([a]), np.array([b]))[0, before])
        horizon, _ = max(blend(self.chances.within), key=lambda part: part[1])
        rows = dealings.latest(a, b, before)
        latest = int(dealings.graph.day[rows[-1]])
        numbers: dict[str, Figure] = {
            **dealings.ends,
            "before_type": TYPES[before],
            "type": TYPES[type],
            "day": date.fromordinal(latest).isoformat(),
            "ago": self.chances.tally.day - 1 - latest,
            "age_from": (0, *lags)[age],
            "age_to": lags[age] - 1,
            "within": chance_settings().horizons[horizon],
            "answered": int(rates.followed[horizon, direction, before, age, type]),
            "total": int(rates.cases[horizon, direction, before, age]),
            "origin": rates.origin,
        }
        weight = float(self._lifts[direction][before, type])
        events = dealings.events(rows, chance_settings().listed_events)
        return Reason(kind=_ANSWERS[direction], weight=weight, numbers=numbers, events=events)
