"""What a forecast foretells: the act that its word of likelihood governs, when and where it is to be, and on what if.

Between the act and the word only what `foretold` of the grammar allows may stand: in "Ishiba's resignation will make
ties harder" no resignation is foretold.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from stateofplay.day import Day
from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.act import Act
from stateofplay.reading.memory import sides_of
from stateofplay.reading.mention import PLACE
from stateofplay.reading.role import Roles, find_roles
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.statement import DENIED, HYPOTHETICAL
from stateofplay.reading.status import find_status
from stateofplay.reading.unsaid import completed, garrisoned

_BOTH = 2


@dataclass(frozen=True, kw_only=True)
class Foretold:
    """An act to come: `gist` in codes (`USA meet PRK`), type and actors; all empty where the clause tells none.

    `day`: the days within which it is to be, None where none is told. `by`: the last of them alone was told.
    """

    gist: str = ""
    type: str = ""
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    day: Day | None = None
    by: bool = False
    place: str = ""
    premise: str = ""


@dataclass(frozen=True, kw_only=True)
class _Shapes:
    """The shapes of one language's grammar by which a foretold act is told; see `foretold` in grammar.yaml."""

    shapes: Mapping[str, str] = field(default_factory=dict)

    def fits(self, name: str, text: str) -> bool:
        """Whether the whole of `text` has the shape `name`."""
        return name in self.shapes and re.fullmatch(self.shapes[name], text) is not None

    def first(self, name: str, text: str) -> re.Match[str] | None:
        """The first place in `text` that has the shape `name`."""
        return re.search(self.shapes[name], text) if name in self.shapes else None


def is_premise(clause: int, scene: Scene) -> bool:
    """Whether the clause is only a condition of what the next one tells."""
    first, last = scene.sentence.clauses[clause]
    return _shapes(scene).first("premise", scene.sentence.folded[first:last]) is not None


def find_foretold(hit: CueHit, clause: int, scene: Scene) -> Foretold:
    """What the word of likelihood `hit` makes likely in the clause that tells the forecast."""
    shapes = _shapes(scene)
    told = Foretold(premise=_premise(hit, scene, shapes), place=_place(clause, scene))
    day, by = _window(clause, scene, shapes)
    for act in _governed(hit, clause, scene, shapes):
        roles = find_roles(act, scene)
        if roles is None:
            continue
        if event_type(act.type).mutual:
            roles = _without_host(completed(act, roles, scene))
        elif not roles.target:
            roles = replace(roles, target=garrisoned(act, roles, scene))
        parts = (" ".join(roles.source), act.concept, " ".join(roles.target))
        return Foretold(
            gist=" ".join(part for part in parts if part),
            type=act.type,
            source=roles.source,
            target=roles.target,
            day=day or _planned(act.type, roles.source, roles.target, scene),
            by=by,
            place=told.place,
            premise=told.premise,
        )
    return Foretold(day=day, by=by, place=told.place, premise=told.premise)


def _without_host(roles: Roles) -> Roles:
    """The roles without the state of the town where two others are to meet (to meet in Busan)."""
    hosts = {actor for m in roles.mentions if m.use == "city" and m.case is PLACE for actor in m.actors}
    parties = {*roles.source, *roles.target}
    if not hosts or len(parties - hosts) < _BOTH:
        return roles
    target = tuple(actor for actor in roles.target if actor not in hosts)
    return replace(roles, target=target, source=tuple(actor for actor in roles.source if actor not in hosts))


def _shapes(scene: Scene) -> _Shapes:
    return _Shapes(shapes=scene.sentence.lexicon.grammar.settings.get("foretold", {}))


def _governed(hit: CueHit, clause: int, scene: Scene, shapes: _Shapes) -> Iterator[Act]:
    """The act that the word governs, if any: next behind a word that stands before its act, last before any other."""
    first, last = scene.sentence.clauses[clause]
    acts = [act for act in scene.acts if first <= act.head < last and act.type]
    text = scene.sentence.folded
    if hit.cue.side == "before":
        ahead = next((act for act in acts if act.head >= hit.end), None)
        if ahead is not None and shapes.fits("ahead", text[hit.end : max(hit.end, ahead.start)]):
            yield from _real(ahead, hit, scene)
            return
        acts = [act for act in acts if act.noun]
    behind = [act for act in acts if act.end <= hit.start]
    if behind and shapes.first("undone", text[behind[-1].end : last]) is None:
        shape = "noun" if behind[-1].noun else "verb"
        if shapes.fits(f"{shape}_{hit.cue.side}", text[behind[-1].end : hit.start]):
            yield from _real(behind[-1], hit, scene)


def _real(act: Act, hit: CueHit, scene: Scene) -> Iterator[Act]:
    """The act, unless it is told as not to be, or as a condition by another word than the one of likelihood."""
    status, mark = find_status(act, scene)
    supposed = status is HYPOTHETICAL and scene.sentence.text[hit.start : hit.end] not in mark
    if status is not DENIED and not supposed:
        yield act


def _window(clause: int, scene: Scene, shapes: _Shapes) -> tuple[Day | None, bool]:
    """The days to come that the clause tells last, and whether only their end counts ("by the end of March")."""
    first, last = scene.sentence.clauses[clause]
    published, text = scene.memory.published, scene.sentence.folded
    days = [hit for hit in scene.days if first <= hit.start < last]
    days = [hit for hit in days if published is None or hit.day.last > published.last]
    if not days and (then := shapes.first("then", text[first:last])) is not None:
        days = [hit for hit in scene.days if hit.start < first + then.start()][-1:]
        days = [hit for hit in days if published is None or hit.day.last > published.last]
    if not days:
        return None, False
    hit = days[-1]
    by = shapes.first("by_before", text[first : hit.start]) or shapes.first("by_after", text[hit.start : last])
    return hit.day, by is not None


def _planned(type: str, source: tuple[str, ...], target: tuple[str, ...], scene: Scene) -> Day | None:
    """The days for which the document told the same act before as planned, where they are still to come."""
    sides = (type, sides_of(type, source, target))
    day = scene.memory.plans.get(sides) or scene.memory.told.get(sides)
    published = scene.memory.published
    return day if day and published and day.last > published.last else None


def _place(clause: int, scene: Scene) -> str:
    """The town named as the place of what is told, as written; "" for none. A capital may stand for its government."""
    first, last = scene.sentence.clauses[clause]
    towns = (m for m in scene.mentions if m.use == "city" and first <= m.start < last)
    return next((scene.sentence.text[m.start : m.end] for m in towns), "")


def _premise(hit: CueHit, scene: Scene, shapes: _Shapes) -> str:
    """The if-clause on which the forecast hangs, as written; "" for none."""
    sentence = scene.sentence
    match = shapes.first("premise", sentence.folded)
    if match is None or hit.start <= match.start() < hit.end:
        return ""
    first, last = sentence.clauses[sentence.clause_at(match.start())]
    start, end = (match.start(), last) if shapes.shapes["premise_at"] == "head" else (first, match.end())
    if end > hit.start > start:
        end = hit.start
    return sentence.text[start:end].strip(" ,，、。.")
