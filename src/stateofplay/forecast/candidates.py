"""Candidates: whom a question (actor, side, ?) may be about. Who is not among them gets no score at all."""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.compiled import compiled
from stateofplay.forecast.history import (
    ACTOR,
    BESIDE,
    COUNTRY,
    DOERS,
    DOES,
    FADING,
    HEAD,
    LASTING,
    NATIVES,
    NEXT,
    NONE,
    PAIR,
    PARTNERS,
    TRIPLE,
    WHO,
    Tables,
    amount,
    find,
    packed,
)

MOST: Final = 400
"""Candidates of a question at most."""
DONE, MET, NEAR, OFTEN, NATIVE = 120, 220, 60, 120, 40
"""How many at most: those to whom the actor did this, its latest partners, partners of partners, those to whom this is
done most, and the latest to act of its country."""
WALKS: Final = 3
_STEPS, _FURTHER, _LATELY = 40, 80, 40  # partners, partners of each, days that count as lately
_ECHOES: Final = 30  # to whom each partner did this
_ASKED: Final = 600  # latest to whom this was done, of whom the most frequent are taken
_EVER: Final = 0.02  # what an act counts that has long faded, beside 1 for one of today

CANDIDATE, OF_PAIR, OF_TRIPLE, OF_DOES, OF_ACTOR, NTH_DONE, NTH_MET = range(7)
"""Columns of `found`: the actor, its rows in the history, and its place among those done to and met, 0 for none."""


class Pool(NamedTuple):
    """Room to gather in. `mark[actor]` is the number of the last question that had it, `at` its place there.

    `now` holds that number, the actor and day that `walk` is of, how many are `reached`, and how many `echoed`.
    `walk[x]` is how well two steps from the actor lead to x: fading, lasting, and of late; `echo[x]` how much its
    partners do to x what is asked about: fading, lasting. `often[side]` opens with its day and number.
    """

    mark: NDArray[np.int64]
    at: NDArray[np.int32]
    now: NDArray[np.int64]
    walk: NDArray[np.float32]
    echo: NDArray[np.float32]
    echoed: NDArray[np.int32]
    reached: NDArray[np.int32]
    often: NDArray[np.int32]
    value: NDArray[np.float32]
    name: NDArray[np.int32]


def pool_for(actors: int, sides: int) -> Pool:
    """Room for questions about so many actors and sides."""
    longest = max(actors, _ASKED, _STEPS * _FURTHER)
    return Pool(
        mark=np.zeros(actors, dtype=np.int64),
        at=np.zeros(actors, dtype=np.int32),
        now=np.array([0, NONE, NONE, 0, 0]),
        walk=np.zeros((actors, WALKS), dtype=np.float32),
        echo=np.zeros((actors, 2), dtype=np.float32),
        echoed=np.zeros(actors, dtype=np.int32),
        reached=np.zeros(actors, dtype=np.int32),
        often=np.full((sides, OFTEN + 2), NONE, dtype=np.int32),
        value=np.zeros(longest, dtype=np.float32),
        name=np.zeros(longest, dtype=np.int32),
    )


@compiled
def gather(tables: Tables, pool: Pool, question: tuple[int, int, int], found: NDArray[np.int32]) -> Any:
    """Fill `found` with the candidates of a question (day, actor, side); returns their number."""
    day, actor, side = question
    pool.now[0] += 1
    pool.mark[actor] = pool.now[0]  # nobody acts toward himself
    if pool.now[1] != actor or pool.now[2] != day:
        _walk(tables, pool, day, actor)
    _echo(tables, pool, day, actor, side)
    if pool.often[side ^ 1, 0] != day:
        _rank_doers(tables, pool, day, side ^ 1)
    count = _known(tables, pool, actor, side, found)
    count = _unknown(tables, pool, actor, side, found, count)
    for c in range(count):
        who = found[c, CANDIDATE]
        pair = find(tables, packed(PAIR, actor, 0, who))
        found[c, OF_PAIR] = pair
        found[c, OF_TRIPLE] = find(tables, packed(TRIPLE, actor, side, who)) if pair >= 0 else NONE
        found[c, OF_DOES] = find(tables, packed(DOES, who, side ^ 1, 0))
        found[c, OF_ACTOR] = find(tables, packed(ACTOR, who, 0, 0))
    return count


@compiled
def _known(tables: Tables, pool: Pool, actor: int, side: int, found: NDArray[np.int32]) -> Any:
    """Take those to whom the actor did this, and its latest partners."""
    does = find(tables, packed(DOES, actor, side, 0))
    row, count = tables.rows[does, HEAD] if does >= 0 else NONE, 0
    while row >= 0 and count < DONE:
        count = _take(pool, found, count, tables.rows[row, WHO])
        found[max(count - 1, 0), NTH_DONE] = count
        row = tables.rows[row, BESIDE]
    row, nth = tables.heads[actor, PARTNERS], 0
    while row >= 0 and nth < MET:
        nth += 1
        who = tables.rows[row, WHO]
        count = _take(pool, found, count, who)
        if pool.mark[who] == pool.now[0] and who != actor:
            found[pool.at[who], NTH_MET] = nth
        row = tables.rows[row, NEXT]
    return count


