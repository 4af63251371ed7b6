"""The outlook of an actor or a pair on a day: ranked moves, what the calendar holds, and the sentences behind both.

It rests on what had happened by its day, as told by what was published by its knowledge date, and on nothing later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.board.sentence import Sentence, sentences_of
from stateofplay.forecast.graph import Data, EventGraph, graph_of
from stateofplay.forecast.monthly import rates_on, reached
from stateofplay.forecast.move import Move
from stateofplay.forecast.moves import moves
from stateofplay.forecast.occasions import Falling, expected, falling
from stateofplay.forecast.rates import Rates
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.region import merged
from stateofplay.record.record import Record

WINDOWS: Final = (7, 30, 90)
"""Lengths of window, in days, at which the probabilities are held to what happened."""

_NEAREST: Final = 7
"""Actors of the region, the first ones, toward whom somebody is ranked who has dealt with nobody."""

_TOLD_BY: Final = 2
"""Sentences shown for one event: the first that tell it, of different documents."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What will `source` do, toward `target` or anybody (None), within so many days?

    `both` asks for what `target` does toward `source` as well. `type` keeps moves of one event type. `data` says which
    events of the record count. ValueError for a window of no day, or two sides that are one.
    """

    source: str
    target: str | None = None
    both: bool = False
    within: int = 30
    type: str | None = None
    data: Data = Data.BOTH

    def __post_init__(self) -> None:
        if self.within < 1:
            raise ValueError(f"a window of {self.within} days")
        if self.source == self.target:
            raise ValueError(f"{self.source} toward itself")


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """The answer to a `question` on the day `on`, by what had been published by `known` (None: everything).

    `moves` come most probable first. `occasions` are those of the region's calendar within the window that concern all
    who are asked about. `events` counts the events that the probabilities were reckoned from, `of_these` those that are
    between the two, or of the one, asked about; `begins` is the day of the first, None where there is none. `sentences`
    has, by id, the events on which a reason rests, each with sentences that tell it.
    """

    question: Question
    on: date
    known: date | None
    moves: tuple[Move, ...]
    occasions: tuple[Falling, ...]
    events: int
    of_these: int
    begins: date | None
    sentences: Mapping[str, tuple[Sentence, ...]] = field(repr=False, hash=False)

    @property
    def first(self) -> date:
        """First day of the window."""
        return self.on + timedelta(days=1)

    @property
    def last(self) -> date:
        """Last day of the window, included."""
        return self.on + timedelta(days=self.question.within)

    @property
    def thin(self) -> bool:
        """Whether every probability is mostly a base rate."""
        return all(move.thin for move in self.moves)

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON, reasons as numbers."""
        question = self.question
        return {
            "source": question.source,
            "target": question.target,
            "both": question.both,
            "type": question.type,
            "data": question.data.value,
            "on": self.on.isoformat(),
            "known": self.known.isoformat() if self.known else None,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "events": self.events,
            "of_these": self.of_these,
            "begins": self.begins.isoformat() if self.begins else None,
            "thin": self.thin,
            "occasions": [one.as_json() for one in self.occasions],
            "moves": [move.as_json() for move in self.moves],
            "sentences": {id: [one.as_json() for one in told] for id, told in sorted(self.sentences.items())},
        }

    def cited(self, events: Iterable[str]) -> tuple[Sentence, ...]:
        """The sentences that tell of these events, by id; () for events of data that have none."""
        return tuple(sentence for id in events for sentence in self.sentences.get(id, ()))


def outlook_of(record: Record, question: Question, *, on: date, known: date | None, region: str) -> Outlook:
    """The outlook from a record. `region` names the calendar; a day after the last document is no error."""
    told = graph_of(record, on=on, known=known, data=question.data)
    graph = reached(told, on)
    found = answer(graph, question, on=on, rates=rates_on(told, on), region=region)
    return Outlook(
        question=question,
        on=on,
        known=known,
        moves=found,
        occasions=tuple(one for one in _ahead(question, on, region) if _concerns(one, question)),
        events=_count(graph, None),
        of_these=_count(graph, question),
        begins=date.fromordinal(int(graph.day[0])) if len(graph) else None,
        sentences=_sentences(record, known, _rests_on(found)),
    )


