"""The page of search: hits with the words marked, links to the document, and the days of the visit kept."""

import re

import pytest


def test_the_bare_form(client):
    html = client.get("/search", headers={"accept-language": "en"}).text
    assert 'name="q"' in html
    assert "<mark" not in html


def test_words_are_marked_in_either_script(client):
    html = client.get("/search?q=总统").text
    assert "南韓<mark>總統</mark>" in html


def test_a_hit_leads_to_its_statements(client, documents):
    html = client.get("/search?q=Tokyo&lang=en").text
    assert f"/documents/{documents['seoul.md'].id}" in html
    assert re.search(r"#w-[0-9a-f]+", html)


def test_what_was_asked_stays_in_the_form(client):
    html = client.get("/search?q=Tokyo&kind=event&language=en&since=2025-01-01&lang=en").text
    assert 'value="Tokyo"' in html
    assert '<option value="event" selected>' in html
    assert '<option value="en" selected>' in html
    assert 'value="2025-01-01"' in html


def test_the_knowledge_date_holds(client):
    assert "<mark" in client.get("/search?q=Tokyo").text
    assert "<mark" not in client.get("/search?q=Tokyo&known=2025-08-01").text


def test_signs_of_html_are_text(client):
    html = client.get("/search", params={"q": "<b>Not"}).text
    assert "<b>Not" not in html


def test_a_page_beyond_the_last_is_empty_and_no_fault(client):
    assert client.get("/search?q=Tokyo&page=9").status_code == 200


@pytest.mark.parametrize(("query", "status"), [("q=x&since=soon", 400), ("q=x&actor=Nowhere", 404), ("q=...", 400)])
def test_faults(client, query, status):
    assert client.get(f"/search?{query}").status_code == status
