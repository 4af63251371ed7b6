"""Who says so: the speaker that a sentence names for what it tells, kept apart from the outlet that prints it."""

from stateofplay.reading.chain import left_behind
from stateofplay.reading.mention import FREE, SUBJECT, Mention
from stateofplay.reading.scene import Scene


def _subject(speech: int, scene: Scene) -> Mention | None:
    """The subject of the verb of speech: the last one named in its clause, else whom the clauses before are about."""
    subjects = [m for m in scene.mentions if m.end <= speech and m.case in (SUBJECT, FREE)]
    if not scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return subjects[-1] if subjects else None
    first, _ = scene.sentence.clauses[scene.sentence.clause_at(speech)]
    inside = [m for m in subjects if m.start >= first]
    return inside[-1] if inside else left_behind(tuple(subjects), scene.sentence)


def _taken_back(speech: int, place: int, scene: Scene) -> bool:
    """Whether the author speaks for himself again between a verb of speech and `place` (…強調…，但北韓會拒絕)."""
    sentence = scene.sentence
    again = sentence.lexicon.grammar.shapes["own_voice"]
    if again is None or sentence.quote_at(place) >= 0:
        return False
    if sentence.lexicon.grammar.shapes["concedes"].search(sentence.folded[speech:place]):
        return False  # 主張雖然…，但…: both halves are what is said
    clauses = range(sentence.clause_at(speech) + 1, sentence.clause_at(place) + 1)
    return any(again.match(sentence.folded[sentence.clauses[at][0] :].lstrip()) for at in clauses)


def speaker_of(scene: Scene, place: int) -> str:
    """The person, else the first actor, whose speech verb frames what is told at `place`; "" when nobody's does."""
    for hit in scene.sentence.cues_of("speech"):
        start, end = hit.start, hit.end
        framed = end <= place if scene.sentence.lexicon.grammar.order == "svo" else place <= start
        if not framed or _taken_back(end, place, scene):
            continue
        speaker = _subject(start, scene)
        if speaker is not None:
            return speaker.person or (speaker.actors[0] if speaker.actors else "")
    return ""
