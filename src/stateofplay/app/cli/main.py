"""The command line: `stateofplay COMMAND`, a thin door to the desk."""

import sys
from typing import Annotated

import typer

import stateofplay
from stateofplay.app.cli.asked import RecordOption, SureOption, take
from stateofplay.app.cli.commands import Commands
from stateofplay.app.cli.fault import unforeseen
from stateofplay.app.cli.terminal import speak_utf8

app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode="rich", pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"stateofplay {stateofplay.__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    record: RecordOption = None,
    sure: SureOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads foreign-policy news in Chinese, English, Japanese and Korean, and shows the state of play between states.

    Start with the bundled dossier, then with documents of your own:

    \b
    stateofplay demo
    stateofplay read articles/
    stateofplay board
    stateofplay board --on 2025-09-01 --between KOR,JPN
    """
    del version
    take(context, record=record, sure=sure)


def run() -> None:
    """Entry point of the command `stateofplay`."""
    sys.excepthook = unforeseen
    speak_utf8()
    app(prog_name="stateofplay")
