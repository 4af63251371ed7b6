"""A board: the record folded up to a day, as far as was published by another. Always computed, never edited."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

import numpy as np
import pyarrow as pa

from stateofplay.board.act import acts_from
from stateofplay.board.curve import curve_of
from stateofplay.board.evidence import Evidence, evidence_from
from stateofplay.board.fold import Fold, fold
from stateofplay.board.relation import Point, Relation, Weighed
from stateofplay.board.score import Ints
from stateofplay.board.weights import Weights, published_weights
from stateofplay.knowledge.actor import resolve
from stateofplay.record.record import Record


@dataclass(frozen=True, kw_only=True)
class Board:
    """Relations between all ordered pairs on day `on`, from what was published up to `known` (None: everything).

    `board["KOR", "CHN"]` is the conduct of KOR toward CHN; a pair without events has score 0 and the widest band.
    A name in any language does for an id; NotFound for what names no state or actor.
    """

    on: date
    known: date | None
    weights: Weights
    evidence: Evidence = field(repr=False)
    record: Record = field(repr=False)

    def __getitem__(self, pair: tuple[str, str]) -> Relation:
        number = self._number.get(pair, -1)
        if number < 0:
            source, target = pair
            pair = self._named(source), self._named(target)
            number = self._number.get(pair, -1)
        return self._relation(pair, number)

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.relations)

    def __len__(self) -> int:
        return len(self.relations)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation with an event by `on`, the one furthest from 0 first."""
        found = np.flatnonzero(self._fold.count > 0)
        order = found[np.argsort(-np.abs(self._fold.scores.score[found]), kind="stable")]
        return tuple(self._relation(self.evidence.pairs[number], number) for number in order.tolist())

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Actors that stand in a relation, the one whose events weigh most first."""
        weight: dict[str, float] = {}
        for pair, total in zip(self.evidence.pairs, self._fold.weight.tolist(), strict=False):
            for actor in pair:
                weight[actor] = weight.get(actor, 0.0) + total
        return tuple(sorted((actor for actor in weight if weight[actor]), key=lambda actor: (-weight[actor], actor)))

    @property
    def unplaced(self) -> int:
        """Number of events that move nothing because neither they nor any document that tells them has a day."""
        return int(np.count_nonzero(self.evidence.acts.factor == 0))

    def domestic(self, actor: str) -> tuple[Weighed, ...]:
        """What `actor` did by `on` that concerns nobody else, the freshest first; it moves no relation."""
        acts = self.evidence.domestic(actor)
        weight = self._fold.act_weight[acts]
        return self._weighed(acts[np.argsort(-weight, kind="stable")], total=np.inf)

    def contributions(self, source: str, target: str) -> tuple[list[str], list[float]]:
        """Ids of the events behind a relation, and the points that each gives to its score: they add up to it."""
        acts, total = self._behind((source, target))
        points = self._fold.act_weight[acts] * self.evidence.acts.intensity[acts] / total
        return self.evidence.acts.id[acts].tolist(), points.tolist()

    def curve(self, source: str, target: str, first: date, last: date, *, points: int = 400) -> tuple[Point, ...]:
        """Score and band of one relation from `first` to `last`, both included, in at most `points` even steps."""
        return curve_of(self.evidence, (source, target), first, last, self.weights, points=points)

    def table(self) -> pa.Table:
        """All relations as a table, one row each, columns as in `Relation.as_json`."""
        return pa.Table.from_pylist([relation.as_json() for relation in self.relations])

    @cached_property
    def _fold(self) -> Fold:
        return fold(self.evidence, self.on, self.weights)

    @cached_property
    def _number(self) -> dict[tuple[str, str], int]:
        return {pair: number for number, pair in enumerate(self.evidence.pairs)}

    def _relation(self, pair: tuple[str, str], number: int) -> Relation:
        columns = self._fold
        trend = {days: float(change[number]) for days, change in columns.trend.items()}
        return Relation(
            source=pair[0],
            target=pair[1],
            on=self.on,
            score=float(columns.scores.score[number]),
            low=float(columns.scores.low[number]),
            high=float(columns.scores.high[number]),
            trend=trend,
            direction=_direction(trend[self.weights.trend_days[0]], self.weights.steady_below),
            count=int(columns.count[number]),
            tellings=int(columns.tellings[number]),
            sources=int(columns.sources[number]),
            few_sources=int(columns.sources[number]) < self.weights.few_sources,
            evidence=partial(self._evidence_of, pair),
        )

    def _named(self, text: str) -> str:
        """The id of an actor: one of the record's own, known to us or not, stands for itself."""
        return text if text in self._standing else resolve(text)

    @cached_property
    def _standing(self) -> frozenset[str]:
        return frozenset(actor for pair in self.evidence.pairs for actor in pair)

    def _evidence_of(self, pair: tuple[str, str]) -> tuple[Weighed, ...]:
        acts, total = self._behind(pair)
        pull = np.abs(self._fold.act_weight * self.evidence.acts.intensity)[acts]
        return self._weighed(acts[np.argsort(-pull, kind="stable")], total=total)

    def _behind(self, pair: tuple[str, str]) -> tuple[Ints, float]:
        """The acts that count in a relation, and what their weighted intensities are divided by."""
        acts = self.evidence.acts_of(pair)
        total = self.weights.prior_events + self._fold.weight[self._number.get(pair, -1)]
        return acts[self._fold.act_weight[acts] > 0], float(total)

    def _weighed(self, acts: Ints, *, total: float) -> tuple[Weighed, ...]:
        acts = acts[self._fold.act_weight[acts] > 0]
        weight, intensity = self._fold.act_weight[acts], self.evidence.acts.intensity[acts]
        events = self.record.events(ids=self.evidence.acts.id[acts].tolist(), known=self.known)
        by_id = {event.id: event for event in events}
        return tuple(
            Weighed(event=by_id[name], weight=w, intensity=x, contribution=w * x / total)
            for name, w, x in zip(self.evidence.acts.id[acts], weight.tolist(), intensity.tolist(), strict=True)
        )


def board_of(record: Record, on: date, known: date | None = None) -> Board:
    """The board of `record` on the day `on`, from what was published up to `known`, by the published weights."""
    weights = published_weights()
    evidence = evidence_from(acts_from(record.event_table(known), weights))
    return Board(on=on, known=known, weights=weights, evidence=evidence, record=record)


def _direction(change: float, steady_below: float) -> str:
    if abs(change) < steady_below:
        return "steady"
    return "rising" if change > 0 else "falling"
