"""A region: knowledge as data about one system of actors; what it says of a day depends on that day alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Protocol, TypeVar

from stateofplay.errors import NotFound
from stateofplay.knowledge import region_files
from stateofplay.knowledge.framework import Framework
from stateofplay.knowledge.issue import Issue
from stateofplay.knowledge.name import Name
from stateofplay.knowledge.occasion import Occasion
from stateofplay.knowledge.office import Office
from stateofplay.knowledge.person import Person
from stateofplay.knowledge.spelling import Spelling, shown, spellings
from stateofplay.knowledge.table import data
from stateofplay.knowledge.term import Stretch, Term


class _Known(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_Known)


@dataclass(frozen=True, kw_only=True)
class Region:
    """Actors in the order of display, and the persons, offices, frameworks, issues and occasions that concern them.

    `dated_names` are the rows of `names.tsv`, each with the time for which it holds; persons' names come on top.
    """

    id: str
    titles: tuple[Spelling, ...]
    actors: tuple[str, ...]
    persons: tuple[Person, ...]
    offices: tuple[Office, ...]
    frameworks: tuple[Framework, ...]
    issues: tuple[Issue, ...]
    calendar: tuple[Occasion, ...]
    dated_names: tuple[tuple[Name, Stretch], ...]

    def title(self, variant: str) -> str:
        """The title to show in `variant`, such as `zh-Hant`."""
        return shown(self.titles, variant)

    def person(self, id: str) -> Person:
        """The person with this id; NotFound for an unknown one."""
        return _one(self._persons, id, "person")

    def office(self, id: str) -> Office:
        """The office with this id, such as `JPN.prime-minister`; NotFound for an unknown one."""
        return _one(self._offices, id, "office")

    def framework(self, id: str) -> Framework:
        """The framework with this id; NotFound for an unknown one."""
        return _one({framework.id: framework for framework in self.frameworks}, id, "framework")

    def issue(self, id: str) -> Issue:
        """The issue with this id; NotFound for an unknown one."""
        return _one({issue.id: issue for issue in self.issues}, id, "issue")

    def names(self, language: str, *, on: date | None = None) -> tuple[Name, ...]:
        """Every name in `language` (zh, en, ja, ko): persons, ministries, forces, companies, places, traps.

        With `on`, only those that stood for their actor on that day. Frameworks are no actors: see `framework_names`.
        """
        places = (
            name for name, time in self.dated_names if name.language == language and (on is None or time.covers(on))
        )
        people = (name for person in self.persons for name in person.names(language))
        return (*people, *places)

    def framework_names(self, language: str) -> dict[str, str]:
        """Framework id by each form in `language`."""
        return {
            spelling.form: framework.id
            for framework in self.frameworks
            for spelling in framework.names
            if spelling.language == language
        }

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """Every term of the person with this id, in the order of the offices; () for none."""
        return self._terms.get(person, ())

    def holders(self, person: str, day: date) -> tuple[Term, ...]:
        """The terms of the person with this id that run on `day`, the highest office first; () for none."""
        running = (term for term in self._terms.get(person, ()) if term.covers(day))
        return tuple(sorted(running, key=lambda term: (self.office(term.office).rank, term.first)))

    def posts(self, day: date) -> dict[str, tuple[str, ...]]:
        """Person → whom he speaks for on `day`, where that is another than his state: the head of an organisation."""
        found: dict[str, tuple[str, ...]] = {}
        for id in self._posted:
            terms = self.holders(id, day)
            if terms and (actor := self.office(terms[0].office).actor) != self.person(id).state:
                found[id] = (actor,)
        return found

    def leader(self, actor: str, day: date) -> Person | None:
        """Who led `actor` on `day`: the holder of its first office of rank 1; None when nothing is known."""
        terms = (office.holder(day) for office in self.leading if office.actor == actor)
        term = next((term for term in terms if term), None)
        return self.person(term.person) if term else None

    def person_titles(self, person: str, day: date, variant: str) -> tuple[str, ...]:
        """The titles of the person's offices on `day` in `variant`, the highest first; () for none."""
        return tuple(self.office(term.office).title(variant) for term in self.holders(person, day))

    def named(self, form: str, language: str) -> tuple[Person, ...]:
        """The persons that `form` stands for in `language` by itself; several only where the data say so."""
        return self._by_form.get((form, language), ())

    @cached_property
    def leading(self) -> tuple[Office, ...]:
        """The offices of those who lead: those of rank 1."""
        return tuple(office for office in self.offices if office.rank == 1)

    @cached_property
    def _persons(self) -> dict[str, Person]:
        return {person.id: person for person in self.persons}

    @cached_property
    def _offices(self) -> dict[str, Office]:
        return {office.id: office for office in self.offices}

    @cached_property
    def _terms(self) -> dict[str, tuple[Term, ...]]:
        found: dict[str, tuple[Term, ...]] = {}
        for office in self.offices:
            for term in office.terms:
                found[term.person] = (*found.get(term.person, ()), term)
        return found

    @cached_property
    def _posted(self) -> tuple[str, ...]:
        """Persons that once held an office outside their state."""
        return tuple(
            id
            for id, terms in self._terms.items()
            if id in self._persons and any(self.office(term.office).actor != self.person(id).state for term in terms)
        )

    @cached_property
    def _by_form(self) -> dict[tuple[str, str], tuple[Person, ...]]:
        found: dict[tuple[str, str], tuple[Person, ...]] = {}
        for person in self.persons:
            for language in ("zh", "en", "ja", "ko"):
                for name in person.names(language):
                    key = (name.form, language)
                    found[key] = (*found.get(key, ()), person)
        return found


