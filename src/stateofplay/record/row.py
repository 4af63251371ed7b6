"""Rows of the tables: what is written as a row reads back as the same value, whatever its kind."""

import json
from datetime import UTC, datetime
from typing import Any

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Origin, Passage, PassageKind
from stateofplay.reading.statement import EventClaim, ForecastClaim, Statement, Status, claim_fields, claim_from
from stateofplay.record.addition import Reading, Unread
from stateofplay.record.issued import Issued
from stateofplay.record.marks import marks_of
from stateofplay.record.review import Review, Verdict

Row = dict[str, Any]

_REASONS = ("reasons", "against")
_NOT_OF_REVIEWS = ("reading", "published_first", "published_last")


def document_row(reading: Reading, recorded_at: datetime) -> Row:
    """Row of table `documents`. Unknown publication counts as known from the day of recording, in UTC."""
    document, published = reading.document, reading.document.published
    return {
        "id": document.id,
        "path": document.path,
        "raw_hash": document.raw_hash,
        "raw_kept": reading.raw is not None,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        **_day_columns("published", published),
        "published_by": document.published_by,
        "known_from": published.last if published else recorded_at.astimezone(UTC).date(),
        "languages": [language.value for language in document.languages],
        "text": document.text,
        "passages": _compact([_passage_cells(passage, document.text) for passage in document.passages]),
        "origins": _compact([[origin.clean, origin.raw, origin.length] for origin in document.origins]),
        "recorded_at": recorded_at,
    }


def document_of(row: Row) -> Document:
    """The document that `document_row` wrote."""
    text = row["text"]
    return Document(
        id=row["id"],
        path=row["path"],
        raw_hash=row["raw_hash"],
        text=text,
        passages=tuple(_passage(cells, text) for cells in json.loads(row["passages"])),
        origins=tuple(Origin(clean=clean, raw=raw, length=n) for clean, raw, n in json.loads(row["origins"])),
        title=row["title"],
        publisher=row["publisher"],
        author=row["author"],
        published=day_of(row, "published"),
        published_by=row["published_by"],
    )


def statement_row(statement: Statement, reading: str, recorded_at: datetime) -> Row:
    """Row of table `statements`: the claim whole as JSON, and an event's fields as columns beside it."""
    return {
        "id": statement.id,
        "reading": reading,
        "document": statement.document,
        "path": statement.path,
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
        "language": statement.language,
        **_day_columns("published", statement.published),
        "status": statement.status.value,
        "kind": statement.kind,
        "claim": _compact(claim_fields(statement.claim)),
        **event_columns(statement),
        "said_by": statement.said_by,
        "reader": statement.reader,
        "confidence": statement.confidence,
        "why": list(statement.why),
        "same_as": statement.same_as,
        "marks": list(marks_of(statement.quote, statement.language, getattr(statement.claim, "people", ())).texts),
        "recorded_at": recorded_at,
    }


