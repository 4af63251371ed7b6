"""Korean: who a clause describes as a guest, between whom talks are, and at whom a deed told as a noun was aimed."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def events(text):
    document = document_from_text(text, path="t", published=Day.parse("2025-07-18"), language=Language.KO)
    claims = [told.claim for _, told in open_reader().tell(document)]
    return [(c.type, set(c.source), set(c.target)) for c in claims if isinstance(c, EventClaim)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("한국을 방문 중인 베트남 총리가 공장을 둘러봤다.", ("CONSULT", {"VNM"}, {"KOR"})),
        ("방콕을 찾은 말레이시아 외무장관은 박물관을 둘러봤다.", ("CONSULT", {"MYS"}, {"THA"})),
        ("카이로를 방문한 수단 외무장관은 박물관을 둘러봤다.", ("CONSULT", {"SDN"}, {"EGY"})),
        ("방중한 응우옌 반 남 베트남 외무장관은 만리장성을 둘러봤다.", ("CONSULT", {"VNM"}, {"CHN"})),
    ],
)
def test_a_guest_is_who_the_clause_describes(text, told):
    assert told in events(text)


def test_talks_between_two_have_them_as_sides():
    assert events("칠레와 페루 간 어업 협상이 리마에서 열렸다.") == [("CONSULT", {"CHL"}, {"PER"})]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("이란은 영국의 대화 제의를 거절했다.", ("REQUEST", {"GBR"}, {"IRN"})),
        ("네팔 총리가 중국의 초청으로 베이징을 방문했다.", ("REQUEST", {"CHN"}, {"NPL"})),
        ("몰도바 대통령은 루마니아의 전력 지원에 사의를 표했다.", ("AID", {"ROU"}, {"MDA"})),
    ],
)
def test_who_takes_it_up_is_whom_it_was_aimed_at(text, told):
    assert told in events(text)


def test_who_only_blames_it_need_not_be():
    assert ("AID", {"ROU"}, {"HUN"}) not in events("헝가리는 루마니아의 전력 지원을 비난했다.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("핀란드 대통령은 러시아가 전쟁을 끝내야 한다고 말했다.", ("REQUEST", {"FIN"}, {"RUS"})),
        ("호주 외교장관은 중국의 조치가 부당하다고 지적했다.", ("ACCUSE", {"AUS"}, {"CHN"})),
        ("이집트 외무장관은 에티오피아의 댐 가동은 국제법 위반이라고 밝혔다.", ("ACCUSE", {"EGY"}, {"ETH"})),
        ("브라질은 “미국의 관세는 불법”이라고 주장했다.", ("ACCUSE", {"BRA"}, {"USA"})),
    ],
)
def test_what_is_said_does_it(text, told):
    assert told in events(text)


def test_what_we_ourselves_must_asks_nobody():
    assert events("우크라이나 대통령은 독일에 “우리는 강해져야 한다”고 말했다.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("한국은 중국대사를 초치했다.", ("ACCUSE", {"KOR"}, {"CHN"})),
        ("러시아가 키이우에 자폭드론을 날렸다.", ("ASSAULT", {"RUS"}, {"UKR"})),
        ("북한이 한국으로 오물풍선을 띄웠다.", ("COERCE", {"PRK"}, {"KOR"})),
    ],
)
def test_a_verb_may_open_with_the_last_part_of_a_longer_noun(text, told):
    assert told in events(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("이집트와 에티오피아의 회담이 무산됐다.", "denied"),
        ("칠레 대통령의 방중이 연기됐다.", "denied"),
        ("미국과 이란의 협상이 결렬됐다.", "occurred"),
    ],
)
def test_talks_called_off_were_not_held(text, status):
    document = document_from_text(text, path="t", published=Day.parse("2025-07-18"), language=Language.KO)
    told = [told for _, told in open_reader().tell(document) if isinstance(told.claim, EventClaim)]
    assert [(each.claim.type, each.status.value) for each in told] == [("CONSULT", status)]


def test_what_is_spoken_of_does_not_speak():
    told = events("프랑스 외무장관이 테헤란을 방문했다. 이란의 태도는 모순이라고 덧붙였다.")
    assert told == [("CONSULT", {"FRA"}, {"IRN"}), ("ACCUSE", {"FRA"}, {"IRN"})]


def test_a_team_does_not_act_for_its_state():
    assert events("스페인 축구팀은 독일의 거센 압박을 뿌리치고 결승에 올랐다.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("이란은 이스라엘의 공습에 맞서 미사일을 쐈다.", ("ASSAULT", {"ISR"}, {"IRN"})),
        ("앙골라의 중재로 콩고와 르완다가 휴전에 합의했다.", ("CONSULT", {"AGO"}, {"COD", "RWA"})),
        ("이라크 총리가 이란과 요르단을 잇달아 찾았다.", ("CONSULT", {"IRQ"}, {"IRN", "JOR"})),
        ("오만은 미국과 이란 사이를 오가며 다리를 놓고 있다.", ("CONSULT", {"OMN"}, {"USA", "IRN"})),
        ("폴란드는 자국 영공에 들어온 러시아 드론을 격추했다.", ("COERCE", {"RUS"}, {"POL"})),
        ("루마니아는 러시아 대사를 외교부로 불러 해명을 요구했다.", ("ACCUSE", {"ROU"}, {"RUS"})),
        ("러·우, 이스탄불서 3차 협상", ("CONSULT", {"RUS"}, {"UKR"})),
    ],
)
def test_what_is_stood_up_to_and_who_brings_it_about(text, told):
    assert told in events(text)
