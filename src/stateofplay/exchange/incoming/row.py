"""A row of a table, read by the names of its columns; its cells keep their place in the line of the file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from stateofplay.errors import BrokenDocument
from stateofplay.exchange.incoming.line import Line
from stateofplay.exchange.incoming.telling import broken

TAB: Final = "\t"
_EMPTY: Final = frozenset({"None", "none", "NULL", "null", "NA", "nan", "NaN", "---", "\\N"})
_LINES_OF_A_ROW: Final = 50  # more than that is a mark left open rather than a long note
_CELL: Final = {sign: re.compile(rf'(?:"((?:[^"]|"")*)"|([^{sign}"]*))({sign}|$)') for sign in (",", ";", TAB)}

Cell = tuple[int, int]
"""Where a cell begins and ends in its line, its quotation marks left out."""


class Row:
    """One row: `row["Event Date"]` is that cell without the spaces around it, "" where it says None or is not there."""

    __slots__ = ("_columns", "_sign", "_texts", "head", "line")

    def __init__(self, line: Line, texts: Sequence[str], columns: Mapping[str, int], head: "Head") -> None:
        self.line = line
        self.head = head.text
        self._texts = texts
        self._columns = columns
        self._sign = head.sign

    def __getitem__(self, name: str) -> str:
        at = self._columns.get(name, -1)
        if at < 0 or at >= len(self._texts):
            return ""
        text = self._texts[at].strip()
        if text in _EMPTY:
            return ""
        return _unquoted(text) if '"' in text else text

    def needed(self, name: str) -> str:
        """A cell that must say something; BrokenDocument where it does not."""
        text = self[name]
        if not text:
            raise broken(f"{name} is empty")
        return text

    def values(self, name: str) -> list[str]:
        """The values of a cell that may hold several, parted by `;`; each "" where it says None."""
        text = self[name]
        parts = (part.strip() for part in text.split(";")) if text else ()
        return ["" if part in _EMPTY else part for part in parts]

    def place(self, first: str, last: str) -> Cell:
        """Where the words from column `first` to `last` stand; the whole row where nothing stands there."""
        begin, final = (self._columns.get(name, len(self._texts)) for name in (first, last))
        if max(begin, final) < len(self._texts):
            start, end = self._cell(begin)[0], self._cell(final)[1]
            text, aside = self.line.text[start:end], f" {TAB}{self._sign}"
            if text.strip(aside):
                return start + len(text) - len(text.lstrip(aside)), end - len(text) + len(text.rstrip(aside))
        return 0, len(self.line.text)

    def _cell(self, at: int) -> Cell:
        if self._sign != TAB:
            return cells(self.line.text, self._sign)[at]
        start, text = sum(map(len, self._texts[:at])) + at, self._texts[at]
        quoted = len(text) > 1 and text[0] == text[-1] == '"'
        return start + quoted, start + len(text) - quoted


def cells(text: str, sign: str) -> list[Cell]:
    """The cells of a line parted by `sign`, which may stand in quotation marks; BrokenDocument for a mark left open."""
    found: list[Cell] = []
    at = 0
    while True:
        match = _CELL[sign].match(text, at)
        if match is None:
            raise broken("a quotation mark is not closed, or stands inside a cell")
        found.append(match.span(1) if match.group(1) is not None else match.span(2))
        at = match.end()
        if not match.group(3):
            return found


def separator(head: str) -> str:
    """What parts the cells of a file that begins with `head`."""
    return max((TAB, ",", ";"), key=head.count)


def texts(text: str, sign: str) -> list[str]:
    """The cells of a line as text, which may still stand in quotation marks."""
    if sign == TAB:
        return text.split(TAB)
    return [text[start:end] for start, end in cells(text, sign)]


def _unquoted(text: str) -> str:
    whole = len(text) > 1 and text[0] == text[-1] == '"'
    return (text[1:-1] if whole else text).replace('""', '"').strip()


class Head:
    """The columns of a file, by the line `text` that names them; rows of one head are read alike.

    Rows that are one cell short are taken for rows without the column `spare`. Cells past the last column must be
    empty, or may say anything where `more` is true.
    """

    def __init__(self, text: str, names: Sequence[str], sign: str, *, spare: str = "", more: bool = False) -> None:
        self.text = text
        self.sign = sign
        self._more = more
        self._width = len(names)
        self._whole = {name: at for at, name in enumerate(names)}
        self._spared = {name: at for at, name in enumerate(name for name in names if name != spare)}

    @classmethod
    def of(cls, text: str, needed: Iterable[str], *, spare: str = "") -> "Head":
        """The head in a line of a file; BrokenDocument where a `needed` column is not among those that it names."""
        sign = separator(text)
        names = [_unquoted(cell) for cell in texts(text, sign)]
        while names and not names[-1]:
            names.pop()
        missing = [name for name in needed if name not in names]
        if missing:
            raise BrokenDocument(f"its first line does not name {', '.join(missing)}", mend="name the right --format")
        return cls(text, names, sign, spare=spare)

    def row(self, line: Line) -> Row:
        """A line of the file as a row; BrokenDocument where it has too many cells, or too few."""
        found = texts(line.text, self.sign)
        many, extra = len(found), found[self._width :]
        if many < self._width and many != len(self._spared):
            raise broken(f"{many} cells under {self._width} columns")
        if not self._more and any(map(str.strip, extra)):
            raise broken(f"{many} cells under {self._width} columns")
        return Row(line, found, self._whole if many >= self._width else self._spared, self)


def whole_rows(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines put together where a cell in quotation marks goes on over them; a mark left open joins nothing."""
    waiting: list[Line] = []
    for line in lines:
        waiting.append(line)
        yield from _released(waiting, last=False)
    yield from _released(waiting, last=True)


def _released(waiting: list[Line], *, last: bool) -> Iterator[Line]:
    """What of the waiting lines is whole; the first alone where too many would have to follow."""
    while waiting:
        closed = _closed(waiting)
        if not closed and not last and len(waiting) < _LINES_OF_A_ROW:
            return
        first, taken = waiting[0], closed or 1
        text = "\n".join(line.text for line in waiting[:taken])
        yield first if taken == 1 else first._replace(text=text)
        del waiting[:taken]


def _closed(waiting: list[Line]) -> int:
    """How many of the first lines have an even number of quotation marks together; 0 for none."""
    marks = 0
    for number, line in enumerate(waiting, 1):
        marks += line.text.count('"')
        if marks % 2 == 0:
            return number
    return 0
