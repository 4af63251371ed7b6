"""Marks in a text: its quotes, however they overlap, cut into pieces that together are the text again, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A marked span of the clean text: `start` included, `end` not; `id` names the statement."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A run of text under the same quotes: `inside` has their ids, `opens` and `closes` those of its edges."""

    text: str
    inside: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def pieces(text: str, quotes: Iterable[Quote], start: int = 0) -> tuple[Piece, ...]:
    """Cut `text`, which begins at offset `start` of the document, at every edge of a quote.

    A quote that crosses an end of `text` is marked as far as it reaches; it opens where it begins and closes where it
    ends, so that over consecutive texts each quote opens once and closes once.

    >>> [(piece.text, piece.inside) for piece in pieces("abcd", [Quote(id="1", start=1, end=3)])]
    [('a', ()), ('bc', ('1',)), ('d', ())]
    """
    end = start + len(text)
    within = [quote for quote in quotes if quote.start < end and start < quote.end]
    edges = {start, end, *(edge for quote in within for edge in (quote.start, quote.end) if start < edge < end)}
    cuts = sorted(edges)
    return tuple(_piece(text, start, cut, after, within) for cut, after in pairwise(cuts))


def _piece(text: str, start: int, cut: int, after: int, within: list[Quote]) -> Piece:
    return Piece(
        text=text[cut - start : after - start],
        inside=tuple(quote.id for quote in within if quote.start <= cut and after <= quote.end),
        opens=tuple(quote.id for quote in within if quote.start == cut),
        closes=tuple(quote.id for quote in within if quote.end == after),
    )
