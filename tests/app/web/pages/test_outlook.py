"""The page of what comes next: whom it is about, ranked bars with their bands, reasons that open to sentences."""

import re

import pytest

from stateofplay.app.web.pages.outlook import SHOWN, Axis, axis_of

PAIR = "/next?actor=KOR&toward=JPN&lang=en"


def test_a_pair_is_ranked_with_figures_bars_and_baselines(client):
    html = client.get(f"{PAIR}&on=2025-11-20").text
    assert "<h1>What South Korea may do toward Japan next</h1>" in html
    assert html.count('class="act move"') == SHOWN
    assert html.count('class="chance-bar"') == SHOWN
    assert (
        html.count("<dt>Base rate</dt>")
        == html.count("<dt>Recurrence</dt>")
        == html.count("<dt>No change</dt>")
        == SHOWN
    )
    assert "talks between South Korea and Japan" in html


def test_a_reason_opens_to_the_sentence_in_its_document(client, by_status):
    html = client.get(f"{PAIR}&on=2025-11-20").text
    told = {telling.id for telling in by_status["CONSULT", "occurred"].tellings}
    assert [id for id in told if f"#s-{id}" in html]
    assert "The leaders of South Korea and Japan met in Tokyo" in html


def test_a_base_rate_stands_apart_from_what_speaks_for_a_move(client):
    html = client.get(f"{PAIR}&on=2025-11-20").text
    for part in html.split('class="act move"')[1:]:
        speaks_for, _, start = part.partition("<h3>Where it starts from</h3>")
        assert "Base rate: of a state" in start
        assert "Base rate: of a state" not in speaks_for


def test_both_ways_has_moves_of_either_side(client):
    html = client.get("/next?actor=CHN&toward=JPN&ways=both&shown=all&lang=en").text
    assert "<h1>What China and Japan may do toward each other next</h1>" in html
    assert "criticism of Japan by China" in html
    assert "criticism of China by Japan" in html


def test_without_an_actor_it_is_whoever_acts_most(client, desk):
    busiest = max(desk.board().relations, key=lambda relation: relation.count).source
    assert f'<option value="{busiest}" selected>' in client.get("/next").text


def test_in_chinese_every_word_is(client):
    html = client.get("/next?actor=南韓&toward=日本&lang=zh-Hant").text
    assert "<h1>南韓接下來可能對日本採取的舉動</h1>" in html
    main = re.sub(r"<[^>]+>", "", html.partition("<main")[2].partition("</main>")[0])
    assert "Base rate" not in main
    assert "南韓與日本之間的會談" in main


def test_the_window_is_chosen_among_those_that_are_checked(client):
    assert "2025-11-17 (Mon) to 2025-11-23 (Sun)" in client.get(f"{PAIR}&on=2025-11-16&within=7").text
    assert "2025-11-17 (Mon) to 2025-12-16 (Tue)" in client.get(f"{PAIR}&on=2025-11-16&within=11").text


def test_more_moves_are_one_link_away(client):
    html = client.get(PAIR).text
    link = re.search(r'href="(/next\?[^"]*shown=all[^"]*)"', html)
    assert link
    assert client.get(link[1].replace("&amp;", "&")).text.count('class="act move"') == 16


def test_who_is_in_no_document_gets_base_rates_and_is_told_so(client):
    html = client.get("/next?actor=NZL&toward=JPN&lang=en").text
    assert "What follows rests on base rates, and on the silence about them." in html
    assert "Too little data" in html


def test_an_empty_record_has_a_page_too(visitor, empty_desk):
    html = visitor(empty_desk).get("/next?lang=en").text
    assert "What follows rests on base rates, and on the silence about them." in html


@pytest.mark.parametrize(("query", "status"), [("actor=Nowhere", 404), ("actor=KOR&toward=KOR", 400)])
def test_what_is_wrong_is_said(client, query, status):
    assert client.get(f"/next?{query}").status_code == status


def test_the_page_of_a_relation_leads_there(client):
    assert "/next?actor=KOR&amp;toward=JPN&amp;ways=both" in client.get("/relations/KOR/JPN").text


def test_occasions_in_the_window_are_told(client):
    html = client.get("/next?actor=KOR&toward=JPN&on=2026-02-16&lang=en").text
    assert "takeshima day" in html.lower()


@pytest.mark.parametrize(("end", "probability", "at"), [(100, 0.5, 50.0), (25, 0.1, 40.0), (10, 0.5, 100.0)])
def test_a_bar_reaches_as_far_as_its_scale(end, probability, at):
    assert Axis(end=end).at(probability) == at


def test_no_move_no_scale():
    assert axis_of([]).end == 10
