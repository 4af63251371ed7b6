"""A code of somebody's data set means a type or an actor of ours, by a table; nobody unknown is dropped or renamed."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from stateofplay.exchange.incoming.telling import broken
from stateofplay.knowledge.actor import actors
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.names import names
from stateofplay.knowledge.table import rows
from stateofplay.reading.statement import Status

NO_ACT: Final = "-"
"""In the tables: what is no act, or no actor."""

_ROOT, _BASE, _ROOTS = 2, 3, 20
_NAMES: Final = ("name", "short", "organisation")
_KNOWN: Final = 100_000


@cache
def table(name: str, key: str, value: str) -> Mapping[str, str]:
    """Two columns of a file of `vocabulary/exchange/`."""
    return {row[key]: row[value] for row in rows("vocabulary", "exchange", f"{name}.tsv")}


@lru_cache(maxsize=10_000)
def cameo_type(code: str) -> str:
    """Type of a CAMEO code, "" for one that is no act; a leading zero may be lost. BrokenDocument for no code.

    >>> cameo_type("042"), cameo_type("42"), cameo_type("010")
    ('CONSULT', 'CONSULT', '')
    """
    if not (code.isascii() and code.isdigit()):
        raise broken(f"{code!r} is no CAMEO code")
    # Data sets code no root alone, so 20 is 020; roots end at 20, so 311 can only be 0311.
    padded = code.zfill(_BASE)
    whole = padded if int(padded[:_ROOT]) <= _ROOTS else f"0{padded}"
    known, last = table("cameo", "code", "type"), table("cameo", "code", "last").get(whole[:_ROOT])
    if last is None or whole[_ROOT] > last:
        raise broken(f"{code!r} is no CAMEO code")
    return _act(next(known[whole[:length]] for length in range(len(whole), 1, -1) if whole[:length] in known))


@lru_cache(maxsize=10_000)
def plover_type(name: str) -> str:
    """Type of an event name of PLOVER, also of earlier ones, "" for one that is no act; BrokenDocument for none."""
    wanted = name.strip().upper()
    if wanted in event_types():
        return wanted
    known = table("plover", "name", "type")
    if wanted not in known:
        raise broken(f"{name!r} is no PLOVER event")
    return _act(known[wanted])


def status_of(modes: Iterable[str]) -> Status:
    """Status by PLOVER's auxiliary modes; other modes say nothing of it."""
    known = table("modes", "mode", "status")
    return next((Status(known[mode.lower()]) for mode in modes if mode.lower() in known), Status.OCCURRED)


@lru_cache(maxsize=_KNOWN)
def country(code: str) -> str:
    """Id of the state or actor that a code or name stands for, itself where we know none; "" for a part of the world.

    >>> country("ROM"), country("South Korea"), country("EUR"), country("QQQ")
    ('ROU', 'KOR', '', 'QQQ')
    """
    text = code.strip()
    listed = table("countries", "code", "id").get(text)
    if listed is not None:
        return _act(listed)
    if not text or text in actors() or _is_code(text):
        return text
    return _by_name().get(text.casefold(), text)


@cache
def fips(code: str) -> str:
    """Id of the state with this FIPS 10-4 code, as GDELT gives places; the code itself where we know none.

    >>> [fips(code) for code in ("CH", "KS", "KN", "JA")]
    ['CHN', 'KOR', 'PRK', 'JPN']
    """
    listed = table("countries", "code", "id").get(code)
    return listed or _by_fips().get(code, code)


def group(code: str) -> str:
    """Id of an organisation or armed group by its CAMEO code; "" where we know none."""
    return table("groups", "code", "id").get(code, "")


def party(state: str, sectors: Iterable[str]) -> str:
    """Who acts: the state where no sector is told or one speaks for it, else the state's id with the sector behind it.

    >>> party("JPN", ["GOV"]), party("JPN", ["CVL"]), party("NATO", ["IGO"])
    ('JPN', 'JPNCVL', 'NATO')
    """
    told = [sector for sector in sectors if sector]
    known = actors().get(state)
    if not told or (known and known.kind != "state") or any(map(speaks, told)):
        return state
    return f"{state}{told[0]}"


def speaks(sector: str) -> bool:
    """Whether a sector acts for its state."""
    return table("sectors", "code", "state").get(sector) == "yes"


def is_sector(code: str) -> bool:
    """Whether a code is that of a sector."""
    return code in table("sectors", "code", "state")


@cache
def icews_sectors() -> Mapping[str, str]:
    """Name of a sector in ICEWS → its code."""
    listed = table("sectors", "code", "icews").items()
    return {name: code for code, names in listed for name in names.split(";") if name}


def _act(value: str) -> str:
    return "" if value == NO_ACT else value


def _is_code(text: str) -> bool:
    return text.isascii() and text.isupper() and len(text) == len("KOR")


@cache
def _by_fips() -> Mapping[str, str]:
    return {actor.fips: actor.id for actor in actors().values() if actor.fips}


@cache
def _by_name() -> Mapping[str, str]:
    """English name, case folded → the one actor that it names; capitals and adjectives name none here."""
    found: dict[str, set[str]] = {}
    for name in names("en"):
        if name.use in _NAMES and len(name.actors) == 1:
            found.setdefault(name.form.casefold(), set()).add(name.actors[0])
    for known in actors().values():
        found.setdefault(known.name.casefold(), set()).add(known.id)
    return {form: next(iter(ids)) for form, ids in found.items() if len(ids) == 1}
