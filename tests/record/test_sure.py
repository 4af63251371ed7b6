"""What is less sure than was asked stays in the record and counts in no answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from stateofplay.board.board import board_of
from stateofplay.errors import NotFound, YourInput
from stateofplay.exchange.out.gold import gold_of
from stateofplay.reading.statement import PositionClaim, Status
from stateofplay.record.record import open_record
from stateofplay.record.review import Verdict
from stateofplay.record.reviewing import Opinion

DAY = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def mixed(told, tmp_path):
    """A record with one event of confidence 0.9 and one of 0.4; gives its folder and the less sure statement."""
    made = told.reading(
        told.event("ACCUSE", "CHN", "JPN", "2025-08-01"), told.event("THREATEN", "PRK", "KOR", "2025-08-02")
    )
    sure, unsure = made.statements
    unsure = replace(unsure, confidence=0.4)
    folder = tmp_path / "record"
    open_record(folder).add([replace(made, statements=(sure, unsure))], recorded_at=told.recorded_at)
    return folder, unsure


def types(record):
    return [event.type for event in record.events()]


@pytest.mark.parametrize(
    ("sure", "left"), [(0.0, ["ACCUSE", "THREATEN"]), (0.4, ["ACCUSE", "THREATEN"]), (0.5, ["ACCUSE"]), (1.0, [])]
)
def test_every_answer_counts_what_is_sure_enough(mixed, sure, left):
    folder, _ = mixed
    record = open_record(folder, sure=sure)
    assert types(record) == left
    assert [one.claim.type for one in record.statements("event")] == left
    assert record.roll("event")["type"].to_pylist() == left
    happened = {relation.source for relation in board_of(record, DAY.date(), None).relations}
    assert happened == {{"ACCUSE": "CHN", "THREATEN": "PRK"}[type] for type in left}


def test_nothing_is_taken_out_of_the_record(mixed):
    folder, unsure = mixed
    record = open_record(folder, sure=0.9)
    assert record.statement(unsure.id) == unsure
    assert types(open_record(folder)) == ["ACCUSE", "THREATEN"]


def test_answers_kept_for_one_confidence_are_not_given_for_another(mixed, monkeypatch):
    """Also where they are kept on disk, as for large records."""
    monkeypatch.setattr("stateofplay.record.derived.least_rows", lambda: 0)
    folder, _ = mixed
    for sure, left in ((0.0, 2), (0.9, 1), (0.0, 2), (0.9, 1)):
        assert len(open_record(folder, sure=sure).event_table()) == left


def test_what_a_reviewer_kept_counts_however_unsure_the_reader_was(mixed):
    folder, unsure = mixed
    open_record(folder).review(unsure.id, Opinion(verdict=Verdict.ACCEPT, by="Kim"), recorded_at=DAY)
    assert types(open_record(folder, sure=0.9)) == ["ACCUSE", "THREATEN"]


def test_other_kinds_count_whatever_is_asked(told, tmp_path):
    """Of a position only the share of all positions is known, which is no confidence in this one."""
    stand = PositionClaim(holder=("CHN",), issue="taiwan", stance="against", what="it")
    made = told.reading((stand, Status.ONGOING), told.event("ACCUSE", "CHN", "JPN", "2025-08-01"))
    hardly = tuple(replace(one, confidence=0.1) for one in made.statements)
    folder = tmp_path / "record"
    open_record(folder).add([replace(made, statements=hardly)], recorded_at=told.recorded_at)
    assert [one.kind for one in open_record(folder, sure=0.9).statements()] == ["position"]


def test_one_record_is_seen_at_any_confidence(mixed):
    folder, _ = mixed
    record = open_record(folder, sure=0.9)
    assert [types(record.at(sure)) for sure in (0.0, 0.9)] == [["ACCUSE", "THREATEN"], ["ACCUSE"]]
    lost = next(event.id for event in record.at(0.0).events() if event.type == "THREATEN")
    with pytest.raises(NotFound, match=r"read with a confidence of 0\.9 or more"):
        record.event(lost)


def test_gold_is_of_all_statements(mixed):
    """One of two statements reviewed leaves the document open, also where the other one is unsure."""
    folder, _ = mixed
    record = open_record(folder, sure=0.5)
    (sure,) = record.statements("event")
    record.review(sure.id, Opinion(verdict=Verdict.ACCEPT, by="Kim"), recorded_at=DAY)
    assert [(len(one.lines), one.open) for one in gold_of(record)] == [(1, 1)]


@pytest.mark.parametrize("sure", [-0.1, 1.5, float("nan")])
def test_a_confidence_is_between_0_and_1(tmp_path, sure):
    with pytest.raises(YourInput, match="between 0 and 1"):
        open_record(tmp_path / "record", sure=sure)
    assert not (tmp_path / "record").exists()
