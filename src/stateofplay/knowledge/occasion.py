"""An occasion: a date of the region's calendar, every year's or set for once; it says when, never what will happen."""

from dataclasses import dataclass
from typing import Final

from stateofplay.day import Day
from stateofplay.knowledge.spelling import Spelling, shown

KINDS: Final = ("memorial", "holiday", "politics", "exercise", "summit", "election", "deadline")


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """A day that concerns `actors`, every year at `recurs` (`MM-DD` or `MM`) or once on `days`.

    `kind` is one of KINDS.
    """

    id: str
    titles: tuple[Spelling, ...]
    kind: str
    actors: tuple[str, ...]
    recurs: str = ""
    days: Day | None = None

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
