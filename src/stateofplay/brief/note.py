"""A note: where a cited statement stands, so that a reader can go and see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.record.record import Record
from stateofplay.record.row import Row
from stateofplay.record.standing import STANDS

_CITED: Final = f"""
SELECT s.*, d.title FROM (
    SELECT id, document, path, start, "end", quote, language, said_by, publisher, published_first, published_last
    FROM standing WHERE id IN (SELECT unnest($ids)) AND {STANDS}
) s JOIN document d ON d.id = s.document"""


@dataclass(frozen=True, kw_only=True)
class Note:
    """One place in a document, and the `statements` that it carries, by id.

    `number` is what sentences cite it by, from 1; `title` is in the script of the document, "" for none. `published`
    is None where the day is unknown; `language` is that of the `quote`, which is verbatim.
    """

    number: int
    statements: tuple[str, ...]
    document: str
    path: str
    outlet: str
    title: str
    published: Day | None
    language: str
    quote: str
    said_by: str

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {**vars(self), "statements": list(self.statements), "published": self.published and self.published.iso}


def notes_of(record: Record, statements: Sequence[str], known: date | None) -> tuple[Note, ...]:
    """The notes of `statements`, numbered in this order; what stands at the same place shares one.

    NotFound where a statement does not count by `known`.
    """
    rows = record.ask(_CITED, {"ids": list(statements), "known": known}).to_pylist()
    by_id = {row["id"]: row for row in rows}
    missing = [id for id in statements if id not in by_id]
    if missing:
        raise NotFound(f"no statement {missing[0]!r} that counts by {known or 'now'}", mend="ask for a later day")
    places: dict[tuple[str, int, int], list[Row]] = {}
    for row in map(by_id.__getitem__, statements):
        places.setdefault((row["document"], row["start"], row["end"]), []).append(row)
    return tuple(_note(number, rows) for number, rows in enumerate(places.values(), 1))


def _note(number: int, rows: Sequence[Row]) -> Note:
    first, last = rows[0]["published_first"], rows[0]["published_last"]
    return Note(
        number=number,
        statements=tuple(row["id"] for row in rows),
        document=rows[0]["document"],
        path=rows[0]["path"],
        outlet=rows[0]["publisher"] or "",
        title=rows[0]["title"] or "",
        published=Day.span(first, last) if first and last else None,
        language=rows[0]["language"],
        quote=rows[0]["quote"],
        said_by=next((row["said_by"] for row in rows if row["said_by"]), ""),
    )
