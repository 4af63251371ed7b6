"""`stateofplay review` and `reviews`: what an analyst makes of statements, added beside what was read."""

import json as jsons
from pathlib import Path
from typing import Annotated, Any

import typer

from stateofplay.app.cli.listing import show
from stateofplay.app.cli.options import JsonlOption, JsonOption, KnownOption, day, desk_at
from stateofplay.app.cli.terminal import console, print_json
from stateofplay.app.shape import review_shape
from stateofplay.errors import YourInput
from stateofplay.record.review import Verdict

_LISTS = frozenset({"source", "target", "people", "beneficiary", "holder"})


def review(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT_ID", help="The statement, as `statements` lists it.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who reviews.")],
    accept: Annotated[bool, typer.Option("--accept", help="It says what the document says.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="The document does not say this.")] = False,
    correct: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE|FILE.json", help="What it should say; again for more.", show_default=False),
    ] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    json: JsonOption = False,
) -> None:
    """Accept, reject or correct a statement. Nothing is overwritten: the review is added, with your name and the time.

    From today on, what is rejected no longer counts and what is corrected counts as corrected; views with an earlier
    --known stay as they were. The last review of a statement holds. Actors may be given by id or name; lists are
    separated by commas; an empty value leaves a field out.

    \b
    stateofplay review 1f0c… --accept --by Kim
    stateofplay review 1f0c… --correct type=SANCTION --correct target=JPN,KOR --by Kim --note "tariff, not threat"
    stateofplay review 1f0c… --reject --by Kim
    """
    verdict = _verdict(accept, reject, correct)
    desk = desk_at(context)
    made = desk.review(statement, verdict, by=by, note=note, changes=_changes(correct or []) if correct else None)
    if json:
        print_json(review_shape(made))
        return
    console().print(f"{_SAID[verdict]}: {statement}", markup=False)
    if made.corrected:
        console().print(f"counts now: {made.counts}  {made.corrected.quote}", markup=False, soft_wrap=True)


def reviews(
    context: typer.Context,
    statement: Annotated[str | None, typer.Option(metavar="ID", help="Only those of one statement.")] = None,
    known: KnownOption = None,
    json: JsonOption = False,
    jsonl: JsonlOption = False,
) -> None:
    """List reviews, earliest first, each with what was read and what counts after it.

    \b
    stateofplay reviews
    stateofplay reviews --statement 1f0c… --jsonl
    """
    desk = desk_at(context)
    rows = (review_shape(made, desk.record.statement(made.statement)) for made in desk.reviews(statement, day(known)))
    columns = {"at": "at", "by": "by", "verdict": "verdict", "statement": "of", "counts": "counts", "note": "note"}
    show(rows, {**columns, "quote": "quote"}, json, jsonl)


_SAID = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.CORRECT: "corrected"}


def _verdict(accept: bool, reject: bool, correct: list[str] | None) -> Verdict:
    asked = {Verdict.ACCEPT: accept, Verdict.REJECT: reject, Verdict.CORRECT: bool(correct)}
    given = [verdict for verdict, is_given in asked.items() if is_given]
    if len(given) != 1:
        raise typer.BadParameter("give one of --accept, --reject, --correct")
    return given[0]


def _changes(given: list[str]) -> dict[str, Any]:
    """Changes out of FIELD=VALUE and of files with a JSON object, later ones before earlier ones."""
    changes: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        changes |= {name.strip(): _value(name.strip(), value)} if equals else _from_file(Path(text))
    return changes


def _value(name: str, text: str) -> Any:
    if name in _LISTS:
        return [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    if name == "amount" and text:
        try:
            return float(text)
        except ValueError as error:
            raise YourInput(f"amount {text!r} is no number", mend="write it as 350e9") from error
    return text or None


def _from_file(path: Path) -> dict[str, Any]:
    try:
        changes = jsons.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise YourInput("no correction here", where=str(path), mend="write FIELD=VALUE, or name a file") from error
    if not isinstance(changes, dict):
        raise YourInput("a correction is one JSON object", where=str(path), mend='write {"type": "SANCTION"} into it')
    return changes
