"""Marks: white space never counts, repeated quotes go in document order."""

import pytest

from stateofplay.documents.plain import document_from_text
from stateofplay.reading.evaluation.mark import mark_of, mark_of_statement, placed, places_in, squeezed
from stateofplay.reading.statement import EventClaim, Statement, Status

TEXT = "兩國會\n談。 Later, they met; they met."


def mark(quote, **said):
    return mark_of({"kind": "event", "quote": quote, "status": "occurred", **said}, "a", "en")


def test_a_quote_is_found_whatever_breaks_its_lines():
    (found,) = placed([mark("兩國會談")], squeezed(TEXT))
    assert found.span == (0, 4)


def test_a_repeated_quote_goes_in_document_order_and_back_when_there_is_no_more():
    text = squeezed("they met. " + "x" * 500 + " Later they met.")
    first, second, third, fourth = placed([mark(quote) for quote in ("they met", "Later", "they met", "xxx")], text)
    assert (first.span, second.span, third.span) == ((0, 7), (508, 513), (513, 520))
    assert fourth.span == (113, 116)
    assert placed([mark("Later"), mark("they met.x")], text)[1].span == (0, 9)


@pytest.mark.parametrize("quote", ["", "they never met", " "])
def test_a_quote_that_is_not_there_has_no_place(quote):
    (found,) = placed([mark(quote)], squeezed(TEXT))
    assert found.span is None


def test_places_count_what_is_no_white_space():
    assert places_in("a b\nc") == [0, 1, 1, 2, 2, 3]
    assert squeezed(TEXT)[places_in(TEXT)[6] :].startswith("Later")


@pytest.mark.parametrize(
    ("said", "parties"),
    [
        ({"holder": "KOR"}, {"KOR"}),
        ({"by": ["KOR", "JPN"]}, {"KOR", "JPN"}),
        ({"by": "author"}, {"author"}),
        ({}, set()),
    ],
)
def test_parties_are_given_one_by_one_or_as_a_list(said, parties):
    assert mark("x", **said).parties == parties


def test_a_day_without_an_end_is_that_day():
    assert (mark("x", **{"from": "2025-08-23"}).last, mark("x").first) == ("2025-08-23", "")


def test_a_statement_keeps_its_place_and_confidence():
    document = document_from_text(TEXT)
    start = document.text.index("met")
    claim = EventClaim(type="CONSULT", source=("KOR",))
    said = Statement(
        document=document.id,
        path="",
        start=start,
        end=start + 3,
        quote="met",
        language="en",
        status=Status.OCCURRED,
        claim=claim,
        reader="r/1",
        confidence=0.8123,
    )
    made = mark_of_statement(said, "a", "en", places_in(document.text))
    assert squeezed(document.text)[slice(*made.span)] == "met"
    assert (made.confidence, made.type, made.source) == (0.8123, "CONSULT", {"KOR"})
