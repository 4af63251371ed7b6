"""A disagreement has sides, each with sentences, or does not exist."""

from datetime import date

import pytest

from stateofplay.board.disagreement import Disagreement, Side
from stateofplay.board.sentence import Sentence
from stateofplay.day import Day


def side(says, *published, publisher="Herald", language="en"):
    sentences = (
        Sentence(
            statement=f"s{at}", document="d", path="p", publisher=publisher, language=language, published=day, quote="q"
        )
        for at, day in enumerate(published)
    )
    return Side(says=says, sentences=tuple(sentences))


def disagreement(*sides, about="whether"):
    return Disagreement(
        id="d1",
        about=about,
        type="CONSULT",
        source=("KOR",),
        target=("JPN",),
        happened=Day.parse("2025-08-23"),
        events=("e1", "e2"),
        sides=sides,
        why="tellings of one event",
    )


EARLY, LATE = date(2025, 8, 23), date(2025, 8, 30)


def test_it_has_two_sides_at_least():
    with pytest.raises(ValueError, match="two sides"):
        disagreement(side("occurred", EARLY))


def test_a_side_has_a_sentence_at_least():
    with pytest.raises(ValueError, match="without a sentence"):
        side("occurred")


def test_it_is_about_something_known():
    with pytest.raises(ValueError, match="no subject"):
        disagreement(side("occurred", EARLY), side("denied", LATE), about="why")


def test_outlets_and_languages_are_named_once():
    one = side("occurred", EARLY, LATE, language="ko")
    assert (one.outlets, one.languages) == (("Herald",), ("ko",))
    assert side("denied", EARLY, publisher="").outlets == ("d",)


def test_json_has_both_days_and_all_sentences():
    one = disagreement(side("occurred", EARLY), side("denied", LATE, None))
    shown = one.as_json()
    assert (shown["from"], shown["to"], shown["events"]) == ("2025-08-23", "2025-08-23", ["e1", "e2"])
    assert [each["says"] for each in shown["sides"]] == ["occurred", "denied"]
    assert (len(one.sentences), one.last_told, one.actors) == (3, LATE, ("JPN", "KOR"))
