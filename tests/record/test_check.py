"""Every promise of a record, broken on purpose, is found by the check, which says where and what to do."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from stateofplay.documents.plain import document_from_text
from stateofplay.record.addition import Reading, Unread
from stateofplay.record.check import check
from stateofplay.record.delta import append
from stateofplay.record.original import original_path
from stateofplay.record.record import open_record
from stateofplay.record.row import statement_row
from tests.record.cases import NOON, READER, document, numbered, raw_of


@pytest.fixture
def record(tmp_path):
    record = open_record(tmp_path / "record")
    record.add(map(numbered, range(3)), recorded_at=NOON, unread=[Unread(path="x", why="y")])
    return record


def only(record):
    """The one problem that there is, with all three parts said."""
    (problem,) = check(record)
    assert problem.what
    assert problem.where
    assert problem.mend
    assert problem.where in str(problem)
    return problem


def add_row(record, table: str, **fields) -> None:
    """Append a changed copy of a row, as somebody with other tools would."""
    (row, *_) = record.snapshot().rows(f"SELECT * FROM {table} ORDER BY id")
    append(record._tables[table], table, [{**row, **fields}])


def data_file(record, table: str) -> Path:
    return next((record.folder / table).glob("*.parquet"))


def test_a_sound_record_has_no_problem(record, tmp_path):
    assert check(record) == ()
    assert check(open_record(tmp_path / "empty")) == ()


def test_a_document_made_from_text_is_sound(record):
    text = "首爾與東京\n會談。結束了。\n\n李在明: 좋다. 🛥"
    made = document_from_text(text, path="a.txt")
    record.add([Reading(document=made, raw=text.encode(), statements=(), reader=READER)], recorded_at=NOON)
    assert check(record) == ()


def test_a_file_that_is_gone(record):
    file = data_file(record, "statements")
    file.unlink()
    problem = only(record)
    assert (problem.what, problem.where) == ("the file is gone", str(file))


def test_a_file_that_is_torn(record):
    file = data_file(record, "documents")
    file.write_bytes(file.read_bytes()[:-40])
    assert "bytes instead of" in only(record).what


def test_a_file_with_other_bytes(record):
    file = data_file(record, "documents")
    file.write_bytes(b"\0" * file.stat().st_size)
    problem = only(record)
    assert "cannot be read" in problem.what
    assert problem.where == str(file)


def test_a_log_that_is_gone(record):
    for file in (record.folder / "readings" / "_delta_log").iterdir():
        file.unlink()
    assert "cannot be opened" in only(record).what


def test_a_table_that_may_be_changed(record):
    record._tables["statements"].alter.set_table_properties({"delta.appendOnly": "false"})
    problem = only(record)
    assert problem.what.startswith("delta.appendOnly")
    assert "set_table_properties" in problem.mend


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("documents", {"text": "changed"}),
        ("statements", {"said_by": "somebody else"}),
        ("statements", {"start": 1, "end": 6}),
        ("statements", {"id": "0" * 24}),
        ("readings", {"reader": "somebody else"}),
        ("unread", {"why": "no reason"}),
    ],
)
def test_a_row_whose_id_does_not_follow(record, table, fields):
    add_row(record, table, **fields)
    found = [problem for problem in check(record) if "id does not follow" in problem.what]
    assert len(found) == 1
    assert found[0].where.startswith(table)


@pytest.mark.parametrize(
    "fields", [{"claim": "{"}, {"claim": json.dumps({"kind": "rumour"})}, {"status": "maybe"}, {"target": ["USA"]}]
)
def test_a_row_that_says_no_statement(record, fields):
    add_row(record, "statements", **fields)
    assert any("row cannot be read" in problem.what for problem in check(record))


def test_a_statement_without_its_document(record):
    other = numbered(9)
    elsewhere = open_record(record.folder.with_name("elsewhere"))
    elsewhere.add([other], recorded_at=NOON)
    append(record._tables["statements"], "statements", elsewhere.snapshot().rows("SELECT * FROM statements LIMIT 1"))
    problem = only(record)
    assert other.document.id in problem.what
    assert problem.where.startswith("statements")


def test_a_quote_that_does_not_stand_there(record):
    told = replace(numbered(0).statements[0], quote="else.")
    append(record._tables["statements"], "statements", [statement_row(told, numbered(0).id, NOON)])
    assert "quote does not stand" in only(record).what


def test_an_original_that_is_gone_or_changed(record):
    path = original_path(record.folder, numbered(1).document.raw_hash)
    path.write_bytes(b"changed")
    assert (only(record).what, only(record).where) == ("the original is not what its hash says", str(path))
    path.unlink()
    assert only(record).what == "the original of a document is gone"


def test_a_document_without_bytes_to_keep_is_sound(record):
    record.add([Reading(document=document(), raw=None, statements=(), reader=READER)], recorded_at=NOON)
    assert check(record) == ()
    assert record.original(document().raw_hash) is None
    assert raw_of(document())


def test_a_row_from_before_there_were_marks_is_sound(record):
    add_row(record, "statements", marks=None)
    assert check(record) == ()


@pytest.mark.parametrize("marks", [["person Nobody"], ["rumour"], ["amount 2 percent", "amount 1 percent"]])
def test_marks_that_do_not_follow_from_the_claim(record, marks):
    add_row(record, "statements", marks=marks)
    problem = only(record)
    assert problem.what == "the marks differ from the claim"
    assert problem.damage


def test_amounts_that_an_earlier_version_found_are_no_damage(record):
    add_row(record, "statements", marks=["amount 25 percent"])
    problem = only(record)
    assert "25 percent" in problem.what
    assert not problem.damage
