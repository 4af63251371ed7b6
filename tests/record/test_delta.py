"""The tables are made once, stay append-only, and are gathered now and then without losing a row."""

import shutil

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

from stateofplay.errors import OurFault
from stateofplay.record import delta
from stateofplay.record.addition import Unread
from stateofplay.record.delta import PROPERTIES, SCHEMAS, append, compact, create_tables, open_table
from stateofplay.record.record import open_record
from stateofplay.record.row import unread_row
from stateofplay.record.snapshot import Snapshot, open_tables
from tests.record.cases import NOON, numbered


@pytest.fixture
def folder(tmp_path):
    create_tables(tmp_path)
    return tmp_path


def row(number: int):
    return unread_row(Unread(path=f"{number}.txt", why="empty"), NOON)


def test_making_the_tables_again_changes_nothing(folder):
    create_tables(folder)
    assert {name: open_table(folder, name).version() for name in SCHEMAS} == dict.fromkeys(SCHEMAS, 0)


def test_every_table_has_the_properties_that_keep_it(folder):
    for name in SCHEMAS:
        assert open_table(folder, name).metadata().configuration == PROPERTIES


def test_no_rows_make_no_commit(folder):
    table = open_table(folder, "unread")
    append(table, "unread", [])
    assert table.version() == 0


def test_files_are_gathered_after_a_number_of_commits_and_the_old_ones_stay(folder, monkeypatch):
    monkeypatch.setattr(delta, "_COMPACT_EVERY", 5)
    table = open_table(folder, "unread")
    for number in range(5):
        append(table, "unread", [row(number)])
    assert len(table.file_uris()) == 1
    assert table.count() == 5
    assert len(list((folder / "unread").glob("*.parquet"))) == 6
    table.load_as_version(3)
    assert table.count() == 3


def test_gathering_what_another_gathers_loses_nothing(folder):
    one = open_table(folder, "unread")
    for number in range(3):
        append(one, "unread", [row(number)])
    other = open_table(folder, "unread")
    compact(one)
    compact(other)
    kept = Snapshot(open_tables(folder)).rows("SELECT DISTINCT id FROM unread")
    assert {item["id"] for item in kept} == {row(number)["id"] for number in range(3)}


def test_who_never_gets_through_is_told_so(folder, monkeypatch):
    def refuse(*_, **__):
        raise delta.CommitFailedError("somebody was faster")

    monkeypatch.setattr(delta, "write_deltalake", refuse)
    monkeypatch.setattr(delta, "_FIRST_WAIT", 0.0)
    with pytest.raises(OurFault, match=r"unread.*somebody was faster.*nothing was lost"):
        append(open_table(folder, "unread"), "unread", [row(1)])


def test_a_conflict_is_tried_again(folder, monkeypatch):
    write, tries = delta.write_deltalake, []

    def refuse_once(*args, **kwargs):
        tries.append(1)
        if len(tries) == 1:
            raise delta.CommitFailedError("somebody was faster")
        write(*args, **kwargs)

    monkeypatch.setattr(delta, "write_deltalake", refuse_once)
    table = open_table(folder, "unread")
    append(table, "unread", [row(1)])
    assert (len(tries), table.count()) == (2, 1)


def test_a_record_of_an_earlier_version_gains_the_new_columns_and_keeps_its_rows(tmp_path):
    old = pa.schema([field for field in SCHEMAS["statements"] if field.name != "marks"])
    folder = tmp_path / "record"
    record = open_record(folder)
    record.add([numbered(1)], recorded_at=NOON)
    rows = record.statement_table().num_rows
    kept = record.snapshot().query("SELECT * EXCLUDE (marks) FROM statements")
    shutil.rmtree(folder / "statements")
    DeltaTable.create(str(folder / "statements"), schema=old, configuration=PROPERTIES)
    write_deltalake(str(folder / "statements"), kept.cast(old), mode="append")
    again = open_record(folder)
    assert again.statement_table().num_rows == rows
    again.add([numbered(2)], recorded_at=NOON)
    assert again.event_table().num_rows > 0
    assert "marks" in {field.name for field in open_table(folder, "statements").schema().fields}
