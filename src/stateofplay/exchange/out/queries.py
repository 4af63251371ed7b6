"""Queries: the rows of a selection, asked of the record's tables at once rather than statement by statement.

They speak of `said` (statements as known), `links` (statement to event and place in it), `acts` (events), `papers`
(documents), and of the parameters `$on`, `$pair` and `$quotes`, each null where it is not asked for.
"""

from typing import Final

# What had happened by the day, and what was planned, denied or undated in what was published by then.
_ACT_BY: Final = """($on IS NULL OR CASE WHEN a.status IN ('occurred', 'ongoing') AND a."from" IS NOT NULL
    THEN a."from" <= $on ELSE a.first_published <= $on END)"""
_ACT_OF: Final = "($pair IS NULL OR list_has_all(list_concat(a.source, a.target), $pair::VARCHAR[]))"

# A place on somebody's disk is nobody else's business; an address is.
_NAME: Final = r"""CASE WHEN {0} ~ '^[a-z]+://.*' THEN {0} ELSE regexp_replace({0}, '^.*[/\\]', '') END"""
_CUT: Final = "CASE WHEN $quotes IS NULL THEN {0} ELSE left({0}, $quotes) END"


def _texts(key: str) -> str:
    """A field of the claim that is a text or a list of texts, as a list; null where the claim has none."""
    return (
        f"CASE json_type(claim, '$.{key}') WHEN 'ARRAY' THEN CAST(claim->'$.{key}' AS VARCHAR[]) "
        f"WHEN 'VARCHAR' THEN [claim->>'$.{key}'] END"
    )


def _own(key: str, kind: str = "VARCHAR") -> str:
    return f"CAST(claim->>'$.{key}' AS {kind})"


_CLAIMS: Final = f"""claims AS (
    SELECT *, {_texts("by")} AS "by", {_texts("beneficiary")} AS beneficiary,
        {_texts("holder")} AS holder, {_own("what")} AS what, {_own("state")} AS state,
        {_own("amount", "DOUBLE")} AS amount, {_own("unit")} AS unit, {_own("issue")} AS issue,
        {_own("stance")} AS stance, {_own("likelihood")} AS likelihood, {_own("horizon")} AS horizon,
        {_own("cause")} AS cause, {_own("effect")} AS effect,
        coalesce(happened_first, {_own("from", "DATE")}) AS "from",
        coalesce(happened_last, {_own("to", "DATE")}) AS "to"
    FROM said
)"""

_SAID_BY: Final = """($on IS NULL OR CASE WHEN c.status IN ('occurred', 'ongoing') AND c."from" IS NOT NULL
    THEN c."from" <= $on ELSE c.known_from <= $on END)"""
_SAID_OF: Final = """($pair IS NULL OR list_has_all(
    list_concat(coalesce(c."by", []), coalesce(c.beneficiary, []), coalesce(c.holder, [])), $pair::VARCHAR[]))"""

_KEPT: Final = f"""{_CLAIMS},
kept AS (
    SELECT c.*, a.event, l.place, p.title, p.author, p.published_last AS paper_day
    FROM claims c JOIN papers p ON p.id = c.document LEFT JOIN links l ON l.id = c.id
        LEFT JOIN acts a ON a.event = l.event
    WHERE CASE WHEN a.event IS NULL THEN {_SAID_BY} AND {_SAID_OF} ELSE {_ACT_BY} AND {_ACT_OF} END
)"""

STATEMENTS: Final = f"""WITH {_KEPT}
SELECT * EXCLUDE (quote, path, published_first, published_last), {_CUT.format("quote")} AS quote,
    {_NAME.format("path")} AS path, published_first AS published_from, published_last AS published_to
FROM kept ORDER BY paper_day NULLS LAST, document, start, "end", id"""
"""One row per statement, by publication, document and place."""

EVENTS: Final = f"""WITH acted AS (
    SELECT l.event, list(s.id ORDER BY l.place) AS statements, list(p.title ORDER BY l.place) AS titles,
        list({_CUT.format("s.quote")} ORDER BY l.place) AS quotes, list_sort(list(DISTINCT s.reader)) AS readers,
        list(coalesce(s.published_last::VARCHAR, '') ORDER BY l.place) AS published
    FROM links l JOIN said s ON s.id = l.id JOIN papers p ON p.id = s.document GROUP BY l.event
)
SELECT a.*, t.statements, t.titles, t.quotes, t.readers, t.published FROM acts a JOIN acted t ON t.event = a.event
WHERE {_ACT_BY} AND {_ACT_OF} ORDER BY a."from" NULLS LAST, a."to", a.event"""
"""One row per event, earliest day first."""

DOCUMENTS: Final = f"""WITH {_KEPT},
listed AS (
    SELECT document, list(id ORDER BY start, "end", id) AS statements, list_sort(list(DISTINCT reader)) AS readers
    FROM kept GROUP BY document
)
SELECT p.* EXCLUDE (path), {_NAME.format("p.path")} AS path, p.published_first AS published_from,
    p.published_last AS published_to, coalesce(t.statements, []) AS statements, coalesce(t.readers, []) AS readers
FROM papers p LEFT JOIN listed t ON t.document = p.id
WHERE ($pair IS NULL OR t.document IS NOT NULL) AND ($on IS NULL OR p.known_from <= $on)
ORDER BY p.published_last NULLS LAST, p.id"""
"""One row per document, earliest published first."""
