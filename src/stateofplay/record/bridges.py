"""Bridges: events that the exact rule keeps apart and that are one act told differently, and one that is several.

`joining` puts together what agrees in type, actors and day. Outlets differ in each of these, and two acts may agree in
all. So its events are looked at once more:

apart     tellings that name other persons, or amounts of which none is the same, are another act;
near      same type and actors, a day apart: one act where an amount, or persons of both sides, agree;
target    same type and source, the target named on one side only: one act where there is just one that fits;
part      a meeting of several told as one of some of them: one act where persons of both sides agree;
family    types of one family (`vocabulary/joining.yaml`), same actors and day: one act where an amount or a person
          agrees, or where there is just one that fits.

No bridge joins what some document tells as two, nor what names other persons or other amounts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

import pyarrow as pa

from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import structure
from stateofplay.record.marks import Marks
from stateofplay.record.snapshot import Snapshot

KINDS: Final = ("near", "family", "part", "target")
"""Kinds of bridge, those that are built first first."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One telling as bridges look at it: the `act` of its document, and what it names."""

    act: int
    label: int
    document: str
    marks: Marks


@dataclass(kw_only=True)
class Group:
    """The tellings that are one event so far: `documents` they stand in, and what they name together."""

    marks: Marks
    documents: set[str] = field(default_factory=set)

    def take(self, other: "Group") -> None:
        """Take in the tellings of another group."""
        self.marks |= other.marks
        self.documents |= other.documents


@cache
def exact_days() -> int:
    """Days of at most so many days are exact: see `vocabulary/joining.yaml`."""
    return int(structure("vocabulary", "joining.yaml")["exact_days"])


@cache
def families() -> tuple[tuple[str, ...], ...]:
    """Types that may tell one act."""
    return tuple(tuple(family) for family in structure("vocabulary", "joining.yaml")["families"])


def told_apart(tellings: Iterable[Told], fresh: int) -> dict[int, int]:
    """Act → label for the acts that contradict what stands under their label; new labels count down from `fresh`.

    The earliest telling keeps the label. An act that contradicts nothing goes where it shares most, else to the first.
    """
    moved: dict[int, int] = {}
    clusters: dict[int, list[tuple[int, Marks]]] = defaultdict(list)
    for told in _by_act(tellings):
        known = clusters[told.label]
        fitting = [at for at, (_, marks) in enumerate(known) if not marks.contradicts(told.marks)]
        if not fitting:
            label = told.label if not known else fresh
            fresh -= label == fresh
            known.append((label, told.marks))
        else:
            at = max(fitting, key=lambda at: (_shared(known[at][1], told.marks), -at))
            label = known[at][0]
            known[at] = (label, known[at][1] | told.marks)
        if label != told.label:
            moved[told.act] = label
    return moved


def _by_act(tellings: Iterable[Told]) -> list[Told]:
    """One telling for each act, with the marks of all, in the order of the first ones."""
    acts: dict[int, Told] = {}
    for told in tellings:
        before = acts.get(told.act)
        acts[told.act] = told if before is None else replace(before, marks=before.marks | told.marks)
    return list(acts.values())


def _shared(one: Marks, other: Marks) -> int:
    return len(one.persons & other.persons) + len(one.amounts & other.amounts)


_TYPES_OF_ONE_ACT: Final = """
SELECT DISTINCT a.type AS one, b.type AS other FROM kin a JOIN kin b ON a.family = b.family AND a.type < b.type"""

# An event as bridges compare it: who does it, to whom, and all who take part. What overlaps shares a day, so each event
# stands in `days` once for each of its few days: to join equal days takes a tenth of the time of joining what overlaps.
_ENDS: Final = """
ends AS MATERIALIZED (
    SELECT label, type, first, last, source, target, list_sort(list_distinct(source || target)) AS everybody,
        type IN (SELECT unnest($mutual)) AS mutual
    FROM events WHERE last - first < $exact
),
ways AS MATERIALIZED (
    SELECT *, array_to_string(list_sort(source), ' ') AS doer, array_to_string(list_sort(target), ' ') AS done_to,
        array_to_string(everybody, ' ') AS together
    FROM ends
),
days AS MATERIALIZED (SELECT *, first + unnest(range(last - first + 1))::INTEGER AS day FROM ways)"""

_NEAR: Final = """
SELECT a.label AS one, b.label AS other, 'near' AS kind
FROM ways a JOIN ways b ON a.type = b.type AND a.together = b.together AND b.first = a.last + 1
WHERE (a.mutual OR a.doer = b.doer) AND a.label <> b.label"""