def answer(graph: EventGraph, question: Question, *, on: date, rates: Rates, region: str) -> tuple[Move, ...]:
    """The moves that a question asks for, from what had happened by the day `on`, with the calendar of `region`."""
    ahead = _ahead(question, on, region)
    reckoned = _moves(graph, question, on, rates, merged(region, "world").actors[:_NEAREST])
    return ranked((expected(move, ahead) for move in reckoned), question)


def ranked(found: Iterable[Move], question: Question) -> tuple[Move, ...]:
    """The moves that a question asks for, the most probable first.

    A meeting, an agreement or joint work has no direction: where both sides of a pair are asked about it comes once.
    """
    kept = {
        _act(move, question.both): move
        for move in sorted(found, key=lambda move: move.source == question.source)
        if question.type in (None, move.type)
    }
    return tuple(sorted(kept.values(), key=lambda move: (-move.probability, move.source, move.target, move.type)))


def _act(move: Move, both: bool) -> tuple[Any, ...]:
    mutual = both and move.type in event_types() and event_types()[move.type].mutual
    return (move.type, frozenset((move.source, move.target)) if mutual else (move.source, move.target))


def _ahead(question: Question, on: date, region: str) -> tuple[Falling, ...]:
    """Occasions of the calendar that fall within the window."""
    return falling(merged(region, "world").calendar, on + timedelta(days=1), on + timedelta(days=question.within))


def _moves(graph: EventGraph, question: Question, on: date, rates: Rates, nearest: Sequence[str]) -> list[Move]:
    """The moves of all ways asked about; toward the `nearest` actors where the source has dealt with nobody."""
    reckon = partial(moves, graph, on=on, within=question.within, rates=rates)
    found = reckon(source=question.source, target=question.target)
    if question.both and question.target:
        found += reckon(source=question.target, target=question.source)
    elif not found:
        others = [actor for actor in nearest if actor != question.source]
        found = [move for actor in others for move in reckon(source=question.source, target=actor)]
    return found


def _concerns(one: Falling, question: Question) -> bool:
    named = {*one.occasion.actors, *(side for way in one.occasion.customs for side in (way.source, way.target))}
    return question.source in named and (question.target is None or question.target in named)


def _count(graph: EventGraph, question: Question | None) -> int:
    """How many events of the graph there are, or how many concern those asked about."""
    kept = np.ones(len(graph), dtype=np.bool_)
    if question is not None:
        sides = (question.source, question.target)
        asked = np.array([actor in sides for actor in graph.actors] or [False], dtype=np.bool_)
        join = np.logical_and if question.target else np.logical_or
        kept = join(asked[graph.source], asked[graph.target])
    if graph.event is None:
        return int(kept.sum())
    # Arrow, since numpy would sort the ids of ten million events to count them.
    return int(pc.count_distinct(pa.array(graph.event[kept], pa.string())).as_py())


def _rests_on(found: Sequence[Move]) -> list[str]:
    return sorted({id for move in found for reason in (*move.reasons, *move.against) for id in reason.events})


def _sentences(record: Record, known: date | None, events: list[str]) -> dict[str, tuple[Sentence, ...]]:
    """Event id → the sentences that tell it, earliest published first."""
    table = record.event_table(known).select(["event", "tellings"])
    rows = table.filter(pc.is_in(table["event"], pa.array(events, pa.string()))).to_pylist() if events else []
    told = sentences_of(record, (id for row in rows for id in row["tellings"]))
    return {row["event"]: _first_told([told[id] for id in row["tellings"] if id in told]) for row in rows}


def _first_told(sentences: list[Sentence]) -> tuple[Sentence, ...]:
    one_each: dict[str, Sentence] = {}
    for sentence in sentences:
        one_each.setdefault(sentence.document, sentence)
    return tuple(one_each.values())[:_TOLD_BY]
