"""Made-up documents and statements for the tests of the record."""

import hashlib
from datetime import UTC, datetime, timedelta

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Origin, Passage, PassageKind
from stateofplay.reading.statement import EventClaim, Statement, Status
from stateofplay.record.addition import Reading

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
READER = "rules/1"
TEXT = (
    "李在明與石破茂會談。 Lee met Ishiba. They agreed to meet again.\n이재명 대통령은 도쿄를 방문했다.\n🛥 遼寧艦通過。"
)


def sha(content: str | bytes) -> str:
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


def document(name: str = "a", published: str | None = "2025-08-24", text: str = "") -> Document:
    """A document whose text holds its name; its bytes are `raw_of` it."""
    text = text or f"{name}. {TEXT}"
    cut = len(text) // 2
    return Document(
        id=sha(text)[:24],
        path=f"{name}.txt",
        raw_hash=sha(text),
        text=text,
        passages=(
            Passage(start=0, end=cut, text=text[:cut], language=Language.ZH_HANT, kind=PassageKind.HEADING),
            Passage(start=cut, end=len(text), text=text[cut:].strip(), language=Language.KO, paragraph=1),
        ),
        origins=(Origin(clean=0, raw=3, length=cut), Origin(clean=cut, raw=cut + 9, length=2)),
        title=f"Title of {name}",
        publisher=f"Outlet {name}",
        author="Kim",
        published=Day.parse(published) if published else None,
        published_by="user" if published else "",
    )


def raw_of(document: Document) -> bytes:
    return document.text.encode()


def telling(
    document: Document,
    happened: str | None = "2025-08-23",
    *,
    who: str = "KOR>JPN",
    type: str = "CONSULT",
    at: int = 0,
    status: str = "occurred",
    people: tuple[str, ...] = (),
    **fields: object,
) -> Statement:
    """A statement in `document` that its source (before >) did something to its target on a day."""
    source, _, target = who.partition(">")
    claim = EventClaim(
        type=type,
        source=tuple(source.split()),
        target=tuple(target.split()),
        happened=Day.parse(happened) if happened else None,
        people=people,
    )
    given = {"status": Status(status), "reader": READER, "confidence": 0.75, "language": "zh-Hant", **fields}
    return Statement(
        document=document.id,
        path=document.path,
        start=at,
        end=at + 5,
        quote=document.text[at : at + 5],
        claim=claim,
        published=document.published,
        **given,  # type: ignore[arg-type]
    )


def reading(document: Document, *statements: Statement, reader: str = READER) -> Reading:
    return Reading(document=document, raw=raw_of(document), statements=statements, reader=reader)


def numbered(number: int) -> Reading:
    """The reading of a small document of its own, the same whenever and by whomever it is made."""
    made = document(f"document {number}", (datetime(2025, 1, 1) + timedelta(days=number)).date().isoformat())
    return reading(made, telling(made, "2024-12-03", who="KOR>", type="TRANSITION"), telling(made, None, at=4))
