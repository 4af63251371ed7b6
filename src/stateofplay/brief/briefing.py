"""A briefing on a pair of actors: sections of cited sentences, a chart and the notes; same record, same bytes."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from types import ModuleType
from typing import Any, Final

from stateofplay.board.board import Board
from stateofplay.brief.chart import Chart, begin, chart_of
from stateofplay.brief.note import Note, notes_of
from stateofplay.brief.phrasing import Phrasing, phrasing, signed
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Section
from stateofplay.brief.sections import (
    changes,
    chronology,
    disagreements,
    forecasts,
    outlook,
    positions,
    promises,
    standing,
)
from stateofplay.brief.sentence import Sentence
from stateofplay.errors import YourInput
from stateofplay.record.record import Record

SECTIONS: Final[tuple[ModuleType, ...]] = (
    standing,
    changes,
    promises,
    positions,
    disagreements,
    forecasts,
    outlook,
    chronology,
)
"""The modules that compose the sections, in the order of the briefing."""

_LEAD: Final = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """What is to be known of `pair` on the day `on`, by what had been published by `known` (None: everything).

    `caption` is what the chart shows, in a sentence; both are None where neither acted toward the other.
    """

    pair: tuple[str, str]
    on: date
    known: date | None
    phrasing: Phrasing
    sections: tuple[Section, ...]
    chart: Chart | None
    caption: Sentence | None
    notes: tuple[Note, ...]

    @property
    def title(self) -> str:
        """Whom it is about."""
        names = [self.phrasing.heading([actor]) for actor in self.pair]
        return self.phrasing.label("title", a=names[0], b=names[1])

    @property
    def as_of(self) -> str:
        """Which day it tells of, and by what."""
        key = "as_of_known" if self.known else "as_of"
        return self.phrasing.label(key, on=self.on.isoformat(), known=self.known.isoformat() if self.known else "")

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON: every sentence with the ids of its statements, and the notes that show these."""
        return {
            "pair": list(self.pair),
            "on": self.on.isoformat(),
            "known": self.known.isoformat() if self.known else None,
            "language": self.phrasing.tag,
            "sections": [section.as_json() for section in self.sections],
            "curve": [
                {"source": line.source, "target": line.target, "points": [row.points[at].as_json() for row in rows]}
                for rows in [self.chart.rows if self.chart else ()]
                for at, line in enumerate(self.chart.lines if self.chart else ())
            ],
            "notes": [note.as_json() for note in self.notes],
        }

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in the order of reading."""
        told = [sentence for section in self.sections for sentence in section.sentences]
        return (*told, self.caption) if self.caption else tuple(told)

    def numbers(self, sentence: Sentence) -> tuple[int, ...]:
        """Numbers of the notes that a sentence cites, in order."""
        return tuple(sorted({self._number[id] for id in sentence.statements}))

    @cached_property
    def _number(self) -> dict[str, int]:
        return {id: note.number for note in self.notes for id in note.statements}


def briefing_of(record: Record, board: Board, pair: tuple[str, str], *, language: str, region: str) -> Briefing:
    """The briefing on `pair` as `board` stands, in `language` (en, zh-Hant).

    `region` names the deals and issues that are known. YourInput where both actors are the same; NotFound for another
    language.
    """
    if pair[0] == pair[1]:
        raise YourInput(f"{pair[0]} has no relation to itself", mend="name two states or actors")
    scope = Scope(record=record, board=board, pair=pair, phrasing=phrasing(language), region=region)
    sections = tuple(Section(name=name_of(module), blocks=tuple(module.blocks(scope))) for module in SECTIONS)
    chart = _chart(scope)
    caption = _caption(scope, chart) if chart else None
    told = [sentence for section in sections for sentence in section.sentences] + ([caption] if caption else [])
    cited = tuple(dict.fromkeys(id for sentence in told for id in sentence.statements))
    return Briefing(
        pair=pair,
        on=board.on,
        known=board.known,
        phrasing=scope.phrasing,
        sections=sections,
        chart=chart,
        caption=caption,
        notes=notes_of(record, cited, board.known),
    )


def name_of(module: ModuleType) -> str:
    """The name of a section: that of its module."""
    return module.__name__.rpartition(".")[2]


def _chart(scope: Scope) -> Chart | None:
    days = [weighed.event.happened.first for way in scope.relations for weighed in way.events if weighed.event.happened]
    span = timedelta(days=sizes().curve_days)
    first = begin(min(days, default=None), scope.on, span=span, lead=_LEAD)
    return chart_of(scope.board, scope.pair, first, points=sizes().curve_points)


def _caption(scope: Scope, chart: Chart) -> Sentence:
    words = scope.phrasing
    scores = [
        words.label(
            "way",
            source=words.heading([line.source]),
            target=words.heading([line.target]),
            score=signed(point.score),
        )
        for line, point in zip(chart.lines, chart.rows[0].points, strict=True)
    ]
    share = f"{scope.board.weights.band * 100:.0f}"
    return words.sentence(
        "curve",
        tuple(id for way in scope.relations for id in scope.cited(weighed.event for weighed in way.events)),
        first=chart.frame.first.isoformat(),
        last=chart.frame.last.isoformat(),
        scores=words.label("semicolon").join(scores),
        share=share,
    )
