"""A table is read row by row: each becomes a telling or is reported by file and line, and none stops the others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from stateofplay.errors import DocumentError
from stateofplay.exchange.incoming.line import Line
from stateofplay.exchange.incoming.row import TAB, Head, Row, whole_rows
from stateofplay.exchange.incoming.telling import Telling, broken, unread
from stateofplay.record.addition import Unread

Tell = Callable[[Row], Telling]


@dataclass(frozen=True, kw_only=True)
class Table:
    """How files of a format with a head are read: the columns that its head must name, and what a row tells.

    `spare` is a column that some files name in their head and do not fill.
    """

    needed: Sequence[str]
    tell: Tell
    spare: str = ""

    def read(self, lines: Iterator[Line]) -> Iterator[Telling | Unread]:
        """The rows of one file; Unread for the whole file where its first line is no head of this format."""
        first = next((line for line in lines if line.text.strip()), None)
        if first is None:
            return
        try:
            head = Head.of(first.text, self.needed, spare=self.spare)
        except DocumentError as error:
            yield Unread.file(first.path, error)
            return
        rows = lines if head.sign == TAB else whole_rows(lines)
        for line in rows:
            yield from told(line, lambda line: self.tell(head.row(line)))


def told(line: Line, tell: Callable[[Line], Telling]) -> Iterator[Telling | Unread]:
    """What a row tells, nothing for an empty line; where several lines were put together in vain, each by itself."""
    if not (line.text.strip() or line.fault):
        return
    try:
        if line.fault:
            raise broken(line.fault)
        yield tell(line)
    except DocumentError as error:
        alone = line.text.split("\n")
        if len(alone) == 1:
            yield unread(line, error)
            return
        for at, text in enumerate(alone):
            yield from told(line._replace(number=line.number + at, text=text), tell)
