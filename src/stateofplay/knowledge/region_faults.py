"""Checking of a region: every fault that its files have among each other is found and told at once, none is mended."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import Final

from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.framework import KINDS as FRAMEWORK_KINDS
from stateofplay.knowledge.framework import Framework
from stateofplay.knowledge.occasion import KINDS as OCCASION_KINDS
from stateofplay.knowledge.office import Office, roles
from stateofplay.knowledge.person import Person
from stateofplay.knowledge.region import Region
from stateofplay.knowledge.spelling import LANGUAGES, Spelling, missing

USES: Final = (
    "name",
    "short",
    "single",
    "adjective",
    "people",
    "capital",
    "seat",
    "side",
    "military",
    "ministry",
    "company",
    "organisation",
    "person",
    "group",
    "place",
    "trap",
)
_SPEECHLESS: Final = ("place", "trap")
_STATE: Final = re.compile(r"[A-Z]{3}")
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DESCRIBED_IN: Final = ("en", "zh-Hant")
_TIED: Final = 2


def faults(region: Region) -> tuple[str, ...]:
    """Every fault among the files of `region`, each with its file and entry; () for a sound region."""
    return tuple(
        chain(
            _untitled("region.yaml", region.id, region.titles),
            _repeated_ids(region),
            _persons(region),
            _shared_forms(region),
            _offices(region),
            _frameworks(region),
            _issues(region),
            _calendar(region),
            _names(region),
        )
    )


def _known(region: Region, actor: str) -> bool:
    """States may be any ISO code; other actors must stand in the region's own list."""
    return bool(_STATE.fullmatch(actor)) or actor in region.actors


def _untitled(file: str, id: str, titles: tuple[Spelling, ...]) -> Iterator[str]:
    if lacking := missing(titles):
        yield f"{file}: {id}: nothing to show in {', '.join(lacking)}"


def _repeated_ids(region: Region) -> Iterator[str]:
    files: dict[str, list[str]] = {
        "persons.yaml": [person.id for person in region.persons],
        "offices.yaml": [office.id for office in region.offices],
        "frameworks.yaml": [framework.id for framework in region.frameworks],
        "issues.yaml": [issue.id for issue in region.issues],
        "calendar.yaml": [occasion.id for occasion in region.calendar],
    }
    for file, entries in files.items():
        ids = Counter(entries)
        yield from (f"{file}: {id} stands there {count} times" for id, count in ids.items() if count > 1)
        if file != "offices.yaml":
            yield from (f"{file}: {id} is no slug" for id in ids if not _SLUG.fullmatch(id))
    yield from (f"region.yaml: {actor} stands there twice" for actor, n in Counter(region.actors).items() if n > 1)


def _persons(region: Region) -> Iterator[str]:
    for person in region.persons:
        yield from _untitled("persons.yaml", person.id, person.spellings + person.family)
        if not _known(region, person.state):
            yield f"persons.yaml: {person.id}: unknown state {person.state}"
        if person.name not in [spelling.form for spelling in person.spellings if spelling.language == "en"]:
            yield f"persons.yaml: {person.id}: the name {person.name} is not among its English forms"


def _shared_forms(region: Region) -> Iterator[str]:
    by_form: dict[tuple[str, str], list[Person]] = {}
    for person in region.persons:
        for language in LANGUAGES:
            for name in person.names(language):
                by_form.setdefault((name.form, language), []).append(person)
    for (form, language), persons in by_form.items():
        if len(persons) > 1 and not all(person.note for person in persons):
            yield f"persons.yaml: {form} ({language}) stands for {_listed(p.id for p in persons)}, and no note says why"


def _offices(region: Region) -> Iterator[str]:
    known_roles, persons = roles(), {person.id for person in region.persons}
    for office in region.offices:
        yield from _untitled("offices.yaml", office.id, office.titles)
        yield from _clashes(office)
        if office.role not in known_roles:
            yield f"offices.yaml: {office.id}: unknown role {office.role}"
        if not _known(region, office.actor) or not office.id.startswith(f"{office.actor}."):
            yield f"offices.yaml: {office.id}: unknown actor {office.actor}, or the id does not begin with it"
        if office.rank < 1:
            yield f"offices.yaml: {office.id}: rank {office.rank} is below 1"
        for term in office.terms:
            if term.person not in persons:
                yield f"offices.yaml: {office.id}: unknown person {term.person}"


