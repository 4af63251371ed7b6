"""A relation opens both ways to its score, curve and events, and every number to its sentence."""

import re

import pytest

from stateofplay.app.web.spelling import fine, score

ADDRESS = "/relations/KOR/JPN?on=2025-11-20&lang=en"


def test_both_directions_are_there(client, desk):
    html = client.get(ADDRESS).text
    board = desk.board("2025-11-20")
    for pair in (("KOR", "JPN"), ("JPN", "KOR")):
        assert f'<b class="number">{score(board[pair].score)}</b>' in html
    assert "with 90 % probability" in html


def test_events_stand_in_order_of_weight_and_add_up(client, desk):
    html = client.get(ADDRESS).text
    events = desk.board("2025-11-20")["KOR", "JPN"].events
    places = [html.index(f"/events/{item.event.id}") for item in events]
    assert places == sorted(places)
    assert all(fine(item.contribution) in html for item in events)


def test_quotes_carry_their_language(client):
    html = client.get("/relations/CHN/JPN?on=2025-11-20").text
    assert '<p class="quote" lang="en">“China criticised Japan over its remarks on Taiwan”</p>' in html


def test_the_curve_has_a_table_behind_it_that_says_the_same(client, desk):
    html = client.get(ADDRESS).text
    assert html.count('<path class="line') == 2
    rows = re.findall(r'<tr><th scope="row" class="nowrap">(\S+)', html)
    assert rows == sorted(rows, reverse=True)
    assert rows[0] == "2025-11-20"
    last = desk.board("2025-11-20").curve("KOR", "JPN", *[__import__("datetime").date(2025, 11, d) for d in (1, 20)])
    assert f'<td class="number">{score(last[-1].score)}</td>' in html


def test_a_direction_without_evidence_says_so_and_has_no_line(client):
    html = client.get("/relations/CHN/JPN?on=2025-11-20").text
    assert "nobody had told of an act of Japan toward China" in html
    assert html.count('<path class="line') == 1


def test_two_actors_of_whom_nothing_is_told_still_have_a_page(client):
    html = client.get("/relations/TWN/BRA").text
    assert html.count("No evidence") == 2
    assert 'class="plot"' not in html


@pytest.mark.parametrize("path", ["/relations/kor/Japan", "/relations/南韓/도쿄"])
def test_any_name_will_do_and_leads_to_the_ids(client, path):
    answer = client.get(f"{path}?on=2025-11-20&events=all", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == "/relations/KOR/JPN?on=2025-11-20&events=all"


def test_more_events_are_one_link_away(client, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.pages.relation.SHOWN", 1)
    few = client.get(ADDRESS).text
    assert "Show 1 more event" in few
    assert "more event" not in client.get(f"{ADDRESS}&events=all").text
    assert few.partition('id="out-events"')[2].count('class="act"') == 2
