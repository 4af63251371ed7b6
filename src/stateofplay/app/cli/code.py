"""`stateofplay code`: texts from standard input, their events to standard output, and nothing recorded."""

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from stateofplay.app.cli.terminal import aside, counted, print_lines
from stateofplay.app.coding import Types, code_lines
from stateofplay.app.readers import READER, REGION, opener_of

PARTLY = 3


def code(
    region: Annotated[str, typer.Option(metavar="NAME", help="Region whose names are known.")] = REGION,
    reader: Annotated[str, typer.Option(metavar="NAME", help="Who reads.")] = READER,
    types: Annotated[Types, typer.Option(help="The 16 types of PLOVER, or all: TRANSITION too.")] = Types.PLOVER,
) -> None:
    """Code events: JSON lines in, one line per event out. Nothing is recorded.

    In: {"id", "text", "published"?, "language"?}. Out: {"id", "type", "source", "target", "from", "to", "status",
    "quote", "people", "why"}; a text without an event gives one line with "type": null. Exit code 3: some line was
    not of this form; its answer says why.

    Sentences are coded to PLOVER, as other coders do and as gold standards of sentences are made. A change of leader or
    government, our one type beyond it, is left out unless asked for with --types all; the record always has it. As the
    codebook has it, a deed that is only announced is the promise (AGREE) or the threat of it (THREATEN), a domestic act
    has its state on both sides, and a ban at home is coercion; --types all gives each event as the record has it.

    \b
    stateofplay code < texts.jsonl > events.jsonl
    """
    faults = Faults(code_lines(sys.stdin, opener_of(reader)(region), types))
    print_lines(faults)
    if faults.count:
        aside().print(f"{counted(faults.count, 'line')} could not be read")
        raise typer.Exit(PARTLY)


class Faults:
    """Passes answers on and counts those with an error."""

    def __init__(self, answers: Iterable[dict[str, Any]]) -> None:
        self._answers = answers
        self.count = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for answer in self._answers:
            self.count += "error" in answer
            yield answer
