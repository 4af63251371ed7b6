"""Signs are always written, and a day says no more than is known."""

from datetime import date

import pytest

from stateofplay.app.web.spelling import day, file_name, fine, person, score
from stateofplay.app.web.words import words_of
from stateofplay.day import Day


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
