"""What a forecast foretells: the act, its sides, days and place, in every language; and what is not foretold."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import ForecastClaim, claim_fields, claim_from

READER = open_reader()
PUBLISHED = Day.parse("2025-09-14")


def foretold(text: str) -> ForecastClaim:
    """The last forecast in a text published on 14 September 2025."""
    document = document_from_text(text, path="t", published=PUBLISHED)
    claims = [s.claim for s in READER.read(document) if isinstance(s.claim, ForecastClaim)]
    return claims[-1]


@pytest.mark.parametrize(
    ("text", "type", "actors"),
    [
        ("奈良的日韓峰會有很大機會成行。", "CONSULT", {"JPN", "KOR"}),
        ("日中年內恢復領袖會談的機會不大。", "AGREE", {"JPN", "CHN"}),
        ("美國極可能縮減駐韓美軍規模。", "RETREAT", {"USA", "KOR"}),
        ("北韓可能在年底前試射洲際飛彈。", "MOBILIZE", {"PRK"}),
        ("习近平秋天赴韩的可能性很大。", "CONSULT", {"CHN", "KOR"}),
        ("Japan is unlikely to sanction Russia this year.", "SANCTION", {"JPN", "RUS"}),
        ("The United States and China are likely to meet in Busan.", "CONSULT", {"USA", "CHN"}),
        ("日中首脳会談は来年3月までに実現する公算が大きい。", "CONSULT", {"JPN", "CHN"}),
        ("한일 정상회담이 나라에서 열릴 것으로 전망된다.", "CONSULT", {"KOR", "JPN"}),
        ("중국이 한국에 반발할 수 있다.", "ACCUSE", {"CHN", "KOR"}),
    ],
)
def test_the_act_foretold_has_its_type_and_actors(text: str, type: str, actors: set[str]) -> None:
    claim = foretold(text)
    assert (claim.type, {*claim.source, *claim.target}) == (type, actors)


@pytest.mark.parametrize(
    "text",
    [
        "石破茂首相辭職會讓韓日關係變得比較困難。",
        "미중 정상이 부산에서 휴전에 들어간 만큼 당분간 순풍이 불 가능성이 크다.",
        "이시바 시게루 총리의 방한은 취소될 공산이 크다.",
        "The summit between Japan and China is likely to be cancelled.",
        "兩國關係很可能持續改善。",
    ],
)
def test_what_only_stands_beside_the_word_of_likelihood_is_not_foretold(text: str) -> None:
    claim = foretold(text)
    assert (claim.type, claim.source, claim.target) == ("", (), ())


@pytest.mark.parametrize(
    ("text", "horizon", "days"),
    [
        ("日韓峰會很可能於明年一月在奈良舉行。", "2026-01-31", "2026-01-01..2026-01-31"),
        ("日中首脳会談は来年3月までに実現する公算が大きい。", "2026-03-31", None),
        ("The United States and China are likely to meet by the end of October.", "2025-10-31", None),
        ("Japan is likely to sanction Russia in November.", "2025-11-30", "2025-11-01..2025-11-30"),
        ("Japan is likely to sanction Russia.", "", None),
    ],
)
def test_a_deadline_is_told_from_the_days_of_the_act(text: str, horizon: str, days: str | None) -> None:
    claim = foretold(text)
    assert claim.horizon == horizon
    assert claim.happened == (Day.parse(days) if days else None)


def test_a_day_already_past_is_no_horizon() -> None:
    claim = foretold("미중 정상이 지난달 30일 휴전에 들어간 만큼 당분간 순풍이 불 가능성이 크다.")
    assert claim.horizon == ""


def test_the_days_of_the_same_act_planned_before_in_the_document_are_its_days() -> None:
    claim = foretold("李在明計畫明年一月赴奈良舉行日韓峰會。奈良的日韓峰會有很大機會成行。")
    assert claim.happened == Day.parse("2026-01")
    assert claim.place == "奈良"


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("If Washington raises tariffs, Seoul will probably retaliate against the United States.", True),
        ("若中國入侵臺灣，日本很可能制裁中國。", True),
        ("다만 한국이 핵추진 잠수함 건조에 나서면 중국이 반발할 수 있다.", True),
        ("日本政府が閣僚を送れば、韓国が反発する可能性がある。", True),
        ("일본 언론에 따르면 한일 정상회담이 열릴 가능성이 크다.", False),
        ("Even if Washington objects, Seoul is likely to visit China.", False),
        ("韓國若干官員很可能訪問中國。", False),
    ],
)
def test_a_condition_is_kept_apart(text: str, premise: bool) -> None:
    assert bool(foretold(text).premise) == premise


def test_what_is_expected_stands_in_the_clause_behind_the_word() -> None:
    document = document_from_text("本報預料，日本很可能制裁俄羅斯。", path="t", published=PUBLISHED)
    (found,) = [s for s in READER.read(document) if s.kind == "forecast"]
    assert found.quote == "日本很可能制裁俄羅斯"


def test_a_forecast_after_its_act_states_no_event() -> None:
    document = document_from_text("奈良的日韓峰會有很大機會成行。", path="t", published=PUBLISHED)
    assert [s.kind for s in READER.read(document)] == ["forecast"]


def test_a_claim_without_an_act_still_reads() -> None:
    claim = ForecastClaim(by="author", what="they meet", likelihood="likely")
    assert claim_from(claim_fields(claim)) == claim
    assert claim_from({"kind": "forecast", "by": "author", "what": "they meet", "likelihood": "likely"}) == claim


@pytest.mark.parametrize(
    "text",
    [
        "日韓峰會訂於明年三月舉行，屆時石破茂可能與李在明會晤。",
        "慶州峰會訂於2026年3月，屆時石破茂可能與李在明會晤。",
    ],
)
def test_then_is_the_day_named_before(text: str) -> None:
    claim = foretold(text)
    assert claim.happened is not None
    assert claim.happened == Day.parse("2026-03")


def test_who_speaks_again_after_a_report_is_the_author() -> None:
    assert foretold("兩國強調無核化的必要性，但北韓自然會拒絕這項提議。").by == "author"
    assert foretold("李在明強調，北韓自然會拒絕這項提議。").by == "lee-jae-myung"


@pytest.mark.parametrize(
    "text", ["此舉使合作成為「別無選擇」之必然。", "Beijing acts as a possible middleman between Seoul and Pyongyang."]
)
def test_likelihood_told_as_a_noun_or_a_quality_foretells_nothing(text: str) -> None:
    read = READER.read(document_from_text(text, path="t"))
    assert [statement for statement in read if statement.kind == "forecast"] == []


def test_the_purpose_of_an_act_is_not_the_act_foretold() -> None:
    claim = foretold("美國可能為自由調動軍隊用於其他地方的戰事，大幅削減駐韓美軍規模。")
    assert (claim.type, claim.source, claim.target) == ("RETREAT", ("USA",), ("KOR",))
