"""`stateofplay next`: ranked moves as text in two languages and as data, and errors that say what to do."""

import pytest

from stateofplay.app.cli.options import length

DAY = ("--on", "2025-09-02")


def test_moves_are_printed_with_figure_band_baselines_and_reasons(full):
    shown = full("next", "KOR", "--toward", "Japan", *DAY).stdout
    assert shown.startswith("What South Korea may do toward Japan next, 2025-09-03 to 2025-10-02\n")
    assert "talks between South Korea and Japan" in shown
    assert "base rate" in shown
    assert "“CONSULT KOR>JPN on 2025-08-23 occurred.”" in shown
    assert "Words of likelihood are those of ICD 203." in shown


def test_the_language_is_chosen_and_quotes_stay(full):
    shown = full("next", "南韓", "--toward", "日本", "--lang", "zh-Hant", *DAY).stdout
    assert shown.startswith("南韓接下來可能對日本採取的舉動，2025-09-03 至 2025-10-02\n")
    assert "基準率" in shown
    assert "“CONSULT KOR>JPN on 2025-08-23 occurred.”" in shown


def test_a_number_of_moves_is_shown_and_the_rest_counted(full):
    shown = full("next", "KOR", "--toward", "JPN", "--limit", 2, *DAY).stdout
    assert " 2. " in shown
    assert " 3. " not in shown
    assert "and 14 more moves: --limit shows more" in shown


def test_data_have_every_reason_with_its_sentence_and_statements(data):
    found = data("next", "KOR", "--toward", "JPN", "--json", *DAY)
    assert (found["source"], found["target"], found["first"], found["last"]) == (
        *("KOR", "JPN"),
        *("2025-09-03", "2025-10-02"),
    )
    assert len(found["moves"]) == found["in_all"] == 16
    for move in found["moves"]:
        assert 0 <= move["low"] <= move["probability"] <= move["high"] < 1
        assert move["reasons"]
        assert all(reason["sentence"] for reason in (*move["reasons"], *move["against"]))
    talks = next(move for move in found["moves"] if move["type"] == "CONSULT")
    cited = [id for reason in talks["reasons"] for id in reason["statements"]]
    quoted = {sentence["statement"] for told in found["sentences"].values() for sentence in told}
    assert cited
    assert {*cited} <= quoted


def test_lines_are_moves(lines):
    found = lines("next", "KOR", "--toward", "JPN", "--both", "--jsonl", "--limit", 3, *DAY)
    assert len(found) == 3
    assert {(move["source"], move["target"]) for move in found} <= {("KOR", "JPN"), ("JPN", "KOR")}


def test_one_type_and_another_window(data):
    found = data("next", "KOR", "--toward", "JPN", "--type", "consult", "--within", "7d", "--json", *DAY)
    assert [(move["type"], move["last"]) for move in found["moves"]] == [("CONSULT", "2025-09-09")]


def test_who_is_in_no_document_gets_base_rates_and_is_told_so(full):
    shown = full("next", "New Zealand", "--toward", "Japan", *DAY).stdout
    assert "What follows rests on base rates, and on the silence about them." in shown
    assert "Too little data" in shown


@pytest.mark.parametrize(("text", "days"), [("30d", 30), ("7", 7), ("12w", 84), (" 90 D ", 90)])
def test_a_window_is_days_or_weeks(text, days):
    assert length(text) == days


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Nowhere",), "no state or actor is called 'Nowhere'"),
        (("KOR", "--toward", "Seoul"), "toward itself"),
        (("KOR", "--type", "DANCE"), "no event type 'DANCE'"),
        (("KOR", "--within", "soon"), "is no length of time"),
        (("KOR", "--within", "0d"), "is no length of time"),
        (("KOR", "--both"), "name the other side with --toward"),
    ],
)
def test_what_is_wrong_is_said(full, arguments, said):
    result = full("next", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr.replace("│", " ").replace("\n", " ").replace("  ", " ")


def test_a_record_without_a_day_asks_for_one(run, builtin, tmp_path):
    (tmp_path / "page.txt").write_text("CONSULT KOR>JPN on ? occurred.\n", encoding="utf-8")
    assert run("read", "page.txt").exit_code == 0
    result = run("next", "KOR")
    assert result.exit_code == 2
    assert "--on" in result.stderr
