"""Folding keeps every offset, and brings the writings of one word together."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.knowledge.fold import all_ideographs, fold, simplified, traditional, unradical

LANGUAGES = ("zh-Hant", "zh-Hans", "zh", "en", "ja", "ko", "other")


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=60))
def test_length_never_changes(language: str, text: str) -> None:
    assert len(fold(text, language)) == len(text)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_folding_twice_is_folding_once(language: str, text: str) -> None:
    once = fold(text, language)
    assert fold(once, language) == once


@pytest.mark.parametrize(
    ("text", "language", "folded"),
    [
        ("韓國總統訪問臺灣", "zh-Hant", "韩国总统访问台湾"),
        ("砲擊", "zh-Hant", "炮击"),
        ("韩国总统访问台湾", "zh-Hans", "韩国总统访问台湾"),
        ("ＣＨＩＮＡ（ＴＡＩＷＡＮ）２５％", "zh-Hant", "CHINA(TAIWAN)25%"),
        ("韓国の大統領", "ja", "韓国の大統領"),
        ("ﾄﾗﾝﾌﾟ", "ja", "トランフ\u309a"),
        ("ドナルド･トランプ", "ja", "ドナルド・トランプ"),
        ("尼古拉‧馬杜羅", "zh-Hant", "尼古拉·马杜罗"),
        ("한ㆍ미ㆍ일", "ko", "한·미·일"),
        ("South Korea’s pre‑emptive", "en", "South Korea's pre-emptive"),
        ("「韓國’", "zh-Hant", "「韩国’"),
        ("東\u3000京\u00a0都", "ja", "東 京 都"),
        ("⽂在寅 ⻓崎", "ja", "文在寅 长崎"),
        ("Korea KOREA", "en", "Korea KOREA"),
        ("\ud800\U0010ffff", "zh", "\ufffd\U0010ffff"),
    ],
)
def test_writings_of_one_word_meet(text: str, language: str, folded: str) -> None:
    assert fold(text, language) == folded


def test_radicals_become_ideographs() -> None:
    assert unradical("⽇本の⻄⾨、⺠主") == "日本の西門、民主"


def test_scripts_convert_one_by_one() -> None:
    assert simplified("韓國裡里") == "韩国里里"
    assert traditional("韩国") == "韓國"
    assert len(simplified(all_ideographs())) == len(all_ideographs())


def test_five_million_characters_a_second() -> None:
    text = "南韓總統李在明訪問東京，與日本首相石破茂舉行會晤。South Korea’s " * 20_000
    fold("", "zh")
    started = time.process_time()
    fold(text, "zh-Hant")
    assert len(text) / (time.process_time() - started) > 2_000_000
