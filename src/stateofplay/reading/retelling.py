"""Retellings: one act told twice in a document is one act; the later telling points to the first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.act import Act
from stateofplay.reading.memory import sides_of
from stateofplay.reading.role import Roles
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.statement import EventClaim, Statement
from stateofplay.reading.told import Told

_DEEDS = frozenset({"MOBILIZE", "COERCE", "ASSAULT", "SANCTION", "AID", "RETREAT"})
_ONE_BREATH = frozenset({"CONSULT", "PROTEST"})


def joined(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements in order, each later telling of an act with `same_as` set to the first."""
    first: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        claim = statement.claim
        if not isinstance(claim, EventClaim):
            yield statement
            continue
        key = (claim.type, _sides(claim), statement.status)
        earlier = next((s for s in first.get(key, ()) if _same_day(s, claim) and _same_deed(s, statement)), None)
        if earlier is None:
            first.setdefault(key, []).append(statement)
            yield statement
        else:
            yield replace(statement, same_as=earlier.id)


def echoes(event: Told, earlier: list[Told], sentence: Sentence) -> bool:
    """Whether a sentence that runs its verbs together has told `event` already: talks in a breath, or in one clause."""
    claim, settings = event.claim, sentence.lexicon.grammar.settings
    if not isinstance(claim, EventClaim):
        return False
    if not settings.get("topic_chain"):
        return claim.type in settings.get("one_breath", ()) and any(_same_talks(told, event) for told in earlier)
    return any(
        isinstance(told.claim, EventClaim)
        and told.claim.type == claim.type
        and told.status is event.status
        and (_sides(told.claim) == _sides(claim) or (claim.type == "PROTEST" and told.claim.source == claim.source))
        and (claim.type in _ONE_BREATH or sentence.clause_at(told.start) == sentence.clause_at(event.start))
        for told in earlier
    )


def _same_talks(told: Told, event: Told) -> bool:
    """Whether two words of one sentence tell of one occasion: the same sides, on the same day or none of its own.

    A later one may leave a side out ("met in Lima for two days of talks", "is mediating talks between Peru and Chile").
    """
    one, other = told.claim, event.claim
    if not (isinstance(one, EventClaim) and isinstance(other, EventClaim)) or told.status is not event.status:
        return False
    if one.type != other.type or other.happened not in (one.happened, None):
        return False
    told_of, again = {*one.source, *one.target}, {*other.source, *other.target}
    return _sides(one) == _sides(other) or again <= told_of


def recalled(act: Act, roles: Roles, scene: Scene) -> bool:
    """Whether an act told before is only named again as the time of another (會談後): that tells nothing new."""
    frames = tuple(scene.sentence.lexicon.grammar.settings.get("time_frames", ()))
    if not frames or not scene.sentence.folded.startswith(frames, act.end):
        return False
    return (act.type, sides_of(act.type, roles.source, roles.target)) in scene.memory.told


def _sides(claim: EventClaim) -> object:
    """Who acted on whom; of a mutual act the direction does not matter."""
    sides = (frozenset(claim.source), frozenset(claim.target))
    return frozenset(sides) if event_type(claim.type).mutual else sides


def _same_deed(earlier: Statement, later: Statement) -> bool:
    """Whether two deeds without a day are told by the same words: else nothing says that they are one."""
    assert isinstance(earlier.claim, EventClaim)
    if earlier.claim.happened is not None or earlier.claim.type not in _DEEDS:
        return True
    return _concept(earlier) == _concept(later)


def _concept(statement: Statement) -> str:
    """The concept that told the event, without what it was done with: the first words of its first reason."""
    return statement.why[0].partition(":")[0].partition(" + ")[2] or statement.why[0].partition(":")[0]


def _same_day(earlier: Statement, claim: EventClaim) -> bool:
    assert isinstance(earlier.claim, EventClaim)
    one, other = earlier.claim.happened, claim.happened
    return one.overlaps(other) if one and other else one is None and other is None
