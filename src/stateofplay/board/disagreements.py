"""Finding disagreements: pairs of tellings of one act that cannot both be right, and then all tellings of that act.

Tellings that the record joins are of one act. Some that it keeps apart are too, since joining parts what contradicts:

whether    a denial that somebody utters, in the same breath as a report of the same dealings, also where a text reports
           the whole of them; a denial without a day on the same matter as a report of the days before it;
when       the same sum, type and actors within a week;
how-much   same type and actors on overlapping days, amounts of one unit that are not far from each other;
who        the same on one day the other way round, with the same sum or the same persons.

What one document tells as two acts is never one act told differently. Numbers are in `vocabulary/disagreements.yaml`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, Final

import pyarrow as pa

from stateofplay.board.disagreement import ABOUT, Disagreement, Side
from stateofplay.board.sentence import sentence_of
from stateofplay.day import Day
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.region import Region, merged
from stateofplay.knowledge.table import structure
from stateofplay.reading.issues import issue_of
from stateofplay.record.addition import short_hash
from stateofplay.record.bridges import exact_days, families
from stateofplay.record.marks import Marks
from stateofplay.record.record import Record
from stateofplay.record.row import Row
from stateofplay.record.standing import STANDS

Key = tuple[str, str]

WHY: Final = {
    "joined": "tellings of one event",
    "breath": "a denial and a report of the same dealings in one breath",
    "answer": "a denial on the same matter, published in the days after",
    "sum": "the same sum, type and actors, on days that differ",
    "amount": "same type and actors, overlapping days, amounts that differ",
    "turned": "same type and day, told the other way round",
}
"""Rule by which tellings are about one act, in words."""

_ACTS: Final = """
acts AS MATERIALIZED (
    SELECT id, event, document, type, status, first, last, published_last AS published,
        array_to_string(list_sort(source), ' ') AS doer, array_to_string(list_sort(target), ' ') AS done_to,
        array_to_string(list_sort(list_distinct(source || target)), ' ') AS everybody,
        len(list_distinct(source || target)) AS many, type IN (SELECT unnest($mutual)) AS mutual
    FROM tellings WHERE status IN ('occurred', 'ongoing', 'denied')
        AND ($on IS NULL OR coalesce(first, published_last, $on) <= $on)
),
reports AS (SELECT * FROM acts WHERE status <> 'denied')"""

# Who reports a meeting and denies something joined with it denies a part of it: see the next rule.
_DISPUTED: Final = """
SELECT 'whether' AS about, '' AS unit, min(id) OVER (PARTITION BY event) AS one, id AS other, 'joined' AS why
FROM acts WHERE (status <> 'denied' OR (event, document) NOT IN (SELECT (event, document) FROM reports))
    AND event IN (SELECT event FROM acts WHERE status = 'denied'
        AND (event, document) NOT IN (SELECT (event, document) FROM reports))
    AND event IN (SELECT event FROM reports WHERE event IN (SELECT event FROM acts WHERE status = 'denied'))"""

# Of several reports near a denial it answers the nearest, and none answers two.
_BREATHS: Final = f"""
spoken AS MATERIALIZED (
    SELECT a.*, s.start AS place, s.said_by, s.language FROM acts a JOIN standing s USING (id)
    WHERE {STANDS} AND many > 1 AND a.document IN (SELECT document FROM acts WHERE status = 'denied')
),
beside AS (
    SELECT d.id AS one, r.id AS other, abs(d.place - r.place) AS apart
    FROM spoken d JOIN spoken r USING (document, everybody)
        JOIN kin k ON k.one = d.type AND k.other = r.type JOIN breaths b ON b.language = split_part(d.language, '-', 1)
    WHERE d.status = 'denied' AND r.status <> 'denied' AND d.said_by <> '' AND apart <= b.breath
        AND coalesce(d.first <= r.last AND r.first <= d.last, true)
)"""

_IN_ONE_BREATH: Final = """
SELECT 'whether', '', one, other, 'breath' FROM beside
QUALIFY row_number() OVER (PARTITION BY one ORDER BY apart, other) = 1
    AND row_number() OVER (PARTITION BY other ORDER BY apart, one) = 1"""

_ANSWERED: Final = """
SELECT 'whether', '', d.id, r.id, 'answer'
FROM acts d JOIN reports r ON d.type = r.type AND d.everybody = r.everybody AND d.document <> r.document
WHERE d.status = 'denied' AND d.first IS NULL AND d.many > 1 AND (d.mutual OR d.doer = r.doer)
    AND r.last BETWEEN d.published - $answered AND d.published"""

_WHEN: Final = """
SELECT 'when', '', min(id) OVER (PARTITION BY event), id, 'joined'
FROM reports WHERE last - first < $exact AND event IN (
    SELECT event FROM reports WHERE last - first < $exact GROUP BY event
    HAVING count(DISTINCT document) > 1 AND max(first) > min(last))"""

_MEASURED: Final = f"""
marked AS (
    SELECT id, marks, unnest(marks) AS mark FROM standing WHERE kind = 'event' AND {STANDS} AND len(marks) > 0
),
measured AS MATERIALIZED (
    SELECT a.*, unit, list_sort(list_distinct(list(amount))) AS amounts
    FROM reports a JOIN (
        SELECT id, regexp_extract(mark, '^amount (\\S+)', 1)::DOUBLE AS amount,
            regexp_extract(mark, '^amount \\S+ (.*)$', 1) AS unit
        FROM marked WHERE starts_with(mark, 'amount ')) USING (id)
    GROUP BY ALL
)"""

_SAME_SUM: Final = """
SELECT 'when', '', a.id, b.id, 'sum'
FROM measured a JOIN measured b ON a.type = b.type AND a.everybody = b.everybody AND a.unit = b.unit
WHERE a.unit <> $rate AND a.amounts = b.amounts AND (a.mutual OR a.doer = b.doer) AND a.document <> b.document
    AND a.last < b.first AND b.first - a.last <= $same_sum AND a.last - a.first < $exact AND b.last - b.first < $exact
    AND NOT EXISTS (SELECT 1 FROM measured c JOIN measured d USING (document, type, everybody, unit, amounts)
        WHERE c.type = a.type AND c.everybody = a.everybody AND c.unit = a.unit AND c.amounts = a.amounts
            AND c.first = a.first AND d.first = b.first)"""

_AMOUNTS: Final = """
SELECT 'how-much', a.unit, a.id, b.id, 'amount'
FROM measured a JOIN measured b ON a.type = b.type AND a.unit = b.unit
    LEFT JOIN alike ON alike.unit = CASE WHEN a.unit = $rate THEN $rate
        WHEN regexp_full_match(a.unit, '[A-Z]{3}') THEN 'money' ELSE 'things' END
