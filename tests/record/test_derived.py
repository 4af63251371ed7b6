"""What is kept beside a record saves time and changes nothing: missing, torn or old, the answers are the same."""

import os
import time
from datetime import date

import pyarrow as pa
import pytest

from stateofplay.record import derived
from stateofplay.record.check import check
from stateofplay.record.derived import Derived, code, least_rows, versions_of
from stateofplay.record.record import open_record
from tests.record.cases import NOON, numbered

NUMBERS = pa.table({"number": pa.array(range(9))})


@pytest.fixture(autouse=True)
def everything(monkeypatch):
    """However few rows a table has, it is kept."""
    monkeypatch.setattr(derived, "least_rows", lambda: 0)
    monkeypatch.setattr("stateofplay.record.record.least_rows", lambda: 0)


@pytest.fixture
def record(tmp_path):
    record = open_record(tmp_path / "record")
    record.add(map(numbered, range(4)), recorded_at=NOON)
    return record


def kept(record, name="*"):
    return sorted((record.folder / "derived").glob(f"{name}-*"))


def once(table):
    """A way to make `table` that works one time."""
    waiting = [table]
    return waiting.pop


def never():
    raise AssertionError("made again")


def test_what_was_made_is_not_made_again(tmp_path):
    Derived(tmp_path).table("numbers", ["a"], once(NUMBERS))
    assert Derived(tmp_path).table("numbers", ["a"], never) == NUMBERS


def test_another_question_has_another_answer(tmp_path):
    Derived(tmp_path).table("numbers", ["a"], once(NUMBERS))
    assert Derived(tmp_path).table("numbers", ["b"], once(NUMBERS[:2])) == NUMBERS[:2]


def test_another_program_works_it_out_anew(tmp_path, monkeypatch):
    Derived(tmp_path).table("numbers", ["a"], once(NUMBERS))
    monkeypatch.setattr(derived, "code", lambda: "another")
    assert Derived(tmp_path).table("numbers", ["a"], once(NUMBERS[:2])) == NUMBERS[:2]


def test_a_small_table_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(derived, "least_rows", lambda: 10)
    assert Derived(tmp_path).table("numbers", ["a"], once(NUMBERS)) == NUMBERS
    assert not (tmp_path / "derived").exists()


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_torn_file_is_made_again(tmp_path, share):
    Derived(tmp_path).table("numbers", ["a"], once(NUMBERS))
    (file,) = (tmp_path / "derived").iterdir()
    os.truncate(file, int(file.stat().st_size * share))
    assert Derived(tmp_path).table("numbers", ["a"], once(NUMBERS)) == NUMBERS
    assert Derived(tmp_path).table("numbers", ["a"], never) == NUMBERS


def test_a_place_that_cannot_be_written_is_left_alone(tmp_path):
    (tmp_path / "derived").write_text("in the way")
    assert Derived(tmp_path).table("numbers", ["a"], once(NUMBERS)) == NUMBERS
    assert (tmp_path / "derived").read_text() == "in the way"


def test_old_files_of_a_kind_go_and_those_of_others_stay(tmp_path):
    Derived(tmp_path).table("letters", ["a"], once(NUMBERS))
    for number in range(9):
        Derived(tmp_path).table("numbers", [str(number)], once(NUMBERS))
    names = [path.name.partition("-")[0] for path in sorted((tmp_path / "derived").iterdir())]
    assert names == ["letters", "numbers", "numbers", "numbers", "numbers"]
    assert Derived(tmp_path).table("numbers", ["8"], never) == NUMBERS


def test_the_draft_of_a_writer_that_was_stopped_goes_once_it_is_old(tmp_path):
    (tmp_path / "derived").mkdir()
    for name, age in (("old.part", 9999), ("new.part", 0)):
        (tmp_path / "derived" / name).touch()
        os.utime(tmp_path / "derived" / name, (time.time() - age,) * 2)
    Derived(tmp_path).table("numbers", ["a"], once(NUMBERS))
    assert [path.name for path in (tmp_path / "derived").glob("*.part")] == ["new.part"]


def test_the_code_of_the_program_has_one_hash():
    assert code() == code()
    assert len(code()) == 24


def test_versions_are_told_in_one_order():
    assert versions_of({"b": 2, "a": 1}) == versions_of({"a": 1, "b": 2}) == "a=1 b=2"


def test_only_large_tables_are_kept():
    assert least_rows() > 1000


def test_a_record_is_large_when_what_follows_is_kept(record, monkeypatch):
    assert record.large
    monkeypatch.setattr(derived, "least_rows", least_rows)
    monkeypatch.setattr("stateofplay.record.record.least_rows", least_rows)
    assert not record.large


@pytest.mark.parametrize("known", [None, date(2025, 1, 2)])
def test_events_are_the_same_from_what_is_kept(record, known):
    made = record.event_table(known), record.telling_table(known)
    assert [path.name.partition("-")[0] for path in kept(record)] == ["events", "standing", "tellings"]
    again = open_record(record.folder)
    assert (again.event_table(known), again.telling_table(known)) == made
    assert list(again.events(known)) == list(record.events(known))


def test_what_is_kept_is_not_used_once_something_was_added(record):
    before = record.event_table()
    open_record(record.folder).add([numbered(9)], recorded_at=NOON)
    assert len(record.event_table()) > len(before)
    assert len(open_record(record.folder).event_table()) > len(before)


def test_the_check_looks_past_what_is_kept(record):
    record.event_table()
    for file in kept(record):
        file.write_bytes(b"torn")
    assert check(record) == ()
    assert len(open_record(record.folder).event_table()) == len(record.event_table())
