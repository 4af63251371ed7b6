"""A ranking: the candidates of a question in order, each score the exact sum of what speaks for it and against it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """Candidates for the missing actor of a question, the likeliest first.

    `score` is a log-odds up to a constant; `probability` is its softmax: that the actor is this one, if there is an
    answer among the candidates. `parts[kind][c]` is what evidence of a kind adds to the score of candidate c; all
    kinds add up to it. Empty where nobody is known.
    """

    actors: tuple[str, ...]
    score: Scores
    probability: Scores
    parts: Mapping[str, Scores]

    def __len__(self) -> int:
        return len(self.actors)

    def plus(self, kind: str, adds: Scores) -> "Ranking":
        """The ranking with one more kind of evidence that adds so much to each score; probabilities stay."""
        score = self.score + adds
        order = np.argsort(-score, kind="stable")
        parts = {**self.parts, kind: adds}
        return Ranking(
            actors=tuple(self.actors[c] for c in order.tolist()),
            score=score[order],
            probability=self.probability[order],
            parts={name: part[order] for name, part in parts.items()},
        )
