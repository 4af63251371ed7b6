"""How an act is told: done, going on, planned, denied or supposed, read off each language's own marks."""

from dataclasses import replace

from stateofplay.reading.act import Act, renamed
from stateofplay.reading.governed import in_time_clause, mood_opens, noun_opens, predicate_of, purpose_of, to_come
from stateofplay.reading.phrases import is_unmet
from stateofplay.reading.predicate import has_tails, tail_of
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.statement import DENIED, HYPOTHETICAL, OCCURRED, PLANNED, Status
from stateofplay.reading.word_class import BE, FINITE, NAME, Tokens

_SAID = frozenset({"ACCUSE", "THREATEN", "REQUEST", "REJECT", "PROTEST", "COERCE", "SUPPORT"})
_SPOKEN = frozenset({"agree", "accept", "pledge", "endorse"})
_ACCEPTS = ("accept", "take-up", "approve")
_TALKS = frozenset({"talks", "summit", "tour", "call"})
_DONE_BY_WISH = frozenset({"REQUEST", "SUPPORT"})
"""Types of what is done by saying that one would like to do it (to invite, to thank)."""
_ORDER = ("forecast", "hypothetical", "denied", "planned", "ongoing", "occurred")


def find_status(act: Act, scene: Scene) -> tuple[Status | None, str]:
    """The status of `act` and the mark that gave it; None when the author only forecasts it."""
    if has_tails(scene.sentence):
        tail = tail_of(act, scene)
        if tail.status == "forecast":
            return None, f"forecast: {tail.mark}"
        if _only_aim(act, scene) or _of_condition(act, tail.end, scene):
            return None, "an aim"
        if tail.status == "planned" and (act.type == "THREATEN" or _settled(act, tail.mark, scene)):
            return OCCURRED, ""
        value = "denied" if _is_denied(act, tail.end, scene) else _told(tail.status, act)
        if not tail.status and _led_on(act, tail.end, scene):
            return PLANNED, "planned: as the end of the sentence"
        return Status(value), f"{value}: {tail.mark}" if tail.status else ""
    if scene.sentence.tokens is not None and is_unmet(scene.sentence.tokens.at(act.head), scene.phrases):
        return None, "nothing done yet"
    if likely := _foretold(act, scene):
        return None, f"forecast: {likely}"
    marks = [hit for hit in scene.moods if _marks(hit, act, scene)]
    for value in _ORDER if marks else ():
        for hit in marks:
            if hit.cue.value == value:
                word = scene.sentence.text[hit.start : hit.end]
                if _said_as_wish(hit, act, scene):
                    return OCCURRED, f"said as a wish: {word}"
                if value == "forecast" and _says_of_itself(act, scene):
                    return HYPOTHETICAL, f"hypothetical: {word}"
                return (None if value == "forecast" else Status(value)), f"{value}: {word}"
    if scene.sentence.tokens is not None and _still_to_come(act, scene):
        return PLANNED, "planned: still to come"
    return OCCURRED, ""


def _says_of_itself(act: Act, scene: Scene) -> bool:
    """Whether who may do the act says so himself, in a language of spaced words: no forecast, but a deed held out."""
    if scene.sentence.tokens is None or act.noun:
        return False
    phrases = scene.phrases
    at = phrases.tokens.at(act.head)
    subject = phrases.subject(at)
    if subject is None or subject.mention is None or phrases.kinds[at] != FINITE:
        return False
    verb = phrases.verb_before(subject.first)
    if verb < 0 or phrases.words[verb] not in phrases.classes.reports:
        return False
    speaker = phrases.subject(verb)
    return speaker is not None and speaker.mention is not None and speaker.mention.actors == subject.mention.actors


def _foretold(act: Act, scene: Scene) -> str:
    """The word of likelihood that is the predicate of an act told as a noun ("a ban is likely"); "" for none."""
    tokens = scene.sentence.tokens
    if tokens is None or not act.noun:
        return ""
    first, last = predicate_of(tokens.before(act.head_end), tokens)
    if first < 0 or tokens.kinds[first] != BE:
        return ""
    hits = scene.sentence.cues_of("likelihood")
    found = (hit for hit in hits if tokens.starts[first] <= hit.start <= tokens.ends[last] + 1)
    return next((scene.sentence.text[hit.start : hit.end] for hit in found), "")


