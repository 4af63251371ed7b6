"""View: what trees see of the first candidates of a question, one row each, known the day before like all evidence."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.additive import Learned
from stateofplay.forecast.candidates import CANDIDATE, OF_PAIR, OF_TRIPLE
from stateofplay.forecast.compiled import compiled
from stateofplay.forecast.evidence import FOLLOWED, OWN, POPULAR, TOGETHER, WALK, WIDTH, Frame
from stateofplay.forecast.ground import IDENTITIES, JOINED, SPREAD
from stateofplay.forecast.history import COUNTRY, FADING, LASTING, SUMS, Tables

_COMPARED: Final = np.array(
    [
        *range(OWN, OWN + SUMS),
        *range(TOGETHER, TOGETHER + SUMS),
        *range(POPULAR, POPULAR + SUMS),
        *range(FOLLOWED, FOLLOWED + 3),
        *range(WALK, WALK + 3),
    ]
)
"""Numbers that are also given as shares of the largest among all candidates."""
_PARTS: Final = 5 + IDENTITIES
_STANDING: Final = 4
_QUESTION: Final = 9
COLUMNS: Final = WIDTH + len(_COMPARED) + _PARTS + _STANDING + _QUESTION
"""Columns of a view."""
_TINY: Final = 1e-9


@compiled
def view(
    tables: Tables, frame: Frame, question: tuple[int, int, int], learned: Learned, order: NDArray[np.int64], first: int
) -> NDArray[np.float32]:
    """What trees see of the `first` of the candidates that `order` names, the best first: an array with COLUMNS.

    First the numbers of a candidate, these beside the largest, and what kinds of evidence add to its score; then how
    its score stands among all, and last what is the same for all candidates of the question.
    """
    rows = np.zeros((min(first, len(order)), COLUMNS), dtype=np.float32)
    best = np.zeros(len(_COMPARED), dtype=np.float32)
    for c in order:
        for i in range(len(_COMPARED)):
            best[i] = max(best[i], frame.numbers[c, _COMPARED[i]])
    top, total = frame.score[order[0]], np.exp(frame.score[order] - frame.score[order[0]]).sum()
    home = tables.heads[question[1], COUNTRY]
    for place in range(len(rows)):
        c, row = order[place], rows[place]
        row[:WIDTH] = frame.numbers[c]
        for i in range(len(_COMPARED)):
            row[WIDTH + i] = frame.numbers[c, _COMPARED[i]] / (best[i] + _TINY)
        k = WIDTH + len(_COMPARED)
        _parts(learned, frame.slots[c, : frame.many[c]], row[k : k + _PARTS])
        k += _PARTS
        row[k], row[k + 1], row[k + 2] = frame.score[c] - top, frame.score[c] - top - np.log(total), place
        row[k + 3] = home >= 0 and home == tables.heads[frame.found[c, CANDIDATE], COUNTRY]
    _question(frame, order, total, rows[:, COLUMNS - _QUESTION :])
    return rows


@compiled
def _parts(learned: Learned, slots: NDArray[np.int32], into: NDArray[np.float32]) -> None:
    """Sums of weights: of numbers, numbers by side, conjunctions, what happened, what befell; and each identity."""
    weights, starts, _, _ = learned
    for i in range(WIDTH):
        into[0] += weights[slots[2 * i], 0]
        into[1] += weights[slots[2 * i + 1], 0]
    identities = 2 * WIDTH + 2 * len(JOINED)
    for k in range(2 * WIDTH, identities):
        into[2] += weights[slots[k], 0]
    for k in range(identities + IDENTITIES, len(slots)):
        into[3 if slots[k] < starts[SPREAD] else 4] += weights[slots[k], 0]
    for i in range(IDENTITIES):
        into[5 + i] = weights[slots[identities + i], 0]


@compiled
def _question(frame: Frame, order: NDArray[np.int64], total: float, into: NDArray[np.float32]) -> None:
    """What is the same for all: how sure the sum is, how many candidates, of which met, and done to, and the totals."""
    top, doubt, met, done = frame.score[order[0]], np.log(total), 0, 0
    for c in order:
        doubt += (top - frame.score[c]) * np.exp(frame.score[c] - top) / total
        met += frame.found[c, OF_PAIR] >= 0
        done += frame.found[c, OF_TRIPLE] >= 0
    into[:, 0], into[:, 1], into[:, 2], into[:, 3] = doubt, len(order), met, done
    into[:, 4], into[:, 5] = frame.totals[0, FADING], frame.totals[0, LASTING]
    into[:, 6], into[:, 7] = frame.totals[1, FADING], frame.totals[1, LASTING]
    into[:, 8] = frame.totals[2, LASTING]
