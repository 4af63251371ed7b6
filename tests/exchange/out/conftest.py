"""A record in five languages with statements of every kind, full of signs that formats trip over."""

import hashlib
from datetime import UTC, datetime

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage
from stateofplay.exchange.out.selection import Selection
from stateofplay.reading.statement import (
    CauseClaim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
)
from stateofplay.record.addition import Reading, short_hash
from stateofplay.record.record import open_record
from tests.app.conftest import desk, folder, full_desk, plain  # noqa: F401

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
READER = "rules/1"

TITLES = {
    "zh-Hant": "《南韓總統》訪日：談「未來」& 15% 關稅",
    "zh-Hans": "韩国总统访日，朝方批评",
    "ja": "日韓首脳、共同文書を発表　「未来志向」を確認",
    "ko": "한일 정상회담, 셔틀외교 복원",
    "en": 'Lee & Ishiba <meet>: {"shuttle"} diplomacy_is back\\',
}
PUBLISHERS = {"zh-Hant": "維港時評", "zh-Hans": "江海报", "ja": "列島日報", "ko": "한강신문", "en": "The Herald"}
PUBLISHED = {
    "zh-Hant": "2025-08-24",
    "zh-Hans": "2025-08-25",
    "ja": "2025-08-24",
    "ko": "2025-08",
    "en": None,
}


def meeting(happened: str | None = "2025-08-23", **fields: object) -> EventClaim:
    day = Day.parse(happened) if happened else None
    given = {"type": "CONSULT", "source": ("KOR",), "target": ("JPN",), "people": ("Lee Jae-myung",), **fields}
    return EventClaim(happened=day, **given)  # type: ignore[arg-type]


SAID: dict[str, list[tuple[str, object, Status]]] = {
    "zh-Hant": [
        ("=李在明與石破茂會談", meeting(), Status.OCCURRED),
        (
            "美國將關稅降至15%",
            CommitmentClaim(
                by=("USA",), beneficiary=("KOR",), what="cut tariffs", state="agreed", amount=15.0, unit="percent"
            ),
            Status.OCCURRED,
        ),
        ("「統一」\t不可能", PositionClaim(holder=("PRK",), issue="unification", stance="against"), Status.ONGOING),
    ],
    "zh-Hans": [("朝鲜指责美国", meeting(None, type="ACCUSE", source=("PRK",), target=("USA",)), Status.OCCURRED)],
    "ja": [
        ("首脳会談を行った", meeting(), Status.OCCURRED),
        ("奈良で会談する予定だ", meeting("2026-01", source=("JPN",), target=("KOR",)), Status.PLANNED),
    ],
    "ko": [
        (
            "한미일이\n훈련했다",
            meeting("2025-08", type="COOPERATE", source=("KOR", "JPN", "USA"), target=()),
            Status.OCCURRED,
        ),
        (
            "회담이 열릴 것이다",
            ForecastClaim(by="author", what="a summit in Nara", likelihood="likely", horizon="2026-01"),
            Status.HYPOTHETICAL,
        ),
    ],
    "en": [
        ('+Yoon & <co> left; "office", 🛥', meeting("2025-04-04", type="TRANSITION", target=()), Status.OCCURRED),
        ("NOBODY did a thing", meeting("2025-04-05", type="PROTEST", source=(), target=()), Status.DENIED),
        ("because of X, Y", CauseClaim(cause="X", effect="Y"), Status.OCCURRED),
    ],
}


def told(language: str, *, published: str | None = "", note: str = "") -> Reading:
    """The document in `language` with all that it says; `note` makes it another one."""
    said = SAID[language]
    text = note + "。\n".join(quote for quote, _, _ in said) + "."
    id = short_hash(text)
    day = PUBLISHED[language] if published == "" else published
    when = Day.parse(day) if day else None
    path = f"https://news.example/{id}?a=1&b={{2}}" if language == "ja" else f"folder/{language}_{id}.txt"
    document = Document(
        id=id,
        path=path,
        raw_hash=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        passages=(Passage(start=0, end=len(text), text=text, language=Language(language)),),
        title=TITLES[language],
        publisher=PUBLISHERS[language],
        author="金明, 記者" if language == "zh-Hant" else "",
        published=when,
        published_by="user" if when else "",
    )
    statements = tuple(
        Statement(
            document=id,
            path=path,
            start=text.index(quote),
            end=text.index(quote) + len(quote),
            quote=quote,
            language=language,
            status=status,
            claim=claim,  # type: ignore[arg-type]
            reader=READER,
            confidence=0.75,
            published=when,
            why=("rule",),
        )
        for quote, claim, status in said
    )
    return Reading(document=document, raw=text.encode(), statements=statements, reader=READER)


@pytest.fixture
def record(tmp_path):
    """A record of five documents, one of them without a publication day."""
    made = open_record(tmp_path / "five")
    made.add([told(language) for language in SAID], recorded_at=NOON)
    return made


@pytest.fixture
def empty(tmp_path):
    return open_record(tmp_path / "empty")


@pytest.fixture
def select(record):
    """`select(on=…)`: a selection of the record."""
    return lambda **given: Selection(record=record, version="0.1.0", **given)
