"""Chronicle: a history of named actors and types, which grows by days in their order and never looks ahead.

Actors are numbered when they first appear in a fact, by name within a day, and what their names tell counts from
then on: no number depends on how a data set numbers them, and nothing on who will appear.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from stateofplay.forecast.allegiance import allegiance, role_of_states
from stateofplay.forecast.graph import EventGraph
from stateofplay.forecast.history import COUNTRY, NONE, ROLE, Facts, add_facts, grown, most_new_rows, tables_for

STRANGER = 0
"""Number of every actor that no fact has named yet."""
_FIRST_ACTORS, _FIRST_SIDES = 256, 64


class Chronicle:
    """The facts so far: `tables` of the history, and the ordinal of the `last` day added, None at first."""

    def __init__(self) -> None:
        self.tables = tables_for(_FIRST_ACTORS, _FIRST_SIDES, 0)
        self.last: int | None = None
        self.names: list[str] = [""]
        self._actors: dict[str, int] = {}
        self._types: dict[str, int] = {}
        self._roles: dict[str, int] = {}
        self._countries: dict[str, int] = {}

    @property
    def sides(self) -> int:
        """Sides that the tables have room for."""
        return len(self.tables.hits)

    def actor(self, name: str) -> int:
        """Number of an actor; STRANGER where no fact has named it."""
        return self._actors.get(name, STRANGER)

    def asked(self, name: str) -> int:
        """Number of an actor that a question names; what the name of a stranger tells stands in row STRANGER."""
        actor = self.actor(name)
        if actor == STRANGER:
            self._introduce(STRANGER, name)
        return actor

    def side(self, type: str, *, inverse: bool = False) -> int | None:
        """Number of a side of a type: whom it is done to, or with `inverse` who does it; None for an unknown type."""
        code = self._types.get(type)
        return None if code is None else 2 * code + inverse

    def days(self, graph: EventGraph) -> Iterator[Facts]:
        """The facts of a graph day by day. Take one, use it, `add` it, take the next. ValueError for a day not after
        the last that was added."""
        starts = np.flatnonzero(np.append(True, graph.day[1:] != graph.day[:-1])[: len(graph)])
        for begin, end in zip(starts, [*starts[1:], len(graph)][: len(starts)], strict=True):
            yield self._facts(graph, slice(int(begin), int(end)))

    def add(self, facts: Facts) -> None:
        """Add a day's facts to the history."""
        self._refuse_earlier(facts.day)
        for actor in np.unique(facts.a).tolist():
            self._place(actor)
        add_facts(self.tables, facts)
        self.last = facts.day

    def _facts(self, graph: EventGraph, rows: slice) -> Facts:
        day = int(graph.day[rows.start])
        self._refuse_earlier(day)
        sources, targets = graph.source[rows], graph.target[rows]
        who = _numbered(np.append(sources, targets), graph.actors, self._actors, first=STRANGER + 1)
        what = _numbered(graph.type[rows], graph.types, self._types, first=0)
        known = len(self.names)
        self.names += list(self._actors)[known - 1 :]
        source, target = who[: len(sources)], who[len(sources) :]
        a, b = np.append(source, target), np.append(target, source)
        facts = _gathered(day, a, np.append(2 * what, 2 * what + 1), b, np.tile(graph.weight[rows], 2))
        need = int(self.tables.used[0]) + most_new_rows(facts)
        # A country is numbered like an actor, so there are never more of them than actors.
        self.tables = grown(self.tables, len(self.names), 2 * len(self._types), need)
        for actor in range(known, len(self.names)):
            self._introduce(actor, self.names[actor])
        return facts

    def _introduce(self, actor: int, name: str) -> None:
        """Write down what a name tells, as far as earlier facts told of such roles and countries."""
        role, country = self._told(name)
        self.tables.heads[actor, ROLE] = NONE if role is None else self._roles.get(role, NONE)
        self.tables.heads[actor, COUNTRY] = NONE if country is None else self._countries.get(country, NONE)

    def _told(self, name: str) -> tuple[str | None, str | None]:
        """Role and country that a name tells of; who turns out to be a country is a state."""
        role, country = allegiance(name)
        return (role_of_states(), name) if country is None and name in self._countries else (role, country)

    def _place(self, actor: int) -> None:
        """Write down what an actor's name tells, with new numbers for roles and countries that are new."""
        heads, name = self.tables.heads, self.names[actor]
        if heads[actor, ROLE] >= 0 and heads[actor, COUNTRY] >= 0:
            return
        role, country = self._told(name)
        if country is None or role is None:
            return
        heads[actor, ROLE] = self._roles.setdefault(role, len(self._roles))
        heads[actor, COUNTRY] = self._countries.setdefault(country, len(self._countries))
        if country in self._actors and country != name and heads[self._actors[country], ROLE] < 0:
            self._place(self._actors[country])

    def _refuse_earlier(self, day: int) -> None:
        if self.last is not None and day <= self.last:
            raise ValueError(f"day {day} is not after the last day of the history, {self.last}")


def _numbered(codes: NDArray[np.int32], names: tuple[str, ...], known: dict[str, int], first: int) -> NDArray[np.int32]:
    """Numbers of ours for the codes of a graph; names that are new get theirs in the order of the alphabet."""
    used, place = np.unique(codes, return_inverse=True)
    for name in sorted(names[code] for code in used.tolist()):
        known.setdefault(name, len(known) + first)
    ours: NDArray[np.int32] = np.array([known[names[code]] for code in used.tolist()], dtype=np.int32)[place]
    return ours


def _gathered(
    day: int, a: NDArray[np.int32], side: NDArray[np.int32], b: NDArray[np.int32], weight: NDArray[np.float32]
) -> Facts:
    """Facts in order, the same fact of one day once with the sum of its weights, and none toward oneself."""
    order = np.lexsort((b, side, a))
    order = order[a[order] != b[order]]
    a, side, b, weight = a[order], side[order], b[order], weight[order]
    new = np.append(True, (a[1:] != a[:-1]) | (side[1:] != side[:-1]) | (b[1:] != b[:-1]))[: len(a)]
    starts = np.flatnonzero(new)
    sums = np.add.reduceat(weight, starts) if len(starts) else weight
    return Facts(day, a[starts], side[starts].astype(np.int32), b[starts], sums.astype(np.float32))
