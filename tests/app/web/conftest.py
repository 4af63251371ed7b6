"""A small record of made-up dispatches, the site over it, and a browser's eye where chromium is there."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from stateofplay.app.desk import Desk
from stateofplay.app.web.site import site_of
from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage, PassageKind
from stateofplay.errors import BrokenDocument
from stateofplay.reading.statement import (
    CauseClaim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
)
from stateofplay.record.addition import Reading, Unread
from stateofplay.record.record import open_record

READER = "hand/1"
RECORDED = datetime(2026, 3, 1, tzinfo=UTC)

TOKYO = """東京會談：兩國領袖重申合作
第 1 頁
南韓總統八月二十三日訪問東京，與日本首相會談。雙方同意深化安全合作，並將重啟穿梭外交。
若美國再度加徵關稅，南韓可能尋求與日本協調。"""
SEOUL = """Seoul and Tokyo open a new page
The leaders of South Korea and Japan met in Tokyo on 23 August 2025. <b>Not bold</b> & plain.
China criticised Japan over its remarks on Taiwan. Beijing denied that it had seized any vessel."""
NIHON = """日韓首脳会談
日本の首相は八月二十三日、東京で韓国の大統領と会談した。"""

DEAL = """Seoul and Washington close a deal
South Korea will invest 350 billion dollars in American shipyards. The United States cuts its duty to 15 per cent.
On its 350 billion dollars Seoul is late, officials in Washington say."""

BEIJING = """Beijing answers Tokyo
China denied that it had criticised Japan on 13 November. It opposes any force over Taiwan.
Japan would stand by Taiwan, and Japan would not stand by Taiwan."""

EARLY = """What August may bring
The leaders of South Korea and Japan will probably meet this month. China may accuse Taipei within days."""


def document_of(text: str, language: Language, path: str, published: str | None, **said: str) -> Document:
    """A document whose lines are paragraphs: a heading first, page numbers marked, sentences cut at full stops."""
    return Document(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        path=path,
        raw_hash=hashlib.sha256(path.encode()).hexdigest(),
        text=text,
        passages=tuple(_passages(text, language)),
        published=Day.parse(published) if published else None,
        published_by="leading-date" if published else "",
        **said,
    )


def _passages(text: str, language: Language):
    start = 0
    for number, line in enumerate(text.split("\n")):
        kind = PassageKind.PAGE_NUMBER if line.startswith("第 ") else PassageKind.BODY
        kind = PassageKind.HEADING if number == 0 else kind
        yield Passage(start=start, end=start + len(line), text=line, language=language, kind=kind, paragraph=number)
        start += len(line) + 1


def said(document: Document, quote: str, claim, status: Status = Status.OCCURRED, **more) -> Statement:
    """A statement that quotes `document` at the first place where `quote` stands."""
    start = document.text.index(quote)
    return Statement(
        document=document.id,
        path=document.path,
        start=start,
        end=start + len(quote),
        quote=quote,
        language=document.languages[0].value,
        status=status,
        claim=claim,
        reader=READER,
        confidence=0.9,
        published=document.published,
        **{"why": ("by hand",), **more},
    )


def act(type: str, source: str, target: str, day: str | None = None) -> EventClaim:
    """An act between two actors."""
    return EventClaim(
        type=type, source=(source,), target=(target,) if target else (), happened=Day.parse(day) if day else None
    )


def pledge(by: str, toward: str, state: str, amount: float, unit: str) -> CommitmentClaim:
    """What one actor promised to another."""
    return CommitmentClaim(by=(by,), beneficiary=(toward,), what="a deal", state=state, amount=amount, unit=unit)


def stand(holder: str, stance: str) -> PositionClaim:
    """A stance on Taiwan."""
    return PositionClaim(holder=(holder,), issue="taiwan-contingency", stance=stance)


def foretold(likelihood: str, type: str, source: str, target: str) -> ForecastClaim:
    """What the author expects of the end of August."""
    return ForecastClaim(
        by="author",
        what="an act",
        likelihood=likelihood,
        horizon="2025-08-31",
        type=type,
        source=(source,),
        target=(target,),
    )


def readings() -> list[Reading]:
    """The summit told in three languages, what only one of them tells, a deal kept late, and who denies what."""
    tokyo = document_of(
        TOKYO, Language.ZH_HANT, "tokyo.txt", "2025-08-24", title="東京會談：兩國領袖重申合作", publisher="海峽時報社"
    )
    seoul = document_of(
        SEOUL,
        Language.EN,
        "seoul.md",
        "2025-11-15",
        title="Seoul and Tokyo open a new page",
        publisher="Peninsula Wire",
    )
    nihon = document_of(NIHON, Language.JA, "nihon.txt", None)
    deal = document_of(
        DEAL,
        Language.EN,
        "deal.md",
        "2025-10-01",
        title="Seoul and Washington close a deal",
        publisher="Peninsula Wire",
    )
    beijing = document_of(
        BEIJING, Language.EN, "beijing.md", "2025-11-16", title="Beijing answers", publisher="Peninsula Wire"
    )
    early = document_of(
        EARLY,
        Language.EN,
        "early.md",
        "2025-08-20",
        title="What August may bring",
        publisher="Gulf Post",
        author="A. Lin",
    )
    summit = act("CONSULT", "KOR", "JPN", "2025-08-23")
    statements = {
        tokyo.id: [
            said(tokyo, "南韓總統八月二十三日訪問東京，與日本首相會談", summit),
            said(tokyo, "與日本首相會談。雙方同意深化安全合作", act("AGREE", "KOR", "JPN", "2025-08-23")),
            said(tokyo, "將重啟穿梭外交", act("CONSULT", "KOR", "JPN"), Status.PLANNED, said_by="總統府發言人"),
            said(tokyo, "若美國再度加徵關稅", act("SANCTION", "USA", "KOR"), Status.HYPOTHETICAL),
            said(
                tokyo,
                "南韓可能尋求與日本協調",
                ForecastClaim(by="author", what="South Korea coordinates with Japan", likelihood="possible"),
                Status.HYPOTHETICAL,
            ),
            said(
                tokyo,
                "同意深化安全合作",
                CommitmentClaim(by=("KOR", "JPN"), what="deeper security ties", state="agreed", amount=2, unit="steps"),
            ),
        ],
        seoul.id: [
            said(seoul, "The leaders of South Korea and Japan met in Tokyo on 23 August 2025", summit),
            said(seoul, "China criticised Japan over its remarks on Taiwan", act("ACCUSE", "CHN", "JPN", "2025-11-13")),
            said(seoul, "it had seized any vessel", act("COERCE", "CHN", "JPN", "2025-11-10"), Status.DENIED),
            said(
                seoul,
                "its remarks on Taiwan",
                PositionClaim(holder=("JPN",), issue="taiwan-contingency", stance="ambiguous"),
                Status.ONGOING,
            ),
            said(seoul, "over its remarks", CauseClaim(cause="remarks on Taiwan", effect="criticism from China")),
        ],
        early.id: [
            said(
                early,
                "The leaders of South Korea and Japan will probably meet this month",
                foretold("likely", "CONSULT", "KOR", "JPN"),
                Status.HYPOTHETICAL,
            ),
            said(
                early,
                "China may accuse Taipei within days",
                foretold("possible", "ACCUSE", "CHN", "TWN"),
                Status.HYPOTHETICAL,
            ),
        ],
        deal.id: [
            said(deal, "South Korea will invest 350 billion dollars", pledge("KOR", "USA", "agreed", 350e9, "USD")),
            said(deal, "The United States cuts its duty to 15 per cent", pledge("USA", "KOR", "agreed", 15, "percent")),
            said(deal, "On its 350 billion dollars Seoul is late", pledge("KOR", "USA", "delayed", 350e9, "USD")),
        ],
        beijing.id: [
            said(
                beijing,
                "China denied that it had criticised Japan",
                act("ACCUSE", "CHN", "JPN", "2025-11-13"),
                Status.DENIED,
                said_by="Mao Ning",
            ),
            said(beijing, "It opposes any force over Taiwan", stand("CHN", "against"), Status.ONGOING),
            said(beijing, "Japan would stand by Taiwan", stand("JPN", "for"), Status.ONGOING),
            said(beijing, "Japan would not stand by Taiwan", stand("JPN", "against"), Status.ONGOING),
        ],
        nihon.id: [said(nihon, "日本の首相は八月二十三日、東京で韓国の大統領と会談した", summit)],
    }
    return [
        Reading(document=document, raw=None, statements=tuple(statements[document.id]), reader=READER)
        for document in (early, tokyo, seoul, deal, beijing, nihon)
    ]


@pytest.fixture(scope="session")
def desk(tmp_path_factory) -> Desk:
    record = open_record(tmp_path_factory.mktemp("web") / "record")
    broken = Unread.file("torn.pdf", BrokenDocument("the file ends in the middle", mend="get it again"))
    record.add(readings(), recorded_at=RECORDED, unread=[broken])
    return Desk(record)


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory) -> Desk:
    return Desk(open_record(tmp_path_factory.mktemp("web-empty") / "record"))


@pytest.fixture(scope="session")
def visitor():
    """Makes a visitor of the site over a desk: `visitor(desk)`."""

    def visit(desk: Desk, **options) -> TestClient:
        return TestClient(site_of(desk), base_url="http://127.0.0.1:8470", **options)

    return visit


@pytest.fixture
def client(desk, visitor) -> TestClient:
    """A visitor without cookies who reads English."""
    return visitor(desk)


@pytest.fixture(scope="session")
def by_status(desk):
    """The events of the record by type and status."""
    return {(event.type, event.status.value): event for event in desk.events()}


@pytest.fixture(scope="session")
def documents(desk):
    """The documents of the record by path."""
    return {document.path: document for document in desk.documents()}


@pytest.fixture(scope="session")
def promises(desk):
    """The promises of the record by where they stand."""
    return {promise.state: promise for promise in desk.promises()}


@pytest.fixture(scope="session")
def forecasts(desk):
    """The forecasts of the record by what became of them."""
    return {one.status: one for one in desk.forecasts()}


@pytest.fixture(scope="session")
def disagreement(desk):
    """The one disagreement of the record."""
    return desk.disagreements()[0]


@pytest.fixture(scope="session")
def addresses(by_status, documents, promises, forecasts, disagreement) -> list[str]:
    """One address of every kind of page."""
    return [
        "/",
        "/?on=2025-11-15&known=2025-12-31&actors=all",
        "/relations/KOR/JPN?on=2025-11-20",
        "/relations/CHN/JPN?on=2025-11-20&events=all",
        "/relations/KOR/CHN",
        "/events?on=2025-12-01",
        *(f"/events/{event.id}" for event in by_status.values()),
        "/changes",
        "/changes?since=2025-09-01&on=2025-11-20&all=1",
        "/promises",
        "/promises?on=2025-09-01&actor=Seoul&other=JPN&state=open",
        *(f"/promises/{promise.id}" for promise in promises.values()),
        "/positions",
        "/positions?actor=JPN",
        "/positions?issue=taiwan-contingency&on=2025-11-20",
        "/next",
        "/next?actor=CHN&toward=JPN&ways=both&within=7&shown=all&on=2025-11-20",
        "/forecasts",
        "/forecasts?status=open&actor=KOR&on=2025-08-21",
        *(f"/forecasts/{one.statement}" for one in forecasts.values()),
        "/forecasts/ours",
        "/disagreements",
        "/disagreements?about=when",
        f"/disagreements/{disagreement.id}",
        "/documents",
        *(f"/documents/{document.id}" for document in documents.values()),
        "/about",
    ]


FRONTEND = Path(__file__).parents[3] / "frontend"
