"""Beside a relation stand its promises, stances and disagreements, as on the day shown."""

import re

import pytest


def section(html: str, name: str) -> str:
    return html.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def test_promises_between_the_two_are_listed_and_lead_to_their_pages(client, promises):
    html = client.get("/relations/KOR/USA?on=2025-11-20&lang=en").text
    assert f"/promises/{promises['delayed'].id}?on=2025-11-20" in section(html, "promises-name")
    assert promises["agreed"].id not in html
    assert section(client.get("/relations/KOR/USA?on=2025-09-01").text, "promises-name") == ""


def test_more_promises_are_one_link_away(client, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.pages.dealings.SHOWN", 0)
    html = client.get("/relations/CHN/JPN?on=2025-11-20&lang=en").text
    assert "told differently" not in html


def test_stances_of_both_stand_side_by_side(client):
    html = section(client.get("/relations/CHN/JPN?on=2025-11-20&lang=en").text, "stances-name")
    assert re.findall(r"<td><a [^>]*><span[^>]*>(\w+)</span>", html) == ["against", "contradictory"]
    assert "was another before" in html


@pytest.mark.parametrize("day", ["2025-11-15", "2025-09-01"])
def test_an_issue_on_which_only_one_has_spoken_is_left_out(client, day):
    assert section(client.get(f"/relations/CHN/JPN?on={day}").text, "stances-name") == ""


def test_what_is_told_differently_stands_with_both_sides(client, disagreement):
    html = section(client.get("/relations/JPN/CHN?lang=en").text, "differ-name")
    assert f"/disagreements/{disagreement.id}" in html
    assert html.count('class="side"') == 2


def test_what_others_expect_of_the_two_is_listed(client, forecasts):
    html = section(client.get("/relations/JPN/KOR?lang=en").text, "foretold-name")
    assert f"/forecasts/{forecasts['came-true'].statement}" in html
    assert forecasts["open"].statement not in html
