"""A sentence: what stands behind something shown, in its own words, with the place where a document says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from stateofplay.record.record import Record
from stateofplay.record.roll import rows_with
from stateofplay.record.row import Row

_COLUMNS: Final = ("id", "document", "path", "publisher", "language", "published_last", "quote")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """Words of a document: `quote` as written, in the `language` of its passage.

    `statement` is the id of the statement that they carry. `publisher` is "" where none is named, `published` the last
    day on which the document may have appeared, None where that is unknown.
    """

    statement: str
    document: str
    path: str
    publisher: str
    language: str
    published: date | None
    quote: str

    @property
    def outlet(self) -> str:
        """Who tells it: the publisher, or the document where none is named, which then speaks for itself."""
        return self.publisher or self.document

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "statement": self.statement,
            "document": self.document,
            "path": self.path,
            "publisher": self.publisher,
            "language": self.language,
            "published": self.published.isoformat() if self.published else None,
            "quote": self.quote,
        }


def sentence_of(row: Row) -> Sentence:
    """The sentence of a row of the roll, of which it needs the columns named as in `Sentence`, `id` for the id."""
    return Sentence(
        statement=row["id"],
        document=row["document"],
        path=row["path"],
        publisher=row["publisher"] or "",
        language=row["language"],
        published=row["published_last"],
        quote=row["quote"],
    )


def sentences_of(record: Record, ids: Iterable[str]) -> dict[str, Sentence]:
    """Statement id → its sentence, for those of `ids` that the record has and that stand."""
    rows = rows_with(record.roll(), sorted(set(ids))).select(_COLUMNS)
    return {row["id"]: sentence_of(row) for row in rows.to_pylist()}
