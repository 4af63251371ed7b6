"""An occasion: a date of the region's calendar, every year's or set for once, and what is customary then."""

from dataclasses import dataclass
from typing import Final

from stateofplay.day import Day
from stateofplay.knowledge.spelling import Spelling, shown

KINDS: Final = ("memorial", "holiday", "politics", "exercise", "summit", "election", "deadline")


@dataclass(frozen=True, kw_only=True)
class Custom:
    """What `source` does toward `target` on an occasion as a rule: an event `type`, such as ACCUSE."""

    source: str
    type: str
    target: str

    @classmethod
    def parse(cls, text: str) -> "Custom":
        """Read `KOR ACCUSE JPN`; ValueError for anything else.

        >>> Custom.parse("KOR ACCUSE JPN").type
        'ACCUSE'
        """
        try:
            source, type, target = text.split()
        except ValueError:
            raise ValueError(f"{text!r} is no custom; write KOR ACCUSE JPN") from None
        return cls(source=source, type=type, target=target)


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """A day that concerns `actors`, every year at `recurs` (`MM-DD` or `MM`) or once on `days`.

    `kind` is one of KINDS. `customs` are acts that it brings as a rule: a claim of the region's data, never of ours.
    """

    id: str
    titles: tuple[Spelling, ...]
    kind: str
    actors: tuple[str, ...]
    recurs: str = ""
    days: Day | None = None
    customs: tuple[Custom, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.recurs) == bool(self.days):
            raise ValueError("an occasion either recurs or has its days, not both and not neither")
        if self.recurs:
            Day.parse(f"2023-{self.recurs}")

    def falls(self, year: int) -> Day | None:
        """Its days in `year`; None when it does not take place then."""
        if self.recurs:
            return Day.parse(f"{year}-{self.recurs}")
        return self.days if self.days and self.days.overlaps(Day.year(year)) else None

    def title(self, variant: str) -> str:
        """The title to show in `variant`, such as `zh-Hant`."""
        return shown(self.titles, variant)
