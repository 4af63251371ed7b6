"""A forecast of others is shown with its range, the rule that decides it, what became of it, and by which sentences."""

import pytest

from stateofplay.app.web.pages.forecast import _WHYS, reason
from stateofplay.app.web.spelling import place
from stateofplay.app.web.words import words_of


def test_what_came_true_has_its_rule_day_and_evidence(client, forecasts):
    one = forecasts["came-true"]
    html = client.get(f"/forecasts/{one.statement}?lang=en").text
    assert "The leaders of South Korea and Japan will probably meet this month" in html
    assert "came true</span> 2025-08-23 (Sat)" in html
    assert "55–90 %" in html
    assert "2025-08-21 – 2025-08-31" in html
    for id in one.evidence:
        assert f"#s-{id}" in html
    assert f"/events/{one.event}?lang=en" in html


def test_a_rule_is_in_the_words_of_the_page(client, forecasts):
    html = client.get(f"/forecasts/{forecasts['came-true'].statement}?lang=zh-Hant").text
    assert "會談：南韓 – 日本" in html
    assert "成真條件" in html


def test_what_cannot_be_checked_says_why(client, forecasts):
    html = client.get(f"/forecasts/{forecasts['not-checkable'].statement}?lang=en").text
    assert "It foretells how things will stand, no act of a type that the record knows." in html
    assert "no rule: it cannot be checked" in html


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        ("", {"came-true", "open", "not-checkable"}),
        ("actor=Japan", {"came-true"}),
        ("actor=CHN&other=TWN", {"open"}),
        ("status=not-checkable", {"not-checkable"}),
        ("by=A. Lin", {"came-true", "open"}),
        ("on=2025-08-19", set()),
    ],
)
def test_the_list_keeps_what_is_asked_for(client, forecasts, query, statuses):
    html = client.get(f"/forecasts?{query}").text
    assert {status for status, one in forecasts.items() if f"/forecasts/{one.statement}" in html} == statuses


def test_an_earlier_day_knows_no_outcome(client, forecasts):
    html = client.get(f"/forecasts/{forecasts['came-true'].statement}?on=2025-08-21&lang=en").text
    assert ">open</span>" in html
    assert "The sentences that tell it" not in html


def test_scores_stand_in_a_table_with_their_number(client):
    html = client.get("/forecasts?lang=en").text
    table = html.partition("<table")[2].partition("</table>")[0]
    assert '<th scope="row">All</th><td class="number">1</td>' in table
    assert "A. Lin" in table
    assert "fewer than 30 resolved forecasts" in html
    assert "<table" not in client.get("/forecasts?status=not-checkable").text


def test_an_unknown_forecast_is_not_found(client, forecasts):
    assert client.get(f"/forecasts/{forecasts['came-true'].statement}?known=2025-08-01").status_code == 404


@pytest.mark.parametrize(
    ("why", "key"),
    [
        ("foretells how things will stand, no act of a type that the record knows", "no_act"),
        ("its horizon is no day: soon", "horizon"),
        ("its time is over, but only 2 documents of that time are known", "few"),
        ("none of 4 documents of that time tells of such an event", "none"),
        ("a leader took part: Lee Jae-myung", "leader"),
        ("told of 奈良", "town"),
        ("told as a meeting of leaders", "summit"),
    ],
)
def test_reasons_of_the_ledger_are_known_and_in_the_language_of_the_page(why, key):
    assert [name for name, pattern in _WHYS if pattern.fullmatch(why)] == [key]
    assert not reason(why, words_of("zh-Hant")).isascii()


def test_a_reason_that_we_do_not_know_is_kept():
    assert reason("because", words_of("zh-Hant")) == "because"


def test_towns_have_their_names_in_the_language_of_the_page():
    assert (place("奈良", words_of("en")), place("Nara", words_of("zh-Hant"))) == ("Nara", "奈良")
    assert place("Atlantis", words_of("en")) == "Atlantis"
