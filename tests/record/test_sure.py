"""What is less sure than was asked stays in the record and counts in no answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from stateofplay.board.board import board_of
from stateofplay.errors import YourInput
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


@pytest.mark.parametrize("sure", [-0.1, 1.5, float("nan")])
def test_a_confidence_is_between_0_and_1(tmp_path, sure):
    with pytest.raises(YourInput, match="between 0 and 1"):
        open_record(tmp_path / "record", sure=sure)
    assert not (tmp_path / "record").exists()
