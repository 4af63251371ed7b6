"""The index holds every passage once, whoever made it; what is missing or torn is made anew."""

import pyarrow as pa
import pytest

from stateofplay.documents.document import PassageKind
from stateofplay.record import index
from stateofplay.record.index import FOLDER, passage_table
from stateofplay.record.record import open_record
from tests.record.texts import NOON, text


@pytest.fixture
def record(tmp_path):
    return open_record(tmp_path / "record")


def table(record) -> pa.Table:
    return passage_table(record.folder, record.snapshot())


def files(record):
    return sorted((record.folder / FOLDER).glob("*"))


def add(record, *readings):
    record.add(readings, recorded_at=NOON)


def test_a_passage_stands_with_its_place_and_folded(record):
    add(record, text("美國提高關稅。", "ＯＫ。"))
    rows = table(record).to_pylist()
    assert [(row["start"], row["end"], row["text"], row["folded"]) for row in rows] == [
        (0, 7, "美國提高關稅。", "美国提高关税。"),
        (7, 10, "ＯＫ。", "ok。"),
    ]


def test_furniture_is_left_out_and_a_document_of_nothing_else_is_looked_at_once(record):
    add(record, text("Page 1", kinds={0: PassageKind.PAGE_NUMBER}))
    assert table(record)["folded"].to_pylist() == [""]
    before = files(record)
    assert table(record).num_rows == 1
    assert files(record) == before


def test_only_new_documents_are_added(record, monkeypatch):
    add(record, text("One."))
    table(record)
    add(record, text("Two."))
    folded = []
    real = index.blind
    monkeypatch.setattr(index, "blind", lambda text: folded.append(text) or real(text))
    assert sorted(table(record)["text"].to_pylist()) == ["One.", "Two."]
    assert folded == ["Two."]


@pytest.mark.parametrize("left", [0, 10, 400])
def test_a_torn_file_is_made_anew(record, left):
    add(record, text("One."))
    whole = table(record)
    torn = files(record)[0]
    torn.write_bytes(torn.read_bytes()[:left])
    assert table(record).equals(whole)
    assert table(record).equals(whole)


def test_a_lost_index_is_made_anew(record):
    add(record, text("One."))
    whole = table(record)
    for file in files(record):
        file.unlink()
    assert table(record).equals(whole)


def test_documents_that_two_processes_added_count_once(record):
    add(record, text("One."))
    table(record)
    add(record, text("Two."))
    both = record.snapshot()
    first = files(record)[0]
    kept = first.read_bytes()
    first.unlink()
    passage_table(record.folder, both)  # holds both, as by a process that saw none of the first
    first.write_bytes(kept)
    assert sorted(table(record)["text"].to_pylist()) == ["One.", "Two."]


def test_many_files_become_one(record, monkeypatch):
    monkeypatch.setattr(index, "_FILES", 3)
    for number in range(5):
        add(record, text(f"Sentence {number}."))
        table(record)
    assert len(files(record)) <= 3
    assert table(record).num_rows == 5


def test_a_folder_that_cannot_be_written_costs_only_time(record, monkeypatch):
    def refuse(path, content):
        raise PermissionError(path)

    monkeypatch.setattr(index, "write_whole", refuse)
    add(record, text("One."))
    assert table(record)["text"].to_pylist() == ["One."]
    assert not files(record)


def test_an_empty_record_has_an_empty_index(record):
    assert table(record).num_rows == 0
