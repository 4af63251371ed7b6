"""A promise is shown with its course and amounts, and each step opens to the sentences that tell it."""

import html as escapes
import re

import pytest

from stateofplay.app.web.pages.promise import _WHYS


def test_a_deal_is_one_entry_with_its_course_and_amounts(client, promises):
    html = client.get("/promises?lang=en").text
    entry = next(part for part in html.split('<li class="act">') if promises["delayed"].id in part)
    course = re.findall(
        r"<li><span[^>]*>([a-z ]+)</span></li>", entry.partition('class="life"')[2].partition("</ol>")[0]
    )
    assert course == ["agreed", "delayed"]
    assert '<b class="number">350 billion USD</b><b class="number">15 %</b>' in entry
    assert "South Korea – United States" in entry
    assert "3 steps and their sentences" in entry


def test_amounts_are_in_the_scale_words_of_the_page(client):
    html = client.get("/promises?lang=zh-Hant").text
    assert "3,500 億美元" in html
    assert "15%" in html


def test_every_step_leads_to_its_sentences_at_their_place(client, promises):
    promise = promises["delayed"]
    html = client.get(f"/promises/{promise.id}?lang=en").text
    for step in promise.steps:
        assert f'<p class="quote" lang="en">“{escapes.escape(step.quote)}”</p>' in html
        for statement in step.statements:
            assert f"/documents/{step.documents[0]}?lang=en#s-{statement}" in html


def test_how_a_step_was_found_is_in_the_language_of_the_page(client, promises):
    path = f"/promises/{promises['delayed'].id}"
    assert "A sentence tells of the promise itself: delayed" in client.get(f"{path}?lang=en").text
    assert "原句提到承諾本身：延遲" in client.get(f"{path}?lang=zh-Hant").text


@pytest.mark.parametrize(
    ("why", "key"),
    [
        ("commitment in-force", "commitment"),
        ("SANCTION by who promised", "deed"),
        ("reason given: too slow\nby far", "reason"),
        ("words: breached", "words"),
    ],
)
def test_reasons_of_the_ledger_are_known(why, key):
    assert [name for name, pattern in _WHYS if pattern.fullmatch(why)] == [key]


@pytest.mark.parametrize(
    ("query", "states"),
    [
        ("", {"agreed", "delayed"}),
        ("actor=USA", {"delayed"}),
        ("actor=南韓&other=Japan", {"agreed"}),
        ("actor=USA&other=JPN", set()),
        ("state=delayed", {"delayed"}),
        ("state=open", {"agreed", "delayed"}),
        ("state=kept", set()),
        ("on=2025-09-01", {"agreed"}),
        ("known=2025-09-01", {"agreed"}),
        ("on=2020-01-01", set()),
    ],
)
def test_the_list_keeps_what_is_asked_for(client, promises, query, states):
    html = client.get(f"/promises?{query}").text
    assert {state for state, promise in promises.items() if promise.id in html} == states


def test_without_a_day_it_is_as_last_told_and_says_so(client):
    assert "As last told" in client.get("/promises?lang=en").text
    assert "How things stood on 2025-09-01" in client.get("/promises?lang=en&on=2025-09-01").text


def test_a_promise_nobody_had_told_of_by_then_is_not_found(client, promises):
    assert client.get(f"/promises/{promises['delayed'].id}?known=2025-09-01").status_code == 404
    assert client.get("/promises?actor=Atlantis").status_code == 404


def test_a_long_list_comes_in_parts(client, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.pages.promise.PER_PAGE", 1)
    assert "/promises?lang=en&amp;page=2" in client.get("/promises?lang=en").text
    assert client.get("/promises?page=2").text.count('<li class="act">') == 1
