"""What is sought is found in any script, width and case, as a word or wherever it stands, and nothing beside it."""

import re

import pytest

from stateofplay.errors import YourInput
from stateofplay.knowledge.fold import blind
from stateofplay.record.sought import MOST_TERMS, sought, spans


def found(query: str, text: str) -> list[str]:
    """What of `text` is marked; [] unless every term stands in it."""
    terms, folded = sought(query), blind(text)
    if not all(term.finder.search(folded) for term in terms):
        return []
    return [text[start:end] for start, end in spans(terms, folded)]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("中國", "与中国对话", ["中国"]),
        ("关税", "提高關稅", ["關稅"]),
        ("中国", "中國が日本に", ["中國"]),
        ("対話", "重啟對話", ["對話"]),
        ("KOREA", "the korea deal", ["korea"]),
        ("ＫＯＲＥＡ", "Korea", ["Korea"]),
        ("한국은", "한국이 말했다", ["한국"]),
        ("한국", "한국은", ["한국"]),
        ("대통령", "대통령실은", ["대통령"]),
        ("일본", "한·일본 관계", ["일본"]),
        ("美", "訪美行程", ["美"]),
        ("tariff", "Tariffs rose", ["Tariffs"]),
        ("tariff", "the tariff’s end", ["tariff’s"]),
        ("korea*", "Korean cars", ["Korea"]),
        ("UN安理會", "在UN安理会", ["UN安理会"]),
        ("國 關", "關於國家", ["關", "國"]),
        ("3500億", "３５００億美元", ["３５００億"]),
        ('"trade deal"', "a trade\ndeal", ["trade\ndeal"]),
        ("「穿梭外交」 重啟", "重啟穿梭外交", ["重啟穿梭外交"]),
    ],
)
def test_found(query, text, marked):
    assert found(query, text) == marked


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("korea", "Korean cars"),
        ("art", "a party"),
        ("中國 關稅", "只有中國"),
        ('"trade deals"', "a trade deal"),
        ('"tariff"', "tariffs"),
        ("UN安理會", "FUN安理會"),
        ("김정은", "김정일"),
        ("정상회의", "정상회담"),
    ],
)
def test_not_found(query, text):
    assert found(query, text) == []


def test_a_particle_hides_only_what_is_a_name_without_it():
    assert [term.text for term in sought("일본의 회의 한국은")] == ["일본", "회의", "한국"]


def test_a_quote_left_open_is_no_phrase():
    assert [(term.text, term.whole) for term in sought('"trade deal')] == [("trade", False), ("deal", False)]


def test_the_same_word_counts_once():
    assert len(sought("關稅 关税 關稅")) == 1


@pytest.mark.parametrize("query", ["", "  ", "...", '""', "「」", "*"])
def test_nothing_to_look_for(query):
    with pytest.raises(YourInput, match="nothing to look for"):
        sought(query)


def test_too_many_words():
    with pytest.raises(YourInput, match="too many"):
        sought(" ".join(f"w{number}" for number in range(MOST_TERMS + 1)))


@pytest.mark.parametrize("query", ["a.c", "(x", "c++", "[z", "\\d", "50%"])
def test_signs_stand_for_themselves(query):
    for term in sought(query):
        assert re.search(term.pattern or re.escape(term.text), blind(f" {query} "))
        assert not term.finder.search("abc 7")


def test_marks_that_touch_are_one():
    assert spans(sought("中國 國家"), blind("中國家")) == ((0, 3),)
