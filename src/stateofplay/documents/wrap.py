"""Hard wraps: lines that a page's width broke are made whole again, and lines that end a paragraph are left alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stateofplay.documents.line import Line, width

_LONGEST_WRAPPED: Final = 200
"""A line of more columns was not broken to fit a page."""

_NARROWEST: Final = 24
_BAND: Final = 0.88
"""Lines of at least this share of the page's width count as full."""

_LEAST_LINES: Final = 3
_LEAST_SHARE: Final = 0.35
"""Share of the whole text that full lines must hold; headings are alike in width too, but hold little."""

_LEAST_OPEN: Final = 0.5

_SENTENCE_END: Final = re.compile(r"[。！？!?｡….．:：;；][」』”’）)\]】》〉\"']*$")
_GOES_ON: Final = re.compile(r"[，、,]$")
_ADDRESS: Final = re.compile(r"https?://\S*$")
_UNIT: Final = re.compile(r"[!-~]+|\S")
_OPENERS: Final = "（(「『《〈【［"
_CLOSERS: Final = "）)」』》〉】］"
_EASTERN: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_CONTINUES: Final = re.compile(r"[\w\-]")
_LONG_PARAGRAPH: Final = 80


@dataclass(frozen=True, kw_only=True)
class Page:
    """How wide the lines of a text are: `width` in columns, 0 where nothing was wrapped.

    `loose` says that even the lines of one paragraph have empty lines between them, so empty lines tell nothing.
    """

    width: int = 0
    loose: bool = False


def page(lines: Sequence[Line]) -> Page:
    """The page that `lines` were wrapped for: many of nearly one width, most of which end within a sentence.

    A text in which no line ends a sentence is a list, and was not wrapped.
    """
    widths = [width(line.text) if len(line.text) <= _LONGEST_WRAPPED else len(line.text) for line in lines]
    columns = _commonest(widths)
    band = [place for place, one in enumerate(widths) if columns * _BAND <= one <= columns]
    unfinished = [place for place in band if is_open(lines[place].text) and place + 1 < len(lines)]
    if len(band) < _LEAST_LINES or len(unfinished) < _LEAST_OPEN * len(band):
        return Page()
    prose = any(not is_open(line.text) for line in lines)
    if not prose or sum(widths[place] for place in band) < _LEAST_SHARE * sum(widths):
        return Page()
    followed = sum(1 for place in unfinished if lines[place + 1].blanks)
    return Page(width=columns, loose=followed * 2 > len(unfinished))


def _commonest(widths: Sequence[int]) -> int:
    """The width that most lines come close to from below; the wider of two alike."""
    counts = [0] * (_LONGEST_WRAPPED + 2)
    for one in widths:
        counts[min(one, _LONGEST_WRAPPED + 1)] += 1
    best = most = 0
    for columns in range(_NARROWEST, _LONGEST_WRAPPED + 1):
        near = sum(counts[int(columns * _BAND) : columns + 1]) if counts[columns] else 0
        if near >= most and near:
            best, most = columns, near
    return best


def is_open(text: str) -> bool:
    """Whether `text` breaks off within a sentence."""
    return not _SENTENCE_END.search(text[-6:])


def runs_on(line: Line, following: Line, page: Page) -> bool:
    """Whether the paragraph that holds `line` goes on in `following`."""
    adjacent = following.blanks == 0
    if _unclosed(line.text) and (adjacent or page.loose) and not is_heading_like(following.text):
        return True
    if page.width and _is_full(line, following, page):
        if is_open(line.text):
            return following.blanks < 2 or _goes_far(following, page)
        return adjacent or (page.loose and following.blanks == 1)
    if _GOES_ON.search(line.text) and (adjacent or width(line.text) >= _NARROWEST):
        return True
    return _broken_off(line.text, following)


def _goes_far(line: Line, page: Page) -> bool:
    return width(line.text) * 2 > page.width or not is_open(line.text)


def _is_full(line: Line, following: Line, page: Page) -> bool:
    """Whether the first word of `following` would not have fitted on `line`."""
    unit = _UNIT.match(following.text)
    room = width(unit.group()) if unit else 0
    return page.width * _BAND <= min(width(line.text) + room, page.width * 1.1) and width(line.text) * 2 > page.width


def _unclosed(text: str) -> bool:
    tail = text[-_LONGEST_WRAPPED:]
    return sum(map(tail.count, _OPENERS)) > sum(map(tail.count, _CLOSERS))


def is_heading_like(text: str) -> bool:
    """Whether `text` is short and stands without the signs of a sentence."""
    return width(text) <= _NARROWEST * 2 and is_open(text) and not _GOES_ON.search(text)


def _broken_off(text: str, following: Line) -> bool:
    """Whether a long paragraph stops in the middle of a sentence that `following` takes up, as at a page's end."""
    if not is_open(text) or not _CONTINUES.search(text[-1]):
        return False
    if _EASTERN.search(text[-1]):
        far = not is_open(following.text) or len(following.text) >= _LONG_PARAGRAPH // 2
        return len(text) >= _LONG_PARAGRAPH and far
    return len(text) >= _LONG_PARAGRAPH // 2 and following.text[0].islower()


def glue(before: str, after: str) -> str:
    """What stands between two joined lines: nothing beside an East Asian sign, else one space."""
    if _EASTERN.match(before[-1]) or _EASTERN.match(after[0]) or _ADDRESS.search(before[-_LONGEST_WRAPPED:]):
        return ""
    return "" if before[-1] in "-—–/" and before[-2:-1].isalnum() else " "
