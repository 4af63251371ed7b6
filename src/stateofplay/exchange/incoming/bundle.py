"""Rows become documents: those of one publication day of one file, in its order, their text as it stands there.

Where a document ends is decided by its day, its size and the content of its rows, so the same file gives the same
documents, and one that has grown gives the old ones but for the last of each day.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage, PassageKind
from stateofplay.exchange.incoming.telling import Telling, limit, settings
from stateofplay.reading.statement import Statement
from stateofplay.record.addition import Reading, Unread

_Key = tuple[str, str, Day | None]


def bundled(
    tellings: Iterable[Telling | Unread], format: str, version: int, published: Day | None = None
) -> Iterator[Reading | Unread]:
    """The documents that the rows make, each with what its rows tell, as soon as it is full; faults go through.

    `published` is the day of rows that give none.
    """
    waiting: dict[_Key, list[Telling]] = {}
    held = 0
    for telling in tellings:
        if isinstance(telling, Unread):
            yield telling
            continue
        key = telling.line.path, telling.head, telling.published or published
        rows = waiting.setdefault(key, [])
        rows.append(telling)
        held += 1
        full = len(rows) >= limit("rows_per_document") or _cuts(telling)
        if full or held > limit("rows_waiting"):
            key = key if full else next(iter(waiting))
            rows = waiting.pop(key)
            held -= len(rows)
            yield _reading(rows, key[2], format, version)
    for key, rows in waiting.items():
        yield _reading(rows, key[2], format, version)


def reader_of(format: str, version: int) -> str:
    """Name and version of the reader of a format: `import:gdelt/1`."""
    return f"import:{format}/{version}"


def _cuts(telling: Telling) -> bool:
    return zlib.crc32(telling.line.text.encode()) % limit("rows_per_cut") == 0


def _reading(rows: list[Telling], published: Day | None, format: str, version: int) -> Reading:
    reader = reader_of(format, version)
    document = _document(rows, published, format)
    return Reading(document=document, raw=None, statements=tuple(_statements(document, rows, reader)), reader=reader)


def _document(rows: list[Telling], published: Day | None, format: str) -> Document:
    first = rows[0]
    passages = tuple(_passages(rows))
    text = "\n".join(passage.text for passage in passages)
    digest = hashlib.sha256(text.encode()).hexdigest()
    publisher = settings(format)["publisher"]
    return Document(
        id=digest[:24],
        path=first.line.where,
        raw_hash=digest,
        text=text,
        passages=passages,
        title=f"{publisher}, rows of {published.iso if published else 'unknown day'}",
        publisher=publisher,
        published=published,
        published_by="metadata" if first.published else "user" if published else "",
    )


def _passages(rows: list[Telling]) -> Iterator[Passage]:
    """The line that names the columns, if there is one, as furniture; then every row."""
    start = 0
    if rows[0].head:
        start = len(rows[0].head) + 1
        kind = PassageKind.RUNNING_HEAD
        yield Passage(start=0, end=start - 1, text=rows[0].head, language=Language.OTHER, kind=kind)
    for number, row in enumerate(rows, 1):
        end = start + len(row.line.text)
        yield Passage(start=start, end=end, text=row.line.text, language=row.language, paragraph=number)
        start = end + 1


def _statements(document: Document, rows: list[Telling], reader: str) -> Iterator[Statement]:
    """What the rows tell; a row with the key of an earlier one tells the same act."""
    told: dict[str, str] = {}
    skipped = len(document.passages) - len(rows)
    for row, passage in zip(rows, document.passages[skipped:], strict=True):
        for number, claim in enumerate(row.claims):
            key = f"{row.key} {number}"
            statement = Statement(
                document=document.id,
                path=row.line.where,
                start=passage.start + row.start,
                end=passage.start + row.end,
                quote=passage.text[row.start : row.end],
                language=row.language.value,
                status=row.status,
                claim=claim,
                reader=reader,
                confidence=row.confidence,
                published=document.published,
                said_by=row.said_by,
                why=row.why,
                same_as=told.get(key, ""),
            )
            told.setdefault(key, statement.id)
            yield statement
