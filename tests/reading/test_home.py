"""In whose press a Chinese document stands, and what its bare ministries, envoys and short pairs then mean."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

DAY = Day.parse("2025-10-20")
HANT, HANS = Language.ZH_HANT, Language.ZH_HANS


def events(text: str, language: Language) -> list[tuple[str, set[str], set[str]]]:
    """Type and sides of each event that the text tells."""
    document = document_from_text(text, path="t", published=DAY, language=language)
    claims = [statement.claim for statement in open_reader().read(document)]
    return [(c.type, set(c.source), set(c.target)) for c in claims if isinstance(c, EventClaim)]


def test_a_bare_ministry_is_that_of_the_press() -> None:
    text = "記者王小明／台北報導\n\n法國軍艦昨日通過海峽，中國為此抗議。外交部表示，譴責中方恫嚇法國。"
    assert ("ACCUSE", {"TWN"}, {"CHN"}) in events(text, HANT)


def test_our_country_is_that_of_the_press() -> None:
    byline = "（中央社記者王小明台北20日電）"
    assert ("ACCUSE", {"TWN"}, {"RUS"}) in events(f"{byline}外交部今天說明，我國譴責俄羅斯入侵鄰國。", HANT)
    assert ("ACCUSE", {"CHN"}, {"JPN"}) in events("新华社北京10月19日电　我国谴责日本此举。", HANS)


def test_in_whose_press_a_document_stands_does_not_depend_on_its_script() -> None:
    told = events("（中央社記者王小明台北20日電）外交部今天說明，我國譴責俄羅斯入侵鄰國。", HANT)
    assert told == events("（中央社记者王小明台北20日电）外交部今天说明，我国谴责俄罗斯入侵邻国。", HANS)
    told = events("新华社北京10月19日电　我国谴责日本此举。", HANS)
    assert told == events("新華社北京10月19日電　我國譴責日本此舉。", HANT)


def test_our_country_alone_or_in_anothers_mouth_shows_no_press() -> None:
    said = "日本首相高市早苗對記者說：「這是我國外交的課題。」外交部隨後譴責俄羅斯。"
    assert not any("TWN" in source | target for _, source, target in events(said, HANT))


def test_an_agency_that_is_only_cited_shows_no_press() -> None:
    assert not any("CHN" in source | target for _, source, target in events("據新華社報導，外交部譴責俄羅斯。", HANT))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("新华社阿布贾10月19日电　驻尼日利亚大使会见加纳外长。", {"CHN", "GHA"}),
        ("新华社北京10月19日电　中国驻尼日利亚大使会见加纳外长。", {"CHN", "GHA"}),
    ],
)
def test_an_envoy_acts_for_the_state_that_sent_him(text: str, sides: set[str]) -> None:
    assert [source | target for _, source, target in events(text, HANS)] == [sides]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("巴西总统卢拉访问北京。中巴签署贸易协定。", "BRA"),
        ("巴基斯坦总理访问北京。中巴签署贸易协定。", "PAK"),
        ("塞拉利昂总统访问北京。中塞签署贸易协定。", "SLE"),
    ],
)
def test_a_short_pair_is_that_of_the_state_named(text: str, other: str) -> None:
    assert ("AGREE", {"CHN"}, {other}) in events(text, HANS)


@pytest.mark.parametrize(
    "text",
    [
        "雙方應落實兩國元首達成的共識。",
        "今年是中俄條約簽署20周年。",
        "印度智庫警告，水資源問題恐衝擊南亞局勢。",
    ],
)
def test_what_is_only_spoken_of_is_no_event(text: str) -> None:
    assert events(text, HANT) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("聯合國安理會發表聲明。聲明要求利比亞民兵撤離，呼籲立即停火。", [("REQUEST", {"UNSC"}, {"LBY"})] * 2),
        ("烏拉圭外長在智利進行訪問。", [("CONSULT", {"URY"}, {"CHL"})]),
        ("美國宣布對烏拉圭商品加徵關稅。", [("SANCTION", {"USA"}, {"URY"})]),
        ("據俄羅斯衛星社5日報導，以色列空襲黎巴嫩。", [("ASSAULT", {"ISR"}, {"LBN"})]),
        ("對於川普的威脅，歐洲各國和歐盟提出批評。", [("ACCUSE", {"EU"}, {"USA"})]),
        ("俄羅斯談及日內瓦會談。", [("CONSULT", {"RUS"}, set())]),
        ("印度發射飛彈。西方國家對此提出抗議。", [("MOBILIZE", {"IND"}, set())]),
        ("黎巴嫩武裝組織真主黨表態後，以色列迅速拒絕條件。", [("REJECT", {"ISR"}, {"Hezbollah"})]),
        ("真主黨在一處由以色列控制的地區對以軍發動攻擊。", [("ASSAULT", {"Hezbollah"}, {"ISR"})]),
        ("到訪埃及的烏拉圭外長發表談話。", [("CONSULT", {"URY"}, {"EGY"})]),
        ("烏拉圭軍方稱，智利士兵不守約，雙方激烈交火。", [("ASSAULT", {"CHL", "URY"}, {"CHL", "URY"})]),
        ("兩國在選舉問題上立場不同，開火極其危險。", []),
        (
            "美國對烏拉圭實施制裁。兩週後，美國暫停新的制裁。",
            [("SANCTION", {"USA"}, {"URY"}), ("CONCEDE", {"USA"}, {"URY"})],
        ),
        ("智利徵收的關稅不高，烏拉圭大使昨日履新。", []),
        ("這有助於智利與烏拉圭簽署協議。", []),
        ("智利為秘魯與玻利維亞會談做準備。", [("CONSULT", {"PER"}, {"BOL"})]),
        ("此類行動威脅利比亞的統一。", []),
        ("智利重申對話的重要性。", []),
        (
            "在美國斡旋下，秘魯與智利簽署協議。",
            [("CONSULT", {"USA"}, {"PER", "CHL"}), ("AGREE", {"PER"}, {"CHL"})],
        ),
        (
            "烏拉圭駐智利大使拉莫斯重申支持秘魯。拉莫斯譴責玻利維亞。",
            [("SUPPORT", {"URY"}, {"PER"}), ("ACCUSE", {"URY"}, {"BOL"})],
        ),
        ("智利指秘魯可擴大投資。", []),
        ("秘魯指責外國軍隊干政。", [("ACCUSE", {"PER"}, set())]),
        ("哈瑪斯宣布延後交還人質遺體。", []),
        ("停火的條件包括以軍撤出加薩、哈瑪斯釋放人質。", []),
    ],
)
def test_who_acts_and_what_is_an_act(text: str, told: list[tuple[str, set[str], set[str]]]) -> None:
    assert events(text, HANT) == told


def test_a_foreign_name_of_several_parts_is_one_person() -> None:
    text = "乌拉圭外长胡安·卡洛斯·希门尼斯发表声明。希门尼斯在与联合国秘书长安东尼奥·古特雷斯的通话中表示关切。"
    assert ("CONSULT", {"URY"}, {"UN"}) in events(text, HANS)


def test_a_warning_with_a_condition_is_a_threat() -> None:
    assert events("以色列警告，伊朗若恢復濃縮鈾，將付出代價。", HANT) == [("THREATEN", {"ISR"}, {"IRN"})]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("外交部長林佳龍今天受訪。我國譴責俄羅斯入侵鄰國。", "TWN"),
        ("外交部长王毅今天受访。我国谴责俄罗斯入侵邻国。", "CHN"),
        ("3月2日，驻肯尼亚大使出席活动。中方赠送物资。外交部谴责俄罗斯入侵邻国。", "CHN"),
        ("中華民國台灣是主權國家。外交部譴責俄羅斯入侵鄰國。", "TWN"),
    ],
)
def test_own_ministers_and_envoys_show_the_press(text: str, state: str) -> None:
    language = HANT if "國" in text else HANS
    assert ("ACCUSE", {state}, {"RUS"}) in events(text, language)


def test_a_minister_whose_state_was_named_shows_no_press() -> None:
    text = "法國總統訪問中國。外交部長王毅在機場迎接。德國總理訪問挪威。外交部譴責俄羅斯入侵鄰國。"
    assert ("ACCUSE", {"CHN"}, {"RUS"}) not in events(text, HANT)
