"""The pages of actors, persons, frameworks and issues keep the day, lead to each other, and show what there is."""

import pytest


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("noun", ["actors", "persons", "frameworks", "issues"])
@pytest.mark.parametrize("lang", ["en", "zh-Hant"])
def test_lists_lead_to_each(client, noun, lang):
    assert f'href="/{noun}/' in text(client, f"/{noun}?lang={lang}")


def test_the_leader_follows_the_day(client):
    assert "李在明" in text(client, "/actors/KOR?on=2025-09-01&lang=zh-Hant")
    assert "尹錫悅" in text(client, "/actors/KOR?on=2024-01-01&lang=zh-Hant")


def test_the_record_is_opened_to_its_sentences(client):
    html = text(client, "/actors/KOR?on=2025-09-01&lang=en")
    assert "南韓總統八月二十三日訪問東京" in html
    assert "/events/" in html


def test_nothing_known_is_said(client):
    assert "the record says nothing" in text(client, "/actors/KOR?on=2020-01-01&known=2020-01-01&lang=en")


def test_any_name_leads_to_the_page(client):
    answer = client.get("/persons/이재명?lang=en", follow_redirects=False)
    assert answer.headers["location"] == "/persons/lee-jae-myung?lang=en"


def test_a_framework_says_whether_it_is_in_force(client):
    assert "not in force" in text(client, "/frameworks/gsomia?on=2016-01-01&lang=en")
    assert "not in force" not in text(client, "/frameworks/gsomia?on=2025-01-01&lang=en")


def test_a_list_can_be_narrowed(client):
    html = text(client, "/persons?q=李在明&lang=en")
    assert "/persons/lee-jae-myung" in html
    assert "/persons/yoon-suk-yeol" not in html


def test_an_issue_has_its_description(client):
    assert "北韓" in text(client, "/issues/korean-denuclearisation?lang=zh-Hant")


@pytest.mark.parametrize("noun", ["actors", "persons", "frameworks", "issues"])
def test_unknown(client, noun):
    assert client.get(f"/{noun}/nowhere-at-all").status_code == 404
