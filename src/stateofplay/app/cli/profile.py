"""`stateofplay actor`, `person`, `framework`, `issue`: what the region's data say on a day, and the record by then."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from stateofplay.app.cli.board_table import LANGUAGE
from stateofplay.app.cli.options import JsonlOption, JsonOption, KnownOption, OnOption, desk_at
from stateofplay.app.cli.terminal import console, counted, print_data, print_json
from stateofplay.app.shape import profile_shape
from stateofplay.board.facts import Facts, Holding, Noun
from stateofplay.board.profile import Profile
from stateofplay.day import Day
from stateofplay.knowledge.actor import display

ActorArgument = Annotated[str, typer.Argument(metavar="ACTOR", help="A state or actor, by id or any name.")]
PersonArgument = Annotated[str, typer.Argument(metavar="PERSON", help="A person, by id or any name.")]
FrameworkArgument = Annotated[str, typer.Argument(metavar="FRAMEWORK", help="A framework, by id or any name.")]
IssueArgument = Annotated[str, typer.Argument(metavar="ISSUE", help="An issue, by id or title.")]


def actor(
    context: typer.Context,
    name: ActorArgument,
    on: OnOption = None,
    known: KnownOption = None,
    json: JsonOption = False,
) -> None:
    """Show an actor on a day: names, who holds office, memberships, and what the record says of it by then.

    \b
    stateofplay actor KOR --on 2025-05-01
    """
    _one(context, Noun.ACTOR, name, on, known, json)


def person(
    context: typer.Context,
    name: PersonArgument,
    on: OnOption = None,
    known: KnownOption = None,
    json: JsonOption = False,
) -> None:
    """Show a person on a day: names, offices held and past, acts that name the person, and positions taken.

    \b
    stateofplay person 李在明 --on 2025-05-01
    """
    _one(context, Noun.PERSON, name, on, known, json)


def framework(
    context: typer.Context,
    name: FrameworkArgument,
    on: OnOption = None,
    known: KnownOption = None,
    json: JsonOption = False,
) -> None:
    """Show an alliance, treaty, dialogue or deal on a day: whether in force, members, promises and positions.

    \b
    stateofplay framework us-korea-mutual-defence-treaty
    """
    _one(context, Noun.FRAMEWORK, name, on, known, json)


def issue(
    context: typer.Context,
    name: IssueArgument,
    on: OnOption = None,
    known: KnownOption = None,
    json: JsonOption = False,
) -> None:
    """Show an issue on a day: what is at stake, the frameworks that concern it, and who stands where.

    \b
    stateofplay issue korean-denuclearisation --on 2025-09-01
    """
    _one(context, Noun.ISSUE, name, on, known, json)


def actors(
    context: typer.Context,
    on: OnOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List the actors of the region, each with its leader on a day.

    \b
    stateofplay actors --on 2025-05-01
    """
    _list(context, Noun.ACTOR, on, json, jsonl)


