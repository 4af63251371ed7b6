"""Contradictions: pairs of tellings of one act that cannot both be right, and then all tellings of that act.

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
from functools import partial
from typing import Any, Final

import numpy as np
import pyarrow as pa

from stateofplay.board.account import accounts_of
from stateofplay.board.disagreement import ABOUT
from stateofplay.board.side import first_told, sides_of
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.region import Region
from stateofplay.knowledge.table import structure
from stateofplay.reading.issues import issue_of
from stateofplay.record.addition import short_hash
from stateofplay.record.bridges import exact_days, families
from stateofplay.record.column import numbers, texts
from stateofplay.record.record import Moment
from stateofplay.record.row import Row

Key = tuple[str, str]

_ACTS: Final = """
acts AS MATERIALIZED (SELECT * FROM accounts WHERE $on IS NULL OR coalesce(first, published, $on) <= $on),
reports AS (SELECT * FROM acts WHERE NOT denied)"""

# Who reports a meeting and denies something joined with it denies a part of it: see the next rule.
_DISPUTED: Final = """
SELECT 'whether' AS about, '' AS unit, min(n) OVER (PARTITION BY event) AS one, n AS other, 'joined' AS why
FROM acts WHERE (NOT denied OR (event, document) NOT IN (SELECT (event, document) FROM reports))
    AND event IN (SELECT event FROM acts WHERE denied
        AND (event, document) NOT IN (SELECT (event, document) FROM reports))
    AND event IN (SELECT event FROM reports WHERE event IN (SELECT event FROM acts WHERE denied))"""

# Of several reports near a denial it answers the nearest, and none answers two.
_BREATHS: Final = """
beside AS (
    SELECT d.n AS one, r.n AS other, abs(d.place - r.place) AS apart
    FROM acts d JOIN reports r USING (document, everybody)
        JOIN kin k ON k.one = d.type AND k.other = r.type JOIN breaths b ON b.language = d.language
    WHERE d.denied AND d.spoken AND d.many > 1 AND apart <= b.breath
        AND coalesce(d.first <= r.last AND r.first <= d.last, true)
)"""

_IN_ONE_BREATH: Final = """
SELECT 'whether', '', one, other, 'breath' FROM beside
QUALIFY row_number() OVER (PARTITION BY one ORDER BY apart, other) = 1
    AND row_number() OVER (PARTITION BY other ORDER BY apart, one) = 1"""

_ANSWERED: Final = """
SELECT 'whether', '', d.n, r.n, 'answer'
FROM acts d JOIN reports r ON d.type = r.type AND d.everybody = r.everybody AND d.document <> r.document
WHERE d.denied AND d.first IS NULL AND d.many > 1 AND (d.mutual OR d.doer = r.doer)
    AND r.last BETWEEN d.published - $answered AND d.published"""

_WHEN: Final = """
SELECT 'when', '', min(n) OVER (PARTITION BY event), n, 'joined'
FROM reports WHERE last - first < $exact AND event IN (
    SELECT event FROM reports WHERE last - first < $exact GROUP BY event
    HAVING count(DISTINCT document) > 1 AND max(first) > min(last))"""

_MEASURED: Final = """
marked AS MATERIALIZED (SELECT *, unnest(marks) AS mark FROM reports WHERE marks IS NOT NULL),
measured AS MATERIALIZED (
    SELECT n, any_value(COLUMNS(* EXCLUDE (n, mark))), regexp_extract(mark, '^amount \\S+ (.*)$', 1) AS unit,
        list_sort(list_distinct(list(regexp_extract(mark, '^amount (\\S+)', 1)::DOUBLE))) AS amounts
    FROM marked WHERE starts_with(mark, 'amount ') GROUP BY n, unit
)"""

_SAME_SUM: Final = """
SELECT 'when', '', a.n, b.n, 'sum'
FROM measured a JOIN measured b ON a.type = b.type AND a.everybody = b.everybody AND a.unit = b.unit
WHERE a.unit <> $rate AND a.amounts = b.amounts AND (a.mutual OR a.doer = b.doer) AND a.document <> b.document
    AND a.last < b.first AND b.first - a.last <= $same_sum AND a.last - a.first < $exact AND b.last - b.first < $exact
    AND NOT EXISTS (SELECT 1 FROM measured c JOIN measured d USING (document, type, everybody, unit, amounts)
        WHERE c.type = a.type AND c.everybody = a.everybody AND c.unit = a.unit AND c.amounts = a.amounts
            AND c.first = a.first AND d.first = b.first)"""

_AMOUNTS: Final = """
SELECT 'how-much', a.unit, a.n, b.n, 'amount'
FROM measured a JOIN measured b ON a.type = b.type AND a.unit = b.unit
    LEFT JOIN alike ON alike.unit = CASE WHEN a.unit = $rate THEN $rate
        WHEN regexp_full_match(a.unit, '[A-Z]{3}') THEN 'money' ELSE 'things' END
