"""Acts that Chinese only speaks of: what describes a thing, is asked after or anybody's; and who acts beside them."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def events(text: str) -> list[tuple[str, set[str], set[str]]]:
    document = document_from_text(text, path="spoken.txt", published=Day.parse("2025-06-20"))
    claims = [statement.claim for statement in open_reader().read(document)]
    return [(c.type, set(c.source), set(c.target)) for c in claims if isinstance(c, EventClaim)]


@pytest.mark.parametrize(
    "text",
    [
        "國籍航空宣布，赴日機票可免費退改。",
        "泰國航空說，訪韓旅客不受影響。",
        "加拿大赴法航班延誤。",
        "請問法國是否打算制裁伊朗？",
        "外界想知道法國提出何種倡議。",
        "遭法國制裁的油輪停在港內。",
        "一艘被法國扣押的油輪起火。",
        "一支運送救援物資的車隊抵達肯亞。",
        "法國對蘇丹局勢表示擔憂。",
        "挪威不在乎國際社會的譴責。",
        "挪威無懼威脅。",
        "肯亞今年遭受饑荒威脅。",
        "就法國與挪威的會談發表的聲明很短。",
        "肯亞與蘇丹停火協議仍然脆弱。",
        "會談取得成果，法國開啟兩國合作的新篇章。",
        "法國在採購潛艦問題上沒有定論。",
        "瑞典外長重申，國家主權不容談判。",
        "瑞典外長闡明譴責侵略的立場。",
        "瑞典「吞併挪威」的說法流傳已久。",
    ],
)
def test_what_is_only_spoken_of_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("法國總統赴日訪問。", ("CONSULT", {"FRA"}, {"JPN"})),
        ("在中國訪問的日本外相今天受訪。", ("CONSULT", {"JPN"}, {"CHN"})),
        ("法國攻擊馬利，以報復挪威。", ("ASSAULT", {"FRA"}, {"MLI"})),
        ("法國表達與挪威會談的意願。", ("CONSULT", {"FRA"}, {"NOR"})),
        ("法國對挪威的行為表示嚴重關切。", ("ACCUSE", {"FRA"}, {"NOR"})),
        ("法國警告，挪威將付出代價。", ("THREATEN", {"FRA"}, {"NOR"})),
        ("法國退出伊朗核協議。", ("SANCTION", {"FRA"}, {"IRN"})),
        ("挪威始終與烏克蘭並肩站在一起。", ("SUPPORT", {"NOR"}, {"UKR"})),
        ("歐盟烏克蘭峰會在基輔舉行。", ("CONSULT", {"EU"}, {"UKR"})),
        ("美國與法國就結束俄烏戰爭舉行會談。", ("CONSULT", {"USA"}, {"FRA"})),
        ("在印度對巴基斯坦發動空襲後，股市下跌。", ("ASSAULT", {"IND"}, {"PAK"})),
        ("歐盟的立場引來批評。", ("ACCUSE", set(), {"EU"})),
        ("法國外長敦促蘇丹衝突雙方停火。", ("REQUEST", {"FRA"}, {"SDN"})),
        ("非盟委員會主席敦促蘇丹停火。", ("REQUEST", {"AU"}, {"SDN"})),
    ],
)
def test_who_acts_is_told(text: str, expected: tuple[str, set[str], set[str]]) -> None:
    assert expected in events(text)


def test_what_suffers_and_is_no_state_leaves_the_state_before_it_alone() -> None:
    told = events("以色列轟炸加薩。以色列戰機低飛，至少三棟民宅遭摧毀。")
    assert ("ASSAULT", {"PSE"}, {"ISR"}) not in told
