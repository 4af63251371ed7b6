"""Reading of a region's files: every entry becomes its type or a fault, and all faults of a file are told together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, TypeVar

from stateofplay.errors import DataFileError
from stateofplay.knowledge.framework import Framework, Membership, Spell
from stateofplay.knowledge.issue import Issue
from stateofplay.knowledge.name import Name
from stateofplay.knowledge.occasion import Custom, Occasion
from stateofplay.knowledge.office import Office
from stateofplay.knowledge.person import Person
from stateofplay.knowledge.spelling import LANGUAGES, spellings
from stateofplay.knowledge.table import data, numbered_rows, structure
from stateofplay.knowledge.term import Stretch, Term, day_of, stretch

FOLDER: Final = "regions"
_MEND: Final = "docs/regions.md describes the formats"

Entry = TypeVar("Entry")


def region_file(region: str) -> Mapping[str, Any]:
    """The fields of `region.yaml`: id, title, actors; DataFileError when it is no mapping."""
    fields = structure(FOLDER, region, "region.yaml")
    if not isinstance(fields, Mapping):
        raise DataFileError("no fields in it", where=f"{FOLDER}/{region}/region.yaml", mend=_MEND)
    return fields


def persons(region: str) -> tuple[Person, ...]:
    """Entries of `persons.yaml`; () where the region has none; DataFileError with every fault."""
    return _entries(region, "persons.yaml", _person)


def offices(region: str) -> tuple[Office, ...]:
    """Entries of `offices.yaml`; () where the region has none; DataFileError with every fault."""
    return _entries(region, "offices.yaml", _office)


def frameworks(region: str) -> tuple[Framework, ...]:
    """Entries of `frameworks.yaml`; () where the region has none; DataFileError with every fault."""
    return _entries(region, "frameworks.yaml", _framework)


def issues(region: str) -> tuple[Issue, ...]:
    """Entries of `issues.yaml`; () where the region has none; DataFileError with every fault."""
    return _entries(region, "issues.yaml", _issue)


def occasions(region: str) -> tuple[Occasion, ...]:
    """Entries of `calendar.yaml`; () where the region has none; DataFileError with every fault."""
    return _entries(region, "calendar.yaml", _occasion)


def names(region: str) -> tuple[tuple[Name, Stretch], ...]:
    """Rows of `names.tsv`, each with the time for which it holds; () where the region has none."""
    if not data(FOLDER, region, "names.tsv").is_file():
        return ()
    found, faults = [], []
    for number, row in numbered_rows(FOLDER, region, "names.tsv"):
        try:
            found.append((_name(row), stretch(row)))
        except (KeyError, ValueError) as error:
            faults.append(f"line {number} ({row.get('form', '')}): {error}")
    _refuse(f"{FOLDER}/{region}/names.tsv", faults)
    return tuple(found)


def _entries(region: str, file: str, make: Callable[[Mapping[str, Any]], Entry]) -> tuple[Entry, ...]:
    if not data(FOLDER, region, file).is_file():
        return ()
    where = f"{FOLDER}/{region}/{file}"
    content = structure(FOLDER, region, file) or []
    if not isinstance(content, list):
        raise DataFileError("not a list of entries", where=where, mend=_MEND)
    found, faults = [], []
    for place, fields in enumerate(content, 1):
        try:
            found.append(make(fields))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            faults.append(f"entry {place} ({_label(fields)}): {_told(error)}")
    _refuse(where, faults)
    return tuple(found)


def _refuse(where: str, faults: list[str]) -> None:
    if faults:
        raise DataFileError(f"{len(faults)} faults", where=where, mend=_MEND, problems=tuple(faults))


def _label(fields: object) -> str:
    return str(fields.get("id", "without id")) if isinstance(fields, Mapping) else "no fields"


def _told(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)


def _person(fields: Mapping[str, Any]) -> Person:
    return Person(
        id=fields["id"],
        name=fields["name"],
        state=fields["state"],
        spellings=spellings(fields["names"]),
        family=spellings(fields.get("family")),
        alone=_alone(fields.get("alone", [])),
        note=fields.get("note", ""),
    )


def _alone(value: object) -> tuple[str, ...]:
    languages = LANGUAGES if value is True else tuple(value) if isinstance(value, list) else ()
    if unknown := set(languages) - set(LANGUAGES):
        raise ValueError(f"alone: unknown languages {sorted(unknown)}")
    return languages


def _office(fields: Mapping[str, Any]) -> Office:
    return Office(
        id=fields["id"],
        actor=fields["actor"],
        role=fields["role"],
        rank=int(fields["rank"]),
        titles=spellings(fields["titles"]),
        terms=tuple(_term(fields["id"], term) for term in fields.get("terms") or ()),
        shared=bool(fields.get("shared", False)),
    )


def _term(office: str, fields: Mapping[str, Any]) -> Term:
    time = stretch(fields)
    if time.begins is None:
        raise ValueError(f"the term of {fields['person']} has no `from`")
    return Term(
        office=office,
        person=fields["person"],
        begins=time.begins,
        ends=time.ends,
        acting=bool(fields.get("acting", False)),
        announced=day_of(fields.get("announced")),
    )


def _framework(fields: Mapping[str, Any]) -> Framework:
    titles, more = fields["title"], fields.get("names") or {}
    return Framework(
        id=fields["id"],
        kind=fields["kind"],
        titles=spellings(titles),
        names=_joined(titles, more),
        members=tuple(_members(fields["members"])),
        spells=tuple(_spells(fields)),
        descriptions=spellings(fields["description"]),
        issues=tuple(fields.get("issues") or ()),
    )


def _joined(titles: Mapping[str, Any], names: Mapping[str, Any]) -> Any:
    keys = dict.fromkeys(chain(titles, names))
    return spellings({key: [*_many(titles.get(key)), *_many(names.get(key))] for key in keys})


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _members(values: Iterable[Any]) -> Iterator[Membership]:
    for value in values:
        fields = value if isinstance(value, Mapping) else {"actor": value}
        time = stretch(fields)
        yield Membership(actor=fields["actor"], begins=time.begins, ends=time.ends)


def _spells(fields: Mapping[str, Any]) -> Iterator[Spell]:
    for running in fields.get("in_force") or (fields,):
        yield _spell({**running, "state": "in-force"})
    for suspended in fields.get("suspended") or ():
        yield _spell({**suspended, "state": "suspended"})


def _spell(fields: Mapping[str, Any]) -> Spell:
    time = stretch(fields)
    return Spell(state=fields["state"], begins=time.begins, ends=time.ends)


def _issue(fields: Mapping[str, Any]) -> Issue:
    return Issue(
        id=fields["id"],
        titles=spellings(fields["title"]),
        keywords=spellings(fields["keywords"]),
        descriptions=spellings(fields["description"]),
        ties=tuple(fields.get("ties") or ()),
    )


def _occasion(fields: Mapping[str, Any]) -> Occasion:
    return Occasion(
        id=fields["id"],
        titles=spellings(fields["title"]),
        kind=fields["kind"],
        actors=tuple(fields["actors"]),
        recurs=str(fields.get("recurs", "")),
        days=day_of(fields.get("days")),
        customs=tuple(Custom.parse(text) for text in fields.get("customs") or ()),
    )


def _name(row: Mapping[str, str]) -> Name:
    if not row["form"] or row["language"] not in LANGUAGES:
        raise ValueError("a name needs a form and one of the languages " + ", ".join(LANGUAGES))
    return Name(
        form=row["form"],
        actors=tuple(row["actor"].split()),
        language=row["language"],
        use=row["use"],
        script=row["script"],
    )
