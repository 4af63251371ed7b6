"""Gold: found beside its texts, and every faulty line told."""

import json
from pathlib import Path

import pytest

from stateofplay.errors import DataFileError, DocumentError, NotFound
from stateofplay.reading.evaluation.gold import open_gold

EVENT = {"kind": "event", "type": "CONSULT", "status": "occurred", "source": ["KOR"], "target": ["JPN"]}
TEXT = "date 2025-08-24\n\nKorea met Japan on Saturday.\n\n南韓總統李在明與日本首相石破茂週六在東京舉行會談。\n"


def written(path: Path, *lines: object) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines))
    return path


@pytest.fixture
def gold(tmp_path):
    return lambda *lines: written(tmp_path / "gold.jsonl", *lines)


@pytest.mark.parametrize("name", ["a.txt", "a_0123.txt", "a.md"])
def test_a_document_is_found_by_its_name_beside_the_gold(gold, tmp_path, name):
    (tmp_path / name).write_text(TEXT)
    (case,) = open_gold(gold({"doc": "a", "quote": "Korea met Japan", **EVENT}))
    assert case.document.published.iso == "2025-08-24"
    assert (len(case.marks), case.lost) == (1, ())


def test_its_very_name_goes_before_one_that_begins_so(gold, tmp_path):
    (tmp_path / "a_1.txt").write_text("Another text.")
    (tmp_path / "a.txt").write_text(TEXT)
    (case,) = open_gold(gold({"doc": "a", "quote": "Korea met Japan", **EVENT}))
    assert case.lost == ()


def test_two_versions_in_one_file_are_two_cases(gold, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a_0123.txt").write_text(TEXT)
    lines = [
        {"doc": "a_zh", "lang": "zh-Hant", "quote": "舉行會談", **EVENT},
        {"doc": "a_en", "lang": "en", "quote": "Korea met", **EVENT},
    ]
    zh, en = open_gold(gold(*lines), [folder])
    assert (zh.doc, zh.languages, zh.partial, en.languages) == ("a_zh", ("zh-Hant",), True, ("en",))
    assert zh.document.id == en.document.id


def test_a_line_may_bring_its_text(gold):
    line = {"id": "s1", "text": "Korea met Japan.", "published": "2025-08-24", "events": [{**EVENT, "quote": "met"}]}
    said = {"kind": "cause", "status": "occurred", "quote": "Korea"}
    one, two = open_gold(gold(line, {**line, "id": "s2", "events": [], "statements": [said]}))
    assert (one.doc, one.language, one.document.published.iso, one.marks[0].span) == ("s1", "en", "2025-08-24", (5, 8))
    assert [mark.kind for mark in two.marks] == ["cause"]


def test_a_file_named_after_a_language_is_in_it(tmp_path):
    path = written(tmp_path / "ja.jsonl", {"id": 1, "text": "会談", "events": []})
    assert [case.language for case in open_gold(path)] == ["ja"]


def test_only_some_lines(gold):
    lines = [{"id": n, "text": "x", "half": half, "events": []} for n, half in enumerate(("open", "held"))]
    assert [case.doc for case in open_gold(gold(*lines), only={"half": "held"})] == ["1"]


def test_a_quote_that_is_not_in_its_text_is_told(gold):
    (case,) = open_gold(gold({"id": 1, "text": "Korea met Japan.", "events": [{**EVENT, "quote": "never"}]}))
    assert [mark.quote for mark in case.lost] == ["never"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        ({"quote": "x", **EVENT}, "neither a document"),
        ({"doc": "a", **EVENT}, "no quote"),
        ({"doc": "a", "quote": "x", **EVENT, "kind": "rumour"}, "'rumour'"),
        ({"doc": "a", "quote": "x", **EVENT, "type": "MEET"}, "'MEET'"),
        ({"id": 1, "text": "x", "events": [{**EVENT, "quote": "x", "status": "done"}]}, "'done'"),
    ],
)
def test_every_faulty_line_is_told_with_its_number(gold, line, problem):
    with pytest.raises(DataFileError) as caught:
        open_gold(gold({"id": 0, "text": "x", "events": []}, line, line))
    assert [told[:7] for told in caught.value.problems] == ["line 2:", "line 3:"]
    assert problem in caught.value.problems[0]


def test_no_gold_no_text_and_no_readable_text_are_told(gold, tmp_path):
    with pytest.raises(NotFound, match="no statements"):
        open_gold(tmp_path / "absent.jsonl")
    asked = gold({"doc": "a", "quote": "x", **EVENT})
    with pytest.raises(NotFound, match="no text for document 'a'"):
        open_gold(asked)
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(DocumentError, match=r"a\.txt"):
        open_gold(asked)
