"""Likeness of two texts: near-copies score near 1, texts on one subject near 0; it never says which came first."""

import heapq
import re
import zlib
from typing import Final

from stateofplay.knowledge.fold import fold

_SHINGLE: Final = 6
_SIZE: Final = 192
_SILENT: Final = re.compile(r"[\W_]+")

Sketch = tuple[int, ...]
"""The smallest hashes of a text's shingles, ascending; texts that share much share many of them."""


def sketch(text: str) -> Sketch:
    """The sketch of `text`, whatever its punctuation, spaces, width or Chinese script; () without letters."""
    letters = _SILENT.sub("", fold(text, "zh")).lower()
    shingles = {
        letters[place : place + _SHINGLE] for place in range(max(len(letters) - _SHINGLE + 1, min(len(letters), 1)))
    }
    return tuple(heapq.nsmallest(_SIZE, {zlib.crc32(shingle.encode("utf-8", "replace")) for shingle in shingles}))


def likeness(one: Sketch, other: Sketch) -> float:
    """Estimated share of shingles that the two texts have in common, 0 to 1; 0 where either is empty.

    >>> likeness(sketch("南韓總統李在明訪問東京"), sketch("南韩总统，李在明访问东京。"))
    1.0
    """
    if not one or not other:
        return 0.0
    smallest = heapq.nsmallest(_SIZE, set(one) | set(other))
    both = set(one) & set(other)
    return sum(1 for value in smallest if value in both) / len(smallest)
