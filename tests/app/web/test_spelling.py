"""Signs are always written, and a day says no more than is known."""

from datetime import date

import pytest

from stateofplay.app.web.spelling import amount, day, file_name, fine, framework, issue, person, score, speaker
from stateofplay.app.web.words import words_of
from stateofplay.day import Day
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import structure


@pytest.mark.parametrize(
    ("value", "written"),
    [(3.21, "+3.2"), (-5.06, "−5.1"), (0.04, "0.0"), (-0.04, "0.0"), (10.0, "+10.0"), (-0.05001, "−0.1")],
)
def test_scores(value, written):
    assert score(value) == written


@pytest.mark.parametrize(("value", "written"), [(0.424, "+0.42"), (-0.425001, "−0.43"), (0.001, "0.00")])
def test_points(value, written):
    assert fine(value) == written


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        ("2025-08-23", "2025-08-23 (Sat)", "2025-08-23（週六）"),
        ("2025-08", "2025-08", "2025-08"),
        ("2025", "2025", "2025"),
        ("2025-08-21..2025-08-31", "2025-08-21 – 2025-08-31", "2025-08-21 至 2025-08-31"),
    ],
)
def test_days(given, english, chinese):
    assert day(Day.parse(given), words_of("en")) == english
    assert day(Day.parse(given), words_of("zh-Hant")) == chinese


def test_a_plain_date_is_a_day_and_none_is_said():
    assert day(date(2026, 1, 4), words_of("zh-Hant")) == "2026-01-04（週日）"
    assert day(None, words_of("en")) == "Day not told"


def test_a_known_speaker_has_the_name_of_the_pages_language():
    assert person("lee-jae-myung", words_of("zh-Hant")) == "李在明"
    assert person("lee-jae-myung", words_of("en")).startswith("Lee Jae")
    assert person("總統府發言人", words_of("en")) == "總統府發言人"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b.txt", "b.txt"),
        ("c:\\d\\e.md", "e.md"),
        ("f.jsonl#2", "f.jsonl#2"),
        ("/", "/"),
        ("http://x.example/y/", "y"),
    ],
)
def test_a_file_without_title_is_named_by_its_last_part(path, name):
    assert file_name(path) == name


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (350e9, "USD", "350 billion USD", "3,500 億美元"),
        (1.5e6, "people", "1.5 million people", "150 萬人"),
        (103, "aircraft", "103 aircraft", "103 架飛機"),
        (1, "items", "1 item", "1 項"),
        (15, "percent", "15 %", "15%"),
        (0.5, "XAU", "0.5 XAU", "0.5 XAU"),
        (0, "USD", "0 USD", "0 美元"),
        (2, "steps", "2 steps", "2 steps"),
    ],
)
def test_amounts(value, unit, english, chinese):
    assert amount(value, unit, words_of("en")) == english
    assert amount(value, unit, words_of("zh-Hant")) == chinese


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_that_texts_are_read_in_has_a_word(language):
    units = structure("vocabulary", "languages", language, "amounts.yaml")["units"].values()
    assert [unit for unit in units if amount(2, unit, words_of("zh-Hant")).endswith(f" {unit}")] == []


def test_issues_and_frameworks_have_titles_in_the_language_of_the_page():
    assert issue("one-china", words_of("zh-Hant")) == "一個中國"
    assert framework("us-korea-mutual-defence-treaty", words_of("en")) == "US–ROK Mutual Defence Treaty"
    assert framework("no-such-deal", words_of("en")) == "no-such-deal"


def test_who_says_so_is_the_author_a_person_or_an_actor():
    said = [speaker(by, words_of("zh-Hant")) for by in ("author", "lee-jae-myung", "JPN", "總統府發言人")]
    assert said == ["作者", "李在明", "日本", "總統府發言人"]
