"""The roll says of every statement what the views say, on every knowledge date."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from stateofplay.reading.statement import CommitmentClaim, ForecastClaim, PositionClaim
from stateofplay.record.column import numbers
from stateofplay.record.record import open_record
from stateofplay.record.review import Verdict
from stateofplay.record.reviewing import Opinion
from stateofplay.record.roll import naming, of_kind, rows_in, rows_with, stands
from stateofplay.record.row import statement_of
from tests.record.texts import NOON, act, text


@pytest.fixture
def record(tmp_path):
    record = open_record(tmp_path / "record")
    one = text(
        "Seoul met Tokyo. ",
        "Japan is for it. ",
        said={
            0: act("CONSULT", "KOR", "JPN"),
            1: PositionClaim(holder=("JPN",), issue="shuttle-diplomacy", stance="for"),
        },
    )
    two = text(
        "Washington promised Seoul. ",
        "It may rain. ",
        said={
            0: CommitmentClaim(by=("USA",), beneficiary=("KOR",), what="ships", state="offered"),
            1: ForecastClaim(by="author", what="rain", likelihood="possible", type="AID", source=("CHN",)),
        },
        published="2025-09-02",
    )
    record.add([one, two], recorded_at=NOON)
    return record


def counting(record, known):
    roll = record.roll()
    return sorted(roll["id"].take(numbers(np.flatnonzero(stands(roll, known)))).to_pylist())


def test_every_statement_reads_back_from_it(record):
    told = {row["id"]: statement_of(row) for row in record.roll().to_pylist()}
    assert told == {statement.id: statement for statement in record.statements()}
    assert all(id == statement.id for id, statement in told.items())


@pytest.mark.parametrize("known", [None, date(2025, 9, 1), date(2025, 9, 2), date(2026, 4, 2)])
def test_what_counts_is_what_the_views_say(record, known):
    first = next(record.statements(kind="position"))
    record.review(first.id, Opinion(verdict=Verdict.REJECT, by="ann"), recorded_at=datetime(2026, 4, 1, tzinfo=UTC))
    assert counting(record, known) == sorted(statement.id for statement in record.statements(known=known))


def test_a_kind_stands_together(record):
    for kind in ("event", "commitment", "position", "forecast"):
        assert of_kind(record.roll(), kind)["kind"].to_pylist() == [kind]
        assert record.roll(kind) == of_kind(record.roll(), kind)
    assert len(record.roll("cause")) == 0


@pytest.mark.parametrize(
    ("actor", "kinds"),
    [("KOR", {"event", "commitment"}), ("JPN", {"event", "position"}), ("CHN", {"forecast"}), ("PRK", set())],
)
def test_whom_claims_of_any_kind_name(record, actor, kinds):
    roll = record.roll()
    assert set(roll["kind"].take(numbers(np.flatnonzero(naming(roll, actor)))).to_pylist()) == kinds


def test_rows_by_id_and_by_document(record):
    ids = record.roll()["id"].to_pylist()
    assert rows_with(record.roll(), ids[:2])["id"].to_pylist() == ids[:2]
    assert len(rows_with(record.roll(), ["none"])) == len(rows_in(record.roll(), ["none"])) == 0
    assert len(rows_in(record.roll(), [record.roll()["document"][0].as_py()])) == 2


def test_a_query_sees_it_for_the_view(record):
    (row,) = record.ask("SELECT count(*) AS n FROM standing").to_pylist()
    (same,) = record.snapshot().rows("SELECT count(*) AS n FROM standing")
    assert row == same
    (part,) = record.ask("SELECT count(*) AS n FROM standing", standing=record.roll("event")).to_pylist()
    assert part == {"n": 1}
