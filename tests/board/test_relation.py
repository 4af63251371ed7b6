"""A relation is a value: it cannot be changed, compares by its numbers, and opens its events once."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from stateofplay.board.relation import Relation

RELATION = Relation(
    source="KOR",
    target="JPN",
    on=date(2025, 9, 1),
    score=1.23456,
    low=-3.0,
    high=5.5,
    trend={30: 0.51239, 90: -2.0},
    direction="rising",
    count=2,
    tellings=5,
    sources=3,
    few_sources=False,
    evidence=lambda: (),
)


def test_as_json_has_every_number_and_no_events():
    assert RELATION.as_json() == {
        "source": "KOR",
        "target": "JPN",
        "on": "2025-09-01",
        "score": 1.235,
        "low": -3.0,
        "high": 5.5,
        "trend": {"30": 0.512, "90": -2.0},
        "direction": "rising",
        "events": 2,
        "tellings": 5,
        "sources": 3,
        "few_sources": False,
    }


def test_it_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        RELATION.score = 0.0  # type: ignore[misc]


def test_how_its_events_are_read_is_no_part_of_what_it_is():
    assert replace(RELATION, evidence=lambda: ()) == RELATION
    assert "evidence" not in repr(RELATION)


def test_events_are_opened_once():
    calls = []
    relation = replace(RELATION, evidence=lambda: calls.append(1) or ())
    assert relation.events == relation.events == ()
    assert calls == [1]
