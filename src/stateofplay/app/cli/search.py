"""`stateofplay search`: the passages that hold some words, each with its day, its document and what is stated there."""

from typing import Annotated, Final

import typer
from rich.console import Console
from rich.markup import escape

from stateofplay.app.cli.options import JsonlOption, JsonOption, KnownOption, desk_at
from stateofplay.app.cli.terminal import console, counted, print_data
from stateofplay.app.shape import hit_shape
from stateofplay.reading.statement import CLAIMS, EventClaim, Statement
from stateofplay.record.search import PER_ANSWER, Found, Hit

_COLOURED: Final = "[reverse]", "[/]"
_PLAIN: Final = "⟦", "⟧"
_KINDS: Final = ", ".join(CLAIMS)


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help='Words that must all be there; "a phrase"; word*.')],
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=f"With a statement of a kind: {_KINDS}.")] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="With an event of a type, such as CONSULT.")] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="With a statement that names it, by id or name.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Published on DAY or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Published on DAY or before.")] = None,
    known: KnownOption = None,
    language: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="In a language: en, zh, zh-Hant, zh-Hans, ja, ko.", show_default=False),
    ] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="Only in one document.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, metavar="N", help="Passages to show.")] = PER_ANSWER,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """Search all passages for words, in either Chinese script, any width and case; the last published first.

    \b
    stateofplay search '關稅 "350 billion"'
    stateofplay search 한국 --actor USA --since 2025-09
    """
    if kind is not None and kind not in CLAIMS:
        raise typer.BadParameter(f"{kind!r} is none of {_KINDS}", param_hint="--kind")
    desk = desk_at(context)
    found = desk.search(
        text,
        kind=kind,
        type=type,
        actor=desk.actor(actor) if actor else None,
        since=since,
        until=until,
        known=known,
        language=language or (),
        document=document,
        limit=limit,
    )
    if json or jsonl:
        print_data(map(hit_shape, found.hits), lines=jsonl)
    else:
        print_found(found, console())


def print_found(found: Found, out: Console) -> None:
    """Every hit under its day and document, the words marked, and a line for each statement in it."""
    for hit in found.hits:
        day = hit.published.iso if hit.published else "day unknown"
        name = hit.title or hit.path
        out.print(f"[bold]{day}[/]  {escape(hit.publisher or name)}  [dim]{hit.language}  {hit.document}[/]")
        out.print(f"  {_marked(hit, out.is_terminal)}", highlight=False)
        for statement in hit.statements:
            out.print(f"    [dim]{statement.id}[/]  {_said(statement)}", highlight=False)
    if not found.total:
        out.print("no passage holds all of that")
    else:
        more = f", {len(found.hits)} shown: --limit shows more" if len(found.hits) < found.total else ""
        out.print(f"{counted(found.total, 'passage')} in {counted(found.documents, 'document')}{more}")


def _marked(hit: Hit, coloured: bool) -> str:
    """The text with its marks, which are brackets where there is no colour."""
    opening, closing = _COLOURED if coloured else _PLAIN
    parts, place = [], 0
    for start, end in hit.marks:
        parts += [escape(hit.text[place:start]), opening, escape(hit.text[start:end]), closing]
        place = end
    return "".join((*parts, escape(hit.text[place:]))).replace("\n", " ")


def _said(statement: Statement) -> str:
    claim = statement.claim
    if isinstance(claim, EventClaim):
        target = f" → {' '.join(claim.target)}" if claim.target else ""
        return f"{statement.status.value}  {claim.type}  {' '.join(claim.source)}{target}"
    return f"{statement.status.value}  {claim.kind}"
