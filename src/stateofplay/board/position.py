"""A position: where one actor stands on one issue, by the latest sentences that say so; what came before is history."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from stateofplay.board.sentence import Sentence

STANCES: Final = ("for", "against", "conditional", "ambiguous")
"""What a stance may be, in the order in which contradictory ones are shown."""

CONTRADICTORY: Final = "contradictory"
"""Stance of a position that the latest day tells in more than one way."""


@dataclass(frozen=True, kw_only=True)
class Stand:
    """A stance that one person or government was said to take, by sentences of one day.

    `day` is that of publication, or, where that is unknown, the first day of the last deed that the document tells;
    None where it tells of none. `person` is the id of the one of the holder's own who takes it, `name` romanised, ""
    for none named; `offices` are ids of what he held on that day, () where none is known and for what is `former`.
    `under` is who led the holder on that day. `said_by` is the speaker whom the document names, where it is another.
    `former`: told of an earlier time than the day, by a word such as 曾 or because the person had left the lead.
    """

    stance: str
    day: date | None
    person: str
    name: str
    offices: tuple[str, ...]
    under: str
    said_by: str
    former: bool
    sentences: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        if self.stance not in STANCES:
            raise ValueError(f"no stance: {self.stance!r}")
        if not self.sentences:
            raise ValueError("a stand without a sentence")

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "stance": self.stance,
            "day": self.day.isoformat() if self.day else None,
            "person": self.person or None,
            "name": self.name or None,
            "offices": list(self.offices),
            "under": self.under or None,
            "said_by": self.said_by or None,
            "former": self.former,
            "sentences": [sentence.as_json() for sentence in self.sentences],
        }


@dataclass(frozen=True, kw_only=True)
class Position:
    """Where `holder` stands on `issue`: the `stands` of the latest day, more than one where sentences differ.

    `told` is the number of sentences, the earlier ones included; `before` are all stances of the earlier ones.
    """

    holder: str
    issue: str
    stands: tuple[Stand, ...]
    told: int
    before: frozenset[str]
    earlier: Callable[[], tuple[Stand, ...]] = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.stands:
            raise ValueError("a position without a stand")

    @property
    def stance(self) -> str:
        """for, against, conditional, ambiguous, or contradictory where the latest day tells several."""
        found = {stand.stance for stand in self.stands}
        return CONTRADICTORY if len(found) > 1 else next(iter(found))

    @property
    def day(self) -> date | None:
        """The latest day; None where no document of it has one."""
        return self.stands[0].day

    @cached_property
    def history(self) -> tuple[Stand, ...]:
        """Earlier stands, the latest first."""
        return self.earlier()

    @property
    def changed(self) -> bool:
        """Whether an earlier stand was another than all of the latest ones."""
        return not self.before <= {stand.stance for stand in self.stands}

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON, with the history."""
        return {
            "holder": self.holder,
            "issue": self.issue,
            "stance": self.stance,
            "day": self.day.isoformat() if self.day else None,
            "changed": self.changed,
            "told": self.told,
            "stands": [stand.as_json() for stand in self.stands],
            "history": [stand.as_json() for stand in self.history],
        }


@dataclass(frozen=True, kw_only=True)
class Positions:
    """The table of positions on day `on` (None: as last told), by what was published up to `known`.

    `actors` and `issues` are its columns and rows, in the region's order. What nobody has said is blank: `at` gives
    None, never a guess.
    """

    on: date | None
    known: date | None
    actors: tuple[str, ...]
    issues: tuple[str, ...]
    positions: tuple[Position, ...]

    def __iter__(self) -> Iterator[Position]:
        return iter(self.positions)

    def __len__(self) -> int:
        return len(self.positions)

    def at(self, holder: str, issue: str) -> Position | None:
        """The position of `holder` on `issue`; None for a blank."""
        return self._cells.get((holder, issue))

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON; a pair of actor and issue that has no entry is blank."""
        return {
            "on": self.on.isoformat() if self.on else None,
            "known": self.known.isoformat() if self.known else None,
            "actors": list(self.actors),
            "issues": list(self.issues),
            "positions": [position.as_json() for position in self.positions],
        }

    @cached_property
    def _cells(self) -> dict[tuple[str, str], Position]:
        return {(position.holder, position.issue): position for position in self.positions}
