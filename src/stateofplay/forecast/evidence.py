"""Evidence: what speaks for each candidate of a question, as numbers that the history gives."""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.candidates import (
    CANDIDATE,
    MOST,
    NTH_DONE,
    NTH_MET,
    OF_ACTOR,
    OF_DOES,
    OF_PAIR,
    OF_TRIPLE,
    Pool,
)
from stateofplay.forecast.compiled import compiled
from stateofplay.forecast.history import (
    ABROAD,
    ACTOR,
    ALIKE,
    COUNTRY,
    DAYS,
    DOES,
    FADING,
    FIRST,
    HEAD,
    LAST,
    LASTING,
    NEXT,
    SIDE,
    SUMS,
    WHAT,
    Tables,
    amount,
    find,
    lag_of,
    packed,
)

Scale = tuple[int, int]
AMOUNT: Final[Scale] = (2, -6)
SHARE: Final[Scale] = (2, -14)
SPAN: Final[Scale] = (4, 0)
"""How a number is cut into classes: so many to each doubling, from 2 to the power of the second on; 0 has its own."""

NUMBERS: Final[tuple[tuple[str, int, Scale], ...]] = (
    ("own", SUMS, AMOUNT),  # acts of the actor on this side toward the candidate, by half-life
    ("together", SUMS, AMOUNT),  # acts between the two of any kind
    ("popular", SUMS, AMOUNT),  # acts of anybody on this side toward the candidate
    ("active", 3, AMOUNT),  # acts of the candidate: of the last days, fading, lasting
    ("own_share", SUMS, SHARE),  # own acts in all of the actor's on this side
    ("together_share", 3, SHARE),  # acts between the two in all of the actor's
    ("popular_share", 2, SHARE),  # acts on this side toward the candidate in all on this side
    ("devoted", 2, SHARE),  # acts between the two in all of the candidate's
    ("typical", 2, SHARE),  # own acts in all between the two
    ("since", 4, SPAN),  # days since: own act, act between the two, act toward the candidate, act of the candidate
    ("rhythm", 2, AMOUNT),  # days since in mean gaps: own act, act between the two
    ("followed", 3, (2, -10)),  # how often such earlier acts were followed by this: sum, best, at least one
    ("walk", 3, SHARE),  # two steps through partners: fading, lasting, of the last days
    ("known", 3, SPAN),  # days since first: candidate, pair; days of acts between the two
    ("sort", 2, (2, -10)),  # acts on this side toward the candidate in all of the candidate's
    ("abroad", 4, AMOUNT),  # acts of the actor's country toward the candidate: lasting, fading; those on this side
    ("nth", 2, SPAN),  # place among those done to and met, the latest first
    ("lead", 8, (2, -10)),  # numbers of LED beside the largest among the candidates
    ("asker", 2, AMOUNT),  # acts of the actor on this side, and of any
    ("echo", 2, SHARE),  # acts on this side of the actor's partners toward the candidate: fading, lasting
)
"""Numbers by kind of evidence: name, how many, scale."""

WIDTH: Final = sum(many for _, many, _ in NUMBERS)
_START: Final = {name: sum(many for _, many, _ in NUMBERS[:k]) for k, (name, _, _) in enumerate(NUMBERS)}
OWN, TOGETHER, POPULAR, ACTIVE = (_START[name] for name in ("own", "together", "popular", "active"))
OWN_SHARE, TOGETHER_SHARE, POPULAR_SHARE = (_START[name] for name in ("own_share", "together_share", "popular_share"))
DEVOTED, TYPICAL, SINCE, RHYTHM = (_START[name] for name in ("devoted", "typical", "since", "rhythm"))
FOLLOWED, WALK, KNOWN, SORT = (_START[name] for name in ("followed", "walk", "known", "sort"))
ABROAD_TO, NTH, LEAD, ASKER, ECHO = (_START[name] for name in ("abroad", "nth", "lead", "asker", "echo"))
LED: Final = np.array(
    [
        OWN + FADING,
        OWN + LASTING,
        TOGETHER + 1,
        TOGETHER + LASTING,
        POPULAR + FADING,
        FOLLOWED + 1,
        FOLLOWED,
        WALK + 1,
    ]
)
"""Numbers that are also looked at beside the largest among the candidates of the question."""

