"""Records made of a few claims, so that a board can be told what happened in one line per event."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from stateofplay.board.board import Board, board_of
from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage
from stateofplay.reading.statement import Claim, EventClaim, Statement, Status
from stateofplay.record.addition import Reading, short_hash
from stateofplay.record.record import Record, open_record

READER = "told/1"
RECORDED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def event(
    kind: str, source: str, target: str = "", on: str | None = None, status: Status = Status.OCCURRED
) -> tuple[Claim, Status]:
    """An event in one line: type, sources and targets apart by spaces, day, status."""
    happened = Day.parse(on) if on else None
    claim = EventClaim(type=kind, source=tuple(source.split()), target=tuple(target.split()), happened=happened)
    return claim, status


def reading(
    *claims: tuple[Claim, Status],
    published: str | None = "2025-09-01",
    publisher: str = "Herald",
    name: str = "",
    reader: str = READER,
) -> Reading:
    """A document of one sentence per claim, and its reading."""
    day = Day.parse(published) if published else None
    sentences = [f"{name}{publisher} {published} tells {number}: {claim}. " for number, (claim, _) in enumerate(claims)]
    text = "".join(sentences)
    id = short_hash(text)
    path = f"{name or publisher}-{published}.txt"
    passages, statements, start = [], [], 0
    for sentence, (claim, status) in zip(sentences, claims, strict=True):
        end = start + len(sentence)
        passages.append(Passage(start=start, end=end, text=sentence, language=Language.EN))
        statements.append(
            Statement(
                document=id,
                path=path,
                start=start,
                end=end,
                quote=sentence,
                language="en",
                status=status,
                claim=claim,
                reader=reader,
                confidence=0.9,
                published=day,
            )
        )
        start = end
    document = Document(
        id=id, path=path, raw_hash=id, text=text, passages=tuple(passages), publisher=publisher, published=day
    )
    return Reading(document=document, raw=None, statements=tuple(statements), reader=reader)


@pytest.fixture
def told() -> SimpleNamespace:
    """Makers: `told.event(...)` for what is said, `told.reading(...)` for the document that says it."""
    return SimpleNamespace(event=event, reading=reading, recorded_at=RECORDED_AT)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "record")


@pytest.fixture
def fold(record: Record) -> Callable[..., Board]:
    """Add readings to a record and fold it: `fold(readings, on="2025-09-01", known=None)`."""

    def folded(readings: Iterable[Reading], on: str = "2025-09-01", known: str | None = None) -> Board:
        record.add(readings, recorded_at=RECORDED_AT)
        return board_of(record, date.fromisoformat(on), date.fromisoformat(known) if known else None)

    return folded
