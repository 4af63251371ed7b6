"""`stateofplay replay`: scores beside naive forecasts, nothing kept unless asked, the same each time."""

import json

ASKED = ("replay", "2025-08-24", "2025-08-25", "--every", "1d", "--pair", "KOR,JPN", "--within", "7d")


def test_scores_are_printed_with_how_many_were_settled(full):
    shown = full(*ASKED).stdout
    assert "0 of 58" in shown  # two days, two ways, sixteen types, three of which have no direction
    assert "what became of them:" in shown


def test_lines_are_forecasts_with_outcomes_and_nothing_is_kept(lines):
    found = lines(*ASKED, "--jsonl")
    assert {one["day"] for one in found} == {"2025-08-24", "2025-08-25"}
    assert all(one["replayed"] and one["status"] for one in found)
    assert lines("forecasts", "--ours", "--jsonl") == []


def test_json_has_the_scores_by_horizon(data):
    scores = data(*ASKED, "--json")
    assert [one["group"] for one in scores][:2] == ["all", "7d"]
    assert scores[0]["issued"] == sum(scores[0]["statuses"].values())


def test_kept_it_is_listed_and_scored_apart(full, lines, data):
    kept = lines(*ASKED, "--keep", "--jsonl")
    assert len(lines("forecasts", "--ours", "--jsonl")) == len(kept)
    assert lines("forecasts", "--ours", "--between", "USA,JPN", "--jsonl") == []
    assert {one["made"] for one in data("forecasts", "--ours", "--score", "--json")} == {"replayed"}
    assert "replayed" in full("forecasts", "--ours").stdout
    assert "replayed" in full("forecasts", "--ours", "--score").stdout


def test_an_empty_ledger_says_so(full):
    assert "nothing here yet" in full("forecasts", "--ours").stdout
    assert "nothing issued yet" in full("forecasts", "--ours", "--score").stdout
    assert json.loads(full("forecasts", "--ours", "--json").stdout) == []


def test_what_is_no_stretch_of_days_is_refused(full):
    assert full("replay", "2025-08-25", "2025-08-24").exit_code == 2
    assert full("replay", "2025-08-24", "2025-08-25", "--pair", "KOR").exit_code == 2
    assert full("replay", "2025-08-24", "2025-08-25", "--every", "0d").exit_code == 2
