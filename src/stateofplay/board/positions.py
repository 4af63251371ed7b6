"""The table of positions: of each actor and issue the latest stance said, never a stance that nobody said.

The latest day decides; what a text tells of an earlier time ("once doubted the alliance"), or of a leader who had left
by then, is history whatever the day of the text. The ties of two actors are one issue under whatever slug a reader
wrote them: see `ties` in a region's `issues.yaml`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property, partial
from itertools import groupby
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.board.position import STANCES, Position, Positions, Stand
from stateofplay.board.sentence import sentence_of
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.region import Region, merged
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import structure
from stateofplay.record.record import Record
from stateofplay.record.row import Row
from stateofplay.record.standing import STANDS

_TIES: Final = re.compile(r"([a-z0-9]+)-([a-z0-9]+)-relations")
Cell = tuple[str, str]

_STANCES: Final = f"""
stances AS (
    SELECT id, document, path, quote, language, publisher, said_by, published_last, claim->>'$.stance' AS stance,
        claim->>'$.issue' AS slug, unnest(from_json(claim->'$.holder', '["VARCHAR"]')) AS holder
    FROM standing WHERE kind = 'position' AND {STANDS}
),
undated AS (
    SELECT document, max(happened_first) AS day FROM standing
    WHERE kind = 'event' AND {STANDS} AND status IN ('occurred', 'ongoing') AND published_last IS NULL
    GROUP BY document
),
placed AS MATERIALIZED (
    SELECT s.*, coalesce(a.issue, slug) AS issue, coalesce(published_last, u.day) AS placed
    FROM stances s LEFT JOIN aliases a USING (slug) LEFT JOIN undated u USING (document)
    WHERE ($actor IS NULL OR holder = $actor) AND ($issue IS NULL OR coalesce(a.issue, slug) = $issue)
)"""

# Who of the holder's own takes the stand: the speaker, else the leader whom the sentence names first.
_PERSONS: Final = """
named AS (
    SELECT id, holder, arg_min(l.person, (strpos(quote, form), -length(form), l.person)) AS person
    FROM placed JOIN leaders l ON l.state = holder AND contains(quote, form) GROUP BY id, holder
),
left_lead AS (SELECT person, state, any_value(until) AS until FROM leaders GROUP BY person, state),
taken AS (
    SELECT p.*, coalesce(own.person, n.person, '') AS person,
        regexp_matches(lower(quote), $once) OR coalesce(l.until < placed, false) AS former
    FROM placed p LEFT JOIN people own ON own.person = said_by AND own.state = p.holder
        LEFT JOIN named n ON n.id = p.id AND n.holder = p.holder
        LEFT JOIN left_lead l ON l.person = coalesce(own.person, n.person) AND l.state = p.holder
)"""

_RANKED: Final = f"""
WITH {_STANCES}, {_PERSONS}
SELECT id, document, path, quote, language, publisher, said_by, published_last, stance, holder, issue, placed, person,
    former, count(*) OVER (PARTITION BY holder, issue) AS many,
    dense_rank() OVER (PARTITION BY holder, issue ORDER BY former, placed DESC NULLS LAST) AS age
