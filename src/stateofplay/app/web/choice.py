"""A choice: a field above a ledger that keeps what concerns one actor, or is in one state; empty keeps everything."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from stateofplay.app.desk import Desk
from stateofplay.app.web.visit import Visit
from stateofplay.knowledge.actor import display

PAIR: Final = ("actor", "other")
"""Parameters of the address that keep one actor, or two who both take part."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """What can be chosen: `value` goes into the address, `text` is shown."""

    value: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """`name` is the parameter of the address, `label` a text of the page, `value` what is chosen, "" for all."""

    name: str
    label: str
    value: str
    options: tuple[Option, ...]


def asked_pair(desk: Desk, visit: Visit) -> tuple[str, ...]:
    """The actors that an address asks for by id or any name, none to two; NotFound for what names none."""
    return tuple(desk.actor(visit.query[name]) for name in PAIR if name in visit.query)


def pair_choices(visit: Visit, asked: tuple[str, ...], actors: Iterable[str]) -> tuple[Choice, ...]:
    """The fields for an actor and another, of those who appear in the ledger."""
    known = {*actors, *asked}
    options = sorted(
        (Option(value=id, text=display(id, visit.words.tag)) for id in known), key=lambda option: option.text
    )
    values = (*asked, "", "")
    return tuple(
        Choice(name=name, label=visit.words(f"choice.{name}"), value=value, options=tuple(options))
        for name, value in zip(PAIR, values, strict=False)
    )


def choice(visit: Visit, name: str, label: str, options: Iterable[tuple[str, str]]) -> Choice:
    """A field of any other kind: `options` are values with their texts; a value that is none of them chooses all."""
    found = tuple(Option(value=value, text=text) for value, text in options)
    asked = visit.query.get(name, "")
    return Choice(
        name=name, label=label, value=asked if any(option.value == asked for option in found) else "", options=found
    )
