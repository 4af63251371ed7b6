"""The reference of all commands, written from the commands themselves; run as a script it writes docs/commands.md."""

import re
from pathlib import Path
from typing import Any

import typer
import typer.main

from stateofplay.app.cli.main import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# Commands

Written by `scripts/write_commands.py` from the commands themselves. Before the command stand the options of all:
`stateofplay [--record DIR] [--sure P] COMMAND`. Exit codes: 0 all well, 1 our fault, 2 yours, 3 partly done.
"""


def page() -> str:
    """The whole page, commands in the order of help."""
    group = typer.main.get_command(app)
    context = typer.Context(group)
    return HEAD + "".join(section(name, group.get_command(context, name)) for name in group.list_commands(context))


def section(name: str, command: Any) -> str:
    """One command: what it does, its arguments and options."""
    rows = [row(parameter) for parameter in command.params if not getattr(parameter, "hidden", False)]
    table = "\n| argument or option | meaning | unless given |\n|---|---|---|\n" + "".join(rows) if rows else ""
    return f"\n## stateofplay {name}\n\n{prose(command.help or '')}\n{table}"


def prose(text: str) -> str:
    """Help as Markdown: a paragraph that help keeps line by line is a block of code."""
    parts = [part.strip("\n") for part in re.split(r"\n\s*\n", text.strip())]
    return "\n\n".join(f"```sh\n{part[1:].strip()}\n```" if part.startswith("\b") else plain(part) for part in parts)


def plain(text: str) -> str:
    """Text without the marks of the terminal's markup."""
    return re.sub(r"\[/?(?:bold|italic|dim|green|red)\]", "", text)


def row(parameter: Any) -> str:
    """One parameter as a row of the table."""
    shown = parameter.metavar or parameter.name.upper()
    option = parameter.param_type_name == "option"
    takes_value = option and not parameter.is_flag
    spelled = ", ".join([*parameter.opts, *parameter.secondary_opts])
    name = spelled + (f" {shown}" if takes_value else "") if option else shown
    default = parameter.default if isinstance(parameter.default, str | int) and takes_value else ""
    cells = (f"`{name}`", plain(getattr(parameter, "help", None) or ""), f"`{default}`" if default != "" else "")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
