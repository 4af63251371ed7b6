"""POLECAT events: PLOVER types, actors by name, country and sectors, several in a cell where several act."""

from typing import Final

from stateofplay.exchange.incoming.code import country, party, plover_type, status_of
from stateofplay.exchange.incoming.row import Row
from stateofplay.exchange.incoming.table import Table
from stateofplay.exchange.incoming.telling import Telling, day, event, settings
from stateofplay.reading.statement import Status

_NEEDED: Final = ("Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country", "Publication Date")
_HEADLINE: Final = "Headline"
_STATUS: Final = {status.value: status for status in Status}


def _telling(row: Row) -> Telling:
    name, id = row.needed("Event Type"), row.needed("Event ID")
    type = plover_type(name)
    # Our own exports leave the day empty where none is told.
    happened = day(row["Event Date"]) if row["Event Date"] else None
    claims = (event(type, _actors(row, "Actor"), _actors(row, "Recipient"), happened),) if type else ()
    start, end = row.place(*settings("polecat")["quote"])
    return Telling(
        line=row.line,
        head=row.head,
        key=id,
        start=start,
        end=end,
        claims=claims,
        published=day(row["Publication Date"]) if row["Publication Date"] else happened,
        why=(f"POLECAT {' '.join((name, *row.values('Event Mode')))}", *_place(row), f"Event ID {id}"),
        confidence=settings("polecat")["confidence"],
        status=_STATUS.get(row["Status"]) or status_of(row.values("Event Mode")),
    )


def _actors(row: Row, side: str) -> tuple[str, ...]:
    """Ids of those who act, side by side as the cells list them; sectors go with them where they are as many."""
    states, names, sectors = (row.values(f"{side} {cell}") for cell in ("Country", "Name", "Sectors"))
    primary = row.values(f"Primary {side} Sector")
    many = max(len(states), len(names) if not any(states) else 0)
    found = []
    for at in range(many):
        state = country(states[at]) if at < len(states) else ""
        name = names[at] if len(names) == many else ""
        told = _at(sectors, at, many) if many > 1 and len(sectors) == many else _at(primary, at, many)
        id = party(state, told) if state else country(name)
        if id:
            found.append(id)
    return tuple(dict.fromkeys(found))


def _at(sectors: list[str], at: int, many: int) -> list[str]:
    return sectors[at : at + 1] if len(sectors) == many else sectors


def _place(row: Row) -> tuple[str, ...]:
    return (f"in {country(row['Country'])}",) if row["Country"] else ()


read_polecat: Final = Table(needed=_NEEDED, tell=_telling, spare=_HEADLINE).read
"""What each row of a file tells."""
