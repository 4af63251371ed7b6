"""`stateofplay brief`: text, files and data, in two languages."""

import io
import json

import docx
import pytest

from stateofplay.app.cli.brief import Language, format_of
from stateofplay.brief.format import Format
from stateofplay.brief.phrasing import LANGUAGES

TEXT = "date 2025-08-24\n\n2025年8月23日，南韓總統在東京與日本首相會談。\n"


@pytest.fixture
def filled(run, tmp_path):
    (tmp_path / "summit.txt").write_text(TEXT, encoding="utf-8")
    assert run("read", "summit.txt").exit_code == 0
    return run


def test_a_briefing_is_printed_with_its_notes(filled):
    shown = filled("brief", "Seoul", "日本").stdout
    assert shown.startswith("# South Korea – Japan\n")
    assert "[^1]: summit.txt" in shown or "[^1]: " in shown
    assert "南韓總統在東京與日本首相會談" in shown


def test_the_language_is_chosen_and_quotes_stay(filled):
    shown = filled("brief", "KOR", "JPN", "--lang", "zh-Hant").stdout
    assert shown.startswith("# 南韓與日本\n")


def test_a_file_is_written_in_the_format_of_its_ending(filled, tmp_path):
    result = filled("brief", "KOR", "JPN", "--out", "brief.docx")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "brief.docx: " in result.stderr
    paper = docx.Document(io.BytesIO((tmp_path / "brief.docx").read_bytes()))
    assert paper.paragraphs[0].text == "South Korea – Japan"


def test_a_format_can_be_named(filled):
    assert filled("brief", "KOR", "JPN", "--format", "html").stdout.startswith("<!doctype html>")


def test_data_have_the_statements_of_every_sentence(filled):
    data = json.loads(filled("brief", "KOR", "JPN", "--json").stdout)
    told = [s for section in data["sections"] for block in section["blocks"] for s in block["sentences"]]
    assert told
    assert all(sentence["statements"] for sentence in told)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("KOR", "KOR"), "no relation to itself"),
        (("KOR", "Nowhere"), "Nowhere"),
        (("KOR", "JPN", "--lang", "fr"), "fr"),
        (("KOR", "JPN", "--format", "pdf"), "pdf"),
    ],
)
def test_what_cannot_be_is_the_users_fault(filled, arguments, said):
    result = filled("brief", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_every_language_can_be_asked_for():
    assert tuple(language.value for language in Language) == LANGUAGES


@pytest.mark.parametrize(
    ("name", "format"), [("a.md", Format.MD), ("a.HTML", Format.HTML), ("a.docx", Format.DOCX), ("a.txt", Format.MD)]
)
def test_the_ending_chooses_the_format(tmp_path, name, format):
    assert format_of(tmp_path / name) is format
    assert format_of(None) is Format.MD
