"""Changes say what moved, kind by kind, with the sentences that moved it, and lead to each page."""

import re

import pytest

SINCE = "/changes?since=2025-09-01&on=2025-11-20&lang=en"


def section(html: str, name: str) -> str:
    return html.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def test_a_relation_has_its_scores_and_what_moved_it(client, desk):
    html = section(client.get(SINCE).text, "relations")
    moved = {(one.after.source, one.after.target): one for one in desk.changes("2025-09-01", "2025-11-20").relations}
    assert len(moved) == html.count('<li class="act wide">') > 0
    for source, target in moved:
        assert f"/relations/{source}/{target}?on=2025-11-20" in html
    assert "China criticised Japan over its remarks on Taiwan" in html
    assert "first told since" in html


def test_promises_positions_and_disagreements_stand_under_their_own_heads(client, promises, disagreement):
    html = client.get(SINCE).text
    assert promises["delayed"].id in section(html, "promises")
    assert promises["agreed"].id not in section(html, "promises")
    assert "Taiwan contingency" in section(html, "positions")
    assert disagreement.id in section(html, "disagreements")
    assert "New since then" in section(html, "disagreements")


def test_events_told_since_are_counted_and_listed(client, desk):
    html = section(client.get(SINCE).text, "events")
    found = desk.changes("2025-09-01", "2025-11-20")
    assert f'<span class="quiet number">{len(found.told)}</span>' in html
    assert all(f"/events/{id}" in html for id in found.told)


def test_without_a_day_it_is_a_month_back(client):
    assert '<input type="date" id="since" name="since" value="2025-10-17"' in client.get("/changes").text


def test_more_are_one_link_away(client, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.pages.change.SHOWN", 1)
    html = client.get(SINCE).text
    assert re.search(r'href="/changes\?[^"]*all=1#events">Show all 2<', html)
    assert "Show all" not in client.get(f"{SINCE}&all=1").text


@pytest.mark.parametrize("since", ["2026-01-01", "nonsense"])
def test_a_day_that_cannot_be_says_so(client, since):
    assert client.get(f"/changes?since={since}&on=2025-11-20").status_code == 400


def test_nothing_moved_says_so(client):
    assert "Nothing moved" in client.get("/changes?since=2020-01-01&on=2020-01-02&lang=en").text
