"""A day as sources give it: a partial date that knows its precision and never invents what was not said."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True)
class Day:
    """A stretch of whole days, `start` included and `end` not.

    "2023-08" is the stretch of that month, "late August" the stretch from the 21st on; nothing narrower is invented.

    >>> Day.parse("2023-08").iso
    '2023-08-01..2023-08-31'
    >>> Day.parse("2025-08-23").precision
    'day'
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a day must end after it starts: {self.start} .. {self.end}")

    @classmethod
    def on(cls, day: date) -> "Day":
        """The single calendar day `day`."""
        return cls(day, day + _ONE_DAY)

    @classmethod
    def span(cls, first: date, last: date) -> "Day":
        """The stretch from `first` to `last`, both included."""
        return cls(first, last + _ONE_DAY)

    @classmethod
    def month(cls, year: int, month: int) -> "Day":
        """The whole calendar month."""
        return cls.span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> "Day":
        """The whole calendar year."""
        return cls.span(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Read `2025`, `2025-08`, `2025-08-23` or `FIRST..LAST`; ValueError for anything else."""
        first, dots, last = text.strip().partition("..")
        if dots:
            return cls(cls.parse(first).start, cls.parse(last).end)
        match = _PARTIAL.fullmatch(first)
        if match is None:
            raise ValueError(f"not a day: {text!r}; write 2025, 2025-08, 2025-08-23 or 2025-08-21..2025-08-31")
        year, month, day = match.groups()
        if day:
            return cls.on(date(int(year), int(month), int(day)))
        return cls.month(int(year), int(month)) if month else cls.year(int(year))

    @property
    def first(self) -> date:
        """First day of the stretch."""
        return self.start

    @property
    def last(self) -> date:
        """Last day of the stretch, included."""
        return self.end - _ONE_DAY

    @property
    def length(self) -> int:
        """Number of days, at least 1."""
        return (self.end - self.start).days

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, or `span` for any other stretch."""
        if self.length == 1:
            return "day"
        if self == Day.month(self.start.year, self.start.month):
            return "month"
        return "year" if self == Day.year(self.start.year) else "span"

    @property
    def iso(self) -> str:
        """`2025-08-23` for one day, else `FIRST..LAST`, last day included; `Day.parse` reads it back."""
        return self.first.isoformat() if self.length == 1 else f"{self.first}..{self.last}"

    def overlaps(self, other: "Day") -> bool:
        """Whether the two stretches share a day."""
        return self.start < other.end and other.start < self.end

    def capped(self, last: date) -> "Day":
        """The same stretch, ending on `last` at the latest; unchanged where it starts after `last`."""
        return self if self.start > last or self.last <= last else Day.span(self.start, last)
