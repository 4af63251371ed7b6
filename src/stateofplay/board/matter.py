"""The matter of a promise: what it is about, and the deeds and words of others that are about the same."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

import numpy as np

from stateofplay.board.saying import Said, Sayings
from stateofplay.board.story import Stories
from stateofplay.record.column import Ints


class Deeds:
    """What may be the fate of a promise, by who does it to whom and on which matter."""

    def __init__(self, sayings: Sayings) -> None:
        self._sayings = sayings
        rows = np.flatnonzero(sayings.deed)
        at, matter = sayings.matters(rows)
        self._many = len(sayings.texts("issue")) + len(sayings.amount_texts)
        key = sayings.ways[rows][at] * self._many + matter
        order = np.lexsort((rows[at], sayings.placed[rows][at], key))
        self._key, self._row = key[order], rows[at][order]

    def on(self, ways: Iterable[int], matters: Iterable[int]) -> Iterator[int]:
        """Rows of the deeds of these ways on one of these matters, way by way, each by publication."""
        wanted = list(matters)
        for way in ways:
            keys = [way * self._many + matter for matter in wanted]
            bounds = zip(np.searchsorted(self._key, keys), np.searchsorted(self._key, keys, side="right"), strict=True)
            yield from sorted({row for first, after in bounds for row in self._row[first:after].tolist()})

    def last(self, story: Ints, way: Ints, matter: Ints, on: int, stories: int) -> Ints:
        """Of each of `stories` the last day up to `on` of a deed of its ways on its matters; 0 for none.

        Story `story[i]` has the way `way[i]` on the matter `matter[i]`.
        """
        days = self._sayings.placed[self._row]
        span = int(days.max(initial=0)) + 1
        key = way * self._many + matter
        at = np.searchsorted(self._key * span + days, key * span + min(on, span - 1), side="right") - 1
        found = (at >= 0) & (self._key[at] == key) if len(self._key) else np.zeros(len(key), np.bool_)
        last = np.zeros(stories, np.int64)
        np.maximum.at(last, story[found], days[at[found]])
        return last


def matters_of(
    sayings: Sayings, stories: Stories, deals: Ints, settled: dict[int, tuple[int, ...]]
) -> tuple[Ints, Ints, Ints]:
    """Every way of every story with every matter of it: the story, the way and the matter, by codes.

    `deals` has the deal of each story, `settled` the issues that a deal settles, by code.
    """
    rows, story = stories.rows, stories.story
    at, matter = sayings.matters(rows)
    issues = [(deal, issue) for deal, issues in settled.items() for issue in issues]
    in_deal = [(np.flatnonzero(deals == deal), issue) for deal, issue in issues]
    owners = np.concatenate([story[at], *(owner for owner, _ in in_deal)])
    matter = np.concatenate([matter, *(np.full(len(owner), issue) for owner, issue in in_deal)])
    own, matter = _distinct(owners, matter)
    doer, way = _distinct(story, sayings.ways[rows])
    counts, first = np.bincount(doer, minlength=len(stories)), np.searchsorted(doer, own)
    row = np.repeat(np.arange(len(own)), counts[own])
    place = np.arange(len(row)) - np.repeat(np.cumsum(counts[own]) - counts[own], counts[own])
    return own[row], way[first[row] + place], matter[row]


def _distinct(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """The distinct pairs, in order."""
    many = int(other.max(initial=0)) + 1
    pairs = np.unique(one.astype(np.int64) * many + other)
    return pairs // many, pairs % many


class Matter:
    """A story, and what it is about: its `parties`, `issues` and `amounts`."""

    def __init__(self, story: Sequence[Said], settled: Iterable[str]) -> None:
        self.story = story
        self.parties = frozenset(actor for said in story for actor in said.parties)
        self.issues = frozenset((*settled, *(one.issue for one in story))) - {""}
        self.amounts = frozenset(amount for one in story for amount in one.amounts)
        self._givers: dict[str, Said] = {}
        for said in story:
            self._givers.setdefault(said.issue, said)

    def concerns(self, said: Said, near: Iterable[Said]) -> bool:
        """Whether it is about the matter between these parties and nobody else; `near` is in the same document."""
        if not said.parties <= self.parties:
            return False
        if any(said.overlaps(one) for one in near):
            return True
        return bool(said.parties) and said.issue in self.issues

    @cached_property
    def _first(self) -> date | None:
        return min((said.placed for said in self.story if said.placed), default=None)

    @cached_property
    def _starts(self) -> dict[str, int]:
        starts: dict[str, int] = {}
        for said in self.story:
            starts[said.document] = min(said.start, starts.get(said.document, said.start))
        return starts

    def follows(self, deed: Said) -> bool:
        """Whether a deed comes after the promise was first told."""
        if deed.placed is None or self._first is None:
            return deed.start > self._starts.get(deed.document, deed.start)
        return deed.placed >= self._first

    def giver(self, issue: str) -> Said:
        """The first commitment on an issue, else the first of all."""
        return self._givers.get(issue, self.story[0])
