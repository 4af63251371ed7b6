"""A relation in the terminal: what stands in its head, what under each event, and what is left out."""

from io import StringIO

import pytest
from rich.console import Console

from stateofplay.app.cli.relation_table import head, print_relations


@pytest.fixture
def shown(desk, tmp_path):
    """`shown("CONSULT KOR>JPN on 2025-08-23 occurred.", …)`: the relation KOR → JPN of documents with these texts."""

    def printed(*texts, events=25, width=200):
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.txt"
            path.write_text(f"date 2025-08-30\n\nNumber {number}. {text}\n", encoding="utf-8")
            desk.read([path])
        board = desk.board(on="2025-09-01")
        out = Console(file=StringIO(), width=width, highlight=False)
        print_relations(board, (board["KOR", "JPN"],), out, events=events)
        return out.file.getvalue()

    return printed


def test_an_event_told_often_is_shown_once(shown):
    text = shown(*["CONSULT KOR>JPN on 2025-08-23 occurred."] * 3)
    assert text.count("CONSULT KOR>JPN") == 1
    assert "told 3 times" in text
    assert "1 event, 3 tellings, 3 sources" in text


def test_an_event_that_some_deny_is_marked(shown):
    told = [f"CONSULT KOR>JPN on 2025-08-23 {status}." for status in ("occurred", "denied")]
    assert "occurred · disputed" in shown(*told)


def test_an_event_without_a_day_says_so(shown):
    assert "day unknown  CONSULT" in shown("CONSULT KOR>JPN on ? occurred.")


def test_lesser_events_are_counted(shown):
    days = " ".join(f"CONSULT KOR>JPN on 2025-08-{day} occurred." for day in range(11, 15))
    text = shown(days, events=1)
    assert text.count("told once") == 1
    assert "and 3 lesser events" in text


def test_the_weightiest_stands_first(shown):
    text = shown("REQUEST KOR>JPN on 2025-08-23 occurred. AID KOR>JPN on 2025-08-20 occurred.")
    assert text.index("AID  KOR → JPN") < text.index("REQUEST  KOR → JPN")


def test_what_moves_nothing_is_counted_only(shown):
    text = shown("CONSULT KOR>JPN on 2025-08-23 occurred. CONSULT KOR>JPN on 2001-08-20 occurred.")
    assert "2001" not in text
    assert "and 1 lesser event:" in text


def test_what_moves_nothing_is_shown_where_it_is_all(shown):
    assert "+0.00  2001-08-20" in shown("CONSULT KOR>JPN on 2001-08-20 occurred.")


def test_an_act_that_counts_both_ways_shows_it(shown):
    assert "CONSULT  KOR ↔ JPN" in shown("CONSULT KOR>JPN on 2025-08-23 occurred.")
    assert "AID  KOR → JPN" in shown("AID KOR>JPN on 2025-08-23 occurred.")


def test_few_sources_are_told(shown):
    assert "too few sources" in shown("AID KOR>JPN on 2025-08-20 occurred.")
    assert "too few sources" not in shown("AID KOR>JPN on 2025-08-20 occurred.", "AID KOR>JPN on 2025-08-20 occurred.")


def test_no_event_is_no_number(shown, desk):
    assert "no event by 2025-09-01" in shown("AID JPN>KOR on 2025-08-20 occurred.")
    board = desk.board(on="2025-09-01")
    assert "+0.0" not in head(board, board["KOR", "JPN"]).plain


def test_quotes_that_look_like_markup_are_printed_as_they_are(full_desk, monkeypatch):
    board = full_desk.board(on="2025-09-01")
    relation = board["KOR", "JPN"]
    telling = relation.events[0].event.tellings[0]
    object.__setattr__(telling, "quote", "[bold]signed[/bold] [/]")
    out = Console(file=StringIO(), width=120)
    print_relations(board, (relation,), out)
    assert "[bold]signed[/bold] [/]" in out.file.getvalue()
