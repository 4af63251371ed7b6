"""How a command ends when it does not end well: one helpful line and the right exit code, never a traceback of ours.

0 all well, 1 our fault, 2 yours, 3 partly done, 130 interrupted. An error that nobody foresaw is the exception: its
traceback is what a report needs.
"""

import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

import typer
from rich.markup import escape

from stateofplay.app.cli.terminal import aside
from stateofplay.errors import OurFault, StateOfPlayError

INTERRUPTED: Final = 130
REPORT: Final = "This is our fault, not yours. Please report it with the command that you gave and these lines."


def guarded(work: Callable[[], Any]) -> Any:
    """What `work` gives; ends the command with its exit code where that raises an error of the package.

    Interrupting is quiet, and so is a reader of our output that has seen enough (`stateofplay events | head`).
    """
    try:
        result = work()
        sys.stdout.flush()
    except StateOfPlayError as error:
        tell(error)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        aside().print("interrupted; what was recorded before is in the record")
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        # Without this, Python would complain once more when it closes the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from error
    return result


def tell(error: StateOfPlayError) -> None:
    """Say on standard error what was wrong, where, and what to do."""
    place = f"{escape(error.where)}: " if error.where else ""
    out = aside()
    out.print(f"[bold red]error:[/bold red] {place}{escape(error.what)}", soft_wrap=True)
    for problem in getattr(error, "problems", ()):
        out.print(f"  {escape(problem)}", soft_wrap=True)
    if error.mend:
        out.print(f"  try: {escape(error.mend)}", soft_wrap=True)
    if isinstance(error, OurFault):
        out.print(REPORT, soft_wrap=True)


def unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show an error that nobody foresaw, and say whose fault it is."""
    sys.__excepthook__(kind, error, trace)
    aside().print(REPORT, soft_wrap=True)
