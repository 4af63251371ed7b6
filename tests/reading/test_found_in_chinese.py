"""Classes of words and constructions of Chinese that told events nobody saw, in both scripts."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

READER = open_reader()
PUBLISHED = Day.parse("2025-11-20")

Event = tuple[str, str, str]


def events(text: str) -> list[Event]:
    document = document_from_text(text, path="t", published=PUBLISHED)
    claims = [statement.claim for statement in READER.read(document) if isinstance(statement.claim, EventClaim)]
    return [(claim.type, " ".join(sorted(claim.source)), " ".join(sorted(claim.target))) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("祕魯外長的奧斯陸之行十分短促。", ("CONSULT", "PER", "NOR")),
        ("秘鲁外长的奥斯陆之行十分短促。", ("CONSULT", "PER", "NOR")),
        ("芬蘭總理應迦納總統邀請訪問阿克拉。", ("CONSULT", "FIN", "GHA")),
        ("冰岛向挪威求援。", ("REQUEST", "ISL", "NOR")),
        ("祕魯杯葛在聖地牙哥舉行的峰會，智利失望。", ("SANCTION", "PER", "CHL")),
    ],
)
def test_who_went_asked_or_stayed_away_is_seen(text: str, expected: Event) -> None:
    assert expected in events(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("秘鲁与智利对等驱逐外交官。", ("SANCTION", "CHL PER", "CHL PER")),
        ("印尼軍艦駛向帛琉外海。", ("MOBILIZE", "IDN", "PLW")),
        ("蘇丹砲轟查德邊境哨所。", ("ASSAULT", "SDN", "TCD")),
        ("肯尼亚医疗队前往海地。", ("AID", "KEN", "HTI")),
        ("芬蘭對原產於印度的鋼材加徵關稅。", ("SANCTION", "FIN", "IND")),
        ("智利授予挪威首相勋章。", ("SUPPORT", "CHL", "NOR")),
        ("丹麥收容蘇丹難民。", ("AID", "DNK", "SDN")),
        ("埃及對蘇丹關閉領空。", ("SANCTION", "EGY", "SDN")),
    ],
)
def test_a_word_and_its_thing_are_seen_together(text: str, expected: Event) -> None:
    assert expected in events(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("智利與芬蘭斷交。", ("SANCTION", "CHL", "FIN")),
        ("苏丹军方称击落乍得无人机。", ("ASSAULT", "SDN", "TCD")),
        ("美国对智利的关税周三生效。", ("SANCTION", "USA", "CHL")),
        ("日菲《互惠准入協定》正式上路。", ("AGREE", "JPN", "PHL")),
        ("莫迪祝贺高市早苗当选首相。", ("TRANSITION", "JPN", "")),
        ("两名秘鲁军人死于智利空袭。", ("ASSAULT", "CHL", "PER")),
        ("智利暫停進口日本海鮮。", ("SANCTION", "CHL", "JPN")),
        ("美國軍艦駛向智利。", ("MOBILIZE", "USA", "CHL")),
        ("胡塞武装袭击以色列。", ("ASSAULT", "Houthis", "ISR")),
        ("韓國總統召開國安會議。", ("CONSULT", "KOR", "")),
        ("韩国总统召开国安会议，讨论北韩射弹。", ("MOBILIZE", "PRK", "")),
        ("古特雷斯说，世界承受不起印巴对抗，呼吁印度保持克制。", ("REQUEST", "UN", "IND")),
    ],
)
def test_who_did_it_to_whom_is_told_apart(text: str, expected: Event) -> None:
    assert expected in events(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("美炸伊朗核設施。", ("ASSAULT", "USA", "IRN")),
        ("王毅晤土耳其外长。", ("CONSULT", "CHN", "TUR")),
        ("澳洲對智利表不滿。", ("ACCUSE", "AUS", "CHL")),
        ("日援菲二十億披索。", ("AID", "JPN", "PHL")),
    ],
)
def test_one_letter_verbs_of_headlines_are_read_beside_a_state(text: str, expected: Event) -> None:
    assert expected in events(text)


@pytest.mark.parametrize("text", ["韩国炸鸡风靡台湾。", "法國援引條約。", "智利首都發生爆炸案。"])
def test_one_letter_verbs_are_none_inside_a_word(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("text", ["智利總統與挪威首相討論烏克蘭。", "智利总统与挪威首相讨论乌克兰。"])
def test_what_is_discussed_is_no_side(text: str) -> None:
    assert events(text) == [("CONSULT", "CHL", "NOR")]


@pytest.mark.parametrize("text", ["秘鲁方面称打击重点是走私。", "秘鲁谈到袭击。"])
def test_what_is_only_talked_of_is_no_attack(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("text", ["祕魯杯葛在聖地牙哥舉行的峰會。", "秘鲁抵制在圣地亚哥举行的峰会。"])
def test_a_summit_that_is_stayed_away_from_is_no_meeting_of_who_does(text: str) -> None:
    assert all(kind != "CONSULT" for kind, _, _ in events(text))


@pytest.mark.parametrize(
    "text", ["韩国提议，秘鲁加入。", "泰國街頭小吃征服祕魯食客。", "越南攻佔市場，咖啡熱銷。", "巴西節遊行熱鬧。"]
)
def test_what_only_looks_so_tells_nothing(text: str) -> None:
    assert all(kind not in ("REQUEST", "PROTEST", "ASSAULT") for kind, _, _ in events(text))
