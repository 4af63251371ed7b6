"""Evidence: which ordered pair each act concerns, and the sums of weights that a score needs.

An act concerns each of its sources toward each of its targets; one of a mutual type concerns all who take part, both
ways. Whatever concerns nobody else is domestic.
"""

from dataclasses import dataclass, replace

import numpy as np

from stateofplay.board.act import Acts, Lists, joined, spread
from stateofplay.board.score import Bools, Floats, Ints, Sums, effective, mean_score
from stateofplay.board.weights import Weights
from stateofplay.record.column import numbers


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """`act[i]` concerns `pair[i]`, a number into `pairs`; no act concerns a pair twice.

    `told_act[i]` is told by one publisher of a pair, `told_group[i]`; `group_pair` is the pair of each such group.
    """

    acts: Acts
    pairs: tuple[tuple[str, str], ...]
    act: Ints
    pair: Ints
    told_act: Ints
    told_group: Ints
    group_pair: Ints

    def per_pair(self, values: Floats) -> Floats:
        """Sum over each pair of the `values` of its acts."""
        return _sums(self.pair, values[self.act], len(self.pairs))

    def scores_on(self, on: int, weights: Weights) -> Floats:
        """The bare score of every pair on the day with ordinal `on`."""
        weight = self.acts.weights_on(on, weights)
        return mean_score(self.per_pair(weight), self.per_pair(weight * self.acts.intensity), weights)

    def sums_of(self, weight: Floats) -> Sums:
        """What score and band of every pair need, when acts weigh `weight`."""
        x = self.acts.intensity
        share = self._shares(weight)
        return Sums(
            weight=self.per_pair(weight),
            pull=self.per_pair(weight * x),
            square=self.per_pair(weight * x**2),
            weight_square=self.per_pair(weight**2),
            publishers=effective(self._over_groups(share), self._over_groups(share**2)),
        )

    def publishers_of(self, weight: Floats) -> Floats:
        """Number of publishers that tell an act of each pair whose `weight` is above 0."""
        return self._over_groups((self._shares(weight) > 0).astype(np.float64))

    def acts_of(self, pair: tuple[str, str]) -> Ints:
        """Numbers of the acts that concern the pair; empty where none does."""
        return self.act[self._rows_of(pair)]

    def only(self, pair: tuple[str, str]) -> "Evidence":
        """The evidence of one pair alone, which is pair number 0 of it."""
        rows = self._rows_of(pair)
        number = self.pairs.index(pair) if rows.any() else -1
        told = self.group_pair[self.told_group] == number
        groups, told_group = np.unique(self.told_group[told], return_inverse=True)
        acts = np.unique(self.act[rows])
        return replace(
            self,
            acts=self.acts.take(acts),
            pairs=(pair,),
            act=np.arange(len(acts)),
            pair=np.zeros(len(acts), dtype=np.int64),
            told_act=np.searchsorted(acts, self.told_act[told]),
            told_group=told_group,
            group_pair=np.zeros(len(groups), dtype=np.int64),
        )

    def domestic(self, actor: str) -> Ints:
        """Numbers of the acts of `actor` that concern nobody else."""
        acts = self.acts
        if actor not in acts.actors:
            return np.empty(0, dtype=np.int64)
        doer = np.repeat(np.arange(len(acts.id)), acts.source.counts)
        return np.setdiff1d(doer[acts.source.values == acts.actors.index(actor)], self.act)

    def _rows_of(self, pair: tuple[str, str]) -> Bools:
        number = self.pairs.index(pair) if pair in self.pairs else -1
        rows: Bools = self.pair == number
        return rows

    def _shares(self, weight: Floats) -> Floats:
        """Weight that each publisher of each pair tells; publishers that tell the same act share it."""
        told = weight / np.maximum(self.acts.publishers.counts, 1)
        return _sums(self.told_group, told[self.told_act], len(self.group_pair))

    def _over_groups(self, values: Floats) -> Floats:
        return _sums(self.group_pair, values, len(self.pairs))


def evidence_from(acts: Acts) -> Evidence:
    """Join acts to the pairs that they concern."""
    act, left, right = _directed(acts)
    many = max(len(acts.actors), 1)
    codes, pair = _coded(left * many + right)
    row, place = spread(acts.publishers.counts[act])
    publisher = acts.publishers.values[acts.publishers.starts[act][row] + place]
    publishers = int(publisher.max(initial=0)) + 1
    groups, told_group = _coded(pair[row] * publishers + publisher)
    return Evidence(
        acts=acts,
        pairs=tuple((acts.actors[code // many], acts.actors[code % many]) for code in codes.tolist()),
        act=act,
        pair=pair,
        told_act=act[row],
        told_group=told_group,
        group_pair=groups // publishers,
    )


def _directed(acts: Acts) -> tuple[Ints, Ints, Ints]:
    """(act, actor, toward actor) of all acts, each once."""
    one_way = _product(acts.source, acts.target, np.flatnonzero(acts.moves & ~acts.mutual))
    everyone = joined(acts.source, acts.target)
    both_ways = _product(everyone, everyone, np.flatnonzero(acts.moves & acts.mutual))
    act, left, right = np.concatenate([one_way, both_ways], axis=1)
    many = max(len(acts.actors), 1)
    # Nobody acts toward himself, and who stands on both sides of a mutual act is there once.
    rows = _distinct(((act * many + left) * many + right)[left != right])
    return rows // many**2, rows // many % many, rows % many


def _coded(values: Ints) -> tuple[Ints, Ints]:
    """The distinct values in order, and for each value its place among them: `np.unique`, without sorting them all."""
    coded = numbers(values).dictionary_encode()
    known, at = coded.dictionary.to_numpy(), coded.indices.to_numpy()
    order = np.argsort(known)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return known[order], place[at]


def _distinct(values: Ints) -> Ints:
    """Each value once, in order; of what is nearly in order already, faster than `np.unique`."""
    values = np.sort(values, kind="stable")
    distinct: Ints = values[np.append(True, values[1:] != values[:-1])[: len(values)]]
    return distinct


def _product(left: Lists, right: Lists, acts: Ints) -> Ints:
    """Every value of `left` with every value of `right` within each of `acts`, as rows act, left, right."""
    row, place = spread(left.counts[acts] * right.counts[acts])
    act = acts[row]
    wide = np.maximum(right.counts[act], 1)
    values_left = left.values[left.starts[act] + place // wide]
    return np.stack([act, values_left, right.values[right.starts[act] + place % wide]])


def _sums(group: Ints, values: Floats, groups: int) -> Floats:
    """Sum of `values` within each group; `group` has the group of each value."""
    return np.bincount(group, weights=values, minlength=groups).astype(np.float64)
