"""A record only grows, holds everything once, and shows what was known on a day."""

import json
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from deltalake.exceptions import DeltaError
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.day import Day
from stateofplay.errors import BrokenDocument, NotFound, RecordDamaged, YourInput
from stateofplay.reading.statement import Status
from stateofplay.record.addition import Added, Reading, Unread
from stateofplay.record.record import FORMAT, open_record
from tests.record.cases import NOON, READER, document, numbered, raw_of, reading, telling

LATER = NOON + timedelta(days=1)


@pytest.fixture
def record(tmp_path):
    return open_record(tmp_path / "record")


def test_what_was_added_is_there(record):
    made = document()
    said = telling(made), telling(made, None, at=7, type="AGREE")
    added = record.add([reading(made, *said)], recorded_at=NOON)
    assert added == Added(documents=1, statements=2, originals=1)
    assert list(record.documents()) == [made]
    assert record.document(made.id) == made
    assert list(record.statements()) == list(said)
    assert record.statement(said[1].id) == said[1]
    assert record.original(made.raw_hash) == raw_of(made)


def test_a_record_opened_again_holds_the_same(record):
    record.add(map(numbered, range(5)), recorded_at=NOON)
    again = open_record(record.folder)
    assert list(again.documents()) == list(record.documents())
    assert again.event_table() == record.event_table()


def test_the_same_again_adds_nothing(record):
    batch = [numbered(number) for number in range(5)]
    record.add(batch, recorded_at=NOON)
    versions = record.snapshot().versions
    assert record.add([*batch, *batch], recorded_at=LATER) == Added(known=10)
    assert record.snapshot().versions == versions


def test_the_same_twice_in_one_batch_is_added_once(record):
    made = document()
    twice = [reading(made, telling(made), telling(made))] * 2
    assert record.add(twice, recorded_at=NOON) == Added(documents=1, statements=1, originals=1, known=1)


def test_many_documents_go_into_one_commit(record):
    before = record.snapshot().versions["documents"]
    record.add(map(numbered, range(7)), recorded_at=NOON, batch=3)
    assert record.snapshot().versions["documents"] == before + 3


def test_new_statements_of_a_known_document_are_added_beside(record):
    made = document()
    record.add([reading(made, telling(made))], recorded_at=NOON)
    other = reading(made, telling(made, reader="model/1"), reader="model/1")
    added = record.add([reading(made, telling(made), telling(made, at=9)), other], recorded_at=LATER)
    assert added == Added(statements=2, known=2)
    assert [said.reader for said in record.statements()] == [
        READER,
        "model/1",
        READER,
    ] or record.statement_table().num_rows == 3


def test_a_later_version_of_a_reader_supersedes_the_earlier_but_keeps_it(record):
    made = document()
    old, new = telling(made), telling(made, at=3, reader="rules/2")
    record.add([reading(made, old)], recorded_at=NOON)
    record.add([reading(made, new, reader="rules/2")], recorded_at=LATER)
    assert list(record.statements()) == [new]
    assert [event.tellings for event in record.events()] == [(new,)]
    assert record.statement(old.id) == old


def test_a_later_version_that_finds_nothing_supersedes_too(record):
    made = document()
    record.add([reading(made, telling(made))], recorded_at=NOON)
    record.add([reading(made, reader="rules/2")], recorded_at=LATER)
    assert list(record.statements()) == list(record.events()) == []


def test_a_date_learnt_later_counts(record):
    unknown, known = document(published=None), document(published="2025-08-24")
    record.add([reading(unknown, telling(unknown))], recorded_at=NOON)
    added = record.add([reading(known, telling(known))], recorded_at=LATER)
    assert (added.documents, added.statements) == (1, 1)
    assert list(record.documents(date(2025, 9, 1))) == [known]
    assert [said.published for said in record.statements(known=date(2025, 9, 1))] == [Day.parse("2025-08-24")]


@pytest.mark.parametrize("later", ["2025-09-01", None])
def test_a_later_date_for_a_known_text_changes_nothing(record, later):
    first, copy = document(published="2025-08-24"), document(published=later)
    record.add([reading(first, telling(first))], recorded_at=NOON)
    assert record.add([reading(copy, telling(copy))], recorded_at=LATER) == Added(known=1)
    assert list(record.documents()) == [first]


