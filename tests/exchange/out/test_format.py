"""Every format, by discovery: others read it back, no script is lost, and its bytes follow the clocks."""

from datetime import date

import pytest

from stateofplay.errors import NotFound
from stateofplay.exchange.out.format import format_named, formats
from stateofplay.exchange.out.selection import Selection
from tests.exchange.out.conftest import NOON, TITLES, told
from tests.exchange.out.reading_back import READERS

HOLDS_NO_RECORDS = {
    "datapackage": "a dictionary of columns",
    "gold": "reviews, by the guide: tests/exchange/out/test_gold.py",
}
# What these hold is read from titles of documents that tell events with a day, or stand in a relation.
TELLING = {
    "graphml": {"zh-Hant", "zh-Hans", "ja", "ko"},
    "ical": {"zh-Hant", "ja", "ko", "en"},
}
# Formats without a place for what was selected by which clocks; a data package beside the table says it.
NO_HEAD = {"csv"}

every = pytest.mark.parametrize("name", sorted(READERS))


def written(selection, name):
    return b"".join(format_named(name).pieces(selection))


def test_every_format_is_read_back_by_another_program():
    assert set(READERS) | set(HOLDS_NO_RECORDS) == set(formats())


@every
def test_titles_in_their_own_script_survive(select, name):
    found = READERS[name](written(select(), name))
    wanted = {TITLES[language] for language in TELLING.get(name, TITLES)}
    assert wanted - found.titles == set()


@every
def test_every_record_says_what_it_rests_on(select, record, name):
    ids = set(record.statement_table()["id"].to_pylist())
    papers = set(record.document_table()["id"].to_pylist())
    found = READERS[name](written(select(), name)).records
    assert found
    for statements, documents, days, readers in found:
        assert statements and set(statements) <= ids
        assert documents and all(any(paper in document for paper in papers) for document in documents)
        assert len(days) <= len(statements)
        assert readers and all("rules" in reader or reader == "1" for reader in readers)


@pytest.mark.parametrize("name", sorted(set(READERS) - NO_HEAD))
def test_an_export_says_by_which_clocks_it_was_made(select, name):
    head = READERS[name](written(select(known=date(2025, 9, 3), on=date(2025, 9, 2)), name)).head
    assert "2025-09-03" in head
    assert "0.1.0" in head
    assert name == "polecat" or "2025-09-02" in head


@every
def test_an_empty_record_is_a_sound_file(empty, name):
    found = READERS[name](written(Selection(record=empty), name))
    assert found.records == []


@pytest.mark.parametrize("name", sorted(formats()))
def test_the_same_record_gives_the_same_bytes(select, name):
    first, again = (written(select(), name) for _ in range(2))
    assert first == again
    assert first or name == "gold"


@pytest.mark.parametrize("name", sorted(set(formats()) - {"gold"}))
@pytest.mark.parametrize("known", [date(2025, 8, 24), date(2025, 8, 31)])
def test_what_is_published_later_changes_nothing_known_earlier(select, record, name, known):
    before = written(select(known=known), name), written(select(known=known, on=known), name)
    record.add(
        [told(language, published="2025-09-10", note="later ") for language in TITLES],
        recorded_at=NOON,
    )
    assert (written(select(known=known), name), written(select(known=known, on=known), name)) == before
    assert written(select(), name) != before[0]


@every
def test_quotes_are_left_out_or_cut_when_asked(select, name):
    for limit in (0, 3):
        quotes = READERS[name](written(select(quotes=limit), name)).quotes
        assert not any("在明與石破茂" in quote or "脳会談を" in quote for quote in quotes if quote)


def test_an_unknown_format_is_told_with_those_that_there_are():
    with pytest.raises(NotFound, match="gexf"):
        format_named("gephi")
