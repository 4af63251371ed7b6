"""A term: a stretch of days with a first and perhaps a last, both included; what a source does not say stays open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from stateofplay.day import Day


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From `begins` to `ends`, both included; None for a side that is open. Each may be a month or a year.

    Within a month or year that is all we know, the stretch counts as running: from the first day of `begins` to the
    last day of `ends`.
    """

    begins: Day | None = None
    ends: Day | None = None

    def __post_init__(self) -> None:
        if self.begins and self.ends and self.ends.last < self.begins.first:
            raise ValueError(f"to {self.ends.iso} is before from {self.begins.iso}")

    def covers(self, day: date) -> bool:
        """Whether `day` may lie in it."""
        return (self.begins is None or self.begins.first <= day) and (self.ends is None or day <= self.ends.last)

    @property
    def first(self) -> date:
        """The first day it may have begun; the earliest date there is where that is open."""
        return self.begins.first if self.begins else date.min

    def clashes(self, other: "Stretch") -> bool:
        """Whether the two surely share more than the day, month or year of a handover."""
        return _surely_before(self.begins, other.ends) and _surely_before(other.begins, self.ends)


@dataclass(frozen=True, kw_only=True)
class Term(Stretch):
    """One person's time in one office. `acting` marks who stands in while the office is vacant or its holder barred.

    `announced`: the day on which the holder said that he would leave, where he left by his own word before his time.
    """

    office: str
    person: str
    acting: bool = False
    announced: Day | None = None


def stretch(fields: Mapping[str, Any]) -> Stretch:
    """Read `from` and `to`, each an ISO day, month or year, or absent; ValueError when unreadable or reversed."""
    return Stretch(begins=day_of(fields.get("from")), ends=day_of(fields.get("to")))


def day_of(value: object) -> Day | None:
    """A day from a YAML or TSV cell; None where it is empty; ValueError for anything else that is no day."""
    return Day.parse(str(value)) if value not in (None, "") else None


def _surely_before(begins: Day | None, ends: Day | None) -> bool:
    return begins is None or ends is None or begins.last < ends.first
