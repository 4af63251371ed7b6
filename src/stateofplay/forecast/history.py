"""History: what has happened, as decayed sums by actor, pair and act, in sparse tables that grow with the facts.

Every fact is kept from both sides: (a, type, b) also as (b, the type's other side, a), so that "who?" has one form,
whoever is missing. Side 2t asks whom a does t to, side 2t + 1 who does t to a. A day costs in proportion to its facts.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.compiled import compiled

HALF_LIVES: Final = (1.5, 5.0, 20.0, 80.0)
"""Days in which what happened counts half; a last sum beside these never fades."""
SUMS: Final = len(HALF_LIVES) + 1
FADING, LASTING = 2, 4

TRIPLE, PAIR, DOES, ACTOR, SIDE, HOME, ABROAD, ALIKE = range(8)
"""Kinds of rows: (a, side, b); (a, b); (a, side); a; side; (a, a country whose people a meets); (country of a, b);
(country of a, side, b)."""

LAG_ENDS: Final = (1, 2, 4, 7, 20, 60, 180)
"""Last day of each class of days since something happened; one more class is all that is longer ago."""
LAGS: Final = len(LAG_ENDS) + 1

NONE: Final = -1
LAST, FIRST, DAYS, WHAT, WHO, HEAD, NEXT, BACK, BESIDE, BESIDE_BACK = range(10)
"""Columns of `rows`. NEXT and BACK, BESIDE and BESIDE_BACK are links of a chain and must stand side by side."""
PARTNERS, DOERS, NATIVES, ROLE, COUNTRY = range(5)
"""Columns of `heads`."""

CONFIRMED: Final = 300
"""Most recent partners of an actor whose earlier acts are counted as followed or not by those of the day."""
_FAR: Final = 4096  # days after which a fading sum is as good as nothing
_LEAST_ROWS: Final = 1 << 12


class Tables(NamedTuple):
    """The columns of a history. `keys` and `places` are a hash index from a packed key to a row; `used` counts rows.

    `rows[row]` holds the last and first day, the number of distinct days, side and other actor, and the links;
    `sums[row]` the sums as of its last day. Chains run from the most recent row on. By NEXT: `heads[a, PARTNERS]` the
    pairs of an actor, `heads[side, DOERS]` the (actor, side), `heads[country, NATIVES]` the actors of a country,
    `rows[pair, HEAD]` the triples of a pair. By BESIDE: `rows[does, HEAD]` the triples of an (actor, side),
    `rows[actor, HEAD]` the (actor, side) of an actor.
    Of `tries[side, earlier, lag]` partners with whom `earlier` had happened `lag` ago when `side` was asked about, so
    many as `hits` were an answer.
    """

    keys: NDArray[np.int64]
    places: NDArray[np.int32]
    used: NDArray[np.int64]
    rows: NDArray[np.int32]
    sums: NDArray[np.float32]
    heads: NDArray[np.int32]
    hits: NDArray[np.float32]
    tries: NDArray[np.float32]
    decay: NDArray[np.float32]
    lag: NDArray[np.int8]


class Facts(NamedTuple):
    """The facts of one day from both sides, sorted by (a, side, b), so that one question's answers stand together."""

    day: int
    a: NDArray[np.int32]
    side: NDArray[np.int32]
    b: NDArray[np.int32]
    weight: NDArray[np.float32]


