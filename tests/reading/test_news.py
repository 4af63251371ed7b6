"""Laws of news reports in Chinese, read on sentences of our own, in both scripts."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

READER = open_reader()
PUBLISHED = Day.parse("2025-11-20")


def told(text: str) -> list[EventClaim]:
    document = document_from_text(text, path="t", published=PUBLISHED)
    return [statement.claim for statement in READER.read(document) if isinstance(statement.claim, EventClaim)]


def events(text: str) -> list[tuple[str, str, str]]:
    return [(claim.type, " ".join(sorted(claim.source)), " ".join(sorted(claim.target))) for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("祕魯總統批評墨西哥。秘方已召見墨國大使。", ("ACCUSE", "PER", "MEX")),
        ("叙利亚指责以色列。叙方要求以方撤军。", ("REQUEST", "SYR", "ISR")),
    ],
)
def test_a_short_name_counts_once_its_state_was_named(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in events(text)


def test_a_shared_short_name_is_that_of_the_state_in_the_story() -> None:
    assert events("巴西外長抵達倫敦。英國外相會見巴方代表。")[-1] == ("CONSULT", "GBR", "BRA")
    assert events("巴基斯坦外长抵达伦敦。英国外相会见巴方代表。")[-1] == ("CONSULT", "GBR", "PAK")


def test_a_word_that_opens_like_a_short_name_is_none() -> None:
    assert all("SGP" not in source + target for _, source, target in events("法國援烏進入新階段，德國提供新飛彈。"))


def test_what_is_spoken_of_does_not_act() -> None:
    assert ("REQUEST", "FRA", "IRN") in events("法國就烏克蘭問題要求伊朗停止供應無人機。")


@pytest.mark.parametrize("text", ["智利外長就秘魯扣押漁船向利馬提出抗議。", "智利外长就秘鲁扣押渔船向利马提出抗议。"])
def test_a_deed_spoken_of_has_its_own_doer(text: str) -> None:
    assert ("COERCE", "PER") in [(kind, source) for kind, source, _ in events(text)]
    assert ("ACCUSE", "CHL", "PER") in events(text)


@pytest.mark.parametrize(
    "text", ["應挪威首相斯特勒邀請，芬蘭總統將於下月訪問奧斯陸。", "应挪威首相斯特勒邀请，芬兰总统将于下月访问奥斯陆。"]
)
def test_an_invitation_has_host_and_guest(text: str) -> None:
    assert events(text)[0] == ("REQUEST", "NOR", "FIN")


def test_who_is_unwelcome_is_expelled() -> None:
    assert events("捷克外交部宣布兩名俄羅斯外交官為不受歡迎人物。") == [("SANCTION", "CZE", "RUS")]


def test_blame_aims_at_whom_its_words_open_with() -> None:
    assert events("希臘外長批評，土耳其一再侵犯領空。") == [("ACCUSE", "GRC", "TUR")]


def test_a_call_on_people_has_no_state_as_target() -> None:
    assert events("瑞典與丹麥會談。瑞典首相呼籲各國保持克制。")[-1] == ("REQUEST", "SWE", "")


def test_a_wish_to_work_with_somebody_is_an_agreement_a_wish_to_meet_a_plan() -> None:
    assert events("越南總理說，越方願與荷蘭加強農業合作。") == [("AGREE", "VNM", "NLD")]
    assert events("越南總理說，越方願與荷蘭首相會晤。") == [("CONSULT", "VNM", "NLD")]


def test_an_admission_is_no_recognition() -> None:
    assert all(kind != "SUPPORT" for kind, *_ in events("真主黨承認向以色列發射火箭。"))


def test_a_company_that_goes_abroad_pays_no_visit() -> None:
    assert all(kind != "CONSULT" for kind, *_ in events("日本企業前往印度設廠。"))


def test_today_is_the_day_of_the_dateline() -> None:
    (claim,) = told("中央社／ 雅典18日綜合外電報導\n\n希臘外長今天抵達安卡拉。")
    assert claim.happened is not None and claim.happened.iso == "2025-11-18"


def test_what_is_said_after_a_look_back_is_said_on_the_day_of_the_news() -> None:
    text = "加拿大总理18日会见印度总理。去年10月，加方驱逐印度外交官。加方呼吁印方合作。"
    claim = told(text)[-1]
    assert claim.type == "REQUEST" and claim.happened is not None and claim.happened.iso == "2025-11-18"


def test_yesterday_in_one_letter() -> None:
    (claim,) = told("英外相昨譴責俄羅斯。")
    assert claim.happened is not None and claim.happened.iso == "2025-11-19"


def test_explaining_is_not_tomorrow() -> None:
    (claim,) = told("韓國特使在北京向中方說明日本立場，並要求中方讓步。")
    assert claim.happened is None


def test_in_an_interview_is_not_china() -> None:
    assert all("CHN" not in source + target for _, source, target in events("挪威首相在專訪中，要求瑞典讓步。"))


def test_an_agency_that_reports_does_not_act() -> None:
    assert all("CHN" not in source + target for _, source, target in events("新華社報道，挪威批評瑞典。"))


@pytest.mark.parametrize("text", ["印度與巴基斯坦在沙特斡旋下停火。", "印度与巴基斯坦在沙特斡旋下停火。"])
def test_who_brokers_does_not_do_it(text: str) -> None:
    (truce,) = [event for event in events(text) if event[0] == "RETREAT"]
    assert "SAU" not in truce[1] + truce[2]
