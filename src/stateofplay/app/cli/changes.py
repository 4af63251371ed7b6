"""`stateofplay changes`: what moved on the board and in the ledgers since a day, and the sentences that moved it."""

from typing import Annotated, Final

import typer
from rich.console import Console
from rich.markup import escape

from stateofplay.app.cli.board_table import LANGUAGE, signed
from stateofplay.app.cli.options import (
    JsonlOption,
    JsonOption,
    KnownOption,
    OnOption,
    day,
    desk_at,
)
from stateofplay.app.cli.promises import line
from stateofplay.app.cli.terminal import console, counted, print_json, print_lines
from stateofplay.app.readers import REGION
from stateofplay.app.shape import changes_shape, event_shape
from stateofplay.board.change import Changes, MovedDisagreement, MovedPosition, MovedPromise, MovedRelation
from stateofplay.board.positions import issue_title
from stateofplay.board.relation import Relation
from stateofplay.knowledge.region import merged

_DRIVERS: Final = 3
"""Events named under a relation in the terminal; data have those of `drivers` in the weights."""

_EVENTS: Final = 20
"""Events told since that the terminal lists; data have all."""


def changes(
    context: typer.Context,
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="Day to compare with, as published by then.")],
    on: OnOption = None,
    known: KnownOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """Show what moved since a day, and what moved it: relations, promises, positions, disagreements, new events.

    The earlier state is what one could have said on that day, by what had been published by then.

    \b
    stateofplay changes --since 2025-12-01
    stateofplay changes --since 2025-08-01 --on 2025-09-01 --known 2025-09-01 --json
    """
    found = desk_at(context).changes(since, day(on), day(known))
    if jsonl:
        print_lines(moved.as_json() for moved in found.moved)
        print_lines({"kind": "event", **event_shape(event)} for event in found.events)
    elif json:
        print_json(changes_shape(found))
    else:
        print_changes(found, console())


def print_changes(found: Changes, out: Console) -> None:
    """Everything that moved, kind by kind, each with the sentences that moved it."""
    known = f"as published by {found.known}" if found.known else "as published so far"
    out.print(f"[bold]From {found.since}, as published by then, to {found.on}[/], {known}", highlight=False)
    for relation in found.relations:
        print_relation(relation, out)
    for promise in found.promises:
        print_promise(promise, out)
    for position in found.positions:
        print_position(position, out)
    for disagreement in found.disagreements:
        print_disagreement(disagreement, out)
    print_events(found, out)


def print_relation(moved: MovedRelation, out: Console) -> None:
    """A relation: score before and after, and the events that moved it most."""
    beyond = "  beyond its band" if moved.beyond_band else ""
    out.print(
        f"[bold]relation[/]  {moved.after.source} → {moved.after.target}  {_score(moved.before)} → "
        f"{_score(moved.after)}  ({signed(moved.change)}){beyond}",
        highlight=False,
    )
    for driver in moved.drivers[:_DRIVERS]:
        event = driver.event
        when = event.happened.iso if event.happened else "day unknown"
        out.print(f"  {driver.change:+.2f}  {driver.how}  {when}  {event.type}  {event.id}", highlight=False)
        out.print(f"    {escape(driver.telling.quote)}", style="dim", highlight=False)


def _score(relation: Relation) -> str:
    """The score, or what the board shows where there is none: a dot for no event."""
    return signed(relation.score) if relation.count else "·"


def print_promise(moved: MovedPromise, out: Console) -> None:
    """A promise: its state before and now, and the steps since."""
    before = f"{moved.before} → " if moved.before else "new: "
    parties = " – ".join(moved.promise.parties)
    out.print(
        f"[bold]promise[/]  {parties}  {before}{moved.promise.state}  [dim]{moved.promise.id}[/]", highlight=False
    )
    for step in moved.steps:
        out.print(f"  {line(step)}", highlight=False)
        out.print(f"    {escape(step.quote)}", style="dim", highlight=False)


def print_position(moved: MovedPosition, out: Console) -> None:
    """A position: its stance before and now, and a sentence for each stand of now."""
    before = ", ".join(dict.fromkeys(stand.stance for stand in moved.before)) or "blank"
    title = issue_title(moved.position.issue, merged(REGION, "world"), LANGUAGE)
    out.print(
        f"[bold]position[/]  {moved.position.holder}  {escape(title)}  {before} → {moved.position.stance}",
        highlight=False,
    )
    for stand in moved.position.stands:
        out.print(f"    {escape(stand.sentences[0].quote)}", style="dim", highlight=False)


def print_disagreement(moved: MovedDisagreement, out: Console) -> None:
    """A disagreement: whether it is new or settled, and what each side says."""
    one = moved.disagreement
    who = " ".join(one.source) + (f" → {' '.join(one.target)}" if one.target else "")
    says = " / ".join(side.says for side in one.sides)
    out.print(
        f"[bold]disagreement[/]  {moved.how}  {one.about}  {one.type}  {who}  {escape(says)}  [dim]{one.id}[/]",
        highlight=False,
    )
    for side in one.sides:
        out.print(f"    {escape(side.sentences[0].quote)}", style="dim", highlight=False)


def print_events(found: Changes, out: Console) -> None:
    """The events first told since, the latest of them last."""
    out.print(f"[bold]{counted(len(found.told), 'event')} first told since[/]", highlight=False)
    for event in found.events[-_EVENTS:]:
        when = event.happened.iso if event.happened else "day unknown"
        who = " ".join(event.source) + (f" → {' '.join(event.target)}" if event.target else "")
        out.print(f"  {when}  {event.type}  {who}  {event.status.value}  {event.id}", highlight=False)
        out.print(f"    {escape(event.tellings[0].quote)}", style="dim", highlight=False)
    if len(found.told) > _EVENTS:
        out.print(f"  and {len(found.told) - _EVENTS} before: --json prints all", style="dim")