@compiled
def _unknown(tables: Tables, pool: Pool, actor: int, side: int, found: NDArray[np.int32], count: int) -> Any:
    """Take partners of partners, those to whom this is often done, and compatriots."""
    near = 0
    for i in range(pool.now[3]):
        who = pool.reached[i]
        if pool.mark[who] != pool.now[0]:
            pool.value[near], pool.name[near] = pool.walk[who, 0] + pool.walk[who, 1], who
            near += 1
    for i in range(_best_first(pool.value, pool.name, near, NEAR)):
        count = _take(pool, found, count, pool.name[i])
    for i in range(pool.often[side ^ 1, 1]):
        count = _take(pool, found, count, pool.often[side ^ 1, 2 + i])
    country = tables.heads[actor, COUNTRY]
    row, left = tables.heads[country, NATIVES] if country >= 0 else NONE, NATIVE
    while row >= 0 and left > 0:
        count = _take(pool, found, count, tables.rows[row, WHO])
        row, left = tables.rows[row, NEXT], left - 1
    return count


@compiled
def _take(pool: Pool, found: NDArray[np.int32], count: int, who: int) -> Any:
    """Add a candidate who is not there yet; returns the number of candidates."""
    if pool.mark[who] == pool.now[0] or count >= len(found):
        return count
    pool.mark[who], pool.at[who] = pool.now[0], count
    found[count, CANDIDATE] = who
    found[count, NTH_DONE] = found[count, NTH_MET] = 0
    return count + 1


@compiled
def _walk(tables: Tables, pool: Pool, day: int, actor: int) -> None:
    """Two steps from an actor: whom its latest partners met, in proportion to how much they have to do with each."""
    for i in range(pool.now[3]):
        pool.walk[pool.reached[i]] = 0.0
    count = 0
    near, left = tables.heads[actor, PARTNERS], _STEPS
    while near >= 0 and left > 0:
        middle = find(tables, packed(ACTOR, tables.rows[near, WHO], 0, 0))
        fading = amount(tables, near, FADING, day) / (1.0 + amount(tables, middle, FADING, day))
        lasting = tables.sums[near, LASTING] / (1.0 + tables.sums[middle, LASTING])
        lately = amount(tables, near, 0, day)
        far, rest = tables.heads[tables.rows[near, WHO], PARTNERS], _FURTHER
        while far >= 0 and rest > 0:
            who = tables.rows[far, WHO]
            if who != actor:
                if pool.walk[who, 1] == 0.0:
                    pool.reached[count] = who
                    count += 1
                pool.walk[who, 0] += fading * amount(tables, far, FADING, day)
                pool.walk[who, 1] += lasting * tables.sums[far, LASTING]
                pool.walk[who, 2] += lately * amount(tables, far, 0, day)
            far, rest = tables.rows[far, NEXT], rest - 1
        near, left = tables.rows[near, NEXT], left - 1
    pool.now[1], pool.now[2], pool.now[3] = actor, day, count


@compiled
def _echo(tables: Tables, pool: Pool, day: int, actor: int, side: int) -> None:
    """To whom the latest partners of an actor did this, in proportion to how much it has to do with each."""
    for i in range(pool.now[4]):
        pool.echo[pool.echoed[i]] = 0.0
    count = 0
    near, left = tables.heads[actor, PARTNERS], _STEPS
    while near >= 0 and left > 0:
        does = find(tables, packed(DOES, tables.rows[near, WHO], side, 0))
        if does >= 0:
            fading = amount(tables, near, FADING, day) / (1.0 + amount(tables, does, FADING, day))
            lasting = tables.sums[near, LASTING] / (1.0 + tables.sums[does, LASTING])
            far, rest = tables.rows[does, HEAD], _ECHOES
            while far >= 0 and rest > 0:
                who = tables.rows[far, WHO]
                if who != actor:
                    if pool.echo[who, 1] == 0.0:
                        pool.echoed[count] = who
                        count += 1
                    pool.echo[who, 0] += fading * amount(tables, far, FADING, day)
                    pool.echo[who, 1] += lasting * tables.sums[far, LASTING]
                far, rest = tables.rows[far, BESIDE], rest - 1
        near, left = tables.rows[near, NEXT], left - 1
    pool.now[4] = count


@compiled
def _rank_doers(tables: Tables, pool: Pool, day: int, side: int) -> None:
    """Who stands on this side most, of those who did lately."""
    row, count = tables.heads[side, DOERS], 0
    while row >= 0 and count < _ASKED:
        pool.value[count] = amount(tables, row, FADING, day) + _EVER * tables.sums[row, LASTING]
        pool.name[count] = tables.rows[row, WHO]
        row, count = tables.rows[row, NEXT], count + 1
    pool.often[side, 0] = day
    pool.often[side, 1] = _best_first(pool.value, pool.name, count, OFTEN)
    for i in range(pool.often[side, 1]):
        pool.often[side, 2 + i] = pool.name[i]


@compiled
def _best_first(value: NDArray[np.float32], name: NDArray[np.int32], count: int, wanted: int) -> Any:
    """Bring the `wanted` largest of the first `count` values to the front, in any order; returns how many there are."""
    low, high = 0, count - 1
    while low < high and wanted < count:
        pivot = value[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while value[i] > pivot:
                i += 1
            while value[j] < pivot:
                j -= 1
            if i <= j:
                value[i], value[j] = value[j], value[i]
                name[i], name[j] = name[j], name[i]
                i, j = i + 1, j - 1
        # What is wanted lies left of i or right of j; where it lies between, it is in place.
        if wanted - 1 <= j:
            high = j
        elif wanted - 1 >= i:
            low = i
        else:
            break
    return min(wanted, count)
