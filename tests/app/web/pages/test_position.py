"""Positions are a table with blanks left blank; a cell opens to sentences, contradictions and what was said before."""

import re

import pytest


def cell(html: str, holder: str) -> str:
    return next(part for part in re.findall(r"<td.*?</td>", html, re.S) if f"actor={holder}&amp;issue=" in part)


def test_the_table_says_each_stance_in_words(client):
    html = client.get("/positions?lang=en").text
    assert re.search(r">against\s*</a>", cell(html, "CHN"))
    assert ">contradictory<" in cell(html, "JPN")
    assert "was another before" in cell(html, "JPN")
    assert "was another before" not in cell(html, "CHN")
    assert (
        '<th scope="row"><a href="/positions?lang=en&amp;issue=taiwan-contingency">Taiwan contingency</a></th>' in html
    )


def test_a_blank_is_blank(client):
    html = client.get("/positions?on=2025-11-15&lang=en").text
    assert re.search(r">ambiguous\s*</a>", cell(html, "JPN"))
    assert "actor=CHN&amp;issue=" not in html
    assert "no stance" in client.get("/positions?actor=CHN&on=2025-11-15&lang=en").text


def test_a_cell_opens_to_sentences_at_their_place_and_history(client, documents):
    html = client.get("/positions?actor=JPN&issue=taiwan-contingency&lang=en").text
    now, _, before = html.partition('<details class="gap-small"')
    assert now.count("Japan would") == 2
    assert "Sentences of the same day say different things" in now
    assert now.count(f"/documents/{documents['beijing.md'].id}?lang=en#s-") == 2
    assert "1 earlier stance" in before
    assert "its remarks on Taiwan" in before


@pytest.mark.parametrize(
    ("query", "holders"),
    [
        ("actor=Japan", {"JPN"}),
        ("actor=中國", {"CHN"}),
        ("issue=taiwan-contingency", {"JPN", "CHN"}),
        ("issue=thaad", set()),
    ],
)
def test_a_column_or_a_row_can_be_opened(client, query, holders):
    html = client.get(f"/positions?{query}").text
    assert set(re.findall(r'<h2 id="p-(\w+)-', html)) == holders


def test_an_unknown_actor_is_not_found(client):
    assert client.get("/positions?actor=Atlantis").status_code == 404


def test_many_actors_are_one_link_away(client, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.pages.position.scale", lambda: type("Scale", (), {"actors": 1}))
    few = client.get("/positions?lang=en").text
    assert few.count('<th scope="col"><a') == 1
    assert "Show 1 more" in few
    assert client.get("/positions?actors=all").text.count('<th scope="col"><a') == 2


def test_opened_positions_come_in_parts(client, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.pages.position.PER_PAGE", 1)
    html = client.get("/positions?issue=taiwan-contingency&page=2&lang=en").text
    assert len(re.findall(r'<h2 id="p-', html)) == 1
    assert "2 of 2" in html
