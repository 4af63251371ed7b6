"""Several processes add at once, and are killed at any moment: nothing acknowledged is lost, nothing is corrupt."""

import random
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from stateofplay.record.check import check
from stateofplay.record.record import open_record
from tests.record.cases import NOON, numbered

KILLS = 10
ROOT = Path(__file__).parents[2]


def start(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.record.adding", str(folder), str(first), str(last)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def documents_of(record) -> list[str]:
    return record.document_table()["id"].to_pylist()


def test_two_processes_add_to_one_record_at_once(tmp_path):
    # They make the record together, too, and share the documents 10 to 19.
    both = [start(tmp_path / "record", 0, 19), start(tmp_path / "record", 10, 29)]
    said = [process.communicate(timeout=120)[0].split() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert [len(lines) for lines in said] == [20, 20]
    record = open_record(tmp_path / "record")
    assert sorted(documents_of(record)) == sorted(numbered(number).document.id for number in range(30))
    assert record.statement_table().num_rows == 60
    assert check(record) == ()


def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path):
    chance = random.Random(20250823)
    acknowledged: list[int] = []
    for _ in range(KILLS):
        process = start(tmp_path / "record", len(acknowledged), 10_000)
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 6)):
            acknowledged.append(int(process.stdout.readline()))
        # Somewhere within the next document: an addition takes some tens of milliseconds.
        threading.Event().wait(chance.random() * 0.1)
        process.kill()
        acknowledged += [int(line) for line in process.stdout.read().split()]
        process.wait(timeout=30)
        process.stdout.close()
    assert acknowledged == list(range(len(acknowledged)))
    record = open_record(tmp_path / "record")
    assert {numbered(number).document.id for number in acknowledged} <= set(documents_of(record))
    assert check(record) == ()
    for number in acknowledged:
        assert set(record.statements(document=numbered(number).document.id)) == set(numbered(number).statements)
    assert record.add(map(numbered, acknowledged), recorded_at=NOON).statements == 0


@pytest.mark.parametrize("cut_after", ["originals", "documents", "statements", "unread"])
def test_a_reading_counts_only_when_all_of_it_is_there(tmp_path, monkeypatch, cut_after):
    import stateofplay.record.record as module

    record = open_record(tmp_path / "record")
    append, order = module.append, ["originals", *module.SCHEMAS]

    def cut(table, name, rows):
        if order.index(name) > order.index(cut_after):
            raise KeyboardInterrupt
        append(table, name, rows)

    monkeypatch.setattr(module, "append", cut)
    with pytest.raises(KeyboardInterrupt):
        record.add([numbered(1)], recorded_at=NOON)
    monkeypatch.undo()
    assert record.event_table().num_rows == record.statement_table().num_rows == 0
    assert check(record) == ()
    record.add([numbered(1)], recorded_at=NOON)
    assert set(record.statements()) == set(numbered(1).statements)
    assert len(record.snapshot().rows("SELECT id FROM statements")) == 2
    assert check(record) == ()


def test_the_same_rows_twice_count_once(tmp_path):
    # What two processes leave that found the same document new at the same moment.
    record = open_record(tmp_path / "record")
    record.add([numbered(1)], recorded_at=NOON)
    import stateofplay.record.record as module

    for name in module.SCHEMAS:
        rows = record.snapshot().rows(f"SELECT * FROM {name}")
        module.append(record._tables[name], name, rows)
    assert len(record.snapshot().rows("SELECT id FROM statements")) == 4
    assert record.statement_table().num_rows == 2
    assert record.document_table().num_rows == 1
    assert [len(told) for told in record.event_table()["tellings"].to_pylist()] == [1, 1]
    assert check(record) == ()


def test_threads_may_ask_while_another_adds(tmp_path):
    # As the pages of the web app do.
    record = open_record(tmp_path / "record")

    def ask(_: int) -> list[int]:
        tables = record.event_table(), record.statement_table(), record.document_table()
        assert len(list(record.documents())) >= tables[2].num_rows
        return [table.num_rows for table in tables]

    with ThreadPoolExecutor(4) as pool:
        asked = pool.map(ask, range(12))
        for number in range(4):
            record.add([numbered(number)], recorded_at=NOON)
        assert all(0 <= events <= statements for events, statements, _ in asked)
    assert ask(0)[1:] == [8, 4]