def tables_for(actors: int, sides: int, rows: int) -> Tables:
    """Empty tables with room for so many actors, sides and rows at least."""
    slots = 1 << int(np.ceil(np.log2(2 * max(rows, _LEAST_ROWS))))
    past = np.arange(_FAR, dtype=np.float64)
    return Tables(
        keys=np.zeros(slots, dtype=np.int64),
        places=np.full(slots, NONE, dtype=np.int32),
        used=np.zeros(1, dtype=np.int64),
        rows=np.full((slots // 2, BESIDE_BACK + 1), NONE, dtype=np.int32),
        sums=np.zeros((slots // 2, SUMS), dtype=np.float32),
        heads=np.full((max(actors, sides), COUNTRY + 1), NONE, dtype=np.int32),
        hits=np.zeros((sides, sides, LAGS), dtype=np.float32),
        tries=np.zeros((sides, sides, LAGS), dtype=np.float32),
        decay=np.array([*(0.5 ** (past / half) for half in HALF_LIVES), np.ones(_FAR)], dtype=np.float32),
        lag=np.searchsorted(LAG_ENDS, past).astype(np.int8),
    )


def grown(tables: Tables, actors: int, sides: int, rows: int) -> Tables:
    """The same history with room for more; the very same tables where there is room."""
    enough = rows <= len(tables.rows) and max(actors, sides) <= len(tables.heads) and sides <= len(tables.hits)
    if enough:
        return tables
    # Twice as much as is needed, so that what growing costs stays in proportion to what was added.
    wanted = [
        have if need <= have else 2 * need for need, have in ((rows, len(tables.rows)), (actors, len(tables.heads)))
    ]
    wider = tables_for(wanted[1], len(tables.hits) if sides <= len(tables.hits) else 2 * sides, wanted[0])
    for name in ("used", "rows", "sums", "heads"):
        old = getattr(tables, name)
        getattr(wider, name)[: len(old)] = old
    old_sides = len(tables.hits)
    wider.hits[:old_sides, :old_sides] = tables.hits
    wider.tries[:old_sides, :old_sides] = tables.tries
    _index_again(tables, wider)
    return wider


def most_new_rows(facts: Facts) -> int:
    """Rows that the facts of a day can need at most."""
    return (ALIKE + 1) * len(facts.a)


@compiled
def packed(kind: int, a: int, side: int, b: int) -> Any:
    """One number for a key: 16 million actors and 4,096 sides have room."""
    return (np.int64(kind) << 60) | (np.int64(a) << 36) | (np.int64(side) << 24) | np.int64(b)


@compiled
def find(tables: Tables, key: int) -> Any:
    """Row of a packed key, NONE where it has none."""
    return np.int64(tables.places[_slot(tables, key)])


@compiled
def amount(tables: Tables, row: int, fading: int, day: int) -> Any:
    """A sum of a row as of a day."""
    past = min(day - tables.rows[row, LAST], tables.decay.shape[1] - 1)
    return tables.sums[row, fading] * tables.decay[fading, past]


@compiled
def lag_of(tables: Tables, row: int, day: int) -> Any:
    """Class of the days since a row's last act."""
    return tables.lag[min(day - tables.rows[row, LAST], len(tables.lag) - 1)]


@compiled
def add_facts(tables: Tables, facts: Facts) -> None:
    """Add the facts of one day; `tables` must have room for them."""
    _confirm(tables, facts)
    day = facts.day
    for i in range(len(facts.a)):
        a, side, b = facts.a[i], facts.side[i], facts.b[i]
        pair = _row(tables, packed(PAIR, a, 0, b), 0, b, day)
        triple = _row(tables, packed(TRIPLE, a, side, b), side, b, day)
        does = _row(tables, packed(DOES, a, side, 0), side, a, day)
        actor = _row(tables, packed(ACTOR, a, 0, 0), 0, a, day)
        of_side = _row(tables, packed(SIDE, 0, side, 0), side, 0, day)
        for row in (pair, triple, does, actor, of_side):
            _count(tables, row, day, facts.weight[i])
        _to_front(tables.rows, tables.heads, (a, PARTNERS), pair, NEXT)
        _to_front(tables.rows, tables.rows, (pair, HEAD), triple, NEXT)
        _to_front(tables.rows, tables.rows, (does, HEAD), triple, BESIDE)
        _to_front(tables.rows, tables.rows, (actor, HEAD), does, BESIDE)
        _to_front(tables.rows, tables.heads, (side, DOERS), does, NEXT)
        country = tables.heads[a, COUNTRY]
        if country >= 0:
            _count(tables, _row(tables, packed(ABROAD, country, 0, b), 0, b, day), day, facts.weight[i])
            _count(tables, _row(tables, packed(ALIKE, country, side, b), side, b, day), day, facts.weight[i])
            if tables.heads[a, ROLE] >= 0:
                _to_front(tables.rows, tables.heads, (country, NATIVES), actor, NEXT)
    for i in range(len(facts.a)):
        _settle(tables, facts.a[i], facts.b[i], day)


@compiled
def _slot(tables: Tables, key: int) -> Any:
    """Place of a key in the index: its own, or the free one where it belongs."""
    mask = len(tables.keys) - 1
    at = ((key * np.int64(-7046029254386353131)) >> 24) & mask
    while tables.places[at] >= 0 and tables.keys[at] != key:
        at = (at + 1) & mask
    return at


@compiled
def _row(tables: Tables, key: int, what: int, who: int, day: int) -> Any:
    """Row of a packed key, made where there is none."""
    at = _slot(tables, key)
    if tables.places[at] >= 0:
        return np.int64(tables.places[at])
    row = tables.used[0]
    tables.used[0] = row + 1
    tables.keys[at], tables.places[at] = key, row
    tables.rows[row, FIRST], tables.rows[row, LAST], tables.rows[row, DAYS] = day, day - 1, 0
    tables.rows[row, WHAT], tables.rows[row, WHO] = what, who
    return row


@compiled
def _count(tables: Tables, row: int, day: int, weight: float) -> None:
    past = min(day - tables.rows[row, LAST], tables.decay.shape[1] - 1)
    for k in range(SUMS):
        tables.sums[row, k] = tables.sums[row, k] * tables.decay[k, past] + weight
    if tables.rows[row, LAST] != day:
        tables.rows[row, DAYS] += 1
        tables.rows[row, LAST] = day


@compiled
def _to_front(rows: NDArray[np.int32], heads: NDArray[np.int32], head: tuple[int, int], row: int, link: int) -> None:
    """Make a row the first of the chain whose first row stands at `heads[head]`; it runs by the column `link`."""
    first = heads[head]
    if first == row:
        return
    before, after = rows[row, link + 1], rows[row, link]
    if before >= 0:
        rows[before, link] = after
    if after >= 0:
        rows[after, link + 1] = before
    if first >= 0:
        rows[first, link + 1] = row
    rows[row, link], rows[row, link + 1] = first, NONE
    heads[head] = row


@compiled
def _confirm(tables: Tables, facts: Facts) -> None:
    """Count which earlier acts between an actor and a partner were followed by those of the day, and which were not."""
    begin = 0
    while begin < len(facts.a):
        end = end_of_question(facts, begin)
        pair, left = tables.heads[facts.a[begin], PARTNERS], CONFIRMED
        while pair >= 0 and left > 0:
            answered = False
            for i in range(begin, end):
                answered |= facts.b[i] == tables.rows[pair, WHO]
            triple = tables.rows[pair, HEAD]
            while triple >= 0:
                earlier, lag = tables.rows[triple, WHAT], lag_of(tables, triple, facts.day)
                tables.tries[facts.side[begin], earlier, lag] += 1
                tables.hits[facts.side[begin], earlier, lag] += answered
                triple = tables.rows[triple, NEXT]
            pair, left = tables.rows[pair, NEXT], left - 1
        begin = end


@compiled
def end_of_question(facts: Facts, begin: int) -> Any:
    """Place after the last answer of the question whose first answer is at `begin`."""
    end = begin + 1
    while end < len(facts.a) and facts.a[end] == facts.a[begin] and facts.side[end] == facts.side[begin]:
        end += 1
    return end


@compiled
def _settle(tables: Tables, a: int, b: int, day: int) -> None:
    """Count whose people an actor without a role meets; the country met most is taken for its own."""
    met = tables.heads[b, COUNTRY]
    if tables.heads[a, ROLE] >= 0 or met < 0:
        return
    row = _row(tables, packed(HOME, a, 0, met), 0, met, day)
    _count(tables, row, day, 1.0)
    own = tables.heads[a, COUNTRY]
    if own < 0 or tables.sums[row, LASTING] > tables.sums[find(tables, packed(HOME, a, 0, own)), LASTING]:
        tables.heads[a, COUNTRY] = met


@compiled
def _index_again(old: Tables, new: Tables) -> None:
    for i in range(len(old.keys)):
        if old.places[i] >= 0:
            at = _slot(new, old.keys[i])
            new.keys[at], new.places[at] = old.keys[i], old.places[i]
