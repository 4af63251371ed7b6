"""Our own forecasts on pages: the ledger, scores beside naive ones, and each with its rule and what it is made from."""

import shutil

import pytest

from stateofplay.app.desk import Desk
from stateofplay.app.web.pages.ours import STATUSES
from stateofplay.app.web.words import words_of
from stateofplay.record.record import open_record
from tests.forecast.foretelling import WRITTEN


@pytest.fixture(scope="module")
def own(desk, tmp_path_factory):
    """The record of the pages with replayed forecasts in it, and these."""
    folder = tmp_path_factory.mktemp("ours") / "record"
    shutil.copytree(desk.record.folder, folder)
    own = Desk(open_record(folder))
    asked = {"every": 7, "pairs": [("KOR", "JPN")], "within": (7,)}
    return own, own.replay("2025-08-10", "2025-08-24", **asked, keep=True, clock=lambda: WRITTEN)


@pytest.fixture
def kept(own):
    return own[1]


@pytest.fixture
def full(own, visitor):
    """A visitor of that record."""
    return visitor(own[0])


def test_an_empty_ledger_says_how_to_fill_it(client):
    html = client.get("/forecasts/ours?lang=en").text
    assert "No forecast of ours is known by this day" in html
    assert "stateofplay forecast KOR --toward JPN" in html


def test_the_list_has_probability_rule_and_what_became_of_each(full, kept):
    html = full.get("/forecasts/ours?lang=en").text
    assert f"{len(kept)} forecasts of ours" in html
    assert "How good they would have been" in html
    assert "That is no proof of foresight" in html
    assert "replayed</span>" in html
    assert "Consult: South Korea – Japan" in html


@pytest.mark.parametrize(("query", "some"), [("actor=KOR", True), ("actor=PRK", False), ("made=issued", False)])
def test_the_list_keeps_what_is_asked_for(full, kept, query, some):
    html = full.get(f"/forecasts/ours?{query}").text
    assert any(f"/forecasts/ours/{entry.issued.id}" in html for entry in kept) is some


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_keeps_those_of_it(full, kept, status):
    html = full.get(f"/forecasts/ours?status={status}&lang=en").text
    number = sum(entry.outcome.status == status for entry in kept)
    assert f"{number} forecast" in html


def test_an_earlier_day_knows_none(full, kept):
    assert kept
    assert "No forecast of ours" in full.get("/forecasts/ours?on=2025-08-01&lang=en").text


def test_one_has_its_numbers_its_rule_and_what_it_was_made_from(full, kept):
    one = kept[0].issued
    html = full.get(f"/forecasts/ours/{one.id}?lang=en").text
    assert one.state in html
    assert one.model in html
    assert "Base rate" in html
    assert "when later days were known and left out" in html
    assert "2025-08-11 – 2025-08-17" in html
    assert "Reasons when it was made" in html
    assert full.get("/forecasts/ours/none").status_code == 404


def test_both_ledgers_lead_to_each_other_in_both_languages(client):
    for tag in ("en", "zh-Hant"):
        words = words_of(tag)
        assert words("ours.nav") in client.get(f"/forecasts?lang={tag}").text
        assert words("ours.tab_others") in client.get(f"/forecasts/ours?lang={tag}").text
