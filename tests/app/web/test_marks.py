"""Marked pieces are the text again, whatever overlaps."""

from hypothesis import given
from hypothesis import strategies as st

from stateofplay.app.web.marks import Quote, pieces

TEXTS = st.text(min_size=1, max_size=40)


@st.composite
def marked(draw):
    text = draw(TEXTS)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)), max_size=6))
    quotes = [Quote(id=str(n), start=a, end=min(a + length, len(text))) for n, (a, length) in enumerate(spans)]
    return text, quotes


@given(marked())
def test_pieces_are_the_text(case):
    text, quotes = case
    assert "".join(piece.text for piece in pieces(text, quotes)) == text


@given(marked())
def test_what_is_inside_a_quote_is_the_quote(case):
    text, quotes = case
    cut = pieces(text, quotes)
    for quote in quotes:
        assert "".join(piece.text for piece in cut if quote.id in piece.inside) == text[quote.start : quote.end]


@given(marked(), st.integers(0, 40))
def test_a_quote_opens_and_closes_once_over_consecutive_texts(case, place):
    text, quotes = case
    cut = min(place, len(text))
    both = [*pieces(text[:cut], quotes, 0), *pieces(text[cut:], quotes, cut)]
    assert "".join(piece.text for piece in both) == text
    assert sorted(id for piece in both for id in piece.opens) == sorted(quote.id for quote in quotes)
    assert sorted(id for piece in both for id in piece.closes) == sorted(quote.id for quote in quotes)


def test_overlap_is_named_by_both():
    cut = pieces("abcdef", [Quote(id="x", start=1, end=4), Quote(id="y", start=3, end=5)])
    assert [(p.text, p.inside) for p in cut] == [("a", ()), ("bc", ("x",)), ("d", ("x", "y")), ("e", ("y",)), ("f", ())]


def test_a_text_without_quotes_is_one_piece_and_an_empty_one_none():
    assert [piece.text for piece in pieces("abc", [])] == ["abc"]
    assert pieces("", [Quote(id="x", start=0, end=3)]) == ()
