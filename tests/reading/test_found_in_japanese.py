"""What the reader sees in Japanese: acts done by saying, deeds told as nouns, headlines without particles."""

import pytest

from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

Told = tuple[str, set[str], set[str]]


def told(text: str) -> list[Told]:
    read = open_reader().tell(document_from_text(text, path="x", language=Language.JA), all_events=True)
    return [
        (told.claim.type, set(told.claim.source), set(told.claim.target))
        for _, told in read
        if isinstance(told.claim, EventClaim)
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("チリ外相は「ペルーの立場を支持する」と述べた。", ("SUPPORT", {"CHL"}, {"PER"})),
        ("ガーナ大統領は、トーゴの介入は許されないと強調した。", ("ACCUSE", {"GHA"}, {"TGO"})),
        ("ベナンはトーゴに「必要な措置を取る」と語った。", ("THREATEN", {"BEN"}, {"TGO"})),
        ("ペルー政府は「チリの提案に反対する」との談話を出した。", ("REJECT", {"PER"}, {"CHL"})),
        ("オマーンはチャドの要請に応じる気配はない。", ("REJECT", {"OMN"}, {"TCD"})),
    ],
)
def test_what_is_said_is_done(text: str, event: Told) -> None:
    assert told(text)[-1] == event


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "ケニアはチャドによるニジェールへの攻撃を非難した。",
            [("ASSAULT", {"TCD"}, {"NER"}), ("ACCUSE", {"KEN"}, {"TCD"})],
        ),
        (
            "ケニアはチャドのニジェール攻撃を非難した。",
            [("ASSAULT", {"TCD"}, {"NER"}), ("ACCUSE", {"KEN"}, {"TCD"})],
        ),
        (
            "ペルーは領空に入ったチリの無人機を撃ち落とした。",
            [("COERCE", {"CHL"}, {"PER"}), ("ASSAULT", {"PER"}, {"CHL"})],
        ),
        (
            "オマーンの仲介でチャドとニジェールの停戦が成立した。",
            [("CONSULT", {"OMN"}, {"NER", "TCD"}), ("RETREAT", {"TCD"}, {"NER"})],
        ),
    ],
)
def test_a_deed_keeps_its_doer(text: str, events: list[Told]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("トーゴ、ベナンに自制求める", ("REQUEST", {"TGO"}, {"BEN"})),
        ("ペルー首相、米の決定を批判", ("ACCUSE", {"PER"}, {"USA"})),
        ("7日、仏貿易相がペルーを批判した。", ("ACCUSE", {"FRA"}, {"PER"})),
        ("7日、英高官がペルーを批判した。", ("ACCUSE", {"GBR"}, {"PER"})),
        ("チリなど5カ国はペルーを批判した。", ("ACCUSE", {"CHL"}, {"PER"})),
        ("ガーナはトーゴの主張を「根拠がない」と一蹴した。", ("REJECT", {"GHA"}, {"TGO"})),
        ("マリは駐仏大使を呼び戻した。", ("SANCTION", {"MLI"}, {"FRA"})),
        ("日・ウズベキスタン外相会談が行われた。", ("CONSULT", {"JPN"}, {"UZB"})),
        ("オマーン軍、チャド周辺で演習開始", ("MOBILIZE", {"OMN"}, {"TCD"})),
    ],
)
def test_who_acts_on_whom(text: str, event: Told) -> None:
    assert told(text) == [event]


def test_that_state_is_the_one_named_last() -> None:
    assert told("チリはペルーを批判し、同国への制裁を強化した。")[-1] == ("SANCTION", {"CHL"}, {"PER"})


def test_its_ministry_is_not_that_of_the_home_state() -> None:
    assert told("ロシアはトーゴを批判した。同外務省はトーゴの外交官を追放した。")[-1] == ("SANCTION", {"RUS"}, {"TGO"})


def test_rice_is_no_state() -> None:
    assert told("農水省、米の増産を検討") == []
