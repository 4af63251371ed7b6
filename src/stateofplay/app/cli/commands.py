"""The commands by name, each in a module that is loaded when it is asked for, so that every command starts fast."""

from functools import cache
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup

from stateofplay.app.cli.fault import guarded

MODULES: Final[dict[str, str]] = {
    "demo": "demo",
    "read": "read",
    "code": "code",
    "board": "board",
    "events": "listing",
    "statements": "listing",
    "documents": "listing",
    "check": "check",
    "serve": "serve",
}
"""Command → module beside this one that has a function of its name."""


class Commands(TyperGroup):
    """The group of all commands: loads the module of a command on first use, and ends every command well."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of help."""
        del ctx
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command; None for an unknown name."""
        del ctx
        return command(cmd_name) if cmd_name in MODULES else None

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        return guarded(lambda: super(Commands, self).invoke(ctx))


@cache
def command(name: str) -> Any:
    """The command called `name`."""
    module = import_module(f"stateofplay.app.cli.{MODULES[name]}")
    alone = typer.Typer(add_completion=False, rich_markup_mode="rich")
    alone.command(name=name)(getattr(module, name))
    return typer.main.get_command(alone)
