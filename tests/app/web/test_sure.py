"""A reader of the pages may ask that only what was read surely counts; every page then says so and keeps to it."""

from dataclasses import replace

import pytest

from stateofplay.app.desk import Desk
from stateofplay.record.record import open_record


@pytest.fixture
def client(told, tmp_path, visitor):
    made = told.reading(
        told.event("ACCUSE", "CHN", "JPN", "2025-08-01"), told.event("THREATEN", "PRK", "KOR", "2025-08-02")
    )
    surely, hardly = made.statements
    record = open_record(tmp_path / "record")
    record.add(
        [replace(made, statements=(surely, replace(hardly, confidence=0.6)))],
        recorded_at=told.recorded_at,
    )
    return visitor(Desk(record))


@pytest.fixture
def sure_client(client, tmp_path, visitor):
    """The same record, served with `--sure 0.7`."""
    return visitor(Desk(open_record(tmp_path / "record", sure=0.7)))


@pytest.mark.parametrize(("asked", "left"), [("", {"CHN", "PRK"}), ("50", {"CHN", "PRK"}), ("70", {"CHN"})])
def test_pages_count_what_is_sure_enough(client, asked, left):
    page = client.get("/events", params={"sure": asked}).text
    assert {id for id, name in (("CHN", "China"), ("PRK", "North Korea")) if f"{name} " in page} == left


def test_the_page_says_so_and_its_links_keep_it(client):
    page = client.get("/", params={"sure": "70", "lang": "en"}).text
    assert "a confidence of 70% or more count" in page
    assert '<option value="70" selected>' in page
    assert 'href="/events?sure=70&amp;lang=en"' in page
    assert "or more count." not in client.get("/").text


PAGES = ("/", "/events", "/changes", "/promises", "/positions", "/search", "/documents", "/about")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_so_and_leads_back(client, path):
    page = client.get(path, params={"sure": "70", "lang": "en"}).text
    assert "a confidence of 70% or more count" in page
    assert "Count all</a>" in page


def test_no_page_goes_below_what_is_served(sure_client):
    """What was asked of `serve` holds for all pages: they say it, and offer only more."""
    page = sure_client.get("/", params={"sure": "50", "lang": "en"}).text
    assert "a confidence of 70% or more count" in page
    assert 'value="50"' not in page
    assert 'value="80"' in page
    assert "Count all</a>" not in page
    assert "North Korea " not in sure_client.get("/events").text


def test_what_is_not_offered_is_named(client):
    answer = client.get("/", params={"sure": "99"})
    assert answer.status_code == 400
    assert "sure=50" in answer.text
