"""Notes: numbered as cited, one for each place, and none for what does not count yet."""

from datetime import date

import pytest

from stateofplay.brief.note import notes_of
from stateofplay.brief.phrasing import phrasing
from stateofplay.brief.source import cited_as, file_name, speaker
from stateofplay.errors import NotFound


@pytest.fixture
def ids(record):
    return [statement.id for statement in record.statements()]


def test_notes_are_numbered_in_the_order_of_citing(record, ids):
    notes = notes_of(record, ids[::-1], None)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert [id for note in notes for id in note.statements] == ids[::-1]


def test_what_does_not_count_by_then_cannot_be_cited(record, ids):
    with pytest.raises(NotFound, match="no statement"):
        notes_of(record, ids, date(2025, 12, 31))
    with pytest.raises(NotFound, match="'nothing'"):
        notes_of(record, ["nothing"], None)


def test_nothing_cited_is_no_note(record):
    assert notes_of(record, [], None) == ()


def test_a_note_as_json(record, ids):
    shape = notes_of(record, ids[:1], None)[0].as_json()
    assert shape["statements"] == ids[:1]
    assert {"number", "document", "path", "outlet", "title", "published", "language", "quote", "said_by"} < shape.keys()


def test_a_source_without_outlet_and_title_is_its_file(record):
    statements = [s for s in record.statements() if s.language == "ko"]
    (note, *_) = notes_of(record, [statements[0].id], None)
    assert cited_as(note, phrasing("en")) == ".txt, 2026-01-20, Korean"
    assert cited_as(note, phrasing("zh-Hant")) == ".txt、2026-01-20、韓文"


@pytest.mark.parametrize(("path", "name"), [("a/b.txt", "b.txt"), ("a\\c.md", "c.md"), ("x#2", "x#2"), ("/", "/")])
def test_file_names(path, name):
    assert file_name(path) == name


@pytest.mark.parametrize(
    ("said_by", "tag", "shown"),
    [("KOR", "en", "South Korea"), ("KOR", "zh-Hant", "南韓"), ("a spokesman", "en", "a spokesman")],
)
def test_speakers_go_by_their_usual_names(said_by, tag, shown):
    assert speaker(said_by, tag) == shown
