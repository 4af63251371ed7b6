"""Facts: what the region's data say of an actor, person, framework or issue on one day, and nothing of later days.

Names, offices, members and states that had ended or not begun by the day are left out; what is known without a day
holds on every day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.knowledge.actor import Actor, actors, display
from stateofplay.knowledge.names import listed_names
from stateofplay.knowledge.office import Office
from stateofplay.knowledge.person import Person
from stateofplay.knowledge.region import Region
from stateofplay.knowledge.spelling import LANGUAGES, VARIANTS, Spelling
from stateofplay.knowledge.term import Term

Forms = dict[str, tuple[str, ...]]


class Noun(StrEnum):
    """What there are facts of."""

    ACTOR = "actor"
    PERSON = "person"
    FRAMEWORK = "framework"
    ISSUE = "issue"


@dataclass(frozen=True, kw_only=True)
class Holding:
    """That `person` holds `office` on the day, from `begins` to `ends` as far as told. `titles` and `names` by variant.

    An end that lies after the day is left out: on that day it was not known.
    """

    office: str
    actor: str
    rank: int
    titles: dict[str, str]
    person: str
    names: dict[str, str]
    begins: Day | None
    ends: Day | None
    acting: bool

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            **asdict(self),
            "begins": self.begins.iso if self.begins else None,
            "ends": self.ends.iso if self.ends else None,
        }


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of `id` on the day `on`; a field that its noun does not have is empty.

    `title` is the name to show and `names` are all forms, both by variant. `sort` is the kind of actor or framework.
    `state` is that of a framework ("" when it was not there), or whether an actor existed (`there` or ""). `leader` and
    `offices` are held on the day, the highest first; `past` a person's offices that had ended. `frameworks` are those
    in force or suspended on the day, by id with their state; `organisations` those that the actor belonged to;
    `members` the actors of a framework or organisation; `issues` what a framework settles.
    """

    noun: Noun
    id: str
    on: date
    title: dict[str, str]
    names: Forms
    sort: str = ""
    actor: str = ""
    state: str = ""
    description: dict[str, str]
    leader: str = ""
    offices: tuple[Holding, ...] = ()
    past: tuple[Holding, ...] = ()
    frameworks: dict[str, str]
    organisations: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON, without what is empty."""
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__}
        fields |= {
            "noun": self.noun.value,
            "on": self.on.isoformat(),
            "offices": [holding.as_json() for holding in self.offices],
            "past": [holding.as_json() for holding in self.past],
        }
        return {name: value for name, value in fields.items() if value not in ("", (), [], {})}


def facts_of(noun: Noun | str, id: str, region: Region, on: date) -> Facts:
    """The facts of the noun with this id; NotFound where the region's data do not know it."""
    return _OF[Noun(noun)](id, region, on)


def ids_of(noun: Noun | str, region: Region) -> tuple[str, ...]:
    """Ids of all that there is of a noun, in the region's order; of actors those that the region shows."""
    entries: dict[Noun, Iterable[Any]] = {
        Noun.PERSON: region.persons,
        Noun.FRAMEWORK: region.frameworks,
        Noun.ISSUE: region.issues,
    }
    noun = Noun(noun)
    return region.actors if noun is Noun.ACTOR else tuple(entry.id for entry in entries[noun])


def named(noun: Noun | str, text: str, region: Region) -> str:
    """The id that `text` stands for, by id or a name in any language and case; NotFound for none or for several."""
    noun, wanted = Noun(noun), text.strip().casefold()
    known = ids_of(noun, region)
    if found := [id for id in known if id.casefold() == wanted]:
        return found[0]
    hits = [id for id in known if wanted in {form.casefold() for form in _all_forms(noun, id, region)}]
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise NotFound(f"{text!r} may be any of {', '.join(hits)}", mend="write one of these")
    near = [id for id in known if any(wanted in form.casefold() for form in _all_forms(noun, id, region))][:_NEAR]
    raise NotFound(
        f"no {noun.value} is called {text!r}",
        mend=f"did you mean {' or '.join(near)}?" if near else f"list them with: {noun.value}s",
    )


_NEAR: Final = 4
_ITS_OWN: Final = ("name", "short")


def _all_forms(noun: Noun, id: str, region: Region) -> Iterator[str]:
    spelled: tuple[Spelling, ...] = ()
    match noun:
        case Noun.PERSON:
            person = region.person(id)
            yield person.name
            spelled = person.spellings + person.family
        case Noun.FRAMEWORK:
            framework = region.framework(id)
            spelled = framework.titles + framework.names
        case Noun.ISSUE:
            spelled = region.issue(id).titles
        case Noun.ACTOR:
            yield from (display(id, variant) for variant in VARIANTS)
    yield from (spelling.form for spelling in spelled)