def available() -> tuple[str, ...]:
    """Ids of the regions that are installed, by name."""
    folder = data(region_files.FOLDER)
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.joinpath("region.yaml").is_file()))


@cache
def region(id: str) -> Region:
    """The region in `regions/<id>/`, read once; NotFound for another id, DataFileError with all faults of a file."""
    if id not in available():
        raise NotFound(f"no region {id!r}", mend=f"there are {', '.join(available())}")
    fields = region_files.region_file(id)
    return Region(
        id=id,
        titles=spellings(fields.get("title")),
        actors=tuple(fields.get("actors") or ()),
        persons=region_files.persons(id),
        offices=region_files.offices(id),
        frameworks=region_files.frameworks(id),
        issues=region_files.issues(id),
        calendar=region_files.occasions(id),
        dated_names=region_files.names(id),
    )


@cache
def merged(*ids: str) -> Region:
    """Several regions as one; where two know the same id, the one named first speaks.

    The first must be installed, else NotFound; a later one that is not installed adds nothing.
    """
    first, *others = ids
    parts = [region(first), *(region(id) for id in others if id in available())]
    return Region(
        id="+".join(part.id for part in parts),
        titles=parts[0].titles,
        actors=tuple(dict.fromkeys(actor for part in parts for actor in part.actors)),
        persons=_united(parts, lambda part: part.persons),
        offices=_united(parts, lambda part: part.offices),
        frameworks=_united(parts, lambda part: part.frameworks),
        issues=_united(parts, lambda part: part.issues),
        calendar=_united(parts, lambda part: part.calendar),
        dated_names=tuple(dict.fromkeys(pair for part in parts for pair in part.dated_names)),
    )


def _united(parts: Iterable[Region], entries: Callable[[Region], tuple[Entry, ...]]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for part in parts:
        for entry in entries(part):
            found.setdefault(entry.id, entry)
    return tuple(found.values())


def _one(entries: dict[str, Entry], id: str, kind: str) -> Entry:
    if id not in entries:
        raise NotFound(f"no {kind} {id!r} in the region")
    return entries[id]
