"""How an act is told: done, going on, planned, denied or supposed, read off each language's own marks."""

from stateofplay.reading.act import Act
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.statement import Status

_ORDER = ("forecast", "hypothetical", "denied", "planned", "ongoing", "occurred")


def find_status(act: Act, scene: Scene) -> tuple[Status | None, str]:
    """The status of `act` and the mark that gave it; None when the author only forecasts it."""
    marks = [hit for hit in scene.sentence.cues_of("status") if _marks(hit, act, scene)]
    for value in _ORDER:
        for hit in marks:
            if hit.cue.value == value:
                word = scene.sentence.text[hit.start : hit.end]
                return (None if value == "forecast" else Status(value)), f"{value}: {word}"
    return Status.OCCURRED, ""


def _marks(hit: CueHit, act: Act, scene: Scene) -> bool:
    """Whether a status mark speaks of this act: in its clause, on its side, within reach, with no other act between."""
    sentence = scene.sentence
    if sentence.clause_at(hit.start) != sentence.clause_at(act.head):
        return False
    settings = sentence.lexicon.grammar.settings
    if hit.cue.value == "hypothetical" and hit.cue.side == "before":
        return hit.end <= act.head
    before = hit.cue.side == "before"
    gap = act.head - hit.end if before else hit.start - act.head_end
    if gap < 0 or gap > int(settings.get("status_reach", 12)):
        return False
    low, high = (hit.end, act.head) if before else (act.head_end, hit.start)
    return not any(low <= other.head < high for other in scene.acts if other is not act and not other.noun)
