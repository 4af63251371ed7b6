"""The Word file of a briefing, read back."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from stateofplay.brief.briefing import SECTIONS
from stateofplay.brief.word import word
from stateofplay.documents.word import read


@pytest.fixture
def paper(brief, language):
    return docx.Document(io.BytesIO(word(brief(language))))


def test_every_sentence_stands_with_its_numbers(paper, brief, language):
    briefing = brief(language)
    told = [p for p in paper.paragraphs if p.style.name == "List Bullet"]
    expected = [s for section in briefing.sections for s in section.sentences]
    assert len(told) == len(expected)
    for paragraph, sentence in zip(told, expected, strict=True):
        numbers = " ".join(map(str, briefing.numbers(sentence)))
        assert paragraph.text == f"{sentence.text} {numbers}"


def test_numbers_lead_to_the_list_of_sources(paper, brief, language):
    body = paper.element.body
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert anchors == names == {f"note{note.number}" for note in brief(language).notes}


def test_the_table_says_what_the_chart_says(paper, brief, language):
    (table,) = paper.tables
    chart = brief(language).chart
    assert [row.cells[0].text for row in table.rows][1:] == [row.day.isoformat() for row in chart.rows]


def test_quotes_carry_their_language(paper):
    tags = {tag.get(qn("w:eastAsia")) for tag in paper.element.body.iter(qn("w:lang"))}
    assert {"zh-TW", "ko-KR"} <= tags


def test_headings_make_an_outline(paper):
    styles = [p.style.name for p in paper.paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 2 + len(SECTIONS)


def test_our_own_reader_reads_it(brief):
    (extract,) = read(word(brief()), "brief.docx")
    assert "Xi and Lee met in Beijing on 5 January" in extract.text
    assert extract.known.title == "South Korea – China"


def test_no_clock_is_in_the_file(brief):
    with zipfile.ZipFile(io.BytesIO(word(brief()))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_blank_briefing_is_a_file(brief):
    paper = docx.Document(io.BytesIO(word(brief(pair=("BRA", "PER")))))
    assert paper.tables == []
