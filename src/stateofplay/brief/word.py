"""A briefing as a Word document: headings, lists, the table of the chart, numbered sources; always the same bytes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from stateofplay.brief.briefing import Briefing
from stateofplay.brief.chart import Chart, way
from stateofplay.brief.note import Note
from stateofplay.brief.phrasing import signed
from stateofplay.brief.section import Section
from stateofplay.brief.sentence import Sentence, Span
from stateofplay.brief.source import source_spans

_STAMP: Final = (1980, 1, 1, 0, 0, 0)
_TAGS: Final = {"zh-Hant": "zh-TW", "zh-Hans": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "en": "en-GB"}
"""What Word calls our languages; its own tags name a place where ours name a script."""


def word(briefing: Briefing) -> bytes:
    """The whole document."""
    paper = docx.Document()
    _describe(paper, briefing)
    words = briefing.phrasing
    paper.add_heading(briefing.title, 0)
    paper.add_paragraph(briefing.as_of)
    paper.add_paragraph(words.label("preface"))
    for section in briefing.sections:
        _add_section(paper, briefing, section)
    if briefing.chart and briefing.caption:
        paper.add_heading(words.label("section.chart"), 1)
        _add_sentence(paper.add_paragraph(), briefing, briefing.caption)
        _add_table(paper, briefing, briefing.chart)
    paper.add_heading(words.label("section.sources"), 1)
    for note in briefing.notes:
        _add_note(paper, briefing, note)
    if not briefing.notes:
        paper.add_paragraph(words.label("blank"))
    return _packed(paper)


def _describe(paper: Any, briefing: Briefing) -> None:
    """Title, language and day of the document; none of it tells when or where it was written."""
    about = paper.core_properties
    about.title, about.author, about.comments = briefing.title, "State of Play", ""
    about.language = briefing.phrasing.tag
    about.created = about.modified = datetime(briefing.on.year, briefing.on.month, briefing.on.day, tzinfo=UTC)
    _set_language(paper.styles["Normal"].element.get_or_add_rPr(), briefing.phrasing.tag)


def _add_section(paper: Any, briefing: Briefing, section: Section) -> None:
    paper.add_heading(briefing.phrasing.label(f"section.{section.name}"), 1)
    if not section.blocks:
        paper.add_paragraph(briefing.phrasing.label("blank"))
    for block in section.blocks:
        if block.heading:
            paper.add_heading(block.heading, 2)
        for sentence in block.sentences:
            _add_sentence(paper.add_paragraph(style="List Bullet"), briefing, sentence)


def _add_sentence(paragraph: Any, briefing: Briefing, sentence: Sentence) -> None:
    _add_spans(paragraph, sentence.spans)
    paragraph.add_run(" ")
    for place, number in enumerate(briefing.numbers(sentence)):
        if place:
            paragraph.add_run(" ").font.superscript = True
        _add_link(paragraph, number)


def _add_spans(paragraph: Any, spans: Sequence[Span]) -> None:
    for span in spans:
        run = paragraph.add_run(span.text)
        if span.language:
            _set_language(run._r.get_or_add_rPr(), span.language)


def _add_link(paragraph: Any, number: int) -> None:
    """The number of a note in superscript, which leads to it."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"note{number}")
    run = paragraph.add_run(str(number))
    run.font.superscript = True
    link.append(run._r)
    paragraph._p.append(link)


def _add_note(paper: Any, briefing: Briefing, note: Note) -> None:
    """A numbered source. The number is text, so that it is the same in whatever opens the file."""
    words = briefing.phrasing
    paragraph = paper.add_paragraph()
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(note.number))
    start.set(qn("w:name"), f"note{note.number}")
    paragraph._p.append(start)
    paragraph.add_run(f"{note.number}. ")
    paragraph._p.append(end)
    quote = words.quote(note.quote, note.language)
    _add_spans(paragraph, (*source_spans(note, words), Span(text=words.label("colon")), quote))


def _add_table(paper: Any, briefing: Briefing, chart: Chart) -> None:
    words = briefing.phrasing
    table = paper.add_table(rows=1, cols=1 + 2 * len(chart.lines), style="Table Grid")
    head = [words.label("chart.day")]
    for line in chart.lines:
        head += [way(line, words), words.label("chart.band")]
    _fill(table.rows[0], head)
    for row in chart.rows:
        cells = [row.day.isoformat()]
        for point in row.points:
            cells += [signed(point.score), f"{signed(point.low)} … {signed(point.high)}"]
        _fill(table.add_row(), cells)


def _fill(row: Any, cells: Sequence[str]) -> None:
    for cell, text in zip(row.cells, cells, strict=True):
        cell.text = text


def _set_language(properties: Any, tag: str) -> None:
    """Tell Word the language of a run, so that Han characters take its shapes and spelling is checked in it."""
    name = _TAGS.get(tag, "")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    if name:
        language = OxmlElement("w:lang")
        language.set(qn("w:val" if tag == "en" else "w:eastAsia"), name)
        properties.append(language)


def _packed(paper: Any) -> bytes:
    """The bytes of the file with the clock taken out: a zip has the moment of writing in every entry."""
    written, packed = BytesIO(), BytesIO()
    paper.save(written)
    with ZipFile(written) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, _STAMP)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
