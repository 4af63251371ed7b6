"""Likeness: who goes with whom where the two never met, as the product of two short vectors that are learned.

The asker's vector is the sum of one for the actor, its role, its country and the side that is asked about, the
candidate's of one for the actor, its role and its country: what befell others like them speaks for a pair that has no
past (a factorisation machine: Rendle, 2010). Pairs with a past are left to it, and get 0.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.candidates import CANDIDATE, OF_PAIR
from stateofplay.forecast.compiled import compiled
from stateofplay.forecast.evidence import Frame
from stateofplay.forecast.ground import hashed
from stateofplay.forecast.history import COUNTRY, ROLE, Tables

DIMENSIONS: Final = 16
BITS: Final = 16
"""Vectors are found by hash among two to the power of this many, so that memory does not grow with the actors."""
_ASKER, _CANDIDATE = 4, 3  # vectors that make up each sum
_SEED: Final = 1
_SPREAD: Final = 0.1  # of the first values: at 0 neither factor would ever move

Vectors = NDArray[np.float32]


def vectors_for(caution: float) -> Vectors:
    """Vectors before anything is learned: [row, 0] small values, the same at every start, [row, 1] the squares."""
    vectors = np.full((1 << BITS, 2, DIMENSIONS), caution, dtype=np.float32)
    vectors[:, 0] = np.random.default_rng(_SEED).normal(0.0, _SPREAD, (1 << BITS, DIMENSIONS))
    return vectors


@compiled
def compare(tables: Tables, vectors: Vectors, question: tuple[int, int, int], frame: Frame, count: int) -> None:
    """Fill `alike` of the candidates of a question (day, actor, side)."""
    rows, asker = frame.vector_rows, frame.asker
    _asker(tables, vectors, question, rows, asker)
    for c in range(count):
        frame.alike[c] = 0.0
        if frame.found[c, OF_PAIR] < 0:
            _candidate(tables, vectors, frame.found[c, CANDIDATE], rows, frame.other)
            for d in range(DIMENSIONS):
                frame.alike[c] += asker[d] * frame.other[d]


@compiled
def draw(tables: Tables, vectors: Vectors, frame: Frame, c: int, step: tuple[float, float, float]) -> None:
    """Move the vectors of candidate c by a step (pull, rate, shrink), and gather what moves the asker's."""
    pull, rate, shrink = step
    _candidate(tables, vectors, frame.found[c, CANDIDATE], frame.vector_rows, frame.other)
    for d in range(DIMENSIONS):
        frame.slope[d] += pull * frame.other[d]
    for i in range(_ASKER, _ASKER + _CANDIDATE):
        for d in range(DIMENSIONS):
            _shift(vectors[frame.vector_rows[i]], d, pull * frame.asker[d], (rate, shrink))


@compiled
def settle(vectors: Vectors, frame: Frame, rate: float, shrink: float) -> None:
    """Move the vectors of the asker by what was gathered, and forget it."""
    for i in range(_ASKER):
        for d in range(DIMENSIONS):
            _shift(vectors[frame.vector_rows[i]], d, frame.slope[d], (rate, shrink))
    frame.slope[:] = 0.0


@compiled
def _shift(vector: Vectors, d: int, slope: float, by: tuple[float, float]) -> None:
    slope += by[1] * vector[0, d]
    vector[1, d] += slope * slope
    vector[0, d] -= by[0] * slope / np.sqrt(vector[1, d])


@compiled
def _asker(tables: Tables, vectors: Vectors, question: tuple[int, int, int], rows: Any, into: Any) -> None:
    _, actor, side = question
    rows[0] = hashed(31, actor, 0, 0) & ((1 << BITS) - 1)
    rows[1] = hashed(32, tables.heads[actor, ROLE], 0, 0) & ((1 << BITS) - 1)
    rows[2] = hashed(33, tables.heads[actor, COUNTRY], 0, 0) & ((1 << BITS) - 1)
    rows[3] = hashed(34, side, 0, 0) & ((1 << BITS) - 1)
    _total(vectors, rows[:_ASKER], into)


@compiled
def _candidate(tables: Tables, vectors: Vectors, who: int, rows: Any, into: Any) -> None:
    rows[_ASKER] = hashed(35, who, 0, 0) & ((1 << BITS) - 1)
    rows[_ASKER + 1] = hashed(36, tables.heads[who, ROLE], 0, 0) & ((1 << BITS) - 1)
    rows[_ASKER + 2] = hashed(37, tables.heads[who, COUNTRY], 0, 0) & ((1 << BITS) - 1)
    _total(vectors, rows[_ASKER:], into)


@compiled
def _total(vectors: Vectors, rows: NDArray[np.int64], into: NDArray[np.float32]) -> None:
    into[:] = 0.0
    for row in rows:
        for d in range(DIMENSIONS):
            into[d] += vectors[row, 0, d]
