"""The additive model: softmax over the candidates of a question of a sum of weights, one for each piece of evidence."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.candidates import CANDIDATE, Pool, gather
from stateofplay.forecast.compiled import compiled
from stateofplay.forecast.evidence import Frame, measure
from stateofplay.forecast.ground import place, seen_class
from stateofplay.forecast.history import Facts, Tables, end_of_question
from stateofplay.forecast.likeness import compare, draw, settle

_SMALL: Final = 1e-3  # a probability that is off by less teaches nothing
_NONE_LEFT: Final = 1e-9  # where all candidates are answers


Learned = tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.float64], NDArray[np.float32]]
"""Weights with the squares of their slopes, where each group of them begins, rates, vectors with their squares.

`rates[group, class]` are steps by group of weights and class of candidate, then those of likeness and the shrinking.
"""


@compiled
def ask(tables: Tables, pool: Pool, frame: Frame, learned: Learned, question: tuple[int, int, int]) -> Any:
    """Score the candidates of a question (day, actor, side); returns their number."""
    weights, starts, _, vectors = learned
    count = gather(tables, pool, question, frame.found)
    measure(tables, pool, question, frame, count)
    place(tables, question, frame, count, starts)
    compare(tables, vectors, question, frame, count)
    for c in range(count):
        total = frame.alike[c]
        for k in range(frame.many[c]):
            total += weights[frame.slots[c, k], 0]
        frame.score[c] = total
    return count


@compiled
def learn(tables: Tables, pool: Pool, frame: Frame, learned: Learned, facts: Facts) -> None:
    """Learn from each question that the facts of a day answer, as it would have been asked the day before."""
    begin = 0
    while begin < len(facts.a):
        end = end_of_question(facts, begin)
        # As wide as from Python: with numbers of another kind all that lies below would be compiled a second time.
        question: Any = (np.int64(facts.day), np.int64(facts.a[begin]), np.int64(facts.side[begin]))
        count = ask(tables, pool, frame, learned, question)
        if count > 0:
            _step(tables, frame, learned, count, facts.b[begin:end])
        begin = end


@compiled
def _step(tables: Tables, frame: Frame, learned: Learned, count: int, answers: NDArray[np.int32]) -> None:
    """One step of AdaGrad down the cross-entropy of each answer, held against the candidates that are no answers.

    So each is learned as it is scored, and a question with ten answers teaches ten times as much as one with one.
    """
    _, _, rates, vectors = learned
    odds, right = np.exp(frame.score[:count] - frame.score[:count].max()), np.zeros(count, dtype=np.bool_)
    for c in range(count):
        right[c] = _among(answers, frame.found[c, CANDIDATE])
    if not right.any():
        return
    wrong = odds[~right].sum() + _NONE_LEFT
    push = (1.0 / (odds[right] + wrong)).sum()
    for c in range(count):
        pull = -wrong / (odds[c] + wrong) if right[c] else odds[c] * push
        if abs(pull) > _SMALL:
            seen = seen_class(frame.found[c])
            _move(learned, frame.slots[c, : frame.many[c]], pull, seen)
            if seen == 0:
                draw(tables, vectors, frame, c, (pull, rates[-2, 0], rates[-1, 0]))
    settle(vectors, frame, rates[-2, 0], rates[-1, 0])


@compiled
def _move(learned: Learned, slots: NDArray[np.int32], pull: float, seen: int) -> None:
    weights, starts, rates, _ = learned
    for slot in slots:
        group = 0
        while slot >= starts[group + 1]:
            group += 1
        # Of what stands still not even the square is kept, so that it costs nothing.
        if rates[group, seen] > 0.0:
            slope = pull + rates[-1, seen] * weights[slot, 0]
            weights[slot, 1] += slope * slope
            weights[slot, 0] -= rates[group, seen] * slope / np.sqrt(weights[slot, 1])


@compiled
def _among(answers: NDArray[np.int32], who: int) -> Any:
    place = np.searchsorted(answers, who)
    return place < len(answers) and answers[place] == who
