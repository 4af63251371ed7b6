"""The table of positions: of each actor and issue the latest stance said, never a stance that nobody said.

The latest day decides; what a text tells of an earlier time ("once doubted the alliance"), or of a leader who had left
by then, is history whatever the day of the text. The ties of two actors are one issue under whatever slug a reader
wrote them: see `ties` in a region's `issues.yaml`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, partial
from itertools import islice
from typing import Final

import numpy as np
import pyarrow.compute as pc

from stateofplay.board.position import STANCES, Position, Positions, Stand
from stateofplay.board.sentence import sentence_of
from stateofplay.board.stance import aliases, stances_of
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.region import Region, merged
from stateofplay.knowledge.table import structure
from stateofplay.record.column import Ints, codes, numbers, whole
from stateofplay.record.record import Record
from stateofplay.record.row import Row
from stateofplay.record.standing import STANDS

_RANKING: Final = (
    *("n", "id", "document", "stance", "holder", "issue", "published_last", "once", "until", "known_from"),
    "known_until",
)
_TIES: Final = re.compile(r"([a-z0-9]+)-([a-z0-9]+)-relations")

_RANKED: Final = f"""
WITH undated AS (
    SELECT document, max(happened_first) AS day FROM standing
    WHERE published_last IS NULL AND {STANDS} AND status IN ('occurred', 'ongoing') GROUP BY document
),
placed AS (
    SELECT n, id, stance, holder, issue, published_last, once, until, coalesce(published_last, u.day) AS placed
    FROM stances LEFT JOIN undated u USING (document)
    WHERE {STANDS} AND ($actor IS NULL OR holder = $actor) AND ($issue IS NULL OR issue = $issue)
),
taken AS (SELECT *, once OR coalesce(until < placed, false) AS former FROM placed)
SELECT n, stance, holder, issue, placed, former,
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
    return aliases(region).get(wanted, text.strip())


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
        self._stances = record.derived("stances", (region.id,), partial(stances_of, region=region))
        self._rows = record.ask(
            _RANKED,
            {"on": on, "known": known, "actor": actor, "issue": issue},
            stances=self._stances.select(_RANKING),
            standing=record.roll("event"),
        ).combine_chunks()

    def positions(self) -> Iterator[Position]:
        """Every cell of the table that is not blank."""
        if not len(self._rows):
            return
        holders, issues = (codes(whole(self._rows[name]).dictionary_encode()) for name in ("holder", "issue"))
        starts = np.flatnonzero(np.diff(holders * len(holders) + issues, prepend=-1))
        ends = np.append(starts[1:], len(holders))
        # Within a cell the latest stand first.
        is_latest = self._rows["age"].to_numpy() == 1
        latest = starts + np.add.reduceat(is_latest.astype(np.int64), starts)
        shown = self._read(np.flatnonzero(is_latest))
        for start, middle, end in zip(starts.tolist(), latest.tolist(), ends.tolist(), strict=True):
            told = list(islice(shown, middle - start))
            yield Position(
                holder=told[0]["holder"],
                issue=told[0]["issue"],
                stands=tuple(sorted(self._stands(told), key=lambda stand: STANCES.index(stand.stance))),
                told=end - start,
                before=frozenset(pc.unique(self._rows["stance"].slice(middle, end - middle)).to_pylist()),
                earlier=partial(self._earlier, middle, end),
            )

    def _read(self, rows: Ints) -> Iterator[Row]:
        """Ranked rows by number, with all that their statements say."""
        ranked = self._rows.take(numbers(rows))
        said = self._stances.take(ranked["n"]).to_pylist()
        for rank, row in zip(ranked.select(("placed", "former", "age")).to_pylist(), said, strict=True):
            yield {**row, **rank}

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

    def _earlier(self, first: int, end: int) -> tuple[Stand, ...]:
        return tuple(self._stands(self._read(np.arange(first, end))))

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


def _place(id: str, places: dict[str, int]) -> tuple[int, str]:
    return places.get(id, len(places)), id
