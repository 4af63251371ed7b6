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

    __slots__ = ("_cells", "_columns", "head", "line")

    def __init__(self, line: Line, cells: Sequence[Cell], columns: Mapping[str, int], head: str) -> None:
        self.line = line
        self.head = head
        self._cells = cells
        self._columns = columns

    def __getitem__(self, name: str) -> str:
        at = self._columns.get(name, -1)
        if at < 0 or at >= len(self._cells):
            return ""
        start, end = self._cells[at]
        text = self.line.text[start:end].strip()
        return "" if text in _EMPTY else text.replace('""', '"')

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
        begin, final = (self._columns.get(name, len(self._cells)) for name in (first, last))
        if max(begin, final) < len(self._cells):
            start, end = self._cells[begin][0], self._cells[final][1]
            text = self.line.text[start:end]
            if text.strip():
                return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        return 0, len(self.line.text)


def cells(text: str, sign: str) -> list[Cell]:
    """The cells of a line parted by `sign`, which may stand in quotation marks; BrokenDocument for a mark left open."""
    if sign == TAB:
        return _parted(text)
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


def _parted(text: str) -> list[Cell]:
    found: list[Cell] = []
    start = 0
    for cell in text.split(TAB):
        end = start + len(cell)
        quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
        found.append((start + quoted, end - quoted))
        start = end + 1
    return found


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
        names = [text[start:end].strip() for start, end in cells(text, sign)]
        while names and not names[-1]:
            names.pop()
        missing = [name for name in needed if name not in names]
        if missing:
            raise BrokenDocument(f"its first line does not name {', '.join(missing)}", mend="name the right --format")
        return cls(text, names, sign, spare=spare)

    def row(self, line: Line) -> Row:
        """A line of the file as a row; BrokenDocument where it has too many cells, or too few."""
        found = cells(line.text, self.sign)
        extra = found[self._width :]
        if len(found) < self._width and len(found) != len(self._spared):
            raise broken(f"{len(found)} cells under {self._width} columns")
        if extra and not self._more and any(line.text[start:end].strip() for start, end in extra):
            raise broken(f"{len(found)} cells under {self._width} columns")
        return Row(line, found, self._whole if len(found) >= self._width else self._spared, self.text)


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