FROM taken WHERE $on IS NULL OR placed IS NULL OR placed <= $on
ORDER BY holder, issue, age, published_last NULLS LAST, id"""


def positions_of(
    record: Record, on: date | None, known: date | None, *, region: str, actor: str | None, issue: str | None
) -> Positions:
    """The table on the day `on` (None: as last told) by what was published by `known`.

    `actor` and `issue` keep one column or row. `region` names the issues, persons and terms that are known.
    """
    fold = _Fold(record=record, region=merged(region, "world"), on=on, known=known, only=(actor, issue))
    positions = sorted(fold.positions(), key=fold.place)
    return Positions(
        on=on,
        known=known,
        actors=tuple(sorted({position.holder for position in positions}, key=fold.actor_place)),
        issues=tuple(sorted({position.issue for position in positions}, key=fold.issue_place)),
        positions=tuple(positions),
    )


def issue_title(issue: str, region: Region, variant: str) -> str:
    """The title of an issue in `variant`; for the ties of two actors that the region does not list, their names.

    >>> from stateofplay.knowledge.region import region
    >>> issue_title("kor-vnm-relations", region("northeast_asia"), "en")
    'South Korea–Vietnam relations'
    """
    if listed := next((one for one in region.issues if one.id == issue), None):
        return listed.title(variant)
    if tied := _TIES.fullmatch(issue):
        names = (display(id.upper(), variant) for id in tied.groups())
        return str(structure("vocabulary", "positions.yaml")["ties"][variant]).format(*names)
    return issue.replace("-", " ")


def issue_named(text: str, region: Region) -> str:
    """Id of the issue that `text` names, by id or by title in any variant; any other text stands for itself."""
    wanted = text.strip().casefold()
    for issue in region.issues:
        if wanted in {issue.id, *(spelling.form.casefold() for spelling in issue.titles)}:
            return issue.id
    return _aliases(region).get(wanted, text.strip())


def _aliases(region: Region) -> dict[str, str]:
    """Slug that a reader writes for the ties of two actors → the issue of the region that is just these ties."""
    return {
        "-".join(sorted(actor.lower() for actor in issue.ties)) + "-relations": issue.id
        for issue in region.issues
        if issue.ties
    }


class _Fold:
    """The record's stances as ranked rows, and the region that tells persons and offices."""

    def __init__(
        self,
        *,
        record: Record,
        region: Region,
        on: date | None,
        known: date | None,
        only: tuple[str | None, str | None],
    ) -> None:
        self._region = region
        actor, issue = only
        aliases, people = _aliases(region), region.persons
        self._rows = record.snapshot().query(
            _RANKED,
            {"on": on, "known": known, "actor": actor, "issue": issue, "once": _once_pattern()},
            aliases=_table(("slug", "issue"), aliases.items()),
            people=_table(("person", "state"), ((person.id, person.state) for person in people)),
            leaders=_leaders(region),
        )

    def positions(self) -> Iterator[Position]:
        """Every cell of the table that is not blank."""
        latest = self._rows.filter(pc.equal(self._rows["age"], 1)).to_pylist()
        for (holder, issue), rows in groupby(latest, key=_cell):
            told = list(rows)
            yield Position(
                holder=holder,
                issue=issue,
                stands=tuple(sorted(self._stands(told), key=lambda stand: STANCES.index(stand.stance))),
                told=told[0]["many"],
                earlier=partial(self._earlier, (holder, issue)),
            )

    def place(self, position: Position) -> tuple[tuple[int, str], tuple[int, str]]:
        """Order of positions: by issue and then actor, as the region lists them."""
        return self.issue_place(position.issue), self.actor_place(position.holder)

    def issue_place(self, issue: str) -> tuple[int, str]:
        """Place of an issue: as the region lists them, others behind."""
        return _place(issue, self._issues)

    def actor_place(self, actor: str) -> tuple[int, str]:
        """Place of an actor: as the region lists them, others behind."""
        return _place(actor, self._actors)

    @cached_property
    def _issues(self) -> dict[str, int]:
        return {issue.id: at for at, issue in enumerate(self._region.issues)}

    @cached_property
    def _actors(self) -> dict[str, int]:
        return {actor: at for at, actor in enumerate(self._region.actors)}

    @cached_property
    def _history(self) -> dict[Cell, list[Row]]:
        """Rows of all cells that are not the latest; read from the table on first use, once for all."""
        found: dict[Cell, list[Row]] = defaultdict(list)
        for row in self._rows.filter(pc.greater(self._rows["age"], 1)).to_pylist():
            found[_cell(row)].append(row)
        return found

    def _earlier(self, cell: Cell) -> tuple[Stand, ...]:
        return tuple(self._stands(self._history.get(cell, ())))

    def _stands(self, rows: Iterable[Row]) -> Iterator[Stand]:
        """One stand for all rows of one age, stance and person."""
        groups: dict[tuple[int, str, str, str], list[Row]] = defaultdict(list)
        for row in rows:
            groups[row["age"], row["stance"], row["person"], self._other(row)].append(row)
        yield from map(self._stand, groups.values())

    def _stand(self, rows: list[Row]) -> Stand:
        row = rows[0]
        day, person = row["placed"], row["person"]
        leader = self._region.leader(row["holder"], day) if day else None
        return Stand(
            stance=row["stance"],
            day=day,
            person=person,
            name=self._region.person(person).name if person else "",
            offices=() if row["former"] else self._offices(person, day),
            under=leader.id if leader else "",
            said_by=self._other(row),
            former=row["former"],
            sentences=tuple(map(sentence_of, rows)),
        )

    def _offices(self, person: str, day: date | None) -> tuple[str, ...]:
        return tuple(term.office for term in self._region.holders(person, day)) if person and day else ()

    def _other(self, row: Row) -> str:
        """The speaker whom the document names, where it is not the one who takes the stand."""
        return "" if row["said_by"] in (row["person"], row["holder"]) else str(row["said_by"])


def _cell(row: Row) -> Cell:
    return row["holder"], row["issue"]


def _place(id: str, places: dict[str, int]) -> tuple[int, str]:
    return places.get(id, len(places)), id


def _leaders(region: Region) -> pa.Table:
    """Everybody who ever led an actor, by every form of the name, with the day on which he left (null: leads yet)."""
    until: dict[tuple[str, str], date | None] = {}
    for office in region.offices:
        for term in office.terms if office.rank == 1 else ():
            before = until.get((office.actor, term.person), date.min)
            ends = term.ends.last if term.ends else None
            until[office.actor, term.person] = max(before, ends) if before and ends else None
    rows = [
        (state, person, form, ends)
        for (state, person), ends in until.items()
        for form in sorted({name.form for tongue in LANGUAGES for name in region.person(person).names(tongue)})
    ]
    table = _table(("state", "person", "form"), (row[:3] for row in rows))
    return table.append_column("until", pa.array([row[3] for row in rows], pa.date32()))


def _table(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return pa.table({name: pa.array(column, pa.string()) for name, column in zip(names, columns, strict=True)})


@cache
def _once_pattern() -> str:
    """Words of an earlier time as one pattern of DuckDB; in letters that set words apart, only where they are whole."""
    words = [word for language in structure("vocabulary", "positions.yaml")["once"].values() for word in language]
    return "|".join(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
