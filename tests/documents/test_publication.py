"""A document's own word on its publication is found where it stands, and nothing else is taken for it."""

import pytest

from stateofplay.documents.plain import document_from_text

BODY = {
    "zh": "兩港當局同意恢復客運航線，並將於下月試航，雙方代表在會後發表聯合聲明，說明後續的安排與時程。",
    "en": "The two ports agreed to resume the passenger line, and a trial run is planned for next month, they said.",
    "ja": "両国の港湾当局は客船の定期航路を再開することで合意し、来月にも試験運航を始める方針を明らかにした。",
    "ko": "양국 항만 당국은 여객 항로를 다시 열기로 합의했으며 다음 달 시험 운항을 시작할 계획이라고 밝혔다.",
}


@pytest.mark.parametrize(
    ("head", "language", "by"),
    [
        ("date 2025-08-25", "zh", "leading-date"),
        ("Date: 2025-08-25", "en", "front-matter"),
        ("---\ntitle: x\ndate: 2025-08-25\n---", "en", "front-matter"),
        ("發布日期：民國114年8月25日", "zh", "front-matter"),
        ("発行日：令和7年8月25日", "ja", "front-matter"),
        ("입력: 2025. 8. 25. 오후 3:00", "ko", "front-matter"),
        ("2025年8月25日", "zh", "leading-date"),
        ("2025-08-25 航線重開", "zh", "leading-date"),
        ("2025-08-25 Ferry resumes after talks between the port authorities of both sides", "en", "leading-date"),
        ("August 25, 2025", "en", "leading-date"),
        ("航線重開\n王小明\n二〇二五年八月廿五日", "zh", "byline"),
        ("航路再開へ\n2025年8月25日 5時00分", "ja", "leading-date"),
        ("항로 재개\n홍길동 기자\n입력 2025.08.25 14:30", "ko", "byline"),
        ("Ferry resumes\nBy Jane Doe\nPublished 25 August 2025, 10:00 GMT", "en", "byline"),
        ("Ferry resumes\nBUSAN, Aug. 25, 2025 (Wire) -", "en", "byline"),
    ],
)
def test_found_above_the_body(head: str, language: str, by: str) -> None:
    separator = " " if head.endswith("-") and "BUSAN" in head else "\n\n"
    document = document_from_text(head + separator + BODY[language])
    assert document.published is not None
    assert (document.published.iso, document.published_by) == ("2025-08-25", by)
    assert document.passages[-1].kind == "body"


@pytest.mark.parametrize(
    ("tail", "by"),
    [
        ("2025年8月25日", "byline"),
        ("입력 2025. 8. 25. 14:30", "byline"),
        ("原載於《港灣論壇》2025年8月25日。", "body"),
        ("This article was first published on August 25, 2025.", "body"),
    ],
)
def test_found_below_the_body(tail: str, by: str) -> None:
    document = document_from_text(f"{BODY['zh']}\n\n{BODY['zh']}\n\n{tail}")
    assert document.published is not None
    assert (document.published.iso, document.published_by) == ("2025-08-25", by)


@pytest.mark.parametrize(
    "text",
    [
        "2025年8月23日，李在明訪問東京。",
        "2025年8月23日李在明訪問東京。\n他於隔日離開。",
        "On August 23, 2025 he visited Tokyo.",
        "2025년 8월 23일 도쿄를 방문했다.",
        "會談結束。\n2025年8月23日舉行會談。",
        "（2025年4月3日，布魯塞爾，時事）\n會談結束。",
        BODY["zh"],
        "",
    ],
)
def test_a_day_in_the_story_is_not_the_day_of_publication(text: str) -> None:
    assert document_from_text(text).published is None


def test_fields_of_front_matter() -> None:
    document = document_from_text(
        "---\ntitle: Ports agree\nsubtitle: at last\npublished: 2025-08\nauthor: Jane\nsource: Wire\n---\n\n"
        + BODY["en"]
    )
    assert (document.title, document.author, document.publisher) == ("Ports agree", "Jane", "Wire")
    assert document.published is not None
    assert document.published.precision == "month"
    assert [p.kind.value for p in document.passages] == ["dateline"] * 7 + ["body"]


def test_an_open_fence_is_no_front_matter() -> None:
    document = document_from_text("---\n" + BODY["en"] + "\n" + BODY["en"])
    assert document.published is None
    assert [p.kind.value for p in document.passages][1:] == ["body", "body"]


@pytest.mark.parametrize(
    ("head", "title", "author"),
    [
        ("港灣論壇\n航線重開之後的三個問題\n林小明\n海洋大學教授", "航線重開之後的三個問題", "林小明"),
        ("Ferry line resumes\nBy Jane Doe", "Ferry line resumes", "Jane Doe"),
        ("航線重開\n文／林小明", "航線重開", "林小明"),
        ("", "", ""),
    ],
)
def test_title_and_author(head: str, title: str, author: str) -> None:
    document = document_from_text(f"{head}\n\n{BODY['en' if 'By' in head else 'zh']}")
    assert (document.title, document.author) == (title, author)
