"""Idle words: forms that hold the word of an act and tell none (men of a junta, a team of negotiators)."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader


def events(text: str) -> list[tuple[str, list[str], list[str]]]:
    document = document_from_text(text, path="idle.txt", published=Day.parse("2025-06-20"))
    told = [statement.as_json() for statement in open_reader().read(document)]
    return [(line["type"], line["source"], line["target"]) for line in told if line["kind"] == "event"]


@pytest.mark.parametrize(
    "text",
    [
        "馬利政變軍人的家人住在首都。",
        "越南多批船隻停在港內。",
        "伊朗的調查人員能夠進入廠區。",
        "伊朗濃縮鈾的生產率保持平穩。",
        "伊朗仍然遵守條約。",
        "法國鎖定目標，力求第一。",
        "古巴的供電中斷了兩天。",
        "ケニアは身の安全を保証できないという。",
        "ロケットは500キロメートル飛行した。",
    ],
)
def test_an_idle_word_tells_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("法國總統下令從查德撤軍。", ("RETREAT", ["FRA"])),
        ("烏干達軍方矢言報復肯亞。", ("THREATEN", ["UGA"])),
        ("加拿大退出巴黎協定。", ("SANCTION", ["CAN"])),
        ("歐盟對挪威課徵新關稅。", ("SANCTION", ["EU"])),
        ("ペルーはチリに停戦に応じるよう圧力をかけた。", ("REQUEST", ["PER"])),
        ("エジプトはスーダンの支援への期待感を示した。", ("REQUEST", ["EGY"])),
    ],
)
def test_the_act_beside_it_is_read(text: str, expected: tuple[str, list[str]]) -> None:
    assert [(kind, source) for kind, source, _ in events(text)] == [expected]


def test_new_is_no_state_before_a_deal() -> None:
    """新協議 is a new deal, none of Singapore's (新)."""
    assert all("SGP" not in source + target for _, source, target in events("新協議達成前，伊朗與阿曼舉行談判。"))
