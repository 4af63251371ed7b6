"""An arrival keeps every row, reports what it cannot read by file and line, and adds nothing twice."""

import gzip
import zipfile
from datetime import date

import pytest

from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.exchange.arrival import Arrival
from stateofplay.exchange.incoming.intake import FORMATS, TABLES, take_in
from stateofplay.record.addition import Unread
from stateofplay.record.check import check

every_table = pytest.mark.parametrize("format", TABLES)


@every_table
def test_the_record_is_sound_and_every_good_row_stands_in_it(take, record, case, format):
    arrival = take(format, case(format))
    lines = [line for line in case(format).read_bytes().decode("latin-1").splitlines() if line.strip()]
    assert check(record) == ()
    assert arrival.rows > arrival.silent > 0
    assert arrival.failed > 0
    text = "\n".join(document.text for document in record.documents())
    bad = {int(item.path.rpartition("#")[2]) for item in arrival.unread}
    ascii = [line for number, line in enumerate(lines, 1) if number not in bad and line.isascii()]
    # JSON that escapes its characters is kept with the characters themselves.
    assert [line for line in ascii if line not in text and "\\u" not in line] == []


@every_table
def test_the_same_file_twice_adds_nothing(take, record, case, format):
    first = take(format, case(format))
    held = record.statement_table().to_pylist()
    again = take(format, case(format))
    assert (again.added.documents, again.added.statements, again.added.unread) == (0, 0, 0)
    assert (again.rows, again.known, again.failed, again.exit_code) == (first.rows, first.rows, first.failed, 3)
    assert record.statement_table().to_pylist() == held


@every_table
def test_what_could_not_be_read_is_in_the_record_by_file_and_line(take, record, case, format):
    arrival = take(format, case(format))
    assert {item.path for item in record.unread()} == {item.path for item in arrival.unread}
    assert all(item.path.startswith(f"{case(format)}#") for item in arrival.unread)
    assert all(item.error == "BrokenDocument" and item.mend for item in arrival.unread)


@every_table
def test_a_row_counts_from_its_publication_on(take, record, case, format):
    take(format, case(format))
    rows = record.statement_table().to_pylist()
    last = max(row["published_last"] for row in rows)
    before = record.statement_table(known=last.replace(day=1)).to_pylist()
    assert 0 <= len(before) < len(rows)
    assert all(row["published_last"] <= last.replace(day=1) for row in before)


@every_table
def test_the_reader_says_which_format_it_was_and_the_publisher_whose(take, record, case, format):
    take(format, case(format))
    assert set(record.statement_table()["reader"].to_pylist()) == {f"import:{format}/1"}
    assert set(record.document_table()["publisher"].to_pylist()) == {format.upper()}


def test_rows_of_one_event_are_one_act(take, record, case):
    take("polecat", case("polecat"))
    told = [event for event in record.events() if event.type == "CONSULT"]
    assert [len(event.tellings) for event in told] == [2]


def test_a_file_that_has_grown_adds_its_new_rows_as_events(take, record, case):
    rows = case("gdelt").read_text().splitlines(keepends=True)
    take("gdelt", content="".join(rows[:3]))
    before = record.event_table()["event"].to_pylist()
    take("gdelt", content="".join(rows[:6]))
    after = record.event_table()["event"].to_pylist()
    assert set(before) <= set(after)
    assert len(after) == len(before) + 3
    assert len(record.statement_table()) == 6


def test_archives_are_read_as_the_files_in_them(take, record, case, tmp_path):
    plain = case("gdelt").read_bytes()
    (tmp_path / "a.CSV.gz").write_bytes(gzip.compress(plain))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.CSV", plain)
    assert take("gdelt", tmp_path / "a.CSV.gz").added.statements > 0
    arrival = take("gdelt", tmp_path / "a.zip")
    assert arrival.added.statements == 0
    assert arrival.unread[0].path == f"{tmp_path / 'a.zip'}!one.CSV#8"


