"""Laws of the reader, and a few sentences of each language read to the end."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.day import Day
from stateofplay.documents.document import Language, PassageKind
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import Reader, open_reader
from stateofplay.reading.statement import EventClaim, Statement

READER = open_reader()
PUBLISHED = Day.parse("2025-08-26")


def events(text: str, published: Day | None = PUBLISHED, language: Language | None = None) -> list[Statement]:
    document = document_from_text(text, path="t", published=published, language=language)
    return [statement for statement in READER.read(document) if isinstance(statement.claim, EventClaim)]


def told(text: str, published: Day | None = PUBLISHED) -> Iterator[tuple[str, str, str, str, str | None]]:
    for statement in events(text, published):
        claim = statement.claim
        assert isinstance(claim, EventClaim)
        day = claim.happened.iso if claim.happened else None
        yield claim.type, " ".join(claim.source), " ".join(claim.target), statement.status.value, day


CASES = [
    ("8月23日,李在明訪問東京。", ("CONSULT", "KOR", "JPN", "occurred", "2025-08-23")),
    ("韓國外交部26日召見日本駐韓大使。", ("ACCUSE", "KOR", "JPN", "occurred", "2025-08-26")),
    ("中國批評日本在台灣問題上的言論。", ("ACCUSE", "CHN", "JPN", "occurred", None)),
    ("日本戰機遭中國戰機雷達照射。", ("COERCE", "CHN", "JPN", "occurred", None)),
    ("美國把對韓國產品的關稅從25%降至15%。", ("CONCEDE", "USA", "KOR", "occurred", None)),
    ("若中國入侵台灣，美國將介入。", ("ASSAULT", "CHN", "TWN", "hypothetical", None)),
    ("South Korea accused Japan of distorting history on Monday.", ("ACCUSE", "KOR", "JPN", "occurred", "2025-08-25")),
    ("Japan was criticised by China.", ("ACCUSE", "CHN", "JPN", "occurred", None)),
    ("The United States will impose tariffs on Japan.", ("SANCTION", "USA", "JPN", "planned", None)),
    ("北朝鮮は24日、弾道ミサイルを発射した。", ("MOBILIZE", "PRK", "", "occurred", "2025-08-24")),
    ("中国は日本を非難した。", ("ACCUSE", "CHN", "JPN", "occurred", None)),
    ("日本は中国に撤廃を求めた。", ("REQUEST", "JPN", "CHN", "occurred", None)),
    ("북한은 23일 한국을 비난했다.", ("ACCUSE", "PRK", "KOR", "occurred", "2025-08-23")),
    ("한국은 일본에 사과를 요구했다.", ("REQUEST", "KOR", "JPN", "occurred", None)),
    ("한미 정상은 25일 회담을 했다.", ("CONSULT", "KOR", "USA", "occurred", "2025-08-25")),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_sentence_tells_who_did_what_to_whom_and_when(text: str, expected: tuple[str, ...]) -> None:
    assert expected in list(told(text))


@given(st.text(alphabet="韓國日本中国米は が를은 the 會談会談した비난했다批評,。. Koreaヶ\n1 2 月日", max_size=80))
@settings(max_examples=60, deadline=None)
def test_a_quote_is_in_its_document_whatever_the_text(text: str) -> None:
    document = document_from_text(text, path="t", published=PUBLISHED)
    for statement in READER.read(document):
        assert document.text[statement.start : statement.end] == statement.quote
        assert statement.why


def test_a_relative_clause_tells_what_was_done_to_the_one_it_describes() -> None:
    first = "President Erdogan received President Zelensky, whom he had once criticised."
    accused = [line for line in told(first) if line[0] == "ACCUSE"]
    assert [(source, target) for _, source, target, _, _ in accused] == [("TUR", "UKR")]


def test_reading_twice_gives_the_same() -> None:
    text = "北韓25日批評南韓。兩國昨日會談。"
    assert events(text) == events(text)


def test_traditional_and_simplified_script_say_the_same() -> None:
    traditional = "韓國總統李在明與日本首相石破茂23日在東京舉行會談,兩國同意加強合作。中國外交部批評美國對台軍售。"
    simplified = "韩国总统李在明与日本首相石破茂23日在东京举行会谈,两国同意加强合作。中国外交部批评美国对台军售。"
    assert list(told(traditional)) == list(told(simplified)) != []


def test_unknown_languages_and_empty_texts_give_nothing() -> None:
    assert events("Le président a rencontré le premier ministre à Paris mardi, selon les autorités françaises.") == []
    assert events("") == []


@pytest.mark.parametrize("opening", ["PARIS —", "RFE/RL.", "東京 —", "2026-01-05"])
def test_a_dateline_in_no_language_that_we_read_does_no_harm(opening: str) -> None:
    document = document_from_text(f"{opening}\n\nJapan condemned the launch on Monday.")
    dateline = replace(document.passages[0], kind=PassageKind.DATELINE, language=Language.OTHER)
    told = READER.read(replace(document, passages=(dateline, *document.passages[1:])))
    assert [statement.claim.type for statement in told if isinstance(statement.claim, EventClaim)] == ["ACCUSE"]


def test_an_act_told_again_points_to_its_first_telling() -> None:
    first, *others = events("8月23日,李在明訪問東京。外界關注李在明8月23日訪問東京。")
    assert [other.same_as for other in others] == [first.id]


def test_an_event_does_not_happen_after_publication() -> None:
    for statement in events("2025年8月,李在明訪問東京。"):
        assert isinstance(statement.claim, EventClaim)
        assert statement.claim.happened == Day.parse("2025-08-01..2025-08-26")


def test_without_a_publication_date_the_text_tells_its_time() -> None:
    text = "南韓總統李在明8月23日訪問東京,與日本首相石破茂會談。"
    days = {s.claim.happened for s in events(text, published=None) if isinstance(s.claim, EventClaim)}
    assert days == {Day.parse("2025-08-23")}


def test_the_reader_names_itself_in_each_statement() -> None:
    (statement, *_) = events("中國批評日本。")
    assert statement.reader == f"{READER.name}/{READER.version}"
    assert isinstance(READER, Reader)


def test_deeds_without_a_day_are_one_only_where_the_same_words_tell_them() -> None:
    def linked(text: str) -> list[bool]:
        read = READER.read(document_from_text(text, path="t"))
        return [bool(statement.same_as) for statement in read if statement.kind == "event"]

    assert linked("北韓發射彈道飛彈示威。平壤宣稱核部隊已做好戰爭準備。") == [False, False]
    assert linked("北韓發射彈道飛彈。北韓再度發射彈道飛彈示威。") == [False, True]
