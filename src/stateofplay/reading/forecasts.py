"""Forecasts in text: a clause that a word of likelihood makes a claim about the future, by its author or a speaker."""

from collections.abc import Iterator

from stateofplay.reading.confidence import share
from stateofplay.reading.foretold import find_foretold, is_premise
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.speaker import speaker_of
from stateofplay.reading.statement import HYPOTHETICAL, ForecastClaim
from stateofplay.reading.told import Told
from stateofplay.reading.trim import trimmed
from stateofplay.reading.word_class import ADVERB, NOMINAL, PREPOSITION

_FUTURE = "will"


def find_forecasts(scene: Scene) -> Iterator[Told]:
    """One forecast per clause: the surest word of likelihood in it, a bare future only where nobody plans an act."""
    found = [(hit, _content(hit, scene)) for hit in scene.sentence.cues_of("likelihood")]
    if not found:
        return
    taken: set[int] = set()
    for hit, clause in sorted(found, key=lambda pair: _rank(pair[0], pair[1], scene)):
        if clause in taken or not _foretells(hit, clause, scene):
            continue
        taken.add(clause)
        yield _told(hit, clause, scene)


def _rank(hit: CueHit, clause: int, scene: Scene) -> tuple[bool, bool, int]:
    """A bare future last, and a word in another clause after the clause's own; then the longest first."""
    return hit.cue.value == _FUTURE, scene.sentence.clause_at(hit.start) != clause, hit.start - hit.end


def _content(hit: CueHit, scene: Scene) -> int:
    """The clause that is made likely: the word's own, or the next one where the word ends its own (本報預料，…)."""
    sentence = scene.sentence
    clause = sentence.clause_at(hit.start)
    purpose = sentence.lexicon.grammar.shapes["purpose"]
    if purpose and clause + 1 < len(sentence.clauses) and purpose.match(sentence.folded[hit.end :]):
        return clause + 1
    ends = not sentence.folded[hit.end : sentence.clauses[clause][1]].strip(" ，,、：:")
    if hit.cue.side != "before" or not ends or not sentence.lexicon.grammar.settings.get("topic_chain"):
        return clause
    rest = range(clause + 1, len(sentence.clauses))
    return next((other for other in rest if not is_premise(other, scene)), clause)


def _foretells(hit: CueHit, clause: int, scene: Scene) -> bool:
    """Whether the word is about the future here: a bare future with a planned act is that actor's plan."""
    if _asked(hit, scene) or _as_noun(hit, clause, scene):
        return False
    if hit.cue.value != _FUTURE:
        return True
    if not any(cue.start == hit.start for cue in scene.sentence.cues_of("status")):
        return False
    first, last = scene.sentence.clauses[clause]
    disposes = scene.sentence.lexicon.grammar.shapes["disposes"]
    if disposes and disposes.match(scene.sentence.folded[hit.start : last]):
        return False
    if any(first <= act.head < last for act in scene.acts):
        return False
    return any(first <= mention.start < last for mention in scene.mentions) and not any(
        first <= day.start < last and scene.memory.published and day.day.last <= scene.memory.published.first
        for day in scene.days
    )


def _asked(hit: CueHit, scene: Scene) -> bool:
    """Whether the word stands in a question: asked outright, or what somebody asks or discusses (how they could)."""
    sentence = scene.sentence
    if sentence.folded.rstrip("」』”’\"' ").endswith(("?", "？")) and hit.cue.value == _FUTURE:
        return True
    if sentence.tokens is None:
        return False
    asking = sentence.lexicon.grammar.settings.get("asking", ())
    tokens = sentence.tokens
    for place in range(tokens.at(hit.start) - 1, -1, -1):
        if tokens.words[place] in asking:
            return True
        if tokens.kinds[place] not in NOMINAL | {ADVERB, PREPOSITION}:
            break
    return False


def _as_noun(hit: CueHit, clause: int, scene: Scene) -> bool:
    """Whether the word is a noun that closes its clause (…之必然), or says what somebody is (as a possible)."""
    sentence, settings = scene.sentence, scene.sentence.lexicon.grammar.settings
    text, (_, last) = sentence.folded, sentence.clauses[clause]
    closes = not text[hit.end : last].strip(" 」』”。，,.")
    nouns = tuple(settings.get("noun_of", ()))
    if closes and nouns and hit.cue.side == "before" and text.endswith(nouns, 0, hit.start):
        return True
    taken = tuple(settings.get("taken_as", ()))
    return bool(taken) and text.endswith(taken, 0, hit.start) and hit.cue.form.startswith("a ")


def _told(hit: CueHit, clause: int, scene: Scene) -> Told:
    sentence = scene.sentence
    first, last = sentence.clauses[clause]
    start, end = trimmed(sentence.text, first, last)
    likelihood = "likely" if hit.cue.value == _FUTURE else hit.cue.value
    speaker = speaker_of(scene, hit.start)
    told = find_foretold(hit, clause, scene)
    claim = ForecastClaim(
        by=speaker or "author",
        what=told.gist or sentence.text[start:end],
        likelihood=likelihood,
        horizon=told.day.last.isoformat() if told.day else "",
        type=told.type,
        source=told.source,
        target=told.target,
        happened=None if told.by else told.day,
        place=told.place,
        premise=told.premise,
    )
    written = sentence.text[hit.start : hit.end]
    return Told(
        start=start,
        end=end,
        status=HYPOTHETICAL,
        claim=claim,
        sureness=share("bare future" if hit.cue.value == _FUTURE else "forecast"),
        why=(f"likelihood {hit.cue.value}: {written}",),
        said_by=speaker,
    )
