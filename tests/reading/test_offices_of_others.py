"""An office that a text gives to states left unnamed, or to several, is not that at home; words keep their sense."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim


def events(text):
    document = document_from_text(text, path="t", published=Day.parse("2026-01-10"), language=Language.JA)
    claims = [one.claim for one in open_reader().read(document)]
    return [(c.type, set(c.source), set(c.target)) for c in claims if isinstance(c, EventClaim)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("外相は中国を批判した。", [("ACCUSE", {"JPN"}, {"CHN"})]),
        ("外相らは中国を批判した。", []),
        ("加盟国の外相は中国を批判した。", []),
        ("ペルーとチリの外相らは会談した。", [("CONSULT", {"PER"}, {"CHL"})]),
        ("チリは隣国の国防相に撤退を要求した。", [("REQUEST", {"CHL"}, set())]),
    ],
)
def test_whose_the_office_is(text, told):
    assert events(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "チリは砂漠を農地へと転換した。",
        "チリは戦闘で敗北した。",
        "ペルーの反乱軍は選出された大統領を支持した。",
        "チリは同盟が必要だと主張した。",
    ],
)
def test_a_word_in_another_sense_is_no_act(text):
    assert [kind for kind, *_ in events(text) if kind in ("CONCEDE", "TRANSITION", "ACCUSE")] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("チリの与党は総選挙で敗北した。", "TRANSITION"),
        ("チリ政府は政策転換を発表した。", "CONCEDE"),
        ("チリはペルーによる違反を主張した。", "ACCUSE"),
    ],
)
def test_in_its_own_sense_it_is(text, kind):
    assert kind in [one for one, *_ in events(text)]
