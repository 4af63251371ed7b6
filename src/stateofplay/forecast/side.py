"""A side of a pair: what role an actor has and of which state it is, told from its id or name alone."""

from dataclasses import dataclass
from functools import cache, lru_cache
from re import compile
from typing import Final

from stateofplay.knowledge.actor import actors
from stateofplay.knowledge.table import rows

_FILE: Final = ("vocabulary", "forecast", "roles.tsv")
_BRACKETED: Final = compile(r"(.+)_\((.+)\)$")
_CODE: Final = 3
_KNOWN: Final = 200_000
OFFICE, SOCIETY, OTHER = "office", "society", "other"


@dataclass(frozen=True, kw_only=True)
class Side:
    """What is known of an actor without looking anything up in the record.

    `role` is one of `vocabulary/forecast/roles.tsv`; `state` the id or name of its state, "" where it has none that we
    know; `region` the part of the world of that state, "" where unknown.
    """

    role: str
    state: str = ""
    region: str = ""


@lru_cache(maxsize=_KNOWN)
def side_of(actor: str) -> Side:
    """The side that an actor is, by its id (`KOR`, `CHNBUS`, `ASEAN`) or its name in event data (`Police_(Japan)`).

    >>> side_of("CHNBUS").role, side_of("Police_(Japan)").state, side_of("Xi_Jinping").role
    ('society', 'JPN', 'other')
    """
    name = _BRACKETED.match(actor)
    if name:
        return _within(name[2], _role_of_name(actor.casefold()))
    known = actors().get(_id(actor))
    if known:
        return _within(known.id, "state") if known.kind == "state" else Side(role=known.kind)
    sector = _sectors().get(actor[_CODE:])
    return _within(actor[:_CODE], sector) if sector and actor[:_CODE] in actors() else Side(role=OTHER)


def pair_class(source: str, target: str) -> str:
    """The class of an ordered pair: both roles, then `own` (of one state), `near` (one part of the world) or `far`.

    Pairs of which a side has no state that we know are `far`.

    >>> pair_class("KOR", "JPN"), pair_class("CHN", "CHNBUS"), pair_class("USA", "ASEAN")
    ('state-state:near', 'state-society:own', 'state-organisation:far')
    """
    a, b = side_of(source), side_of(target)
    own, near = a.state and a.state == b.state, a.region and a.region == b.region
    return f"{a.role}-{b.role}:{'own' if own else 'near' if near else 'far'}"


def _within(state: str, role: str) -> Side:
    known = actors().get(_id(state))
    return Side(role=role, state=known.id, region=known.region) if known else Side(role=role, state=state)


def _id(name: str) -> str:
    return name if name in actors() else _ids().get(name.replace("_", " ").casefold(), "")


def _role_of_name(name: str) -> str:
    return next((role for role, words in _words() if any(word in name for word in words)), OFFICE)


@cache
def _ids() -> dict[str, str]:
    return {actor.name.casefold(): actor.id for actor in actors().values()}


@cache
def _words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["role"], tuple(row["words"].split(";"))) for row in rows(*_FILE) if row["words"])


@cache
def _sectors() -> dict[str, str]:
    return {code: row["role"] for row in rows(*_FILE) for code in row["sectors"].split(";") if code}
