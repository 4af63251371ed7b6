"""A relation in a terminal: both directions, and under each the events behind it, each opened to its first sentence."""

from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from stateofplay.app.cli.board_table import LANGUAGE, score, signed, style, title
from stateofplay.app.cli.terminal import counted, near
from stateofplay.board.board import Board
from stateofplay.board.relation import Relation, Weighed
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.event_type import event_types

_SHOWN: Final = 25
_NOTHING: Final = 0.005
"""Share of a score that shows as 0.00: such events are counted, not listed, unless there is nothing else."""


def print_relations(board: Board, relations: tuple[Relation, ...], out: Console, *, events: int = _SHOWN) -> None:
    """Print `relations` of `board`, each with at most `events` events."""
    out.print(title(board))
    for relation in relations:
        out.print()
        out.print(head(board, relation), soft_wrap=True)
        shown = weightiest(relation.events, events)
        for weighed in shown:
            print_event(weighed, out)
        if lesser := len(relation.events) - len(shown):
            out.print(f"  and {counted(lesser, 'lesser event')}: --json prints all", style="dim")


def weightiest(events: tuple[Weighed, ...], many: int) -> tuple[Weighed, ...]:
    """Up to `many` of `events` that move the score to two digits; the first where none does."""
    return tuple(weighed for weighed in events[:many] if abs(weighed.contribution) >= _NOTHING) or events[:1]


def head(board: Board, relation: Relation) -> Text:
    """The numbers of a relation, in one line."""
    if not relation.count:
        return Text.assemble(_pair(relation), f"no event by {relation.on}")
    changes = ", ".join(f"{signed(change)} in {days} days" for days, change in relation.trend.items())
    numbers = (relation.count, "event"), (relation.tellings, "telling"), (relation.sources, "source")
    behind = ", ".join(counted(number, noun) for number, noun in numbers)
    few = " · too few sources" if relation.few_sources else ""
    return Text.assemble(
        _pair(relation),
        score(relation),
        f" band {signed(relation.low)} … {signed(relation.high)} ({board.weights.band:.0%})",
        f" · {relation.direction} ({changes})",
        f" · {behind}",
        (few, "bold"),
    )


def print_event(weighed: Weighed, out: Console) -> None:
    """Print an event: its share of the score, day, type, status and tellings; the first telling's quote and place."""
    event = weighed.event
    telling = event.tellings[0]
    day = event.happened.iso if event.happened else "day unknown"
    told = f"told {len(event.tellings)} times" if len(event.tellings) > 1 else "told once"
    disputed = " · disputed" if event.disputed else ""
    out.print(
        Text.assemble(
            (f"  {weighed.contribution:+.2f}", style(weighed.contribution)),
            f"  {day}  ",
            (event.type, "bold"),
            f"  {' '.join(event.source)} {_arrow(event.type)} {' '.join(event.target)}".rstrip(" →↔"),
            f"  {event.status.value}{disputed} · {told} · {event.id}",
        ),
        soft_wrap=True,
    )
    out.print(Padding(Text(telling.quote), (0, 0, 0, 9), expand=False))
    where = f"{near(telling.path)}, published {telling.published.iso if telling.published else 'on an unknown day'}"
    out.print(Padding(Text(where, style="dim"), (0, 0, 0, 9), expand=False))


def _arrow(type: str) -> str:
    """Both ways for an act that counts in both directions, whoever is named first."""
    return "↔" if type in event_types() and event_types()[type].mutual else "→"


def _pair(relation: Relation) -> Text:
    source, target = (f"{display(actor, LANGUAGE)} ({actor})" for actor in (relation.source, relation.target))
    return Text(f"{source} → {target}  ", style="bold")