CHAIN: Final = 60
"""Latest kinds of acts of a pair that are looked at."""
_NEARLY_NONE: Final = 1e-9  # where the largest among the candidates is 0
_UNSEEN: Final = 0.1  # added to a total, so that a share of nearly nothing is not nearly all


class Frame(NamedTuple):
    """The candidates of one question: row c of each array is of candidate c.

    `slots[c, : many[c]]` are the weights that its evidence stands on, `alike` is what
    likeness adds, `score` the sum of all; `asker`, `other`, `slope` and `vector_rows` are room for vectors.
    `totals` are sums of the actor, of the actor on this side, and of this side.
    """

    found: NDArray[np.int32]
    numbers: NDArray[np.float32]
    totals: NDArray[np.float32]
    slots: NDArray[np.int32]
    many: NDArray[np.int32]
    score: NDArray[np.float32]
    alike: NDArray[np.float32]
    asker: NDArray[np.float32]
    other: NDArray[np.float32]
    slope: NDArray[np.float32]
    vector_rows: NDArray[np.int64]


def frame_for(slots: int, dimensions: int) -> Frame:
    """Room for the candidates of a question with so many pieces of evidence each, and for vectors."""
    return Frame(
        found=np.zeros((MOST, NTH_MET + 1), dtype=np.int32),
        numbers=np.zeros((MOST, WIDTH), dtype=np.float32),
        totals=np.zeros((3, SUMS), dtype=np.float32),
        slots=np.zeros((MOST, slots), dtype=np.int32),
        many=np.zeros(MOST, dtype=np.int32),
        score=np.zeros(MOST, dtype=np.float32),
        alike=np.zeros(MOST, dtype=np.float32),
        asker=np.zeros(dimensions, dtype=np.float32),
        other=np.zeros(dimensions, dtype=np.float32),
        slope=np.zeros(dimensions, dtype=np.float32),
        vector_rows=np.zeros(7, dtype=np.int64),
    )


@compiled
def measure(tables: Tables, pool: Pool, question: tuple[int, int, int], frame: Frame, count: int) -> None:
    """Fill `numbers` of the candidates of a question (day, actor, side)."""
    day, actor, side = question
    _amounts(tables, find(tables, packed(ACTOR, actor, 0, 0)), day, frame.totals[0])
    _amounts(tables, find(tables, packed(DOES, actor, side, 0)), day, frame.totals[1])
    _amounts(tables, find(tables, packed(SIDE, 0, side, 0)), day, frame.totals[2])
    home = tables.heads[actor, COUNTRY]
    for c in range(count):
        n = frame.numbers[c]
        n[:] = 0.0
        _amounts(tables, frame.found[c, OF_TRIPLE], day, n[OWN : OWN + SUMS])
        _amounts(tables, frame.found[c, OF_PAIR], day, n[TOGETHER : TOGETHER + SUMS])
        _amounts(tables, frame.found[c, OF_DOES], day, n[POPULAR : POPULAR + SUMS])
        _spans(tables, day, frame.found[c], n)
        _shares(frame.totals, n)
        if frame.found[c, OF_PAIR] >= 0:
            _follow(tables, day, side, frame.found[c, OF_PAIR], n)
        who = frame.found[c, CANDIDATE]
        n[WALK], n[WALK + 1], n[WALK + 2] = pool.walk[who, 0], pool.walk[who, 1], pool.walk[who, 2]
        n[NTH], n[NTH + 1] = frame.found[c, NTH_DONE], frame.found[c, NTH_MET]
        n[ECHO], n[ECHO + 1] = pool.echo[who, 0], pool.echo[who, 1]
        n[ASKER], n[ASKER + 1] = frame.totals[1, LASTING], frame.totals[0, LASTING]
        if home >= 0:
            _country(tables, find(tables, packed(ABROAD, home, 0, who)), day, n[ABROAD_TO : ABROAD_TO + 2])
            _country(tables, find(tables, packed(ALIKE, home, side, who)), day, n[ABROAD_TO + 2 : ABROAD_TO + 4])
    _lead(frame.numbers[:count])