def test_every_file_of_an_archive_brings_its_own_head(take, case, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("one.txt", "two.txt"):
            archive.writestr(name, case("polecat").read_bytes())
    arrival = take("polecat", tmp_path / "a.zip")
    assert arrival.failed == 2 * 3
    assert arrival.added.documents == 1  # the same rows under the same head are the same document


@pytest.mark.parametrize("name", ["a.gz", "a.zip"])
def test_a_torn_archive_costs_itself_alone(take, case, tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x03\x04 torn" if name == "a.zip" else gzip.compress(b"x" * 9999)[:30])
    arrival = take("gdelt", tmp_path / name, case("gdelt"))
    assert arrival.rows > 0
    assert [item.path for item in arrival.unread if item.path.startswith(str(tmp_path / name))] != []
    assert arrival.exit_code == 3


def test_a_file_of_another_format_is_said_to_be_one(take, case):
    arrival = take("icews", case("polecat"))
    assert (arrival.rows, arrival.exit_code) == (0, 2)
    assert "Source Name" in arrival.unread[0].why


def test_folders_and_globs_are_read(take, case, tmp_path):
    folder = tmp_path / "rows"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "x.CSV").write_bytes(case("gdelt").read_bytes())
    assert take("gdelt", folder).rows > 0
    assert take("gdelt", str(folder / "*" / "*.CSV")).known > 0
    assert take("gdelt", str(folder / "*.nothing")).unread[0].error == "NotFound"


def test_an_absent_file_is_named_and_the_others_are_read(take, case, tmp_path):
    arrival = take("gdelt", tmp_path / "absent.CSV", case("gdelt"))
    assert arrival.unread[0] == Unread.file(
        str(tmp_path / "absent.CSV"),
        NotFound("there is no such file", mend="give a file, a folder with files, or a glob"),
    )
    assert arrival.exit_code == 3


def test_rows_without_a_day_have_the_one_that_is_given(take, record):
    line = '{"id": "1", "date": null, "actor": ["JPN"], "event": ["AID"], "text": "x"}\n'
    take("plover", content=line, published=Day.parse("2020-05"))
    assert [str(day) for day in record.document_table()["published_last"].to_pylist()] == ["2020-05-31"]


def test_a_longer_row_than_any_is_reported_and_the_next_is_read(take, record, case):
    first = case("gdelt").read_bytes().splitlines(keepends=True)[0]
    arrival = take("gdelt", content=b"x" * 2_500_000 + b"\n" + first)
    assert arrival.rows == 1
    assert [item.why for item in arrival.unread] == ["longer than 1,000,000 bytes"]


def test_nothing_at_all_is_the_users_fault(take):
    assert take("gdelt", content="").exit_code == 2


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", ["", "\n\n"])
def test_a_file_without_a_row_is_named_with_what_to_do(take, tmp_path, format, text):
    empty = tmp_path / "empty.csv"
    empty.write_text(text)
    arrival = take(format, empty)
    assert (arrival.rows, arrival.failed, arrival.exit_code) == (0, 1, 2)
    (fault,) = arrival.unread
    assert (fault.path, fault.error) == (str(empty), "EmptyDocument")
    assert format in fault.mend


def test_a_file_of_its_head_alone_has_no_row(take, case, tmp_path):
    head = tmp_path / "head.tsv"
    head.write_bytes(case("polecat").read_bytes().splitlines(keepends=True)[0])
    arrival = take("polecat", head, case("polecat"))
    assert (arrival.unread[0].path, arrival.unread[0].error) == (str(head), "EmptyDocument")
    assert arrival.rows > 0
    assert arrival.exit_code == 3


def test_progress_is_told_the_bytes(take, case):
    told = []
    row = case("gdelt").read_text().splitlines()[0]
    take("gdelt", content=f"{row}\n" * 5000, progress=lambda *at: told.append(at))
    assert told
    assert all(0 < read <= size for _, read, size in told)


def test_an_unknown_format_is_refused_before_anything_is_read(record, tmp_path):
    with pytest.raises(NotFound, match="no format 'xls'") as caught:
        take_in(record, [tmp_path], "xls", lambda: None)
    assert all(name in caught.value.mend for name in FORMATS)


@pytest.mark.parametrize(("rows", "failed", "code"), [(5, 0, 0), (5, 1, 3), (0, 1, 2), (0, 0, 2)])
def test_exit_codes_of_an_arrival(rows, failed, code):
    assert Arrival(rows=rows, failed=failed).exit_code == code


def test_many_days_make_many_documents_and_no_row_is_lost(take, record, case):
    row = case("icews").read_text("latin-1").splitlines()
    days = [date(2000, 1, 1).replace(month=1 + n % 12, day=1 + n % 28).isoformat() for n in range(2000)]
    body = [row[1].replace("2019-06-28", day).replace("101", str(n), 1) for n, day in enumerate(days)]
    arrival = take("icews", content="\n".join([row[0], *body]))
    assert (arrival.rows, arrival.failed) == (2000, 0)
    assert arrival.added.statements == 2000
    assert check(record) == ()


def test_files_that_overlap_give_each_row_once(take, record, case, tmp_path):
    rows = case("icews").read_bytes().split(b"\r\n")
    for name, some in (("week.tab", rows[:4]), ("year.tab", [rows[0], *rows[2:7]])):
        (tmp_path / name).write_bytes(b"\r\n".join(some))
    arrival = take("icews", tmp_path / "week.tab", tmp_path / "year.tab")
    assert (arrival.rows, arrival.known) == (8, 2)
    assert len(record.statement_table()) == 6
    assert take("icews", case("icews")).known == 6 + 1  # its last row repeats its first