WHERE a.id < b.id AND a.document <> b.document AND NOT list_has_any(a.amounts, b.amounts)
    AND (a.mutual AND a.everybody = b.everybody OR NOT a.mutual AND a.doer = b.doer
        AND (a.done_to = b.done_to OR a.done_to = '' OR b.done_to = '') AND a.doer <> '')
    AND coalesce(a.first <= b.last AND b.first <= a.last, abs(a.published - b.published) <= $same_sum, false)
    AND list_sum(a.amounts) <> list_max(b.amounts) AND list_sum(b.amounts) <> list_max(a.amounts)
    AND greatest(list_max(a.amounts), list_max(b.amounts))
        <= factor * least(list_max(a.amounts), list_max(b.amounts))"""

_TURNED: Final = """
told_marks AS MATERIALIZED (
    SELECT DISTINCT a.*, m.marks FROM reports a JOIN marked m USING (id)
    WHERE NOT mutual AND done_to <> '' AND last - first < $exact
),
turned AS (
    SELECT a.id AS one, b.id AS other, list_intersect(a.marks, b.marks) AS shared, a.type AS kind
    FROM told_marks a JOIN told_marks b
        ON a.type = b.type AND a.doer = b.done_to AND a.done_to = b.doer AND a.document <> b.document
    WHERE a.id < b.id AND a.first <= b.last AND b.first <= a.last AND NOT EXISTS (
        SELECT 1 FROM acts c WHERE c.type = a.type AND (
            c.document = a.document AND c.doer = b.doer AND c.done_to = b.done_to
            OR c.document = b.document AND c.doer = a.doer AND c.done_to = a.done_to))
)"""

_TOLD_TURNED: Final = """
SELECT 'who', '', one, other, 'turned' FROM turned
WHERE len(list_filter(shared, lambda mark: starts_with(mark, 'amount '))) > 0
    OR kind NOT IN (SELECT unnest($reciprocal)) AND len(shared) > 1"""

_PAIRS: Final = f"""
WITH {_ACTS}, {_BREATHS}, {_MEASURED}, {_TURNED}
{_DISPUTED} UNION ALL {_IN_ONE_BREATH} UNION ALL {_ANSWERED} UNION ALL {_WHEN} UNION ALL {_SAME_SUM}
UNION ALL {_AMOUNTS} UNION ALL {_TOLD_TURNED} ORDER BY about, unit, one, other, why"""

_ROWS: Final = f"""
SELECT s.id, s.document, s.path, s.quote, s.language, s.publisher, s.published_last, s.marks, t.event, t.type, t.source,
    t.target, t.status, t.first, t.last
