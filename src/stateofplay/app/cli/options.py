"""Options that several commands share, each under one name and with one meaning."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Final

import typer

from stateofplay.app.cli.asked import asked_of
from stateofplay.app.cli.terminal import aside
from stateofplay.app.desk import Desk, open
from stateofplay.app.given import day_of
from stateofplay.app.readers import LLM, Opener
from stateofplay.reading.llm.reader import opener_with

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON value instead of text.")]
JsonlOption = Annotated[bool, typer.Option("--jsonl", help="Print JSON, one value per line.")]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="Day to show, by default the last publication day.", show_default=False),
]
KnownOption = Annotated[
    str | None,
    typer.Option("--known", metavar="DAY", help="Only what was published by DAY, by default all.", show_default=False),
]
BetweenOption = Annotated[
    str | None,
    typer.Option("--between", metavar="A,B", help="Two states or actors, by id or name.", show_default=False),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="A setting of the reader llm, as STATEOFPLAY_LLM_NAME in the environment.",
        show_default=False,
    ),
]

WithinOption = Annotated[
    str, typer.Option("--within", metavar="DAYS", help="Lengths of the windows, parted by commas: 7d, 30d, 12w.")
]

_LENGTH: Final = re.compile(r"(\d{1,4})\s*([dw]?)")
_IN_DAYS: Final = {"": 1, "d": 1, "w": 7}


def desk_at(context: typer.Context, *, create: bool = False) -> Desk:
    """The desk over the record that was named; NotFound where there is none and `create` is false."""
    asked = asked_of(context)
    desk = open(asked.record, create=create, sure=asked.sure)
    if asked.sure:
        aside().print(f"of events and promises, those read with a confidence of {asked.sure:g} or more count")
    return desk


def reader_asked(name: str, settings: list[str] | None) -> str | Opener:
    """The reader called `name`, opened with `settings` where any are given; a usage error where it takes none."""
    if not settings:
        return name
    wrong = [text for text in settings if "=" not in text]
    if name != LLM or wrong:
        raise typer.BadParameter("settings are NAME=VALUE, for --reader llm", param_hint="--set")
    opener: Opener = opener_with({key: value for key, _, value in (text.partition("=") for text in settings)})
    return opener


def day(text: str | None) -> date | None:
    """The day that an option gives; None where it was not given."""
    return day_of(text)


def pair(text: str | None, resolve: Callable[[str], str], option: str = "--between") -> tuple[str, str] | None:
    """The two actors that an option names; a usage error unless there are two different ones."""
    if text is None:
        return None
    actors = [resolve(part.strip()) for part in text.replace("，", ",").split(",") if part.strip()]
    if len(actors) != 2 or actors[0] == actors[1]:
        raise typer.BadParameter(f"{text!r} is not two states or actors; write KOR,JPN", param_hint=option)
    return actors[0], actors[1]


def length(text: str, option: str = "--within") -> int:
    """The days of a stretch written as `30d`, `30` or `4w`; a usage error of `option` for anything else.

    >>> length("30d"), length("4w")
    (30, 28)
    """
    match = _LENGTH.fullmatch(text.strip().lower())
    if match is None or not int(match[1]):
        raise typer.BadParameter(f"{text!r} is no length of time; write 30d or 4w", param_hint=option)
    return int(match[1]) * _IN_DAYS[match[2]]


def lengths(text: str) -> tuple[int, ...]:
    """The days of several stretches parted by commas, each once, shortest first."""
    return tuple(sorted({length(part) for part in text.replace("，", ",").split(",")}))
