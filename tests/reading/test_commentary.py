"""Laws of analyses and commentaries in Chinese, read on sentences of our own."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim, PositionClaim

READER = open_reader()
PUBLISHED = Day.parse("2025-12-20")

Event = tuple[str, set[str], set[str]]


def told(text: str) -> list[EventClaim]:
    document = document_from_text(text, path="t", published=PUBLISHED)
    return [statement.claim for statement in READER.read(document) if isinstance(statement.claim, EventClaim)]


def events(text: str) -> list[Event]:
    return [(claim.type, set(claim.source), set(claim.target)) for claim in told(text)]


def both(text: str) -> list[tuple[str, set[str]]]:
    return [(kind, source | target) for kind, source, target in events(text)]


def test_letters_in_a_list_are_names() -> None:
    assert both("美、日、韓三國外長在雅加達會談。") == [("CONSULT", {"USA", "JPN", "KOR"})]
    assert all("CHN" not in source | target for _, source, target in events("其中、日本也批評法國。"))


def test_both_sides_are_the_persons_before_and_never_three() -> None:
    text = "波蘭與捷克、匈牙利的聯盟名存實亡。李在明在巴黎與馬克宏舉行會談，兩國發表共同聲明。"
    assert both(text)[-1] == ("AGREE", {"KOR", "FRA"})


def test_a_place_ends_the_phrase_of_its_coverb() -> None:
    assert events("在印太地區美軍部署了更多飛彈。") == [("MOBILIZE", {"USA"}, set())]


def test_a_day_in_brackets_is_that_of_the_act_before() -> None:
    (claim,) = told("石破茂一月訪問越南後，日本與印度簽署協定（3月4日）。")[-1:]
    assert claim.happened is not None
    assert claim.happened.iso == "2025-03-04"


def test_a_heading_inside_does_not_move_the_story() -> None:
    text = "法國總統馬克宏訪問印度。\n\n中俄之間的新棋局\n\n雙方簽署核能協定。\n"
    assert both(text)[-1] == ("AGREE", {"FRA", "IND"})


@pytest.mark.parametrize("text", ["日本持續擴軍，並於台灣附近的島嶼部署飛彈。"])
def test_a_place_does_not_deploy(text: str) -> None:
    assert ("MOBILIZE", {"JPN"}, set()) in events(text)
    assert all("TWN" not in source for _, source, _ in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "對於放寬旅遊限制，外界看法不一。",
        "德國一向把軍事演習視為例行公事。",
        "阻止挪威部署飛彈成為眾人的難題。",
        "法國面臨葡萄牙的威脅。",
        "印度的談判策略十分老練。",
        "阿根廷可向智利施壓。",
        "墨西哥推動加韓對話。",
    ],
)
def test_what_is_only_spoken_of_tells_no_event(text: str) -> None:
    assert events(text) == []


def test_to_win_is_not_suffered() -> None:
    assert events("德國總理梅爾茨獲得勝選。") == [("TRANSITION", {"DEU"}, set())]


def test_a_gloss_in_brackets_does_not_part_a_list() -> None:
    text = "此事引發中（中國大陸）、日外交爭端，除了雙邊經貿受波及，近日又有雷達照射日機、中俄轟炸機聯合巡航。"
    assert events(text) == [("COERCE", {"CHN"}, {"JPN"}), ("MOBILIZE", {"CHN", "RUS"}, set())]


@pytest.mark.parametrize(
    "text",
    [
        "北韓展示打擊首爾的能力。",
        "北韓具備打擊峰會主辦地慶州的能力。",
        "以往從未有過南韓總統先訪問日本的例子。",
    ],
)
def test_what_can_be_done_or_never_was_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_mark_may_share_a_letter_with_its_act() -> None:
    document = document_from_text("川普證實他不會晤金正恩。", path="t", published=PUBLISHED)
    assert [s.status for s in READER.read(document) if isinstance(s.claim, EventClaim)] == []


def test_he_is_who_acts_not_beside_whom_he_acts() -> None:
    document = document_from_text("川普和南韓總統李在明會談時說，他仍致力朝鮮半島和平。", path="t", published=PUBLISHED)
    claims = [s.claim for s in READER.read(document) if isinstance(s.claim, PositionClaim)]
    assert [claim.holder for claim in claims] == [("USA",)]


def test_what_the_author_advises_is_no_event() -> None:
    assert events("日韓恐遭忽略，因此希望能善加利用協調事務局等管道，建立政策協調機制。") == []


def test_days_of_the_story_are_not_those_of_what_only_tells_which() -> None:
    text = "12月10日日韓外長會談。美日簽署的同盟條約仍是基石，朝俄軍事同盟的確立帶來壓力。"
    days = {(claim.type, *sorted({*claim.source, *claim.target})): claim.happened for claim in told(text)}
    assert ("AGREE", "JPN", "USA") not in days
    assert days["AGREE", "PRK", "RUS"] is None


def test_who_acts_for_a_leader_begins_no_term() -> None:
    (claim,) = [c for c in told("2024年12月14日起，韓國國務總理代行總統職務。") if c.type == "TRANSITION"]
    assert claim.happened == Day.parse("2024-12-14")


def test_loose_days_of_a_first_telling_are_not_those_of_the_next() -> None:
    text = "近日的雷達照射日機引發關注。12月6日，遼寧號通過宮古海峽。中國戰機雷達照射日機。"
    lock_ons = [claim.happened for claim in told(text) if claim.type == "COERCE"]
    assert lock_ons[-1] == Day.parse("2025-12-06")


def test_who_judges_a_leader_of_his_own_state_judges_no_other() -> None:
    assert events("李在明在2023年批評前總統尹錫悅舉行韓日峰會是傀儡。") == [("ACCUSE", {"KOR"}, set())]


def test_what_nobody_of_any_state_does_is_no_event() -> None:
    assert events("李在明說要等外星人入侵地球時再想。") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("李在明缺席北約峰會，並表示希望改善韓中關係。", "lee-jae-myung"),
        ("李在明肯定川普願意對話，表示希望改善韓朝關係。", "lee-jae-myung"),
        ("李在明與川普會談，川普表示希望改善美朝關係。", "donald-trump"),
    ],
)
def test_who_says_so_is_whom_the_clauses_before_are_about(text: str, speaker: str) -> None:
    document = document_from_text(text, path="t", published=PUBLISHED)
    said = [s.said_by for s in READER.read(document) if isinstance(s.claim, PositionClaim)]
    assert said[-1] == speaker


def test_whose_menace_somebody_is_stands_against_him() -> None:
    document = document_from_text("中國是美國唯一迫在眉睫的威脅。", path="t", published=PUBLISHED)
    claims = [s.claim for s in READER.read(document) if isinstance(s.claim, PositionClaim)]
    assert [(claim.holder, claim.stance) for claim in claims] == [(("USA",), "against")]


def test_troops_withdrawn_leave_the_state_of_their_name() -> None:
    assert events("美國縮減駐韓美軍。") == [("RETREAT", {"USA"}, {"KOR"})]
    assert events("美國縮減海外美軍。") == [("RETREAT", {"USA"}, set())]


def test_what_somebody_faces_is_done_to_him() -> None:
    assert events("委內瑞拉面對歐盟的嚴厲制裁。") == [("SANCTION", {"EU"}, {"VEN"})]


def test_a_day_set_behind_an_election_is_its_day() -> None:
    (claim,) = told("智利總統大選訂於2026年1月18日。")
    assert claim.happened is not None
    assert claim.happened.iso == "2026-01-18"


def test_a_host_is_no_target_of_what_is_stationed_there() -> None:
    assert events("美軍已在德國部署無人機。") == [("MOBILIZE", {"USA"}, set())]


def test_what_somebody_always_rejects_is_no_event() -> None:
    assert events("越南一向反對該計畫。") == []


def test_a_president_without_a_state_is_the_last_president() -> None:
    text = "韓國總統訪問印度。朝鮮總書記金正恩視察工廠。總統遭彈劾後，各界譁然。"
    assert events(text)[-1] == ("TRANSITION", {"KOR"}, set())


def positions(text: str) -> list[tuple[set[str], str]]:
    document = document_from_text(text, path="t", published=PUBLISHED)
    claims = [statement.claim for statement in READER.read(document)]
    return [(set(claim.holder), claim.stance) for claim in claims if isinstance(claim, PositionClaim)]


def test_a_stand_is_held_by_whom_the_sentence_is_about() -> None:
    assert positions("李在明缺席了北約峰會，並希望緩和半島緊張。") == [({"KOR"}, "for")]


def test_ties_that_are_valued_are_no_stand_of_their_owners() -> None:
    assert positions("日韓關係為何受到重視？") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("美國將中國視為最大的安全威脅。", "against"),
        ("美國將中國視為重要夥伴。", "for"),
        ("白宮強調同盟的對中強硬派得勢。", "against"),
    ],
)
def test_how_somebody_is_seen_shows_the_stance(text: str, stance: str) -> None:
    document = document_from_text(text, path="t", published=PUBLISHED)
    claims = [s.claim for s in READER.read(document) if isinstance(s.claim, PositionClaim)]
    assert [claim.stance for claim in claims] == [stance]


def test_a_stand_is_told_once_in_a_sentence() -> None:
    assert positions("法國重視與印度的關係，積極改善與印度的關係。") == [({"FRA"}, "for")]


def test_a_title_that_names_its_topic_tells_no_event() -> None:
    assert events("李在明訪日與東北亞安全情勢") == []


def test_an_attack_named_by_its_place_is_aimed_there() -> None:
    assert events("若中國武力犯台，局勢將失控。") == [("ASSAULT", {"CHN"}, {"TWN"})]


def test_what_states_set_up_together_is_agreed() -> None:
    assert both("德國與智利成立聯合委員會。") == [("AGREE", {"DEU", "CHL"})]


def test_talks_of_a_kind_are_no_talks() -> None:
    assert events("美日會談通常在其他峰會期間舉行。") == []


def test_what_is_owned_or_told_as_an_event_is_no_stand() -> None:
    assert positions("法國需要印度的支持。") == []
    assert positions("法國拒絕印度的要求。") == []


def test_whose_view_it_is_in_the_passive() -> None:
    assert positions("南韓的軍演被北韓視為威脅。") == [({"PRK"}, "against")]


def test_others_are_no_pronoun() -> None:
    assert events("法國宣布將印度汽車及其他產品的關稅調回25%。") == [("SANCTION", {"FRA"}, {"IND"})]


def test_talks_named_by_their_sides_are_theirs() -> None:
    assert both("當年更舉行兩次法德外長會談。") == [("CONSULT", {"FRA", "DEU"})]


def test_a_cause_that_is_only_supposed_says_so() -> None:
    document = document_from_text("如果法國撤軍，勢必造成馬利動盪。", path="t", published=PUBLISHED)
    causes = [statement for statement in READER.read(document) if statement.kind == "cause"]
    assert [statement.status.value for statement in causes] == ["hypothetical"]


@pytest.mark.parametrize("name", ["拜尹會", "川金會", "习岸会", "李高會"])
def test_a_meeting_named_by_two_leaders_is_theirs(name: str) -> None:
    assert [kind for kind, *_ in events(f"昨天{name}只談了一小時。")] == ["CONSULT"]


def test_a_planned_month_is_that_of_the_next_year() -> None:
    (claim,) = told("馬克宏預計四月訪問印度。")
    assert claim.happened is not None
    assert claim.happened.iso.startswith("2026-04")


def test_a_reaffirmation_ends_at_a_semicolon() -> None:
    text = "法國與印度共同確認，兩國將深化互信；法印雙方同意共同努力。"
    assert [kind for kind, *_ in events(text)].count("AGREE") == 2