WHERE a.n < b.n AND a.document <> b.document AND NOT list_has_any(a.amounts, b.amounts)
    AND (a.mutual AND a.everybody = b.everybody OR NOT a.mutual AND a.doer = b.doer
        AND (a.done_to = b.done_to OR a.untargeted OR b.untargeted) AND a.sourced)
    AND coalesce(a.first <= b.last AND b.first <= a.last, abs(a.published - b.published) <= $same_sum, false)
    AND list_sum(a.amounts) <> list_max(b.amounts) AND list_sum(b.amounts) <> list_max(a.amounts)
    AND greatest(list_max(a.amounts), list_max(b.amounts))
        <= factor * least(list_max(a.amounts), list_max(b.amounts))"""

# What shares a mark is found by it: to hold all against all that share actors and a day takes seconds.
_TURNED: Final = """
told_marks AS MATERIALIZED (
    SELECT * FROM marked WHERE NOT mutual AND NOT untargeted AND last - first < $exact
),
turned AS (
    SELECT a.n AS one, b.n AS other, any_value(a.type) AS kind, any_value(a.doer) AS doer,
        any_value(a.done_to) AS done_to, any_value(a.document) AS here, any_value(b.document) AS there,
        count(*) AS shared, count_if(starts_with(a.mark, 'amount ')) AS amounts
    FROM told_marks a JOIN told_marks b
        ON a.type = b.type AND a.doer = b.done_to AND a.done_to = b.doer AND a.mark = b.mark
    WHERE a.n < b.n AND a.document <> b.document AND a.first <= b.last AND b.first <= a.last GROUP BY a.n, b.n
)"""

_TOLD_TURNED: Final = """
SELECT 'who', '', one, other, 'turned' FROM turned t
WHERE (amounts > 0 OR kind NOT IN (SELECT unnest($reciprocal)) AND shared > 1) AND NOT EXISTS (
    SELECT 1 FROM acts c WHERE c.type = t.kind AND (
        c.document = t.here AND c.doer = t.done_to AND c.done_to = t.doer
        OR c.document = t.there AND c.doer = t.doer AND c.done_to = t.done_to))"""

_PAIRS: Final = f"""
WITH {_ACTS}, {_BREATHS}, {_MEASURED}, {_TURNED}
{_DISPUTED} UNION ALL {_IN_ONE_BREATH} UNION ALL {_ANSWERED} UNION ALL {_WHEN} UNION ALL {_SAME_SUM}
UNION ALL {_AMOUNTS} UNION ALL {_TOLD_TURNED} ORDER BY about, unit, one, other, why"""

# Of a statement there is a row for each stretch in which it stood; all of them say the same.
_SAID: Final = """
SELECT id, quote, language, published_last, marks, source, target, status, happened_first, happened_last FROM standing
WHERE kind = 'event' AND id IN (SELECT id FROM wanted)"""

_SCHEMA: Final = pa.schema(
    {
        "id": pa.string(),
        "about": pa.string(),
        "unit": pa.string(),
        "why": pa.string(),
        "last": pa.int64(),
        **dict.fromkeys(("actors", "statements", "events"), pa.list_(pa.string())),
    }
)


def contradictions_of(moment: Moment, on: date | None, known: date | None, *, region: Region) -> pa.Table:
    """One row for each act that tellings contradict each other about, the one told of last first.

    `id`, `about` and `unit` (of amounts) are those of the disagreement, `why` a key of `WHY`. `statements` tell the
    act, the earliest published first, and `events` are theirs, one each. `actors` take part in the first telling.
    `last` is the ordinal of the last day of publication, 0 where none is known.
    """
    rows = sorted(
        _found(moment, on, known, region), key=lambda row: (-row["last"], ABOUT.index(row["about"]), row["id"])
    )
    return pa.Table.from_pylist(rows, _SCHEMA)


def _found(moment: Moment, on: date | None, known: date | None, region: Region) -> Iterator[Row]:
    accounts = moment.derived("accounts", (str(known),), partial(accounts_of, known=known))
    tables = {"accounts": accounts.drop_columns(["id", "told"]), **_tables()}
    pairs: list[Row] = moment.ask(_PAIRS, {"on": on, **_numbers()}, **tables).to_pylist()
    rows = _rows(moment, accounts, {n for pair in pairs for n in (pair["one"], pair["other"])})
    groups: dict[Key, list[Row]] = defaultdict(list)
    for pair in pairs:
        if pair["why"] != "answer" or _same_matter(rows[pair["one"]], rows[pair["other"]], region):
            groups[pair["about"], pair["unit"]].append(pair)
    for (about, unit), linked in groups.items():
        for told, why in _together(linked, rows):
            if len(sides_of(about, unit, told)) > 1:
                yield _contradiction(about, unit, told, why)


def _contradiction(about: str, unit: str, told: list[Row], why: str) -> Row:
    first = told[0]
    return {
        "id": "d" + short_hash(f"{about} {unit} {first['id']}"),
        "about": about,
        "unit": unit,
        "why": why,
        "last": max(row["published_last"].toordinal() if row["published_last"] else 0 for row in told),
        "actors": sorted({*first["source"], *first["target"]}),
        "statements": [row["id"] for row in told],
        "events": [row["event"] for row in told],
    }


def _rows(moment: Moment, accounts: pa.Table, wanted: set[int]) -> dict[int, Row]:
    """Accounts by number, each with what its statement says."""
    part = accounts.select(["n", "id", "told"]).take(numbers(np.array(sorted(wanted), np.int64)))
    ids = pa.table({"id": texts(part["id"].to_pylist())})
    said = {row["id"]: row for row in moment.ask(_SAID, wanted=ids).to_pylist()}
    return {row["n"]: {**said[row["id"]], "event": row["told"], "n": row["n"]} for row in part.to_pylist()}


def _same_matter(denial: Row, report: Row, region: Region) -> bool:
    """Whether both are about one issue that has words of its own, or name an amount or a person in common."""
    if {*denial["marks"]} & {*report["marks"]}:
        return True
    issue, other = (
        issue_of(row["quote"], frozenset(), row["language"].partition("-")[0], region) for row in (denial, report)
    )
    return bool(issue) and issue == other


def _numbers() -> dict[str, Any]:
    data = structure("vocabulary", "disagreements.yaml")
    return {
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


def _together(pairs: Iterable[Row], rows: dict[int, Row]) -> Iterator[tuple[list[Row], str]]:
    """The tellings of each act about which pairs disagree, earliest published first, and why they are of one act."""
    up: dict[int, int] = {}

    def top(id: int) -> int:
        while up.setdefault(id, id) != id:
            up[id] = id = up[up[id]]
        return id

    def join(one: int, other: int) -> None:
        one, other = sorted((top(one), top(other)))
        up[other] = one

    whys: dict[int, str] = {}
    of_event: dict[str, int] = {}
    for pair in pairs:
        join(pair["one"], pair["other"])
        whys[pair["one"]] = pair["why"]
        # Denials of one reported act are one disagreement, whichever text they stand in.
        for id in (pair["one"], pair["other"]):
            if rows[id]["status"] != "denied":
                join(id, of_event.setdefault(rows[id]["event"], id))
    groups: dict[int, list[Row]] = defaultdict(list)
    for id in up:
        groups[top(id)].append(rows[id])
    for told in groups.values():
        told.sort(key=first_told)
        yield told, next(whys[row["n"]] for row in told if row["n"] in whys)
