"""Ground: which weights each piece of evidence stands on. One weight a piece, so that a score is an exact sum."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.candidates import CANDIDATE, OF_ACTOR, OF_PAIR, OF_TRIPLE
from stateofplay.forecast.compiled import compiled
from stateofplay.forecast.evidence import (
    ABROAD_TO,
    ACTIVE,
    ASKER,
    CHAIN,
    DEVOTED,
    ECHO,
    FOLLOWED,
    KNOWN,
    LEAD,
    NTH,
    NUMBERS,
    OWN,
    OWN_SHARE,
    POPULAR,
    POPULAR_SHARE,
    RHYTHM,
    SINCE,
    SORT,
    TOGETHER,
    TOGETHER_SHARE,
    TYPICAL,
    WALK,
    WIDTH,
    Frame,
)
from stateofplay.forecast.history import (
    BESIDE,
    COUNTRY,
    FADING,
    HEAD,
    LAGS,
    LASTING,
    NEXT,
    NONE,
    ROLE,
    WHAT,
    Tables,
    lag_of,
)

CLASSES: Final = 40
"""Classes of a number; the first is 0, the last all that is larger."""
COARSE: Final = CLASSES // 2
JOINED: Final = np.array(
    [
        (SINCE, OWN + LASTING),
        (SINCE + 1, TOGETHER + LASTING),
        (OWN_SHARE + 4, POPULAR_SHARE + 1),
        (POPULAR + FADING + 1, ACTIVE + 1),
        (FOLLOWED + 1, SINCE),
        (SINCE, KNOWN + 2),
        (SINCE + 1, KNOWN + 1),
        (WALK, POPULAR + FADING),
        (OWN_SHARE + 2, FOLLOWED + 2),
        (SINCE, SINCE + 1),
        (OWN_SHARE + 4, TOGETHER_SHARE + 1),
        (OWN_SHARE + 1, OWN_SHARE + 3),
        (POPULAR, OWN_SHARE + 3),
        (TYPICAL + 1, TOGETHER_SHARE + 1),
        (NTH, OWN_SHARE + 4),
        (NTH + 1, TOGETHER_SHARE + 1),
        (RHYTHM, SINCE),
        (WALK, POPULAR_SHARE),
        (WALK + 1, ABROAD_TO),
        (DEVOTED, SINCE + 1),
        (FOLLOWED + 1, OWN_SHARE + 4),
        (FOLLOWED + 2, TOGETHER_SHARE),
        (LEAD + 1, LEAD + 3),
        (LEAD + 5, SINCE),
        (LEAD + 5, LEAD),
        (LEAD + 7, LEAD + 4),
        (WALK + 1, POPULAR_SHARE + 1),
        (SORT + 1, WALK + 1),
        (SORT, ACTIVE),
        (RHYTHM + 1, SINCE + 1),
        (TYPICAL + 1, OWN + LASTING),
        (ABROAD_TO + 2, POPULAR + LASTING),
        (WALK + 2, SINCE + 3),
        (ASKER, OWN_SHARE + 4),
        (ASKER + 1, SINCE + 1),
        (ASKER, POPULAR_SHARE + 1),
        (ASKER + 1, WALK + 1),
        (ECHO + 1, POPULAR_SHARE),
        (ECHO, WALK + 1),
        (LEAD + 6, ASKER),
    ],
    dtype=np.int64,
)
"""Pairs of numbers that are also looked at together."""
HASHED: Final = 22
"""Identities share two to the power of this many weights."""
IDENTITIES: Final = 15
RECENT: Final = 3
"""Classes of days (of LAGS) within which what befell a candidate may spread."""
_SPREAD: Final = 24  # latest sides of a candidate that are looked at
WIDEST: Final = 2 * (WIDTH + len(JOINED)) + IDENTITIES + CHAIN + _SPREAD
SEEN: Final = 3
"""Classes of candidates: those whom the actor never met, met, and did this to. Each has its own shared weights."""

_SCALES = [scale for _, many, scale in NUMBERS for _ in range(many)]
_SHIFT: Final = np.array([23 - int(np.log2(per_doubling)) for per_doubling, _ in _SCALES])
_BASE: Final = np.array([(lowest + 127) * per_doubling - 1 for per_doubling, lowest in _SCALES])

GROUPS: Final = ("shared", "by_side", "joint", "joint_by_side", "rules", "spread", "identity")
"""Groups of weights, in the order in which they stand in one table."""
SHARED, BY_SIDE, JOINT, JOINT_BY_SIDE, RULES, SPREAD, IDENTITY = range(len(GROUPS))


def bounds(sides: int) -> NDArray[np.int64]:
    """Where each group of weights begins for so many sides, and last where all end."""
    numbers, joints = WIDTH * CLASSES, len(JOINED) * COARSE**2
    sizes = [SEEN * numbers, sides * numbers, SEEN * joints, sides * joints]
    sizes += [sides * sides * LAGS, sides * sides * RECENT, 1 << HASHED]
    return np.append(0, np.cumsum(sizes))


def widened(weights: NDArray[np.float32], sides: int, wanted: int, fresh: float) -> NDArray[np.float32]:
    """The weights moved to where they stand with `wanted` sides; new ones are 0, their square `fresh`."""
    old, new = bounds(sides), bounds(wanted)
    wider = np.zeros((new[-1], 2), dtype=np.float32)
    wider[:, 1] = fresh
    for group in (SHARED, BY_SIDE, JOINT, JOINT_BY_SIDE, IDENTITY):
        many = old[group + 1] - old[group]
        wider[new[group] : new[group] + many] = weights[old[group] : old[group + 1]]
    for group in (RULES, SPREAD):
        square = weights[old[group] : old[group + 1]].reshape(sides, sides, -1, 2)
        wider[new[group] : new[group + 1]].reshape(wanted, wanted, -1, 2)[:sides, :sides] = square
    return wider


@compiled
def place(tables: Tables, question: tuple[int, int, int], frame: Frame, count: int, starts: NDArray[np.int64]) -> None:
    """Fill `slots` and `many` of the candidates of a question (day, actor, side)."""
    day, actor, side = question
    for c in range(count):
        found = frame.found[c]
        k = _numbers(frame.numbers[c].view(np.int32), frame.slots[c], seen_class(found), side, starts)
        k = _identities(tables, (day, actor, side), found, frame.slots[c], k, starts[IDENTITY])
        k = _chains(tables, (day, actor, side), found, frame.slots[c], k, starts)
        frame.many[c] = k


@compiled
def seen_class(found: Any) -> Any:
    """Class of a candidate: 0 for one whom the actor never met, 1 for a partner, 2 for one to whom it did this."""
    return np.int64(found[OF_PAIR] >= 0) + np.int64(found[OF_TRIPLE] >= 0)


@compiled
def _class(bits: NDArray[np.int32], i: int) -> Any:
    """Class of a number by the bits of its exponent and the first of its fraction."""
    return min(max((bits[i] >> _SHIFT[i]) - _BASE[i], 0), CLASSES - 1)


@compiled
def _numbers(bits: NDArray[np.int32], slots: NDArray[np.int32], seen: int, side: int, starts: NDArray[np.int64]) -> Any:
    k = 0
    for i in range(WIDTH):
        own = _class(bits, i)
        slots[k] = starts[SHARED] + (seen * WIDTH + i) * CLASSES + own
        slots[k + 1] = starts[BY_SIDE] + (side * WIDTH + i) * CLASSES + own
        k += 2
    for j in range(len(JOINED)):
        both = _class(bits, JOINED[j, 0]) // 2 * COARSE + _class(bits, JOINED[j, 1]) // 2
        slots[k] = starts[JOINT] + (seen * len(JOINED) + j) * COARSE * COARSE + both
        slots[k + 1] = starts[JOINT_BY_SIDE] + (side * len(JOINED) + j) * COARSE * COARSE + both
        k += 2
    return k


@compiled
def _identities(tables: Tables, question: tuple[int, int, int], found: Any, slots: Any, k: int, start: int) -> Any:
    """Who the two are, and of which role and country: what is usual between such."""
    _, actor, side = question
    who, met = found[CANDIDATE], np.int64(found[OF_PAIR] >= 0)
    # Who was met is told by the past of the two, so an identity means another thing there.
    own = 64 * seen_class(found)
    home, role = tables.heads[actor, COUNTRY], tables.heads[actor, ROLE]
    country, rank = tables.heads[who, COUNTRY], tables.heads[who, ROLE]
    same = np.int64(home == country and home >= 0)
    slots[k] = start + hashed(own + 1, side, who, 0)
    slots[k + 1] = start + hashed(own + 2, actor, who, 0)
    slots[k + 2] = start + hashed(own + 3, actor, side, who)
    slots[k + 3] = start + hashed(own + 4, home, side, who)
    slots[k + 4] = start + hashed(own + 5, role, side, who)
    slots[k + 5] = start + hashed(own + 6, actor, country, 0)
    slots[k + 6] = start + hashed(own + 7, actor, side, rank)
    slots[k + 7] = start + hashed(own + 8, role * 2 + same, side, rank)
    slots[k + 8] = start + hashed(own + 9, side, same * 2 + met, rank)
    slots[k + 9] = start + hashed(own + 10, home, country, side)
    slots[k + 10] = start + hashed(own + 11, role * 2 + same, side * 2 + met, rank)
    slots[k + 11] = start + hashed(own + 12, home, country, rank)
    slots[k + 12] = start + hashed(own + 13, role * 2 + same, rank, 0)
    slots[k + 13] = start + hashed(own + 14, side, country, rank)
    slots[k + 14] = start + hashed(own + 15, home, who, 0)
    return k + IDENTITIES


@compiled
def _chains(tables: Tables, question: tuple[int, int, int], found: Any, slots: Any, k: int, starts: Any) -> Any:
    """What happened between the two, each act once with its lag; and what befell the candidate lately."""
    day, _, side = question
    sides = len(tables.hits)
    row, left = tables.rows[found[OF_PAIR], HEAD] if found[OF_PAIR] >= 0 else NONE, CHAIN
    while row >= 0 and left > 0:
        slots[k] = starts[RULES] + (side * sides + tables.rows[row, WHAT]) * LAGS + lag_of(tables, row, day)
        row, left, k = tables.rows[row, NEXT], left - 1, k + 1
    row, left = tables.rows[found[OF_ACTOR], HEAD] if found[OF_ACTOR] >= 0 else NONE, _SPREAD
    while row >= 0 and left > 0 and lag_of(tables, row, day) < RECENT:
        slots[k] = starts[SPREAD] + (side * sides + tables.rows[row, WHAT]) * RECENT + lag_of(tables, row, day)
        row, left, k = tables.rows[row, BESIDE], left - 1, k + 1
    return k


@compiled
def hashed(kind: Any, a: Any, b: Any, c: Any) -> Any:
    """Place of an identity among those of two to the power of HASHED; what shares a place shares a weight."""
    h = np.int64(kind) * np.int64(-7046029254386353131) + np.int64(a) * np.int64(-4417276706812531889)
    h = (h ^ (h >> 29)) * np.int64(1609587929392839161) + np.int64(b) * np.int64(-2381459717836149591)
    h = (h ^ (h >> 32)) * np.int64(-7723592293110705685) + np.int64(c) * np.int64(2685821657736338717)
    return (h ^ (h >> 31)) & ((1 << HASHED) - 1)
