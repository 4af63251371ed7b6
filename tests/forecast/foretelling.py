"""Forecasts and outcomes for tests, in one line each."""

from datetime import UTC, date, datetime, timedelta

from stateofplay.board.outcome import Outcome
from stateofplay.forecast.ledger import Entry
from stateofplay.forecast.move import Move
from stateofplay.forecast.reason import Reason
from stateofplay.record.issued import Issued

DAY = date(2025, 9, 1)
WRITTEN = datetime(2025, 9, 2, 9, tzinfo=UTC)
TOLD = {"kind": "base_rate", "weight": 0.0, "numbers": {}, "events": []}


def issued(probability=0.5, *, who="KOR>JPN", type="SANCTION", day=DAY, within=7, **fields):
    """A forecast of `who`, with a band and naive forecasts that may be given by name."""
    source, _, target = who.partition(">")
    named = {
        "low": probability / 2,
        "high": (1 + probability) / 2,
        "base_rate": 0.2,
        "recurrence": 0.3,
        "no_change": 0.0,
        "state": "state",
        "model": "model",
        "recorded_at": WRITTEN,
        "reasons": (TOLD,),
    } | fields
    first, last = day + timedelta(days=1), day + timedelta(days=within)
    return Issued(
        day=day, source=source, type=type, target=target, first=first, last=last, probability=probability, **named
    )


def entry(probability=0.5, came=False, *, closed=True, **fields):
    """The same with what became of it; open where it is not closed and has not come true."""
    made = issued(probability, **fields)
    if came:
        told = {"event": "e", "resolved": made.first, "evidence": ("s",)}
        return Entry(issued=made, outcome=Outcome(status="came-true", closed=closed, **told))
    return Entry(issued=made, outcome=Outcome(status="did-not" if closed else "open", closed=closed))


def move(probability=0.5, *, who="KOR>JPN", type="SANCTION", day=DAY, within=7, **fields):
    """A move that stands on its base rate."""
    made = issued(probability, who=who, type=type, day=day, within=within)
    numbers = {name: getattr(made, name) for name in ("low", "high", "base_rate", "recurrence", "no_change")}
    return Move(
        source=made.source,
        type=type,
        target=made.target,
        first=made.first,
        last=made.last,
        probability=probability,
        reasons=(Reason(kind="base_rate", weight=0.0, numbers={}),),
        **(numbers | fields),
    )
