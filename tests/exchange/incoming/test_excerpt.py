"""An excerpt puts quotes in the order of their document, each character once."""

import pytest

from stateofplay.documents.document import Language
from stateofplay.exchange.incoming.excerpt import Excerpt, Quote

TEXT = "One met two. They signed a text, and it held."


def quote(start, end):
    return Quote(start=start, text=TEXT[start:end], language=Language.EN)


def excerpt(*quotes):
    return Excerpt(quotes, of="d1", path="a.txt", published=None)


@pytest.mark.parametrize(
    ("quotes", "words"),
    [
        ([(0, 12), (13, 31)], ["One met two.", "They signed a text"]),
        ([(13, 31), (0, 12)], ["One met two.", "They signed a text"]),
        ([(0, 12), (4, 18)], ["One met two. They "]),
        ([(0, 31), (4, 7), (13, 17)], ["One met two. They signed a text"]),
        ([(0, 7), (0, 7)], ["One met"]),
        ([(0, 7), (7, 12)], ["One met", " two."]),
    ],
)
def test_quotes_that_overlap_are_one_run(quotes, words):
    found = excerpt(*(quote(*place) for place in quotes)).document
    assert [passage.text for passage in found.passages[1:]] == words


def test_every_quote_is_at_its_place():
    quotes = [quote(*place) for place in ((0, 12), (4, 18), (26, 31), (33, 45), (27, 30))]
    made = excerpt(*quotes)
    text = made.document.text
    assert [text[made.place(one) : made.place(one) + len(one.text)] for one in quotes] == [one.text for one in quotes]
    assert made.out == set()


def test_what_says_otherwise_is_left_out():
    other = Quote(start=2, text="e fled", language=Language.EN)
    assert excerpt(quote(0, 12), other).out == {other}


def test_excerpts_of_two_documents_are_two_documents():
    one, other = (Excerpt([quote(0, 12)], of=of, path="a.txt", published=None).document.id for of in ("d1", "d2"))
    assert one != other
