"""Whatever a file holds, no reader raises: every line is a telling, silence or a fault that names its place."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.exchange.incoming.bundle import bundled
from stateofplay.exchange.incoming.intake import TABLES, rows_of
from stateofplay.exchange.incoming.line import Line, lines
from stateofplay.exchange.incoming.statements import read_statements
from stateofplay.exchange.incoming.telling import Telling
from stateofplay.record.addition import Reading, Unread

HEADS = {
    "polecat": "Event ID\tEvent Date\tEvent Type\tActor Country\tRecipient Country\tPublication Date",
    "icews": "Event ID\tEvent Date\tCAMEO Code\tSource Name\tSource Country\tTarget Name\tTarget Country",
    "acled": "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,notes,timestamp,time_precision",
}
WORDS = st.sampled_from(
    [
        "",
        "None",
        "KOR",
        "KOR;JPN",
        "2025-03-01",
        "20250301",
        "99999999",
        "040",
        "42",
        "CONSULT",
        "Battles",
        '"',
        '""',
        "\x00",
    ]
)
CELLS = st.one_of(WORDS, st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=8))
ROWS = st.one_of(
    st.lists(CELLS, max_size=64).map("\t".join), st.lists(CELLS, min_size=9, max_size=9).map(",".join), CELLS
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 10**20), st.floats(), CELLS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(CELLS, inner, max_size=3)),
    max_leaves=6,
)
NAMES = ("id", "date", "enddate", "actor", "recipient", "source", "target", "event", "mode", "text", "event_text")
OURS = ("stateofplay", "cite_info", "text_info", "has_event")
LINES = st.dictionaries(st.sampled_from((*NAMES, *OURS)), VALUES)
SAID = ("id", "document", "path", "start", "end", "quote", "language", "published", "status", "kind", "type", "why")
CLAIMED = ("by", "what", "state", "amount", "holder", "issue", "stance", "likelihood", "cause", "effect", "same_as")
STATEMENTS = st.dictionaries(st.sampled_from((*SAID, *CLAIMED, "reader", "confidence", "from", "to")), VALUES)


# The first call loads tables, which takes longer than any later one.
quietly = settings(deadline=None, max_examples=60)


def as_lines(texts):
    return iter([Line("f", number, text) for number, text in enumerate(texts, 1)])


def sound(found):
    for one in found:
        assert isinstance(one, Telling | Unread)
        if isinstance(one, Telling):
            assert 0 <= one.start < one.end <= len(one.line.text)
        else:
            assert one.path
            assert one.why


@pytest.mark.parametrize("format", TABLES)
@quietly
@given(rows=st.lists(ROWS, max_size=12))
def test_no_row_of_any_text_stops_a_reader(format, rows):
    texts = [HEADS[format], *rows] if format in HEADS else rows
    found = list(rows_of(format)(as_lines(texts)))
    sound(found)
    for reading in bundled(found, format, 1):
        assert isinstance(reading, Reading | Unread)


@quietly
@given(fields=LINES)
def test_no_object_stops_the_reader_of_plover(fields):
    sound(rows_of("plover")(as_lines([json.dumps(fields), json.dumps(fields, ensure_ascii=False)])))


@quietly
@given(fields=st.lists(STATEMENTS, max_size=4))
def test_no_object_stops_the_reader_of_our_own_lines(fields):
    found = list(read_statements(as_lines(map(json.dumps, fields)), lambda _: None))
    assert all(isinstance(one, Reading | Unread) for one in found)


@quietly
@given(content=st.binary(max_size=200))
def test_every_byte_of_a_file_comes_through_as_lines(content, tmp_path_factory):
    file = tmp_path_factory.mktemp("bytes") / "file.txt"
    file.write_bytes(content)
    (file.parent / "file.gz").write_bytes(gzip.compress(content))
    plain = [line.text for line in lines(file, 1000)]
    assert plain == [line.text for line in lines(file.parent / "file.gz", 1000)]
    assert len(plain) == content.count(b"\n") + (not content.endswith(b"\n") and bool(content))
