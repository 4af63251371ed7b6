"""Positions in text: an actor, a word that shows a stance, and the issue whose keywords stand beside them."""

from collections.abc import Iterator

from stateofplay.knowledge.region import Region
from stateofplay.reading.chain import left_behind
from stateofplay.reading.confidence import share
from stateofplay.reading.issues import issue_of
from stateofplay.reading.mention import AGENT, FREE, SUBJECT, TARGET, Mention
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.speaker import speaker_of
from stateofplay.reading.stands import advised, holder_of, ties_of
from stateofplay.reading.statement import ONGOING, PositionClaim
from stateofplay.reading.told import Told
from stateofplay.reading.trim import trimmed

_EVENTS = frozenset({"REJECT", "ACCUSE"})
_STANDS = frozenset({FREE, SUBJECT})


def find_positions(scene: Scene, region: Region) -> Iterator[Told]:
    """One position per clause and holder where an actor shows a stance on an issue that the region knows.

    Clauses that chain their topics show a stand once in a sentence.
    """
    hits = _by_weight(scene)
    if not hits:
        return
    taken: set[int] = set()
    shown: set[tuple[str, str, str]] = set()
    spaced = scene.sentence.tokens is not None
    once = scene.sentence.lexicon.grammar.settings.get("topic_chain")
    for hit in hits:
        clause = scene.sentence.clause_at(hit.start)
        if clause in taken or _no_stand(hit, scene):
            continue
        holder = holder_of(hit, scene) if spaced else _holder(hit, clause, scene)
        first, last = scene.sentence.clauses[clause]
        if holder is None:
            continue
        stake = _at_stake(hit, holder, (first, last), scene)
        issue = issue_of(scene.sentence.text[first:last], stake, scene.sentence.lexicon.language, region)
        whole = (min(first, holder.start) if holder.start < last else first, last)
        for actor in holder.actors:
            about = issue or (ties_of(actor, holder, hit, scene) if spaced else "")
            key = (actor, about, hit.cue.value)
            if about and not (once and key in shown):
                taken.add(clause)
                shown.add(key)
                yield _told(hit, (actor,), about, whole, scene)


def _by_weight(scene: Scene) -> list[CueHit]:
    """The words of stance in order, first those right behind the one they are about (對中強硬, 對日友好)."""
    sentence = scene.sentence
    line: tuple[str, ...] = sentence.lexicon.grammar.settings.get("toward_is_line", ())
    hits = sentence.cues_of("stance")
    if not line or len(hits) < 2:
        return hits
    toward = {m.end for m in scene.mentions if m.case is TARGET}
    beside = {hit.start for hit in hits if hit.start in toward and not sentence.folded.startswith(line, hit.end)}
    return sorted(hits, key=lambda hit: (sentence.clause_at(hit.start), hit.start not in beside))


def _no_stand(hit: CueHit, scene: Scene) -> bool:
    """Whether the word shows nobody's stance here, by the rules of its language."""
    if scene.sentence.tokens is not None:
        return advised(hit, scene)
    if scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return _told_otherwise(hit, scene)
    return _only_advised(hit, scene)


def _only_advised(hit: CueHit, scene: Scene) -> bool:
    """Whether the author says what somebody should do (首相は自制すべきだ。): advice, and no stand of that somebody."""
    shape = scene.sentence.lexicon.grammar.shapes["advises"]
    return shape is not None and shape.match(scene.sentence.folded[hit.start :]) is not None


def _told_otherwise(hit: CueHit, scene: Scene) -> bool:
    """Whether the word of stance is a noun that somebody owns (美國的支持) or tells an event: no stand is shown."""
    if hit.cue.value == "for" and scene.sentence.folded[: hit.start].endswith(("的", "之")):
        return True
    return any(act.head <= hit.start < act.head_end and act.type in _EVENTS for act in scene.acts)


def _holder(hit: CueHit, clause: int, scene: Scene) -> Mention | None:
    """The subject of the clause, else the one the sentence left behind, else that of the sentence before."""
    first, last = scene.sentence.clauses[clause]
    svo = scene.sentence.lexicon.grammar.order == "svo"
    inside = [m for m in scene.mentions if first <= m.start < (hit.start if svo else last) and m.case in _STANDS]
    inside = [m for m in inside if not _owns(m, scene)]
    agents = [m for m in scene.mentions if first <= m.start < hit.start and m.case is AGENT]
    if agents and scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return agents[-1]
    if (menaced := _menaced(hit, first, scene)) is not None:
        return menaced
    if inside:
        return inside[0]
    if scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return left_behind(tuple(m for m in scene.mentions if m.end <= first), scene.sentence)
    earlier = [m for m in scene.mentions if m.end <= first and m.case in _STANDS]
    return earlier[-1] if earlier else None


def _menaced(hit: CueHit, first: int, scene: Scene) -> Mention | None:
    """Whose threat or enemy somebody is said to be, and so who stands against him (中國是美國的最大威脅)."""
    shape = scene.sentence.lexicon.grammar.shapes["menace"]
    if shape is None or hit.cue.value != "against":
        return None
    near = [m for m in scene.mentions if first < m.start <= hit.start and len(m.actors) == 1]
    text = scene.sentence.folded
    return next((m for m in near if shape.match(text[m.start - 1 :]) or shape.match(text[m.start - 2 :])), None)


def _owns(mention: Mention, scene: Scene) -> bool:
    """Whether several actors only own the noun behind them (日韓關係): what is said of it is no stand of theirs."""
    shape = scene.sentence.lexicon.grammar.shapes["group_nouns"]
    if shape is None or len(mention.actors) == 1:
        return False
    return shape.match(scene.sentence.folded, mention.end - 1) is not None


def _at_stake(hit: CueHit, holder: Mention, clause: tuple[int, int], scene: Scene) -> frozenset[str]:
    """The holder and whom the clause names beside him; of several others, those named as one or nearest to the word."""
    inside = [m for m in scene.mentions if clause[0] <= m.start < clause[1]]
    others = [m for m in inside if not set(m.actors) <= set(holder.actors)]
    every = frozenset(actor for m in others for actor in m.actors) | frozenset(holder.actors)
    if len(every) == 2 or not others or not scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return every
    nearest = min(others, key=lambda m: min(abs(m.start - hit.end), abs(hit.start - m.end)))
    rest = frozenset(nearest.actors) - frozenset(holder.actors)
    return frozenset(holder.actors[:1]) | rest if len(rest) == 1 else rest


def _stance(hit: CueHit, scene: Scene) -> str:
    """The stance of the word, turned where what somebody is seen as is bad (視為最大的安全威脅)."""
    shape = scene.sentence.lexicon.grammar.shapes["seen_as_bad"]
    _, last = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    if shape and hit.cue.value == "for" and shape.match(scene.sentence.folded[hit.start : last]):
        return "against"
    return hit.cue.value


def _told(hit: CueHit, holder: tuple[str, ...], issue: str, whole: tuple[int, int], scene: Scene) -> Told:
    text = scene.sentence.text
    start, end = trimmed(text, *whole)
    claim = PositionClaim(holder=holder, issue=issue, stance=_stance(hit, scene), what=text[start:end])
    return Told(
        start=start,
        end=end,
        status=ONGOING,
        claim=claim,
        sureness=share("position"),
        why=(f"stance {claim.stance}: {text[hit.start : hit.end]}", f"issue {issue}"),
        said_by=speaker_of(scene, hit.start),
    )
