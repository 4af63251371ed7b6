"""Joining: which statements tell one event, decided by a rule that is the same whatever the order they came in.

The rule, in two steps:

1. Within a document, statements linked by `same_as` tell one *act*. The act takes type and actors from the statement
   that names most actors, and its day from the one that gives the narrowest.
2. Across documents, acts of the same type between the same actors (in either direction where the type is mutual) are
   tellings of one event when their days overlap. Two limits hold this in:
   a stretch of more than `wide_days` joins nothing by overlap. It attaches to the one event that it overlaps when
   there is exactly one, so that "in August" never chains two meetings of August into one; otherwise it stands apart,
   together with those that give the very same stretch;
   an act without a day, and one without any actor, joins nothing outside its document.
3. What came out is looked at once more for acts that are told with another type, actor or day, and for several acts
   that agree in all of these: see `bridges`.

Planned, denied and supposed acts join by the same rule as reported ones: the plan of a meeting is a telling of it.
Every step gives each act a `label`; acts with one label are one event.
"""

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import structure
from stateofplay.record.bridges import Group, bridged, candidates, tellings_of, told_apart
from stateofplay.record.marks import Marks
from stateofplay.record.roll import of_kind
from stateofplay.record.snapshot import Snapshot
from stateofplay.record.standing import STANDS

WHY: Final = {
    "first": "the earliest telling",
    "linked": "its document tells the same act again",
    "overlap": "same type, same actors, overlapping days",
    "within": "same type, same actors; its long stretch holds this event alone",
    "stretch": "same type, same actors, the very same long stretch",
    "near": "same type, same actors, a day apart, and the same amount or persons on both sides",
    "family": "a type by which others tell the same act, same actors, same day",
    "part": "the same meeting with some of its parties, with the same persons",
    "target": "same type, same source, same day, with the target left unsaid",
}
"""Reason of a telling, in words."""

_EVENT_STATEMENTS: Final = f"""
SELECT id, root, document, language, publisher, status, confidence, published_last, type, source, target,
    happened_first AS first, happened_last AS last, len(source) + len(target) AS named, start, said_by, same_as, marks
FROM standing WHERE kind = 'event' AND {STANDS}
ORDER BY published_last NULLS LAST, root"""

# Statements by number n; `key` numbers type and actors together.
_TELLINGS: Final = """
keyed AS MATERIALIZED (
    SELECT row_number() OVER () - 1 AS n, * EXCLUDE (source, target),
        CASE WHEN type IN (SELECT unnest($mutual))
            THEN array_to_string(list_sort(list_distinct(source || target)), ' ')
            ELSE array_to_string(list_sort(source), ' ') || '>' || array_to_string(list_sort(target), ' ')
        END AS actors
    FROM event_statements
),
keys AS (SELECT type, actors, row_number() OVER () AS key FROM keyed GROUP BY type, actors),
tellings AS MATERIALIZED (
    SELECT n, root, same_as, start, named, key, first, last FROM keyed JOIN keys USING (type, actors)
)"""

# Step 1: an act goes by the number of the telling that the others in its document refer to; where a review has taken
# that one away, by the first of the others.
_ACTS: Final = """
roots AS (SELECT root, n, same_as FROM tellings WHERE root IN (SELECT same_as FROM tellings)),
left_over AS (SELECT same_as, min(n) AS n FROM tellings WHERE same_as <> '' GROUP BY same_as),
told AS MATERIALIZED (
    SELECT t.*, coalesce(above.n, found.n, left_over.n, t.n) AS act
    FROM tellings t LEFT JOIN roots found ON found.root = t.same_as LEFT JOIN roots above ON above.root = found.same_as
        LEFT JOIN left_over ON left_over.same_as = t.same_as
),
acts AS MATERIALIZED (
    SELECT act, arg_min(key, (-named, start, n)) AS key, max(named) AS named,
        arg_min(first, (last - first, start, n)) AS first, arg_min(last, (last - first, start, n)) AS last
    FROM told GROUP BY act
)"""

# Step 2 for narrow days: a new event begins where the days of the one before are over.
_NARROW: Final = """
reached AS (
    SELECT act, key, first, last, max(last) OVER (PARTITION BY key ORDER BY first, last, act
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
    FROM acts WHERE named > 0 AND last - first < $wide
),
narrow AS MATERIALIZED (
    SELECT act, key, first, last, sum(CASE WHEN reach >= first THEN 0 ELSE 1 END)
        OVER (ORDER BY key, first, last, act ROWS UNBOUNDED PRECEDING)::BIGINT AS label
    FROM reached
)"""

# Step 2 for wide stretches: to the one event they hold, or apart.
_WIDE: Final = """
wide AS (SELECT act, key, first, last FROM acts WHERE named > 0 AND last - first >= $wide),
spans AS (SELECT label, any_value(key) AS key, min(first) AS first, max(last) AS last FROM narrow GROUP BY label),
within AS (
    SELECT w.act, min(s.label) AS label
    FROM wide w JOIN spans s ON s.key = w.key AND s.first <= w.last AND w.first <= s.last
    GROUP BY w.act HAVING count(*) = 1
),
stretch AS (
    SELECT act, -1 - min(act) OVER (PARTITION BY key, first, last) AS label
    FROM wide ANTI JOIN within USING (act)
)"""

