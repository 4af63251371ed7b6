"""Gold out of reviews: what an analyst accepted or corrected, in the form by which any reader can be evaluated."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from stateofplay.documents.document import Document
from stateofplay.errors import YourInput
from stateofplay.exchange.out.selection import Selection
from stateofplay.reading.statement import claim_fields
from stateofplay.record.record import Record
from stateofplay.record.review import Verdict
from stateofplay.record.row import Row, statement_of

Shape = dict[str, Any]

_KEPT = (Verdict.ACCEPT.value, Verdict.CORRECT.value)


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """A document with a reviewed statement: the `lines` of gold that it gives, and how many are still `open`."""

    document: Document
    lines: tuple[Shape, ...]
    open: int


def gold_of(record: Record, known: date | None = None) -> Iterator[Reviewed]:
    """Every document of which a statement was reviewed, with what was accepted or corrected in it, in document order.

    Where nothing is open, the reader's statements have all been judged, also those it was not sure of; what it missed
    is for the analyst to add.
    """
    record = record.at(0.0)
    for id in dict.fromkeys(review.document for review in record.reviews(known=known)):
        rows = record.statement_table(document=id, known=known).to_pylist()
        kept = [row for row in rows if row["verdict"] in _KEPT]
        number = {row["root"]: n for n, row in enumerate(kept, 1)}
        document = record.document(id)
        yield Reviewed(
            document=document,
            lines=tuple(_line(row, number.get(row["same_as"])) for row in kept),
            open=len(rows) - len(kept),
        )


def write_gold(selection: Selection) -> Iterator[str]:
    """One line of JSON per statement kept, by the guide; `complete` leaves out documents with statements unreviewed.

    YourInput where the selection leaves statements or words out: a reader cannot be held to half a document.
    """
    if selection.on or selection.between or selection.quotes is not None:
        raise YourInput("gold is whole documents with whole quotes", mend="leave out --on, --between and --quotes")
    for one in gold_of(selection.record, selection.known):
        if not (selection.complete and one.open):
            yield from (json.dumps(line, ensure_ascii=False) + "\n" for line in one.lines)


def write_texts(reviewed: Iterable[Reviewed], folder: Path) -> None:
    """Write the text of each document as `DOC.txt`, its publication day on top."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in reviewed:
        document = one.document
        day = f"date {document.published.iso}\n\n" if document.published else ""
        head = "" if document.text.startswith("date ") else day
        (folder / f"{document.id}.txt").write_text(head + document.text, encoding="utf-8")


def _line(row: Row, same_as: int | None) -> Shape:
    """One line by the guide; `same_as` counts the lines of the document from 1."""
    said = statement_of(row)
    head = {"doc": said.document, "lang": said.language, "kind": said.kind, "quote": said.quote}
    line = {**head, "status": said.status.value, **claim_fields(said.claim)}
    return {**line, "same_as": same_as} if same_as else line