def test_which_copy_came_first_into_the_record_makes_no_difference(record):
    first, copy = document(published="2025-08-24"), document(published="2025-09-01")
    for one in (copy, first):
        record.add([reading(one, telling(one))], recorded_at=NOON)
    assert list(record.documents()) == [first]
    assert record.statement_table()["published_last"].to_pylist() == [date(2025, 8, 24)]


def test_known_leaves_out_what_was_published_later(record):
    made = [document("a", "2025-08-24"), document("b", "2025-09"), document("c", None)]
    record.add([reading(one, telling(one)) for one in made], recorded_at=NOON)

    def seen(year, month, day):
        known = date(year, month, day)
        assert [len(told) for told in record.event_table(known)["tellings"].to_pylist()] in (
            [],
            [record.statement_table(known=known).num_rows],
        )
        return record.document_table(known)["path"].to_pylist()

    assert seen(2025, 8, 23) == []
    assert seen(2025, 8, 24) == seen(2025, 9, 29) == ["a.txt"]
    assert seen(2025, 9, 30) == seen(2026, 2, 28) == ["a.txt", "b.txt"]  # a month counts from its last day on
    assert seen(2026, 3, 1) == ["a.txt", "b.txt", "c.txt"]  # unknown: from the day of recording


published_days = st.dates(date(2025, 8, 1), date(2025, 10, 30)).map(date.isoformat)


@settings(max_examples=6, deadline=None)
@given(early=st.lists(published_days, min_size=1, max_size=5), late=st.lists(published_days, min_size=1, max_size=5))
def test_what_is_published_later_changes_no_earlier_view(early, late):
    known = max(map(date.fromisoformat, early))
    readings = {when: [] for when in ("early", "late")}
    for when, days in (("early", early), ("late", late)):
        for number, day in enumerate(days):
            if when == "early" or date.fromisoformat(day) > known:
                made = document(f"{when} {number}", day)
                readings[when].append(reading(made, telling(made, f"2025-08-{21 + number}")))
    with tempfile.TemporaryDirectory() as folder:
        record = open_record(Path(folder) / "record")
        record.add(readings["early"], recorded_at=NOON)
        before = record.event_table(known), record.document_table(known), list(record.events(known))
        record.add(readings["late"], recorded_at=LATER)
        assert (record.event_table(known), record.document_table(known), list(record.events(known))) == before
        assert record.event_table().num_rows >= before[0].num_rows


def test_statements_can_be_asked_by_kind_and_document(record):
    one, two = document("a"), document("b")
    record.add([reading(made, telling(made)) for made in (one, two)], recorded_at=NOON)
    assert [said.document for said in record.statements(document=two.id)] == [two.id]
    assert record.statement_table(kind="event").num_rows == 2
    assert record.statement_table(kind="forecast").num_rows == 0


def test_an_event_opens_with_its_tellings(record):
    one, two = document("a", "2025-08-24"), document("b", "2025-08-26")
    said = telling(one), telling(two, "2025-08-22..2025-08-24", who="JPN>KOR", status="planned")
    record.add([reading(two, said[1]), reading(one, said[0])], recorded_at=NOON)
    (row,) = record.event_table().to_pylist()
    event = record.event(row["event"])
    assert event == next(record.events(ids=[event.id]))
    assert event.tellings == said
    assert (event.type, event.source, event.target) == ("CONSULT", ("KOR",), ("JPN",))
    assert event.happened == Day.parse("2025-08-23")
    assert event.status is Status.OCCURRED
    assert event.publishers == ("Outlet a", "Outlet b")
    assert event.why[0] == "the earliest telling"


def test_later_tellings_do_not_change_the_id_of_an_event(record):
    one, two = document("a", "2025-08-24"), document("b", "2025-08-26")
    record.add([reading(one, telling(one))], recorded_at=NOON)
    (before,) = record.events()
    record.add([reading(two, telling(two))], recorded_at=NOON)
    (after,) = record.events()
    assert before.id == after.id
    assert len(after.tellings) == 2


@pytest.mark.parametrize("ask", ["document", "statement", "event"])
def test_what_is_not_there_is_not_found(record, ask):
    with pytest.raises(NotFound, match="nothing-like-it"):
        getattr(record, ask)("nothing-like-it")
    assert list(record.events(ids=[])) == []


