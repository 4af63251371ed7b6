"""`stateofplay search`: passages with the words marked, as text or data, narrowed by what is asked."""

import json

import pytest


def test_the_words_are_marked_and_the_statements_named(full):
    said = full("search", "CONSULT kor")
    assert "⟦CONSULT⟧" in said.stdout
    assert "KOR → JPN" in said.stdout
    assert said.stdout.rstrip().endswith("documents")


def test_lines_of_data(full):
    rows = [json.loads(line) for line in full("search", "consult", "--jsonl").stdout.splitlines()]
    assert [row["published"] for row in rows] == sorted((row["published"] for row in rows), reverse=True)
    for row in rows:
        assert all(row["text"][start:end].casefold() == "consult" for start, end in row["marks"])
        assert {"document", "start", "end", "statements"} <= row.keys()


@pytest.mark.parametrize(
    ("options", "number"),
    [
        ((), 3),
        (("--actor", "北韓"), 1),
        (("--since", "2025-09"), 1),
        (("--until", "2025-08-24"), 1),
        (("--known", "2025-08-25"), 2),
        (("--kind", "position"), 0),
        (("--language", "ja"), 0),
        (("--limit", "2"), 2),
    ],
)
def test_filters(full, options, number):
    assert len(json.loads(full("search", "CONSULT", *options, "--json").stdout)) == number


def test_nothing_found(full):
    assert "no passage holds" in full("search", "zebra").stdout


@pytest.mark.parametrize(
    "options", [("x", "--kind", "rumour"), ("...",), ("x", "--language", "fr"), ("x", "--actor", "Nowhere")]
)
def test_what_is_wrong_is_said(full, options):
    result = full("search", *options)
    assert result.exit_code == 2
    assert result.stderr
