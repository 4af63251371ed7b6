"""Positions in text: an actor, a word that shows a stance, and the issue whose keywords stand beside them."""

from collections.abc import Iterator

from stateofplay.knowledge.region import Region
from stateofplay.reading.issues import issue_of
from stateofplay.reading.mention import Case, Mention
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.speaker import speaker_of
from stateofplay.reading.statement import PositionClaim, Status
from stateofplay.reading.told import Told
from stateofplay.reading.trim import trimmed

_STANDS = frozenset({Case.FREE, Case.SUBJECT})


def find_positions(scene: Scene, region: Region) -> Iterator[Told]:
    """One position per clause in which an actor shows a stance on an issue that the region knows."""
    taken: set[int] = set()
    for hit in scene.sentence.cues_of("stance"):
        clause = scene.sentence.clause_at(hit.start)
        if clause in taken:
            continue
        holder = _holder(hit, clause, scene)
        first, last = scene.sentence.clauses[clause]
        if holder is None:
            continue
        actors = _actors(scene, first, last) | frozenset(holder.actors)
        issue = issue_of(scene.sentence.text[first:last], actors, scene.sentence.lexicon, region)
        if not issue:
            continue
        taken.add(clause)
        yield _told(hit, holder, issue, (min(first, holder.start), last), scene)


def _holder(hit: CueHit, clause: int, scene: Scene) -> Mention | None:
    """The subject of the clause, else the one the sentence left behind, else that of the sentence before."""
    first, last = scene.sentence.clauses[clause]
    svo = scene.sentence.lexicon.grammar.order == "svo"
    inside = [m for m in scene.mentions if first <= m.start < (hit.start if svo else last) and m.case in _STANDS]
    if inside:
        return inside[0]
    earlier = [m for m in scene.mentions if m.end <= first and m.case in _STANDS]
    return earlier[-1] if earlier else None


def _actors(scene: Scene, first: int, last: int) -> frozenset[str]:
    return frozenset(actor for m in scene.mentions if first <= m.start < last for actor in m.actors)


def _told(hit: CueHit, holder: Mention, issue: str, whole: tuple[int, int], scene: Scene) -> Told:
    text = scene.sentence.text
    start, end = trimmed(text, *whole)
    claim = PositionClaim(holder=holder.actors, issue=issue, stance=hit.cue.value, what=text[start:end])
    return Told(
        start=start,
        end=end,
        status=Status.ONGOING,
        claim=claim,
        sureness=0.5,
        why=(f"stance {hit.cue.value}: {text[hit.start : hit.end]}", f"issue {issue}"),
        said_by=speaker_of(scene, hit.start),
    )
