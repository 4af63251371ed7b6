"""`stateofplay next`: what an actor may do next, how likely, and why, each reason with the sentences it rests on."""

from collections.abc import Iterator
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.markup import escape
from rich.text import Text

from stateofplay.app.cli.brief import Language
from stateofplay.app.cli.options import (
    JsonlOption,
    JsonOption,
    KnownOption,
    OnOption,
    day,
    desk_at,
    length,
)
from stateofplay.app.cli.terminal import console, near, print_json, print_lines
from stateofplay.app.shape import move_shape, outlook_shape
from stateofplay.board.sentence import Sentence
from stateofplay.brief.phrasing import Phrasing, phrasing, signed
from stateofplay.brief.reasoning import act, band, likelihood, share, told
from stateofplay.forecast.graph import Data
from stateofplay.forecast.move import Move
from stateofplay.forecast.outlook import Outlook
from stateofplay.forecast.reason import Reason

_SHOWN: Final = 10
"""Moves that a terminal shows unless asked for another number; data have all."""

_INDENT: Final = 11
"""Columns before the text of a reason, in which its weight stands."""

_QUOTED: Final = 2
"""Events of a reason of which a terminal quotes a sentence, the latest; data name all."""


def next(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="A", help="A state or actor, by id or name.")],
    toward: Annotated[
        str | None, typer.Option("--toward", metavar="B", help="Only what A does toward B.", show_default=False)
    ] = None,
    both: Annotated[bool, typer.Option("--both", help="With --toward: also what B does toward A.")] = False,
    within: Annotated[
        str, typer.Option("--within", metavar="DAYS", help="Length of the window: 7d, 30d, 12w.")
    ] = "30d",
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only acts of one event type.", show_default=False)
    ] = None,
    data: Annotated[
        Data, typer.Option(help="Events that count: told by sentences, of imported data, or both.")
    ] = Data.BOTH,
    on: OnOption = None,
    known: KnownOption = None,
    lang: Annotated[Language, typer.Option(help="Language of the sentences; quotes keep theirs.")] = Language.EN,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help=f"Moves to show, by default {_SHOWN}; data have all.")
    ] = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """Rank what A may do next within a window after a day: how likely, the naive baselines, and the reasons.

    Only what happened by --on, and was published by --known, is looked at. Each reason has its weight in log-odds and
    the sentences that it rests on. --both ranks what either side of a pair may do.

    \b
    stateofplay next KOR --toward JPN
    stateofplay next 南韓 --toward 美國 --both --within 90d --lang zh-Hant
    stateofplay next CHN --type MOBILIZE --on 2025-12-01 --known 2025-12-01 --json
    """
    if both and toward is None:
        raise typer.BadParameter("name the other side with --toward", param_hint="--both")
    outlook = desk_at(context).next(
        source, toward, day(on), day(known), both=both, within=length(within), type=type, data=data
    )
    if jsonl:
        print_lines(move_shape(move, outlook, lang.value) for move in outlook.moves[:limit])
    elif json:
        print_json(outlook_shape(outlook, lang.value, limit))
    else:
        print_outlook(outlook, limit or _SHOWN, phrasing(lang.value), console())


def print_outlook(outlook: Outlook, limit: int, words: Phrasing, out: Console) -> None:
    """What was asked and from what it is answered, then the moves with their reasons."""
    for line in heading(outlook, words):
        out.print(escape(line), style="dim")
    for rank, move in enumerate(outlook.moves[:limit], 1):
        print_move(rank, move, outlook, words, out)
    if (more := len(outlook.moves) - limit) > 0:
        out.print(words.label("next.more", n=more), style="dim")
    out.print(words.label("next.foot"), style="dim")


def heading(outlook: Outlook, words: Phrasing) -> Iterator[str]:
    """Whom it is about, from when to when, what it rests on, and what the calendar holds."""
    yield asked(outlook, words)
    yield rests(outlook, words)
    if outlook.thin:
        yield words.label("next.thin_all")
    for one in outlook.occasions:
        title, days = one.occasion.title(words.tag), words.day(one.days)
        yield words.label("next.occasion", title=title, days=days)


def print_move(rank: int, move: Move, outlook: Outlook, words: Phrasing, out: Console) -> None:
    """One move: how likely, what it is, the baselines, and the reasons for and against with their sentences."""
    thin = f"  [yellow]{escape(words.label('next.thin'))}[/]" if move.thin else ""
    likely, within = share(move.probability, words), band(move, words)
    out.print(f"{rank:>2}. [bold]{likely}[/]  [dim]{within}[/]  {escape(act(move, words))}{thin}", highlight=False)
    out.print(f"    {escape(baselines(move, words))}", style="dim", highlight=False)
    for reason in (*move.reasons, *move.against):
        for weight, text in told_lines(reason, move, outlook, words):
            print_beside(weight, text, out)


def print_beside(weight: str, text: Text, out: Console) -> None:
    """A text behind a weight; what does not fit on a line goes on under the text."""
    for line in text.wrap(out, max(20, out.width - _INDENT), overflow="fold"):
        line.rstrip()
        out.print(Text(f"{weight:>{_INDENT - 2}}  ") + line, highlight=False)
        weight = ""


def told_lines(reason: Reason, move: Move, outlook: Outlook, words: Phrasing) -> Iterator[tuple[str, Text]]:
    """A reason with its weight, and of each event that it rests on the sentence that tells it first."""
    yield signed(reason.weight, 2), Text(told(reason, move, words))
    for id in reason.events[-_QUOTED:]:
        for sentence in outlook.cited([id])[:1]:
            yield "", Text(cited(sentence, words), style="dim")


def asked(outlook: Outlook, words: Phrasing) -> str:
    """Whom an outlook is about, and for which days."""
    question = outlook.question
    form = "both" if question.both else "toward" if question.target else "alone"
    return words.label(
        f"next.asked.{form}",
        a=words.names([question.source]),
        b=words.names([question.target or ""]),
        first=outlook.first.isoformat(),
        last=outlook.last.isoformat(),
    )


def rests(outlook: Outlook, words: Phrasing) -> str:
    """From how many events the probabilities were reckoned, and how many of these concern who is asked about."""
    if not outlook.of_these:
        return words.label("next.rests_on_none", events=words.label("count.events", n=outlook.events))
    return words.label(
        "next.rests",
        events=words.label("count.events", n=outlook.events),
        begins=outlook.begins.isoformat() if outlook.begins else "",
        on=outlook.on.isoformat(),
        these=words.label("count.events", n=outlook.of_these),
    )


def baselines(move: Move, words: Phrasing) -> str:
    """The word for the probability, and the three naive forecasts of the same act."""
    return words.label(
        "next.baselines",
        likelihood=likelihood(move.probability, words),
        base=share(move.base_rate, words),
        recurrence=share(move.recurrence, words),
        no_change=share(move.no_change, words),
    )


def cited(sentence: Sentence, words: Phrasing) -> str:
    """The words of a document, who says them when, and the statement."""
    # A row of event data is parted by tabs, which a terminal would spread over lines.
    quote = words.quote(" ".join(sentence.quote.split()), sentence.language).text
    published = sentence.published.isoformat() if sentence.published else words.label("note.undated")
    return f"{quote} {sentence.publisher or near(sentence.path)}, {published}  {sentence.statement}"
