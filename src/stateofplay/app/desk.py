"""The desk: an open record and everything one can ask of it, the same calls behind every door."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from stateofplay import __version__
from stateofplay.app.coding import Shape, Types, code_lines
from stateofplay.app.given import day_of, parsed, parsed_day, variants
from stateofplay.app.read_report import ReadReport
from stateofplay.app.readers import LLM, READER, READERS, REGION, Opener, opener_of
from stateofplay.board.board import Board, board_of
from stateofplay.board.change import Changes
from stateofplay.board.changes import changes_of
from stateofplay.board.disagreements import Disagreements, disagreements_of
from stateofplay.board.facts import Facts, Noun, facts_of, ids_of, named
from stateofplay.board.foretelling import forecasts_of
from stateofplay.board.foretold import Foretold
from stateofplay.board.position import Positions
from stateofplay.board.positions import issue_named, positions_of
from stateofplay.board.profile import Profile, profile_of
from stateofplay.board.promises import Promises, promises_of
from stateofplay.brief.briefing import Briefing, briefing_of
from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.errors import YourInput
from stateofplay.exchange.arrival import Arrival
from stateofplay.exchange.out.format import format_named
from stateofplay.exchange.out.gold import Reviewed, gold_of
from stateofplay.exchange.out.selection import Selection
from stateofplay.forecast.graph import Data
from stateofplay.forecast.issuing import issuing_of, ways_of
from stateofplay.forecast.ledger import Entry, entries_of
from stateofplay.forecast.outlook import WINDOWS, Outlook, Question, outlook_of
from stateofplay.forecast.replay import days_of, replay
from stateofplay.knowledge.actor import resolve
from stateofplay.knowledge.event_type import event_type
from stateofplay.knowledge.region import merged
from stateofplay.reading.statement import Statement
from stateofplay.record.addition import Unread
from stateofplay.record.check import Problem, check
from stateofplay.record.column import having, numbers
from stateofplay.record.event import Event
from stateofplay.record.issued import Issued
from stateofplay.record.record import Record, open_record
from stateofplay.record.review import Review, Verdict
from stateofplay.record.reviewing import Opinion
from stateofplay.record.roll import stands
from stateofplay.record.search import PER_ANSWER, Filter, Found, Search

Progress = Callable[[str, int, int], None]
Moment = Callable[[], datetime]


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def open(path: str | Path = "record", *, create: bool = True, sure: float = 0.0) -> "Desk":
    """Open the record in the folder `path`, made anew where nothing is there.

    Events that its reader was less sure of than `sure`, 0 to 1, count in no answer; they stay in the record.

    NotFound when it is absent and `create` is false; YourInput when the folder holds something else.
    """
    return Desk(open_record(path, create=create, sure=sure))


class Desk:
    """An open record. `readers` are the readers that `read` and `code` may be asked for, by name.

    Days are `date` or ISO text; `known` is a knowledge date, None for everything; actors are ids such as KOR.
    """

    def __init__(self, record: Record, *, readers: Mapping[str, Opener] = READERS) -> None:
        self.record = record
        self._readers = readers
        self._search = Search(record)

    def at(self, sure: float) -> "Desk":
        """A desk over the same record, where events count that are as sure as `sure`; 0 for all."""
        return Desk(self.record.at(sure), readers=self._readers)

    def read(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        published: Day | str | None = None,
        region: str = REGION,
        reader: str | Opener = READER,
        allow_private: bool = False,
        progress: Progress | None = None,
        processes: int = 1,
        clock: Moment = now,
    ) -> ReadReport:
        """Read files, folders, globs and addresses into the record, one or many; what is known already adds nothing.

        `published` holds for documents that do not tell their day; a month or a span may be given. `allow_private` lets
        addresses of the own network be fetched. `progress` is told each path before it is opened, its number and how
        many there are. Statements are committed batch by batch: stopped at any moment, the record holds all batches
        before. NotFound for an unknown reader or region.

        More than one of `processes` pays for thousands of documents. As always in Python, the script that asks for
        them must then be importable: its work under `if __name__ == "__main__":`.
        """
        # Late, because it takes a fifth of the time of a start, and only reading needs it.
        from stateofplay.app.intake import Intake

        intake = Intake(record=self.record, opener=opener_of(reader, self._readers), region=region, clock=clock)
        # One process where a language model is asked: it waits on the network, and has one budget.
        processes = processes if isinstance(reader, str) and reader != LLM else 1
        added, unread = intake.take(
            # One path is no sequence of its letters, the first of which would be the whole disk.
            [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)],
            published=parsed(published) if isinstance(published, str) else published,
            allow_private=allow_private,
            progress=progress,
            processes=processes,
        )
        if added.documents and self.record.large:
            self.record.event_table()  # what the next question would wait for
        return ReadReport(added=added, unread=unread, told=intake.told())

    def import_(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        format: str,
        published: Day | str | None = None,
        progress: Progress | None = None,
        clock: Moment = now,
    ) -> Arrival:
        """Import event data of others, files, folders or globs of one `format`; what is known already adds nothing.

        Formats are polecat, icews, gdelt, acled, plover, and statements for our own JSON Lines. `published` is the day
        of rows that give none. `progress` is told the file at hand, how many of its bytes are read and how many it
        has. NotFound for an unknown format.
        """
        # Late, for the same reason as in `read`.
        from stateofplay.exchange.incoming.intake import take_in

        return take_in(
            self.record,
            [paths] if isinstance(paths, str | Path) else paths,
            format,
            clock,
            published=parsed(published) if isinstance(published, str) else published,
            progress=progress,
        )

    def code(
        self, lines: Iterable[str], *, region: str = REGION, reader: str = READER, types: Types = Types.PLOVER
    ) -> Iterator[Shape]:
        """The events of texts given as lines of JSON, nothing recorded; `code_lines` has the form of both."""
        return code_lines(lines, opener_of(reader, self._readers)(region), types)

    def documents(self, known: date | str | None = None) -> Iterator[Document]:
        """All documents, earliest published first, those of unknown day last."""
        return self.record.documents(day_of(known))

    def document(self, id: str) -> Document:
        """The document with this id; NotFound when there is none."""
        return self.record.document(id)

    def statements(
        self, kind: str | None = None, document: str | None = None, known: date | str | None = None
    ) -> Iterator[tuple[Statement, str | None]]:
        """Statements by document and place, each with the id of the event that it tells (None for other kinds)."""
        day = day_of(known)
        tellings = self.record.telling_table(day).select(["id", "event", "document"])
        if document is not None:
            tellings = tellings.filter(pc.equal(tellings["document"], document))
        event = dict(zip(tellings["id"].to_pylist(), tellings["event"].to_pylist(), strict=True))
        for statement in self.record.statements(kind, document, day):
            yield statement, event.get(statement.id)

    def actor(self, text: str) -> str:
        """The id of an actor given by id or by a name in any language; NotFound, with what is near, for any other."""
        return text if text in self._actors() else resolve(text)

    def events(self, known: date | str | None = None, between: tuple[str, str] | None = None) -> Iterator[Event]:
        """Events with their tellings, earliest day first; `between` keeps those in which both actors take part."""
        day = day_of(known)
        return self.record.events(day, self._between(between, day) if between else None)

    def event(self, id: str, known: date | str | None = None) -> Event:
        """The event with this id; NotFound when there is none by `known`."""
        return self.record.event(id, day_of(known))

    def board(self, on: date | str | None = None, known: date | str | None = None) -> Board:
        """The board on the day `on`: by default the last day on which a document of the record was published.

        Today would be the wrong default: scores fade with time, so an archive of last year would show an empty board.
        YourInput when no document has a publication day and `on` is not given.
        """
        known_day = day_of(known)
        return board_of(self.record, day_of(on) or self.last_published(known_day), known_day)

    def promises(
        self,
        on: date | str | None = None,
        known: date | str | None = None,
        between: tuple[str, str] | None = None,
        *,
        region: str = REGION,
    ) -> Promises:
        """Promises as they stood on the day `on` (by default as last told), the one that moved last first.

        They are a sequence of which each is worked out when it is looked at: the first of many thousands take no time.

        `between` keeps those to which both actors are parties. `region` names the deals that are known.
        """
        return promises_of(self.record, day_of(on), day_of(known), region=region, between=between)

    def positions(
        self,
        on: date | str | None = None,
        known: date | str | None = None,
        *,
        actor: str | None = None,
        issue: str | None = None,
        region: str = REGION,
    ) -> Positions:
        """Who stands where on which issue on the day `on` (by default as last told), with sentences and history.

        `actor`, by id or name, keeps one column of the table, `issue`, by id or title, one row. `region` names the
        issues, persons and terms that are known. NotFound for what names no actor.
        """
        return positions_of(
            self.record,
            day_of(on),
            day_of(known),
            region=region,
            actor=resolve(actor) if actor else None,
            issue=issue_named(issue, merged(region, "world")) if issue else None,
        )

    def disagreements(
        self,
        on: date | str | None = None,
        known: date | str | None = None,
        between: tuple[str, str] | None = None,
        *,
        region: str = REGION,
    ) -> Disagreements:
        """Acts that had begun by `on` (by default all) and that documents tell differently, the last told first.

        `between` keeps those in which both actors take part.
        """
        found = disagreements_of(self.record, day_of(on), day_of(known), region=region)
        return found.of(actors=between) if between else found

    def changes(
        self,
        since: date | str,
        on: date | str | None = None,
        known: date | str | None = None,
        *,
        region: str = REGION,
    ) -> Changes:
        """What moved from the day `since`, as published by then, to the day `on`, by default that of `board`.

        Relations, promises, positions, disagreements and the events told since, each with what moved it. YourInput
        where `since` is after `on`.
        """
        known_day = day_of(known)
        first, last = parsed(since).last if isinstance(since, str) else since, day_of(on)
        last = last or self.last_published(known_day)
        if first > last:
            raise YourInput(f"{first} is after {last}", mend="give an earlier day with --since, or a later with --on")
        return changes_of(self.record, first, last, known_day, region=region)

    def brief(
        self,
        source: str,
        target: str,
        on: date | str | None = None,
        known: date | str | None = None,
        *,
        language: str = "en",
        region: str = REGION,
    ) -> Briefing:
        """The briefing on two actors on the day `on` (by default as `board`), written in `language` (en, zh-Hant).

        Every sentence of it cites statements. `region` names the deals, issues and persons that are known. YourInput
        where both actors are the same; NotFound for another language.
        """
        return briefing_of(self.record, self.board(on, known), (source, target), language=language, region=region)

    def forecasts(
        self,
        on: date | str | None = None,
        known: date | str | None = None,
        *,
        by: str | None = None,
        status: str | None = None,
        between: tuple[str, str] | None = None,
        region: str = REGION,
    ) -> tuple[Foretold, ...]:
        """Forecasts that others made, as they stood on the day `on` (by default that of the last document).

        Those that are checkable first, of these the latest. `by` keeps those by whoever has it in their name, `status`
        those of one status (see `STATUSES`), `between` those whose rule names both. `region` names the persons.
        """
        known_day = day_of(known)
        shown = day_of(on) or self.record.last_published(known_day) or date.max
        found = forecasts_of(self.record, shown, known_day, region=region)
        found = tuple(one for one in found if status in (None, one.status))
        if between is not None:
            found = tuple(one for one in found if one.rule and {*between} <= {*one.rule.source, *one.rule.target})
        return tuple(one for one in found if by is None or by.casefold() in one.by.casefold())

    def next(
        self,
        source: str,
        target: str | None = None,
        on: date | str | None = None,
        known: date | str | None = None,
        *,
        both: bool = False,
        within: int = 30,
        type: str | None = None,
        data: Data | str = Data.BOTH,
        region: str = REGION,
    ) -> Outlook:
        """What `source` may do next, toward `target` or anybody, within so many days after `on`, with reasons.

        `on` is by default as for `board`; what happened later, or was published after `known`, is not looked at. `both`
        adds what `target` may do toward `source`; `type` keeps one event type; `data` is read, imported or both, the
        events that count. `region` names the calendar. NotFound for an unknown actor or type; YourInput for a window
        of no day, and for an actor toward itself.
        """
        known_day = day_of(known)
        try:
            question = Question(
                source=self.actor(source),
                target=self.actor(target) if target else None,
                both=both,
                within=within,
                type=event_type(type).name if type else None,
                data=Data(data),
            )
        except ValueError as error:
            raise YourInput(str(error), mend="ask as: stateofplay next KOR --toward JPN --within 30d") from error
        shown = day_of(on) or self.last_published(known_day)
        return outlook_of(self.record, question, on=shown, known=known_day, region=region)

    def forecast(
        self,
        source: str,
        target: str | None = None,
        on: date | str | None = None,
        *,
        within: Sequence[int] = WINDOWS,
        data: Data | str = Data.BOTH,
        region: str = REGION,
        clock: Moment = now,
    ) -> tuple[Issued, ...]:
        """Keep in the record what is forecast of `source`, toward `target` or anybody, as forecasts to be judged later.

        They are those of `next`, made on the day `on` (by default as for `board`) of what had been published by it, for
        each window of `within` days. The same made again is kept once. Where the record has documents of later days,
        they are marked as replayed. Errors as of `next`; YourInput where this desk does not count all events.
        """
        last = self.last_published()
        shown = day_of(on) or last
        way = self.actor(source), self.actor(target) if target else None
        issuing = issuing_of(self.record, [way], within, data, region=region)
        return self.record.issue(issuing.on(shown, clock(), replayed=last > shown))

    def issued(
        self,
        on: date | str | None = None,
        known: date | str | None = None,
        between: tuple[str, str] | None = None,
        *,
        status: str | None = None,
        region: str = REGION,
    ) -> tuple[Entry, ...]:
        """The forecasts that we issued by the day `on` (by default that of the last document), the latest first.

        Each with what became of it by then: see `STATUSES`, of which `status` keeps one. `known` leaves out what was
        published, or issued, later; `between` what is not of both actors.
        """
        known_day = day_of(known)
        shown = day_of(on) or self.record.last_published(known_day) or date.max
        every = self.record.issued(shown, known_day)
        held = [one for one in every if between is None or {*between} == {one.source, one.target}]
        held.sort(key=lambda one: (-one.day.toordinal(), -one.probability))
        found = entries_of(self.record, held, on=shown, known=known_day, region=region)
        return tuple(entry for entry in found if status in (None, entry.outcome.status))

    def replay(
        self,
        first: date | str,
        last: date | str,
        known: date | str | None = None,
        *,
        every: int = 7,
        pairs: Sequence[tuple[str, str]] = (),
        within: Sequence[int] = WINDOWS,
        data: Data | str = Data.BOTH,
        keep: bool = False,
        region: str = REGION,
        clock: Moment = now,
    ) -> tuple[Entry, ...]:
        """What would have been forecast from `first` to `last`, each `every` days, and what became of it.

        Each day's forecasts rest on what had happened and been published by that day; outcomes on what is `known`.
        `pairs` are asked in both directions; without any, the actors at the board of the `region` are. `keep` adds
        them to the record, marked as replayed. YourInput where there is no day, or where they are to be kept and this
        desk does not count all events.
        """
        known_day = day_of(known)
        days = days_of(parsed_day(first), parsed_day(last), every)
        named = [(self.actor(one), self.actor(other)) for one, other in pairs]
        ways = [way for one, other in named for way in ((one, other), (other, one))] or ways_of(region)
        issuing, moment = issuing_of(self.record, ways, within, data, region=region), clock()
        shown = self.record.last_published(known_day) or days[-1]
        made = partial(replay, self.record, days, on=shown, known=known_day, region=region)
        if keep:
            return made(lambda day: self.record.issue(issuing.on(day, moment, replayed=True)))
        return made(lambda day: issuing.on(day, moment, replayed=True))

    def profile(
        self,
        noun: Noun | str,
        name: str,
        *,
        on: date | str | None = None,
        known: date | str | None = None,
        region: str = REGION,
    ) -> Profile:
        """What the region's data say of an `actor`, `person`, `framework` or `issue` on a day, and the record by then.

        `name` is an id or any name. `on` is by default the day of `board`. NotFound for what has no such name.
        """
        known_day = day_of(known)
        id = self.actor(name) if noun == Noun.ACTOR else named(noun, name, merged(region, "world"))
        return profile_of(self._search, noun, id, self._day(on, known_day), known_day, region=region)

    def facts(self, noun: Noun | str, on: date | str | None = None, *, region: str = REGION) -> Iterator[Facts]:
        """What the region's data say on a day of every actor, person, framework or issue, in their order."""
        both, day = merged(region, "world"), self._day(on, None)
        yield from (facts_of(noun, id, both, day) for id in ids_of(noun, both))

    def search(
        self,
        text: str,
        *,
        kind: str | None = None,
        type: str | None = None,
        actor: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        known: date | str | None = None,
        language: str | Sequence[str] = (),
        document: str | None = None,
        limit: int = PER_ANSWER,
        offset: int = 0,
    ) -> Found:
        """Passages that hold every word of `text`, the last published first: `limit` of them from number `offset` on.

        Words are found in either script, any width and case; "..." is a phrase, `word*` any ending. `kind`, `type` and
        `actor` ask for a statement in the passage, `since` and `until` bound the publication day, `language` is a tag
        such as zh-Hant, or several; `zh` stands for both scripts. YourInput where there is nothing to look for.
        """
        languages = (language,) if isinstance(language, str) else tuple(language)
        asked = Filter(
            kind=kind,
            type=type,
            actor=actor,
            since=parsed(since).first if isinstance(since, str) else since,
            until=day_of(until),
            known=day_of(known),
            languages=tuple(variant for tag in languages for variant in variants(tag)),
            document=document,
        )
        return self._search(text, asked, limit=limit, offset=offset)

    def _day(self, on: date | str | None, known: date | None) -> date:
        """The day asked for, else the last of the record, else today: what a region's data say needs no document."""
        if on is not None:
            return day_of(on) or date.today()
        try:
            return self.last_published(known)
        except YourInput:
            return date.today()

    def last_published(self, known: date | None = None) -> date:
        """The last publication day of the documents known by `known`; YourInput when there is none."""
        last = self.record.last_published(known)
        if last is None:
            raise YourInput(
                "no document in this record has a publication day",
                where=str(self.record.folder),
                mend="read documents first, or say which day you want with --on",
            )
        return last

    def review(
        self,
        statement: str,
        verdict: Verdict | str,
        *,
        by: str,
        note: str = "",
        changes: Mapping[str, Any] | None = None,
        clock: Moment = now,
    ) -> Review:
        """Add what `by` makes of a statement: `accept`, `reject` or `correct`, the last with `changes` of its fields.

        It counts from the moment of `clock` on. NotFound for an unknown statement; YourInput for changes that do not
        hold.
        """
        opinion = Opinion(verdict=Verdict(verdict), by=by, note=note, changes=changes)
        return self.record.review(statement, opinion, recorded_at=clock())

    def reviews(self, statement: str | None = None, known: date | str | None = None) -> Iterator[Review]:
        """Reviews made by `known`, earliest first, of all statements or of one."""
        return self.record.reviews(statement, day_of(known))

    def verdicts(self, known: date | str | None = None) -> dict[str, tuple[str, str]]:
        """Id of each statement that stands by a review → its verdict, and who made it."""
        roll = self.record.roll()
        reviewed = np.flatnonzero(stands(roll, day_of(known)) & ~having(roll["verdict"], ""))
        found = roll.select(["id", "verdict", "reviewer"]).take(numbers(reviewed)).to_pylist()
        return {row["id"]: (row["verdict"], row["reviewer"]) for row in found}

    def gold(self, known: date | str | None = None) -> Iterator[Reviewed]:
        """What was accepted or corrected, document by document, as gold for an evaluation."""
        return gold_of(self.record, day_of(known))

    def export(
        self,
        format: str,
        *,
        on: date | str | None = None,
        known: date | str | None = None,
        between: tuple[str, str] | None = None,
        **choices: Any,
    ) -> Iterator[bytes]:
        """The record in another form, piece by piece; `docs/exchange.md` says what each `format` holds.

        `on` leaves out what had not happened, or not been said, by that day; `between` what does not concern both
        actors. `choices`: `quotes`, the characters of a quote that may go out; `table`, `bom` and `guard` of tables;
        `complete` of gold. The same bytes whenever the record says the same. NotFound for an unknown format or table.

        >>> b"".join(desk.export("csv", known="2025-09-01"))  # doctest: +SKIP
        """
        selection = Selection(
            record=self.record,
            on=day_of(on),
            known=day_of(known),
            between=between,
            version=__version__,
            region=REGION,
            **choices,
        )
        return format_named(format).pieces(selection)

    def unread(self) -> Iterator[Unread]:
        """What could not be read, so far."""
        return self.record.unread()

    def check(self) -> tuple[Problem, ...]:
        """Every promise of the record that does not hold on disk; empty when it is sound."""
        return check(self.record)

    def _actors(self) -> set[str]:
        table = self.record.event_table()
        columns = (pc.list_flatten(table[name]) for name in ("source", "target"))
        return {actor for column in columns for actor in pc.unique(column).to_pylist()}

    def _between(self, pair: tuple[str, str], known: date | None) -> list[str]:
        """Ids of the events in which both actors take part."""
        table = self.record.event_table(known)
        takes_part = [_mentions(table["source"], actor) | _mentions(table["target"], actor) for actor in pair]
        ids: list[str] = table["event"].take(numbers(np.flatnonzero(takes_part[0] & takes_part[1]))).to_pylist()
        return ids


def _mentions(lists: pa.ChunkedArray, actor: str) -> NDArray[np.bool_]:
    """For each list of a column whether it holds `actor`."""
    hits = np.zeros(len(lists), dtype=np.bool_)
    parents = pc.list_parent_indices(lists).filter(pc.equal(pc.list_flatten(lists), actor))
    hits[parents.to_numpy()] = True
    return hits
