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