def statement_of(row: Row) -> Statement:
    """The statement that `statement_row` wrote; its id is computed anew from what it says.

    An event without a claim is as its columns say.
    """
    return Statement(
        document=row["document"],
        path=row["path"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        language=row["language"],
        status=Status(row["status"]),
        claim=claim_from(json.loads(row["claim"])) if row["claim"] else _event_claim(row),
        reader=row["reader"],
        confidence=row["confidence"],
        published=day_of(row, "published"),
        said_by=row["said_by"],
        why=tuple(row["why"]),
        same_as=row["same_as"],
    )


def review_row(review: Review) -> Row:
    """Row of table `reviews`: the verdict, and what it corrects the statement to, if anything."""
    said = statement_row(review.corrected, "", review.recorded_at) if review.corrected else {}
    return {
        **{name: value for name, value in said.items() if name not in _NOT_OF_REVIEWS},
        "id": review.id,
        "statement": review.statement,
        "of": review.of,
        "document": review.document,
        "says": review.says,
        "verdict": review.verdict.value,
        "reviewer": review.by,
        "note": review.note,
        "counts": review.counts,
        "known_from": review.known_from,
        "recorded_at": review.recorded_at,
    }


def review_of(row: Row) -> Review:
    """The review that `review_row` wrote, the corrected statement without its publication day, which its document has.

    The ids are computed anew from what they stand for.
    """
    return Review(
        statement=row["statement"],
        of=row["of"],
        document=row["document"],
        says=row["says"],
        verdict=Verdict(row["verdict"]),
        by=row["reviewer"],
        note=row["note"],
        recorded_at=row["recorded_at"],
        corrected=statement_of({"published_first": None, "published_last": None, **row}) if row["claim"] else None,
    )


def reading_row(reading: Reading, recorded_at: datetime) -> Row:
    """Row of table `readings`."""
    return {
        "id": reading.id,
        "document": reading.document.id,
        "reader": reading.reader,
        "family": reading.family,
        **_day_columns("published", reading.document.published),
        "recorded_at": recorded_at,
    }


def unread_row(unread: Unread, recorded_at: datetime) -> Row:
    """Row of table `unread`."""
    return {"id": unread.id, **vars(unread), "recorded_at": recorded_at}


def unread_of(row: Row) -> Unread:
    """What `unread_row` wrote."""
    return Unread(**{name: row[name] for name in ("path", "why", "error", "mend", "document", "start", "end")})


def issued_row(issued: Issued) -> Row:
    """Row of table `issued`: the forecast, its reasons as JSON."""
    told = {name: _compact([dict(one) for one in getattr(issued, name)]) for name in _REASONS}
    return {
        **{name: getattr(issued, name) for name in Issued.__dataclass_fields__ if name not in _REASONS},
        **told,
        "id": issued.id,
        "known_from": issued.known_from,
    }


def issued_of(row: Row) -> Issued:
    """The forecast that `issued_row` wrote; its id is computed anew from what it says."""
    told: Row = {name: tuple(json.loads(row[name])) for name in _REASONS}
    return Issued(**{name: row[name] for name in Issued.__dataclass_fields__} | told)


def day_of(row: Row, name: str) -> Day | None:
    """The day in the columns `name`_first and `name`_last, both included; None where they are empty."""
    first, last = row[f"{name}_first"], row[f"{name}_last"]
    return Day.span(first, last) if first and last else None


def event_columns(statement: Statement) -> Row:
    """The columns that the claim of an event fills, or of a forecast that foretells one; none for other claims."""
    claim = statement.claim
    if not isinstance(claim, EventClaim | ForecastClaim) or not claim.type:
        return {}
    return {
        "type": claim.type,
        "source": list(claim.source),
        "target": list(claim.target),
        "people": list(claim.people) if isinstance(claim, EventClaim) else [],
        **_day_columns("happened", claim.happened),
    }


def _event_claim(row: Row) -> EventClaim:
    return EventClaim(
        type=row["type"],
        source=tuple(row["source"]),
        target=tuple(row["target"]),
        happened=day_of(row, "happened"),
        people=tuple(row["people"]),
    )


def _day_columns(name: str, day: Day | None) -> Row:
    return {f"{name}_first": day.first if day else None, f"{name}_last": day.last if day else None}


def _passage_cells(passage: Passage, text: str) -> list[Any]:
    """A passage as a short list; its text only where it is not the document's own at that place."""
    cells = [passage.start, passage.end, passage.language.value, passage.kind.value, passage.paragraph]
    return cells if text[passage.start : passage.end] == passage.text else [*cells, passage.text]


def _passage(cells: list[Any], text: str) -> Passage:
    start, end, language, kind, paragraph, *own = cells
    return Passage(
        start=start,
        end=end,
        text=own[0] if own else text[start:end],
        language=Language(language),
        kind=PassageKind(kind),
        paragraph=paragraph,
    )


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
