"""Joining: which statements tell one event, decided by a rule that is the same whatever the order they came in.

The rule, in two steps:

1. Within a document, statements linked by `same_as` tell one *act*. The act takes type and actors from the statement
   that names most actors, and its day from the one that gives the narrowest.
2. Across documents, acts of the same type between the same actors (in either direction where the type is mutual) are
   tellings of one event when their days overlap. Three limits hold this in:
   a stretch longer than `wide_days` joins nothing by overlap; it attaches to the one event that it overlaps when there
   is exactly one, so that "in August" never chains two meetings of August into one; otherwise it is an event of its
   own, together with those that give the very same stretch;
   an act without a day, and one without any actor, joins nothing outside its document.

To deepen the rule, add a step between these: each step is one named query below, from acts to a `label`; acts with
one label are one event.
"""

from functools import cache
from typing import Any, Final

import pyarrow as pa

from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import structure
from stateofplay.reading.statement import Status
from stateofplay.record.snapshot import Snapshot

STRENGTH: Final = (Status.OCCURRED, Status.ONGOING, Status.DENIED, Status.PLANNED, Status.HYPOTHETICAL)
"""Status of an event: the first of these that a telling gives. What happened was not prevented by having been planned,
and an act denied is told as denied although it had been planned; a denial beside a report makes it disputed."""

WHY: Final = {
    "first": "the earliest telling",
    "linked": "the document itself tells the same act again",
    "overlap": "same type, same actors, overlapping days",
    "within": "same type, same actors; its long stretch holds this event alone",
    "stretch": "same type, same actors, the very same long stretch",
}
"""Reason of a telling, in words."""

# One row per statement of an event, with its act: the first telling in the document that it is linked to.
_TELLINGS: Final = """
tellings AS MATERIALIZED (
    SELECT id, document, start, same_as, language, publisher, status, confidence, published_last, type, source, target,
        happened_first AS first, happened_last AS last,
        CASE WHEN type IN (SELECT unnest($mutual))
            THEN array_to_string(list_sort(list_distinct(source || target)), ' ')
            ELSE array_to_string(list_sort(source), ' ') || '>' || array_to_string(list_sort(target), ' ')
        END AS actors,
        len(source) + len(target) AS named
    FROM statement WHERE kind = 'event' AND ($known IS NULL OR known_from <= $known)
),
told AS MATERIALIZED (
    SELECT t.*, coalesce(nullif(root.same_as, ''), nullif(t.same_as, ''), t.id) AS act
    FROM tellings t LEFT JOIN (SELECT id, same_as FROM tellings WHERE same_as <> '') root ON root.id = t.same_as
),
acts AS MATERIALIZED (
    SELECT act, arg_min(type, (-named, start, id)) AS type, arg_min(actors, (-named, start, id)) AS actors,
        max(named) AS named,
        arg_min(first, (last - first, start, id)) AS first, arg_min(last, (last - first, start, id)) AS last
    FROM told GROUP BY act
)"""

_NARROW: Final = """
reached AS (
    SELECT *, max(last) OVER (PARTITION BY type, actors ORDER BY first, last, act
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
    FROM acts WHERE named > 0 AND last - first < $wide
),
islands AS (
    SELECT *, count(*) FILTER (WHERE reach IS NULL OR reach < first) OVER (
        PARTITION BY type, actors ORDER BY first, last, act) AS island
    FROM reached
),
narrow AS MATERIALIZED (
    SELECT act, type, actors, first, last, min(act) OVER (PARTITION BY type, actors, island) AS label FROM islands
)"""

_WIDE: Final = """
wide AS (SELECT * FROM acts WHERE named > 0 AND last - first >= $wide),
spans AS (
    SELECT label, any_value(type) AS type, any_value(actors) AS actors, min(first) AS first, max(last) AS last
    FROM narrow GROUP BY label
),
held AS (
    SELECT w.act, min(s.label) AS label
    FROM wide w JOIN spans s ON s.type = w.type AND s.actors = w.actors AND s.first <= w.last AND w.first <= s.last
    GROUP BY w.act HAVING count(*) = 1
),
alone AS (
    SELECT act, min(act) OVER (PARTITION BY type, actors, first, last) AS label
    FROM wide WHERE act NOT IN (SELECT act FROM held)
)"""

_LABELS: Final = """
labels AS (
    SELECT act, label, 'overlap' AS why FROM narrow
    UNION ALL SELECT act, label, 'within' FROM held
    UNION ALL SELECT act, label, 'stretch' FROM alone
    UNION ALL SELECT act, act, 'linked' FROM acts WHERE named = 0 OR first IS NULL
),
placed AS (
    SELECT t.*, l.label, l.why AS joined,
        row_number() OVER (PARTITION BY l.label ORDER BY t.published_last NULLS LAST, t.id) AS place,
        first_value(t.id) OVER (PARTITION BY l.label ORDER BY t.published_last NULLS LAST, t.id) AS earliest,
        first_value(t.act) OVER (PARTITION BY l.label ORDER BY t.published_last NULLS LAST, t.id) AS earliest_act
    FROM told t JOIN labels l USING (act)
)"""

_PLACED: Final = """
SELECT * EXCLUDE (label, joined, earliest, earliest_act, same_as, start, act),
    substr(sha256('event ' || earliest), 1, 24) AS event,
    CASE WHEN place = 1 THEN 'first' WHEN act = earliest_act THEN 'linked' ELSE joined END AS why
FROM placed"""

_EVENTS: Final = """
SELECT event,
    arg_min(type, (named = 0, place)) AS type,
    arg_min(source, (named = 0, place)) AS source,
    arg_min(target, (named = 0, place)) AS target,
    arg_min(first, (last - first, first, place)) AS "from",
    arg_min(last, (last - first, first, place)) AS "to",
    arg_min(status, list_position($strength, status)) AS status,
    bool_or(status IN ('occurred', 'ongoing')) AND bool_or(status = 'denied') AS disputed,
    list(id ORDER BY place) AS tellings,
    list(why ORDER BY place) AS why,
    list_sort(list_distinct(list(publisher))) AS publishers,
    list_sort(list_distinct(list(language))) AS languages,
    list_sort(list_distinct(list(document))) AS documents,
    min(published_last) AS first_published,
    max(published_last) AS last_published,
    max(confidence) AS confidence
FROM tellings GROUP BY event ORDER BY "from" NULLS LAST, event"""


@cache
def wide_days() -> int:
    """Stretches of more days than this are wide: see the rule above."""
    return int(structure("vocabulary", "joining.yaml")["wide_days"])


def join_tellings(snapshot: Snapshot, known: Any = None) -> pa.Table:
    """One row per statement of an event published by `known`: `id`, `event`, `why` (a key of WHY), its `place` in the
    event from 1, and its fields."""
    mutual = [name for name, kind in event_types().items() if kind.mutual]
    sql = f"WITH {_TELLINGS}, {_NARROW}, {_WIDE}, {_LABELS} {_PLACED}"
    return snapshot.query(sql, {"mutual": mutual, "known": known, "wide": wide_days()})


def fold_events(snapshot: Snapshot, tellings: pa.Table) -> pa.Table:
    """One row per event of what `join_tellings` gave, earliest day first and those without a day last."""
    return snapshot.query(_EVENTS, {"strength": [status.value for status in STRENGTH]}, tellings=tellings)
