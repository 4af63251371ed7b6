"""`stateofplay check`: whether the record on disk keeps its promises; each that it does not keep is named."""

import typer

from stateofplay.app.cli.options import JsonOption, desk_at
from stateofplay.app.cli.terminal import console, print_json
from stateofplay.errors import RecordDamaged


def check(context: typer.Context, json: JsonOption = False) -> None:
    """Check the record: every file whole, every id true to its content, every quote at its place.

    Exit code 0: sound. 1: it is not; every problem is listed with what to do. What an earlier version wrote by the
    rules that it had is listed too, and is no damage.

    \b
    stateofplay check
    """
    desk = desk_at(context)
    problems = desk.check()
    damaged = any(problem.damage for problem in problems)
    if json:
        print_json([vars(problem) for problem in problems])
    else:
        for problem in problems:
            console().print(str(problem), markup=False, soft_wrap=True)
        if not damaged:
            console().print(f"sound: {desk.record.folder}", markup=False, soft_wrap=True)
    if damaged:
        raise typer.Exit(RecordDamaged.exit_code)
