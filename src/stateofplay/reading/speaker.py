"""Who says so: the speaker that a sentence names for an act, kept apart from the outlet that prints it."""

from stateofplay.reading.act import Act
from stateofplay.reading.mention import Case, Mention
from stateofplay.reading.sentence import Sentence


def find_speaker(act: Act, sentence: Sentence, mentions: list[Mention]) -> str:
    """The person, else the first actor, whose speech verb frames the act; "" when the document speaks for itself."""
    for start, end, _ in sentence.cues_of("speech"):
        framed = end <= act.head if sentence.lexicon.grammar.order == "svo" else act.head_end <= start
        if not framed:
            continue
        subjects = [m for m in mentions if m.end <= start and m.case in (Case.SUBJECT, Case.FREE)]
        if subjects:
            speaker = subjects[-1]
            return speaker.person or (speaker.actors[0] if speaker.actors else "")
    return ""
