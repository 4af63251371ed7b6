"""Texts of every kind become passages: nothing is lost, glued or moved, and every passage finds its way back."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, PassageKind
from stateofplay.documents.plain import document_from_text
from stateofplay.documents.publication import Imprint

CASES = Path(__file__).parents[1] / "cases" / "documents"
TEXTS = sorted(path for path in CASES.iterdir() if path.suffix in (".txt", ".md"))
SIGNS = st.sampled_from(
    list("韓國总统の李가다 。，！？「」（）()[]abcXYZ.,!?\"'-–0129\n\n\n\r\t\f\u3000\u200b\u0301：:／/。")
)
RAW = st.one_of(st.text(max_size=300), st.lists(SIGNS, max_size=300).map("".join))


def told(document: Document) -> list[dict[str, object]]:
    """What a golden file holds: a line for the document, then one for each passage."""
    about: dict[str, object] = {
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "published": document.published.iso if document.published else None,
        "published_by": document.published_by,
    }
    return [about] + [
        {"text": p.text, "language": p.language.value, "kind": p.kind.value, "paragraph": p.paragraph}
        for p in document.passages
    ]


def visible(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    lines = path.with_name(f"{path.stem}.expected.jsonl").read_text(encoding="utf-8").splitlines()
    document = document_from_text(path.read_text(encoding="utf-8"), path=path.name)
    assert told(document) == [json.loads(line) for line in lines]


def test_every_case_has_its_text() -> None:
    expected = {path.name.removesuffix(".expected.jsonl") for path in CASES.glob("*.jsonl")}
    assert expected == {path.stem for path in TEXTS}


@given(raw=RAW)
@example(raw="a\u200bb\r\n\r\nc")
@example(raw="e\u0301te\u0301\n각")
@example(raw="date 2025-01-02 短。（路透）\n韓國 總統，訪問。")
def test_passages_cover_the_text_in_order(raw: str) -> None:
    document = document_from_text(raw)
    place = 0
    for passage in document.passages:
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""
        assert not document.text[place : passage.start].strip()
        place = passage.end
    assert not document.text[place:].strip()


@given(raw=RAW)
def test_paragraphs_count_up(raw: str) -> None:
    numbers = [passage.paragraph for passage in document_from_text(raw).passages]
    assert numbers == sorted(numbers)


@given(raw=st.text(st.characters(exclude_categories=["Cs", "Mn", "Mc", "Me", "Lo", "Cf"]), max_size=200))
def test_every_character_finds_its_way_back(raw: str) -> None:
    document = document_from_text(raw)
    for offset, character in enumerate(document.text):
        place = document.original_offset(offset)
        if place is None:
            assert character in " \n"
        else:
            assert raw[place] == character


@given(raw=RAW)
def test_origins_do_not_overlap(raw: str) -> None:
    document = document_from_text(raw)
    clean = 0
    for origin in document.origins:
        assert origin.length > 0
        assert origin.clean >= clean
        clean = origin.clean + origin.length
        assert origin.raw + origin.length <= len(raw)
    assert clean <= len(document.text)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_nothing_visible_is_lost_or_added(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    document = document_from_text(raw)
    assert sorted(visible(document.text)) == sorted(visible(raw))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_offsets_lead_to_the_same_character(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    document = document_from_text(raw, path=path.name)
    for offset, character in enumerate(document.text):
        place = document.original_offset(offset)
        assert character in " \n" if place is None else raw[place] == character


def test_the_same_text_is_the_same_document() -> None:
    one = document_from_text("韓國總統訪問東京。\n會談結束。", path="a.txt")
    other = document_from_text("\ufeff韓國總統訪問東京。 \r\n\r\n會談結束。\n\n", path="b.txt")
    assert one.id == other.id
    assert len(one.id) == 24
    assert one.raw_hash != other.raw_hash
    assert one.id != document_from_text("韓國總統訪問東京。").id


def test_an_empty_text_has_no_passages() -> None:
    document = document_from_text(" \n\u200b\n")
    assert (document.text, document.passages, document.origins) == ("", (), ())


def test_a_language_given_holds_for_all() -> None:
    document = document_from_text("東京。\nSeoul.", language=Language.JA)
    assert document.languages == (Language.JA,)


def test_the_text_comes_before_the_user() -> None:
    day, other = Day.parse("2025-01-01"), Day.parse("2025-08-23")
    assert document_from_text("首爾。", published=day).published_by == "user"
    told = document_from_text("date 2025-08-23\n首爾。", published=day)
    assert (told.published, told.published_by) == (other, "leading-date")
    assert document_from_text("首爾。").published is None
    assert document_from_text("首爾。").published_by == ""


def test_metadata_come_before_a_byline_and_after_front_matter() -> None:
    known = Imprint(title="甲", published=Day.parse("2025-03-03"), published_by="metadata")
    byline = document_from_text("2025年8月23日\n首爾與東京會談，雙方同意合作。", known=known)
    assert byline.published_by == "leading-date"
    later = document_from_text("標題在此\n2025年8月23日\n首爾與東京會談，雙方同意合作。", known=known)
    assert (later.title, later.published_by) == ("甲", "leading-date")
    front = document_from_text("日期：2025-08-23\n首爾。", known=known)
    assert front.published_by == "front-matter"
    noted = document_from_text("首爾與東京會談。\n原載於某報2025年8月23日。", known=known)
    assert noted.published_by == "metadata"


def test_furniture_within_a_paragraph_comes_after_it() -> None:
    lines = [f"{place}代表在會談之後發表聯合聲明並表示將繼續就航線問題進行協商與合作以便" for place in "甲乙丙丁戊"]
    raw = "\n".join([*lines[:3], "", "- 7 -", "", *lines[3:], "達成共識。"])
    document = document_from_text(raw)
    assert [(p.kind, p.text) for p in document.passages] == [
        (PassageKind.BODY, "".join(lines) + "達成共識。"),
        (PassageKind.PAGE_NUMBER, "- 7 -"),
    ]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\u0301te\u0301", "été"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("\uf9e1", "李"),
        ("か\u3099", "が"),
        ("bell\x07", "bell"),
    ],
)
def test_characters_are_composed_and_the_unseen_left_out(raw: str, clean: str) -> None:
    assert document_from_text(raw).text == clean


def test_an_offset_leads_past_what_was_left_out() -> None:
    document = document_from_text("e\u0301a\u200bb\n\nc")
    assert document.text == "éab\nc"
    assert [document.original_offset(offset) for offset in range(5)] == [0, 2, 4, None, 7]


@pytest.mark.parametrize(
    ("name", "least"), [("wrapped_zh.txt", 150_000), ("running_en.txt", 200_000), ("press_ja.txt", 100_000)]
)
def test_reading_is_fast(name: str, least: int) -> None:
    text = (CASES / name).read_text(encoding="utf-8")
    document_from_text(text)
    started = time.process_time()
    for _ in range(40):
        document_from_text(text)
    assert 40 * len(text) / (time.process_time() - started) > least


@pytest.mark.parametrize(
    "unit",
    [
        "「",
        "（路透）",
        "http://",
        "a-\n",
        "A. ",
        '"x." ',
        "【本",
        "(서울=가",
        "韓 國，",
        "date 2025-01-01 ",
        "> [",
        "é\u0301",
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    """Ten times the text may take forty times as long, not a hundred; the small one is timed generously."""

    def seconds(times: int) -> float:
        started = time.process_time()
        document_from_text(unit * times, path="x.md")
        return time.process_time() - started

    seconds(100)
    assert seconds(30_000) < 40 * max(seconds(3_000), 0.01)
