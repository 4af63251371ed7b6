"""What every command over a record may be asked, before its name or after it: which record, and what of it counts."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

RecordOption = Annotated[
    Path | None,
    typer.Option("--record", metavar="DIR", help="Folder of the record, by default record.", show_default=False),
]
SureOption = Annotated[
    float | None,
    typer.Option(
        "--sure",
        metavar="P",
        help="Count only events and promises read with a confidence of P or more, 0 to 1; by default all.",
        show_default=False,
    ),
]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What every command over a record is asked: where the record is, and how sure what counts must be."""

    record: Path = Path("record")
    sure: float = 0.0


def take(context: Any, **given: Any) -> None:
    """Take what was given of the options of all commands, before the command or after it; the last one holds."""
    before = context.obj or Asked()
    context.obj = replace(before, **{name: value for name, value in given.items() if value is not None})


def asked_of(context: typer.Context) -> Asked:
    """What the command is asked of its record."""
    asked: Asked = context.obj
    return asked