@compiled
def _country(tables: Tables, row: int, day: int, into: NDArray[np.float32]) -> None:
    if row >= 0:
        into[0], into[1] = tables.sums[row, LASTING], amount(tables, row, FADING, day)


@compiled
def _lead(numbers: NDArray[np.float32]) -> None:
    """Set the numbers of LED beside the largest: what is much depends on what the other candidates have."""
    for i in range(len(LED)):
        most = np.float32(_NEARLY_NONE)
        for c in range(len(numbers)):
            most = max(most, numbers[c, LED[i]])
        for c in range(len(numbers)):
            numbers[c, LEAD + i] = numbers[c, LED[i]] / most


@compiled
def _amounts(tables: Tables, row: int, day: int, into: NDArray[np.float32]) -> None:
    for k in range(SUMS):
        into[k] = amount(tables, row, k, day) if row >= 0 else 0.0


@compiled
def _spans(tables: Tables, day: int, found: NDArray[np.int32], n: NDArray[np.float32]) -> None:
    """Days since, gaps and ages, and how active the candidate is."""
    own, pair, does, other = found[OF_TRIPLE], found[OF_PAIR], found[OF_DOES], found[OF_ACTOR]
    if own >= 0:
        n[SINCE] = day - tables.rows[own, LAST]
        n[RHYTHM] = _gaps_since(tables, own, day)
    if pair >= 0:
        n[SINCE + 1] = day - tables.rows[pair, LAST]
        n[RHYTHM + 1] = _gaps_since(tables, pair, day)
        n[KNOWN + 1] = day - tables.rows[pair, FIRST]
        n[KNOWN + 2] = tables.rows[pair, DAYS]
    if does >= 0:
        n[SINCE + 2] = day - tables.rows[does, LAST]
    if other >= 0:
        n[SINCE + 3] = day - tables.rows[other, LAST]
        n[KNOWN] = day - tables.rows[other, FIRST]
        n[ACTIVE] = amount(tables, other, 0, day)
        n[ACTIVE + 1] = amount(tables, other, FADING, day)
        n[ACTIVE + 2] = tables.sums[other, LASTING]


@compiled
def _gaps_since(tables: Tables, row: int, day: int) -> Any:
    """Days since the last act of a row over its mean gap; 0 where it acted on one day alone."""
    days = tables.rows[row, DAYS]
    if days < 2:
        return 0.0
    return (day - tables.rows[row, LAST]) * (days - 1) / (tables.rows[row, LAST] - tables.rows[row, FIRST])


@compiled
def _shares(totals: NDArray[np.float32], n: NDArray[np.float32]) -> None:
    for k in range(SUMS):
        n[OWN_SHARE + k] = n[OWN + k] / (totals[1, k] + _UNSEEN)
    for place, k in enumerate((0, FADING, LASTING)):
        n[TOGETHER_SHARE + place] = n[TOGETHER + k] / (totals[0, k] + _UNSEEN)
    for place, k in enumerate((FADING, LASTING)):
        active = n[ACTIVE + 1 + place] + _UNSEEN
        n[POPULAR_SHARE + place] = n[POPULAR + k] / (totals[2, k] + _UNSEEN)
        n[DEVOTED + place] = n[TOGETHER + k] / active
        n[SORT + place] = n[POPULAR + k] / active
        n[TYPICAL + place] = n[OWN + k] / (n[TOGETHER + k] + _UNSEEN)


@compiled
def _follow(tables: Tables, day: int, side: int, pair: int, n: NDArray[np.float32]) -> None:
    """How often what happened between the two was followed by such an act, by what and how long ago."""
    none = 1.0
    row, left = tables.rows[pair, HEAD], CHAIN
    while row >= 0 and left > 0:
        earlier, lag = tables.rows[row, WHAT], lag_of(tables, row, day)
        sure = (tables.hits[side, earlier, lag] + 0.002) / (tables.tries[side, earlier, lag] + 1.0)
        n[FOLLOWED] += sure
        n[FOLLOWED + 1] = max(n[FOLLOWED + 1], sure)
        none *= 1.0 - min(sure, 0.99)
        row, left = tables.rows[row, NEXT], left - 1
    n[FOLLOWED + 2] = 1.0 - none
