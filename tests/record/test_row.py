"""What is written as a row reads back as the same value: all kinds of statement, documents, what was not read."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Origin, Passage, PassageKind
from stateofplay.reading.statement import (
    CauseClaim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
)
from stateofplay.record.addition import Reading, Unread, reader_family
from stateofplay.record.delta import SCHEMAS
from stateofplay.record.record import open_record
from stateofplay.record.row import document_of, document_row, statement_of, statement_row, unread_of, unread_row
from tests.record.cases import NOON, document, reading, sha

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
texts = st.lists(text, max_size=3).map(tuple)
days = st.none() | st.tuples(st.dates(max_value=Day.year(9998).last), st.integers(0, 400)).map(
    lambda pair: Day.span(pair[0], min(pair[0].fromordinal(pair[0].toordinal() + pair[1]), Day.year(9998).last))
)
claims = st.one_of(
    st.builds(EventClaim, type=text, source=texts, target=texts, happened=days, people=texts),
    st.builds(
        CommitmentClaim,
        by=texts,
        what=text,
        state=text,
        beneficiary=texts,
        amount=st.none() | st.floats(allow_nan=False),
        unit=text,
        happened=days,
    ),
    st.builds(PositionClaim, holder=texts, issue=text, stance=text, what=text),
    st.builds(ForecastClaim, by=text, what=text, likelihood=text, horizon=text),
    st.builds(CauseClaim, cause=text, effect=text),
)


@st.composite
def statements(draw, document=None) -> Statement:
    made = document or draw(st.just(None))
    whole = made.text if made else draw(text.filter(bool))
    start = draw(st.integers(0, len(whole) - 1))
    end = draw(st.integers(start + 1, len(whole)))
    return Statement(
        document=made.id if made else "d",
        path=draw(text),
        start=start,
        end=end,
        quote=whole[start:end],
        language=draw(st.sampled_from(Language)).value,
        status=draw(st.sampled_from(Status)),
        claim=draw(claims),
        reader="rules/1",
        confidence=draw(st.floats(0, 1)),
        published=made.published if made else draw(days),
        said_by=draw(text),
        why=draw(texts),
        same_as=draw(text),
    )


def through(name: str, row):
    """The row as the table keeps it."""
    (kept,) = pa.Table.from_pylist([row], schema=SCHEMAS[name]).to_pylist()
    return kept


@given(statement=statements())
def test_a_statement_of_any_kind_survives_its_row(statement):
    row = through("statements", statement_row(statement, "reading", NOON))
    assert statement_of(row) == statement
    assert (row["id"], row["kind"]) == (statement.id, statement.kind)


@settings(max_examples=5, deadline=None)
@given(said=st.lists(statements(document()), max_size=40))
def test_statements_of_any_kind_survive_the_record(tmp_path_factory, said):
    record = open_record(tmp_path_factory.mktemp("record"))
    record.add([reading(document(), *said)], recorded_at=NOON)
    kept = {statement.id: statement for statement in record.statements()}
    # An id leaves out where a file lay and how sure its reader was: of two alike in all else the first is kept.
    first: dict[str, Statement] = {}
    for statement in said:
        first.setdefault(statement.id, statement)
    assert kept == first


@st.composite
def documents(draw) -> Document:
    whole = draw(text)
    passages = st.builds(
        Passage,
        start=st.integers(0, 12),
        end=st.integers(0, 12),
        text=text,
        language=st.sampled_from(Language),
        kind=st.sampled_from(PassageKind),
        paragraph=st.integers(0, 99),
    )
    origins = st.builds(Origin, clean=st.integers(0, 99), raw=st.integers(0, 99), length=st.integers(0, 99))
    return Document(
        id=sha(whole)[:24],
        path=draw(text),
        raw_hash=sha(whole),
        text=whole,
        passages=tuple(draw(st.lists(passages, max_size=4))),
        origins=tuple(draw(st.lists(origins, max_size=4))),
        title=draw(text),
        publisher=draw(text),
        author=draw(text),
        published=draw(days),
        published_by=draw(text),
    )


@given(made=documents())
def test_a_document_survives_its_row(made):
    row = document_row(Reading(document=made, raw=None, statements=(), reader="rules/1"), NOON)
    assert document_of(through("documents", row)) == made


@given(item=st.builds(Unread, path=text, why=text, error=text, mend=text, document=text, start=st.integers(0, 9)))
def test_what_was_not_read_survives_its_row(item):
    assert unread_of(through("unread", unread_row(item, NOON))) == item


def test_the_columns_of_a_row_are_those_of_its_table():
    made = reading(document())
    assert set(document_row(made, NOON)) == set(SCHEMAS["documents"].names)
    assert set(unread_row(Unread(path="x", why="y"), NOON)) == set(SCHEMAS["unread"].names)


def test_a_reader_is_known_by_its_name_without_version():
    assert {reader_family(name) for name in ("rules", "rules/3", "rules@3.1", "rules 3")} == {"rules"}
    assert reader_family("/3") == "/3"
