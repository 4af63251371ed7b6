"""The row of an event: what is gathered from its tellings, and how their differences are settled."""

import pytest

from stateofplay.reading.statement import Status
from stateofplay.record.gather import STRENGTH
from stateofplay.record.record import open_record
from tests.record.cases import NOON, document, reading, telling

DOCUMENTS = [document(name, f"2025-09-0{day}") for day, name in enumerate("abcd", 1)]


@pytest.fixture
def gathered(tmp_path):
    """The one row that tellings make, given the fields of each, one document each."""

    def made(*fields: dict):
        record = open_record(tmp_path / "record")
        pairs = list(zip(DOCUMENTS, fields, strict=False))
        record.add([reading(doc, telling(doc, **given)) for doc, given in pairs], recorded_at=NOON)
        (row,) = record.event_table().to_pylist()
        return row

    return made


@pytest.mark.parametrize(
    ("told", "status", "disputed"),
    [
        (["planned", "occurred"], "occurred", False),
        (["planned", "denied"], "denied", False),
        (["occurred", "denied"], "occurred", True),
        (["denied", "ongoing"], "ongoing", True),
        (["hypothetical", "planned"], "planned", False),
        (["hypothetical", "hypothetical"], "hypothetical", False),
    ],
)
def test_the_strongest_status_told_is_the_status(gathered, told, status, disputed):
    row = gathered(*({"status": one} for one in told))
    assert (row["status"], row["disputed"]) == (status, disputed)


def test_every_status_has_its_strength():
    assert set(STRENGTH) == set(Status)


def test_the_narrowest_day_is_the_day(gathered):
    row = gathered({"happened": "2025-08"}, {"happened": "2025-08-20..2025-08-25"}, {"happened": "2025-08-23"})
    assert row["from"].isoformat() == row["to"].isoformat() == "2025-08-23"


def test_an_event_without_a_day_has_none(gathered):
    row = gathered({"happened": None})
    assert (row["from"], row["to"]) == (None, None)


def test_source_and_target_are_as_first_told(gathered):
    row = gathered({"who": "JPN>KOR"}, {"who": "KOR>JPN"})
    assert (row["source"], row["target"]) == (["JPN"], ["KOR"])


def test_the_facts_for_weighing_are_there(gathered):
    row = gathered({"confidence": 0.5}, {"confidence": 0.9, "language": "ko"}, {})
    assert row["publishers"] == ["Outlet a", "Outlet b", "Outlet c"]
    assert row["languages"] == ["ko", "zh-Hant"]
    assert row["documents"] == sorted(doc.id for doc in DOCUMENTS[:3])
    assert row["confidence"] == 0.9
    assert (row["first_published"].day, row["last_published"].day) == (1, 3)
    assert len(row["tellings"]) == len(row["why"]) == 3


def test_unknown_publication_comes_last(tmp_path):
    record = open_record(tmp_path / "record")
    dated, undated = document("a"), document("b", None)
    record.add([reading(undated, telling(undated)), reading(dated, telling(dated))], recorded_at=NOON)
    (row,) = record.event_table().to_pylist()
    assert row["tellings"] == [telling(dated).id, telling(undated).id]
    assert row["first_published"] == row["last_published"] == dated.published.last


def test_a_record_without_events_has_an_empty_table(tmp_path):
    table = open_record(tmp_path / "record").event_table()
    assert table.num_rows == 0
    assert table.schema.field("tellings").type.value_type == "string"
