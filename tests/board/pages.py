"""Documents made of the very sentences that statements quote, for tests of what is folded from quotes."""

from datetime import UTC, datetime

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage
from stateofplay.reading.statement import Claim, EventClaim, PositionClaim, Statement, Status
from stateofplay.record.addition import Reading, short_hash

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
READER = "hand/1"


def said(quote: str, claim: Claim, *, status: str = "occurred", by: str = "", like: int = 0) -> dict:
    """A sentence and what it says; `by` is the speaker named, `like` the number (from 1) of the same act before."""
    return {"quote": quote, "claim": claim, "status": status, "by": by, "like": like}


def stance(holder: str, issue: str, stance: str = "for", quote: str = "", by: str = "") -> dict:
    """A sentence that shows where somebody stands; its words are made up where none are given."""
    words = quote or f"{holder} is {stance} {issue}."
    claim = PositionClaim(holder=tuple(holder.split()), issue=issue, stance=stance, what=words)
    return said(words, claim, status="ongoing", by=by)


def act(who: str, type: str, day: str | None = None, quote: str = "", status: str = "occurred", like: int = 0) -> dict:
    """A sentence that tells an act: `who` is written KOR>JPN; its words are made up where none are given."""
    source, _, target = who.partition(">")
    happened = Day.parse(day) if day else None
    claim = EventClaim(type=type, source=tuple(source.split()), target=tuple(target.split()), happened=happened)
    return said(quote or f"{who} {type} on {day} {status}.", claim, status=status, like=like)


def page(published: str | None, *sentences: dict, publisher: str = "", language: str = "en") -> Reading:
    """A document of these sentences, one behind the other, and what a reader made of it."""
    text = "".join(f"{one['quote']}\n" for one in sentences) + f"{publisher} {published}"
    id, day = short_hash(text), Day.parse(published) if published else None
    passages: list[Passage] = []
    told: list[Statement] = []
    start = 0
    for one in sentences:
        end = start + len(one["quote"])
        passages.append(Passage(start=start, end=end, text=one["quote"], language=Language(language)))
        told.append(_statement(one, id, (start, end), day, language, told))
        start = end + 1
    document = Document(
        id=id,
        path=f"{publisher or 'page'}-{published}.txt",
        raw_hash=id,
        text=text,
        passages=tuple(passages),
        publisher=publisher,
        published=day,
    )
    return Reading(document=document, raw=None, statements=tuple(told), reader=READER)


def _statement(one: dict, document: str, place: tuple[int, int], day: Day | None, language: str, told: list):
    return Statement(
        document=document,
        path="page.txt",
        start=place[0],
        end=place[1],
        quote=one["quote"],
        language=language,
        status=Status(one["status"]),
        claim=one["claim"],
        reader=READER,
        confidence=0.9,
        published=day,
        said_by=one["by"],
        same_as=told[one["like"] - 1].id if one["like"] else "",
    )
