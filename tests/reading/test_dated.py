"""Dates of acts: a date dates the verb or noun that it belongs to, and not what is told beside it."""

from datetime import date

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import lexicon_of, open_reader
from stateofplay.reading.sentence import lay_open
from stateofplay.reading.statement import EventClaim
from stateofplay.reading.stops import shortened

PUBLISHED = date(2025, 8, 22)


def days(text: str) -> dict[str, str]:
    """Type → first and last day of the events of `text`, published on a Friday."""
    document = document_from_text(text, path="a.txt", published=Day.on(PUBLISHED))
    told = (s.claim for s in open_reader().read(document) if isinstance(s.claim, EventClaim))
    return {claim.type: f"{claim.happened.first}..{claim.happened.last}" if claim.happened else "" for claim in told}


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Chile condemned Peru on Monday for the raid.", "ACCUSE", "2025-08-18..2025-08-18"),
        ("Chile has condemned Peru.", "ACCUSE", "2025-08-21..2025-08-22"),
        ("Earlier in the day Chile condemned Peru.", "ACCUSE", "2025-08-22..2025-08-22"),
        ("Chile agreed with Peru on a truce over the weekend.", "AGREE", "2025-08-16..2025-08-17"),
    ],
)
def test_a_date_belongs_to_its_verb(text: str, type: str, expected: str) -> None:
    found = days(text)
    assert found[type] == expected


def test_what_is_planned_does_not_move_the_story_on() -> None:
    found = days("Chile and Peru will hold talks on Tuesday. Chile's president rejected the claims of Peru.")
    assert found["CONSULT"] == "2025-08-26..2025-08-26"
    assert found["REJECT"] == "2025-08-21..2025-08-22"


@pytest.mark.parametrize(("text", "expected"), [("on Aug. 4, he", True), ("it ended. He", False), ("U.S. Navy", True)])
def test_a_full_stop_after_a_short_word_ends_no_clause(text: str, expected: bool) -> None:
    assert shortened(text, text.rindex(".")) is expected


def test_an_abbreviation_leaves_its_clause_whole() -> None:
    assert len(lay_open("It drilled with the U.S. Navy near Guam", lexicon_of("en", "northeast_asia")).clauses) == 1


def test_the_lead_of_a_report_that_names_no_day_tells_what_is_news() -> None:
    lead = "이스라엘이 이란 핵시설을 공습했다."
    rest = " 피해 규모는 알려지지 않았다. 시장은 조용했다. 날씨는 맑았다."
    assert days(lead + rest)["ASSAULT"] == "2025-08-21..2025-08-22"
    assert days(lead)["ASSAULT"] == ""


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("8月20日，智利外长访问秘鲁。智利曾指责玻利维亚。", "ACCUSE"),
        ("チリ外相は20日、ペルーを訪問した。チリはこれまでボリビアを非難してきた。", "ACCUSE"),
        ("On Wednesday Chile's president visited Peru. Chile had accused Bolivia of spying.", "ACCUSE"),
    ],
)
def test_what_had_long_been_is_not_of_the_day_of_the_story(text: str, type: str) -> None:
    assert days(text)[type] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先月起きた事件を受け、チリはペルーを非難した。", ""),
        ("20日に訪れたペルーではチリ首相が大統領と向き合い、チリは協定に合意した。", "2025-08-20..2025-08-20"),
        ("지난달 발생한 사건으로 페루와 갈등을 빚었고, 칠레는 페루를 비난했다.", ""),
    ],
)
def test_a_date_in_a_clause_that_modifies_a_noun_is_of_nothing_else(text: str, expected: str) -> None:
    found = days(text)
    assert [found[type] for type in ("ACCUSE", "AGREE") if type in found] == [expected]


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        (
            "칠레 대통령이 오는 30일부터 2박 3일 일정으로 페루를 방문한다고 외교부가 20일 밝혔다.",
            "CONSULT",
            "2025-08-30",
        ),
        ("“They want to make a deal with Peru,” Chile's president said on Monday.", "AGREE", ""),
        ("智利总统下令玻利维亚军人九月十日前全数撤出，秘鲁已同意。", "AGREE", ""),
    ],
)
def test_a_plan_has_its_own_day_and_a_deed_none_to_come(text: str, type: str, expected: str) -> None:
    assert days(text).get(type, "").startswith(expected)


def test_this_day_is_that_of_the_story() -> None:
    text = "칠레 대통령이 20일 페루를 방문했다. 전날 볼리비아는 칠레를 비난했다. 칠레는 이날 페루와 협정에 서명했다."
    assert days(text) == {
        "CONSULT": "2025-08-20..2025-08-20",
        "ACCUSE": "2025-08-19..2025-08-19",
        "AGREE": "2025-08-20..2025-08-20",
    }


def test_a_stretch_of_a_relative_clause_dates_nothing_else() -> None:
    found = days("Chile's president, who visited Spain last week, condemned Peru.")
    assert found["CONSULT"] == "2025-08-11..2025-08-17"
    assert found["ACCUSE"] == "2025-08-21..2025-08-22"


def test_an_answer_is_not_of_the_day_of_what_it_answers() -> None:
    text = "On Tuesday Chile condemned Peru. On Thursday Bolivia's president visited Chile. Peru condemned Chile."
    assert days(text)["ACCUSE"] == "2025-08-21..2025-08-21"
