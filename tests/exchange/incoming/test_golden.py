"""What each row of the golden files says, or why it cannot be read; a new row costs no code."""

import json
from pathlib import Path

import pytest

from stateofplay.exchange.incoming.intake import TABLES, rows_of
from stateofplay.exchange.incoming.line import lines
from stateofplay.reading.statement import claim_fields
from stateofplay.record.addition import Unread

CASES = Path(__file__).parent.parent.parent / "cases" / "exchange"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".expected")
CLAIMED = ("type", "source", "target", "from", "to")


def told(file):
    """What a file says, one dictionary for each claim, row without an act, and row that cannot be read."""
    for telling in rows_of(file.stem)(lines(file, 1_000_000)):
        if isinstance(telling, Unread):
            yield {"line": int(telling.path.rpartition("#")[2]), "unread": telling.why}
            continue
        for claim in telling.claims or (None,):
            said = {name: value for name, value in claim_fields(claim).items() if name in CLAIMED} if claim else {}
            yield {
                "line": telling.line.number,
                **(said or {"type": None}),
                "status": telling.status.value,
                "published": telling.published.iso if telling.published else None,
                "key": telling.key,
                "quote": telling.line.text[telling.start : telling.end],
                "why": list(telling.why),
            }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_row_says_what_is_expected(file):
    expected = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert list(told(file)) == [json.loads(line) for line in expected]


def test_every_format_of_rows_has_a_golden_file():
    assert {file.stem for file in FILES} == set(TABLES)
