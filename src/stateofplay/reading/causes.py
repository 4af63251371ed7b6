"""Causes in text: where an explicit word says that one thing brings about another, and which side is which."""

from collections.abc import Iterator

from stateofplay.reading.confidence import share
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.statement import HYPOTHETICAL, ONGOING, CauseClaim
from stateofplay.reading.told import Told
from stateofplay.reading.trim import trimmed
from stateofplay.reading.word_class import ADJECTIVE, FINITE, INFINITIVE

Span = tuple[int, int]


def find_causes(scene: Scene) -> Iterator[Told]:
    """One cause per causal word that has an actor beside it and text on both sides; at most one per stretch."""
    taken: list[Span] = []
    for hit in scene.sentence.cues_of("cause"):
        sides = None if _no_cause(hit, scene) else _sides(hit, scene)
        if sides is None or any(start < sides[2] and sides[1] < end for start, end in taken):
            continue
        cause, start, end, effect = sides
        if not any(start <= mention.start < end for mention in scene.mentions):
            continue
        taken.append((start, end))
        yield _told(hit, cause, effect, (start, end), scene)


def _sides(hit: CueHit, scene: Scene) -> tuple[Span, int, int, Span] | None:
    """Cause, start and end of the whole, effect; None where a side is missing."""
    sentence = scene.sentence
    clause = sentence.clause_at(hit.start)
    first, last = sentence.clauses[clause]
    size = len(sentence.text)
    before, after = (sentence.clauses[max(0, clause - 1)][0], first), (last, size)
    if hit.cue.value == "opens-cause":
        opened = (hit.end, last)
        if hit.start - first > 2:
            return opened, first, last, (first, hit.start)
        if _goes_on(hit, scene) and _long(before):
            return opened, before[0], last, before
        if _long(after):
            return opened, hit.start, size, after
        return (opened, before[0], last, before) if _long(before) else None
    if hit.cue.value == "opens-effect":
        cause = before if hit.start - first <= 2 else (first, hit.start)
        return (cause, cause[0], size, (hit.end, size)) if _long(cause) else None
    if hit.cue.value == "why":
        return (after, first, size, (first, last)) if _long(after) else None
    if hit.cue.value == "back":
        effect, cause = (first, hit.start), (hit.end, last)
        return (cause, first, last, effect) if _long(cause) and _long(effect) else None
    if hit.cue.value == "between":
        cause = (first, hit.start) if _says_something(first, hit.start, scene) else before
        effect = (hit.end, last) if sentence.lexicon.grammar.order == "svo" else (first, hit.start)
        return (cause, cause[0], last, effect) if _long(cause) and _long(effect) else None
    effect = (hit.end, last) if _long((hit.end, last)) else after
    return ((first, hit.start), first, effect[1], effect) if _long((first, hit.start)) and _long(effect) else None


def _says_something(start: int, end: int, scene: Scene) -> bool:
    """Whether what stands before a causal word is more than words that lead on (但也因此讓…)."""
    leads = scene.sentence.lexicon.grammar.shapes["leads_on"]
    only = leads is not None and leads.fullmatch(scene.sentence.folded[start:end]) is not None
    return _long((start, end)) and not only


def _goes_on(hit: CueHit, scene: Scene) -> bool:
    """Whether what opens the cause only goes on with its sentence ("is needed because it protects ..."): no comma."""
    before = scene.sentence.folded[: hit.start].rstrip()
    return scene.sentence.tokens is not None and bool(before) and before[-1].isalnum()


def _no_cause(hit: CueHit, scene: Scene) -> bool:
    """Whether the word only looks causal: "due to fly", "forced labour", 迫使 as what somebody tries to do."""
    sentence = scene.sentence
    if sentence.tokens is not None:
        tokens = sentence.tokens
        at, after = tokens.at(hit.start), tokens.at(hit.end)
        if after < len(tokens.kinds) and tokens.kinds[after] in (INFINITIVE, FINITE) and hit.cue.form.endswith(" to"):
            return True
        return hit.cue.form in tokens.words[at] and hit.cue.value == "between" and tokens.kinds[at] == ADJECTIVE
    tried = tuple(sentence.lexicon.grammar.settings.get("tried", ()))
    return bool(tried) and sentence.folded.endswith(tried, 0, hit.start)


def _long(span: Span) -> bool:
    return span[1] - span[0] >= 4


def _supposed(whole: Span, scene: Scene) -> bool:
    """Whether a sentence that chains its topics only supposes or expects cause or effect."""
    if not scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return False
    marks = (cue for cue in scene.sentence.cues_of("status") if whole[0] <= cue.start < whole[1])
    return any(cue.cue.value == "hypothetical" and cue.end - cue.start > 1 for cue in marks) or any(
        whole[0] <= cue.start < whole[1] and cue.cue.value in ("possible", "certain", "likely")
        for cue in scene.sentence.cues_of("likelihood")
    )


def _told(hit: CueHit, cause: Span, effect: Span, whole: Span, scene: Scene) -> Told:
    text = scene.sentence.text
    start, end = trimmed(text, *whole)
    (a, b), (c, d) = trimmed(text, *cause), trimmed(text, *effect)
    claim = CauseClaim(cause=text[a:b], effect=text[c:d])
    written = text[hit.start : hit.end]
    return Told(
        start=start,
        end=end,
        status=HYPOTHETICAL if _supposed(whole, scene) else ONGOING,
        claim=claim,
        sureness=share("cause"),
        why=(f"causal word, {hit.cue.value}: {written}",),
    )
