"""A moment: the day a page shows, and the days around it on which something is told to have happened."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.app.desk import Desk
from stateofplay.app.web.visit import Visit
from stateofplay.errors import YourInput
from stateofplay.reading.statement import Status

WEEK: Final = timedelta(days=7)
_WEEKS_SHOWN: Final = 78
_WEEKS_AHEAD: Final = 26
_STRIP_WIDTH: Final = 1000.0
_STRIP_HEIGHT: Final = 44.0


@dataclass(frozen=True, kw_only=True)
class Moment:
    """`days` are the last days of all events that happened, sorted, one per event; `last` the record's last day."""

    on: date
    known: date | None
    last: date
    days: tuple[date, ...] = field(repr=False)

    @property
    def first(self) -> date | None:
        """Day of the earliest event; None where there is none."""
        return self.days[0] if self.days else None

    @property
    def before(self) -> date | None:
        """The last day with an event before `on`."""
        place = bisect_left(self.days, self.on)
        return self.days[place - 1] if place else None

    @property
    def after(self) -> date | None:
        """The first day with an event after `on`."""
        place = bisect_right(self.days, self.on)
        return self.days[place] if place < len(self.days) else None


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A week of the strip, `first` and `last` included, with its number of events and its place."""

    first: date
    last: date
    count: int
    x: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A label under the strip."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, kw_only=True)
class Strip:
    """Weeks around a moment, as bars; `now` is where its day stands."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    now: float


def moment_of(desk: Desk, visit: Visit) -> Moment:
    """The moment that a visit asks for; without a day in its address, the last day of the record."""
    last = _last(desk, visit)
    table = desk.record.event_table(visit.known)
    happened = pc.is_in(table["status"], pa.array([Status.OCCURRED.value, Status.ONGOING.value]))
    days = table["to"].filter(happened).drop_null().to_pylist()
    return Moment(on=visit.on or last, known=visit.known, last=last, days=tuple(sorted(days)))


def _last(desk: Desk, visit: Visit) -> date:
    try:
        return desk.last_published(visit.known)
    except YourInput:  # nothing is dated by then: the page still opens, and says so
        return visit.on or visit.known or date.today()


def strip_of(moment: Moment) -> Strip:
    """A year and a half of weeks around the moment, no further ahead than half a year."""
    end = min(max(moment.last, moment.on), moment.on + _WEEKS_AHEAD * WEEK)
    start = end - _WEEKS_SHOWN * WEEK + timedelta(days=1)
    counts = Counter((day - start).days // 7 for day in moment.days if start <= day <= end)
    width = _STRIP_WIDTH / _WEEKS_SHOWN
    most = max(counts.values(), default=1)
    bars = tuple(_bar(start, week, count, most, width) for week, count in sorted(counts.items()))
    return Strip(bars=bars, ticks=_ticks(start, end), now=_across(start, end, moment.on))


def _bar(start: date, week: int, count: int, most: int, width: float) -> Bar:
    first = start + week * WEEK
    return Bar(
        first=first,
        last=first + timedelta(days=6),
        count=count,
        x=round(week * width, 1),
        width=round(width, 1),
        height=round(4 + (_STRIP_HEIGHT - 4) * count / most, 1),
    )


def _ticks(start: date, end: date) -> tuple[Tick, ...]:
    months = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in (1, 4, 7, 10)]
    inside = [month for month in months if start <= month <= end]
    return tuple(Tick(x=_across(start, end, month), label=f"{month:%Y-%m}", anchor="start") for month in inside)


def _across(start: date, end: date, day: date) -> float:
    share = (day - start).days / max((end - start).days, 1)
    return round(_STRIP_WIDTH * min(max(share, 0.0), 1.0), 1)
