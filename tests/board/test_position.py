"""Positions and their stands refuse what is wrong and say what they are."""

from datetime import date

import pytest

from stateofplay.board.position import CONTRADICTORY, Position, Positions, Stand
from stateofplay.board.sentence import Sentence

WORDS = Sentence(
    statement="s", document="d", path="p", publisher="", language="en", published=date(2025, 9, 1), quote="q"
)


def stand(stance="for", **changes):
    fields = {"day": date(2025, 9, 1), "person": "", "name": "", "offices": (), "under": "", "said_by": ""}
    return Stand(**{"stance": stance, "former": False, "sentences": (WORDS,), **fields, **changes})


def position(*stands, earlier=()):
    return Position(
        holder="KOR",
        issue="thaad",
        stands=stands,
        told=len(stands),
        before=frozenset(stand.stance for stand in earlier),
        earlier=lambda: tuple(earlier),
    )


def test_a_stand_refuses_an_unknown_stance_and_one_without_a_sentence():
    with pytest.raises(ValueError, match="no stance"):
        stand("neutral")
    with pytest.raises(ValueError, match="without a sentence"):
        stand(sentences=())


def test_a_position_needs_a_stand():
    with pytest.raises(ValueError, match="without a stand"):
        position()


def test_what_one_day_tells_both_ways_is_contradictory():
    assert position(stand("for")).stance == "for"
    assert position(stand("for"), stand("against")).stance == CONTRADICTORY


def test_it_has_changed_only_when_an_earlier_stand_was_another():
    assert position(stand("for"), earlier=[stand("against")]).changed
    assert not position(stand("for"), earlier=[stand("for")]).changed


def test_the_history_is_asked_for_once():
    asked = []
    one = Position(
        holder="KOR",
        issue="thaad",
        stands=(stand(),),
        told=1,
        before=frozenset(),
        earlier=lambda: asked.append(1) or (),
    )
    assert (one.history, one.history, len(asked)) == ((), (), 1)


def test_a_blank_is_none_and_in_json_absent():
    table = Positions(on=None, known=None, actors=("KOR", "JPN"), issues=("thaad",), positions=(position(stand()),))
    assert table.at("KOR", "thaad").day == date(2025, 9, 1)
    assert table.at("JPN", "thaad") is None
    shown = table.as_json()
    assert [cell["holder"] for cell in shown["positions"]] == ["KOR"]
    assert shown["positions"][0]["stands"][0]["sentences"][0]["quote"] == "q"
    assert (len(table), [*table]) == (1, [table.at("KOR", "thaad")])
