"""The additive model: softmax over the candidates of a question of a sum of weights, one for each piece of evidence."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.candidates import CANDIDATE, Pool, gather
from stateofplay.forecast.compiled import compiled
from stateofplay.forecast.evidence import Frame, measure
from stateofplay.forecast.ground import place
from stateofplay.forecast.history import Facts, Tables, end_of_question

_SMALL: Final = 1e-3  # a probability that is off by less teaches nothing


@compiled
def ask(tables: Tables, pool: Pool, frame: Frame, learned: Any, question: tuple[int, int, int]) -> Any:
    """Score the candidates of a question (day, actor, side); returns their number."""
    weights, starts, _ = learned
    count = gather(tables, pool, question, frame.found)
    measure(tables, pool, question, frame, count)
    place(tables, question, frame, count, starts)
    for c in range(count):
        total = 0.0
        for k in range(frame.many[c]):
            total += weights[frame.slots[c, k], 0]
        frame.score[c] = total
    return count


@compiled
def learn(tables: Tables, pool: Pool, frame: Frame, learned: Any, facts: Facts) -> None:
    """Learn from each question that the facts of a day answer, as it would have been asked the day before."""
    begin = 0
    while begin < len(facts.a):
        end = end_of_question(facts, begin)
        count = ask(tables, pool, frame, learned, (facts.day, facts.a[begin], facts.side[begin]))
        if count > 0:
            _step(frame, learned, count, facts.b[begin:end])
        begin = end


@compiled
def _step(frame: Frame, learned: Any, count: int, answers: NDArray[np.int32]) -> None:
    """One step of AdaGrad down the cross-entropy of the softmax, the answers sharing the target evenly."""
    top, total, hits = frame.score[:count].max(), 0.0, 0
    for c in range(count):
        total += np.exp(frame.score[c] - top)
        hits += _among(answers, frame.found[c, CANDIDATE])
    if hits == 0:
        return
    for c in range(count):
        target = 1.0 / hits if _among(answers, frame.found[c, CANDIDATE]) else 0.0
        pull = np.exp(frame.score[c] - top) / total - target
        if abs(pull) > _SMALL:
            _move(learned, frame.slots[c, : frame.many[c]], pull)


@compiled
def _move(learned: Any, slots: NDArray[np.int32], pull: float) -> None:
    weights, starts, rates = learned
    for slot in slots:
        group = 0
        while slot >= starts[group + 1]:
            group += 1
        slope = pull + rates[-1] * weights[slot, 0]
        weights[slot, 1] += slope * slope
        weights[slot, 0] -= rates[group] * slope / np.sqrt(weights[slot, 1])


@compiled
def _among(answers: NDArray[np.int32], who: int) -> Any:
    place = np.searchsorted(answers, who)
    return place < len(answers) and answers[place] == who