def _still_to_come(act: Act, scene: Scene) -> bool:
    """Whether the form of an English verb alone tells that the act is to come."""
    tokens = scene.sentence.tokens
    assert tokens is not None
    at = tokens.at(act.head)
    return to_come(at, tokens) or (not act.noun and tokens.kinds[at] == FINITE and in_time_clause(at, tokens))


def _said_as_wish(hit: CueHit, act: Act, scene: Scene) -> bool:
    """Whether a wish right before an act of speech does it (would like to invite, wants to thank)."""
    wishes = scene.sentence.lexicon.grammar.settings.get("wish", ())
    return act.head - hit.end == 1 and act.type in _DONE_BY_WISH and hit.cue.form in wishes


def _settled(act: Act, mark: str, scene: Scene) -> bool:
    """Whether saying that one will is the act itself (수용하기로 했다)."""
    shape = scene.sentence.lexicon.grammar.shapes["settles"]
    return shape is not None and act.concept in _SPOKEN and shape.search(mark) is not None


def _only_aim(act: Act, scene: Scene) -> bool:
    """Whether the act is only what another is to bring about (물러나도록, 돕기 위해)."""
    shape = scene.sentence.lexicon.grammar.shapes["not_done"]
    return shape is not None and shape.match(scene.sentence.folded[act.head_end :]) is not None


def _of_condition(act: Act, end: int, scene: Scene) -> bool:
    """Whether a verb leads on to what an ultimatum makes a condition (解放し、撤退しなければ攻撃すると警告した)."""
    shape = scene.sentence.lexicon.grammar.shapes["ahead_of_condition"]
    return shape is not None and not act.noun and shape.match(scene.sentence.folded, end) is not None


def _led_on(act: Act, end: int, scene: Scene) -> bool:
    """Whether a verb that only leads on to the next (訪問し、) stands in a sentence that ends in what is to come."""
    shape = scene.sentence.lexicon.grammar.shapes["future_end"]
    text = scene.sentence.folded
    if shape is None or act.noun or text[end : end + 1] != "、" or text[end - 1 : end] in "てで":
        return False
    led = text[end:].rstrip()
    return not any(mark in led for mark in "がは") and shape.search(led) is not None


def _is_denied(act: Act, end: int, scene: Scene) -> bool:
    """Whether a word of denial governs the act: …との指摘を否定した."""
    _, last = act.bounds
    return any(
        end <= hit.start < last and any(word.concept.takes == "deny" for word in hit.words)
        for hit in scene.sentence.words
    )


def _told(value: str, act: Act) -> str:
    """The status that a tail gives; words told in the present are said now, deeds told so are still to come."""
    if value == "future":
        return "ongoing" if act.type in _SAID or act.concept in _SPOKEN else "planned"
    return "planned" if value == "wished" else value or "occurred"


def _marks(hit: CueHit, act: Act, scene: Scene) -> bool:
    """Whether a status mark speaks of this act: in its clause, on its side, within reach, with no other act between."""
    sentence = scene.sentence
    if act.concept == "must" and hit.start == act.head:
        return False
    if sentence.clause_at(hit.start) != act.clause:
        return hit.cue.value == "forecast" and _carried(hit, act, scene)
    if sentence.tokens is not None and hit.cue.value != "hypothetical":
        tokens, at = sentence.tokens, sentence.tokens.at(act.head)
        if _colours(hit, at, tokens) and not (act.noun and _told_aside(hit, at, scene)):
            return True
        first, last = predicate_of(tokens.at(act.head_end - 1), tokens) if act.noun else (-1, -1)
        return first >= 0 and tokens.starts[first] <= hit.start and hit.end <= tokens.ends[last]
    if hit.cue.value == "hypothetical" and hit.cue.side == "before":
        return hit.end <= act.head and (hit.end - hit.start > 1 or _opens(hit, scene))
    before = hit.cue.side == "before"
    shared = hit.start < act.head < hit.end  # 不會晤: the mark 不會 and the word 會晤
    low, high = (act.head if shared else hit.end, act.head) if before else (act.head_end, hit.start)
    if not 0 <= high - low <= _reach(hit, low, high, scene):
        return False
    return not any(low <= other.head < high for other in scene.acts if other is not act and not other.noun)


