"""Our own lines come back: to their document where it is there, else as excerpts in which every quote has its place."""

import json
from datetime import UTC, datetime

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.exchange.incoming.intake import take_in
from stateofplay.reading.statement import (
    CauseClaim,
    CommitmentClaim,
    EventClaim,
    ForecastClaim,
    PositionClaim,
    Statement,
    Status,
)
from stateofplay.record.addition import Reading
from stateofplay.record.check import check
from stateofplay.record.record import open_record

CLOCK = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = "韓國與日本在首爾會談。雙方同意合作。東京 said “yes”\tand no more. It will hold."
DOCUMENT = document_from_text(TEXT, path="herald.txt", published=Day.parse("2025-08-24"))
CLAIMS = (
    EventClaim(type="CONSULT", source=("KOR",), target=("JPN",), happened=Day.parse("2025-08-23"), people=("Ishiba",)),
    CommitmentClaim(by=("KOR", "JPN"), what="to cooperate", state="agreed", amount=350.5, unit="billion USD"),
    PositionClaim(holder=("JPN",), issue="shuttle-diplomacy", stance="for"),
    ForecastClaim(by="author", what="it holds", likelihood="likely"),
    CauseClaim(cause="talks", effect="peace"),
    EventClaim(type="AGREE", source=("CHNBUS",), target=()),
)


def said(claim, start, length, **options):
    quote = DOCUMENT.text[start : start + length]
    return Statement(
        document=DOCUMENT.id,
        path=DOCUMENT.path,
        start=start,
        end=start + length,
        quote=quote,
        language="zh-Hant",
        status=Status.OCCURRED,
        claim=claim,
        reader="rules/3",
        confidence=0.75,
        published=DOCUMENT.published,
        why=("a rule",),
        **options,
    )


TOLD = [said(claim, start, 12) for claim, start in zip(CLAIMS, (0, 3, 11, 14, 30, 5), strict=True)]


def jsonl(statements):
    return "".join(json.dumps({**one.as_json(), "event": None}, ensure_ascii=False) + "\n" for one in statements)


def test_without_the_document_every_statement_stands_in_an_excerpt(take, record):
    arrival = take("statements", content=jsonl(TOLD))
    assert (arrival.rows, arrival.failed, arrival.exit_code) == (6, 0, 0)
    found = {statement.claim: statement for statement in record.statements()}
    assert set(found) == set(CLAIMS)
    assert {one.quote for one in TOLD} == {one.quote for one in found.values()}
    assert all(one.reader == "import:rules/3" for one in found.values())
    assert {one.published for one in found.values()} == {DOCUMENT.published}
    assert check(record) == ()


def test_an_excerpt_holds_no_character_twice_and_knows_where_it_stood(take, record):
    take("statements", content=jsonl(TOLD))
    (excerpt,) = record.documents()
    assert excerpt.text.splitlines()[0] == f"Quotes from the document {DOCUMENT.id}, herald.txt"
    assert DOCUMENT.text[:26] in excerpt.text
    at = excerpt.text.index("雙方")
    assert excerpt.original_offset(at) == DOCUMENT.text.index("雙方")


def test_with_the_document_they_go_back_to_their_place(take, record):
    record.add([Reading(document=DOCUMENT, raw=None, statements=(), reader="rules/4")], recorded_at=CLOCK)
    take("statements", content=jsonl(TOLD))
    found = list(record.statements())
    assert {(one.document, one.start, one.end) for one in found} == {(DOCUMENT.id, one.start, one.end) for one in TOLD}
    assert check(record) == ()


def test_what_the_record_says_itself_is_known(take, record):
    record.add([Reading(document=DOCUMENT, raw=None, statements=tuple(TOLD), reader="rules/3")], recorded_at=CLOCK)
    arrival = take("statements", content=jsonl(TOLD))
    assert (arrival.rows, arrival.added.statements, arrival.exit_code) == (6, 0, 0)


def test_the_same_lines_twice_add_nothing_with_and_without_the_document(take, record):
    take("statements", content=jsonl(TOLD))
    assert take("statements", content=jsonl(TOLD)).added.statements == 0


def test_what_one_record_writes_another_reads_and_writes_again(take, record, tmp_path):
    take("statements", content=jsonl(TOLD))
    other = open_record(tmp_path / "other")
    file = tmp_path / "again.jsonl"
    file.write_text(jsonl(record.statements()), encoding="utf-8")
    take_in(other, [file], "statements", lambda: CLOCK)
    assert {one.claim for one in other.statements()} == set(CLAIMS)


def test_tellings_of_one_act_stay_linked(take, record):
    second = said(CLAIMS[0], 12, 5, same_as=TOLD[0].id)
    take("statements", content=jsonl([TOLD[0], second]))
    first, again = sorted(record.statements(), key=lambda one: one.start)
    assert (first.same_as, again.same_as) == ("", first.id)


def test_quotes_that_contradict_each_other_are_told_apart(take, record):
    other = {**TOLD[0].as_json(), "quote": "另一份文件的話，十二個字。"[:12]}
    arrival = take("statements", content=jsonl([TOLD[0]]) + json.dumps(other) + "\n")
    assert (arrival.rows, arrival.failed) == (1, 1)
    assert "other words at 0" in arrival.unread[0].why


def test_a_quote_that_is_not_in_the_document_is_refused(take, record):
    record.add([Reading(document=DOCUMENT, raw=None, statements=(), reader="rules/4")], recorded_at=CLOCK)
    wrong = {**TOLD[0].as_json(), "quote": "x" * 12}
    arrival = take("statements", content=json.dumps(wrong) + "\n")
    assert arrival.exit_code == 2
    assert "its quote is not at 0" in arrival.unread[0].why or "does not stand at 0" in arrival.unread[0].why


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "rumour"},
        {"type": "FLY"},
        {"source": "KOR"},
        {"source": [1]},
        {"status": "maybe"},
        {"start": -1},
        {"end": 5},
        {"quote": 7},
        {"confidence": 2},
        {"confidence": "high"},
        {"document": None},
        {"from": "soon"},
        {"published": "soon"},
    ],
)
def test_a_line_that_is_no_statement_is_named(take, change):
    arrival = take("statements", content=jsonl(TOLD[1:]) + json.dumps({**TOLD[0].as_json(), **change}) + "\n")
    assert (arrival.rows, arrival.failed, arrival.exit_code) == (5, 1, 3)
    assert arrival.unread[0].path.endswith("#6")


@pytest.mark.parametrize("change", [{"state": "hoped"}, {"amount": "much"}, {"amount": True}])
def test_a_commitment_says_words_of_the_guide(take, change):
    assert take("statements", content=json.dumps({**TOLD[1].as_json(), **change})).failed == 1
