"""A telling is what one row of a data set says, with the place of its words in the row."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.errors import BrokenDocument, DocumentError
from stateofplay.exchange.incoming.line import Line
from stateofplay.knowledge.table import structure
from stateofplay.reading.statement import EventClaim, Status
from stateofplay.record.addition import Unread

_YEARS: Final = range(1700, 2200)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One row: the `line` where it stands, under which `head`, and the `claims` that it makes; none if it tells no act.

    `start`..`end` is the quote in the row's text. Rows with the same `key` in one document tell one act. `published`
    is None where the row gives no day. `head` is the line that names the columns, "" where there is none.
    """

    line: Line
    key: str
    start: int
    end: int
    claims: tuple[EventClaim, ...]
    published: Day | None
    why: tuple[str, ...]
    confidence: float
    status: Status = Status.OCCURRED
    language: Language = Language.OTHER
    said_by: str = ""
    head: str = ""


@cache
def settings(format: str) -> dict[str, Any]:
    """What `vocabulary/exchange/formats.yaml` says of a format."""
    return dict(structure("vocabulary", "exchange", "formats.yaml")[format])


@cache
def limit(name: str) -> int:
    """A limit of `vocabulary/exchange/formats.yaml`."""
    return int(structure("vocabulary", "exchange", "formats.yaml")[name])


def unread(line: Line, error: DocumentError) -> Unread:
    """The row that failed with `error`, by file and line."""
    return Unread.file(line.where, error)


def broken(what: str) -> BrokenDocument:
    """A row that is wrong in this way."""
    return BrokenDocument(what, mend="mend the row and import the file again; the rows beside it are in")


@lru_cache(maxsize=50_000)
def day(text: str) -> Day:
    """The day that a cell gives as 2025-03-01, 20250301 or 20250301120000; BrokenDocument for anything else."""
    digits = text.replace("-", "")[:8]
    try:
        if not (digits.isascii() and digits.isdigit()):
            raise ValueError(text)
        found = Day.parse(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}")
    except ValueError:
        raise broken(f"{text!r} is no date") from None
    if found.first.year not in _YEARS:
        raise broken(f"{text!r} is no date")
    return found


def event(
    type: str, source: tuple[str, ...], target: tuple[str, ...], happened: Day | None, people: tuple[str, ...] = ()
) -> EventClaim:
    """The claim of an event; what a side does to itself is domestic and has no target."""
    toward = () if set(source) == set(target) else target
    return EventClaim(type=type, source=source, target=toward, happened=happened, people=people)
