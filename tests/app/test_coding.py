"""Coding: a line in, its events out; a wrong line says what is wrong with it, and the next is coded all the same."""

import json

import pytest

from stateofplay.app.coding import Types, code_lines

TEXT = "CONSULT KOR>JPN on 2025-08-23 occurred."


@pytest.fixture
def code(plain):
    def coded(*lines):
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        return list(code_lines(texts, plain.open_plain("x")))

    return coded


def test_an_event_has_exactly_the_fields_of_the_contract(code):
    assert code({"id": "a", "text": TEXT}) == [
        {
            "id": "a",
            "type": "CONSULT",
            "source": ["KOR"],
            "target": ["JPN"],
            "from": "2025-08-23",
            "to": "2025-08-23",
            "status": "occurred",
            "quote": TEXT,
            "people": [],
            "why": [],
        }
    ]


def test_several_events_give_several_lines_in_order(code):
    answers = code({"id": 7, "text": f"{TEXT} SANCTION USA>KOR on 2025-08 occurred."})
    assert [(answer["id"], answer["type"]) for answer in answers] == [(7, "CONSULT"), (7, "SANCTION")]


@pytest.mark.parametrize(
    ("text", "type", "target"),
    [
        ("SANCTION USA>KOR on 2025-08 planned.", "THREATEN", ["KOR"]),
        ("AID USA>KOR on 2025-08 planned.", "AGREE", ["KOR"]),
        ("CONSULT USA>KOR on 2025-08 planned.", "AGREE", ["KOR"]),
        ("AID USA>KOR on 2025-08 occurred.", "AID", ["KOR"]),
        ("ACCUSE USA>KOR on 2025-08 planned.", "ACCUSE", ["KOR"]),
        ("PROTEST KOR> on 2025-08 occurred.", "PROTEST", ["KOR"]),
        ("SANCTION KOR> on 2025-08 occurred.", "COERCE", ["KOR"]),
        ("COOPERATE KOR> on 2025-08 occurred.", "COOPERATE", []),
    ],
)
def test_announcements_and_domestic_acts_are_coded_by_the_codebook(code, text, type, target):
    (answer,) = code({"id": 1, "text": text})
    assert (answer["type"], answer["target"]) == (type, target)


def test_all_types_are_coded_as_the_record_has_them(plain):
    line = json.dumps({"id": 1, "text": "SANCTION USA>KOR on 2025-08 planned. TRANSITION KOR> on 2025-08 occurred."})
    answers = list(code_lines([line], plain.open_plain("x"), Types.ALL))
    assert [(answer["type"], answer["target"]) for answer in answers] == [("SANCTION", ["KOR"]), ("TRANSITION", [])]


@pytest.mark.parametrize("text", ["Nothing happened.", "KOR is for peace.", ""])
def test_no_event_gives_one_line_that_says_so(code, text):
    assert code({"id": 1, "text": text}) == [{"id": 1, "type": None}]


@pytest.mark.parametrize("tag", ["zh", "zh-TW", "EN", "other", "", None])
def test_usual_language_tags_will_do(code, tag):
    assert [answer["type"] for answer in code({"id": 1, "text": TEXT, "language": tag})] == ["CONSULT"]


def test_published_and_language_are_passed_on(plain):
    seen = []

    class Watching(plain.PlainReader):
        def read(self, document):
            seen.append(document)
            return ()

    line = json.dumps({"id": 1, "text": "首爾與東京會談。", "published": "2025-08-24", "language": "zh-Hant"})
    list(code_lines([line], Watching()))
    assert seen[0].published.iso == "2025-08-24"
    assert [language.value for language in seen[0].languages] == ["zh-Hant"]


def test_blank_lines_are_skipped(code):
    assert [answer["id"] for answer in code("", {"id": 1, "text": ""}, "  \n")] == [1]


@pytest.mark.parametrize(
    ("line", "id", "what"),
    [
        ("{oops", None, "not JSON"),
        ("[1]", None, "not of the form"),
        ('{"text": "x"}', None, "not of the form"),
        ('{"id": 4}', 4, "not of the form"),
        ('{"id": 5, "text": 5}', 5, "not of the form"),
        ('{"id": 6, "text": "x", "published": "soon"}', 6, "not a day"),
        ('{"id": 7, "text": "x", "language": "tlh"}', 7, "tlh"),
    ],
)
def test_a_wrong_line_costs_itself_alone(code, line, id, what):
    wrong, right = code(line, {"id": 9, "text": TEXT})
    assert (wrong["id"], wrong["type"]) == (id, None)
    assert wrong["error"].startswith("line 1: ")
    assert what in wrong["error"]
    assert right["type"] == "CONSULT"
