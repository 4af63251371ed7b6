"""`stateofplay forecast`: what is forecast is kept once, and printed with its rule."""

ASKED = ("forecast", "KOR", "--toward", "JPN", "--within", "30d")


def test_what_is_forecast_is_kept_once_with_its_rule_and_hashes(lines):
    made = lines(*ASKED, "--jsonl")
    assert {one["type"] for one in made} >= {"CONSULT", "SANCTION"}
    assert all(one["reasons"] and one["state"] and one["model"] for one in made)
    assert {one["first"] for one in made} == {"2025-09-03"}
    assert lines(*ASKED, "--jsonl") == made
    assert len(lines("forecasts", "--ours", "--jsonl")) == len(made)


def test_it_is_printed_the_most_probable_first(full):
    shown = full(*ASKED).stdout
    assert "CONSULT KOR – JPN, 2025-09-03..2025-10-02" in shown
    assert "base rate" in shown


def test_made_for_an_earlier_day_it_is_marked_as_replayed(lines):
    made = lines(*ASKED, "--on", "2025-08-25", "--jsonl")
    assert {one["replayed"] for one in made} == {True}
    assert {one["day"] for one in made} == {"2025-08-25"}


def test_windows_may_be_several_and_must_be_lengths(full, lines):
    made = lines("forecast", "KOR", "--toward", "JPN", "--within", "7d,2w", "--jsonl")
    assert {(one["first"], one["last"]) for one in made} == {("2025-09-03", "2025-09-09"), ("2025-09-03", "2025-09-16")}
    assert full("forecast", "KOR", "--within", "soon").exit_code == 2
    assert full("forecast", "KOR", "--toward", "Nowhere").exit_code == 2


def test_what_is_kept_is_forecast_of_the_whole_record(full):
    """Else two forecasts of one day would rest on different records, and nothing would tell them apart."""
    for command in (ASKED, ("replay", "2025-08-20", "2025-08-30", "--keep")):
        result = full(*command, "--sure", "0.5")
        assert result.exit_code == 2
        assert "leave out --sure" in result.stderr
    assert full("replay", "2025-08-20", "2025-08-30", "--sure", "0.5").exit_code == 0
