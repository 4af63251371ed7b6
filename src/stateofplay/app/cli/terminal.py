"""The terminal: data and tables go to standard output, everything else to standard error; colour only on a terminal."""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

_WIDE = 160
"""Columns assumed where output goes to a file or pipe, so that no table is cut to the width of a terminal not there."""


class Out(Console):
    """A console that leaves it to the command what to do when nobody reads any more."""

    def on_broken_pipe(self) -> None:
        """Say so."""
        raise BrokenPipeError


def console() -> Console:
    """Console for tables and text."""
    return Out(width=None if sys.stdout.isatty() else _WIDE, highlight=False, emoji=False)


def aside() -> Console:
    """Console on standard error, for progress, summaries beside data, and errors."""
    return Console(stderr=True, width=None if sys.stderr.isatty() else _WIDE, highlight=False, emoji=False)


def speak_utf8() -> None:
    """Read and print UTF-8 whatever the locale; what is no text is escaped, so that no quote stops a listing."""
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def print_json(value: Any) -> None:
    """One JSON value, indented."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_lines(values: Iterable[Any]) -> None:
    """JSON values, one per line, each out as soon as it is there."""
    for value in values:
        typer.echo(json.dumps(value, ensure_ascii=False))


def print_data(values: Iterable[Any], *, lines: bool) -> None:
    """A list of JSON values: one per line, or as one JSON array."""
    if lines:
        print_lines(values)
    else:
        print_json(list(values))


def counted(number: int, noun: str) -> str:
    """A number and what it counts: `1 event`, `2 events`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def near(path: str) -> str:
    """A path as seen from the folder that one is in, where it lies below it."""
    here = f"{Path.cwd()}{os.sep}"
    return path.removeprefix(here)


class ReadingProgress(AbstractContextManager["ReadingProgress"]):
    """A bar with the file at hand; nothing where standard error is no terminal. `count` says what it counts: files."""

    def __init__(self, count: ProgressColumn | None = None) -> None:
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(),
            count or MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
            console=aside(),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> "ReadingProgress":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, path: str, number: int, total: int) -> None:
        self._bar.update(self._task, description=path, completed=number, total=total)
