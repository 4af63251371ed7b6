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


@pytest.mark.parametrize(("asked", "left"), [("", {"CHN", "PRK"}), ("50", {"CHN", "PRK"}), ("70", {"CHN"})])
def test_pages_count_what_is_sure_enough(client, asked, left):
    page = client.get("/events", params={"sure": asked}).text
    assert {id for id, name in (("CHN", "China"), ("PRK", "North Korea")) if f"{name} " in page} == left


def test_the_page_says_so_and_its_links_keep_it(client):
    page = client.get("/", params={"sure": "70", "lang": "en"}).text
    assert "a confidence of 70% or more counts" in page
    assert '<option value="70" selected>' in page
    assert 'href="/events?sure=70&amp;lang=en"' in page
    assert "or more counts" not in client.get("/").text


def test_what_is_not_offered_is_named(client):
    answer = client.get("/", params={"sure": "99"})
    assert answer.status_code == 400
    assert "sure=50" in answer.text