def _told_aside(hit: CueHit, at: int, scene: Scene) -> bool:
    """Whether the noun at `at` only sets the scene of what is denied or forecast ("did not say so at the summit")."""
    if hit.cue.value not in ("denied", "forecast"):
        return False
    tokens, settings = scene.phrases.tokens, scene.sentence.lexicon.grammar.settings
    first = noun_opens(at, tokens)
    before = tokens.words[first - 1] if first else ""
    known = tokens.words[first] in settings.get("definite", ()) or tokens.kinds[first] == NAME
    return hit.end <= tokens.starts[first] and before in settings.get("aside_of", ()) and known


def _colours(hit: CueHit, at: int, tokens: Tokens) -> bool:
    """Whether a mark is in the verb group at token `at`, or in that of the verb whose purpose it tells."""
    if tokens.starts[mood_opens(at, tokens)] <= hit.start and hit.end <= tokens.starts[at]:
        return True
    verb = purpose_of(at, tokens)
    return verb >= 0 and tokens.starts[mood_opens(verb, tokens)] <= hit.start and hit.end <= tokens.starts[verb]


def _reach(hit: CueHit, low: int, high: int, scene: Scene) -> int:
    """How far from its act a mark may stand; of one letter not far, but the actors between do not count."""
    settings = scene.sentence.lexicon.grammar.settings
    reach = int(settings.get("status_reach", 12))
    if hit.end - hit.start > 1 or "short_status_reach" not in settings:
        return reach
    named = sum(m.end - m.start for m in scene.mentions if low <= m.start and m.end <= high)
    short: dict[str, int] = settings["short_status_reach"]
    return short.get(hit.cue.value, reach) + named


def _opens(hit: CueHit, scene: Scene) -> bool:
    """Whether a mark of one letter stands where an if can stand: at the head of its clause or after its subject."""
    first, _ = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    after = tuple(scene.sentence.lexicon.grammar.settings.get("if_after", ()))
    if after and scene.sentence.folded.endswith(after, first, hit.start):
        return True
    return hit.start == first or any(m.end == hit.start for m in scene.mentions)


def _carried(hit: CueHit, act: Act, scene: Scene) -> bool:
    """Whether a forecast made in the clause before holds for an act whose own clause names nobody before it."""
    sentence = scene.sentence
    at = act.clause
    if not sentence.lexicon.grammar.settings.get("topic_chain") or sentence.clause_at(hit.start) != at - 1:
        return False
    first, _ = sentence.clauses[at]
    return act.head - first <= 6 and not any(first <= m.start < act.head for m in scene.mentions)


def refused(act: Act, status: Status | None, mark: str, scene: Scene) -> tuple[Act, Status | None]:
    """A yielding that the mark tells will not come is a refusal (포기할 뜻이 없다); talks called off were not held."""
    if (off := _called_off(act, scene)) is not None:
        return off
    shape = scene.sentence.lexicon.grammar.shapes["refusal"]
    yields = act.type == "CONCEDE" or act.concept.startswith(_ACCEPTS)
    if shape is None or status is not DENIED or not yields or not shape.search(mark):
        return act, status
    return renamed(act, type="REJECT", why="will not yield"), OCCURRED


def _called_off(act: Act, scene: Scene) -> tuple[Act, Status] | None:
    """Talks or a visit of which it is told that they were called off, by nobody named (회담이 무산됐다); else None.

    Talks that broke down were held.
    """
    sentence = scene.sentence
    shapes = sentence.lexicon.grammar.shapes["called_off"]
    if shapes is None:
        return None
    if act.type == "CONSULT" and act.noun:
        return (act, DENIED) if shapes["noun"].match(sentence.folded, act.head_end) else None
    thing = act.concept.partition("+")[2]
    found = shapes["verb"].match(sentence.folded, act.head) if thing in _TALKS else None
    if found is None:
        return None
    frame, why = "toward" if thing == "tour" else "mutual", f"{act.why}; called off"
    off = replace(act, type="CONSULT", frame=frame, noun=True, why=why)
    return off, OCCURRED if found.lastgroup == "broken" else DENIED
