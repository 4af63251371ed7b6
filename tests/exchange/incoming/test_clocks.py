"""What is imported later and was published later changes nothing that an earlier knowledge date shows."""

import json
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from stateofplay.board.board import board_of
from stateofplay.exchange.incoming.intake import take_in
from stateofplay.record.record import open_record

CLOCK = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = date(2025, 1, 1)
ACTORS, TYPES = ("KOR", "JPN", "CHN", "USA", "CHNBUS"), ("CONSULT", "ACCUSE", "AID", "SANCTION", "AGREE")


def rows(seed):
    """Lines of PLOVER, some published weeks after the act, with the day on which each was."""
    chance = Random(seed)
    for number in range(60):
        happened = FIRST + timedelta(days=chance.randrange(40))
        published = happened + timedelta(days=chance.choice((0, 1, 20)))
        one, other = chance.sample(ACTORS, 2)
        sides = {"actor": [{"code": one}], "recipient": [{"code": other}]}
        told = {"id": str(number), "date": str(happened), **sides, "event": [chance.choice(TYPES)]}
        yield published, json.dumps({**told, "cite_info": {"published": str(published)}, "text": f"act {number}"})


def shown(record, known):
    """All that a knowledge date shows: statements, events and the board."""
    tables = [record.statement_table(known=known), record.event_table(known), record.document_table(known)]
    plain = [table.drop_columns([n for n in ("recorded_at", "path") if n in table.column_names]) for table in tables]
    relations = board_of(record, known, known)
    return [table.to_pylist() for table in plain], [relation.as_json() for relation in relations]


@pytest.mark.parametrize("seed", range(4))
def test_later_rows_change_nothing_seen_before(tmp_path, seed):
    record, known = open_record(tmp_path / "record"), FIRST + timedelta(days=20)
    for number, late in enumerate((False, True)):
        file = tmp_path / f"{number}.jsonl"
        file.write_text("".join(f"{line}\n" for day, line in rows(seed) if (day > known) is late))
        take_in(record, [file], "plover", lambda: CLOCK)
        if not late:
            before = json.dumps(shown(record, known), default=str)
    assert len(record.statement_table()) > len(record.statement_table(known=known)) > 0
    assert json.dumps(shown(record, known), default=str) == before


@pytest.mark.parametrize("format", ["plover", "polecat"])
def test_what_our_exports_say_comes_back(tmp_path, format):
    out = pytest.importorskip(f"stateofplay.exchange.out.{format}", reason="exporters are not there yet")
    selection = pytest.importorskip("stateofplay.exchange.out.selection")
    record, other = open_record(tmp_path / "record"), open_record(tmp_path / "other")
    (tmp_path / "in.jsonl").write_text("".join(f"{line}\n" for _, line in rows(9)))
    take_in(record, [tmp_path / "in.jsonl"], "plover", lambda: CLOCK)
    written = getattr(out, f"write_{format}")(selection.Selection(record=record))
    (tmp_path / "out.txt").write_text("".join(written), encoding="utf-8")
    take_in(other, [tmp_path / "out.txt"], format, lambda: CLOCK)
    said = [
        sorted((str(one.claim), one.status.value, str(one.published)) for one in each.statements())
        for each in (record, other)
    ]
    assert len(said[0]) == 60
    assert said[0] == said[1]