def persons(
    context: typer.Context,
    on: OnOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List the persons of the region, each with the offices held on a day.

    \b
    stateofplay persons --on 2025-05-01
    """
    _list(context, Noun.PERSON, on, json, jsonl)


def frameworks(
    context: typer.Context,
    on: OnOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List alliances, treaties, dialogues and deals, each with its state and members on a day.

    \b
    stateofplay frameworks --on 2025-05-01
    """
    _list(context, Noun.FRAMEWORK, on, json, jsonl)


def issues(
    context: typer.Context,
    on: OnOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List the issues on which the region's actors take positions.

    \b
    stateofplay issues --on 2025-05-01
    """
    _list(context, Noun.ISSUE, on, json, jsonl)


def _one(context: typer.Context, noun: Noun, name: str, *asked: object) -> None:
    on, known, json = asked
    profile = desk_at(context).profile(noun, name, on=on, known=known)  # type: ignore[arg-type]
    if json:
        print_json(profile_shape(profile))
    else:
        print_profile(profile, console())


def _list(context: typer.Context, noun: Noun, *asked: object) -> None:
    on, json, jsonl = asked
    found = desk_at(context).facts(noun, on=on)  # type: ignore[arg-type]
    if json or jsonl:
        print_data((facts.as_json() for facts in found), lines=bool(jsonl))
        return
    out = console()
    for facts in found:
        out.print(f"[bold]{facts.id}[/]  {escape(facts.title[LANGUAGE])}  [dim]{escape(_brief(facts))}[/]")


def print_profile(profile: Profile, out: Console) -> None:
    """The facts, then what the record says, each part under its head; parts without anything are left out."""
    facts = profile.facts
    out.print(f"[bold]{escape(facts.title[LANGUAGE])}[/]  {facts.id}  [dim]on {profile.on}[/]")
    for line in _lines(facts):
        out.print(f"  {escape(line)}", highlight=False)
    if profile.event_count:
        out.print(f"[bold]{counted(profile.event_count, 'event')}[/], the latest first")
    for event in profile.events:
        day = event.happened.iso if event.happened else "day not told"
        target = f" → {' '.join(event.target)}" if event.target else ""
        out.print(f"  {day}  {event.status.value}  {event.type}  {' '.join(event.source)}{target}", highlight=False)
        out.print(f"    {escape(event.tellings[0].quote)}", style="dim", highlight=False)
    for relation in profile.relations:
        out.print(
            f"  toward {relation.target}: {relation.score:+.1f}  ({counted(relation.count, 'event')})", highlight=False
        )
    for promise in profile.promises:
        step = promise.steps[-1]
        out.print(f"  promise {promise.state}: {' – '.join(promise.parties)}  [dim]{escape(step.quote)}[/]")
    for hit in profile.mentions.hits:
        out.print(f"  named {hit.published.iso if hit.published else 'day unknown'}  [dim]{escape(hit.text)}[/]")
    for position in profile.positions:
        for stand in position.stands:
            quote = escape(stand.sentences[0].quote)
            out.print(f"  position {position.holder} {stand.stance} {position.issue}  [dim]{quote}[/]")


def _lines(facts: Facts) -> Iterator[str]:
    if facts.description:
        yield facts.description[LANGUAGE]
    if facts.noun is Noun.FRAMEWORK:
        yield f"{facts.sort}, {facts.state or 'not there on this day'}; members: {' '.join(facts.members) or 'none'}"
    for variant, forms in facts.names.items():
        yield f"{variant}: {', '.join(forms)}"
    for holding in facts.offices:
        yield _held(holding, facts.noun is Noun.PERSON)
    for holding in facts.past:
        yield f"was {_held(holding, True)}"
    if facts.organisations:
        yield f"belongs to {' '.join(facts.organisations)}"
    if facts.members and facts.noun is Noun.ACTOR:
        yield f"members: {' '.join(facts.members)}"
    for id, state in facts.frameworks.items():
        yield f"{id}: {state}"


def _held(holding: Holding, of_person: bool) -> str:
    who = display(holding.actor, LANGUAGE) if of_person else holding.names[LANGUAGE]
    since = f" since {_written(holding.begins)}" if holding.begins else ""
    until = f" until {_written(holding.ends)}" if holding.ends else ""
    return f"{holding.titles[LANGUAGE]}: {who}{' (acting)' if holding.acting else ''}{since}{until}"


def _written(day: Day) -> str:
    """A day no narrower than known: 2024-01 for a month, 2024 for a year."""
    return (
        day.iso if day.precision in ("day", "span") else day.first.isoformat()[: 7 if day.precision == "month" else 4]
    )


def _brief(facts: Facts) -> str:
    """What a list says of each."""
    held = (f"{holding.titles[LANGUAGE]}, {holding.actor}" for holding in facts.offices)
    brief = {
        Noun.ACTOR: facts.offices[0].names[LANGUAGE] if facts.leader else "",
        Noun.PERSON: "; ".join(held) or facts.actor,
        Noun.FRAMEWORK: f"{facts.sort}, {facts.state or 'not there'}  {' '.join(facts.members)}",
        Noun.ISSUE: facts.description.get(LANGUAGE, ""),
    }
    return brief[facts.noun]
