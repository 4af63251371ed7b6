"""Stances: every stance that was ever said, by whom of the holder's own, in columns.

They follow from the roll of a record and a region alone, and are kept beside the record; a question ranks those that
count by its dates.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

import numpy as np
import pyarrow as pa

from stateofplay.knowledge.region import Region
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import structure
from stateofplay.record.column import numbers
from stateofplay.record.record import Moment

# Who of the holder's own takes the stand: the speaker, else the leader whom the sentence names first.
_STANCES: Final = """
WITH said AS MATERIALIZED (
    SELECT id, document, path, quote, language, publisher, said_by, published_last, known_from, known_until,
        claim->>'$.stance' AS stance, claim->>'$.issue' AS slug,
        unnest(from_json(claim->'$.holder', '["VARCHAR"]')) AS holder
    FROM standing WHERE kind = 'position'
),
named AS (
    SELECT id, holder, arg_min(l.person, (strpos(quote, form), -length(form), l.person)) AS person
    FROM said JOIN leaders l ON l.state = holder AND contains(quote, form) GROUP BY id, holder
),
left_lead AS (SELECT person, state, any_value(until) AS until FROM leaders GROUP BY person, state)
SELECT s.* EXCLUDE (slug), coalesce(a.issue, slug) AS issue, coalesce(own.person, n.person, '') AS person,
    regexp_matches(lower(quote), $once) AS once, l.until
FROM said s LEFT JOIN aliases a USING (slug)
    LEFT JOIN people own ON own.person = said_by AND own.state = s.holder
    LEFT JOIN named n ON n.id = s.id AND n.holder = s.holder
    LEFT JOIN left_lead l ON l.person = coalesce(own.person, n.person) AND l.state = s.holder
ORDER BY holder, issue, published_last, s.id"""


def stances_of(moment: Moment, region: Region) -> pa.Table:
    """Every stance of a holder that any statement told, whatever the knowledge date, with a number `n`.

    `person`: the one of the holder's own who takes it, "" for none; `once`: by a word of an earlier time; `until`: the
    day on which the person left the lead, null for none.
    """
    people = ((person.id, person.state) for person in region.persons)
    table = moment.ask(
        _STANCES,
        {"once": _once_pattern()},
        aliases=_table(("slug", "issue"), aliases(region).items()),
        people=_table(("person", "state"), people),
        leaders=_leaders(region),
    )
    return table.append_column("n", numbers(np.arange(len(table))))


def aliases(region: Region) -> dict[str, str]:
    """Slug that a reader writes for the ties of two actors → the issue of the region that is just these ties."""
    return {
        "-".join(sorted(actor.lower() for actor in issue.ties)) + "-relations": issue.id
        for issue in region.issues
        if issue.ties
    }


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
