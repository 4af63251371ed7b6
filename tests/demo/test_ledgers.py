"""The ledgers of the dossier as read by hand, against golden texts in tests/cases/ledgers.

The statements are the gold of tests/cases, so the texts change with the folding and never with the reader. Where a
change is meant, write the new text over the old one: `python -m tests.demo.test_ledgers`.
"""

import json
import re
from datetime import date
from importlib.resources import files
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from rich.console import Console

from stateofplay.app.cli.changes import print_changes
from stateofplay.app.cli.disagreements import print_disagreements
from stateofplay.app.cli.positions import print_positions
from stateofplay.app.desk import Desk
from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.statement import Statement, Status, claim_from
from stateofplay.record.addition import Reading
from stateofplay.record.record import open_record
from tests.board.pages import NOON

CASES = Path(__file__).parent.parent / "cases"
DOSSIER = files("stateofplay").joinpath("demo", "dossier")
READER = "gold/1"
SPEAKERS = {"北京不但否認": "CHN", "會談並未討論解禁": "KOR", "「議題にならなかった」": "KOR"}
"""Denials whose speaker the text names; the gold does not say who speaks."""
ID = re.compile(r"\b[edp][0-9a-f]{24}\b")


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


def told() -> dict[str, list[dict[str, Any]]]:
    """Document → what was read in it by hand, events and positions."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((CASES / "dossier").glob("*.jsonl")):
        found[path.stem] = [
            {**line, "said_by": SPEAKERS.get(line["quote"], "")} for line in lines(f"dossier/{path.name}")
        ]
    for line in lines("ledgers/positions.jsonl"):
        found.setdefault(line["doc"], []).append({**line, "kind": "position", "what": "", "status": "ongoing"})
    return found


def reading(name: str, said: list[dict[str, Any]]) -> Reading:
    """A dispatch with these statements; a quote that its clean text does not hold is left out."""
    (entry,) = (entry for entry in DOSSIER.iterdir() if entry.name.rsplit(".", 1)[0] == name)
    text = entry.read_text(encoding="utf-8")
    document = document_from_text(text, path=entry.name, published=Day.parse(name[:10]))
    statements: list[Statement] = []
    for line in said:
        start = document.text.find(line["quote"])
        first = statements[line["same_as"] - 1] if 0 < line.get("same_as", 0) <= len(statements) else None
        assert start >= 0, line["quote"]
        statements.append(
            Statement(
                document=document.id,
                path=entry.name,
                start=start,
                end=start + len(line["quote"]),
                quote=line["quote"],
                language=line["lang"],
                status=Status(line["status"]),
                claim=claim_from({**line, "people": line.get("people", [])}),
                reader=READER,
                confidence=1.0,
                published=document.published,
                said_by=line.get("said_by", ""),
                same_as=(first.same_as or first.id) if first else "",
            )
        )
    return Reading(document=document, raw=None, statements=tuple(statements), reader=READER)


def desk(folder: Path) -> Desk:
    record = open_record(folder)
    record.add([reading(name, said) for name, said in sorted(told().items())], recorded_at=NOON)
    return Desk(record)


def printed(name: str, desk: Desk) -> str:
    """What a terminal of 120 columns shows, without ids, which every word of a document changes."""
    out = Console(file=StringIO(), width=120, highlight=False, color_system=None)
    if name == "positions":
        print_positions(desk.positions(), out, opened=True)
    elif name == "disagreements":
        print_disagreements(desk.disagreements(), out)
    else:
        print_changes(desk.changes(date(2025, 8, 20), on=date(2025, 9, 1), known=date(2025, 9, 1)), out)
    text = ID.sub("", out.file.getvalue())
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk(tmp_path_factory.mktemp("ledgers") / "record")


@pytest.mark.parametrize("name", ["positions", "disagreements", "changes"])
def test_the_ledger_of_the_dossier_reads_as_it_should(name: str, by_hand: Desk) -> None:
    assert printed(name, by_hand) == (CASES / "ledgers" / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        whole = desk(Path(folder) / "record")
        for name in ("positions", "disagreements", "changes"):
            (CASES / "ledgers" / f"{name}.txt").write_text(printed(name, whole), encoding="utf-8")