_LABELS: Final = """
labels AS (
    SELECT act, label, 'overlap' AS why FROM narrow
    UNION ALL SELECT act, label, 'within' FROM within
    UNION ALL SELECT act, label, 'stretch' FROM stretch
    UNION ALL SELECT act, -1 - act, 'linked' FROM acts WHERE named = 0 OR first IS NULL
)
SELECT label, act, why FROM told JOIN labels USING (act) ORDER BY n"""


@cache
def wide_days() -> int:
    """Stretches of more days than this are wide: see the rule above."""
    return int(structure("vocabulary", "joining.yaml")["wide_days"])


def join_tellings(snapshot: Snapshot, roll: pa.Table, known: date | None = None) -> pa.Table:
    """One row per statement of an event published by `known`: events as they were first told, tellings by publication.

    `roll` is that of the snapshot.

    Columns: `event`, `place` in it from 1, `why` (a key of WHY), `id`, and what the statement says.
    """
    # In one piece, since taking rows from many pieces costs several times as much.
    statements = snapshot.query(_EVENT_STATEMENTS, {"known": known}, standing=of_kind(roll, "event")).combine_chunks()
    labels = _mended(snapshot, statements, _labels(snapshot, statements))
    return _numbered(statements.drop_columns(["same_as"]), labels)


def _labels(snapshot: Snapshot, statements: pa.Table) -> pa.Table:
    """Label of the event, act and reason of every row of `statements`."""
    mutual = [name for name, kind in event_types().items() if kind.mutual]
    sql = f"WITH {_TELLINGS}, {_ACTS}, {_NARROW}, {_WIDE}, {_LABELS}"
    return snapshot.query(sql, {"mutual": mutual, "wide": wide_days()}, event_statements=statements)


# Tellings of acts that share a label with others, and name persons or amounts by which they may be told apart.
_CONTESTED: Final = """
WITH marked AS (SELECT n, act, label, document, marks FROM labelled WHERE len(marks) > 0)
SELECT * FROM marked
WHERE label IN (SELECT label FROM marked GROUP BY label HAVING count(DISTINCT act) > 1 AND count(DISTINCT marks) > 1)
ORDER BY n"""

_GROUPED: Final = """
SELECT label, arg_min(type, (-named, n)) AS type, arg_min(source, (-named, n)) AS source,
    arg_min(target, (-named, n)) AS target, arg_min(first, (last - first, n)) AS first,
    arg_min(last, (last - first, n)) AS last
FROM labelled WHERE named > 0 AND first IS NOT NULL GROUP BY label"""

_OF_LABELS: Final = """
SELECT n, act, label, document, marks FROM labelled
WHERE label IN (SELECT unnest($labels)) ORDER BY n"""


def _mended(snapshot: Snapshot, statements: pa.Table, labels: pa.Table) -> pa.Table:
    """The labels after step 3."""
    labelled = _labelled(statements, labels)
    contested = snapshot.query(_CONTESTED, labelled=labelled).to_pylist()
    moved = told_apart(tellings_of(contested), -1 - 2 * len(statements))
    labelled = _relabelled(labelled, "act", {act: (label, "first") for act, label in moved.items()})
    pairs = candidates(snapshot, snapshot.query(_GROUPED, labelled=labelled))
    ends = sorted({label for one, other, _ in pairs for label in (one, other)})
    groups: dict[int, Group] = defaultdict(lambda: Group(marks=Marks()))
    for told in tellings_of(snapshot.query(_OF_LABELS, {"labels": ends}, labelled=labelled).to_pylist()):
        groups[told.label].take(Group(marks=told.marks, documents={told.document}))
    return _relabelled(labelled, "label", bridged(pairs, groups)).select(["label", "act", "why"])


def _labelled(statements: pa.Table, labels: pa.Table) -> pa.Table:
    """The statements with their number, label, act and reason."""
    numbers = pa.array(np.arange(len(statements)))
    columns = {name: labels[name] for name in ("label", "act", "why")}
    return pa.table({"n": numbers, **columns, **{name: statements[name] for name in statements.column_names}})


def _relabelled(labelled: pa.Table, by: str, moved: dict[int, tuple[int, str]]) -> pa.Table:
    """The rows whose number in column `by` is in `moved` under their new label, with a new reason."""
    if not moved:
        return labelled
    old = pa.array(list(moved), pa.int64())
    at = pc.index_in(labelled[by], old)
    hit = pc.is_valid(at)
    for name, values in (
        ("label", pa.array([label for label, _ in moved.values()], pa.int64())),
        ("why", pa.array([why for _, why in moved.values()])),
    ):
        new = pc.if_else(hit, pc.take(values, at), labelled[name].cast(values.type))
        labelled = labelled.set_column(labelled.column_names.index(name), name, new)
    return labelled


def _numbered(statements: pa.Table, labels: pa.Table) -> pa.Table:
    """The statements event by event, with id of the event, place in it and reason."""
    _, first, group = np.unique(labels["label"].to_numpy(), return_index=True, return_inverse=True)
    earliest = first[group]
    order = np.argsort(earliest, kind="stable")
    earliest, act, row = earliest[order], labels["act"].to_numpy(), np.arange(len(order))
    new = order == earliest
    told = statements.take(order)
    linked = pc.if_else(pa.array(act[order] == act[earliest]), "linked", labels["why"].combine_chunks().take(order))
    columns = {
        "event": pc.binary_join_element_wise("e", statements["root"].take(earliest), ""),
        "place": pa.array(row - np.maximum.accumulate(np.where(new, row, 0)) + 1),
        "why": pc.if_else(pa.array(new), "first", linked),
    }
    return pa.table({**columns, **{name: told[name] for name in told.column_names}})
