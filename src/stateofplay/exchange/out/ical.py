"""iCalendar: events with a day as all-day entries, under ids that stay, folded so that no character is cut.

Plans are tentative and denied acts cancelled. The stamp is the last publication that tells the event, never the clock
of this machine, so that the same record gives the same file.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from stateofplay.exchange.out.selection import Row, Selection
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.event_type import event_types

_OCTETS: Final = 75
_STATUS: Final = {"occurred": "CONFIRMED", "ongoing": "CONFIRMED", "denied": "CANCELLED"}
_DAY: Final = timedelta(days=1)
_UNKNOWN: Final = date(1970, 1, 1)


def write_ical(selection: Selection) -> Iterator[str]:
    """One VEVENT per event whose day is told; the others have no place in a calendar."""
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", _text(f"-//State of Play//{selection.about['generator']}//EN")),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", "State of Play"),
        ("X-WR-CALNAME", "State of Play"),
        ("DESCRIPTION", _text(selection.told)),
    ]
    yield _lines(head)
    for row in selection.events():
        if row["from"]:
            yield _lines(_event(row))
    yield _lines([("END", "VCALENDAR")])


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, each after the first led in by a space; no character is cut.

    >>> folded("SUMMARY:" + "會" * 30).count("\\r\\n ")
    1
    """
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join((*pieces, piece)) + "\r\n"


def _event(row: Row) -> list[tuple[str, str]]:
    stamp = f"{row['last_published'] or row['first_published'] or _UNKNOWN:%Y%m%d}T000000Z"
    return [
        ("BEGIN", "VEVENT"),
        ("UID", f"{row['event']}@stateofplay"),
        ("DTSTAMP", stamp),
        ("LAST-MODIFIED", stamp),
        ("SEQUENCE", str(len(row["statements"]) - 1)),
        ("DTSTART;VALUE=DATE", f"{row['from']:%Y%m%d}"),
        ("DTEND;VALUE=DATE", f"{row['to'] + _DAY:%Y%m%d}"),
        ("SUMMARY", _text(_summary(row))),
        ("DESCRIPTION", _text(_description(row))),
        ("CATEGORIES", _text(row["type"])),
        ("STATUS", _STATUS.get(row["status"], "TENTATIVE")),
        ("TRANSP", "TRANSPARENT"),
        ("CLASS", "PUBLIC"),
        *(("X-STATEOFPLAY-STATEMENT", id) for id in row["statements"]),
        *(("X-STATEOFPLAY-DOCUMENT", id) for id in row["documents"]),
        *(("X-STATEOFPLAY-READER", _text(reader)) for reader in row["readers"]),
        ("END", "VEVENT"),
    ]


def _summary(row: Row) -> str:
    kind = event_types().get(row["type"])
    label = kind.label() if kind else row["type"]
    sides = " → ".join(", ".join(map(display, side)) for side in (row["source"], row["target"]) if side)
    doubt = "" if row["status"] in ("occurred", "ongoing") else f" ({row['status']})"
    return f"{label}: {sides}{doubt}" if sides else f"{label}{doubt}"


def _description(row: Row) -> str:
    tellings = zip(row["quotes"], row["titles"], row["published"], strict=True)
    return "\n".join(" · ".join(part for part in telling if part) for telling in tellings)


def _lines(named: list[tuple[str, str]]) -> str:
    return "".join(folded(f"{name}:{value}") for name, value in named)


def _text(text: str) -> str:
    """A TEXT value: the signs that part values are escaped, and line breaks written as such."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(sign, written)
    return "\\n".join(text.splitlines())
