"""ACLED events: written by persons, dated with a precision, actors by name, with a note that says what happened.

A row is published when it was last changed (`timestamp`), which is when its words could be read.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Final

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.exchange.incoming.code import NO_ACT, country
from stateofplay.exchange.incoming.row import Row
from stateofplay.exchange.incoming.table import Table
from stateofplay.exchange.incoming.telling import Telling, broken, day, event, settings
from stateofplay.knowledge.actor import actors
from stateofplay.knowledge.table import rows
from stateofplay.reading.statement import Status

_NEEDED: Final = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2")
_ANY: Final = "*"
_WEEK: Final = "2"
_MONTH: Final = "3"
_HALF_A_WEEK: Final = timedelta(days=3)
_YEARS: Final = re.compile(r"\s*\((?:\d{4}|\?)?\s*-\s*(?:\d{4})?\)")
_FORCE: Final = re.compile(r"(?:Military Forces|Police Forces|Government) of (?:the )?([^()]+?)\s*(?:\(|$)")
_WRITTEN: Final = ("%d %B %Y", "%d-%b-%Y", "%d-%b-%y", "%d/%m/%Y")


def _telling(row: Row) -> Telling:
    kind, sub, id = row.needed("event_type"), row["sub_event_type"], row.needed("event_id_cnty")
    type = _type(kind.lower(), sub.lower())
    told = _date(row.needed("event_date"))
    happened = _as_told(told, row["time_precision"])
    claims = (event(type, _actor(row["actor1"]), _actor(row["actor2"]), happened),) if type != NO_ACT else ()
    start, end = row.place(*settings("acled")["quote"])
    return Telling(
        line=row.line,
        head=row.head,
        key=id,
        start=start,
        end=end,
        claims=claims,
        published=_moment(row["timestamp"]) or Day.on(told),
        why=(f"ACLED {kind}: {sub}", *((f"in {country(row['country'])}",) if row["country"] else ()), id),
        confidence=settings("acled")["confidence"],
        status=Status.OCCURRED,
        language=Language.EN if row["notes"] else Language.OTHER,
    )


def _type(kind: str, sub: str) -> str:
    found = _types().get((kind, sub)) or _types().get((kind, _ANY))
    if found is None:
        raise broken(f"{kind!r} is no event type of ACLED")
    return found


@cache
def _types() -> Mapping[tuple[str, str], str]:
    return {(row["event"], row["sub"]): row["type"] for row in rows("vocabulary", "exchange", "acled.tsv")}


def _as_told(told: date, precision: str) -> Day:
    """The stretch that a date stands for: the day, the week around it, or its month."""
    if precision == _WEEK:
        return Day.span(told - _HALF_A_WEEK, told + _HALF_A_WEEK)
    return Day.month(told.year, told.month) if precision == _MONTH else Day.on(told)


@lru_cache(maxsize=20_000)
def _date(text: str) -> date:
    for form in _WRITTEN:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return day(text).first


def _moment(text: str) -> Day | None:
    """The day of a `timestamp`, in seconds since 1970 or as a date; None where there is none."""
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) > len("20250301"):
        try:
            return Day.on(datetime.fromtimestamp(int(text), UTC).date())
        except (OverflowError, ValueError, OSError):
            raise broken(f"{text!r} is no moment") from None
    return Day.on(_date(text.partition(" ")[0] if text[:4].isdigit() else text))


@lru_cache(maxsize=100_000)
def _actor(name: str) -> tuple[str, ...]:
    """A state by its forces or government, an organisation that we know, anybody else by name without the years."""
    bare = _YEARS.sub("", name).strip()
    force = _FORCE.match(name)
    if force:
        state = country(force[1])
        return (state,) if state in actors() else (bare,)
    return (country(bare),) if bare and country(bare) else ()


read_acled: Final = Table(needed=_NEEDED, tell=_telling).read
"""What each row of a file tells."""
