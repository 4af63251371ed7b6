"""The additive forecaster: learns from a graph day by day, and ranks who is missing from (source, type, ?, day)."""

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.additive import Learned, ask, learn
from stateofplay.forecast.candidates import CANDIDATE, pool_for
from stateofplay.forecast.chronicle import Chronicle
from stateofplay.forecast.evidence import NUMBERS, frame_for
from stateofplay.forecast.graph import EventGraph
from stateofplay.forecast.ground import GROUPS, IDENTITIES, JOINED, SEEN, SPREAD, WIDEST, bounds, widened
from stateofplay.forecast.history import Facts
from stateofplay.forecast.likeness import DIMENSIONS, vectors_for
from stateofplay.forecast.ranking import Ranking
from stateofplay.knowledge.table import structure

KINDS: tuple[str, ...] = (*(name for name, _, _ in NUMBERS), "conjunction", "habit", "rule", "spread", "likeness")
"""Kinds of evidence, by which the parts of a score are told apart."""

_NUMBER_KINDS = [kind for kind, (_, many, _) in enumerate(NUMBERS) for _ in range(2 * many)]
_CONJUNCTION, _HABIT, _RULE, _SPREAD, _LIKENESS = range(len(NUMBERS), len(KINDS))
_FIXED = np.array(_NUMBER_KINDS + [_CONJUNCTION] * (2 * len(JOINED)) + [_HABIT] * IDENTITIES)

Question = tuple[int, int, int]
Places = NDArray[np.int64]


class AdditiveForecaster:
    """Ranks by an exact sum of weights of evidence. Deterministic; adding a day costs in proportion to the day.

    >>> from stateofplay.forecast.graph import graph_from
    >>> facts = [(day, "USA", "CONSULT", "KOR" if day % 3 else "JPN") for day in range(30)]
    >>> forecaster = AdditiveForecaster().fit(graph_from(facts))
    >>> forecaster.rank("USA", "CONSULT", None, day=31).actors[0]
    'KOR'
    """

    def __init__(self) -> None:
        settings: dict[str, Any] = structure("vocabulary", "forecast", "ranking.yaml")
        self.chronicle = Chronicle()
        shrink = [settings["shrink"]] * SEEN
        self._rates = np.array([*(settings["rates"][group] for group in (*GROUPS, KINDS[_LIKENESS])), shrink])
        self._caution = float(settings["caution"])
        self._sides = self.chronicle.sides
        self._weights = np.zeros((bounds(self._sides)[-1], 2), dtype=np.float32)
        self._weights[:, 1] = self._caution
        self._vectors = vectors_for(float(settings["caution_likeness"]))
        self.frame = frame_for(WIDEST, DIMENSIONS)
        self._pool = pool_for(len(self.chronicle.tables.heads), self._sides)

    def fit(self, graph: EventGraph) -> Self:
        """Learn from every day of the graph what would have been known before it, and add it to the history."""
        for facts in self.chronicle.days(graph):
            self.learn(facts)
        return self

    def learn(self, facts: Facts) -> None:
        """Learn from the facts of the next day, and add them to the history."""
        self._make_room()
        learn(self.chronicle.tables, self._pool, self.frame, self.learned, facts)
        self.chronicle.add(facts)

    def update(self, graph: EventGraph) -> Self:
        """Add the days of a graph to the history; the weights stay as they are."""
        for facts in self.chronicle.days(graph):
            self.chronicle.add(facts)
        self._make_room()
        return self

    def rank(self, source: str | None, type: str, target: str | None, *, day: int) -> Ranking:
        """Who fills the one place of (source, type, target) that is None on the ordinal `day`.

        ValueError when none or both are missing, or when the history already holds that day.
        """
        question = self.question(source, type, target, day=day)
        return self.ranking(self.ask(question))

    def question(self, source: str | None, type: str, target: str | None, *, day: int) -> Question | None:
        """The question as numbers (day, actor, side); None for a type that no fact has had. ValueError as `rank`."""
        if (source is None) == (target is None):
            raise ValueError("one of source and target must be missing, and one given")
        if self.chronicle.last is not None and day <= self.chronicle.last:
            raise ValueError(f"the history already holds day {self.chronicle.last}: a forecast for {day} would peek")
        given = source if target is None else target
        side = self.chronicle.side(type, inverse=source is None)
        return None if side is None or given is None else (day, self.chronicle.asked(given), side)

    def ask(self, question: Question | None) -> Places:
        """Rows of `frame` that hold the candidates of a question, the best first; the next question overwrites them."""
        if question is None:
            return np.zeros(0, dtype=np.int64)
        self._make_room()
        count = ask(self.chronicle.tables, self._pool, self.frame, self.learned, question)
        found, score = self.frame.found[:count, CANDIDATE].tolist(), self.frame.score
        order = sorted(range(count), key=lambda c: (-score[c], self.chronicle.names[found[c]]))
        return np.array(order, dtype=np.int64)

    def ranking(self, order: Places) -> Ranking:
        """The candidates in these rows of `frame`, in this order."""
        score = self.frame.score[order].astype(np.float64)
        odds = np.exp(score - score.max(initial=0.0))
        parts = self._parts(order)
        return Ranking(
            actors=tuple(self.chronicle.names[who] for who in self.frame.found[order, CANDIDATE].tolist()),
            score=score,
            probability=odds / odds.sum() if len(odds) else odds,
            parts={kind: parts[:, k] for k, kind in enumerate(KINDS)},
        )

    @property
    def learned(self) -> Learned:
        """All that was learned, and how fast it is."""
        return self._weights, bounds(self._sides), self._rates, self._vectors

    def _make_room(self) -> None:
        tables = self.chronicle.tables
        if len(self._pool.mark) < len(tables.heads) or self._sides < self.chronicle.sides:
            self._pool = pool_for(len(tables.heads), self.chronicle.sides)
        if self._sides < self.chronicle.sides:
            self._weights = widened(self._weights, self._sides, self.chronicle.sides, self._caution)
            self._sides = self.chronicle.sides

    def _parts(self, order: Places) -> NDArray[np.float64]:
        """What each kind of evidence adds to the score of each of these candidates of the frame."""
        count = len(order)
        many, slots = self.frame.many[order, None], self.frame.slots[order]
        used = np.arange(slots.shape[1]) < many
        adds = np.where(used, self._weights[slots, 0], 0.0).astype(np.float64)
        starts = bounds(self._sides)
        kinds = np.where(slots < starts[SPREAD], _RULE, _SPREAD)
        kinds[:, : len(_FIXED)] = _FIXED
        rows = np.arange(count)[:, None] * len(KINDS) + kinds
        sums = np.bincount(rows.ravel(), weights=adds.ravel(), minlength=count * len(KINDS))
        parts = sums.astype(np.float64).reshape(count, len(KINDS))
        parts[:, _LIKENESS] = self.frame.alike[order]
        return parts
