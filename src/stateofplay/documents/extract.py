"""What a file's format yields: text and imprint, plain enough to travel between processes."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.documents.full_date import full_dates
from stateofplay.documents.publication import NOTHING, Imprint

_NEAR: Final = timedelta(days=62)


@dataclass(frozen=True, kw_only=True)
class Extract:
    """One text out of a file. `place` is "" or the line of a collection; `address` where a feed's entry leads to."""

    text: str
    known: Imprint = NOTHING
    place: str = ""
    address: str = ""
    language: str = ""


def as_json(extract: Extract) -> dict[str, Any]:
    """All fields as JSON values; `from_json` reads them back."""
    fields = asdict(extract)
    fields["known"]["published"] = extract.known.published.iso if extract.known.published else None
    return fields


def from_json(fields: dict[str, Any]) -> Extract:
    """The extract that `as_json` wrote."""
    known = dict(fields["known"])
    known["published"] = Day.parse(known["published"]) if known["published"] else None
    return Extract(**{**fields, "known": Imprint(**known)})


def corroborated(made: date | None, text: str) -> Imprint:
    """The day a file was made, where a full date in its text stands at most two months before it, else nothing.

    A file's own date may be the day it was copied or exported again; alone it proves nothing about publication.
    """
    if made is None:
        return NOTHING
    near = (day for _, _, day in full_dates(text) if timedelta(0) <= made - day.first <= _NEAR)
    return Imprint(published=Day.on(made), published_by="metadata") if any(True for _ in near) else NOTHING