def _actor(id: str, region: Region, on: date) -> Facts:
    known: Actor | None = actors().get(id)
    if known is None:
        raise NotFound(f"no facts of the actor {id!r}", mend="list those that there are with: actors")
    leader = region.leader(id, on)
    return Facts(
        noun=Noun.ACTOR,
        id=id,
        on=on,
        title={variant: display(id, variant) for variant in VARIANTS},
        names=_forms_of_actor(id, region, on),
        sort=known.kind,
        actor=known.state(on) if known.kind != "state" else "",
        state="there" if known.existed(on) else "",
        description={},
        leader=leader.id if leader else "",
        offices=tuple(_offices(id, region, on)),
        frameworks=_frameworks(region, on, lambda framework: id in framework.members_on(on)),
        organisations=tuple(other.id for other in actors().values() if other.existed(on) and id in other.members(on)),
        members=known.members(on),
    )


def _person(id: str, region: Region, on: date) -> Facts:
    person = region.person(id)
    terms = [(office, term) for office in region.offices for term in office.terms if term.person == id]
    ended = [(office, term) for office, term in terms if term.ends and term.ends.last < on and not term.covers(on)]
    ended.sort(key=lambda pair: pair[1].first, reverse=True)
    running = [(office, term) for office, term in terms if term.covers(on)]
    running.sort(key=lambda pair: (pair[0].rank, pair[1].first))
    return Facts(
        noun=Noun.PERSON,
        id=id,
        on=on,
        title={variant: person.shown(variant) for variant in VARIANTS},
        names=_forms(person.spellings),
        actor=person.state,
        description={},
        offices=tuple(_holding(office, term, person, on) for office, term in running),
        past=tuple(_holding(office, term, person, on) for office, term in ended),
        frameworks={},
    )


def _framework(id: str, region: Region, on: date) -> Facts:
    framework = region.framework(id)
    return Facts(
        noun=Noun.FRAMEWORK,
        id=id,
        on=on,
        title={variant: framework.title(variant) for variant in VARIANTS},
        names=_forms(framework.titles + framework.names),
        sort=framework.kind,
        state=framework.state(on),
        description={variant: framework.description(variant) for variant in VARIANTS},
        frameworks={},
        members=framework.members_on(on),
        issues=framework.issues,
    )


def _issue(id: str, region: Region, on: date) -> Facts:
    issue = region.issue(id)
    return Facts(
        noun=Noun.ISSUE,
        id=id,
        on=on,
        title={variant: issue.title(variant) for variant in VARIANTS},
        names=_forms(issue.titles + issue.keywords),
        description={variant: issue.description(variant) for variant in VARIANTS},
        frameworks=_frameworks(region, on, lambda framework: id in framework.issues),
    )


_OF: Final = {Noun.ACTOR: _actor, Noun.PERSON: _person, Noun.FRAMEWORK: _framework, Noun.ISSUE: _issue}


def _offices(actor: str, region: Region, on: date) -> Iterator[Holding]:
    """Who holds the offices of `actor` on the day, the highest first; all holders of an office that several share."""
    for office in sorted((one for one in region.offices if one.actor == actor), key=lambda office: office.rank):
        holder = office.holder(on)
        running = [term for term in office.terms if term.covers(on)] if office.shared else [holder] if holder else []
        yield from (_holding(office, term, region.person(term.person), on) for term in running)


def _holding(office: Office, term: Term, person: Person, on: date) -> Holding:
    return Holding(
        office=office.id,
        actor=office.actor,
        rank=office.rank,
        titles={variant: office.title(variant) for variant in VARIANTS},
        person=person.id,
        names={variant: person.shown(variant) for variant in VARIANTS},
        begins=term.begins,
        ends=term.ends if term.ends and term.ends.last <= on else None,
        acting=term.acting,
    )


def _frameworks(region: Region, on: date, wanted: Any) -> dict[str, str]:
    return {one.id: one.state(on) for one in region.frameworks if one.state(on) and wanted(one)}


def _forms(spelled: tuple[Spelling, ...]) -> Forms:
    """The forms that serve each variant, in the order of the file."""
    found = {
        variant: tuple(dict.fromkeys(spelling.form for spelling in spelled if spelling.serves(variant)))
        for variant in VARIANTS
    }
    return {variant: forms for variant, forms in found.items() if forms}


@cache
def _listed_forms() -> dict[str, list[Spelling]]:
    """Actor → the forms that stand for it alone in the name files of all languages."""
    found: dict[str, list[Spelling]] = defaultdict(list)
    for language in LANGUAGES:
        for name in listed_names(language):
            if len(name.actors) == 1 and name.use in _ITS_OWN:
                found[name.actors[0]].append(Spelling(form=name.form, language=language, script=name.script))
    return found


def _forms_of_actor(id: str, region: Region, on: date) -> Forms:
    """Press names by variant, then its other names, those of the region's own only where they stood on the day."""
    own = (
        Spelling(form=name.form, language=name.language, script=name.script)
        for name, time in region.dated_names
        if name.actors == (id,) and name.use in _ITS_OWN and time.covers(on)
    )
    spelled = [*_listed_forms().get(id, ()), *own]
    shown_first = _forms(tuple(spelled))
    return {
        variant: tuple(dict.fromkeys((display(id, variant), *shown_first.get(variant, ())))) for variant in VARIANTS
    }
