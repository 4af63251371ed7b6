"""The desk: everything that can be asked of a record, and what reading reports."""

from datetime import UTC, date, datetime

import pytest

import stateofplay
from stateofplay.app.desk import Desk, now
from stateofplay.day import Day
from stateofplay.errors import NotFound, YourInput
from stateofplay.record.addition import Added

CLOCK = datetime(2025, 9, 3, 12, tzinfo=UTC)


def test_reading_reports_what_was_new(desk, folder):
    report = desk.read([folder], clock=lambda: CLOCK)
    assert (report.added.documents, report.added.statements, report.added.known) == (3, 6, 0)
    assert (report.unread, report.exit_code) == ((), 0)


def test_reading_again_adds_nothing(full_desk, folder):
    report = full_desk.read([folder], clock=lambda: CLOCK)
    assert report.added == Added(known=3)
    assert report.exit_code == 0


def test_reading_into_a_large_record_works_out_what_comes_next(desk, folder, monkeypatch):
    for module in ("derived", "record"):
        monkeypatch.setattr(f"stateofplay.record.{module}.least_rows", lambda: 1)
    desk.read([folder], clock=lambda: CLOCK)
    assert len(list((desk.record.folder / "derived").glob("events-*"))) == 1


def test_reading_keeps_the_bytes_of_files(full_desk, folder):
    kept = {full_desk.record.original(document.raw_hash) for document in full_desk.documents()}
    assert kept == {path.read_bytes() for path in folder.iterdir()}


def test_one_bad_file_costs_itself_alone(desk, folder):
    (folder / "empty.txt").write_bytes(b"")
    report = desk.read([folder], clock=lambda: CLOCK)
    assert report.added.documents == 3
    assert [(item.path, item.error) for item in report.unread] == [(str(folder / "empty.txt"), "EmptyDocument")]
    assert report.exit_code == 3
    assert list(desk.unread()) == list(report.unread)


def test_nothing_but_bad_files_is_the_users_fault(desk, tmp_path):
    report = desk.read([tmp_path / "absent.txt"], clock=lambda: CLOCK)
    assert (report.documents, len(report.unread), report.exit_code) == (0, 1, 2)


