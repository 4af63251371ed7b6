"""Collections: one document to each line of JSON or row of a table; a bad one costs itself alone."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stateofplay.documents.charset import decoded
from stateofplay.documents.extract import Extract
from stateofplay.documents.limits import TEXT_BYTES
from stateofplay.documents.publication import Imprint, day_of
from stateofplay.errors import BrokenDocument, DocumentError, EmptyDocument, TooLarge
from stateofplay.knowledge.table import structure


def json_lines(path: Path) -> Iterator[Extract | DocumentError]:
    """A document from each line of a JSONL file, read line by line, however long the file."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(TEXT_BYTES + 1):
            number += 1
            where = f"{path}#{number}"
            if len(line) > TEXT_BYTES:
                while line and not line.endswith(b"\n"):
                    line = file.readline(TEXT_BYTES)
                yield TooLarge(f"a line of more than {TEXT_BYTES >> 20} MB", where=where, mend="one article to a line")
            elif line.strip():
                yield _json_line(line, number, where)


def _json_line(line: bytes, number: int, where: str) -> Extract | DocumentError:
    try:
        record = json.loads(decoded(line, where=where))
    except DocumentError as error:
        return error
    except (ValueError, RecursionError) as error:
        return BrokenDocument(f"not JSON: {error}"[:200], where=where, mend="one JSON object to a line")
    if not isinstance(record, dict):
        return BrokenDocument("not a JSON object", where=where, mend='write {"text": …}')
    return _record(record, number, where)


def _record(record: dict[str, Any], number: int, where: str) -> Extract | DocumentError:
    given = {str(name).strip().lower(): value for name, value in record.items()}
    values = {
        field: next((str(given[name]) for name in names if given.get(name) not in (None, "")), "")
        for field, names in _columns().items()
    }
    if not values["text"].strip():
        return EmptyDocument("no text in it", where=where, mend="put the article under `text`")
    day = day_of(values["published"]) if values["published"] else None
    known = Imprint(
        title=values["title"],
        publisher=values["publisher"],
        author=values["author"],
        published=day,
        published_by="metadata" if day else "",
    )
    return Extract(
        text=values["text"], known=known, place=str(number), address=values["address"], language=values["language"]
    )


def table_rows(data: bytes, where: str) -> Iterator[Extract | DocumentError]:
    """A document from each row of a CSV or TSV file whose first row names its columns."""
    text = decoded(data, where=where)
    csv.field_size_limit(TEXT_BYTES)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    names = {str(name).strip().lower() for name in rows.fieldnames or ()}
    if not names & set(_columns()["text"]):
        yield BrokenDocument("no column of texts", where=where, mend="name the column of the articles `text`")
        return
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield BrokenDocument(f"not a table: {error}", where=f"{where}#{rows.line_num}")
            return
        if row is None:
            return
        yield _record(row, rows.line_num, f"{where}#{rows.line_num}")


def _columns() -> dict[str, list[str]]:
    columns: dict[str, list[str]] = structure("vocabulary", "collection.yaml")
    return columns


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",\t;", key=head.count)
