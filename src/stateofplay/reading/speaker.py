"""Who says so: the speaker that a sentence names for an act, kept apart from the outlet that prints it."""

from stateofplay.reading.act import Act
from stateofplay.reading.mention import Case
from stateofplay.reading.scene import Scene


def find_speaker(act: Act, scene: Scene) -> str:
    """The person, else the first actor, whose speech verb frames the act; "" when the document speaks for itself."""
    for start, end, _ in scene.sentence.cues_of("speech"):
        framed = end <= act.head if scene.sentence.lexicon.grammar.order == "svo" else act.head_end <= start
        if not framed:
            continue
        subjects = [m for m in scene.mentions if m.end <= start and m.case in (Case.SUBJECT, Case.FREE)]
        if subjects:
            speaker = subjects[-1]
            return speaker.person or (speaker.actors[0] if speaker.actors else "")
    return ""
