"""Documents of a few sentences each, for the tests of search: a sentence is a passage, a claim may stand in each."""

from datetime import UTC, datetime

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage, PassageKind
from stateofplay.reading.statement import Claim, EventClaim, Statement, Status
from stateofplay.record.addition import Reading
from tests.record.cases import sha

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
READER = "rules/1"


def text(
    *sentences: str,
    published: str | None = "2025-08-24",
    language: Language = Language.EN,
    said: dict[int, Claim] | None = None,
    kinds: dict[int, PassageKind] | None = None,
) -> Reading:
    """A reading of the sentences, with the claims `said` by the number of their sentence."""
    whole = "".join(sentences)
    starts = [len("".join(sentences[:number])) for number in range(len(sentences))]
    passages = [
        Passage(
            start=start,
            end=start + len(sentence),
            text=sentence,
            language=language,
            kind=(kinds or {}).get(number, PassageKind.BODY),
            paragraph=number,
        )
        for number, (start, sentence) in enumerate(zip(starts, sentences, strict=True))
    ]
    document = Document(
        id=sha(whole)[:24],
        path=f"{sha(whole)[:6]}.txt",
        raw_hash=sha(whole),
        text=whole,
        passages=tuple(passages),
        title=sentences[0][:20],
        published=Day.parse(published) if published else None,
    )
    statements = [statement(document, passages[number], claim) for number, claim in (said or {}).items()]
    return Reading(document=document, raw=None, statements=tuple(statements), reader=READER)


def statement(document: Document, passage: Passage, claim: Claim, reader: str = READER) -> Statement:
    return Statement(
        document=document.id,
        path=document.path,
        start=passage.start,
        end=passage.end,
        quote=passage.text,
        language=passage.language.value,
        status=Status.OCCURRED,
        claim=claim,
        reader=reader,
        confidence=0.8,
        published=document.published,
    )


def act(type: str, source: str, target: str = "", people: tuple[str, ...] = ()) -> EventClaim:
    return EventClaim(type=type, source=(source,), target=(target,) if target else (), people=people)
