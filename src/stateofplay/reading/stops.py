"""Full stops: which of them only shorten a word and end no clause."""

_SHORT = 4
"""Letters of a word that a full stop may shorten."""


def shortened(text: str, at: int) -> bool:
    """Whether the full stop at `at` only shortens a word (U.S. Navy, Aug. 4, Lt. Gen.) and ends no clause."""
    if text[at] != "." or at + 1 >= len(text):
        return False
    if text[at + 1].isalnum():
        return True
    first = at
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    rest = text[at + 1 :].lstrip()
    return bool(rest) and 0 < at - first <= _SHORT and text[first].isupper() and rest[0] not in "\"'“‘"
