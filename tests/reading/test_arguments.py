"""Laws of verb-last sentences, each by a Japanese sentence of its own; and of the tails of their predicates."""

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

PUBLISHED = Day.parse("2025-05-20")


def told(text: str) -> list[tuple[str, str, str, str]]:
    """(type, source, target, status) of each event."""
    document = document_from_text(text, path="t", published=PUBLISHED, language=Language("ja"))
    return [
        (s.claim.type, " ".join(s.claim.source), " ".join(s.claim.target), s.status.value)
        for s in open_reader().read(document)
        if isinstance(s.claim, EventClaim)
    ]


LAWS = {
    "a topic outlives a clause inside": (
        "タイ政府は前首相が住むカタールに身柄の引き渡しを要求した。",
        ("REQUEST", "THA", "QAT", "occurred"),
    ),
    "the head of a passive phrase bears the act": (
        "ケニアの漁船がソマリアの警備艇に進路を塞がれた。",
        ("COERCE", "SOM", "KEN", "occurred"),
    ),
    "a noun modified by its doer's clause is the doer": (
        "ペルーに軍を送ると脅していたエクアドルは沈黙した。",
        ("THREATEN", "ECU", "PER", "ongoing"),
    ),
    "a noun modified without a subject is the one acted on": (
        "ブラジルのルラ大統領は5日、訪れたチリで会見した。",
        ("CONSULT", "BRA", "CHL", "occurred"),
    ),
    "a nameless office is of the state in which the sentence is laid": (
        "モンゴルでは首相が辞任した。",
        ("TRANSITION", "MNG", "", "occurred"),
    ),
    "the government without a name is the home state's": (
        "政府はフィジーに医薬品を提供した。",
        ("AID", "JPN", "FJI", "occurred"),
    ),
    "a government with a state before it is that state's": (
        "ネパール暫定政府はインドに抗議した。",
        ("ACCUSE", "NPL", "IND", "occurred"),
    ),
    "deeds told in the present are still to come": (
        "イタリアの首相は30日、エジプトを訪問する。",
        ("CONSULT", "ITA", "EGY", "planned"),
    ),
    "a condition stands beside the warning it belongs to": (
        "イランは、イスラエルが攻撃すれば報復すると警告した。",
        ("ASSAULT", "ISR", "IRN", "hypothetical"),
    ),
    "a plan at the end rules the verbs that lead on to it": (
        "外相は来月ラオスを訪問し、首相と会談する予定だ。",
        ("CONSULT", "JPN", "LAO", "planned"),
    ),
    "denial reaches what was alleged": (
        "ベラルーシは、ロシアに兵士を派遣したとの報道を否定した。",
        ("MOBILIZE", "BLR", "RUS", "denied"),
    ),
    "a word may name its own target": ("ドイツの首相が訪中した。", ("CONSULT", "DEU", "CHN", "occurred")),
    "a headline may sign at its end": ("中国の領空侵犯に抗議=エストニア", ("ACCUSE", "EST", "CHN", "occurred")),
    "a comma after the first name of a headline sets off the subject": (
        "インド、パキスタン人の査証を停止",
        ("SANCTION", "IND", "PAK", "occurred"),
    ),
    "an exercise of several is cooperation": (
        "フィリピンとオーストラリアが演習を実施した。",
        ("COOPERATE", "PHL", "AUS", "occurred"),
    ),
    "a crowd that complains protests": (
        "セルビアの首都では学生が汚職に抗議した。",
        ("PROTEST", "SRB", "", "occurred"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), LAWS.values(), ids=LAWS)
def test_a_verb_last_sentence_obeys_the_law(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text)


SILENT = {
    "a noun that describes another tells no act": "韓国の攻撃機の価格は高い。",
    "what a speaker says within quotation marks is not told": (
        "ノルウェーの首相は「ロシアは隣国を侵略した過去がある」と述べた。"
    ),
    "a remark on how rare a visit is tells none": "豪首相の訪中は7年ぶりだ。",
    "a fear is a forecast": "イランがイスラエルを攻撃する恐れがある。",
    "a statement of one is no agreement": "チリ政府は声明を出した。",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_nothing_is_told(text: str) -> None:
    assert told(text) == []


def test_the_same_month_is_that_of_the_last_date() -> None:
    text = "インドは先月20日、パキスタンを非難した。同月下旬にパキスタンはインドに抗議した。"
    document = document_from_text(text, path="t", published=PUBLISHED, language=Language("ja"))
    days = [s.claim.happened for s in open_reader().read(document) if isinstance(s.claim, EventClaim)]
    assert [day.iso for day in days if day] == ["2025-04-20", "2025-04-21..2025-04-30"]


def test_also_marks_an_object_behind_a_subject() -> None:
    assert ("ACCUSE", "PER", "BRA", "occurred") in told("ペルー政府はブラジルも非難した。")
