"""Laws of a language whose verbs follow one another unparted, read on sentences of our own."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

READER = open_reader()
PUBLISHED = Day.parse("2025-12-20")


def told(text: str, published: Day | None = PUBLISHED) -> list[tuple[str, str, str, str, str | None]]:
    document = document_from_text(text, path="t", published=published)
    found = []
    for statement in READER.read(document):
        claim = statement.claim
        if isinstance(claim, EventClaim):
            day = claim.happened.iso if claim.happened else None
            found.append((claim.type, " ".join(claim.source), " ".join(claim.target), statement.status.value, day))
    return found


def types(text: str) -> list[str]:
    return [kind for kind, *_ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("美國將日本汽車關稅降至15%。", ("CONCEDE", "USA", "JPN", "occurred", None)),
        ("美國將批評日本的汽車政策。", ("ACCUSE", "USA", "JPN", "planned", None)),
        ("泰方將柬方大使驅逐出境。", ("SANCTION", "THA", "KHM", "occurred", None)),
    ],
)
def test_a_word_for_object_or_future_is_what_follows_it(text: str, expected: tuple[str, ...]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "美國不但批評日本的貿易政策。",
        "美國未來安全顧問批評日本的貿易政策。",
        "美國正式批評日本的貿易政策。",
        "美國如今批評日本的貿易政策。",
    ],
)
def test_marks_of_one_letter_do_not_speak_from_inside_a_word(text: str) -> None:
    assert told(text) == [("ACCUSE", "USA", "JPN", "occurred", None)]


def test_a_day_does_not_make_japan_of_its_last_letter() -> None:
    assert told("十八日韓國總統李在明訪問中國。") == [("CONSULT", "KOR", "CHN", "occurred", "2025-12-18")]
    assert told("中國同日美國宣布的關稅無關。") == []


@pytest.mark.parametrize("place", ["日", "美", "華", "俄"])
def test_a_verb_and_a_state_of_one_letter_name_the_target(place: str) -> None:
    state = {"日": "JPN", "美": "USA", "華": "CHN", "俄": "RUS"}[place]
    assert told(f"越南總理范明政訪{place}。") == [("CONSULT", "VNM", state, "occurred", None)]


def test_forces_sent_to_strike_tell_one_event() -> None:
    assert types("泰國空軍出動戰機轟炸柬埔寨陣地。") == ["ASSAULT"]


def test_what_a_verb_is_about_is_no_event_of_its_own() -> None:
    assert types("新加坡外交部歡迎停火。") == ["SUPPORT"]


def test_a_crowd_that_complains_protests() -> None:
    assert types("波蘭農民抗議廉價穀物湧入。") == ["PROTEST"]
    assert types("波蘭政府抗議廉價穀物湧入。") == ["ACCUSE"]


def test_talks_told_in_one_breath_are_one() -> None:
    text = "8月23日，李在明訪問東京，與日本首相石破茂舉行會晤。"
    assert told(text) == [("CONSULT", "KOR", "JPN", "occurred", "2025-08-23")]


def test_who_patrols_with_a_partner_does_it_with_him() -> None:
    text = "俄羅斯9日與中國轟炸機在日本周邊空域實施聯合巡邏。"
    assert told(text) == [("MOBILIZE", "RUS CHN", "JPN", "occurred", "2025-12-09")]


def test_a_hope_is_a_request_only_of_somebody_else() -> None:
    assert types("李在明希望美國降低關稅。") == ["REQUEST"]
    assert "REQUEST" not in types("李在明希望深化與美國的互信。")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("尹錫悅上任才逐步改善關係。", "2022-05-10"),
        ("石破茂首相宣布辭職。", "2025-09-07"),
        ("川普總統上台。", "2025-01-20"),
    ],
)
def test_a_change_of_leader_is_dated_by_the_office(text: str, day: str) -> None:
    assert [(kind, when) for kind, *_, when in told(text)] == [("TRANSITION", day)]


def test_a_later_telling_has_the_day_of_the_first() -> None:
    text = "8月23日，李在明與石破茂在東京會談。9月3日，中國舉行閱兵。李在明與石破茂的會談意義重大。"
    assert [when for kind, *_, when in told(text) if kind == "CONSULT"] == ["2025-08-23", "2025-08-23"]


def test_an_act_in_the_time_of_a_leader_has_his_term() -> None:
    assert told("文在寅總統任內，韓國批評日本的出口限制。")[0][-1] == "2017-05-10..2022-05-10"


def test_what_is_dated_after_publication_is_planned() -> None:
    assert told("中國2026年1月5日會見韓國總統。")[0][3] == "planned"


def test_a_space_parts_a_headline() -> None:
    assert told("莫迪訪美 中國批評日本") == [
        ("CONSULT", "IND", "USA", "occurred", None),
        ("ACCUSE", "CHN", "JPN", "occurred", None),
    ]
