"""Forecasts in text: a clause that a word of likelihood makes a claim about the future, by its author or a speaker."""

from collections.abc import Iterator

from stateofplay.reading.act import Act
from stateofplay.reading.role import find_roles
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.speaker import speaker_of
from stateofplay.reading.statement import ForecastClaim, Status
from stateofplay.reading.status import find_status
from stateofplay.reading.told import Told
from stateofplay.reading.trim import trimmed

_FUTURE = "will"


def find_forecasts(scene: Scene) -> Iterator[Told]:
    """One forecast per clause: the surest word of likelihood in it, a bare future only where nobody plans an act."""
    taken: set[int] = set()
    hits = sorted(scene.sentence.cues_of("likelihood"), key=lambda hit: (hit.cue.value == _FUTURE, hit.start - hit.end))
    for hit in hits:
        clause = scene.sentence.clause_at(hit.start)
        if clause in taken or not _foretells(hit, clause, scene):
            continue
        taken.add(clause)
        yield _told(hit, clause, scene)


def _foretells(hit: CueHit, clause: int, scene: Scene) -> bool:
    """Whether the word is about the future here: a bare future with a planned act is that actor's plan."""
    if hit.cue.value != _FUTURE:
        return True
    if not any(cue.start == hit.start for cue in scene.sentence.cues_of("status")):
        return False
    first, last = scene.sentence.clauses[clause]
    if any(first <= act.head < last for act in scene.acts):
        return False
    return any(first <= mention.start < last for mention in scene.mentions) and not any(
        first <= day.start < last and scene.memory.published and day.day.last <= scene.memory.published.first
        for day in scene.days
    )


def _told(hit: CueHit, clause: int, scene: Scene) -> Told:
    sentence = scene.sentence
    first, last = sentence.clauses[clause]
    start, end = trimmed(sentence.text, first, last)
    likelihood = "likely" if hit.cue.value == _FUTURE else hit.cue.value
    speaker = speaker_of(scene, first)
    days = [day for day in scene.days if first <= day.start < last]
    claim = ForecastClaim(
        by=speaker or "author",
        what=_gist(clause, scene) or sentence.text[start:end],
        likelihood=likelihood,
        horizon=days[-1].day.last.isoformat() if days else "",
    )
    written = sentence.text[hit.start : hit.end]
    sure = 0.5 if hit.cue.value == _FUTURE else 0.7
    return Told(
        start=start,
        end=end,
        status=Status.HYPOTHETICAL,
        claim=claim,
        sureness=sure,
        why=(f"likelihood {hit.cue.value}: {written}",),
        said_by=speaker,
    )


def _gist(clause: int, scene: Scene) -> str:
    """Who does what to whom in plain English codes, where the clause tells an act: `USA meet PRK`; else ""."""
    first, last = scene.sentence.clauses[clause]
    for act in scene.acts:
        if first <= act.head < last:
            return _act_gist(act, scene)
    return ""


def _act_gist(act: Act, scene: Scene) -> str:
    roles = find_roles(act, scene)
    status, _ = find_status(act, scene)
    if roles is None or status is Status.DENIED:
        return ""
    return " ".join(part for part in (" ".join(roles.source), act.concept, " ".join(roles.target)) if part)
