"""Replay: forecasts made day by day as they would have been, each from what was known on its day, and then decided.

A replay shows how good the method would have been. It is no proof of foresight: whoever replays knows what came.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import chain

from stateofplay.errors import YourInput
from stateofplay.forecast.ledger import Entry, entries_of
from stateofplay.record.issued import Issued
from stateofplay.record.record import Record

Forecaster = Callable[[date], Sequence[Issued]]
"""What is forecast on a day, from what was known on it."""


def days_of(first: date, last: date, every: int) -> tuple[date, ...]:
    """The days on which a replay forecasts: `first`, then each `every` days later, up to `last`, included.

    YourInput where there is none.

    >>> [day.isoformat() for day in days_of(date(2026, 1, 1), date(2026, 1, 15), 7)]
    ['2026-01-01', '2026-01-08', '2026-01-15']
    """
    if last < first or every < 1:
        raise YourInput(f"no day from {first} to {last} every {every} days", mend="give an earlier first day")
    return tuple(first + timedelta(days=n) for n in range(0, (last - first).days + 1, every))


def replay(
    record: Record, days: Sequence[date], forecaster: Forecaster, *, on: date, known: date | None, region: str
) -> tuple[Entry, ...]:
    """What the forecaster says on each of the days, with what became of it by `on`, as published by `known`."""
    issued = tuple(chain.from_iterable(forecaster(day) for day in days))
    return entries_of(record, issued, on=on, known=known, region=region)