FROM standing s JOIN tellings t USING (id) WHERE {STANDS} AND s.id IN (SELECT unnest($ids))
ORDER BY s.published_last NULLS LAST, s.id"""


def disagreements_of(record: Record, on: date | None, known: date | None, *, region: str) -> tuple[Disagreement, ...]:
    """All disagreements about acts that had begun by `on` (None: all) among what was published by `known`.

    The one told of last stands first. `region` names the issues by which a denial is held to a report.
    """
    finder = _Finder(record=record, on=on, known=known, region=merged(region, "world"))
    return tuple(sorted(finder.found(), key=_latest_first))


def _latest_first(one: Disagreement) -> tuple[int, int, str]:
    last = one.last_told
    return -(last.toordinal() if last else 0), ABOUT.index(one.about), one.id


class _Finder:
    """Pairs of tellings that disagree, gathered act by act."""

    def __init__(self, *, record: Record, on: date | None, known: date | None, region: Region) -> None:
        self._snapshot, self._region = record.snapshot(), region
        self._params: dict[str, Any] = {"on": on, "known": known, **_numbers()}
        self._tables = {"tellings": record.telling_table(known), **_tables()}

    def found(self) -> Iterator[Disagreement]:
        """Every disagreement, in no order."""
        pairs = self._asked(_PAIRS)
        ids = sorted({id for pair in pairs for id in (pair["one"], pair["other"])})
        rows = {row["id"]: row for row in self._asked(_ROWS, ids=ids)} if ids else {}
        groups: dict[Key, list[Row]] = defaultdict(list)
        for pair in pairs:
            if pair["why"] != "answer" or self._same_matter(rows[pair["one"]], rows[pair["other"]]):
                groups[pair["about"], pair["unit"]].append(pair)
        for (about, unit), linked in groups.items():
            for told, why in _together(linked, rows):
                yield from _disagreement(about, unit, told, why)

    def _asked(self, sql: str, **more: Any) -> list[Row]:
        found: list[Row] = self._snapshot.query(sql, _used(sql, {**self._params, **more}), **self._tables).to_pylist()
        return found

    def _same_matter(self, denial: Row, report: Row) -> bool:
        """Whether both are about one issue that has words of its own, or name an amount or a person in common."""
        if {*denial["marks"]} & {*report["marks"]}:
            return True
        issue, other = (
            issue_of(row["quote"], frozenset(), row["language"].partition("-")[0], self._region)
            for row in (denial, report)
        )
        return bool(issue) and issue == other


def _numbers() -> dict[str, Any]:
    data = structure("vocabulary", "disagreements.yaml")
    return {
        "mutual": [name for name, kind in event_types().items() if kind.mutual],
        "exact": exact_days(),
        "answered": data["answered_within"],
        "same_sum": data["same_sum_within"],
        "rate": data["rate"],
        "reciprocal": data["reciprocal"],
    }


def _tables() -> dict[str, pa.Table]:
    data = structure("vocabulary", "disagreements.yaml")
    kin = {(one, other) for family in (*families(), *data["kin"]) for one in family for other in family}
    kin |= {(name, name) for name in event_types()}
    return {
        "kin": _columns(("one", "other"), sorted(kin)),
        "breaths": _columns(("language", "breath"), sorted(data["one_breath"].items())),
        "alike": _columns(("unit", "factor"), sorted(data["alike_within"].items())),
    }


def _columns(names: tuple[str, str], rows: Iterable[tuple[Any, Any]]) -> pa.Table:
    return pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))


def _used(sql: str, params: dict[str, Any]) -> dict[str, Any]:
    """The parameters that a query names; DuckDB refuses others."""
    return {name: value for name, value in params.items() if f"${name}" in sql}


def _together(pairs: Iterable[Row], rows: dict[str, Row]) -> Iterator[tuple[list[Row], str]]:
    """The tellings of each act about which pairs disagree, earliest published first, and why they are of one act."""
    up: dict[str, str] = {}

    def top(id: str) -> str:
        while up.setdefault(id, id) != id:
            up[id] = id = up[up[id]]
        return id

    def join(one: str, other: str) -> None:
        one, other = sorted((top(one), top(other)))
        up[other] = one

    whys: dict[str, str] = {}
    of_event: dict[str, str] = {}
    for pair in pairs:
        join(pair["one"], pair["other"])
        whys[pair["one"]] = pair["why"]
        # Denials of one reported act are one disagreement, whichever text they stand in.
        for id in (pair["one"], pair["other"]):
            if rows[id]["status"] != "denied":
                join(id, of_event.setdefault(rows[id]["event"], id))
    groups: dict[str, list[Row]] = defaultdict(list)
    for id in up:
        groups[top(id)].append(rows[id])
    for told in groups.values():
        told.sort(key=_first_told)
        yield told, next(whys[row["id"]] for row in told if row["id"] in whys)


def _first_told(row: Row) -> tuple[date, str]:
    return row["published_last"] or date.max, row["id"]


def _disagreement(about: str, unit: str, told: list[Row], why: str) -> Iterator[Disagreement]:
    """The disagreement of these tellings; nothing where their sides come down to one."""
    sides = _sides(about, unit, told)
    if len(sides) == 1:
        return
    first = told[0]
    days = [(row["first"], row["last"]) for row in told if row["first"]]
    yield Disagreement(
        id="d" + short_hash(f"{about} {unit} {first['id']}"),
        about=about,
        type=first["type"],
        source=tuple(first["source"]),
        target=tuple(first["target"]),
        happened=Day.span(min(day for day, _ in days), max(day for _, day in days)) if days else None,
        events=tuple(dict.fromkeys(row["event"] for row in told)),
        sides=tuple(Side(says=says, sentences=tuple(map(sentence_of, rows))) for says, rows in sides.items()),
        why=WHY[why],
    )


def _sides(about: str, unit: str, told: list[Row]) -> dict[str, list[Row]]:
    """What is said → the tellings that say it, in the order in which it was first said."""
    sides: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        sides[_says(about, unit, row)].append(row)
    return _apart(sides) if about == "when" else sides


def _says(about: str, unit: str, row: Row) -> str:
    if about == "whether":
        return "denied" if row["status"] == "denied" else "occurred"
    if about == "when":
        return Day.span(row["first"], row["last"]).iso
    if about == "who":
        return f"{' '.join(sorted(row['source']))}>{' '.join(sorted(row['target']))}"
    amounts = (text for text in Marks.of(row["marks"]).amounts if text.partition(" ")[2] == unit)
    return ", ".join(sorted(amounts, key=lambda text: (float(text.partition(" ")[0]), text)))


def _apart(sides: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """One side for all days that overlap one another, under the narrowest of them."""
    apart: list[tuple[Day, dict[str, list[Row]]]] = []
    for says in sorted(sides):
        day, joined = Day.parse(says), {says: sides[says]}
        for other, more in [one for one in apart if one[0].overlaps(day)]:
            apart.remove((other, more))
            day, joined = Day(min(day.start, other.start), max(day.end, other.end)), {**more, **joined}
        apart.append((day, joined))
    return {
        min(joined, key=lambda says: Day.parse(says).length): sorted(chain(*joined.values()), key=_first_told)
        for _, joined in apart
    }
