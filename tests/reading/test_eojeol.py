"""Where Korean words, names and cues may stand, and what the endings of the spaced word tell."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.eojeol import rules_of, syllables_before
from stateofplay.reading.inflection import forms
from stateofplay.reading.lexicon import Cue
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import Case
from stateofplay.reading.mentions import find_mentions
from stateofplay.reading.reader import lexicon_of, open_reader
from stateofplay.reading.sentence import Sentence, lay_open
from stateofplay.reading.statement import EventClaim

LEXICON = lexicon_of("ko", "northeast_asia")
PUBLISHED = Day.parse("2025-08-26")


def laid(text: str) -> Sentence:
    return lay_open(text, LEXICON)


def cases(text: str) -> list[tuple[str, Case]]:
    sentence = laid(text)
    return [(text[m.start : m.end], m.case) for m in find_mentions(sentence, Memory(home="KOR"))]


def told(text: str) -> set[tuple[str, str, str, str]]:
    document = document_from_text(text, path="t", published=PUBLISHED)
    claims = [(s.claim, s.status.value) for s in open_reader().read(document) if isinstance(s.claim, EventClaim)]
    return {(claim.type, " ".join(claim.source), " ".join(claim.target), status) for claim, status in claims}


def clauses(text: str) -> list[str]:
    return [text[start:end].strip(" ,") for start, end in laid(text).clauses]


def test_only_a_language_with_the_setting_has_rules() -> None:
    assert rules_of("ko") is not None
    assert rules_of("zh") is None


def test_syllables_are_counted_back_to_the_border_of_the_word() -> None:
    assert syllables_before("새 정상회담", 4) == 2
    assert syllables_before("25일", 2) == 0


@pytest.mark.parametrize("text", ["마지막 회의가 열렸다", "자연환경을 지키자는 말", "항공사가 비행기를 샀다"])
def test_no_name_is_read_inside_another_word(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in laid(text).names] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("대미 수출이 늘었다", "미"),
        ("미 국무부는 침묵했다", "미"),
        ("태국과 캄보디아", "태국"),
        ("대중국 제재", "중국"),
    ],
)
def test_a_short_name_counts_after_a_prefix_and_before_an_office(text: str, name: str) -> None:
    assert name in {form for hit in laid(text).names for form in (text[hit.start : hit.end].split()[0],)}


def test_a_verb_begins_its_word() -> None:
    assert not [hit for hit in laid("마지막 밤").words if hit.start == 2]
    assert [hit for hit in laid("벽을 막았다").words if hit.start == 3]


def test_a_head_needs_its_end() -> None:
    found = {hit.cue.role for hit in laid("관계 정상화").cues if isinstance(hit.cue, Cue) and hit.start == 3}
    assert "head" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("캄보디아 병사 두 명이 숨졌다", ("캄보디아 병사", Case.SUBJECT)),
        ("폴란드 어느 마을에 드론이 떨어졌다", ("폴란드", Case.TARGET)),
        ("중국의 요구를 들었다", ("중국", Case.GENITIVE)),
        ("미국 방문을 미뤘다", ("미국", Case.MODIFIER)),
        ("일본과 함께 갔다", ("일본", Case.PARTNER)),
    ],
)
def test_the_last_particle_of_the_phrase_gives_the_case(text: str, expected: tuple[str, Case]) -> None:
    assert expected in cases(text)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("돕다", {"도와", "도왔", "도운"}),
        ("부르다", {"불러", "불렀", "부른"}),
        ("가르다", {"갈라", "갈랐"}),
        ("묻다", {"물어", "물었", "묻었"}),
        ("짓다", {"지어", "지었", "지은"}),
        ("모으다", {"모아", "모았"}),
        ("따르다", {"따라", "따랐"}),
        ("열다", {"열었", "연", "여는"}),
        ("퍼붓다", {"퍼부어", "퍼부었"}),
        ("비난하다", {"비난했", "비난해", "비난한", "비난하"}),
    ],
)
def test_verbs_take_their_irregular_forms(word: str, expected: set[str]) -> None:
    assert expected <= {form for form, _ in forms(word, language="ko", part="v")}


def test_endings_cut_clauses_and_nouns_that_look_like_them_do_not() -> None:
    assert clauses("중국이 항의하자 일본은 사과했다") == ["중국이 항의하자", "일본은 사과했다"]
    assert clauses("투자자 단체는 최고 회의에서 만났다") == ["투자자 단체는 최고 회의에서 만났다"]
    assert clauses("미국은 비난했다고 밝혔다") == ["미국은 비난했다고 밝혔다"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("일본은 중국이 세운 구조물을 거세게 비난했다.", ("ACCUSE", "JPN", "CHN", "occurred")),
        ("러시아가 국경을 침범하자 폴란드는 항의했다.", ("COERCE", "RUS", "POL", "occurred")),
        ("영국은 프랑스와 회담할 예정이다.", ("CONSULT", "GBR", "FRA", "planned")),
        ("한국은 북한을 제재하지 않았다.", ("SANCTION", "KOR", "PRK", "denied")),
        ("독일이 러시아를 제재하면 혼란이 온다.", ("SANCTION", "DEU", "RUS", "hypothetical")),
        ("이란은 이스라엘에 미사일을 쐈다.", ("ASSAULT", "IRN", "ISR", "occurred")),
        ("북한은 핵을 포기하지 않겠다고 밝혔다.", ("REJECT", "PRK", "", "occurred")),
        ("케냐에서는 청년들이 거리로 나와 시위를 벌였다.", ("PROTEST", "KEN", "", "occurred")),
        ("호주는 철수하라는 인도의 요구를 거절했다.", ("REJECT", "AUS", "IND", "occurred")),
        ("호주는 철수하라는 인도의 요구를 거절했다.", ("REQUEST", "IND", "AUS", "occurred")),
    ],
)
def test_korean_sentences_tell_who_did_what(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text)


def test_a_person_is_known_again_by_family_name_and_title() -> None:
    text = "시진핑 국가주석이 러시아를 방문했다.\n\n시 주석은 일본을 비난했다."
    assert ("ACCUSE", "CHN", "JPN", "occurred") in told(text)


def test_a_person_is_introduced_before_the_state_and_the_office() -> None:
    text = "보르단 켈레크 몽골 총리가 일본을 방문했다.\n\n켈레크 총리는 중국을 비난했다."
    assert ("ACCUSE", "MNG", "CHN", "occurred") in told(text)


def test_what_is_told_as_to_come_is_planned() -> None:
    assert told("체코는 벨라루스 외교관을 추방할 것이라고 밝혔다.") == {("SANCTION", "CZE", "BLR", "planned")}
    assert told("체코는 벨라루스 외교관을 추방했다고 밝혔다.") == {("SANCTION", "CZE", "BLR", "occurred")}


def test_what_ought_to_be_done_is_not_told_as_done() -> None:
    assert told("노르웨이는 몰도바에 무기를 지원해야 한다고 강조했다.") == set()
    assert told("노르웨이는 몰도바에 무기를 지원했다.") == {("AID", "NOR", "MDA", "occurred")}


def test_a_threat_is_one_with_any_verb_of_speech() -> None:
    assert told("이란은 이스라엘에 보복하겠다고 밝혔다.") == {("THREATEN", "IRN", "ISR", "occurred")}
    assert told("이란은 이스라엘에 상응 조치를 취할 것이라고 말했다.") == {("THREATEN", "IRN", "ISR", "occurred")}


def test_a_local_time_is_no_order_and_an_attack_warded_off_no_retreat() -> None:
    assert told("페루 대통령은 20일(현지시간) 리마에서 칠레 대통령과 회담했다.") == {
        ("CONSULT", "PER", "CHL", "occurred")
    }
    assert told("폴란드는 러시아의 공세를 막으려면 시간이 필요하다고 판단했다.") == set()
    assert told("브라질은 이를 압박의 신호로 받아들였다.") == set()


def test_who_owns_what_is_suffered_did_it() -> None:
    assert told("에스토니아는 러시아의 공격을 받았다.") == {("ASSAULT", "RUS", "EST", "occurred")}
    assert told("필리핀은 중국의 항의를 받았다.") == {("ACCUSE", "CHN", "PHL", "occurred")}
    assert told("필리핀은 중국으로부터 공격을 받았다.") == {("ASSAULT", "CHN", "PHL", "occurred")}


def test_an_ending_of_wish_is_told_from_a_verb_that_leads_on() -> None:
    assert told("인도는 중국 기업을 블랙리스트에 올려 중국을 압박했다.") >= {("SANCTION", "IND", "CHN", "occurred")}
    assert told("프랑스는 말리에서 병력을 철수하려 한다.") == {("RETREAT", "FRA", "MLI", "planned")}


def test_a_quotation_that_ends_in_what_is_to_come_is_planned() -> None:
    assert told("이란은 “이라크에 무기를 지원할 것”이라고 밝혔다.") == {("AID", "IRN", "IRQ", "planned")}
    assert told("중국은 ‘상응하는 대응 조치를 취할 것’이라고 밝혔다.") == {("THREATEN", "CHN", "", "occurred")}


def test_a_statement_of_one_side_is_no_agreement() -> None:
    assert told("카타르는 이집트와의 회담 뒤 성명을 냈다.") == {("CONSULT", "QAT", "EGY", "occurred")}
    assert told("카타르와 이집트는 공동성명을 냈다.") == {("AGREE", "QAT", "EGY", "occurred")}
