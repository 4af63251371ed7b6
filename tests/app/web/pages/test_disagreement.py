"""A disagreement stands side by side, each side with its sentences, in the words of the page."""

import pytest

from stateofplay.app.web.pages.disagreement import _says, _why
from stateofplay.app.web.words import words_of
from stateofplay.board.disagreements import WHY


def test_the_sides_stand_with_their_outlets_and_sentences(client, disagreement):
    html = client.get(f"/disagreements/{disagreement.id}?lang=en").text
    assert html.count('class="card side"') == len(disagreement.sides) == 2
    for side in disagreement.sides:
        for sentence in side.sentences:
            assert f"“{sentence.quote}”" in html
            assert f"/documents/{sentence.document}?lang=en#s-{sentence.statement}" in html
    assert "they are tellings of one event" in html
    assert all(f"/events/{id}?lang=en" in html for id in disagreement.events)


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", True),
        ("actor=China&other=JPN", True),
        ("actor=USA", False),
        ("about=whether", True),
        ("about=when", False),
        ("known=2025-11-15", False),
        ("on=2025-11-01", False),
    ],
)
def test_the_list_keeps_what_is_asked_for(client, disagreement, query, there):
    html = client.get(f"/disagreements?{query}&lang=en").text
    assert (f"/disagreements/{disagreement.id}" in html) is there
    assert ("No document is known to tell an act differently" in html) is not there


def test_before_anybody_denied_it_there_is_no_such_page(client, disagreement):
    assert client.get(f"/disagreements/{disagreement.id}?known=2025-11-15").status_code == 404


@pytest.mark.parametrize(
    ("about", "says", "english", "chinese"),
    [
        ("whether", "denied", "denied", "遭否認"),
        ("when", "2025-08", "2025-08", "2025-08"),
        ("when", "2025-08-23", "2025-08-23 (Sat)", "2025-08-23（週六）"),
        ("how-much", "25 percent", "25 %", "25%"),
        ("how-much", "1.5e+11 USD, 3.5e+11 USD", "150 billion USD, 350 billion USD", "1,500 億美元、3,500 億美元"),
        ("who", "KOR>JPN USA", "South Korea → Japan, United States", "南韓 → 日本、美國"),
    ],
)
def test_what_a_side_says_is_in_the_words_of_the_page(about, says, english, chinese):
    assert _says(about, says, words_of("en")) == english
    assert _says(about, says, words_of("zh-Hant")) == chinese


@pytest.mark.parametrize("why", WHY.values())
def test_every_rule_has_words_in_chinese(why):
    assert not _why(why, words_of("zh-Hant")).isascii()