_TARGET: Final = """
SELECT a.label, b.label, 'target'
FROM days a JOIN days b USING (type, doer, day)
WHERE a.done_to = '' AND b.done_to <> '' AND len(a.source) > 0 AND NOT (a.mutual AND len(a.source) > 1)"""

_PART: Final = """
SELECT a.label, b.label, 'part'
FROM (SELECT *, everybody[1] AS who FROM days WHERE mutual AND len(everybody) = 2) a
    JOIN (SELECT *, unnest(everybody) AS who FROM days WHERE mutual AND len(everybody) > 2) b USING (type, who, day)
WHERE list_has_all(b.everybody, a.everybody)"""

_FAMILY: Final = """
SELECT a.label, b.label, 'family'
FROM days a JOIN pairs p ON a.type = p.one
    JOIN days b ON b.type = p.other AND a.together = b.together AND a.day = b.day
WHERE a.mutual OR b.mutual OR a.doer = b.doer"""

_CANDIDATES: Final = f"""
WITH {_ENDS}, pairs AS ({_TYPES_OF_ONE_ACT})
SELECT DISTINCT * FROM ({_NEAR} UNION ALL {_TARGET} UNION ALL {_PART} UNION ALL {_FAMILY}) ORDER BY one, other, kind"""


def candidates(snapshot: Snapshot, events: pa.Table) -> list[tuple[int, int, str]]:
    """Pairs of labels between which a bridge may stand, with its kind.

    `events` has `label`, `type`, `source`, `target`, `first` and `last`.
    """
    kin = [(type, number) for number, family in enumerate(families()) for type in family]
    table = pa.table({"type": [type for type, _ in kin], "family": [number for _, number in kin]})
    params: dict[str, Any] = {
        "mutual": [name for name, kind in event_types().items() if kind.mutual],
        "exact": exact_days(),
    }
    found = snapshot.query(_CANDIDATES, params, events=events, kin=table).to_pylist()
    return [(row["one"], row["other"], row["kind"]) for row in found]


def bridged(pairs: list[tuple[int, int, str]], groups: dict[int, Group]) -> dict[int, tuple[int, str]]:
    """Label → (label under which it stands from now on, kind of the bridge), for those that a bridge joins."""
    fits = Counter((label, kind) for one, other, kind in pairs for label in (one, other))
    stands: dict[int, tuple[int, str]] = {}
    for one, other, kind in sorted(pairs, key=lambda pair: _rank(pair, groups)):
        keep, give = _end(one, stands), _end(other, stands)
        alone = fits[one, kind] == 1 and fits[other, kind] == 1
        if keep == give or not _holds(kind, groups[keep], groups[give], alone=alone):
            continue
        keep, give = min(keep, give, key=_age), max(keep, give, key=_age)
        groups[keep].take(groups[give])
        stands[give] = keep, kind
    return {label: (_end(label, stands), kind) for label, (_, kind) in stands.items()}


def _rank(pair: tuple[int, int, str], groups: dict[int, Group]) -> tuple[int, int, int, int]:
    """What shares more is joined first, then by kind; the labels make the order whole."""
    one, other, kind = pair
    return -_shared(groups[one].marks, groups[other].marks), KINDS.index(kind), one, other


def _age(label: int) -> tuple[bool, int]:
    """Labels above 0 are numbers of narrow events; those made anew count down."""
    return label < 0, abs(label)


def _end(label: int, stands: dict[int, tuple[int, str]]) -> int:
    while label in stands:
        label = stands[label][0]
    return label


def _holds(kind: str, one: Group, other: Group, *, alone: bool) -> bool:
    """Whether a bridge of this kind joins two groups; `alone`: for neither is there another of the kind."""
    if one.documents & other.documents or one.marks.contradicts(other.marks):
        return False
    if kind == "near":
        return one.marks.shares_amount(other.marks) or one.marks.shares_both_sides(other.marks)
    if kind == "part":
        return one.marks.shares_both_sides(other.marks)
    if kind == "target":
        return alone
    return alone or one.marks.shares_amount(other.marks) or one.marks.shares_person(other.marks)


def tellings_of(rows: Iterable[dict[str, Any]]) -> Iterator[Told]:
    """Tellings from rows with `act`, `label`, `document` and `marks`."""
    for row in rows:
        marks = Marks.of(row["marks"] or ())
        yield Told(act=row["act"], label=row["label"], document=row["document"], marks=marks)
