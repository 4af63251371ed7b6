"""Furniture is marked by its words and its place, and no sentence of the body is taken for it."""

import re

import opencc
import pytest

from stateofplay.documents.document import PassageKind
from stateofplay.documents.furniture import LANGUAGES, ends_in_credit, is_credit, is_heading, words
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.table import numbered_rows, rows

BODY = "兩港當局同意恢復客運航線，並將於下月試航，雙方代表在會後發表聯合聲明。"
KINDS = {"credit", "caption", "notice", "byline", "contact", "published"} | {
    f"header-{field}" for field in ("date", "title", "author", "publisher")
}
PLACES = {"start", "label", "bracket", "within", "role"}


def kinds(text: str) -> list[str]:
    return [passage.kind.value for passage in document_from_text(text).passages]


def kind_between(text: str) -> str:
    """Kind of `text` between two paragraphs of the body."""
    return kinds(f"{BODY}\n\n{text}\n\n{BODY}")[1]


@pytest.mark.parametrize(
    "text", ["3", "- 3 -", "— 12 —", "第 3 頁", "3／12", "Page 3 of 12", "p. 7", "12쪽", "5 ページ"]
)
def test_page_numbers(text: str) -> None:
    assert kind_between(text) == "page-number"


@pytest.mark.parametrize("text", ["2025", "三", "第三章", "100億"])
def test_no_page_numbers(text: str) -> None:
    assert kind_between(text) == "heading"


@pytest.mark.parametrize(
    "text",
    [
        "（路透）",
        "(AFP、時事)",
        "（圖片來源：https://example.org/a.png）",
        "（圖取自example.org）",
        "圖／中央社",
        "Photo: Harbour Wire",
        "(Photo by Jane Doe)",
        "[사진=연합뉴스]",
        "사진=연합뉴스",
        "写真＝共同",
        "（代表撮影）",
    ],
)
def test_credits(text: str) -> None:
    assert is_credit(text)
    assert kind_between(text) == "credit"


@pytest.mark.parametrize("text", ["（韓國）", "(APEC)", "（APEC）峰會", "Reuters reported it.", "他提到路透"])
def test_no_credits(text: str) -> None:
    assert not is_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "編按：本文僅代表作者個人觀點。",
        "原刊於某網站，本社獲授權轉載。",
        "(原文按此)",
        "版權所有 翻印必究",
        "© 2025 Harbour Wire. All rights reserved.",
        "The views expressed here are the author's own.",
        "無断転載を禁じます",
        "저작권자 ⓒ 항만통신, 무단전재 및 재배포 금지",
        "Tel: 886-2-23654366",
        "<http://www.example.org>",
        "press@example.org",
        "＊＊＊",
    ],
)
def test_notices(text: str) -> None:
    assert kind_between(text) == "notice"


def test_a_caption_is_cut_from_its_credit() -> None:
    caption = "會後的記者會上,兩國領袖(右)共同展示紀念品,2025年4月7日,華盛頓"
    document = document_from_text(f"{BODY}\n{caption}(時事)\n{BODY}")
    assert [(p.text, p.kind.value) for p in document.passages[1:3]] == [(caption, "caption"), ("(時事)", "credit")]


def test_a_wire_credit_after_a_long_paragraph_leaves_it_the_body() -> None:
    assert kinds(f"{BODY * 4}（路透）") == ["body"] * 4 + ["credit"]


def test_a_wire_credit_that_ends_the_text_makes_no_caption() -> None:
    assert kinds(f"{BODY}\n\n{BODY}\n\n（新華社）") == ["body", "body", "credit"]


def test_the_publishers_block_follows_a_notice() -> None:
    block = "財團法人港灣基金會\n\n本會研究海運，並與各國智庫交流。\n\n港灣路一段 1 號\n\nTel: 1234"
    assert kinds(f"{BODY * 5}\n\n編按：本文不代表本會立場。\n\n{block}")[-6:] == ["body"] + ["notice"] * 5
    assert kinds(f"{BODY}\n\n編按：此文分兩次刊出。\n\n{BODY}\n\n{BODY}")[-1] == "body"


def test_running_heads() -> None:
    pages = [f"港灣季刊 第{number}期\n\n{letter}{BODY}" for number, letter in enumerate("甲乙丙", 1)]
    assert kinds("\n\n".join(pages)) == ["running-head", "body"] * 3
    opening = ["海運評論\n\n" + BODY, "海運評論\n\n乙" + BODY]
    assert kinds("\n\f".join(opening)) == ["running-head", "body"] * 2
    assert kinds("\n\n".join(opening)) == ["heading", "body"] * 2


def test_headings_stand_above_a_body() -> None:
    assert kinds(f"航線重開之後\n{BODY}") == ["heading", "body"]
    assert kinds("航線重開之後") == ["body"]
    assert kinds(f"{BODY}\n航線重開之後") == ["body", "body"]
    assert kinds(f"下一步怎麼走？\n{BODY}") == ["heading", "body"]


@pytest.mark.parametrize("text", ["他來了。", "He came.", "因此，", "雙方同意", "A. B? Then C"])
def test_what_a_heading_is(text: str) -> None:
    assert is_heading(text) is (text == "雙方同意")


def test_a_bracket_in_the_body_is_no_credit() -> None:
    assert ends_in_credit("他加入了《協定》（CPTPP）") == -1
    assert ends_in_credit("兩國領袖握手（路透）") == 6
    assert ends_in_credit("") == -1


@pytest.mark.parametrize("row", list(rows("vocabulary", "languages", "datelines.tsv")), ids=lambda row: row["example"])
def test_datelines_are_cut_off_whole(row: dict[str, str]) -> None:
    after = "The ministers met in the capital, officials said."
    match = re.match(row["pattern"], f"{row['example']} {after}" if row["language"] == "en" else row["example"] + BODY)
    assert match is not None
    assert match.group().strip() == row["example"].strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_well_formed(language: str) -> None:
    problems = []
    seen = set()
    for number, row in numbered_rows("vocabulary", "languages", language, "furniture.tsv"):
        key = (row["place"], row["words"], row["kind"])
        if row["kind"] not in KINDS or row["place"] not in PLACES or not row["words"] or key in seen:
            problems.append((number, row))
        seen.add(key)
    assert problems == []


def test_all_languages_make_one_pattern() -> None:
    assert words().kind("start", words().start.match("編按：")) == "notice"
    assert words().kind("start", words().start.match("其他")) == ""


@pytest.mark.parametrize("kind", list(PassageKind))
def test_every_kind_has_a_case(kind: PassageKind) -> None:
    text = (
        f"海運\n\n王小明\n\n{BODY}\n\n- 3 -\n\n圖為港口。\n\n（路透）\n\n{BODY}\n\n版權所有\n\n"
        + "某刊 1\n\n某刊 2\n\n某刊 3"
    )
    assert kind.value in kinds(text)


def test_every_chinese_word_stands_in_both_scripts():
    """Else a caption in one script is a sentence of the text in the other, and tells an event there."""
    listed = {
        (row["kind"], row["place"], row["words"]) for row in rows("vocabulary", "languages", "zh", "furniture.tsv")
    }
    simplified = opencc.OpenCC("t2s")
    lost = [
        (kind, place, text) for kind, place, text in listed if (kind, place, simplified.convert(text)) not in listed
    ]
    assert lost == []


def test_a_caption_is_one_in_both_scripts():
    for credit in ("歐新社", "欧新社"):
        assert kinds(f"兩國外長在港口會面。（{credit}）\n\n{BODY}")[0] == "caption"
