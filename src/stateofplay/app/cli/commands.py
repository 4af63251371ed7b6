"""The commands by name, each in a module that is loaded when it is asked for, so that every command starts fast."""

import ast
from functools import cache
from importlib import import_module
from inspect import signature
from keyword import iskeyword
from pathlib import Path
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from stateofplay.app.cli.asked import RecordOption, SureOption, take
from stateofplay.app.cli.fault import guarded

MODULES: Final[dict[str, str]] = {
    "demo": "demo",
    "read": "read",
    "import": "import_",
    "code": "code",
    "board": "board",
    "events": "listing",
    "statements": "listing",
    "promises": "promises",
    "forecasts": "forecasts",
    "positions": "positions",
    "disagreements": "disagreements",
    "changes": "changes",
    "next": "next",
    "forecast": "forecast",
    "replay": "replay",
    "brief": "brief",
    "documents": "listing",
    "search": "search",
    **dict.fromkeys(("actor", "person", "framework", "issue"), "profile"),
    **dict.fromkeys(("actors", "persons", "frameworks", "issues"), "profile"),
    "review": "review",
    "reviews": "review",
    "export": "export",
    "check": "check",
    "evaluate": "evaluate",
    "serve": "serve",
}
"""Command → module beside this one that has a function of its name, with `_` behind it where Python has that word."""


class Commands(TyperGroup):
    """The group of all commands: loads the module of a command on first use, and ends every command well."""

    _listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of help."""
        del ctx
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command; None for an unknown name."""
        del ctx
        if cmd_name not in MODULES:
            return None
        return listed(cmd_name) if self._listing else command(cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help of the group, which lists the commands without loading them."""
        self._listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._listing = False

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        return guarded(lambda: super(Commands, self).invoke(ctx))


@cache
def command(name: str) -> Any:
    """The command called `name`."""
    module = import_module(f"stateofplay.app.cli.{MODULES[name]}")
    alone = typer.Typer(add_completion=False, rich_markup_mode="rich")
    function = getattr(module, function_of(name))
    alone.command(name=name)(function)
    made = typer.main.get_command(alone)
    if "context" in signature(function).parameters:
        made.params += _of_all()
    return made


def _of_all() -> list[Any]:
    """The options of every command over a record, which may stand before it too."""

    def all_commands(record: RecordOption = None, sure: SureOption = None) -> None: ...

    alone = typer.Typer(add_completion=False, rich_markup_mode="rich")
    alone.command()(all_commands)
    params = [option for option in typer.main.get_command(alone).params if option.name in ("record", "sure")]
    for option in params:
        option.expose_value = False
        option.callback = lambda context, option, value: take(context, **{option.name: value})
    return params


def function_of(name: str) -> str:
    """Name of the function of a command: `import_` for `import`.

    >>> function_of("import"), function_of("read")
    ('import_', 'read')
    """
    return f"{name}_" if iskeyword(name) else name


def listed(name: str) -> TyperCommand:
    """A command as help lists it: with its docstring, read from the source rather than by loading what it needs."""
    source = Path(__file__).with_name(f"{MODULES[name]}.py").read_text(encoding="utf-8")
    functions = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    doc = next(ast.get_docstring(function) for function in functions if function.name == function_of(name))
    return TyperCommand(name, help=(doc or "").partition("\n")[0], rich_markup_mode="rich")
