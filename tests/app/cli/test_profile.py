"""`actor`, `person`, `framework`, `issue` and their lists: facts of the day, and what the record says by then."""

import json

import pytest


def test_an_actor_by_any_name(full):
    said = full("actor", "Seoul").stdout
    assert "South Korea  KOR" in said
    assert "President: Lee Jae-myung" in said
    assert "CONSULT" in said


def test_the_day_decides_who_leads(full):
    assert "President: Yoon Suk Yeol" in full("actor", "KOR", "--on", "2024-01-01").stdout.replace("-", " ").replace(
        "Suk yeol", "Suk Yeol"
    )


def test_data_of_each_noun(data):
    actor = data("actor", "KOR", "--json")
    assert actor["facts"]["leader"] == "lee-jae-myung"
    assert {event["type"] for event in actor["events"]} <= {"CONSULT", "SANCTION", "MOBILIZE"}
    assert data("person", "李在明", "--json")["facts"]["id"] == "lee-jae-myung"
    assert data("framework", "gsomia", "--on", "2016-01-01", "--json")["facts"].get("state") is None
    assert data("issue", "korean-denuclearisation", "--json")["facts"]["title"]["zh-Hant"] == "朝鮮半島無核化"


def test_a_knowledge_date_hides_what_came_later(data):
    assert data("actor", "PRK", "--known", "2025-08-25", "--json")["event_count"] == 0
    assert data("actor", "PRK", "--json")["event_count"] > 0


@pytest.mark.parametrize("noun", ["actors", "persons", "frameworks", "issues"])
def test_lists(full, noun):
    rows = [json.loads(line) for line in full(noun, "--jsonl").stdout.splitlines()]
    assert len(rows) > 5
    assert all(row["id"] and row["title"]["en"] for row in rows)
    assert rows[0]["id"] in full(noun).stdout


@pytest.mark.parametrize("noun", ["actor", "person", "framework", "issue"])
def test_what_is_unknown_is_said(full, noun):
    result = full(noun, "Nowhere at all")
    assert result.exit_code == 2
    assert "Nowhere at all" in result.stderr


def test_where_somebody_says_two_things_both_are_shown(run, builtin, tmp_path):
    (tmp_path / "two.txt").write_text("date 2025-03-01\n\nJPN is for thaad. JPN is against thaad.\n", encoding="utf-8")
    assert run("read", "two.txt").exit_code == 0
    shown = run("actor", "JPN").stdout
    assert "JPN for thaad" in shown
    assert "JPN against thaad" in shown


def test_a_state_named_with_the_post_of_its_envoy_is_no_name_of_it(full):
    shown = full("actor", "KOR").stdout
    assert "韓国" in shown
    assert "駐日韓国" not in shown
