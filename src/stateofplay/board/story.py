"""Stories: which commitments are one promise, found in columns for all of them at once.

Commitments of the same parties are one promise when they name the same amount, are told in one breath (A yields this, B
in return that), are both about what one deal of the region settles, or are of the very same day without a figure.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import numpy as np

from stateofplay.board.saying import Sayings
from stateofplay.knowledge.table import structure
from stateofplay.record.column import Bools, Ints

_RATE: Final = "percent"

Links = tuple[Ints, Ints]


@cache
def one_breath() -> int:
    """Characters within which commitments of one document are terms of one deal."""
    return int(structure("vocabulary", "promises.yaml")["one_breath"])


class Stories:
    """The stories of some commitments, each known by its earliest.

    `rows` are those of the sayings, story by story and in each by publication; story i has `rows[starts[i] :
    starts[i + 1]]`.
    """

    def __init__(self, sayings: Sayings, commitments: Ints) -> None:
        up = _joined(len(commitments), _links(sayings, commitments))
        order = np.argsort(up, kind="stable")
        self.rows = commitments[order]
        new = np.diff(up[order], prepend=-1) > 0
        self.starts = np.append(np.flatnonzero(new), len(order))
        self.story = np.cumsum(new) - 1
        """The story of each of `rows`."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def of(self, story: int) -> Ints:
        """The rows of one story."""
        rows: Ints = self.rows[self.starts[story] : self.starts[story + 1]]
        return rows

    @property
    def firsts(self) -> Ints:
        """The earliest commitment of each story."""
        firsts: Ints = self.rows[self.starts[:-1]]
        return firsts

    def any(self, flags: Bools) -> Bools:
        """Of each story whether one of its `rows` has its flag set."""
        return np.bincount(self.story, weights=flags, minlength=len(self)) > 0

    def least(self, values: Ints) -> Ints:
        """Of each story the smallest of the values of its `rows`."""
        return np.minimum.reduceat(values, self.starts[:-1]) if len(values) else values

    def most(self, values: Ints) -> Ints:
        """Of each story the greatest of the values of its `rows`."""
        return np.maximum.reduceat(values, self.starts[:-1]) if len(values) else values


def _links(sayings: Sayings, rows: Ints) -> Iterator[Links]:
    """Pairs of numbers into `rows` that belong together."""
    deals = sayings.codes("deal")[rows]
    parties = sayings.codes("parties")[rows]
    in_deal = np.flatnonzero(deals != _code(sayings.texts("deal"), ""))
    yield _to_first(deals[in_deal], in_deal)
    at, amounts = _sums(sayings, rows)
    yield _to_first(parties[at] * (int(amounts.max(initial=0)) + 1) + amounts, at)
    yield _in_one_breath(sayings, rows, parties)
    yield _on_one_day(sayings, rows, parties)


def _code(texts: list[str], text: str) -> int:
    return texts.index(text) if text in texts else -2


def _to_first(keys: Ints, at: Ints) -> Links:
    """Each number with the first that has the same key."""
    if not len(keys):
        return at, at
    _, first, group = np.unique(keys, return_index=True, return_inverse=True)
    return at[first][group], at


def _sums(sayings: Sayings, rows: Ints) -> Links:
    """Numbers into `rows`, and the amounts that these name, coded: sums of money and numbers of things.

    Rates are left out: they are too common to join anything.
    """
    at, amounts = sayings.amounts(rows)
    sums = np.array([not text.endswith(_RATE) for text in sayings.amount_texts] + [False])[amounts]
    return at[sums], amounts[sums]


def _in_one_breath(sayings: Sayings, rows: Ints, parties: Ints) -> Links:
    """Neighbours in one document, of the same parties, on days that do not contradict: terms of one deal."""
    start, end, document = sayings.start[rows], sayings.end[rows], sayings.documents[rows]
    order = np.lexsort((np.arange(len(rows)), start, document))
    one, other = order[:-1], order[1:]
    first, last = sayings.first[rows], sayings.last[rows]
    of_one_day = (first[one] == 0) | (first[other] == 0)
    of_one_day |= (first[one] <= last[other]) & (first[other] <= last[one])
    near = (document[one] == document[other]) & (start[other] - end[one] <= one_breath())
    linked = near & of_one_day & (parties[one] == parties[other])
    return one[linked], other[linked]


def _on_one_day(sayings: Sayings, rows: Ints, parties: Ints) -> Links:
    """What the same parties settle on the very same day and put no figure to: tellings of one agreement."""
    first, last = sayings.first[rows], sayings.last[rows]
    counted, _ = sayings.amounts(rows)
    free = (first > 0) & (first == last)
    free[counted] = False
    at = np.flatnonzero(free)
    return _to_first(parties[at] * (int(first.max(initial=0)) + 1) + first[at], at)


def _joined(size: int, links: Iterable[Links]) -> Ints:
    """Of each number from 0 on the smallest of those that it is linked with, however far."""
    up = list(range(size))

    def top(at: int) -> int:
        while up[at] != at:
            up[at] = at = up[up[at]]
        return at

    for one, other in links:
        apart = one != other
        for a, b in zip(one[apart].tolist(), other[apart].tolist(), strict=True):
            a, b = top(a), top(b)
            up[max(a, b)] = min(a, b)
    return np.array([top(at) for at in up] if size else [], dtype=np.int64)
