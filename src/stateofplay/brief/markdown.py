"""A briefing as Markdown: every sentence with its footnotes, the chart as its table, the notes with their quotes."""

import re
from collections.abc import Iterator
from typing import Final

from stateofplay.brief.briefing import Briefing
from stateofplay.brief.chart import Chart, way
from stateofplay.brief.note import Note
from stateofplay.brief.phrasing import signed
from stateofplay.brief.section import Block, Section
from stateofplay.brief.sentence import Sentence
from stateofplay.brief.source import cited_as

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|#~])")


def markdown(briefing: Briefing) -> str:
    """The whole briefing, ending in a line break."""
    words = briefing.phrasing
    parts = [f"# {_plain(briefing.title)}", _plain(briefing.as_of), _plain(words.label("preface"))]
    for section in briefing.sections:
        parts += _section(briefing, section)
    if briefing.chart and briefing.caption:
        parts += [f"## {words.label('section.chart')}", _sentence(briefing, briefing.caption)]
        parts.append(_table(briefing, briefing.chart))
    parts.append(f"## {words.label('section.sources')}")
    parts += [_note(briefing, note) for note in briefing.notes] or [words.label("blank")]
    return "\n\n".join(parts) + "\n"


def _section(briefing: Briefing, section: Section) -> Iterator[str]:
    yield f"## {briefing.phrasing.label(f'section.{section.name}')}"
    if not section.blocks:
        yield briefing.phrasing.label("blank")
    for block in section.blocks:
        yield from _block(briefing, block)


def _block(briefing: Briefing, block: Block) -> Iterator[str]:
    if block.heading:
        yield f"### {_plain(block.heading)}"
    yield "\n".join(f"- {_sentence(briefing, sentence)}" for sentence in block.sentences)


def _sentence(briefing: Briefing, sentence: Sentence) -> str:
    return _plain(sentence.text) + "".join(f"[^{number}]" for number in briefing.numbers(sentence))


def _table(briefing: Briefing, chart: Chart) -> str:
    words = briefing.phrasing
    head = [words.label("chart.day")]
    for line in chart.lines:
        head += [way(line, words), words.label("chart.band")]
    lines = [_row(head), _row(["---", *["---:"] * (len(head) - 1)])]
    for row in chart.rows:
        cells = [row.day.isoformat()]
        for point in row.points:
            cells += [signed(point.score), f"{signed(point.low)} … {signed(point.high)}"]
        lines.append(_row(cells))
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _note(briefing: Briefing, note: Note) -> str:
    quote = briefing.phrasing.quote(note.quote, note.language).text
    return f"[^{note.number}]: {_plain(cited_as(note, briefing.phrasing) + briefing.phrasing.label('colon') + quote)}"


def _plain(text: str) -> str:
    """Text in which nothing is taken for a sign of Markdown, on one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split("\n")))
