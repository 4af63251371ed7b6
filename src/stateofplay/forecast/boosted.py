"""The boosted forecaster: orders the first candidates of the additive model anew, by trees over the same evidence.

It ranks better than the sum and explains less: what the trees add to a score is one more part of it, "trees". The
probability stays that of the additive model, since a score of trees is no log-odds.
"""

from importlib import import_module
from typing import Any, Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from stateofplay.errors import YourInput
from stateofplay.forecast.candidates import CANDIDATE
from stateofplay.forecast.forecaster import AdditiveForecaster
from stateofplay.forecast.graph import EventGraph
from stateofplay.forecast.history import Facts, end_of_question
from stateofplay.forecast.ranking import Ranking
from stateofplay.forecast.view import view
from stateofplay.knowledge.table import structure

_STEADY: Final = {"deterministic": True, "force_row_wise": True, "num_threads": 1, "verbosity": -1}
TREES: Final = "trees"
"""Kind of evidence: what the trees add to the score of the additive model."""


class Lesson(NamedTuple):
    """One question as the trees learn it: its first candidates, the best first, and which of them are answers."""

    day: int
    seen: NDArray[np.float32]
    answers: NDArray[np.bool_]


class BoostedForecaster:
    """Ranks like an AdditiveForecaster, then orders the first candidates by gradient-boosted trees.

    `fit` learns both in one walk: the trees see each question of the last days as the sum saw it before it was
    answered. `update` adds history and learns nothing. Needs the extra `boost`; YourInput says so where it is missing.
    """

    def __init__(self) -> None:
        settings: dict[str, Any] = structure("vocabulary", "forecast", "trees.yaml")
        self.additive = AdditiveForecaster()
        _boosting()
        self._days, self._first = int(settings["days"]), int(settings["first"])
        self._learned, self._models = int(settings["learned"]), int(settings["models"])
        self._weight = float(settings["weight"])
        self._rounds, self._shape = int(settings["rounds"]), dict(settings["shape"])
        self._lessons: list[Lesson] = []
        self._trees: list[Any] = []

    def fit(self, graph: EventGraph) -> Self:
        """Learn from every day of the graph what would have been known before it, and add it to the history."""
        since = int(graph.day[-1]) - self._days if len(graph) else 0
        for facts in self.additive.chronicle.days(graph):
            if facts.day > since:
                self._lessons += self._asked(facts)
            self.additive.learn(facts)
        self._lessons = [lesson for lesson in self._lessons if lesson.day > since]
        self._trees = self._grown()
        return self

    def update(self, graph: EventGraph) -> Self:
        """Add the days of a graph to the history; sums and trees stay as they are."""
        self.additive.update(graph)
        return self

    def rank(self, source: str | None, type: str, target: str | None, *, day: int) -> Ranking:
        """As AdditiveForecaster.rank, the first candidates ordered by trees too; `parts["trees"]` is what they add."""
        question = self.additive.question(source, type, target, day=day)
        order = self.additive.ask(question)
        adds = np.zeros(len(order))
        if self._trees and question is not None and len(order):
            seen = self._view(question, order, self._first)
            votes = [trees.predict(seen, raw_score=True) for trees in self._trees]
            adds[: len(seen)] = self._weight * np.mean(votes, axis=0)
            # The rest moves with the least of them, and so stays behind.
            adds[len(seen) :] = adds[: len(seen)].min()
        return self.additive.ranking(order).plus(TREES, adds)

    def _asked(self, facts: Facts) -> list[Lesson]:
        """A lesson of each question that the facts of a day answer, where an answer is among the first candidates."""
        lessons, begin = [], 0
        while begin < len(facts.a):
            end = end_of_question(facts, begin)
            question = (facts.day, int(facts.a[begin]), int(facts.side[begin]))
            order = self.additive.ask(question)
            answers = np.isin(self.additive.frame.found[order[: self._learned], CANDIDATE], facts.b[begin:end])
            if answers.any():
                lessons.append(Lesson(facts.day, self._view(question, order, self._learned), answers))
            begin = end
        return lessons

    def _view(self, question: tuple[int, int, int], order: NDArray[np.int64], first: int) -> NDArray[np.float32]:
        model = self.additive
        return view(model.chronicle.tables, model.frame, question, model.learned, order, first)

    def _grown(self) -> list[Any]:
        """Models that order the candidates of the lessons, alike but for their draws; none without a lesson."""
        if not self._lessons:
            return []
        seen = np.concatenate([lesson.seen for lesson in self._lessons])
        answers = np.concatenate([lesson.answers for lesson in self._lessons])
        questions = [len(lesson.answers) for lesson in self._lessons]
        boosting = _boosting()
        shape = {**self._shape, **_STEADY}
        lessons = boosting.Dataset(seen, answers.astype(np.int8), group=questions, params=shape)
        return [boosting.train({**shape, "seed": seed + 1}, lessons, self._rounds) for seed in range(self._models)]


def _boosting() -> Any:
    try:
        return import_module("lightgbm")
    except ImportError as error:
        raise YourInput(
            "the boosted forecaster needs the package lightgbm",
            mend="install it with: pip install 'stateofplay[boost]'",
        ) from error
