"""`stateofplay evaluate`: how well a reader reads, against statements that a person made by hand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from stateofplay.app.cli.options import JsonOption, SetOption, reader_asked
from stateofplay.app.cli.terminal import aside, console, counted, print_json
from stateofplay.app.evaluating import Asked, evaluate_reader, evaluate_statements, evaluation_shape
from stateofplay.app.readers import READER, REGION
from stateofplay.reading.evaluation.agreement import levels_of
from stateofplay.reading.evaluation.evaluate import Evaluation
from stateofplay.reading.evaluation.mark import Mark
from stateofplay.reading.evaluation.score import Score

_DETAILS = ("type", "source", "target", "by", "holder", "status", "from", "to", "issue", "state", "likelihood")


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Files of hand-made statements, or folders.")],
    text: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR|FILE", help="Where documents stand, by default by GOLD.", show_default=False),
    ] = None,
    statements: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score the statements in FILE instead of reading.", show_default=False),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="Only lines of GOLD with this value.", show_default=False),
    ] = None,
    region: Annotated[str, typer.Option(metavar="NAME", help="Region whose names are known.")] = REGION,
    reader: Annotated[str, typer.Option(metavar="NAME", help="Who reads.")] = READER,
    set: SetOption = None,
    show: Annotated[bool, typer.Option("--show", help="List what is missed and what is false.")] = False,
    json: JsonOption = False,
) -> None:
    """Hold a reader to statements made by hand: precision, recall and F1 by level, kind, language and type.

    A line of GOLD is a statement by the guide, which names its document (`doc`: the text is `doc`.txt or a file whose
    name begins so), or a text of its own with its events. Each level asks for all that the levels before it ask for.

    \b
    stateofplay evaluate gold.jsonl --text articles/
    stateofplay evaluate cases/ja.jsonl --only half=open --show
    stateofplay evaluate gold.jsonl --statements theirs.jsonl --json
    """
    asked = Asked(gold=gold, texts=text or (), only=_fields(only or []))
    if statements is None:
        found, lost = evaluate_reader(asked, reader=reader_asked(reader, set), region=region)
    else:
        found, lost = evaluate_statements(asked, statements)
    if json:
        print_json(evaluation_shape(found, lost))
        return
    _print_scores(found)
    if show:
        _print_misses(found)
    if lost:
        aside().print(f"{counted(len(lost), 'quote')} of the gold not in its text: {escape(lost[0].quote)}")


def _fields(given: list[str]) -> dict[str, str]:
    wrong = [pair for pair in given if "=" not in pair]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]!r} is not FIELD=VALUE", param_hint="--only")
    return {name: value for name, _, value in (pair.partition("=") for pair in given)}


def _print_scores(found: Evaluation) -> None:
    for kind in found.kinds:
        languages = {language: found.by_language(kind, language) for language in found.languages}
        rows = {"all": found.by_kind(kind), **(languages if len(languages) > 1 else {})}
        console().print(_table(kind, rows, levels_of(kind)))
    if "event" in found.kinds:
        types = {type: found.by_type(type) for type in found.types}
        console().print(_table("event type", types, levels_of("event")[2:]))
    for kind in found.kinds:
        if found.calibration(kind):
            console().print(_calibration(found, kind))
    if not found.kinds:
        console().print("no statement in this gold")


def _table(head: str, rows: Mapping[str, Mapping[str, Score]], levels: tuple[str, ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in (head, "gold", "read"):
        table.add_column(column, justify="left" if column == head else "right")
    for level in levels:
        table.add_column(f"{level}\nP", justify="right")
        table.add_column("\nR", justify="right")
        table.add_column("\nF1", justify="right", style="bold")
    for name, scores in rows.items():
        counts = scores[levels[0]]
        cells = [cell for level in levels for cell in _shares(scores[level])]
        table.add_row(name, str(counts.gold), str(counts.read), *cells)
    return table


def _shares(score: Score) -> tuple[str, str, str]:
    return f"{score.precision:.2f}", f"{score.recall:.2f}", f"{score.f1:.3f}"


def _calibration(found: Evaluation, kind: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in (f"{kind}: confidence", "read", "stated", *(f"right\n{level}" for level in levels_of(kind))):
        table.add_column(column, justify="right")
    for band in found.calibration(kind):
        right = [f"{band.share(level):.2f}" for level in levels_of(kind)]
        table.add_row(f"{band.low:.1f}-{band.low + 0.1:.1f}", str(band.read), f"{band.stated:.2f}", *right)
    return table


def _print_misses(found: Evaluation) -> None:
    for kind in found.kinds:
        for pair in found.missed(kind):
            parts = levels_of(kind)[pair.held]
            console().print(f"missed ({parts})  {_line(pair.gold)}", markup=False, soft_wrap=True)
            if pair.read:
                console().print(f"    read  {_line(pair.read)}", markup=False, soft_wrap=True)
        for pair in found.false(kind):
            console().print(f"false  {_line(pair.read)}", markup=False, soft_wrap=True)


def _line(mark: Mark | None) -> str:
    """A statement on one line."""
    if mark is None:
        return ""
    told = (f"{name}={_plain(mark.said[name])}" for name in _DETAILS if mark.said.get(name))
    return f"{mark.doc} {mark.kind} {' '.join(told)}  {mark.quote}"


def _plain(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