def test_published_holds_for_documents_that_do_not_tell(desk, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("CONSULT KOR>JPN on 2025-08-23 occurred.\n", encoding="utf-8")
    desk.read([path], published=Day.parse("2025-08-30"), clock=lambda: CLOCK)
    (document,) = desk.documents()
    assert document.published == Day.parse("2025-08-30")
    assert document.published_by == "user"


@pytest.mark.parametrize("kind", [str, lambda path: path])
def test_one_path_is_one_path(desk, folder, kind):
    assert desk.read(kind(folder), clock=lambda: CLOCK).documents == 3


def test_published_may_be_text(desk, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("CONSULT KOR>JPN on 2025-08-23 occurred.\n", encoding="utf-8")
    desk.read(path, published="2025-08", clock=lambda: CLOCK)
    assert [document.published for document in desk.documents()] == [Day.parse("2025-08")]
    with pytest.raises(YourInput, match="not a day: 'soon'"):
        desk.read(path, published="soon")


def test_events_stand_by_their_first_day(desk, tmp_path):
    path = tmp_path / "note.txt"
    days = ("?", "2025-08-23", "2024-01", "2025-06")
    path.write_text("\n".join(f"CONSULT KOR>JPN on {day} occurred." for day in days), encoding="utf-8")
    desk.read(path, clock=lambda: CLOCK)
    happened = [event.happened.iso if event.happened else None for event in desk.events()]
    assert happened == ["2024-01-01..2024-01-31", "2025-06-01..2025-06-30", "2025-08-23", None]


def test_progress_is_told_every_file(desk, folder):
    seen = []
    desk.read([folder], progress=lambda *told: seen.append(told), clock=lambda: CLOCK)
    assert seen == [(str(path), number, 3) for number, path in enumerate(sorted(folder.iterdir()))]


@pytest.mark.parametrize(
    ("options", "message"), [({"reader": "oracle"}, "readers are builtin"), ({"region": "nowhere"}, "nowhere")]
)
def test_unknown_readers_and_regions_are_refused_before_anything_is_read(desk, folder, options, message):
    with pytest.raises(YourInput, match=message):
        desk.read([folder], clock=lambda: CLOCK, **options)
    assert list(desk.documents()) == []


def test_documents_come_earliest_first(full_desk):
    assert [document.published.iso for document in full_desk.documents()] == ["2025-08-24", "2025-08-25", "2025-09-02"]
    assert len(list(full_desk.documents(known="2025-08-25"))) == 2


def test_a_document_by_id(full_desk):
    first = next(full_desk.documents())
    assert full_desk.document(first.id) == first
    with pytest.raises(NotFound):
        full_desk.document("absent")


def test_statements_know_their_event(full_desk):
    found = list(full_desk.statements())
    assert len(found) == 6
    for statement, event in found:
        told = [telling.id for telling in full_desk.event(event).tellings] if event else []
        assert (statement.id in told) == (statement.kind == "event")


def test_statements_by_kind_document_and_day(full_desk):
    assert [s.claim.issue for s, _ in full_desk.statements("position")] == ["shuttle-diplomacy"]
    first = next(full_desk.documents())
    assert {s.document for s, _ in full_desk.statements(document=first.id)} == {first.id}
    assert len(list(full_desk.statements(known=date(2025, 8, 24)))) == 2


def test_events_between_two_actors_in_either_direction(full_desk):
    types = [event.type for event in full_desk.events(between=("JPN", "KOR"))]
    assert types == ["CONSULT"]
    assert len(list(full_desk.events())) == 4
    assert len(list(full_desk.events(known="2025-08-24"))) == 2
    assert list(full_desk.events(between=("JPN", "CHN"))) == []


def test_an_event_has_all_its_tellings(full_desk):
    (event,) = full_desk.events(between=("KOR", "JPN"))
    assert [telling.path.rpartition("/")[2] for telling in full_desk.event(event.id).tellings] == [
        "herald.txt",
        "times.txt",
    ]
    assert len(full_desk.event(event.id, known="2025-08-24").tellings) == 1


def test_the_board_is_of_the_last_publication_day_by_default(full_desk):
    assert full_desk.board().on == date(2025, 9, 2)
    assert full_desk.board(known="2025-08-31").on == date(2025, 8, 25)
    assert full_desk.board(on="2025-08").on == date(2025, 8, 31)


def test_the_board_opens_to_events(full_desk):
    relation = full_desk.board(on="2025-09-01")["KOR", "JPN"]
    assert [weighed.event.type for weighed in relation.events] == ["CONSULT"]
    assert (relation.count, relation.tellings, relation.sources) == (1, 2, 2)


def test_an_empty_record_has_no_default_day(desk):
    with pytest.raises(YourInput, match="--on"):
        desk.board()
    assert len(desk.board(on="2025-09-01")) == 0


@pytest.mark.parametrize("name", ["KOR", "kor", "South Korea", "南韓", "韓國", "대한민국", "韓国"])
def test_actors_by_any_name(full_desk, name):
    assert full_desk.actor(name) == "KOR"


def test_an_actor_that_only_the_record_knows(desk, tmp_path):
    path = tmp_path / "odd.txt"
    path.write_text("date 2025-08-24\n\nCONSULT KOR>XQZ on 2025-08-23 occurred.\n", encoding="utf-8")
    desk.read([path], clock=lambda: CLOCK)
    assert desk.actor("XQZ") == "XQZ"


def test_an_unknown_actor_is_told_what_is_near(desk):
    with pytest.raises(NotFound, match="Japan"):
        desk.actor("Jpan")


def test_a_sound_record_has_no_problems(full_desk):
    assert full_desk.check() == ()


def test_code_needs_no_record(desk):
    (answer,) = desk.code(['{"id": 1, "text": "CONSULT KOR>JPN on 2025-08-23 occurred."}'])
    assert answer["type"] == "CONSULT"
    assert list(desk.documents()) == []


def test_open_makes_a_record_unless_told_not_to(tmp_path):
    with pytest.raises(NotFound, match="no record"):
        stateofplay.open(tmp_path / "record", create=False)
    assert isinstance(stateofplay.open(tmp_path / "record"), Desk)
    assert isinstance(stateofplay.open(tmp_path / "record", create=False), Desk)


def test_now_has_a_time_zone():
    assert now().tzinfo is UTC


def test_importing_reports_rows_and_takes_one_path_or_many(desk, tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": "1", "date": "2025-01-02", "actor": ["JPN"], "recipient": ["KOR"], "event": ["AID"]}\n{\n')
    arrival = desk.import_(file, format="plover", clock=lambda: CLOCK)
    assert (arrival.rows, arrival.failed, arrival.exit_code) == (1, 1, 3)
    assert desk.import_([str(file)], format="plover", published="2025", clock=lambda: CLOCK).known == 1
    with pytest.raises(YourInput):
        desk.import_(file, format="plover", published="soon")
    with pytest.raises(NotFound):
        desk.import_(file, format="xls")
