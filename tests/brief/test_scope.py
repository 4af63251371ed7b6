"""What a section may look at: the sizes, both directions, and the acts that could be told of by the day."""

from datetime import date

import pytest

from stateofplay.board.board import board_of
from stateofplay.brief import scope as module
from stateofplay.brief.phrasing import phrasing
from stateofplay.brief.scope import Scope, first_told, sizes
from stateofplay.errors import DataFileError
from tests.brief.cases import REGION


def made(record, on, known=None, pair=("KOR", "CHN")):
    return Scope(record=record, board=board_of(record, on, known), pair=pair, phrasing=phrasing("en"), region=REGION)


def types(scope):
    return [(event.type, event.status.value) for event in scope.events]


def test_only_acts_of_both_told_of_by_the_day(record):
    assert types(made(record, date(2025, 12, 31))) == [
        ("ACCUSE", "occurred"),
        ("SANCTION", "occurred"),
        ("SANCTION", "occurred"),
        ("ACCUSE", "occurred"),
    ]
    assert ("CONSULT", "planned") in types(made(record, date(2026, 2, 1)))
    assert ("RETREAT", "occurred") not in types(made(record, date(2026, 2, 17)))
    assert ("RETREAT", "occurred") in types(made(record, date(2026, 2, 18)))


def test_what_was_published_later_is_not_known(record):
    assert types(made(record, date(2026, 3, 1), date(2026, 1, 6))) == [
        ("ACCUSE", "occurred"),
        ("CONSULT", "occurred"),
    ]


def test_acts_without_a_day_stand_where_they_were_first_told(record):
    days = [e.happened.first if e.happened else first_told(e) for e in made(record, date(2026, 2, 1)).events]
    assert days == sorted(days)
    assert days[0] == date(2025, 10, 2)


def test_a_direction_without_an_act_is_left_out(record):
    ways = [(r.source, r.target) for r in made(record, date(2026, 2, 1), pair=("USA", "CHN")).relations]
    assert ways == [("USA", "CHN")]


def test_one_sentence_cites_no_more_than_it_may(record, monkeypatch):
    scope = made(record, date(2026, 2, 1))
    assert len(scope.cited(scope.events * 10)) == sizes().most_cited


@pytest.mark.parametrize(
    ("change", "said"), [({"moved": 0}, "moved is below 1"), ({"extra": 1}, "extra is missing or unknown")]
)
def test_wrong_sizes_are_told(monkeypatch, change, said):
    monkeypatch.setattr(module, "structure", lambda *_: {**vars(sizes()), **change})
    with pytest.raises(DataFileError) as raised:
        sizes.__wrapped__()
    assert said in str(raised.value.problems)
