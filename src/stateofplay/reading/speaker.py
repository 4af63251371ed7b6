"""Who says so: the speaker that a sentence names for what it tells, kept apart from the outlet that prints it."""

from stateofplay.reading.mention import Case
from stateofplay.reading.scene import Scene


def speaker_of(scene: Scene, place: int) -> str:
    """The person, else the first actor, whose speech verb frames what is told at `place`; "" when nobody's does."""
    for start, end, _ in scene.sentence.cues_of("speech"):
        framed = end <= place if scene.sentence.lexicon.grammar.order == "svo" else place <= start
        if not framed:
            continue
        subjects = [m for m in scene.mentions if m.end <= start and m.case in (Case.SUBJECT, Case.FREE)]
        if subjects:
            speaker = subjects[-1]
            return speaker.person or (speaker.actors[0] if speaker.actors else "")
    return ""
