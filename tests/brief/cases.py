"""Documents made by hand, of which a few tests make records."""

from dataclasses import replace
from datetime import UTC, date, datetime

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.statement import (
    Claim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
)
from stateofplay.record.addition import Reading

RECORDED = datetime(2026, 3, 1, tzinfo=UTC)
REGION = "northeast_asia"
ON = date(2026, 2, 1)


def act(type: str, source: str, target: str, on: str | None = None) -> EventClaim:
    """An act; actors apart by spaces."""
    happened = Day.parse(on) if on else None
    return EventClaim(type=type, source=tuple(source.split()), target=tuple(target.split()), happened=happened)


def page(text: str, published: str | None, publisher: str, *said: tuple[str, Claim, str], title: str = "") -> Reading:
    """A document of `publisher`, and what it says: quote, claim and status."""
    document = document_from_text(
        text,
        path=f"{publisher}.txt",
        published=Day.parse(published) if published else None,
    )
    document = replace(document, title=title, publisher=publisher)
    statements = [_statement(document, quote, claim, Status(status)) for quote, claim, status in said]
    return Reading(document=document, raw=None, statements=tuple(statements), reader="hand/1")


def _statement(document, quote: str, claim: Claim, status: Status) -> Statement:
    start = document.text.index(quote)
    language = next(p.language.value for p in document.passages if p.start <= start < p.end)
    return Statement(
        document=document.id,
        path=document.path,
        start=start,
        end=start + len(quote),
        quote=quote,
        language=language,
        status=status,
        claim=claim,
        reader="hand/1",
        confidence=0.9,
        published=document.published,
    )


def stance(holder: str, issue: str, stance: str) -> PositionClaim:
    """Where an actor stands on an issue."""
    return PositionClaim(holder=(holder,), issue=issue, stance=stance)


SUMMIT = act("CONSULT", "KOR", "CHN", "2026-01-05")
PLEDGE = CommitmentClaim(
    by=("CHN",), beneficiary=("KOR",), what="investment", state="offered", amount=2.5e9, unit="USD"
)


SUMMIT_LIKELY = ForecastClaim(
    by="author",
    what="a summit",
    likelihood="likely",
    horizon="2026-03",
    type="CONSULT",
    source=("KOR",),
    target=("CHN",),
    happened=Day.parse("2026-03"),
)


def readings() -> list[Reading]:
    """Five documents in four languages."""
    return [
        page(
            "Xi and Lee met in Beijing on 5 January. China offered to invest 2.5 billion dollars in Korea. "
            "Seoul supports freer trade with China. A summit of South Korea and China in Beijing in March is likely.",
            "2026-01-06",
            "Harbour [Wire]",
            ("Xi and Lee met in Beijing on 5 January", SUMMIT, "occurred"),
            ("China offered to invest 2.5 billion dollars in Korea", PLEDGE, "occurred"),
            (
                "Seoul supports freer trade with China",
                PositionClaim(holder=("KOR",), issue="trade", stance="for", what="freer trade"),
                "ongoing",
            ),
            (
                "A summit of South Korea and China in Beijing in March is likely",
                SUMMIT_LIKELY,
                "hypothetical",
            ),
            title="Two men, one table",
        ),
        page(
            "Beijing denied that it had hit Seoul with a 30 percent duty. China hit Korea with a duty of 25 percent. "
            "Seoul wants closer ties with Beijing. Beijing is against a free trade pact.",
            "2026-01-08",
            "Levant Post",
            ("China hit Korea with a duty of 25 percent", act("SANCTION", "CHN", "KOR", "2025-12"), "occurred"),
            ("Seoul wants closer ties with Beijing", stance("KOR", "chn-kor-relations", "for"), "ongoing"),
            ("Beijing is against a free trade pact", stance("CHN", "trade", "against"), "ongoing"),
        ),
        page(
            "China set a duty of 30 percent on Korea.",
            "2026-01-09",
            "Quay Times",
            (
                "China set a duty of 30 percent on Korea",
                act("SANCTION", "CHN", "KOR", "2025-12"),
                "occurred",
            ),
        ),
        page(
            "兩國領袖五日在北京會談。中國批評南韓的部署。",
            "2026-01-07",
            "海峽報",
            ("兩國領袖五日在北京會談", SUMMIT, "occurred"),
            ("中國批評南韓的部署", act("ACCUSE", "CHN", "KOR", "2025-12-20"), "occurred"),
        ),
        page(
            "양국은 3월에 다시 회담할 계획이다. 서울은 요구를 거부하지 않았다고 밝혔다.",
            "2026-01-20",
            "",
            ("양국은 3월에 다시 회담할 계획이다", act("CONSULT", "KOR", "CHN", "2026-03"), "planned"),
            ("요구를 거부하지 않았다", act("REJECT", "KOR", "CHN"), "denied"),
        ),
        page(
            "The United States and South Korea criticised China. It happened again.",
            "2025-10-02",
            "Wire | Two",
            ("The United States and South Korea criticised China", act("ACCUSE", "USA KOR", "CHN"), "occurred"),
        ),
        page(
            "中国は韓国への制裁を解除した。",
            "2026-02-20",
            "列島日報",
            ("中国は韓国への制裁を解除した", act("RETREAT", "CHN", "KOR", "2026-02-18"), "occurred"),
        ),
    ]