def _clashes(office: Office) -> Iterator[str]:
    held = [] if office.shared else [term for term in office.terms if not term.acting]
    for one, other in combinations(held, 2):
        if one.clashes(other):
            yield f"offices.yaml: {office.id}: the terms of {one.person} and {other.person} overlap"


def _frameworks(region: Region) -> Iterator[str]:
    for framework in region.frameworks:
        yield from _untitled("frameworks.yaml", framework.id, framework.titles)
        yield from _undescribed("frameworks.yaml", framework.id, framework.descriptions)
        yield from _members(region, framework)
        if framework.kind not in FRAMEWORK_KINDS:
            yield f"frameworks.yaml: {framework.id}: unknown kind {framework.kind}"
        if unknown := set(framework.issues) - {issue.id for issue in region.issues}:
            yield f"frameworks.yaml: {framework.id}: unknown issues {_listed(sorted(unknown))}"
        if any(spell.begins is None for spell in framework.spells):
            yield f"frameworks.yaml: {framework.id}: no day on which it began"
    forms: dict[tuple[str, str], set[str]] = {}
    for framework in region.frameworks:
        for spelling in framework.names:
            forms.setdefault((spelling.form, spelling.language), set()).add(framework.id)
    for (form, language), ids in forms.items():
        if len(ids) > 1:
            yield f"frameworks.yaml: {form} ({language}) stands for {_listed(sorted(ids))}"


def _members(region: Region, framework: Framework) -> Iterator[str]:
    for member in framework.members:
        if not _known(region, member.actor):
            yield f"frameworks.yaml: {framework.id}: unknown member {member.actor}"


def _undescribed(file: str, id: str, descriptions: tuple[Spelling, ...]) -> Iterator[str]:
    for variant in _DESCRIBED_IN:
        if not any(spelling.serves(variant) for spelling in descriptions):
            yield f"{file}: {id}: no description in {variant}"


def _issues(region: Region) -> Iterator[str]:
    for issue in region.issues:
        yield from _untitled("issues.yaml", issue.id, issue.titles)
        yield from _undescribed("issues.yaml", issue.id, issue.descriptions)
        if lacking := [language for language in LANGUAGES if not issue.words(language)]:
            yield f"issues.yaml: {issue.id}: no keywords in {', '.join(lacking)}"
        if issue.ties and (len({*issue.ties}) != _TIED or not all(_known(region, actor) for actor in issue.ties)):
            yield f"issues.yaml: {issue.id}: ties are not two known actors"


def _calendar(region: Region) -> Iterator[str]:
    for occasion in region.calendar:
        yield from _untitled("calendar.yaml", occasion.id, occasion.titles)
        if occasion.kind not in OCCASION_KINDS:
            yield f"calendar.yaml: {occasion.id}: unknown kind {occasion.kind}"
        for actor in occasion.actors:
            if not _known(region, actor):
                yield f"calendar.yaml: {occasion.id}: unknown actor {actor}"
        for custom in occasion.customs:
            if custom.type not in event_types():
                yield f"calendar.yaml: {occasion.id}: unknown event type {custom.type}"
            for actor in (custom.source, custom.target):
                if not _known(region, actor):
                    yield f"calendar.yaml: {occasion.id}: unknown actor {actor} in a custom"


def _names(region: Region) -> Iterator[str]:
    for name, _ in region.dated_names:
        if name.use not in USES:
            yield f"names.tsv: {name.form}: unknown use {name.use}"
        if bool(name.actors) == (name.use in _SPEECHLESS):
            yield f"names.tsv: {name.form}: a place or trap has no actor, every other name has one"
        for actor in name.actors:
            if not _known(region, actor):
                yield f"names.tsv: {name.form}: unknown actor {actor}"
    counts = Counter((name.form, name.language, time) for name, time in region.dated_names)
    yield from (
        f"names.tsv: {form} ({language}) stands there twice" for (form, language, _), n in counts.items() if n > 1
    )


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(ids)
