"""An actor: a state or organisation under an id that carries no view; no actor ranks above another.

Every screen shows an actor by its plain press name in the reader's language, and every command takes any of its names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Final

from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.knowledge.fold import fold
from stateofplay.knowledge.names import LANGUAGES, names
from stateofplay.knowledge.table import rows

TAGS: Final = ("zh-Hant", "zh-Hans", "en", "ja", "ko")
"""BCP 47 tags of the display names."""

_EVERY_UN_MEMBER: Final = "*UN"
_SPOKEN_FOR: Final = ("name", "short", "organisation", "capital", "seat", "side", "adjective", "people", "military")
_SINGLE: Final = "single"


@dataclass(frozen=True, kw_only=True)
class Membership:
    """That `actor` belongs from `first` to `last`, both included; None for a side that is open or long ago."""

    actor: str
    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A state, organisation or armed group.

    `id` is ISO 3166 alpha-3 or our own; `kind` is state, organisation or armed. `first` and `last` bound its life, both
    included, None where that is open or older than what we read. States know their codes (`iso2`, `fips` as GDELT
    writes them, `cow` of Correlates of War), `region` and standing in the `united_nations` (member, observer, other,
    former). Organisations know their `memberships`; `of` is the state that an organisation is usually counted with.
    """

    id: str
    kind: str
    name: str
    first: date | None = None
    last: date | None = None
    iso2: str = ""
    fips: str = ""
    cow: str = ""
    region: str = ""
    united_nations: str = ""
    of: tuple[Membership, ...] = ()
    memberships: tuple[Membership, ...] = ()

    def existed(self, day: date) -> bool:
        """Whether it was there on `day`."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def members(self, day: date) -> tuple[str, ...]:
        """Ids of its members on `day`; () for a state, and where the members are not told."""
        return tuple(membership.actor for membership in self.memberships if membership.covers(day))

    def state(self, day: date) -> str:
        """Id of the state it is usually counted with on `day`: its own for a state, "" where none or contested."""
        return self.id if self.kind == "state" else next((link.actor for link in self.of if link.covers(day)), "")


@cache
def actors() -> Mapping[str, Actor]:
    """Every actor by id, states first, in the order of the files."""
    states = [_state(row) for row in rows("vocabulary", "actors", "states.tsv")]
    members = ";".join(state.id for state in states if state.united_nations == "member")
    organisations = [_organisation(row, members) for row in rows("vocabulary", "actors", "organisations.tsv")]
    return MappingProxyType({actor.id: actor for actor in (*states, *organisations)})


def actor(id: str) -> Actor:
    """The actor with this very id; NotFound, with the nearest ids, for another."""
    known = actors()
    if id not in known:
        raise NotFound(f"no state or actor {id!r}", mend=_nearest(id, known))
    return known[id]


def actor_of(text: str) -> Actor:
    """The actor with this id or name; NotFound as `resolve`."""
    return actor(resolve(text))


def display(id: str, tag: str = "en") -> str:
    """The plain press name of an actor in `tag` (zh-Hant, zh-Hans, en, ja, ko); its id where we know no name.

    >>> display("KOR", "zh-Hant")
    '南韓'
    """
    return _displayed().get(id, {}).get(tag, id)


def resolve(text: str) -> str:
    """Id of the actor that `text` names, by id or by a name in any of the languages; case does not matter.

    A capital, seat of government, adjective or single character will do. NotFound where nobody is so called, with the
    nearest names, or where several are.

    >>> resolve("south korea"), resolve("南韓"), resolve("kor")
    ('KOR', 'KOR', 'KOR')
    """
    wanted = text.strip()
    if wanted.casefold() in _ids():
        return _ids()[wanted.casefold()]
    for use in (*_SPOKEN_FOR, _SINGLE):
        found = sorted({id for language in LANGUAGES for id in _index(language).get((use, _key(wanted, language)), ())})
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(f"{text!r} may be any of {', '.join(found)}", mend="write one of these")
    raise NotFound(f"no state or actor is called {text!r}", mend=_nearest(wanted, _forms()))


def _state(row: Mapping[str, str]) -> Actor:
    return Actor(
        id=row["id"],
        kind="state",
        name=row["name"],
        first=_first(row["from"]),
        last=_last(row["to"]),
        iso2=row["iso2"],
        fips=row["fips"],
        cow=row["cow"],
        region=row["region"],
        united_nations=row["united_nations"],
    )


def _organisation(row: Mapping[str, str], un_members: str) -> Actor:
    return Actor(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        first=_first(row["from"]),
        last=_last(row["to"]),
        of=_memberships(row["state"]),
        memberships=_memberships(row["members"].replace(_EVERY_UN_MEMBER, un_members)),
    )


def _memberships(cell: str) -> tuple[Membership, ...]:
    return tuple(_membership(part) for part in cell.split(";") if part)


def _membership(text: str) -> Membership:
    id, _, time = text.partition(":")
    first, _, last = time.partition("..")
    return Membership(actor=id, first=_first(first), last=_last(last))


def _first(cell: str) -> date | None:
    return Day.parse(cell).first if cell else None


def _last(cell: str) -> date | None:
    return Day.parse(cell).last if cell else None


@cache
def _displayed() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows("vocabulary", "actors", "display.tsv")}


@cache
def _index(language: str) -> dict[tuple[str, str], set[str]]:
    """(use, folded form) → ids of those it stands for, each alone."""
    found: dict[tuple[str, str], set[str]] = {}
    for name in names(language):
        if len(name.actors) == 1:
            found.setdefault((name.use, _key(name.form, language)), set()).add(name.actors[0])
    return found


@cache
def _ids() -> Mapping[str, str]:
    return {id.casefold(): id for id in actors()}


@cache
def _forms() -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.form for language in LANGUAGES for name in names(language) if name.use == "name"))


def _key(text: str, language: str) -> str:
    return fold(text, language).casefold()


def _nearest(text: str, known: Mapping[str, Actor] | tuple[str, ...]) -> str:
    near = get_close_matches(text, known, n=3, cutoff=0.6) or get_close_matches(text.upper(), known, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else "give an ISO 3166 code such as KOR, or a name"
