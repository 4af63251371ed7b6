"""Edges of quotes: a quote begins and ends with a word, not with the punctuation around it."""

_EDGES = " \t\r\n　，,；;。.！!？?：:、"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards past blanks and stops; at least one character is left."""
    while start < end - 1 and text[start] in _EDGES:
        start += 1
    while end > start + 1 and text[end - 1] in _EDGES:
        end -= 1
    return start, end
