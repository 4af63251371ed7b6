"""Markdown of a briefing: every sentence has a footnote, every footnote stands once, no sign is taken for markup."""

import re

from stateofplay.brief.markdown import markdown


def test_every_sentence_ends_in_footnotes_and_each_is_there(brief, language):
    text = markdown(brief(language))
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert lines
    assert all(re.search(r"(\[\^\d+\])+$", line) for line in lines)
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert defined == [str(number) for number in range(1, len(defined) + 1)]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(defined)


def test_a_note_has_outlet_title_day_language_and_quote(brief):
    text = markdown(brief())
    assert (
        "Harbour \\[Wire\\], Two men, one table, 2026-01-06, English: “Xi and Lee met in Beijing on 5 January”"
    ) in text
    assert "海峽報, 2026-01-07, Traditional Chinese: 「兩國領袖五日在北京會談」" in text


def test_signs_of_markdown_are_words(brief):
    assert "Wire \\| Two" in markdown(brief())


def test_the_chart_is_its_table(brief):
    rows = [line for line in markdown(brief()).splitlines() if line.startswith("| ")]
    assert rows[0].count("|") == rows[1].count("|") == rows[-1].count("|")
    assert rows[2].startswith("| 2026-02-01 | ")


def test_blank_sections_are_shown(brief):
    text = markdown(brief(pair=("BRA", "PER")))
    assert text.count("nothing in the record") == text.count("\n## ")
    assert "Score over time" not in text
