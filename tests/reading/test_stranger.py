"""Subjects, targets and times of Japanese news: who is nobody known, who speaks, which date belongs to a noun."""

from datetime import date

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim, Statement

Event = tuple[str, tuple[str, ...], tuple[str, ...]]


def _read(text: str) -> list[Statement]:
    document = document_from_text(text, published=Day.on(date(2025, 6, 10)))
    return [s for s in open_reader().read(document) if isinstance(s.claim, EventClaim)]


def _events(text: str) -> list[Event]:
    claims = [s.claim for s in _read(text)]
    return [(c.type, c.source, c.target) for c in claims if isinstance(c, EventClaim)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("チリとペルーは3日、航空協定に署名したと発表した。", ("AGREE", ("CHL",), ("PER",))),
        ("チリ外務省は、ペルー側が「合意を破っている」と非難した。", ("ACCUSE", ("CHL",), ("PER",))),
        ("チリのボリッチ大統領(39)はペルーを訪れた。", ("CONSULT", ("CHL",), ("PER",))),
        ("チリやペルー、ケニアなど国際社会はイランを強く非難した。", ("ACCUSE", ("CHL", "PER", "KEN"), ("IRN",))),
        ("チリ政府は「ペルーは部隊を引き揚げるべきだ」と訴えた。", ("REQUEST", ("CHL",), ("PER",))),
        ("チリ側から、ペルーの決定に歓迎の意が表された。", ("SUPPORT", ("CHL",), ("PER",))),
        ("チリはペルーの提案を受け入れないと表明した。", ("REJECT", ("CHL",), ("PER",))),
    ],
)
def test_who_acts_on_whom(text: str, event: Event) -> None:
    assert event in _events(text)


@pytest.mark.parametrize(
    "text",
    [
        "チリはペルーを非難した。周辺国に支援を求めた。",
        "チリはペルーを非難した。周辺国に対し、支援を求めた。",
    ],
)
def test_a_plea_to_somebody_unknown_has_no_target(text: str) -> None:
    assert next(event for event in _events(text) if event[0] == "REQUEST")[2] == ()


def test_the_subject_is_nobody_known() -> None:
    assert all(event[0] != "REQUEST" for event in _events("チリは協議を続けているが、住民らが復旧を求めた。"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("チリは5日、昨年の合意をペルーと再確認した。", date(2025, 6, 5)),
        ("チリは先月の選挙を経て、9日にペルーと国交を断絶した。", date(2025, 6, 9)),
    ],
)
def test_a_noun_keeps_its_date_to_itself(text: str, day: date) -> None:
    happened = [s.claim.happened for s in _read(text) if isinstance(s.claim, EventClaim)]
    assert happened and all(found is not None and found.first == day for found in happened)


def test_what_is_announced_is_planned() -> None:
    (told,) = _read("チリは9日、ペルーに部隊を派遣すると通知した。")
    assert told.status.value == "planned"