def test_one_who_has_it_open_sees_what_another_adds(record):
    other = open_record(record.folder)
    assert record.event_table().num_rows == 0
    other.add([numbered(1)], recorded_at=NOON)
    assert record.event_table().num_rows == 2


def test_what_could_not_be_read_is_recorded_once(record):
    failed = Unread.file("x.pdf", BrokenDocument("cut short", mend="get it again"))
    passage = Unread(path="a.txt", why="language not read", document=document().id, start=3, end=9)
    made = Reading(document=document(), raw=None, statements=(), reader=READER, unread=(passage,))
    added = record.add([made], recorded_at=NOON, unread=[failed, failed])
    assert added == Added(documents=1, unread=2)
    assert record.add([made], recorded_at=LATER, unread=[failed]) == Added(known=1)
    assert sorted(record.unread(), key=lambda item: item.path) == [passage, failed]
    assert (failed.error, failed.mend) == ("BrokenDocument", "get it again")


def test_a_file_that_was_read_after_all_is_no_longer_unread(record):
    made = document("a")
    record.add([], recorded_at=NOON, unread=[Unread(path="a.txt", why="too large")])
    assert [item.path for item in record.unread()] == ["a.txt"]
    record.add([reading(made)], recorded_at=LATER)
    assert list(record.unread()) == []


@pytest.mark.parametrize("table", ["documents", "statements", "unread", "readings"])
def test_nothing_can_be_deleted(record, table):
    record.add([numbered(1)], recorded_at=NOON, unread=[Unread(path="x", why="y")])
    with pytest.raises(DeltaError, match="append-only"):
        record._tables[table].delete()
    assert record.document_table().num_rows == 1


def test_a_clock_without_a_zone_is_refused(record):
    with pytest.raises(ValueError, match="time zone"):
        record.add([], recorded_at=datetime(2026, 1, 1))


def test_the_day_of_recording_is_counted_in_utc(record):
    made = document(published=None)
    seoul = timezone(timedelta(hours=9))
    record.add([reading(made)], recorded_at=datetime(2026, 3, 2, 8, tzinfo=seoul))
    assert record.document_table(date(2026, 3, 1)).num_rows == 1
    (recorded,) = record.document_table()["recorded_at"].to_pylist()
    assert recorded == datetime(2026, 3, 1, 23, tzinfo=UTC)


@pytest.mark.parametrize("wrong", [telling(document("b")), telling(document("a"), reader="other/1")])
def test_a_reading_holds_only_its_own_statements(wrong):
    with pytest.raises(ValueError, match="another document or reader"):
        reading(document("a"), wrong)


def test_half_characters_are_refused_before_anything_is_written():
    # A text like this has no UTF-8 and therefore no place in a file.
    with pytest.raises(UnicodeEncodeError):
        reading(replace(document(), text="\ud800 alone"))


def test_a_folder_that_is_something_else_is_left_alone(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").write_text("Dear")
    with pytest.raises(YourInput, match="something else"):
        open_record(tmp_path / "letters")
    with pytest.raises(YourInput, match="a file"):
        open_record(tmp_path / "letters" / "one.txt")
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["one.txt"]


def test_an_empty_folder_becomes_a_record_and_an_absent_one_only_when_asked(tmp_path):
    (tmp_path / "empty").mkdir()
    assert list(open_record(tmp_path / "empty").documents()) == []
    with pytest.raises(NotFound, match="no record"):
        open_record(tmp_path / "absent", create=False)
    assert not (tmp_path / "absent").exists()
    assert open_record(tmp_path / "empty", create=False).document_table().num_rows == 0


def test_a_record_of_a_newer_format_is_refused_with_what_to_do(record):
    (record.folder / "record.json").write_text(json.dumps({"format": FORMAT + 1}))
    with pytest.raises(YourInput, match="upgrade"):
        open_record(record.folder)


@pytest.mark.parametrize("mark", ["", "[]", '{"format": "soon"}', "{}"])
def test_a_mark_that_cannot_be_read_is_damage(record, mark):
    (record.folder / "record.json").write_text(mark)
    with pytest.raises(RecordDamaged, match=r"record\.json"):
        open_record(record.folder)
