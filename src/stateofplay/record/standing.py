"""Standing: which statement counts when. A review counts from the day it was made, and changes nothing before it.

A statement stands from the day its document is known; from its first review on, what the latest review says stands in
its place. Each stretch is a row: `known_from` is its first day, `known_until` the first day after it, null for one that
lasts. `root` is the id that the reader's own statement has, whatever stands for it now.
"""

from typing import Final

STANDS: Final = (
    "(CASE WHEN $known IS NULL THEN known_until IS NULL "
    "ELSE known_from <= $known AND (known_until IS NULL OR known_until > $known) END)"
)
"""What a row of `standing` must fulfil to count on the knowledge date `$known`; null for the latest."""

REVIEW: Final = "SELECT * FROM reviews QUALIFY row_number() OVER (PARTITION BY id ORDER BY recorded_at) = 1"
"""Every review once."""

UNREVIEWED: Final = "SELECT *, NULL::DATE AS known_until, id AS root, '' AS verdict, '' AS reviewer FROM told"
"""All statements `told`, where nobody has reviewed any."""

# What a statement says of itself; the version of its reader is left out, so that a review outlives it.
_SAME: Final = " AND ".join(
    f't."{name}" = o."{name}"' for name in ("document", "start", "end", "status", "said_by", "claim")
)
_FAMILY: Final = "regexp_extract({}.reader, '^[^/@ ]*')"
_OWN: Final = ", ".join(
    f'open."{name}"'
    for name in (
        *("document", "path", "start", "end", "quote", "language", "status", "kind", "claim", "type", "source"),
        *(
            "target",
            "people",
            "marks",
            "happened_first",
            "happened_last",
            "said_by",
            "reader",
            "confidence",
            "why",
            "same_as",
        ),
        *("recorded_at", "verdict", "reviewer"),
    )
)

REVIEWED: Final = f"""
WITH twin AS MATERIALIZED (
    SELECT DISTINCT v.says, t.id
    FROM review v JOIN statements o ON o.id = v.statement
        JOIN statements t ON {_SAME} AND {_FAMILY.format("t")} = {_FAMILY.format("o")}
),
step AS MATERIALIZED (
    SELECT *, lead(known_from) OVER (PARTITION BY says ORDER BY recorded_at, id) AS until FROM review
),
open AS (SELECT * FROM step WHERE until IS NULL OR until > known_from),
own AS MATERIALIZED (
    SELECT says, NULL::DATE AS since, min(known_from) AS until, '' AS verdict, '' AS reviewer FROM review GROUP BY says
    UNION ALL SELECT says, known_from, until, verdict, reviewer FROM open WHERE counts = statement
)
SELECT told.* REPLACE (greatest(told.known_from, own.since) AS known_from), own.until AS known_until, told.id AS root,
    coalesce(own.verdict, '') AS verdict, coalesce(own.reviewer, '') AS reviewer
FROM told LEFT JOIN twin USING (id) LEFT JOIN own USING (says)
WHERE own.until IS NULL OR own.until > told.known_from
UNION ALL BY NAME
SELECT open.counts AS id, '' AS reading, {_OWN}, d.published_first, d.published_last, d.publisher,
    greatest(d.known_from, open.known_from) AS known_from, open.until AS known_until, open.statement AS root
FROM open JOIN document d ON d.id = open.document
WHERE open.counts NOT IN ('', open.statement) AND (open.until IS NULL OR open.until > d.known_from)"""
"""The same where somebody has."""

CORRECTED: Final = """
    SELECT v.counts AS id, v.* EXCLUDE (id), d.published_first, d.published_last
    FROM review v JOIN document d ON d.id = v.document
    WHERE v.counts IN (SELECT unnest($ids)) AND v.counts NOT IN ('', v.statement)
    QUALIFY row_number() OVER (PARTITION BY v.counts ORDER BY v.recorded_at) = 1"""
"""The corrected statements with `$ids`."""


def surely(standing: str, sure: float) -> str:
    """What of `standing` counts where events must be as sure as `sure`, and promises, which follow from events.

    What a reviewer kept is sure. Of other kinds a reader knows only how often the whole kind is right, which says
    nothing of one statement: they count.
    """
    own = "kind NOT IN ('event', 'commitment')"
    return f"SELECT * FROM ({standing}) WHERE {own} OR verdict <> '' OR confidence >= {sure!r}" if sure else standing
