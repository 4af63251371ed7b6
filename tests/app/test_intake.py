"""Intake: order kept, whatever the number of processes; what is acknowledged is kept; a death is told."""

from multiprocessing import active_children

import pytest

from stateofplay.app.intake import Sieve, readings_of, with_originals
from stateofplay.documents.gather import Unread as Ungathered
from stateofplay.documents.plain import document_from_text
from stateofplay.errors import EmptyDocument, OurFault


def documents(number):
    return [
        document_from_text(f"Note {i}. CONSULT KOR>JPN on 2025-08-23 occurred.", path=f"{i}.txt") for i in range(number)
    ]


@pytest.mark.parametrize(("number", "processes"), [(0, 1), (3, 1), (0, 2), (3, 2), (4, 2), (35, 2)])
def test_readings_come_in_the_order_of_the_documents(plain, number, processes):
    given = documents(number)
    found = list(readings_of(given, plain.open_plain, "x", processes=processes, few=3))
    assert [reading.document for reading in found] == given
    assert all(reading.reader == "plain/1" and len(reading.statements) == 1 for reading in found)


def test_a_reading_comes_before_the_next_document_is_asked_for(plain):
    asked = []

    def watched():
        for document in documents(5):
            asked.append(document)
            yield document

    readings = readings_of(watched(), plain.open_plain, "x", processes=2)
    assert [(next(readings).document, len(asked)) for _ in range(3)] == [(asked[n], n + 1) for n in range(3)]


def test_a_reading_process_that_dies_is_our_fault(plain):
    with pytest.raises(OurFault, match="died"):
        list(readings_of(documents(1), plain.open_dying, "x", processes=2, few=0))


def test_stopping_early_stops_the_processes(plain):
    readings = readings_of(documents(100), plain.open_plain, "x", processes=2, few=0)
    next(readings)
    readings.close()
    assert active_children() == []


def test_the_sieve_lets_new_documents_through_and_counts_the_rest(desk, plain, folder):
    new, bad = documents(1)[0], Ungathered(path="bad.txt", error=EmptyDocument("nothing in it", mend="write something"))
    sieve = Sieve(desk.record, plain.open_plain("x"))
    assert list(sieve.new([bad, new])) == [new]
    assert [(item.path, item.why, item.mend) for item in sieve.unread] == [
        ("bad.txt", "nothing in it", "write something")
    ]
    desk.read([folder])
    known = list(desk.documents())
    again = Sieve(desk.record, plain.open_plain("x"))
    assert list(again.new([*known, new])) == [new]
    assert again.known == len(known) == 3


def test_another_version_of_the_reader_reads_again(full_desk, plain):
    later = plain.PlainReader()
    later.version = "2"
    known = list(full_desk.documents())
    assert list(Sieve(full_desk.record, later).new(known)) == known


def test_bytes_that_changed_meanwhile_are_not_taken_for_the_original(plain, tmp_path, full_desk, folder):
    readings = list(readings_of(full_desk.documents(), plain.open_plain, "x"))
    assert all(reading.raw for reading in with_originals(readings))
    for path in folder.iterdir():
        path.write_text("something else", encoding="utf-8")
    assert [reading.raw for reading in with_originals(readings)] == [None, None, None]
