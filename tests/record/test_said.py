"""What is said in some documents, or of some actor, is what the views of a snapshot say, reviews included."""

from datetime import UTC, date, datetime

import pytest

from stateofplay.reading.statement import PositionClaim
from stateofplay.record.record import open_record
from stateofplay.record.review import Verdict
from stateofplay.record.reviewing import Opinion
from stateofplay.record.said import said_in, where_said
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
    two = text("Washington accused. ", said={0: act("ACCUSE", "USA", "CHN")}, published="2025-09-02")
    record.add([one, two], recorded_at=NOON)
    return record


def asked(record, known=None, **given):
    wanted = {"kind": None, "type": None, "actor": None, **given}
    found = where_said(record.roll(), known=known, **wanted).to_pylist()
    return sorted((row["document"], row["start"]) for row in found)


def review_first(record):
    first = next(record.statements(kind="event", document=record.document_table()["id"][0].as_py()))
    record.review(first.id, Opinion(verdict=Verdict.REJECT, by="ann"), recorded_at=datetime(2026, 4, 1, tzinfo=UTC))
    return first


def test_of_documents_as_the_table_has_them(record):
    for id in record.document_table()["id"].to_pylist():
        told = said_in(record.roll(), [id], None)[id]
        assert [one.id for one in told] == record.statement_table(document=id)["id"].to_pylist()
        assert told == list(record.statements(document=id))
    assert said_in(record.roll(), [], None) == {}
    assert said_in(record.roll(), ["it's"], None) == {}


def test_of_an_actor_in_any_kind(record):
    first = record.document_table()["id"][0].as_py()
    assert asked(record, actor="JPN") == [(first, 0), (first, 17)]
    assert asked(record, actor="JPN", kind="position") == [(first, 17)]
    assert asked(record, type="ACCUSE", actor="JPN") == []
    assert len(asked(record)) == 3


def test_what_was_rejected_counts_until_then(record):
    first = review_first(record)
    assert (first.document, first.start) not in asked(record, kind="event")
    assert (first.document, first.start) in asked(record, known=date(2026, 3, 31), kind="event")
    now, before = (said_in(record.roll(), [first.document], known) for known in (None, date(2026, 3, 31)))
    assert first.id not in {told.id for told in now[first.document]}
    assert first.id in {told.id for told in before[first.document]}
