"""ICEWS events: one row a sentence of a story, actors by name, country and sectors, acts by CAMEO code.

The event id alone is not unique; with the event's date it is.
"""

from typing import Final

from stateofplay.exchange.incoming.code import cameo_type, country, icews_sectors, party
from stateofplay.exchange.incoming.row import Row
from stateofplay.exchange.incoming.table import Table
from stateofplay.exchange.incoming.telling import Telling, day, event, settings

_NEEDED: Final = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Country",
    "CAMEO Code",
    "Target Name",
    "Target Country",
)
_UNTOLD: Final = "UNK"
"""Sector of whom the data set gives a country and no sector: not the state, which has the name of its country."""


def _telling(row: Row) -> Telling:
    code = row.needed("CAMEO Code")
    type = cameo_type(code)
    happened, id = day(row.needed("Event Date")), row.needed("Event ID")
    claims = (event(type, _actor(row, "Source"), _actor(row, "Target"), happened),) if type else ()
    start, end = row.place(*settings("icews")["quote"])
    return Telling(
        line=row.line,
        head=row.head,
        key=f"{id} {happened.iso}",
        start=start,
        end=end,
        claims=claims,
        published=happened,
        why=(f"CAMEO {code}", *((f"in {country(row['Country'])}",) if row["Country"] else ()), f"Event ID {id}"),
        confidence=settings("icews")["confidence"],
    )


def _actor(row: Row, side: str) -> tuple[str, ...]:
    name, state = row[f"{side} Name"], country(row[f"{side} Country"])
    if not state:
        return (country(name),) if name and country(name) else ()
    if country(name) == state:
        return (state,)
    # A minister is also of the elite and of a party: the sector that speaks for the state decides, then the first.
    told = [icews_sectors().get(sector.strip(), "") for sector in row[f"{side} Sectors"].split(",")]
    return (party(state, [sector for sector in told if sector] or [_UNTOLD]),)


read_icews: Final = Table(needed=_NEEDED, tell=_telling).read
"""What each row of a file tells."""
