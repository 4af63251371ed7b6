"""Lines that a page broke are joined, and lines that end a paragraph stay apart."""

import pytest

from stateofplay.documents.line import Line, lines, tidy, width
from stateofplay.documents.paragraph import Paragraph
from stateofplay.documents.plain import document_from_text
from stateofplay.documents.wrap import glue, is_open, page

ZH = (
    "八月下旬兩地代表在首爾舉行第三輪談判並就重新開放中斷六年的客運航線達成初步共識"
    "雙方在聯合新聞稿中表示這項安排將先以每週三班的頻率試行為期半年期滿之後再檢討是否增加班次以及開放其他港口"
)
EN = (
    "The two ports agreed on Monday to resume the passenger line that was cut three years ago and a trial run is "
    "planned for next month while officials of both sides are still talking about fares customs and the old terminal"
)


def wrapped(text: str, columns: int) -> list[str]:
    if " " not in text:
        return [text[place : place + columns] for place in range(0, len(text), columns)]
    found, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= columns:
            found.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*found, line]


@pytest.mark.parametrize("columns", [16, 20, 24, 30])
@pytest.mark.parametrize("between", ["\n", "\n\n", " \n\n", "\r\n"])
def test_chinese_wraps_are_joined_without_a_space(columns: int, between: str) -> None:
    raw = between.join(wrapped(ZH + "。", columns))
    assert document_from_text(raw).text == ZH + "。"


@pytest.mark.parametrize("columns", [40, 60, 72])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_western_wraps_are_joined_with_one(columns: int, between: str) -> None:
    raw = between.join(wrapped(EN + ".", columns))
    assert document_from_text(raw).text == EN + "."


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_paragraphs_survive(between: str) -> None:
    first, second = ZH[:70] + "。", ZH[13:80] + "。"
    raw = between.join(wrapped(first, 20) + wrapped(second, 20))
    assert document_from_text(raw).text.splitlines() == [first, second]


def test_paragraphs_without_wraps_stay_apart() -> None:
    raw = f"小題一\n{ZH}。\n小題二\n{ZH}！\n「{ZH}。」"
    assert document_from_text(raw).text == raw


def test_headlines_of_one_width_are_not_joined() -> None:
    raw = "\n".join(f"兩港恢復{place}航線 業者歡迎{place}" for place in "甲乙丙丁戊己")
    assert len(document_from_text(raw).text.splitlines()) == 6


def test_short_and_single_texts_stay_as_they_are() -> None:
    for raw in ("韓國", "韓國\n日本", "Seoul\nTokyo", "一。\n二。"):
        assert document_from_text(raw).text == raw


def test_a_page_is_measured() -> None:
    found = list(lines("\n\n".join(wrapped(ZH * 2 + "。", 20))))
    measured = page(found)
    assert (measured.width, measured.loose) == (40, True)
    assert page([]).width == 0


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("首爾", "東京", ""),
        ("首爾", "APEC", ""),
        ("the", "talks", " "),
        ("https://www.example.org/pa", "ge.html", ""),
        ("re-", "opening", ""),
        ("한국", "대통령", " "),
        ("end –", "then", " "),
    ],
)
def test_glue(before: str, after: str, between: str) -> None:
    assert glue(before, after) == between


@pytest.mark.parametrize("text", ["他來了", "必須", "the old", "，", "（右）"])
def test_open(text: str) -> None:
    assert is_open(text)


@pytest.mark.parametrize("text", ["他來了。", "「好。」", "Done.", '"Done."', "真的？", "如下：", "wait…"])
def test_not_open(text: str) -> None:
    assert not is_open(text)


def test_lines_know_their_place() -> None:
    raw = "\n\n  甲 \n\f乙\r\n"
    found = list(lines(raw))
    assert found == [Line(4, "甲", 2, False), Line(8, "乙", 1, True)]
    assert all(raw[line.start : line.end] == line.text for line in found)


def test_width() -> None:
    assert (width("abc"), width("韓國a"), width("한글"), width("ＡＢ"), width("「」")) == (3, 5, 4, 4, 4)


def test_tidy_markdown() -> None:
    text, places = tidy("# 題\n**粗**[鏈](http://x.example)", markdown=True)
    assert text == "題\n粗鏈"
    assert [(place.clean, place.raw) for place in places] == [(0, 2), (2, 6), (3, 10)]
    assert tidy("a*b*c 2*3 snake_case_name")[0] == "a*b*c 2*3 snake_case_name"


def test_paragraph_parts_keep_their_places() -> None:
    whole = Paragraph.of([Line(0, "abc"), Line(10, "def")])
    assert whole.text == "abc def"
    assert whole.part(2, 6).pieces == ((0, 2, 1), (2, 10, 2))
    assert whole.part(3, 7).text == "def"
    less = whole.without([1, 5])
    assert (less.text, less.pieces) == ("ac df", ((0, 0, 1), (1, 2, 1), (3, 10, 1), (4, 12, 1)))
    assert whole.without([]).pieces == whole.pieces
