"""GDELT events, versions 1 and 2: tables without a head, whose actors have CAMEO codes and whose places FIPS codes.

A file has 61 columns, or 62 where somebody added one; those of version 1 have 57 or 58.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from stateofplay.exchange.incoming.code import cameo_type, country, fips, group, is_sector, party
from stateofplay.exchange.incoming.line import Line
from stateofplay.exchange.incoming.row import TAB, Head, Row
from stateofplay.exchange.incoming.table import told
from stateofplay.exchange.incoming.telling import Telling, broken, day, event, settings
from stateofplay.knowledge.table import structure
from stateofplay.record.addition import Unread

_ADDED_IN_2: Final = "ADM2Code"
_ADDRESS: Final = "SOURCEURL"
_COUNTRY: Final = len("KOR")


def read_gdelt(lines: Iterator[Line]) -> Iterator[Telling | Unread]:
    """What each row of a file tells."""
    for line in lines:
        yield from told(line, lambda line: _telling(_head(line.text.count(TAB) + 1).row(line)))


@cache
def _heads() -> Mapping[int, Head]:
    """Number of columns → the head that such rows have, though no file names it."""
    names = list(structure("vocabulary", "exchange", "formats.yaml")["gdelt_columns"])
    first = [name for name in names if _ADDED_IN_2 not in name]
    second, older = Head("", names, TAB, more=True), [name for name in first if name != _ADDRESS]
    return {
        len(names): second,
        len(names) + 1: second,
        len(first): Head("", first, TAB),
        len(older): Head("", older, TAB),
    }


def _head(width: int) -> Head:
    head = _heads().get(width)
    if head is None:
        raise broken(f"{width} columns, where GDELT has {', '.join(map(str, sorted(_heads())))}")
    return head


def _telling(row: Row) -> Telling:
    code = row.needed("EventCode")
    type = cameo_type(code)
    happened, added = day(row.needed("SQLDATE")), row["DATEADDED"]
    claims = (event(type, _actor(row, "Actor1"), _actor(row, "Actor2"), happened),) if type else ()
    start, end = row.place(*settings("gdelt")["quote"])
    id = row.needed("GLOBALEVENTID")
    return Telling(
        line=row.line,
        key=id,
        start=start,
        end=end,
        claims=claims,
        published=day(added) if added else happened,
        why=(f"CAMEO {code}", *_place(row), f"GLOBALEVENTID {id}"),
        confidence=settings("gdelt")["confidence"],
    )


def _actor(row: Row, side: str) -> tuple[str, ...]:
    """Who acts or is acted on; nobody where the code names a role alone, such as GOV, that any state may have."""
    code = row[f"{side}Code"]
    known = group(row[f"{side}KnownGroupCode"]) or group(code[:_COUNTRY])
    if known and not row[f"{side}CountryCode"]:
        return (known,)
    state = country(row[f"{side}CountryCode"])
    if not state:
        roles = {code[at : at + _COUNTRY] for at in range(0, len(code), _COUNTRY)}
        return () if not code or all(map(is_sector, roles)) or not country(code) else (code,)
    if row[f"{side}KnownGroupCode"] or row[f"{side}EthnicCode"] or row[f"{side}Religion1Code"]:
        return (known or code,)
    return (party(state, (row[f"{side}Type{number}Code"] for number in (1, 2, 3))),)


def _place(row: Row) -> tuple[str, ...]:
    code = row["ActionGeo_CountryCode"]
    return (f"in {fips(code)}: {row['ActionGeo_FullName']}",) if code else ()
